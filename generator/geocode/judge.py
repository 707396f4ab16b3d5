"""Whether an answer is the place that was asked for.

A provider that knows no better answers with the street, the town or the next house, and calls it success;
what is let through here sends somebody to that door.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from generator.config.geocodes import Precision
from generator.config.streets import plain_name, same_street
from generator.entry.place import Point, distance_km
from generator.geocode.answer import Answer, Refused
from generator.geocode.query import Area

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.config.gazetteer import Gazetteer
    from generator.geocode.candidate import Candidate
    from generator.geocode.query import Query

MARGIN_KM = 25.0
"""How far outside the county a local place may lie."""

APART_KM = 1.0
"""Two equally good answers farther apart than this are two places."""

ROAD_KM = 2.0
"""The middle of a road longer than this says too little about a house on it."""

ZIP_KM = 20.0
"""How far an answer that names no ZIP may lie from the middle of the ZIP that was asked for."""


def judge(
    query: Query,
    candidates: Sequence[Candidate],
    gazetteer: Gazetteer,
    *,
    provider: str = "",
    margin_km: float = MARGIN_KM,
) -> Answer | Refused:
    """Give the one place that fits the query, or say why none does.

    A house with our number is `rooftop` (`block` where its number was only reckoned), its road without a
    house is `street`. Nothing coarser is ever taken, and nothing that could be two places.
    """
    if not candidates:
        return Refused("no answer")
    looks = [(c.point, _look(query, c, gazetteer, margin_km)) for c in candidates]
    fitting = [(point, look) for point, look in looks if point and isinstance(look, Precision)]
    if not fitting:
        return next(look for _, look in looks if isinstance(look, Refused))
    best = min(look.rank for _, look in fitting)
    points = [point for point, look in fitting if look.rank == best]
    apart = max((distance_km(a, b) for a, b in combinations(points, 2)), default=0.0)
    if apart > APART_KM:
        return Refused(f"{len(points)} places of that address, up to {apart:.1f} km apart")
    return Answer(_rounded(points[0]), list(Precision)[best], provider)


def _look(query: Query, c: Candidate, gazetteer: Gazetteer, margin_km: float) -> Precision | Refused:
    if c.point is None:
        return Refused(c.fault)
    return (
        _wrong_place(query, c, c.point, gazetteer, margin_km)
        or _wrong_region(query, c, c.point, gazetteer)
        or _precision(query, c)
    )


def _wrong_place(query: Query, c: Candidate, point: Point, gazetteer: Gazetteer, margin_km: float) -> Refused | None:
    if query.area is Area.LOCAL and not gazetteer.inside(point, margin_km):
        return Refused(f"{_shown(point)} is more than {margin_km:g} km outside the area")
    if not (_is_road(c) or _may_be_house(c)):
        return Refused(f"only a {c.kind or 'place'}, not the address")
    middle = gazetteer.centroid(point)
    return Refused(f"the middle of {middle}, not the address") if middle else None


def _wrong_region(query: Query, c: Candidate, point: Point, gazetteer: Gazetteer) -> Refused | None:
    wanted = query.address
    code = wanted.zip[:5]
    if c.country and c.country != "us":
        return Refused(f"in another country ({c.country[:10]})")
    if wanted.state and c.state != wanted.state and (c.state or query.area is not Area.LOCAL):
        return Refused(f"in {c.state or 'no named state'}, not {wanted.state}")
    if code and c.zip:
        return Refused(f"in ZIP {c.zip}, not {code}") if c.zip != code else None
    if wanted.city and c.towns and plain_name(wanted.city) not in c.towns:
        return Refused(f"in {c.towns[0]}, not {wanted.city}")
    middle = gazetteer.zips.get(code)
    if middle and distance_km(point, middle.point) > ZIP_KM:
        return Refused(f"{distance_km(point, middle.point):.0f} km from the middle of ZIP {code}")
    return None


def _precision(query: Query, c: Candidate) -> Precision | Refused:
    street = query.street
    if not c.road or not same_street(street.name, c.road):
        return Refused(f"on {c.road or 'no named street'}, not {street.name}")
    if c.house_number:
        if street.number is None or street.number not in _numbers(c.house_number):
            return Refused(f"house number {c.house_number[:20]}, not {street.number or 'a street'}")
        return Precision.BLOCK if _is_reckoned(c) else Precision.ROOFTOP
    if not _is_road(c):
        return Refused("a place on the street without a house number")
    if c.span_km > ROAD_KM:
        return Refused(f"a road of {c.span_km:.1f} km, not the house")
    return Precision.STREET


def _is_road(c: Candidate) -> bool:
    return c.kind == "road" or (c.category == "highway" and not c.house_number)


def _may_be_house(c: Candidate) -> bool:
    """Rank 30 is a house or a thing at one, 26 and 27 streets, below that towns, counties, ZIPs."""
    return c.rank >= 28 or (c.rank == 0 and bool(c.house_number))


def _is_reckoned(c: Candidate) -> bool:
    """Whether the number lies on a line between two known houses (an interpolation way)."""
    return c.osm_type == "way" and c.category == "place"


def _numbers(text: str) -> frozenset[int]:
    """Read `315`, `315A`, `315;317` and `313-317`."""
    found = [int(number) for number in re.findall(r"[0-9]{1,6}", text)]
    if re.fullmatch(r"[0-9]{1,6} ?[-\u2013] ?[0-9]{1,6}", text) and found[0] <= found[1] <= found[0] + 100:
        return frozenset(range(found[0], found[1] + 1, 2))
    return frozenset(found)


def _rounded(point: Point) -> Point:
    return Point(round(point.lat, 6), round(point.lon, 6))


def _shown(point: Point) -> str:
    return f"{point.lat:.4f}, {point.lon:.4f}"
