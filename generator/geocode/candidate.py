"""One place that a provider offers for an address: only what judging needs, each part read with suspicion."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.config.streets import plain_name, street_name
from generator.entry.place import PlaceError, Point, distance_km, parse_point
from generator.geocode.states import state_code

if TYPE_CHECKING:
    from collections.abc import Mapping

_TOWN_KEYS = ("city", "town", "village", "hamlet", "municipality")
_ROAD_KEYS = ("road", "pedestrian", "footway")
_ZIP = re.compile(r"([0-9]{5})(?:-?[0-9]{4})?")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place. `point` is None where none could be read, and `fault` then says why.

    `kind` is what the place is (house, road, city, postcode ...), `span_km` the diagonal of its box, 0 if
    unknown. Texts are empty where the provider says nothing; `towns` and `road` are spelled as
    `config.streets` spells them.
    """

    point: Point | None
    fault: str = ""
    kind: str = ""
    category: str = ""
    rank: int = 0
    osm_type: str = ""
    house_number: str = ""
    road: str = ""
    towns: tuple[str, ...] = ()
    zip: str = ""
    state: str = ""
    country: str = ""
    span_km: float = 0.0


def read_candidate(raw: Mapping[str, object]) -> Candidate:
    """Read one object of a Nominatim search reply (format json, with addressdetails). Never raises."""
    address = raw.get("address")
    parts = {str(k): _text(v) for k, v in address.items()} if isinstance(address, dict) else {}
    point, fault = _point(raw)
    zip_found = _ZIP.fullmatch(parts.get("postcode", ""))
    state = parts.get("ISO3166-2-lvl4", "") or parts.get("state", "")
    return Candidate(
        point,
        fault,
        kind=_text(raw.get("addresstype")) or _text(raw.get("type")),
        category=_text(raw.get("class")) or _text(raw.get("category")),
        rank=_whole(raw.get("place_rank")),
        osm_type=_text(raw.get("osm_type")),
        house_number=parts.get("house_number", ""),
        road=next((street_name(parts[key]) for key in _ROAD_KEYS if parts.get(key)), ""),
        towns=tuple(plain_name(parts[key]) for key in _TOWN_KEYS if parts.get(key)),
        zip=zip_found.group(1) if zip_found else "",
        state=state_code(state),
        country=parts.get("country_code", "").lower(),
        span_km=_span(raw.get("boundingbox")),
    )


def _point(raw: Mapping[str, object]) -> tuple[Point | None, str]:
    if raw.get("lat") is None or raw.get("lon") is None:
        return None, "the answer has no coordinates"
    try:
        return parse_point(_text(raw["lat"]), _text(raw["lon"])), ""
    except PlaceError as error:
        return None, str(error)


def _span(box: object) -> float:
    """Read `[south, north, west, east]`; a box that cannot be read is as good as none."""
    if not isinstance(box, list) or len(box) != 4:
        return 0.0
    south, north, west, east = (_text(side) for side in box)
    try:
        return distance_km(parse_point(south, west), parse_point(north, east))
    except PlaceError:
        return 0.0


def _whole(value: object) -> int:
    text = _text(value)
    return int(text) if re.fullmatch(r"[0-9]{1,4}", text) else 0


def _text(value: object) -> str:
    """Give a text or a number as a short text; anything else is nothing."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    try:
        return " ".join(str(value)[:200].split())
    except ValueError:  # more digits than Python turns into text
        return ""
