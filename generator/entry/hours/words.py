"""The words people write for days and months, and which one a misspelt word most likely is."""

from difflib import get_close_matches
from typing import Final

_WEEKDAY_NAMES: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH_NAMES: Final = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_WEEKDAY_SHORT: Final = {
    **{name[:2]: day for day, name in enumerate(_WEEKDAY_NAMES)},
    **{name[:3]: day for day, name in enumerate(_WEEKDAY_NAMES)},
    "m": 0,
    "t": 1,
    "tues": 1,
    "w": 2,
    "weds": 2,
    "thur": 3,
    "thurs": 3,
    "f": 4,
}
_WEEKDAY_GROUPS: Final[dict[str, tuple[int, ...]]] = {
    "daily": (0, 1, 2, 3, 4, 5, 6),
    "everyday": (0, 1, 2, 3, 4, 5, 6),
    "weekday": (0, 1, 2, 3, 4),
    "weekdays": (0, 1, 2, 3, 4),
    "weekend": (5, 6),
    "weekends": (5, 6),
    "mwf": (0, 2, 4),
    "tth": (1, 3),
}
_MONTH_SHORT: Final = {**{name[:3]: month for month, name in enumerate(_MONTH_NAMES, 1)}, "sept": 9}
_ORDINALS: Final = {
    **{text: number for number, text in enumerate(("first", "second", "third", "fourth", "fifth"), 1)},
    **{text: number for number, text in enumerate(("1st", "2nd", "3rd", "4th", "5th"), 1)},
    "last": -1,
}
HOLIDAY_WORDS: Final = frozenset({"ph", "holiday", "holidays"})
OFF_WORDS: Final = frozenset({"off", "closed", "close"})


def weekdays_of(word: str) -> tuple[int, ...]:
    """Give the weekdays a word means (0 is Monday), empty if none: Tues, weekdays, M, Wendesday."""
    word = word.lower()
    if word in _WEEKDAY_GROUPS:
        return _WEEKDAY_GROUPS[word]
    if word in _WEEKDAY_SHORT:
        return (_WEEKDAY_SHORT[word],)
    singular = word.removesuffix("s")
    near = get_close_matches(singular, _WEEKDAY_NAMES, n=1, cutoff=0.78) if len(word) > 4 else []
    return (_WEEKDAY_NAMES.index(near[0]),) if near else ()


def month_of(word: str) -> int | None:
    """Give the month 1-12 a word means, or None: December, Sept, Febuary."""
    word = word.lower()
    if word in _MONTH_SHORT:
        return _MONTH_SHORT[word]
    near = get_close_matches(word, _MONTH_NAMES, n=1, cutoff=0.8) if len(word) > 2 else []
    return _MONTH_NAMES.index(near[0]) + 1 if near else None


def ordinal_of(word: str) -> int | None:
    """Give 1 to 5 for first to fifth (or 1st to 5th), -1 for last, else None."""
    return _ORDINALS.get(word.lower())
