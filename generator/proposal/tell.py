"""The account of a proposal as text for a person at a terminal, and as JSON for a program."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from generator.check.escape import visible
from generator.check.report import as_text, title
from generator.entry.problem import Severity
from generator.entry.strict_text import shown_name
from generator.proposal.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.proposal.model import Change, EntryChange, Proposal

WHAT = {Kind.ADDED: "new", Kind.CHANGED: "changed", Kind.MOVED: "in another folder", Kind.DELETED: "deleted"}
WITHHELD = "What it says is not repeated here: it may be about a secret place."
UNREADABLE = "It cannot be read yet, so nobody can see what changes."


def count(proposal: Proposal) -> str:
    """Give the first sentence, such as `You changed 1 entry.` with its full stop."""
    kinds = [entry.kind for entry in proposal.entries]
    words = {Kind.CHANGED: "changed", Kind.ADDED: "added", Kind.MOVED: "moved", Kind.DELETED: "deleted"}
    told = [f"{words[kind]} {_number(kinds.count(kind), 'entry')}" for kind in words if kind in kinds]
    if not told:
        return "No entry changes."
    return f"You {_joined(told)}."


def errors(proposal: Proposal) -> int:
    """Give how many of the problems stop a build."""
    return sum(problem.severity is Severity.ERROR for problem in proposal.problems)


def verdict(proposal: Proposal) -> str:
    """Give the sentence on problems."""
    wrong = errors(proposal)
    hints = len(proposal.problems) - wrong
    if wrong:
        more = f", and {_number(hints, 'hint')} that stop{'s' * (hints == 1)} nothing" if hints else ""
        return f"{_number(wrong, 'thing')} must be mended before this can be used{more}."
    if proposal.older:
        return (
            f"Nothing in it stops a build, but {_number(proposal.older, 'other thing')} from before it must be mended."
        )
    return f"Nothing must be mended; {_number(hints, 'hint')} below." if hints else "Nothing must be mended."


def as_words(proposal: Proposal, *, colour: bool = False) -> str:
    """Give the whole account for a terminal."""
    lines = [count(proposal), ""]
    for entry in proposal.entries:
        lines += [*_entry(entry), ""]
    if proposal.settings:
        lines += ["Settings of the site: " + ", ".join(shown_name(name) for name in proposal.settings), ""]
    if proposal.reasons:
        lines += ["A second person reads this before it is merged, because", *_reasons(proposal), ""]
    lines += [as_text(proposal.problems, colour=colour).rstrip("\n"), ""] if proposal.problems else []
    return "\n".join([*lines, verdict(proposal)]) + "\n"


def as_data(proposal: Proposal) -> str:
    """Give the account for a program; the form only ever grows."""
    report = {
        "version": 1,
        "second_reader": proposal.second_reader,
        "errors": errors(proposal),
        **asdict(proposal),
        "problems": [{**asdict(problem), "title": title(problem.code)} for problem in proposal.problems],
    }
    return json.dumps(report, ensure_ascii=True, indent=2, sort_keys=True) + "\n"


def sentence(change: Change) -> tuple[str, str, str]:
    """Give a change as its words, its old text and its new text: `Phone changed from A to B`."""
    return change.told(), change.old, change.new


def _entry(entry: EntryChange) -> Iterator[str]:
    yield visible(f"{shown_name(entry.file)}: {entry.name + ', ' if entry.name else ''}{WHAT[entry.kind]}")
    for change in entry.changes:
        told, old, new = sentence(change)
        texts = f" from  {old}  to  {new}" if old and new else f":  {old or new}" if old or new else ""
        yield f"  line {change.line}: {visible(told + texts)}"
    if not entry.readable:
        yield f"  {UNREADABLE}"
    if entry.hidden:
        yield f"  {WITHHELD}"
    yield from (f"  {visible(text)}" for text in entry.missing)


def _reasons(proposal: Proposal) -> Iterator[str]:
    for reason in proposal.reasons:
        where = f" ({shown_name(reason.file)}, line {reason.line})" if reason.file else ""
        yield f"  - {reason.text}{where}"


def _number(number: int, word: str) -> str:
    many = f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"
    return f"{number:,} {word if number == 1 else many}"


def _joined(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
