"""Problems as text for a person, as JSON for a program, and as annotations for a pull request. All give text only."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from generator.check.escape import command_data, command_property, table_cell, table_code, visible
from generator.config.codes import CODES as CONFIG_CODES
from generator.config.place_codes import PLACE_CODES
from generator.entry.codes import CODES
from generator.entry.problem import Severity
from generator.entry.strict_text import shown_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.entry.problem import Problem

ANNOTATIONS = 10
"""GitHub shows 10 annotations of one step; the last of ours says how many are left out."""

SUMMARY_ROWS = 500
"""A job summary may have 1 MiB; this many rows are far below it."""

_LONGEST = 110
"""Characters of a source line that the text report shows."""

_RED, _YELLOW, _DIM, _GREEN, _PLAIN = "\x1b[1;31m", "\x1b[1;33m", "\x1b[2m", "\x1b[1;32m", "\x1b[0m"


def title(code: str) -> str:
    """Give the few words for a code, of this table or of those of `site_config/`."""
    told = CODES.get(code) or CONFIG_CODES.get(code) or PLACE_CODES.get(code)
    return told.title if told else "Problem"


def as_text(problems: Sequence[Problem], *, files: int = 0, colour: bool = False) -> str:
    """Give the report for a person: each problem with its line, a caret and the line to write, then a count.

    Errors come after the warnings, where a terminal still shows them; both are sorted by file, line and column.
    `files` is how many files were looked at, 0 where nobody counted.
    """
    ordered = sorted(problems, key=lambda problem: (problem.severity is Severity.ERROR, problem))
    blocks = [_block(problem, colour=colour) for problem in ordered]
    return "\n".join([*blocks, f"{_count(problems, files)}\n"])


def as_json(problems: Sequence[Problem], *, files: int = 0) -> str:
    """Give the report for a program: counts and every field of every problem, sorted; the form only ever grows."""
    report = {
        "version": 1,
        "files": files,
        "errors": sum(p.severity is Severity.ERROR for p in problems),
        "warnings": sum(p.severity is Severity.WARNING for p in problems),
        "problems": [{**asdict(problem), "title": title(problem.code)} for problem in sorted(problems)],
    }
    text = json.dumps(report, ensure_ascii=False, indent=2, sort_keys=True)
    return text.encode("utf-8", "backslashreplace").decode() + "\n"


def as_github(problems: Sequence[Problem]) -> str:
    """Give workflow commands that GitHub shows beside the lines of a change: errors first, at most ANNOTATIONS."""
    ordered = sorted(problems, key=lambda problem: (problem.severity is not Severity.ERROR, problem))
    if len(ordered) <= ANNOTATIONS:
        return "".join(_command(problem) for problem in ordered)
    shown, left = ordered[: ANNOTATIONS - 1], ordered[ANNOTATIONS - 1 :]
    kind = "error" if any(p.severity is Severity.ERROR for p in left) else "warning"
    more = f"::{kind} title=and {len(left)} more::{command_data('The summary of this job lists all of them.')}\n"
    return "".join(_command(problem) for problem in shown) + more


def github_summary(problems: Sequence[Problem], *, files: int = 0) -> str:
    """Give the Markdown table for a job summary, with every problem up to SUMMARY_ROWS."""
    if not problems:
        return f"### Directory check\n\n{_count(problems, files)}\n"
    rows = [_row(problem) for problem in sorted(problems)[:SUMMARY_ROWS]]
    more = [f"\n…and {len(problems) - SUMMARY_ROWS} more."] if len(problems) > SUMMARY_ROWS else []
    head = ["### Directory check", "", _count(problems, files), "", "| where | what | seen | wanted | write |"]
    return "\n".join([*head, "| --- | --- | --- | --- | --- |", *rows, *more]) + "\n"


def _block(problem: Problem, *, colour: bool) -> str:
    red, dim, green, plain = _colours(problem) if colour else ("", "", "", "")
    where = f"{shown_name(problem.file)}:{problem.line}:{problem.column}:"
    lines = [f"{where} {red}{problem.code} {title(problem.code)}{plain}"]
    if problem.source.strip():
        lines += _quote(problem, dim, red, plain)
    lines += [f"  seen:   {visible(problem.seen)}", f"  wanted: {visible(problem.wanted)}"]
    if problem.fix and problem.lines > 1:
        lines.append(f"  write, in place of {_span(problem)}:")
    label = "write: " if problem.lines == 1 else " " * 7
    for line in problem.fix.split("\n") if problem.fix else ():
        lines.append(f"  {label} {green}{visible(line)}{plain}")
        label = " " * 7
    return "\n".join(lines) + "\n"


def _quote(problem: Problem, dim: str, red: str, plain: str) -> list[str]:
    """Give the line with a caret below what is meant; of a long line the part around it."""
    number = str(problem.line)
    start = max(0, problem.column - 1 - _LONGEST // 2) if problem.column > _LONGEST - 10 else 0
    cut = visible(problem.source[start : start + _LONGEST])
    before, after = "..." if start else "", "..." if start + _LONGEST < len(problem.source) else ""
    offset = len(before) + problem.column - 1 - start
    carets = "^" * max(1, min(problem.length, len(before) + len(cut) - offset))
    margin = " " * len(number)
    return [
        f"  {dim}{number} |{plain} {before}{cut}{after}",
        f"  {dim}{margin} |{plain} {' ' * offset}{red}{carets}{plain}",
    ]


def _colours(problem: Problem) -> tuple[str, str, str, str]:
    return _RED if problem.severity is Severity.ERROR else _YELLOW, _DIM, _GREEN, _PLAIN


def _count(problems: Iterable[Problem], files: int) -> str:
    listed = list(problems)
    errors = sum(problem.severity is Severity.ERROR for problem in listed)
    warnings = len(listed) - errors
    looked = f" in {_number(files, 'file')}" if files else ""
    if not listed:
        return f"No problems{looked}."
    told = [_number(count, word) for count, word in ((errors, "error"), (warnings, "warning")) if count]
    hint = "What each code means: docs/handbook/problems.md" if errors else "Warnings stop nothing."
    return f"{' and '.join(told)}{looked}. {hint}"


def _number(count: int, word: str) -> str:
    return f"{count:,} {word}" + ("" if count == 1 else "s")


def _command(problem: Problem) -> str:
    end = problem.column + problem.length
    properties = {
        "file": shown_name(problem.file),
        "line": str(problem.line),
        "col": str(problem.column),
        "endColumn": str(end),
        "title": f"{problem.code} {title(problem.code)}",
    }
    where = f", in place of {_span(problem)}" if problem.lines > 1 else ""
    write = f"\nWrite{where}:\n{problem.fix}" if problem.fix else ""
    message = f"Seen: {problem.seen}\nWanted: {problem.wanted}{write}"
    told = ",".join(f"{key}={command_property(value)}" for key, value in properties.items())
    return f"::{problem.severity} {told}::{command_data(message)}\n"


def _span(problem: Problem) -> str:
    return f"lines {problem.line} to {problem.line + problem.lines - 1}"


def _row(problem: Problem) -> str:
    where = f"{shown_name(problem.file)}:{problem.line}:{problem.column}"
    cells = (where, f"{problem.code} {title(problem.code)}", problem.seen, problem.wanted)
    write = "<br>".join(table_code(line) for line in problem.fix.split("\n")) if problem.fix else ""
    return f"| {' | '.join(table_cell(cell) for cell in cells)} | {write} |"
