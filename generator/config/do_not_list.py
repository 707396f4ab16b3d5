"""Agencies that asked not to be listed: `site_config/do-not-list.yaml`. The check refuses an entry for any of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.config.changes import real_day
from generator.entry.problem import ProblemError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.config.reading import ConfigFile
    from generator.entry.problem import Problem

FILE = "do-not-list.yaml"
MATCHERS = ("name", "id", "phones", "hosts")


@dataclass(frozen=True, slots=True)
class Unlisted:
    """One agency that may not be listed, and how to know it again; what is empty is not compared.

    `reason` is asked, safety or not-public; `date` is YYYY-MM-DD; `line` is where it stands in the file.
    """

    reason: str
    date: str
    line: int
    name: str = ""
    id: str = ""
    phones: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()


def load_do_not_list(file: ConfigFile) -> tuple[Unlisted, ...]:
    """Give the agencies of a file that has passed its schema. Raises ProblemError with all its problems."""
    problems = [*_dates(file), *_empty(file)]
    if problems:
        raise ProblemError(*sorted(problems))
    return tuple(
        Unlisted(
            reason=agency["reason"],
            date=agency["date"],
            line=file.place(("agencies", index)).line,
            name=agency.get("name", ""),
            id=agency.get("id", ""),
            phones=tuple(agency.get("phones", ())),
            hosts=tuple(agency.get("hosts", ())),
        )
        for index, agency in enumerate(file.data["agencies"])
    )


def _dates(file: ConfigFile) -> Iterator[Problem]:
    for index, agency in enumerate(file.data["agencies"]):
        if not real_day(agency["date"]):
            wanted = "a day of the calendar, year first, such as  2026-11-23"
            yield file.problem(("agencies", index, "date"), "E796", agency["date"], wanted)


def _empty(file: ConfigFile) -> Iterator[Problem]:
    for index, agency in enumerate(file.data["agencies"]):
        if not any(key in agency for key in MATCHERS):
            wanted = f"one of {', '.join(MATCHERS)}, by which an entry is known again"
            yield file.problem(("agencies", index), "E795", "nothing to know it by", wanted)
