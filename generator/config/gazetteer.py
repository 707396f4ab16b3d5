"""The offline gazetteer: towns, ZIP points, street blocks and county outlines of the site's area, typed.

It answers "where is this address" without a network, as well as it can; `generator.geocode.offline` asks it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from generator.config.outline import Outline, read_outlines
from generator.config.streets import plain_name, street_name
from generator.config.table import CellError, Text, filled, match, read_table
from generator.entry.place import Point, parse_point

if TYPE_CHECKING:
    from collections.abc import Mapping

PLACE_COLUMNS = ("id", "name", "kind", "towns", "lat", "lon", "source")
ZIP_COLUMNS = ("zip", "city", "state", "lat", "lon", "source")
STREET_COLUMNS = ("city", "street", "block", "lat", "lon")

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ZIP = re.compile(r"[0-9]{5}")
_STATE = re.compile(r"[A-Z]{2}")
_BLOCK = re.compile(r"[0-9]{1,6}")


@dataclass(frozen=True, slots=True)
class Place:
    """A place people name: a town, a hospital, the bus station. `towns` are the towns whose middle it is."""

    id: str
    name: str
    kind: str
    towns: tuple[str, ...]
    point: Point
    source: str


@dataclass(frozen=True, slots=True)
class ZipPoint:
    """The middle of a ZIP area. `city` is empty where no source printed one with this ZIP."""

    zip: str
    city: str
    state: str
    point: Point
    source: str


@dataclass(frozen=True, slots=True, order=True)
class Block:
    """Where the house numbers `number` to `number + 99` of one street are."""

    number: int
    point: Point


@dataclass(frozen=True)
class Gazetteer:
    """Everything the site knows about where things are. Any part may be empty."""

    places: tuple[Place, ...] = ()
    zips: Mapping[str, ZipPoint] = field(default_factory=dict)
    streets: Mapping[tuple[str, str], tuple[Block, ...]] = field(default_factory=dict)
    outlines: tuple[Outline, ...] = ()

    @cached_property
    def area(self) -> tuple[Outline, ...]:
        """The outlines that make up the site's area: those with the role county."""
        return tuple(outline for outline in self.outlines if outline.role == "county")

    @cached_property
    def states(self) -> frozenset[str]:
        """The states, as two letters, that the gazetteer speaks about."""
        return frozenset(o.state for o in self.outlines) | {z.state for z in self.zips.values() if z.state}

    @cached_property
    def _towns(self) -> Mapping[str, Place]:
        return {plain_name(town): place for place in self.places for town in place.towns}

    @cached_property
    def street_names(self) -> frozenset[str]:
        """Every street of the area, as `streets.street_name` gives it."""
        return frozenset(name for _, name in self.streets)

    @cached_property
    def town_names(self) -> Mapping[str, str]:
        """The towns of the area and those to which its ZIP codes belong: plain name to name."""
        names = (*(town for place in self.places for town in place.towns), *(z.city for z in self.zips.values()))
        return {plain_name(name): name for name in names if name}

    @cached_property
    def area_names(self) -> frozenset[str]:
        """The plain names of all towns and counties, with and without the word county."""
        counties = {plain_name(outline.name) for outline in self.outlines}
        return frozenset({*self.town_names, *counties, *(f"{c.removesuffix(' COUNTY')} COUNTY" for c in counties)})

    def town(self, name: str) -> Place | None:
        """Give the place that stands for a town's name; case, accents and dots do not matter."""
        return self._towns.get(plain_name(name))

    def blocks(self, city: str, street: str) -> tuple[Block, ...]:
        """Give the known blocks of a street in a town, by number; none is an empty tuple.

        `street` is a name as `streets.street_name` gives it.
        """
        return self.streets.get((plain_name(city), street), ())

    def inside(self, point: Point, margin_km: float = 0) -> bool:
        """Whether a point is in the site's area or at most `margin_km` outside; without an outline, yes."""
        return not self.area or any(o.distance_km(point) <= margin_km for o in self.area)

    def county(self, point: Point) -> Outline | None:
        """Give the county, of the area or a neighbour, that holds the point."""
        return next((outline for outline in self.outlines if outline.contains(point)), None)

    def centroid(self, point: Point) -> str:
        """Name the ZIP or town whose middle this very point is, else nothing.

        A look-up that gives such a point found no address. Points of hospitals and the like are addresses.
        """
        for code, middle in self.zips.items():
            if _same_spot(middle.point, point):
                return f"ZIP {code}"
        return next((p.name for p in self.places if p.towns and _same_spot(p.point, point)), "")


def read_gazetteer(
    *,
    places: Text | None = None,
    zips: Text | None = None,
    streets: Text | None = None,
    outline: Text | None = None,
) -> Gazetteer:
    """Read the four files of `site_config/`; one that is None leaves its part empty.

    Raises ProblemError with every problem of the first broken file: its line, what was seen, what is wanted.
    """
    return Gazetteer(
        places=tuple(read_table(places, PLACE_COLUMNS, _place, lambda p: p.id) if places else ()),
        zips={z.zip: z for z in read_table(zips, ZIP_COLUMNS, _zip, lambda z: z.zip)} if zips else {},
        streets=_streets(streets) if streets else {},
        outlines=read_outlines(outline.file, outline.data) if outline else (),
    )


def _streets(text: Text) -> Mapping[tuple[str, str], tuple[Block, ...]]:
    rows = read_table(text, STREET_COLUMNS, _block, lambda row: (row[0], row[1].number))
    found: dict[tuple[str, str], list[Block]] = {}
    for key, block in rows:
        found.setdefault(key, []).append(block)
    return {key: tuple(sorted(blocks)) for key, blocks in found.items()}


def _place(row: Mapping[str, str]) -> Place:
    towns = tuple(town.strip() for town in row["towns"].split(";") if town.strip())
    return Place(
        match(row, "id", _ID, "small letters, digits and hyphens, such as spring-lake"),
        filled(row, "name"),
        filled(row, "kind"),
        towns,
        parse_point(row["lat"], row["lon"]),
        row["source"],
    )


def _zip(row: Mapping[str, str]) -> ZipPoint:
    code = match(row, "zip", _ZIP, "five digits, such as 28301")
    state = row["state"] and match(row, "state", _STATE, "two capital letters, such as NC, or nothing")
    return ZipPoint(code, row["city"], state, parse_point(row["lat"], row["lon"]), row["source"])


def _block(row: Mapping[str, str]) -> tuple[tuple[str, str], Block]:
    number = int(match(row, "block", _BLOCK, "the hundred of the house numbers, such as 1200"))
    if number % 100:
        raise CellError(f"block {number}", f"a full hundred, such as {number // 100 * 100}")
    name = street_name(filled(row, "street"))
    if not name:
        raise CellError(f"street {row['street'][:40]!r}", "a street's name, such as HAY ST")
    return (plain_name(filled(row, "city")), name), Block(number, parse_point(row["lat"], row["lon"]))


def _same_spot(a: Point, b: Point) -> bool:
    """Within some 10 m: the fourth decimal may differ by one."""
    return abs(a.lat - b.lat) <= 1e-4 and abs(a.lon - b.lon) <= 1e-4
