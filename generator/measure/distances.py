"""How far it is from the middle of every ZIP area to the nearest place that meets a need, as the crow flies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.entry.place import distance_km
from generator.measure.needs import Need, Offer, Standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.compile.model import Compiled
    from generator.config.gazetteer import ZipPoint
    from generator.entry.place import Point

KM_A_MILE = 1.609344
"""The international mile in kilometres, by definition."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """The nearest place: its id, miles to it, and whether its own point is only approximate."""

    id: str
    miles: float
    approximate: bool


@dataclass(frozen=True, slots=True)
class ZipRow:
    """One ZIP area: the nearest place for each need, among the confirmed and among those that are only listed."""

    zip: str
    city: str
    nearest: Mapping[tuple[Need, Standing], Nearest | None]


def zip_rows(directory: Compiled, found: Mapping[Need, Sequence[Offer]]) -> tuple[ZipRow, ...]:
    """Give a row for each ZIP area of the gazetteer that belongs to the site's area, by number.

    `found` has the offers of each need. Places without a point are left out: those for the whole county, and
    secret ones, of which no point is anywhere.
    """
    allowed = directory.settings.site.allowed
    zips = [z for code, z in sorted(directory.settings.gazetteer.zips.items()) if allowed.zip(code)]
    return tuple(_row(point, found) for point in zips)


def miles(one: Point, other: Point) -> float:
    """Give the distance of two points in miles, as the crow flies."""
    return distance_km(one, other) / KM_A_MILE


def _row(point: ZipPoint, found: Mapping[Need, Sequence[Offer]]) -> ZipRow:
    nearest = {
        (need, standing): _nearest(point.point, (o for o in some if o.standing is standing))
        for need, some in found.items()
        for standing in Standing
    }
    return ZipRow(point.zip, point.city, nearest)


def _nearest(here: Point, some: Iterable[Offer]) -> Nearest | None:
    placed = [
        Nearest(offer.resource.id, miles(here, offer.resource.location.point), offer.resource.location.approximate)
        for offer in some
        if offer.resource.location
    ]
    return min(placed, key=lambda nearest: (nearest.miles, nearest.id), default=None)
