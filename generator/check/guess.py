"""What a volunteer probably meant: the nearest word, the date in one form, the code of a language or state."""

from __future__ import annotations

import calendar
import re
import unicodedata
from datetime import date
from typing import TYPE_CHECKING

from generator.config.reading import nearest as likest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
_NUMBERS = re.compile(r"(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})")
_MONTH_FIRST = re.compile(r"([A-Za-z]{3})[a-z]*\.? (?:(\d{1,2})(?:st|nd|rd|th)?,? )?(\d{4})")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]{3})[a-z]*\.?,? (\d{4})")
_TWO_NUMBERS = re.compile(r"(\d{1,4})[-/. ](\d{1,4})")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")

_STATES = (
    "AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,DE Delaware,"
    "DC District of Columbia,FL Florida,GA Georgia,HI Hawaii,ID Idaho,IL Illinois,IN Indiana,IA Iowa,KS Kansas,"
    "KY Kentucky,LA Louisiana,ME Maine,MD Maryland,MA Massachusetts,MI Michigan,MN Minnesota,MS Mississippi,"
    "MO Missouri,MT Montana,NE Nebraska,NV Nevada,NH New Hampshire,NJ New Jersey,NM New Mexico,NY New York,"
    "NC North Carolina,ND North Dakota,OH Ohio,OK Oklahoma,OR Oregon,PA Pennsylvania,RI Rhode Island,"
    "SC South Carolina,SD South Dakota,TN Tennessee,TX Texas,UT Utah,VT Vermont,VA Virginia,WA Washington,"
    "WV West Virginia,WI Wisconsin,WY Wyoming,PR Puerto Rico,VI Virgin Islands,GU Guam,AS American Samoa,"
    "MP Northern Mariana Islands"
)
STATES: Mapping[str, str] = {part[:2]: part[3:] for part in _STATES.split(",")}
"""States and territories with ZIP codes: two letters to name."""

_STATE_CODES = {name.lower(): code for code, name in STATES.items()}

LANGUAGES = {
    "american sign language": "ase", "amharic": "am", "arabic": "ar", "asl": "ase", "chinese": "zh", "creole": "ht",
    "dari": "prs", "english": "en", "farsi": "fa", "french": "fr", "german": "de", "gujarati": "gu",
    "haitian creole": "ht", "hindi": "hi", "hmong": "hmn", "interpreter": "mul", "italian": "it", "japanese": "ja",
    "khmer": "km", "korean": "ko", "lao": "lo", "mandarin": "zh", "many": "mul", "nepali": "ne", "pashto": "ps",
    "persian": "fa", "polish": "pl", "portuguese": "pt", "punjabi": "pa", "russian": "ru", "sign language": "ase",
    "somali": "so", "spanish": "es", "swahili": "sw", "tagalog": "tl", "thai": "th", "ukrainian": "uk", "urdu": "ur",
    "vietnamese": "vi",
}  # fmt: skip
"""Names of languages, as a volunteer writes them, to ISO 639 codes."""

WRONG_LANGUAGES = {
    "br": "pt", "ch": "zh", "cn": "zh", "cz": "cs", "dk": "da", "du": "de", "eng": "en", "esp": "es", "fre": "fr",
    "ge": "de", "ger": "de", "gr": "el", "in": "hi", "jp": "ja", "kr": "ko", "mx": "es", "po": "pl", "sp": "es",
    "spa": "es", "ua": "uk", "us": "en", "vn": "vi",
}  # fmt: skip
"""Codes of countries, and codes that do not exist, that people take for codes of languages."""

_WORDS = {
    "y": "yes", "true": "yes", "on": "yes", "yep": "yes", "n": "no", "false": "no", "off": "no", "none": "no",
    "maybe": "conditional", "sometimes": "conditional", "depends": "conditional", "limited": "conditional",
    "open": "active", "opened": "active", "closed": "temporarily-closed", "gone": "defunct",
    "permanently-closed": "defunct", "telephone": "phone", "call": "phone", "called": "phone", "visited": "visit",
    "in-person": "visit", "website": "online", "sms": "text", "female": "women", "male": "men", "everyone": "all",
    "anyone": "all", "state": "statewide", "nationwide": "national", "insurance": "private", "sliding": "sliding-scale",
    "donation": "free", "no-cost": "free", "photo-id": "photo", "any-id": "any", "walkin": "walk-in",
    "walk-ins": "walk-in", "by-appointment": "appointment", "call-first": "phone-first", "methamphetamines":
    "methamphetamine", "opiates": "opioids", "benzos": "benzodiazepines", "narcan": "free-here",
    "wheelchair": "step-free", "bus": "bus-line", "family": "family-friend", "police": "officer",
}  # fmt: skip


