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
from generator.geocode.answer import Answer, Cause, Refused
from generator.geocode.candidate import Kind
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

MOVED_KM = 1.0
"""An answer farther than this from where the same address is known to be is another place."""

ROAD_KM = 2.0
"""The middle of a road longer than this says too little about a house on it."""

COUNTRY = ((13.0, 72.0), (-180.0, -64.0), (144.0, 180.0))
"""Latitudes and longitudes of the United States with Alaska, Hawaii, Puerto Rico and Guam: all that statewide and
national places have to keep to; 0, 0 is far outside."""

ZIP_KM = 20.0
"""How far an answer may lie from the middle of the ZIP that was asked for, whatever ZIP it names itself."""


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
        return Refused(Cause.NO_ANSWER, "no answer from the provider")
    looks = [(c, _look(query, c, gazetteer, margin_km)) for c in candidates]
    fitting = [(c, c.point, look) for c, look in looks if c.point and isinstance(look, Precision)]
    if not fitting:
        return next(look for _, look in looks if isinstance(look, Refused))
    best = min(look.rank for _, _, look in fitting)
    equal = [(c, point) for c, point, look in fitting if look.rank == best]
    apart = max((distance_km(a, b) for (_, a), (_, b) in combinations(equal, 2)), default=0.0)
    if apart > APART_KM:
        return Refused(Cause.AMBIGUOUS, f"{len(equal)} places of that address, up to {apart:.1f} km apart")
    first, point = equal[0]
    credit = ", by ".join(filter(None, (first.source, provider)))
    return Answer(_rounded(point), list(Precision)[best], credit, place_id=first.place_id)


def moved(found: Answer, known: Answer) -> Refused | None:
    """Refuse an answer that lies elsewhere than the same address is known to; `known` is exact to the street."""
    apart = distance_km(found.point, known.point)
    if not known.precision.pin or apart <= MOVED_KM:
        return None
    return Refused(Cause.MOVED, f"{_shown(found.point)} is {apart:.1f} km from where {known.provider} has that address")


def _look(query: Query, c: Candidate, gazetteer: Gazetteer, margin_km: float) -> Precision | Refused:
    if c.point is None:
        return Refused(Cause.NO_POINT, c.fault)
    return (
        _wrong_place(query, c, c.point, gazetteer, margin_km)
        or _wrong_region(query, c)
        or _far_from_zip(query, c.point, gazetteer)
        or _precision(query, c)
    )


def _wrong_place(query: Query, c: Candidate, point: Point, gazetteer: Gazetteer, margin_km: float) -> Refused | None:
    if query.area is Area.LOCAL and not gazetteer.inside(point, margin_km):
        return Refused(Cause.AREA, f"{_shown(point)} is more than {margin_km:g} km outside the area")
    if not _in_country(point):
        return Refused(Cause.AREA, f"{_shown(point)} is not in the United States")
    if c.kind is Kind.AREA:
        return Refused(Cause.COARSE, f"only a {c.label or 'place'}, not the address")
    middle = gazetteer.centroid(point)
    return Refused(Cause.COARSE, f"the middle of {middle}, not the address") if middle else None


def _in_country(point: Point) -> bool:
    lat, *lons = COUNTRY
    return lat[0] <= point.lat <= lat[1] and any(west <= point.lon <= east for west, east in lons)


def _wrong_region(query: Query, c: Candidate) -> Refused | None:
    wanted = query.address
    code = wanted.zip[:5]
    if c.country and c.country != "us":
        return Refused(Cause.REGION, f"in another country ({c.country[:10]})")
    if wanted.state and c.state != wanted.state and (c.state or query.area is not Area.LOCAL):
        return Refused(Cause.REGION, f"in {c.state or 'no named state'}, not {wanted.state}")
    if code and c.zip:
        return Refused(Cause.REGION, f"in ZIP {c.zip}, not {code}") if c.zip != code else None
    if wanted.city and c.towns and plain_name(wanted.city) not in c.towns:
        return Refused(Cause.REGION, f"in {c.towns[0]}, not {wanted.city}")
    return None


def _far_from_zip(query: Query, point: Point, gazetteer: Gazetteer) -> Refused | None:
    code = query.address.zip[:5]
    middle = gazetteer.zips.get(code)
    far = distance_km(point, middle.point) if middle else 0.0
    return Refused(Cause.REGION, f"{far:.0f} km from the middle of ZIP {code}") if far > ZIP_KM else None


def _precision(query: Query, c: Candidate) -> Precision | Refused:
    street = query.street
    if not c.road or not same_street(street.name, c.road):
        return Refused(Cause.STREET, f"on {c.road or 'no named street'}, not {street.name}")
    if c.house_number:
        if street.number is None or street.number not in _numbers(c.house_number):
            return Refused(Cause.NUMBER, f"house number {c.house_number[:20]}, not {street.number or 'a street'}")
        return Precision.BLOCK if c.kind is Kind.RECKONED else Precision.ROOFTOP
    if c.kind is not Kind.ROAD:
        return Refused(Cause.NUMBER, "a place on the street without a house number")
    if c.span_km > ROAD_KM:
        return Refused(Cause.COARSE, f"a road of {c.span_km:.1f} km, not the house")
    return Precision.STREET


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
