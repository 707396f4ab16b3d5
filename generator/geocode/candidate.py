"""One place that a provider offers for an address: only what judging needs, in one form for all providers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.entry.place import PlaceError, Point, distance_km, parse_point

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_ZIP = re.compile(r"([0-9]{5})(?:-?[0-9]{4})?")
_PLACE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9:/._-]{0,119}")


class Kind(StrEnum):
    """What a place is: a `door` is a house or a thing at one, a `reckoned` door lies between known ones."""

    DOOR = "door"
    RECKONED = "reckoned"
    ROAD = "road"
    AREA = "area"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place. `point` is None where none could be read, and `fault` then says why.

    `label` is the provider's word for what it is (house, city, postcode ...), `span_km` the diagonal of its box, 0 if
    unknown, `source` whose data it is, `place_id` the provider's own name of it. Texts are empty where the provider
    says nothing; `towns` and `road` are spelled as `config.streets` spells them, `state` and `country` are two letters.
    """

    point: Point | None
    fault: str = ""
    kind: Kind = Kind.AREA
    label: str = ""
    house_number: str = ""
    road: str = ""
    towns: tuple[str, ...] = ()
    zip: str = ""
    state: str = ""
    country: str = ""
    span_km: float = 0.0
    source: str = ""
    place_id: str = ""


def read_point(lat: object, lon: object) -> tuple[Point | None, str]:
    """Read a point with suspicion; without one, say why."""
    if lat is None or lon is None:
        return None, "the answer has no coordinates"
    try:
        return parse_point(read_text(lat), read_text(lon)), ""
    except PlaceError as error:
        return None, str(error)


def read_span(box: object, sides: tuple[int, int, int, int]) -> float:
    """Read a box, of which `sides` are the indexes of south, west, north and east, as kilometres across.

    A box that cannot be read is as good as none: 0.
    """
    if not isinstance(box, list) or len(box) != 4:
        return 0.0
    south, west, north, east = (read_text(box[side]) for side in sides)
    try:
        return distance_km(parse_point(south, west), parse_point(north, east))
    except PlaceError:
        return 0.0


def read_text(value: object) -> str:
    """Give a text or a number as a short text; anything else is nothing."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    try:
        return " ".join(str(value)[:200].split())
    except ValueError:  # more digits than Python turns into text
        return ""


def read_texts(group: object) -> Mapping[str, str]:
    """Give the texts of a JSON object; none for anything else."""
    return {str(key): read_text(value) for key, value in group.items()} if isinstance(group, dict) else {}


def read_pair(coordinates: object) -> tuple[Point | None, str]:
    """Read a GeoJSON position: longitude first."""
    pair: Sequence[object] = coordinates if isinstance(coordinates, list) else ()
    return read_point(*(pair[1], pair[0]) if len(pair) >= 2 else (None, None))


def zip_of(text: str) -> str:
    """Give the five digits of a ZIP code, or nothing."""
    found = _ZIP.fullmatch(text)
    return found.group(1) if found else ""


def place_id_of(*parts: str) -> str:
    """Join the parts of a provider's name of a place; nothing if one is missing or odd."""
    text = "/".join(parts)
    return text if all(parts) and _PLACE_ID.fullmatch(text) else ""
