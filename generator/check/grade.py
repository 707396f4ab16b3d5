"""How many years of school a text asks for: the Flesch-Kincaid grade (Kincaid and others, 1975), without names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FEWEST_WORDS = 30
"""The formula says nothing about fewer words than this."""

_SENTENCE = re.compile(r"[^.!?]+[.!?]*")
_SPOKEN = re.compile(r"[A-Za-z][A-Za-z'\u2019-]*")
_VOWELS = re.compile(r"[aeiouy]+")


def sentences(text: str) -> Iterator[str]:
    """Give the sentences of a text."""
    return (found.group().strip() for found in _SENTENCE.finditer(text))


def counts(sentence: str) -> tuple[int, int]:
    """Give words and syllables of a sentence. Names, which nobody can shorten, are left out: capitals inside it."""
    found = _SPOKEN.findall(sentence)
    plain = [word for index, word in enumerate(found) if index == 0 or not word[0].isupper()]
    return len(plain), sum(_syllables(word.lower()) for word in plain)


def grade(counted: Iterable[tuple[int, int]]) -> float | None:
    """Give the school grade of sentences by their `counts`, or None where they are too few words."""
    told = [(words, syllables) for words, syllables in counted if words]
    words = sum(count for count, _ in told)
    if words < FEWEST_WORDS:
        return None
    return 0.39 * words / len(told) + 11.8 * sum(syllables for _, syllables in told) / words - 15.59


def _syllables(word: str) -> int:
    groups = len(_VOWELS.findall(word))
    silent = word.endswith("e") and not word.endswith(("le", "ee")) and groups > 1
    return max(1, groups - silent)
