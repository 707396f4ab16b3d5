"""The registers of a site against its entries and the calendar. Paths are of the register's own file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.check.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from generator.check.gist import Gist
    from generator.entry.strict_yaml import Path


def changes(data: Mapping[str, Any], ids: Mapping[str, Gist | None], today: date) -> Iterator[Finding]:
    """Require that every change is of an entry that is there, and of a day that has been.

    An entry that had to disappear altogether disappears from the register as well.
    """
    for index, row in enumerate(data["changes"]):
        path = ("changes", index)
        if row["entry"] not in ids:
            wanted = "an entry that is in directory/, or no such line: what is gone for good is not named here either"
            yield Finding("E409", (*path, "entry"), f"{row['entry']}, which does not exist", wanted)
        yield from _future((*path, "date"), row["date"], today)


def do_not_list(data: Mapping[str, Any], today: date) -> Iterator[Finding]:
    """Require that nobody asked in the future."""
    for index, agency in enumerate(data["agencies"]):
        yield from _future(("agencies", index, "date"), agency["date"], today)


def _future(path: Path, text: str, today: date) -> Iterator[Finding]:
    if text > today.isoformat():
        wanted = f"a day that has been; today is {today.isoformat()}. Is the year right?"
        yield Finding("E323", path, text, wanted)
