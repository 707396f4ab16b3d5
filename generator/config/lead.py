"""The LEAD block of every page: the number, the doors into LEAD, and where that is known from."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.config.reading import NONE
from generator.entry import hours
from generator.entry.problem import ProblemError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.config.reading import ConfigFile
    from generator.entry.problem import Problem


class Door(StrEnum):
    """A way into LEAD. Sites differ, so the open doors are a setting and never assumed."""

    ARREST = "arrest"
    SOCIAL_CONTACT = "social-contact"
    COMMUNITY = "community"


@dataclass(frozen=True, slots=True)
class LeadLine:
    """The number that reaches LEAD: ten digits as 910-555-0100. What is None is unknown.

    `hours` is OSM `opening_hours` text, `answered_by` a role ("a case manager"), `after_hours` one sentence
    on what to do when nobody answers.
    """

    number: str
    hours: str | None = None
    answered_by: str | None = None
    after_hours: str | None = None


@dataclass(frozen=True, slots=True)
class Lead:
    """What an adopter has published about LEAD. `line` is None where no number is published.

    `doors` is empty where nobody has confirmed them. `source` says where it was read or who said it, `as_of`
    when (YYYY, YYYY-MM or YYYY-MM-DD), `reviewed_by` the role and organization of who reviewed it.
    """

    line: LeadLine | None = None
    doors: tuple[Door, ...] = ()
    source: str | None = None
    as_of: str | None = None
    reviewed_by: str | None = None


def load_lead(file: ConfigFile) -> Lead:
    """Give the LEAD block of a file that has passed its schema. Raises ProblemError with all its problems."""
    data = file.data
    problems = [*_proof(file), *_hours(file), *_date(file)]
    if problems:
        raise ProblemError(*sorted(problems))
    return Lead(
        line=None if data["line"] == NONE else LeadLine(**data["line"]),
        doors=tuple(Door(door) for door in data.get("doors", ())),
        source=data.get("source"),
        as_of=data.get("as_of"),
        reviewed_by=data.get("reviewed_by"),
    )


def _proof(file: ConfigFile) -> Iterator[Problem]:
    """Refuse a number or a door that nobody vouches for: it would stand above all else on every page."""
    stated = next((key for key in ("line", "doors") if file.data.get(key, NONE) != NONE), None)
    lacking = [f"{key}:" for key in ("source", "as_of", "reviewed_by") if key not in file.data]
    if stated and lacking:
        names = " and ".join(lacking)
        wanted = f"{names} as well, so that readers know where it is from"
        yield file.problem((stated,), "E730", f"{stated}: without {names}", wanted, key=True)


def _hours(file: ConfigFile) -> Iterator[Problem]:
    line = file.data["line"]
    text = line.get("hours") if isinstance(line, dict) else None
    if text is None:
        return
    path = ("line", "hours")
    try:
        hours.parse(text)
    except hours.HoursError as error:
        fix = file.swapped(path, text, error.fix or "")
        yield file.problem(path, "E732", error.seen, error.wanted, fix=fix)


def _date(file: ConfigFile) -> Iterator[Problem]:
    text = file.data.get("as_of")
    if text is None:
        return
    year, month, day = (*(int(part) for part in text.split("-")), 1, 1)[:3]
    try:
        dt.date(year, month, day)
    except ValueError:
        wanted = "a date of the calendar, year first, such as  2026-11-23"
        yield file.problem(("as_of",), "E731", text, wanted)
