"""One broken thing in one file, told so that a volunteer can mend it: where, seen, wanted, what to paste."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error stops a build and gives exit code 1; a warning never changes the exit code."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One cause, one problem. Sorted by file, line and column.

    `line` and `column` are 1-based; `length` is how many characters of that line are meant (for a caret).
    `code` is stable and has a paragraph in the handbook. `fix` is the corrected line or lines, ready to paste in
    place of `lines` lines from `line` on, or empty where only a person can know it. `source` is the line as it
    stands, with a mark for each character that nobody can see.
    """

    file: str
    line: int
    column: int
    code: str
    severity: Severity
    seen: str
    wanted: str
    fix: str = ""
    source: str = ""
    length: int = 1
    lines: int = 1


class ProblemError(Exception):
    """Raised where reading cannot go on; carries the problems found so far."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(f"{p.file}:{p.line}:{p.column} {p.code} {p.wanted}" for p in problems))
        self.problems = problems
