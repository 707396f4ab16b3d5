"""Problems as they may stand in a public log: the line, and not the text, where the text may be a secret."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.entry.codes import CODES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.entry.problem import Problem
    from generator.proposal.model import Change

_PRIVATE = frozenset({"W614", "W621"})
_SEEN = "something that is not repeated here: look at the line itself"


def private(problem: Problem) -> bool:
    """Whether a problem is about safety or privacy, so that its line is not repeated."""
    return problem.code.startswith("E5") or problem.code in _PRIVATE


def without_texts(changes: Sequence[Change], lines: Iterable[int]) -> tuple[Change, ...]:
    """Give changes without the texts of those to which some lines belong: each to the last that begins above it."""
    starts = {max((c.line for c in changes if c.line <= line), default=0) for line in lines}
    return tuple(replace(c, old="", new="") if c.line in starts else c for c in changes)


def withheld(problem: Problem, *, hidden: bool) -> Problem:
    """Give a problem without any text of the file, if its file is `hidden` or its code is about safety or privacy.

    What is wanted becomes the words of the table of codes, which are the same for every file.
    """
    if not (hidden or private(problem)):
        return problem
    told = CODES.get(problem.code)
    wanted = told.why if told else "what the handbook says of this code"
    return replace(problem, seen=_SEEN, wanted=wanted, fix="", source="", length=1, lines=1)
