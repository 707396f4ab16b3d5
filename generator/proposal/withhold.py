"""Problems as they may stand in a public log: the line, and not the text, where the text may be a secret."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.entry.codes import CODES

if TYPE_CHECKING:
    from generator.entry.problem import Problem

_PRIVATE = frozenset({"W614", "W621"})
_SEEN = "something that is not repeated here: look at the line itself"


def withheld(problem: Problem, *, hidden: bool) -> Problem:
    """Give a problem without any text of the file, if its file is `hidden` or its code is about safety or privacy.

    What is wanted becomes the words of the table of codes, which are the same for every file.
    """
    if not (hidden or problem.code.startswith("E5") or problem.code in _PRIVATE):
        return problem
    told = CODES.get(problem.code)
    wanted = told.why if told else "what the handbook says of this code"
    return replace(problem, seen=_SEEN, wanted=wanted, fix="", source="", length=1, lines=1)
