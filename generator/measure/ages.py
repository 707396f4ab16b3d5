"""Which facts somebody should ask about again, and where to begin: by risk first, then by age.

Age never removes anything: every published resource is in the list, those that are not due yet at its end.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.compile.caution import secret_fields
from generator.config.site import Kind, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.compile.model import Compiled, Resource, Trust

_UNKNOWN = ("unknown",)
_BESIDE = ("phones", "address")
"""Facts that every call asks about, whatever the taxonomy wants to know of a service."""


@dataclass(frozen=True, slots=True)
class Age:
    """How old one known fact is. `fact` is its dotted field name.

    `checked` is the day on which somebody last asked, `how` in which way, `until` the last day on which that holds
    (YYYY-MM-DD); all three are empty where nobody ever asked. `read` is the date of its source, as exact as it is
    known, empty where it has none.
    """

    fact: str
    kind: Kind
    checked: str
    how: str
    until: str
    read: str

    def due(self, on: str) -> bool:
        """Whether somebody should ask about it on a day (YYYY-MM-DD)."""
        return on > self.until


@dataclass(frozen=True, slots=True)
class Deadline:
    """When the facts of one kind are due: after `until`, at once where that is empty. `read` is their oldest source."""

    kind: Kind
    until: str
    read: str


@dataclass(frozen=True, slots=True)
class Upkeep:
    """What one call about a resource is for: facts to ask about again, and facts that nobody has told.

    `ages` are the known facts that matter, the most dangerous kind first; `unknown` are dotted names. `deadlines` has
    one for each kind of known fact; a resource of which no such fact is known is due at once.
    """

    resource: Resource
    ages: tuple[Age, ...]
    unknown: tuple[str, ...]
    deadlines: tuple[Deadline, ...]

    def due(self, on: str) -> tuple[Age, ...]:
        """Give the facts to ask about on a day (YYYY-MM-DD)."""
        return tuple(age for age in self.ages if age.due(on))

    def first(self, on: str) -> Deadline | None:
        """Give the most dangerous deadline that has passed on a day, or None."""
        return next((deadline for deadline in self.deadlines if on > deadline.until), None)

    def next(self) -> str:
        """Give the last day (YYYY-MM-DD) before anything is due; empty where something always was."""
        return min(deadline.until for deadline in self.deadlines)


def upkeep(directory: Compiled) -> tuple[Upkeep, ...]:
    """Give what to ask about each published resource, by id."""
    return tuple(_upkeep(resource) for resource in directory.resources)


def ranked(some: Iterable[Upkeep], on: str) -> tuple[Upkeep, ...]:
    """Put resources into the order in which to call on a day (YYYY-MM-DD): see `rank`."""
    return tuple(sorted(some, key=lambda one: rank(one, on)))


def rank(one: Upkeep, on: str) -> tuple[int, str, str, str]:
    """Give the place of one resource: by the worst kind that is due, then by when it was due, its source, its name.

    What nobody ever asked about, and what has no date, comes before what has. What is not due comes last, the next
    to be due first. The device sorts by the same rule (`js/check/due.js`).
    """
    found = one.first(on)
    name = one.resource.entry.name.casefold()
    if found is None:
        return len(Kind), one.next(), "", name
    return found.kind.risk, found.until, found.read, name


def _upkeep(resource: Resource) -> Upkeep:
    ages = tuple(sorted(_ages(resource), key=lambda age: age.kind.risk))
    unknown = tuple(name for name in resource.asked if not _told(resource, name) and not _hidden(resource, name))
    if not any(name.startswith("hours.") for name in unknown) and not resource.hours:
        unknown = ("hours.open", *unknown)
    kinds = dict.fromkeys(age.kind for age in ages)
    deadlines = tuple(_deadline(kind, [age for age in ages if age.kind is kind]) for kind in kinds)
    return Upkeep(resource, ages, unknown, deadlines or (Deadline(Kind.REST, "", ""),))


def _deadline(kind: Kind, ages: list[Age]) -> Deadline:
    return Deadline(kind, min(age.until for age in ages), min(age.read for age in ages))


def _ages(resource: Resource) -> Iterator[Age]:
    """Give the known facts: numbers, all hours, the address, how officers come, and what its service is asked for."""
    hours = {f"hours.{hours.purpose}": hours.trust for hours in resource.hours}
    officers = sorted(name for name in resource.entry.facts if kind_of(name) is Kind.DROP_OFF)
    for name in dict.fromkeys(("phones", *hours, *_BESIDE, *officers, *resource.asked)):
        if name in hours or (_told(resource, name) and not _hidden(resource, name)):
            yield _age(name, hours.get(name) or resource.trust[name], crisis=resource.urgent)


def _age(name: str, trust: Trust, *, crisis: bool) -> Age:
    kind, read = kind_of(name, crisis=crisis), trust.source.date
    source = read if read[:1].isdigit() else ""
    if trust.verified is None:
        return Age(name, kind, "", "", "", source)
    return Age(name, kind, trust.verified.date, trust.verified.how, trust.until, source)


def _told(resource: Resource, name: str) -> bool:
    """Whether there is an answer. One that says `unknown`, with a note perhaps, is none."""
    entry = resource.entry
    if name in _BESIDE:
        return bool(entry.phones if name == "phones" else entry.address)
    fact = resource.fact(name)
    return resource.knows(name) and (fact is None or fact.values != _UNKNOWN)


def _hidden(resource: Resource, name: str) -> bool:
    """Whether a fact of a secret place must not even be asked for."""
    return resource.entry.confidential and name.partition(".")[0] in secret_fields()
