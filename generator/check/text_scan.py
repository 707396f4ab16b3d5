"""Looks for patterns in a whole file, remarks included, and gives their lines and columns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from generator.check.subject import leaves

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.entry.strict_yaml import Value


@dataclass(frozen=True)
class Pattern:
    """What a pattern stands for, in a few words, and the expression itself.

    `starts` are small letters of which one stands `back` characters after the beginning of every match. With them a
    text is not searched but jumped through, which is many times as fast.
    """

    what: str
    expression: str
    flags: re.RegexFlag = re.NOFLAG
    starts: tuple[str, ...] = ()
    back: int = 0

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression, compiled once."""
        return re.compile(self.expression, self.flags)

    def matches(self, text: str, plain: str) -> Iterator[re.Match[str]]:
        """Give the matches in a text; `plain` is the same text in small letters."""
        if not self.starts or len(plain) != len(text):
            yield from self.compiled.finditer(text)
            return
        for start in self.starts:
            at = plain.find(start)
            while at >= 0:
                found = self.compiled.match(text, at - self.back) if at >= self.back else None
                if found:
                    yield found
                at = plain.find(start, at + 1)


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a pattern was found: its words, the text, and line, column and length; no spot inside escapes."""

    what: str
    text: str
    spot: tuple[int, int, int] | None


def scan(text: str, patterns: Sequence[Pattern], data: dict[str, Value]) -> Iterator[Hit]:
    """Give every hit in a file's text, one for each line.

    A text with escapes is searched a second time as the values that it means, so that nothing hides behind them.
    """
    lines: set[int] = set()
    plain = text.lower()
    found = sorted(
        ((m.start(), m.end(), p.what) for p in patterns for m in p.matches(text, plain)),
        key=lambda hit: (hit[0], -hit[1]),
    )
    for start, end, what in found:
        line = text.count("\n", 0, start) + 1
        if line not in lines:
            lines.add(line)
            column = start - (text.rfind("\n", 0, start) + 1) + 1
            length = len(text[start:end].split("\n", maxsplit=1)[0])
            yield Hit(what, " ".join(text[start:end].split()), (line, column, length))
    if "\\" in text and not found:
        yield from _behind_escapes(patterns, data)


def _behind_escapes(patterns: Sequence[Pattern], data: dict[str, Value]) -> Iterator[Hit]:
    for _, value in leaves(data):
        for pattern in patterns:
            hit = pattern.compiled.search(value)
            if hit:
                yield Hit(pattern.what, hit.group(), None)
                return
