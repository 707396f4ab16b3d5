"""The account of a proposal for GitHub: annotations beside the lines, and the summary of the job.

Names of files and values are a stranger's. In the log they are escaped as GitHub reads commands. In the summary they
stand inside blocks of HTML, where Markdown is not read, as code, where GitHub makes no links and mentions.
"""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from generator.check.escape import command_data, command_property, html_code
from generator.check.report import ANNOTATIONS, title
from generator.entry.problem import Severity
from generator.entry.strict_text import shown_name
from generator.proposal.model import Kind
from generator.proposal.preview import HEADING
from generator.proposal.tell import UNREADABLE, WHAT, WITHHELD, count, sentence, verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.entry.problem import Problem
    from generator.proposal.model import EntryChange, Proposal

ROWS = 200
"""Entries, and problems, that a summary lists; the rest is counted. GitHub cuts a summary at 1 MiB."""

SIZE = 900_000
"""Bytes of a summary; what is over it is left out at the end."""


def commands(proposal: Proposal) -> str:
    """Give workflow commands that GitHub shows beside the lines: what must be mended first, at most ANNOTATIONS."""
    errors, warnings = (list(_problems(proposal, severity)) for severity in (Severity.ERROR, Severity.WARNING))
    wanted = [*errors, *_missing(proposal), *_read_twice(proposal), *warnings]
    if len(wanted) > ANNOTATIONS:
        left = len(wanted) - ANNOTATIONS + 1
        more = f"::notice title=and {left} more::The summary of this job lists all of them.\n"
        wanted = [*wanted[: ANNOTATIONS - 1], more]
    return "".join(wanted)


def summary(proposal: Proposal, pages: Mapping[str, str] | None = None) -> str:
    """Give the summary of the job: thanks, what changes, what is missing, what must be mended, how it will look.

    `pages` maps ids to the text of their pages as they will look.
    """
    blocks = [f"## Thank you\n\n{count(proposal)} {verdict(proposal)}", *_entries(proposal.entries)]
    if proposal.settings:
        names = ", ".join(html_code(shown_name(name)) for name in proposal.settings)
        blocks.append(f"<p>Settings of the site change: {names}</p>")
    if proposal.reasons:
        blocks.append("### A second person reads this before it is merged")
        blocks.append(_list([_reason(proposal, index) for index in range(len(proposal.reasons))]))
    if proposal.problems:
        blocks += ["### What the check says", _list([_problem(p) for p in proposal.problems])]
    blocks += ["### How it will look"] if pages else []
    blocks += [_page(entry, text) for entry, text in (pages or {}).items()]
    return _fitting(blocks)


def _problems(proposal: Proposal, severity: Severity) -> Iterator[str]:
    for problem in proposal.problems:
        if problem.severity is severity:
            yield _command(
                severity.value,
                {
                    "file": shown_name(problem.file),
                    "line": str(problem.line),
                    "col": str(problem.column),
                    "endColumn": str(problem.column + problem.length),
                    "title": f"{problem.code} {title(problem.code)}",
                },
                f"Seen: {problem.seen}\nWanted: {problem.wanted}" + (f"\nWrite:\n{problem.fix}" if problem.fix else ""),
            )


def _missing(proposal: Proposal) -> Iterator[str]:
    for entry in proposal.entries:
        if entry.missing:
            line = entry.changes[0].line if entry.changes else 1
            told = "; ".join(change.told() for change in entry.changes)
            where = {"file": shown_name(entry.file), "line": str(line), "title": "Thank you. One thing is missing"}
            yield _command("notice", where, f"{told}. {' '.join(entry.missing)}")


def _read_twice(proposal: Proposal) -> Iterator[str]:
    for reason in proposal.reasons:
        if reason.file:
            where = {"file": shown_name(reason.file), "line": str(reason.line), "title": "A second person reads this"}
            yield _command("notice", where, f"Why: {reason.text}.")


def _command(kind: str, properties: Mapping[str, str], message: str) -> str:
    told = ",".join(f"{key}={command_property(value)}" for key, value in properties.items())
    return f"::{kind} {told}::{command_data(message)}\n"


def _entries(entries: Sequence[EntryChange]) -> Iterator[str]:
    for entry in entries[:ROWS]:
        name = f"{html_code(entry.name)} in " if entry.name else ""
        lines = [f"{_change(entry, index)}" for index in range(len(entry.changes))]
        lines += [f"<b>{html.escape(text)}</b>" for text in entry.missing]
        lines += [UNREADABLE] if not entry.readable and entry.kind is not Kind.DELETED else []
        lines += [WITHHELD] if entry.hidden else []
        yield f"<p>{name}{html_code(shown_name(entry.file))}: {WHAT[entry.kind]}</p>" + (_list(lines) if lines else "")
    if len(entries) > ROWS:
        yield f"… and {len(entries) - ROWS:,} more entries."


def _change(entry: EntryChange, index: int) -> str:
    change = entry.changes[index]
    told, old, new = sentence(change)
    words = f"{html.escape(told)} (line {change.line})"
    if old and new:
        return f"{words} from {html_code(old)} to {html_code(new)}"
    return f"{words}: {html_code(old or new)}" if old or new else words


def _reason(proposal: Proposal, index: int) -> str:
    reason = proposal.reasons[index]
    return reason.text + (f" ({html_code(shown_name(reason.file))}, line {reason.line})" if reason.file else "")


def _problem(problem: Problem) -> str:
    where = f"{html_code(shown_name(problem.file))}, line {problem.line}"
    told = f"{where}: <b>{problem.code} {title(problem.code)}</b>. Seen: {html_code(problem.seen)}."
    write = "<br>".join(html_code(line) for line in problem.fix.split("\n")) if problem.fix else ""
    return f"{told} Wanted: {html_code(problem.wanted)}." + (f" Write: {write}" if write else "")


def _page(entry: str, text: str) -> str:
    lines = "<br>".join(map(_line, filter(str.strip, text.split("\n"))))
    return f"<details><summary>{html_code(entry)}</summary><blockquote>{lines}</blockquote></details>"


def _line(line: str) -> str:
    heading = line.startswith(HEADING)
    return f"<b>{html_code(line.removeprefix(HEADING))}</b>" if heading else html_code(line)


def _list(lines: Sequence[str]) -> str:
    more = [f"… and {len(lines) - ROWS:,} more"] if len(lines) > ROWS else []
    return "<ul>" + "".join(f"<li>{line}</li>" for line in (*lines[:ROWS], *more)) + "</ul>"


def _fitting(blocks: Sequence[str]) -> str:
    told, size = [], 0
    for block in blocks:
        size += len(block.encode("utf-8")) + 2
        if size > SIZE:
            told.append("The rest is too long to be shown here.")
            break
        told.append(block)
    return "\n\n".join(told) + "\n"
