"""Who gave the points that a site uses: of its towns, of its ZIP codes, and of the places it publishes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.compile.model import Compiled


@dataclass(frozen=True, slots=True)
class Credit:
    """One source, as the data names it, and how many points are from it."""

    source: str
    count: int


@dataclass(frozen=True, slots=True)
class Credits:
    """Sources by what their points stand for, each with the most points first.

    `towns` are those of `places.csv` and `zips` those of `zips.csv`; `places` are those of published resources.
    """

    towns: tuple[Credit, ...]
    zips: tuple[Credit, ...]
    places: tuple[Credit, ...]


def credits_of(directory: Compiled) -> Credits:
    """Count the sources of all points of a directory; a point without a source is not counted."""
    gazetteer = directory.settings.gazetteer
    shown = (resource.location for resource in directory.resources if not resource.entry.confidential)
    return Credits(
        towns=_counted(place.source for place in gazetteer.places),
        zips=_counted(middle.source for middle in gazetteer.zips.values()),
        places=_counted(location.credit for location in shown if location),
    )


def _counted(sources: Iterable[str]) -> tuple[Credit, ...]:
    found = Counter(source for source in sources if source)
    return tuple(Credit(*pair) for pair in sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))
