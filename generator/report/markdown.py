"""Texts of entries within Markdown: data, never markup, so that a name can neither link nor mention anybody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGNS = re.compile(r"([\\`*_{}\[\]()<>#+!|~&])")


def plain(text: str) -> str:
    """Give a text on one line in which no sign means anything, and no @ mentions anybody."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split())).replace("@", "&#64;")


def code_block(text: str) -> Iterator[str]:
    """Give a text as a block of code; its fence is longer than any in the text."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    yield f"{fence}yaml"
    yield from text.rstrip("\n").split("\n")
    yield fence
