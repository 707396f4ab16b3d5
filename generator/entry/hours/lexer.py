"""Cuts an hours text as people write it (`Monday to Friday 9am-5pm`) into words and numbers it knows."""

import re
from typing import Final, NamedTuple

from generator.entry.hours.words import HOLIDAY_WORDS, OFF_WORDS, month_of, ordinal_of, weekdays_of

Value = str | int | tuple[int, ...] | None


class Token(NamedTuple):
    """A word or number: what kind it is, its value if the kind has one, and where it starts and ends."""

    kind: str
    value: Value
    start: int
    end: int


# The order matters: longer ways of writing come before the shorter ones they begin with.
_KINDS: Final = (
    ("comment", r'"[^"]*"'),
    ("semicolon", r";"),
    ("iso", r"20\d\d-\d\d-\d\d(?!\d)"),
    (
        "always",
        r"24\s*/\s*7|24[\s-]*(?:hours?|hrs?|h)\b(?:\s*(?:a|per)\s*day\b)?|always\b|around the clock\b",
    ),
    ("everyday", r"(?:7|seven|365)\s+days(?:\s+(?:a|per)\s+(?:week|year))?\b|(?:every|each)\s+day\b"),
    ("numbers", r"\[[-\d, ]+\]"),
    (
        "clock",
        r"\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.m\.|[ap]m?(?![a-z]))|\d{1,2}[:.]\d\d(?!\d)|noon\b|midnight\b",
    ),
    ("ordinal", r"\d(?:st|nd|rd|th)\b"),
    ("slashed", r"\d{1,2}/\d{1,2}(?:/20\d\d)?(?![\d/])"),
    ("four", r"\d{4}(?!\d)"),
    ("number", r"\d{1,2}(?!\d)"),
    ("dash", r"[-\u2010-\u2015\u2212~]|(?:to|until|till|thru|through)\b"),
    ("comma", r",|&|/|and\b"),
    ("plus", r"\+"),
    ("space", r"[\s:]+"),
    ("word", r"[a-z]+\.?"),
    ("other", r"."),
)
_LEXER: Final = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS), re.IGNORECASE | re.DOTALL)

_FILLERS: Final = (
    "every",
    "each",
    "from",
    "on",
    "the",
    "of",
    "month",
    "at",
    "public",
    "federal",
    "bank",
    "legal",
)
_PLAIN_WORDS: Final[dict[str, str]] = {
    **dict.fromkeys(_FILLERS, "filler"),
    **dict.fromkeys(HOLIDAY_WORDS, "holiday"),
    **dict.fromkeys(OFF_WORDS, "off"),
    "open": "open",
    "unknown": "unknown",
}
_COMMON_WORDS: Final = frozenset({"we", "may"})
"""English words that are days or months only beside a dash or a comma, or with a capital."""


def tokens_of(text: str) -> list[Token]:
    """Give the tokens of a text; what is not a word of the subset has the kind `other`."""
    found = []
    for match in _LEXER.finditer(text):
        kind, start, end = match.lastgroup or "other", match.start(), match.end()
        if kind == "word":
            kind, value = _word(match[0].rstrip("."), text[:start].rstrip()[-1:] + text[end:].lstrip()[:1])
        elif kind == "ordinal":
            value = ordinal_of(match[0])
        elif kind == "everyday":
            kind, value = "weekday", tuple(range(7))
        else:
            value = match[0]
        if kind not in {"space", "filler"}:
            found.append(Token(kind, value, start, end))
    return found


def _word(word: str, around: str) -> tuple[str, Value]:
    lower = word.lower()
    if lower in _PLAIN_WORDS:
        return _PLAIN_WORDS[lower], None
    if word in _COMMON_WORDS and not set(around) & set("-,"):
        return "other", word
    days = weekdays_of(word)
    for kind, value in (("ordinal", ordinal_of(word)), ("weekday", days or None), ("month", month_of(word))):
        if value is not None:
            return kind, value
    return "other", word
