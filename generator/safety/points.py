"""Whether a text tells a point: as two numbers near each other, whole or in parts of a degree, or as a plus code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.entry.place import Point

NEAR = 1e-4
"""Degrees (11 m) within which a number tells a latitude or a longitude."""

_SPAN = 6
"""Numbers that may stand between the two of a pair."""

_NUMBER = re.compile(r"(?<![\w.])-?\d{1,3}\.\d{3,}|(?<![\w.])-?\d{5,9}(?![\w.])")
_MINUTES = re.compile(r"(\d{1,3})\s?°\s?(\d{1,2})\s?['\u2032\u2019]\s?(\d{1,2}(?:\.\d+)?)")
_CODE = "23456789CFGHJMPQRVWX"


def numbers(text: str) -> list[float]:
    """Give the numbers of a text that may be degrees or parts of a degree, without their sign, in their order."""
    found = [(m.start(), abs(float(m[0]))) for m in _NUMBER.finditer(text)]
    found += [(m.start(), int(m[1]) + int(m[2]) / 60 + float(m[3]) / 3600) for m in _MINUTES.finditer(text)]
    return [value for _, value in sorted(found)]


def tells(found: list[float], point: Point) -> bool:
    """Whether latitude and longitude of a point stand near each other among the numbers of a text."""
    lat, lon = abs(point.lat), abs(point.lon)
    lats = [place for place, value in enumerate(found) if _same(value, lat)]
    if not lats:
        return False
    lons = {place for place, value in enumerate(found) if _same(value, lon)}
    return any(place + step in lons for place in lats for step in range(-_SPAN, _SPAN + 1))


def _same(value: float, degrees: float) -> bool:
    if value < 360:
        return abs(value - degrees) < NEAR
    return any(abs(value - degrees * unit) <= 1 for unit in (1e3, 1e4, 1e5, 1e6, 1e7))


def codes(point: Point) -> tuple[str, str]:
    """Give the plus code of a point (Open Location Code, 10 digits): whole, and as it is written beside a town."""
    digits = "".join(_pairs(point))
    return f"{digits[:8]}+{digits[8:]}", f"{digits[4:8]}+{digits[8:]}"


def _pairs(point: Point) -> Iterator[str]:
    # Whole numbers of the last pair's unit, 1/8000 of a degree, so that nothing is lost in rounding.
    lat = min(int((point.lat + 90) * 8000), 180 * 8000 - 1)
    lon = int((point.lon + 180) * 8000) % (360 * 8000)
    for place in range(4, -1, -1):
        unit = 20**place
        yield _CODE[lat // unit % 20] + _CODE[lon // unit % 20]
