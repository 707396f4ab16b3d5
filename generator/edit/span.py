"""One change of a text: where it begins and ends, and what stands there afterwards. Nothing else is touched."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.entry.problem import Problem


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` of a text, counted from 0, become `new`."""

    start: int
    end: int
    new: str

    def apply(self, text: str) -> str:
        """Give the text with this one change."""
        return text[: self.start] + self.new + text[self.end :]


def smallest(start: int, old: str, new: str) -> Span:
    """Give the smallest change that turns `old`, which begins at `start`, into `new`."""
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    return Span(start + head, start + len(old) - tail, new[head : len(new) - tail])


def pasted(text: str, problem: Problem) -> Span:
    """Give the change that pastes a problem's fix in place of the lines it is about, line ends kept as they are."""
    lines = text.split("\n")
    first, count = problem.line - 1, problem.lines
    start = sum(len(line) + 1 for line in lines[:first])
    old = "\n".join(lines[first : first + count])
    end = "\r" if old.endswith("\r") else ""
    return smallest(start, old, problem.fix.replace("\n", f"{end}\n") + end)


def _common(a: str, b: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))
