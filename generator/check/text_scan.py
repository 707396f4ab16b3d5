"""Looks for patterns in a whole file, remarks included, and gives their lines and columns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from generator.check.subject import leaves

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from generator.entry.strict_yaml import Value

Span: TypeAlias = tuple[int, int, str]
"""Where a match begins and ends in a text, and what its pattern stands for."""


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
    plain = text.lower()
    yield from scan_with(text, data, lambda part: spans(part, patterns, plain if part is text else part.lower()))


def scan_with(text: str, data: dict[str, Value], search: Callable[[str], Iterable[Span]]) -> Iterator[Hit]:
    """Give every hit of a search of one's own, as `scan` does; what lies inside another hit is no other."""
    lines: set[int] = set()
    told = 0
    found = sorted(search(text), key=lambda span: (span[0], -span[1]))
    for start, end, what in found:
        line = text.count("\n", 0, start) + 1
        if line not in lines and start >= told:
            lines.add(line)
            told = end
            column = start - (text.rfind("\n", 0, start) + 1) + 1
            length = len(text[start:end].split("\n", maxsplit=1)[0])
            yield Hit(what, " ".join(text[start:end].split()), (line, column, length))
    if "\\" in text and not found:
        for _, value in leaves(data):
            for start, end, what in search(value):
                yield Hit(what, " ".join(value[start:end].split()), None)
                return


def spans(text: str, patterns: Sequence[Pattern], plain: str) -> Iterator[Span]:
    """Give every match of some patterns; `plain` is the same text in small letters."""
    for pattern in patterns:
        for match in pattern.matches(text, plain):
            yield match.start(), match.end(), pattern.what
