"""Text brought into one spelling, so that a secret is found however it was written, escaped or broken up."""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from urllib.parse import unquote

BREAK = b"\x00"
"""Stands between two digits that something stood between: `2, 128` is not 2128."""

_ROUNDS = 3
_ESCAPED = re.compile(r"\\(?:u\{?([0-9A-Fa-f]{4,6})\}?|x([0-9A-Fa-f]{2})|([nrtbf]))")
_PERCENT = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_UNSEEN = re.compile("[\u00ad\u034f\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff]")
_TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)
_OTHER = re.compile(r"[^\x00-\x7f]+")
_BETWEEN = re.compile(rb"(?<=[0-9])[^0-9a-z]+(?=[0-9])")
_KEPT = frozenset(b"abcdefghijklmnopqrstuvwxyz0123456789") | frozenset(BREAK) | frozenset(range(0x80, 0x100))
_DROPPED = bytes(byte for byte in range(256) if byte not in _KEPT)


def decoded(data: bytes) -> str:
    """Give a file's text with escapes of JSON, HTML and addresses undone, also where one is inside another."""
    text = data.decode("utf-8", errors="replace")
    for _ in range(_ROUNDS):
        before = text
        if "\\" in text:
            text = _ESCAPED.sub(_character, text)
        if "&" in text:
            text = unescape(text)
        if "%" in text:
            text = _PERCENT.sub(lambda found: unquote(found[0]), text)
        if text == before:
            break
    return _UNSEEN.sub("", text)


def untagged(text: str) -> str:
    """Give a text without its tags: what a reader sees in one piece, even where half of it is bold."""
    return _TAG.sub("", text)


def folded(text: str) -> bytes:
    """Give letters and digits alone, small, without accents, in UTF-8; between digits a BREAK if they stood apart."""
    if not text.isascii():
        text = _OTHER.sub(_letters, unicodedata.normalize("NFKD", text))
    plain = text.encode("utf-8", errors="ignore").lower()
    return _BETWEEN.sub(BREAK, plain).translate(None, _DROPPED)


def _letters(found: re.Match[str]) -> str:
    """Give what of a run of other characters is a letter or a digit; a blank where none is, so that words stay apart."""
    return "".join(c for c in found[0].casefold() if c.isalnum()) or ("" if unicodedata.combining(found[0][0]) else " ")


def _character(found: re.Match[str]) -> str:
    code = found[1] or found[2]
    if not code:
        return " "
    number = int(code, 16)
    return chr(number) if number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF else " "
