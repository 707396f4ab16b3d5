"""Problems as text for a person, as JSON for a program, and as annotations for a pull request. All give text only."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from generator.config.codes import CODES as CONFIG_CODES
from generator.config.place_codes import PLACE_CODES
from generator.entry.codes import CODES
from generator.entry.problem import Severity

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
    return json.dumps(report, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def as_github(problems: Sequence[Problem]) -> str:
    """Give workflow commands that GitHub shows beside the lines of a change: errors first, at most ANNOTATIONS."""
    ordered = sorted(problems, key=lambda problem: (problem.severity is not Severity.ERROR, problem))
    if len(ordered) <= ANNOTATIONS:
        return "".join(_command(problem) for problem in ordered)
    shown, left = ordered[: ANNOTATIONS - 1], ordered[ANNOTATIONS - 1 :]
    kind = "error" if any(p.severity is Severity.ERROR for p in left) else "warning"
    more = f"::{kind} title=and {len(left)} more::{_data('The summary of this job lists all of them.')}\n"
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
    where = f"{problem.file}:{problem.line}:{problem.column}:"
    lines = [f"{where} {red}{problem.code} {title(problem.code)}{plain}"]
    if problem.source.strip():
        lines += _quote(problem, dim, red, plain)
    lines += [f"  seen:   {_visible(problem.seen)}", f"  wanted: {_visible(problem.wanted)}"]
    if problem.fix and problem.lines > 1:
        lines.append(f"  write, in place of {_span(problem)}:")
    label = "write: " if problem.lines == 1 else " " * 7
    for line in problem.fix.split("\n") if problem.fix else ():
        lines.append(f"  {label} {green}{_visible(line)}{plain}")
        label = " " * 7
    return "\n".join(lines) + "\n"


def _quote(problem: Problem, dim: str, red: str, plain: str) -> list[str]:
    """Give the line with a caret below what is meant; of a long line the part around it."""
    number = str(problem.line)
    start = max(0, problem.column - 1 - _LONGEST // 2) if problem.column > _LONGEST - 10 else 0
    cut = _visible(problem.source[start : start + _LONGEST])
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
        "file": problem.file,
        "line": str(problem.line),
        "col": str(problem.column),
        "endColumn": str(end),
        "title": f"{problem.code} {title(problem.code)}",
    }
    where = f", in place of {_span(problem)}" if problem.lines > 1 else ""
    write = f"\nWrite{where}:\n{problem.fix}" if problem.fix else ""
    message = f"Seen: {problem.seen}\nWanted: {problem.wanted}{write}"
    told = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{problem.severity} {told}::{_data(message)}\n"


def _span(problem: Problem) -> str:
    return f"lines {problem.line} to {problem.line + problem.lines - 1}"


def _data(text: str) -> str:
    """Escape a message as GitHub reads it, so that no value of an entry can begin a command of its own."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _row(problem: Problem) -> str:
    where = f"{problem.file}:{problem.line}:{problem.column}"
    cells = (where, f"{problem.code} {title(problem.code)}", problem.seen, problem.wanted)
    write = "<br>".join(_code(line) for line in problem.fix.split("\n")) if problem.fix else ""
    return f"| {' | '.join(_cell(cell) for cell in cells)} | {write} |"


def _cell(text: str) -> str:
    """Escape a text for a Markdown table: no markup, no mention, no second cell."""
    escaped = "".join(f"&#{ord(c)};" if c in "\\`*_{}[]<>()#+!|@~&$:" else c for c in text)
    return " ".join(escaped.split())


def _code(text: str) -> str:
    shown = text.replace("&", "&amp;").replace("<", "&lt;").replace("|", "&#124;").replace("@", "&#64;")
    return f"<code>{shown.replace(' ', '&nbsp;')}</code>"


def _visible(text: str) -> str:
    """Give a text without control characters, which could rewrite a terminal."""
    return "".join(c if c.isprintable() else " " if c == "\t" else "\N{REPLACEMENT CHARACTER}" for c in text)