def word_set(text: str) -> frozenset[str]:
    """Give the words of a text as a set, for tables that are easier to read as a line."""
    return frozenset(text.split())


def nearest(word: str, choices: Iterable[str], cutoff: float = 0.7) -> str:
    """Give the choice that was probably meant, or an empty text. Case, blanks and underscores do not matter."""
    known = list(choices)
    plain = "-".join(word[:60].lower().replace("_", " ").split())
    same = next((c for c in known if c.replace("_", "-") == plain), "")
    usual = _WORDS.get(plain, "")
    return same or (usual if usual in known else likest(plain, known, cutoff))


def slug(text: str) -> str:
    """Give a text as a slug: small letters and digits, single hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")


def state_code(text: str) -> str:
    """Give the two letters for `north carolina`, `nc` or `N.C.`; empty for anything else."""
    plain = text.replace(".", "").strip()
    return plain.upper() if plain.upper() in STATES else _STATE_CODES.get(plain.lower(), "")


def language_code(text: str) -> str:
    """Give the ISO 639 code for the name of a language or for a usual wrong code; empty for anything else."""
    plain = " ".join(text.lower().replace("-", " ").split())
    return LANGUAGES.get(plain) or WRONG_LANGUAGES.get(plain, "")


def real_day(text: str) -> date | None:
    """Give the day that YYYY-MM-DD names, or None if it is written otherwise or there is no such day."""
    found = _DAY.fullmatch(text)
    return _made(*map(int, found.groups())) if found else None


def real_date(text: str) -> bool:
    """Whether a text is a day, month or year that exists, or the word unknown."""
    month = _MONTH.fullmatch(text)
    if month:
        return _made(int(month[1]), int(month[2]), 1) is not None
    if len(text) == 4:
        return text.isdecimal() and _made(int(text), 1, 1) is not None
    return text == "unknown" or real_day(text) is not None


def guess_date(text: str, *, partial: bool) -> str:
    """Give a date in the one form, year first; empty where it cannot be known.

    `11/23/2026` is read as Americans write it. `partial` allows a month or a year alone.
    """
    plain = " ".join(text.strip().rstrip(".").split())
    day = _from_numbers(plain) or _from_words(plain)
    if day:
        return day
    return _part_of_date(plain) if partial else ""


def _from_numbers(text: str) -> str:
    found = _NUMBERS.fullmatch(text)
    if not found:
        return ""
    a, b, c = map(int, found.groups())
    if len(found[1]) == 4:
        day = _made(a, b, c)
    else:
        year = c + 2000 if len(found[3]) == 2 else c
        day = _made(year, a, b) or _made(year, b, a)
    return day.isoformat() if day else ""


def _from_words(text: str) -> str:
    first, second = _MONTH_FIRST.fullmatch(text), _DAY_FIRST.fullmatch(text)
    if first and first[2]:
        day = _made(int(first[3]), _MONTHS.get(first[1].lower(), 0), int(first[2]))
    elif second:
        day = _made(int(second[3]), _MONTHS.get(second[2].lower(), 0), int(second[1]))
    else:
        day = None
    return day.isoformat() if day else ""


def _part_of_date(text: str) -> str:
    words, numbers = _MONTH_FIRST.fullmatch(text), _TWO_NUMBERS.fullmatch(text)
    if words and words[1].lower() in _MONTHS:
        return f"{words[3]}-{_MONTHS[words[1].lower()]:02}"
    if numbers:
        year, month = sorted(map(int, numbers.groups()), reverse=True)
        return f"{year}-{month:02}" if year > 1900 and 1 <= month <= 12 else ""
    return "unknown" if text.lower() in {"n/a", "none", "no date", "not known", "undated", "?"} else ""


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
