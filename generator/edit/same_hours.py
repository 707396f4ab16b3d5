"""Do two hours texts say the same: a second, much stricter reader than the one that guesses what was meant.

It knows names of days and months, `9 am`, `to` and `closed`, and nothing else. A time without am or pm is the time
that stands there: `9:00-5:00` is five in the morning here, so a guess that it is the afternoon does not agree.
"""

from __future__ import annotations

import re

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_MORE = {"tues": "tu", "weds": "we", "thur": "th", "thurs": "th", "sept": "sep"}
_NAMES = {
    **{name: name[:2] for name in _DAYS},
    **{f"{name}s": name[:2] for name in _DAYS},
    **{name[:3]: name[:2] for name in _DAYS},
    **{name: name[:3] for name in _MONTHS},
    **_MORE,
}
_WORDS = (
    (r"[\u2010-\u2015]|\b(?:to|through|thru|until|till)\b", "-"),
    (r"\b(?:daily|every day|everyday|7 days a week|seven days a week)\b", "mo-su"),
    (r"\bweekdays\b", "mo-fr"),
    (r"\bweekends\b|\bsa ?, ?su\b", "sa-su"),
    (r"\b(?:public |legal )?holidays?\b", "ph"),
    (r"\bclosed\b", "off"),
    (r"\b(?:open )?24 ?(?:hours|hrs)(?: a day)?\b", "00:00-24:00"),
    (r"\bnoon\b", "12:00"),
    (r"&|\band\b|;|\n", ","),
    (r"(?<=[a-z]): ", " "),
    (r"\bfrom\b", ""),
)
_NAME = re.compile(rf"\b(?:{'|'.join(sorted(_NAMES, key=len, reverse=True))})\b\.?")
_CLOCK = re.compile(r"\b(\d{1,2})(?:[:.]?(\d{2}))? ?([ap])\.? ?m\b\.?")
_AS_WRITTEN = re.compile(r"\b(\d):(\d{2})\b")
_UNKNOWN = re.compile(r'unknown "(.*)"')


def same_hours(old: str, new: str) -> bool:
    """Whether a mended hours text says exactly what the old one said, or keeps its words as words."""
    words = _UNKNOWN.fullmatch(new)
    if words:
        return not re.search(r"\d", old) and " ".join(old.replace('"', " ").split()) == words[1]
    return _plain(old) == _plain(new)


def _plain(text: str) -> str:
    plain = _NAME.sub(lambda found: _NAMES[found[0].rstrip(".")], text.lower())
    plain = _CLOCK.sub(_clock, plain)
    for pattern, word in _WORDS:
        plain = re.sub(pattern, word, plain)
    plain = _AS_WRITTEN.sub(r"0\1:\2", plain)
    parts = re.sub(r",+", ",", re.sub(r"\s+", "", plain)).strip(",")
    joined = re.sub(r"(?<=[a-z]),(?=\d)", "", parts)
    return re.sub(r"(?:mo-su)?00:00-24:00(?:,mo-su)?", _whole_day, joined)


def _whole_day(found: re.Match[str]) -> str:
    """Day and night is `24/7` only where somebody said that it is so on every day."""
    return "24/7" if "mo-su" in found[0] else found[0]


def _clock(found: re.Match[str]) -> str:
    hour, minute = int(found[1]), found[2] or "00"
    if not 1 <= hour <= 12:
        return found[0]
    return f"{hour % 12 + 12 * (found[3] == 'p'):02}:{minute}"
