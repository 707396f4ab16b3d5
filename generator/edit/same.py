"""Does a repair still say the same: each rule reads the old and the new text by itself and compares what they mean.

The check offers a line to paste, which a person looks at. A repair without a person must be certain, so nothing here
trusts the line: what cannot be proved to mean the same is left for a person.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from generator.check.guess import guess_date, slug, state_code
from generator.entry.phone import normal

if TYPE_CHECKING:
    from generator.entry.strict_yaml import Path

_NOT_WORDS = str.maketrans("", "", " \t\r\n\"'\\[]{}|>")
"""Signs that only say how a value is written: blanks, quotes, and the brackets of a list in one line."""

_NUMBERS = re.compile(r"(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})")
_SHORT_YEAR = re.compile(r"(?<!\d)\d{1,2}$")
_REORDERING = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
"""Bidirectional classes of signs that make a reader see another text than the one that is stored."""


def same_signs(old: str, new: str) -> bool:
    """Whether two texts differ only in quotes, brackets and blanks; remarks count as text."""
    return old.translate(_NOT_WORDS) == new.translate(_NOT_WORDS)


def same_drawing(old: str, new: str) -> bool:
    """Whether two texts look the same: blanks of other kinds, signs of no width and accents as a second character."""
    odd = (c for c in old if c not in new)
    if any(unicodedata.category(c) in {"Cc", "Cn", "Co", "Cs"} and c != "\r" for c in odd):
        return False
    if any(unicodedata.bidirectional(c) in _REORDERING or c in "\u200e\u200f\u061c" for c in old):
        return False
    return _drawn(old) == _drawn(new)


def same_word(old: str, new: str) -> bool:
    """Whether two texts are one word or name in capital and small letters, with blanks, hyphens or underscores."""
    return bool(slug(old)) and slug(old.replace("_", "-")) == slug(new.replace("_", "-"))


def same_number(old: str, new: str) -> bool:
    """Whether both texts dial the same digits: no extension is lost, no letter guessed."""
    number, extension = normal(old)
    digits = "".join(c for c in old if c.isdigit()).removeprefix("1")
    return not extension and number == new and digits == "".join(c for c in new if c.isdigit())


def same_extension(old: str, number: str, extension: str) -> bool:
    """Whether a text is a number with this extension behind it."""
    digits = "".join(c for c in old if c.isdigit()).removeprefix("1")
    return normal(old) == (number, extension) and digits == number.replace("-", "") + extension


def same_digits(old: str, new: str) -> bool:
    """Whether a text is these digits with a word before them that only names them, such as `ext. 12`."""
    found = re.fullmatch(r"(?:extension|ext\.?|x|#|press|option)?\s*([0-9]+)", old.strip(), re.IGNORECASE)
    return bool(found) and found is not None and found[1] == new


def same_day(old: str, new: str) -> bool:
    """Whether a date can be read in one way only: `4/3/2026` and `4/3/26` cannot."""
    plain = " ".join(old.strip().rstrip(".").split())
    numbers = _NUMBERS.fullmatch(plain)
    if numbers and len(numbers[1]) != 4:
        first, second = int(numbers[1]), int(numbers[2])
        if len(numbers[3]) != 4 or (first <= 12 and second <= 12 and first != second):
            return False
    if not re.search(r"\d{4}", plain):
        return False
    return guess_date(old, partial=True) == new


def same_state(old: str, new: str) -> bool:
    """Whether a text names the state of these two letters, by its whole name or by its letters."""
    return state_code(old) == new


def same_leaf(path: Path, old: str, new: str) -> bool:
    """Whether a value of the wrong form was only written in another way, by what the field holds."""
    name = str(path[-1]) if path else ""
    if name == "state":
        return same_state(old, new)
    if name in {"extension", "press"}:
        return same_digits(old, new)
    return old.casefold() == new.casefold() and name != "email"


def _drawn(text: str) -> str:
    kept = (" " if unicodedata.category(c) == "Zs" else c for c in unicodedata.normalize("NFC", text))
    return "".join(c for c in kept if unicodedata.category(c) != "Cf" and not _no_width(c)).rstrip("\r")


def _no_width(character: str) -> bool:
    return unicodedata.category(character) == "Mn" and "VARIATION SELECTOR" in unicodedata.name(character, "")
