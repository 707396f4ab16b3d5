"""Where something is: a point on the earth, and how far apart two of them are."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

EARTH_KM = 6371.0088
"""Mean radius of the earth in kilometres (IUGG)."""

_DEGREES = re.compile(r"[+-]?[0-9]{1,3}(?:\.[0-9]{1,20})?")


class PlaceError(ValueError):
    """Text or numbers that are no point. The message says what was seen and what is wanted."""


@dataclass(frozen=True, slots=True, order=True)
class Point:
    """A point in degrees (WGS 84): `lat` -90 to 90, north positive; `lon` -180 to 180, east positive.

    Raises PlaceError for any other number, NaN among them, so a Point that exists is on the earth.
    """

    lat: float
    lon: float

    def __post_init__(self) -> None:
        _within("latitude", self.lat, 90)
        _within("longitude", self.lon, 180)


def parse_point(lat: str, lon: str) -> Point:
    """Read a point from two texts such as `35.0527` and `-78.8778`.

    Raises PlaceError for what is not decimal degrees, for what lies off the earth, and for 0, 0, which a
    failed look-up gives far more often than a ship in the Gulf of Guinea.
    """
    point = Point(_degrees("latitude", lat), _degrees("longitude", lon))
    if point.lat == 0 and point.lon == 0:
        raise PlaceError("the point 0, 0 means that a look-up failed: give the real latitude and longitude")
    return point


def distance_km(a: Point, b: Point) -> float:
    """Give the straight-line distance over the ground in kilometres (haversine, error under 0.6 %)."""
    lat_a, lat_b = math.radians(a.lat), math.radians(b.lat)
    half_lat = (lat_b - lat_a) / 2
    half_lon = math.radians(b.lon - a.lon) / 2
    h = math.sin(half_lat) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin(half_lon) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, h)))


def _degrees(what: str, text: str) -> float:
    plain = text.strip(" \t")
    if not _DEGREES.fullmatch(plain):
        raise PlaceError(f"{what} {_shown(text)} is not a number of degrees such as 35.0527 or -78.8778")
    return float(plain)


def _within(what: str, degrees: float, limit: int) -> None:
    if not -limit <= degrees <= limit:
        raise PlaceError(f"{what} {degrees:g} is not between -{limit} and {limit}")


def _shown(text: str) -> str:
    return repr(text if len(text) <= 40 else text[:40] + "...")
