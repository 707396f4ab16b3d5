"""Text brought into one spelling, so that a secret is found however it was written, escaped or broken up."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from html import unescape
from urllib.parse import unquote

_ROUNDS = 3
_ESCAPED = re.compile(r"\\(?:u[0-9A-Fa-f]{4}|u\{[0-9A-Fa-f]{1,6}\}|x[0-9A-Fa-f]{2}|[nrtbf])")
_COMMON = (("&#39;", "'"), ("&#34;", '"'), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))
_ENTITY = re.compile(r"&(?:#[0-9]|#[xX][0-9a-fA-F]|[A-Za-z]{2,31};)")
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}(?:%[0-9A-Fa-f]{2})*")
"""Begins with a plain sign, which `re` looks for thirty times as fast as for a group."""
_UNSEEN = "\u00ad\u034f\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff"
_TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)
_OTHER = re.compile(r"[^\x00-\x7f]+")
_DROPPED = bytes(byte for byte in range(0x80) if not chr(byte).isalnum())


def decoded(data: bytes) -> str:
    """Give a file's text with escapes of JSON, HTML and addresses undone, also where one is inside another."""
    text = data.decode("utf-8", errors="replace")
    for _ in range(_ROUNDS):
        before = text
        if "\\" in text:
            # A line break is what a JSON file has most of; the general way costs ten times as much.
            text = _ESCAPED.sub(_character, text.replace("\\n", " "))
        if "&" in text:
            # What nearly every page has is replaced at once; the general way costs ten times as much.
            for escape, character in _COMMON:
                text = text.replace(escape, character)
            if _ENTITY.search(text):
                text = unescape(text)
        if "%" in text:
            text = _PERCENT.sub(_unquoted, text)
        if text == before:
            break
    return text


def untagged(text: str) -> str:
    """Give a text without its tags: what a reader sees in one piece, even where half of it is bold."""
    return _TAG.sub("", text)


def folded(text: str) -> bytes:
    """Give letters and digits alone, small, without accents, in UTF-8."""
    return _plain(text).encode("utf-8", errors="ignore").lower().translate(None, _DROPPED)


def stands(form: bytes, text: str) -> bool:
    """Whether a folded text stands in a decoded one and is no part of a longer number.

    What `folded` puts side by side need not be: `2, 128 King` has 128 King in it, `2128 King` has not.
    """
    parts = re.escape(form.decode()) if not form.isascii() else "[^0-9a-z]*".join(form.decode())
    return re.search(rf"(?<![0-9]){parts}(?![0-9])", _plain(text).lower()) is not None


def together(words: str, text: str) -> bool:
    """Whether words stand side by side in a decoded text, in any case, with no more than a sign between them."""
    parts = (re.escape(part) for part in re.findall(r"[^\W_]+", _plain(words)))
    between = rf"[\s\-_+.,'\u2019&{_UNSEEN}]*"
    return re.search(rf"(?<![^\W_]){between.join(parts)}(?![^\W_])", _plain(text), re.IGNORECASE) is not None


def _plain(text: str) -> str:
    """Take signs and accents from what is not ASCII, of which a page has few different runs, each many times.

    Characters of ASCII take no part in how others are taken apart, so that each run can be normalized alone.
    """
    return text if text.isascii() else _OTHER.sub(lambda found: _normal(found[0]), text)


@lru_cache(maxsize=20_000)
def _normal(run: str) -> str:
    return _OTHER.sub(_letters, unicodedata.normalize("NFKD", run))


def _letters(found: re.Match[str]) -> str:
    """Give what of other characters is a letter or a digit; accents and what nobody sees leave no gap."""
    kept = "".join(c for c in found[0].casefold() if c.isalnum())
    return kept or ("" if re.fullmatch(f"[{_UNSEEN}\u0300-\u036f]+", found[0]) else " ")


def _unquoted(found: re.Match[str]) -> str:
    return _plain_text(found[0])


_plain_text = lru_cache(maxsize=4096)(unquote)


def _character(found: re.Match[str]) -> str:
    escape = found[0]
    if len(escape) == 2:
        return " "
    number = int(escape.strip("\\ux{}"), 16)
    return chr(number) if number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF else " "
