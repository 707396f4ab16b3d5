"""Letters that look like others, told apart: a text folded to plain letters, character for character."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_LOOK_ALIKES = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХаеіјорсухѕһԁԛԝгкпт" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορτυχ" + "ıƖɩⅼ\u2010\u2011\u2012\u2013\u2014\u2212",
        "ABESIJKMHOPCTYXaeijopcyxshdqwrknt" + "ABEZHIKMNOPTYXaiknoptux" + "iIil------",
        strict=True,
    )
)
"""Cyrillic and Greek letters that are drawn like Latin ones, and dashes. Source: Unicode Technical Standard 39."""

_WORD = re.compile(r"[^\W\d_]+")
_ALPHABETS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")
"""Alphabets with letters that are drawn like those of another one."""


def folded(text: str) -> str:
    """Give a text of the same length in which look-alikes, wide forms and accents are plain letters and digits."""
    return text if text.isascii() else "".join(map(_plain, text))


def mixed_word(text: str) -> str:
    """Give the first word that mixes letters of two alphabets which look alike, or an empty text."""
    if text.isascii():
        return ""
    words = (found.group() for found in _WORD.finditer(text))
    return next((word for word in words if not word.isascii() and len(set(map(_alphabet, word)) - {""}) > 1), "")


@cache
def _plain(character: str) -> str:
    base = _LOOK_ALIKES.get(character) or unicodedata.normalize("NFKD", character)[:1]
    if unicodedata.category(character) in {"Nd", "No"} and character.isdigit():
        return str(unicodedata.digit(character))
    return base if base.isascii() and base.isprintable() else character


@cache
def _alphabet(letter: str) -> str:
    name = unicodedata.name(letter, "")
    return next((alphabet for alphabet in _ALPHABETS if name.startswith(alphabet)), "")
