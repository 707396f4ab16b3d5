"""The register of changes: `site_config/changes.yaml`. It says what changed and when, never what a value was.

It is written by `offramp report changes --write`, which reads the history of the entries. A build reads only this file,
so that it needs no history and the same files give the same site.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.config.reading import ConfigFile
    from generator.entry.problem import Problem

from generator.entry.problem import ProblemError

FILE = "changes.yaml"

HEAD = """\
# What changed in this directory, the newest first. Written by `offramp report changes --write`, read by every build.
# Values never stand here, old or new. origin: says who told us; it may be added by hand.
# What the words mean: docs/handbook/upkeep.md.

"""


class What(StrEnum):
    """What changed, the most important first: a day tells no more of an entry than its page needs."""

    ADDED = "added"
    CLOSED = "closed"
    PAUSED = "paused"
    REOPENED = "reopened"
    PHONE = "phone"
    HOURS = "hours"
    ADDRESS = "address"
    SERVICES = "services"
    NAME = "name"
    ANSWERS = "answers"
    CHECKED = "checked"


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one entry on one day (YYYY-MM-DD).

    `origin` is `suggestion`, `agency`, `check`, or empty where nobody wrote down who told us.
    """

    date: str
    entry: str
    what: What
    origin: str = ""

    @property
    def key(self) -> tuple[str, str, What]:
        """What makes it one change: the same day, entry and kind."""
        return self.date, self.entry, self.what


def load_changes(file: ConfigFile) -> tuple[Change, ...]:
    """Give the changes of a file that has passed its schema, the newest first. Raises ProblemError."""
    changes = [Change(row["date"], row["entry"], What(row["what"]), row.get("origin", "")) for row in _rows(file)]
    problems = [*_dates(file), *_twice(file, changes)]
    if problems:
        raise ProblemError(*sorted(problems))
    return newest_first(changes)


def newest_first(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Put changes into the order of the file: by date, the newest first, then by entry, then by importance."""
    by_entry = sorted(changes, key=lambda change: (change.entry, list(What).index(change.what)))
    return tuple(sorted(by_entry, key=lambda change: change.date, reverse=True))


def written(changes: Iterable[Change]) -> bytes:
    """Give the bytes of the file: one line for each change, so that two people's changes rarely meet."""
    rows = []
    for change in newest_first(changes):
        origin = f", origin: {change.origin}" if change.origin else ""
        rows.append(f"  - {{date: {change.date}, entry: {change.entry}, what: {change.what}{origin}}}\n")
    return (HEAD + ("changes:\n" + "".join(rows) if rows else "changes: []\n")).encode("utf-8")


def _rows(file: ConfigFile) -> list[dict[str, str]]:
    rows: list[dict[str, str]] = file.data["changes"]
    return rows


def _dates(file: ConfigFile) -> Iterator[Problem]:
    for index, row in enumerate(_rows(file)):
        if not real_day(row["date"]):
            wanted = "a day of the calendar, year first, such as  2026-11-23"
            yield file.problem(("changes", index, "date"), "E791", row["date"], wanted)


def _twice(file: ConfigFile, changes: list[Change]) -> Iterator[Problem]:
    seen: set[tuple[str, str, What]] = set()
    for index, change in enumerate(changes):
        if change.key in seen:
            told = f"{change.entry}: {change.what} on {change.date}, a second time"
            yield file.problem(("changes", index), "E792", told, "each change of a day once: delete this line")
        seen.add(change.key)


def real_day(text: str) -> bool:
    """Whether a text in the form YYYY-MM-DD is a day of the calendar."""
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True
