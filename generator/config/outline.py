"""Outlines of counties: is a point inside, and how far outside is it. Reads GeoJSON, knows no maps."""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias

from generator.entry.place import EARTH_KM, PlaceError, Point
from generator.entry.problem import Problem, ProblemError, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

Json: TypeAlias = Any
"""A part of a JSON document whose shape is not known yet."""

Ring: TypeAlias = tuple[Point, ...]
"""A closed line; the first point is not repeated at the end."""

ROLES = ("county", "neighbour")
"""`county` is part of the site's area, `neighbour` is drawn beside it."""

_WANTED = "a GeoJSON FeatureCollection of Polygon or MultiPolygon features in degrees"
_FEATURE = re.compile(r'"type"\s*:\s*"Feature"')


@dataclass(frozen=True)
class Outline:
    """One county. `polygons` are lists of rings: the first goes round the land, the others are holes."""

    id: str
    name: str
    state: str
    role: str
    polygons: tuple[tuple[Ring, ...], ...]

    def contains(self, point: Point) -> bool:
        """Whether the point lies inside (a point on the line itself may be told either way)."""
        south, west, north, east = self.box
        if not (south <= point.lat <= north and west <= point.lon <= east):
            return False
        return any(_odd_crossings(point, polygon) for polygon in self.polygons)

    def distance_km(self, point: Point) -> float:
        """Give the kilometres from the point to the county: 0 inside. Flat earth, good within some 100 km."""
        if self.contains(point):
            return 0.0
        return min(_to_line_km(point, a, b) for ring in self.rings() for a, b in _edges(ring))

    def rings(self) -> Iterator[Ring]:
        """Give every ring, outer lines and holes."""
        for polygon in self.polygons:
            yield from polygon

    @cached_property
    def box(self) -> tuple[float, float, float, float]:
        """South, west, north, east in degrees."""
        points = [point for ring in self.rings() for point in ring]
        lats, lons = [p.lat for p in points], [p.lon for p in points]
        return min(lats), min(lons), max(lats), max(lons)


def read_outlines(file: str, data: bytes) -> tuple[Outline, ...]:
    """Read `outline.geojson`; sorted as the file has them.

    Each feature needs `id` and the properties `name`, `state` and `role` (one of ROLES). Raises ProblemError.
    """
    try:
        text = data.decode("utf-8")
        document = json.loads(text)
    except UnicodeDecodeError as error:
        raise _problem(file, data.count(b"\n", 0, error.start) + 1, "bytes that are not UTF-8", "UTF-8 text") from None
    except json.JSONDecodeError as error:
        raise _problem(file, error.lineno, "text that is not JSON", _WANTED) from None
    except (ValueError, RecursionError):
        raise _problem(file, 1, "a number or nesting beyond all measure", _WANTED) from None
    features = document.get("features") if isinstance(document, dict) else None
    if not isinstance(features, list) or not features:
        raise _problem(file, 1, "no list of features", _WANTED)
    lines = [text.count("\n", 0, m.start()) + 1 for m in _FEATURE.finditer(text)]
    if len(lines) != len(features):
        lines = [1] * len(features)
    return tuple(_outline(file, line, feature) for line, feature in zip(lines, features, strict=True))


def _outline(file: str, line: int, feature: Json) -> Outline:
    try:
        names = {key: feature["properties"][key] for key in ("name", "state", "role")}
        outline = Outline(id=feature["id"], **names, polygons=_polygons(feature["geometry"]))
    except PlaceError as error:
        raise _problem(file, line, str(error), "points as [longitude, latitude]") from None
    except (KeyError, TypeError, ValueError, IndexError, AttributeError):
        wanted = "a feature with id, properties name, state, role, and a Polygon or MultiPolygon"
        raise _problem(file, line, "a feature that lacks a part", wanted, "E756") from None
    if not all(isinstance(text, str) and text for text in (outline.id, outline.name, outline.state)):
        raise _problem(file, line, "an id, name or state that is not a text", 'texts such as "37051" and "NC"', "E756")
    if outline.role not in ROLES:
        raise _problem(file, line, f"role {str(outline.role)[:40]!r}", "role county or neighbour", "E756")
    return outline


def _polygons(geometry: Json) -> tuple[tuple[Ring, ...], ...]:
    shapes = {"Polygon": [geometry["coordinates"]], "MultiPolygon": geometry["coordinates"]}[geometry["type"]]
    polygons = tuple(tuple(_ring(ring) for ring in polygon) for polygon in shapes)
    if not polygons or not all(polygons):
        raise ValueError("no ring")
    return polygons


def _ring(coordinates: Json) -> Ring:
    points = tuple(Point(_number(c[1]), _number(c[0])) for c in coordinates)
    if len(points) < 4 or points[0] != points[-1]:
        raise PlaceError("a line that is not closed, or has fewer than four points")
    return points[:-1]


def _number(value: Json) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise TypeError("not a number")
    return float(value) if abs(value) <= 180 else math.nan


def _edges(ring: Ring) -> Iterator[tuple[Point, Point]]:
    return zip(ring, (*ring[1:], ring[0]), strict=True)


def _odd_crossings(point: Point, polygon: tuple[Ring, ...]) -> bool:
    """Even-odd rule over all rings of a polygon, so that a hole is outside."""
    inside = False
    for ring in polygon:
        for a, b in _edges(ring):
            if (a.lat > point.lat) != (b.lat > point.lat):
                lon = a.lon + (point.lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon)
                inside ^= point.lon < lon
    return inside


def _to_line_km(point: Point, a: Point, b: Point) -> float:
    degree = math.radians(1) * EARTH_KM
    shrink = math.cos(math.radians(point.lat))
    ax, ay = (a.lon - point.lon) * shrink * degree, (a.lat - point.lat) * degree
    bx, by = (b.lon - point.lon) * shrink * degree, (b.lat - point.lat) * degree
    length2 = (bx - ax) ** 2 + (by - ay) ** 2
    along = 0.0 if length2 == 0 else max(0.0, min(1.0, -(ax * (bx - ax) + ay * (by - ay)) / length2))
    return math.hypot(ax + along * (bx - ax), ay + along * (by - ay))


def _problem(file: str, line: int, seen: str, wanted: str, code: str = "E755") -> ProblemError:
    return ProblemError(Problem(file, line, 1, code, Severity.ERROR, seen, wanted))
