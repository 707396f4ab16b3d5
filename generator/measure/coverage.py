"""Coverage and gaps: what is confirmed and what is only listed, at each intercept, each hour, for whom, and how far.

Listed counts stand beside confirmed ones and are never added to them; what nobody knows covers nothing. Listings are no
capacity: a place that is counted here may be full.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from generator.measure.barriers import BarrierRow, barrier_rows
from generator.measure.changes import news
from generator.measure.distances import ZipRow, zip_rows
from generator.measure.needs import Need, offers, reached
from generator.measure.week_hours import NeedWeek, need_week

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.compile.model import Compiled, Resource
    from generator.config.gaps import Gap
    from generator.config.taxonomy import Group
    from generator.measure.changes import News

INTERCEPTS = range(6)
"""Of the Sequential Intercept Model (Policy Research Associates), 0 to 5."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many resources: confirmed, and beside them those that are only listed."""

    confirmed: int = 0
    listed: int = 0

    def plus(self, *, confirmed: bool) -> Count:
        """Give the count with one more resource."""
        return Count(self.confirmed + confirmed, self.listed + (not confirmed))


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One group: a count for each intercept, 0 to 5."""

    group: Group
    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """All that is measured of one directory on the day of its build.

    `closed` counts resources that are left out because they are closed for a time. `empty` has for each intercept the
    slugs of services that belong there and that nobody offers.
    """

    matrix: tuple[MatrixRow, ...]
    empty: tuple[tuple[str, ...], ...]
    weeks: tuple[NeedWeek, ...]
    barriers: tuple[BarrierRow, ...]
    zips: tuple[ZipRow, ...]
    gaps: tuple[Gap, ...]
    closed: int


@dataclass(frozen=True, slots=True)
class Since:
    """What happened from a day on (YYYY-MM-DD): changes of entries, resources asked, gaps named and gaps closed."""

    day: str
    changes: tuple[News, ...]
    asked: tuple[Resource, ...]
    named: tuple[Gap, ...]
    ended: tuple[Gap, ...]


def coverage(directory: Compiled) -> Coverage:
    """Measure a directory."""
    found = {need: offers(directory, need) for need in Need}
    return Coverage(
        matrix=matrix(directory),
        empty=tuple(_empty(directory, number) for number in INTERCEPTS),
        weeks=tuple(need_week(directory, need, found[need]) for need in Need),
        barriers=barrier_rows(directory),
        zips=zip_rows(directory, found),
        gaps=directory.settings.gaps,
        closed=sum(resource.closed for resource in directory.resources),
    )


def matrix(directory: Compiled) -> tuple[MatrixRow, ...]:
    """Count resources by group and intercept; one that offers several services counts once in each cell."""
    cells: dict[tuple[str, int], Count] = {}
    for resource in directory.resources:
        if not resource.closed:
            sure = reached(resource, directory.build_date)
            for cell in set(_cells(resource)):
                cells[cell] = cells.get(cell, Count()).plus(confirmed=sure)
    groups = directory.settings.taxonomy.groups
    return tuple(MatrixRow(g, tuple(cells.get((g.slug, i), Count()) for i in INTERCEPTS)) for g in groups)


def since(directory: Compiled, day: str) -> Since:
    """Give what happened on a day (YYYY-MM-DD) or after it. A date that is less exact counts from its first day."""
    gaps = directory.settings.gaps
    return Since(
        day=day,
        changes=tuple(one for one in news(directory) if one.change.date >= day),
        asked=tuple(r for r in directory.resources if any(v.date >= day for v in r.entry.verified)),
        named=tuple(gap for gap in gaps if _first_day(gap.date) >= day),
        ended=tuple(gap for gap in gaps if gap.closed and _first_day(gap.closed) >= day),
    )


def quarter_before(day: str) -> str:
    """Give the day 92 days before a day, both YYYY-MM-DD: a look back to the last quarterly meeting."""
    return (date.fromisoformat(day) - timedelta(days=92)).isoformat()


def _first_day(text: str) -> str:
    return f"{text}-01-01"[:10] if len(text) == 4 else f"{text}-01"[:10]


def _cells(resource: Resource) -> Iterator[tuple[str, int]]:
    """Give group and intercept of each of its services; an intercept that only the entry names is its main group's."""
    told = set()
    for service in resource.services:
        for number in service.intercepts:
            if number in resource.intercepts:
                told.add(number)
                yield service.group, number
    yield from ((resource.group.slug, number) for number in resource.intercepts if number not in told)


def _empty(directory: Compiled, number: int) -> tuple[str, ...]:
    services = directory.settings.taxonomy.services.values()
    return tuple(s.slug for s in services if number in s.intercepts and directory.listing(s.slug) is None)
