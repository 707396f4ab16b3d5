"""Repairs of one file that change how it is written and never what it says.

Each repair is the line that the check offers, taken only if three things hold: a reader of its own agrees that it says
the same (`generator.edit.same`), every other value and every remark is as before, and the check finds less to say.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.check.run import check_file
from generator.edit.reading import Reading, reading
from generator.edit.span import Span, pasted
from generator.edit.trusted import trusted
from generator.entry.source import Kind
from generator.entry.strict_yaml import ENTRY_LIMIT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.config.settings import Settings
    from generator.entry.problem import Problem
    from generator.entry.source import SourceFile

ROUNDS = 200
"""Repairs of one file; one with more needs a person."""

BLANKS = "blanks"
"""What stands in place of a code where blanks at line ends were taken away, which no check speaks about."""


@dataclass(frozen=True, slots=True)
class Repair:
    """One repair: the code of the problem it mends, its line in the text before it, and the change itself."""

    code: str
    line: int
    span: Span


@dataclass(frozen=True, slots=True)
class Mended:
    """A file's text before and after its repairs, which were made one after the other in this order.

    `before` is the text as it was read; a mark before the first letter and UTF-16 are mended in the bytes alone.
    """

    before: str
    after: str
    repairs: tuple[Repair, ...]
    data: bytes


def mend(file: SourceFile, settings: Settings) -> Mended:
    """Give a file with all that is safe to repair repaired.

    A file that is too big, no plain file, or still cannot be read after all repairs comes back as it was.
    """
    text = _decoded(file.data)
    if text is None or file.kind is not Kind.FILE or len(file.data) > ENTRY_LIMIT:
        return Mended("", "", (), file.data)
    after, repairs = text, []
    for _ in range(ROUNDS):
        step = _step(file, after, settings)
        if not step:
            break
        repairs.append(step)
        after = step.span.apply(after)
    now = reading(file.path, after)
    if not now.readable:
        return Mended(text, text, (), file.data)
    after, blanks = _without_blanks(file, after, settings, now)
    return Mended(text, after, (*repairs, *blanks), after.encode("utf-8"))


def _step(file: SourceFile, text: str, settings: Settings) -> Repair | None:
    """Give the next repair, or None where nothing safe is left."""
    problems = _problems(file, text, settings)
    now = reading(file.path, text)
    for problem in problems:
        if not problem.fix:
            continue
        span = pasted(text, problem)
        after = span.apply(text)
        then = reading(file.path, after)
        if trusted(problem, now, then) and _better(now, then, problems, _problems(file, after, settings)):
            return Repair(problem.code, problem.line, span)
    return None


def _problems(file: SourceFile, text: str, settings: Settings) -> Sequence[Problem]:
    return sorted(check_file(replace(file, data=text.encode("utf-8")), settings).problems)


def _better(now: Reading, then: Reading, old: Sequence[Problem], new: Sequence[Problem]) -> bool:
    """Whether there is less to say: one problem gone and none new, or the file is readable further down."""
    if now.readable or Counter(p.code for p in new) < Counter(p.code for p in old):
        return then.readable >= now.readable and Counter(p.code for p in new) < Counter(p.code for p in old)
    if then.readable:
        return True
    return bool(new) and (new[0].line, new[0].column) > (old[0].line, old[0].column)


def _without_blanks(file: SourceFile, text: str, settings: Settings, now: Reading) -> tuple[str, tuple[Repair, ...]]:
    """Take away blanks at the ends of lines, and end the last line, where no value changes by it."""
    repairs: list[Repair] = []
    told = len(_problems(file, text, settings))
    for number in range(text.count("\n") + 1, 0, -1):
        lines = text.split("\n")
        line = lines[number - 1]
        kept = line.removesuffix("\r").rstrip(" \t") + ("\r" if line.endswith("\r") else "")
        last = number == len(lines) and kept
        if kept == line and not last:
            continue
        start = sum(len(one) + 1 for one in lines[: number - 1])
        head = len(kept.removesuffix("\r"))
        span = Span(start + head, start + len(line), kept[head:] + ("\n" if last else ""))
        after = span.apply(text)
        then = reading(file.path, after)
        if then.leaves == now.leaves and then.remarks == now.remarks and len(_problems(file, after, settings)) <= told:
            text = after
            repairs.append(Repair(BLANKS, number, span))
    return text, tuple(repairs)


def _decoded(data: bytes) -> str | None:
    """Give the text of a file that is UTF-8, or UTF-16 with its mark, which says without doubt what it is."""
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return data.decode("utf-16" if marked else "utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError:
        return None
