"""Nominatim, the geocoder of OpenStreetMap: structured search, format json with addressdetails.

A number it does not know comes back as the middle of the street, a ZIP alone as a place without an id, both as
success (measured on a real server): so what a place is, is read from its rank and type, never from its being there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import geopy.geocoders

from generator.config.streets import plain_name, street_name
from generator.geocode.candidate import (
    Candidate,
    Kind,
    place_id_of,
    read_point,
    read_span,
    read_text,
    read_texts,
    zip_of,
)
from generator.geocode.services.service import PLACES, Raw, Server, Service
from generator.geocode.states import state_code

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.geocode.query import Query

_TOWN_KEYS = ("city", "town", "village", "hamlet", "municipality")
_ROAD_KEYS = ("road", "pedestrian", "footway")

_DOOR_RANK = 28
"""Rank 30 is a house or a thing at one, 26 and 27 streets, below that towns, counties, ZIPs."""


def ask(server: Server, query: Query) -> Iterable[Raw]:
    """Ask for a street in a town."""
    parts = {
        "street": query.street.line,
        "city": query.address.city,
        "state": query.address.state,
        "postalcode": query.address.zip[:5],
    }
    found = geopy.geocoders.Nominatim(**server.options).geocode(
        {key: text for key, text in parts.items() if text},
        exactly_one=False,
        limit=PLACES,
        addressdetails=True,
        language="en",
        country_codes="us",
    )
    return [location.raw for location in found or ()]


def read(raw: Raw) -> Candidate:
    """Read one place."""
    parts = read_texts(raw.get("address"))
    point, fault = read_point(raw.get("lat"), raw.get("lon"))
    label = read_text(raw.get("addresstype")) or read_text(raw.get("type"))
    category = read_text(raw.get("class")) or read_text(raw.get("category"))
    number, osm_type = parts.get("house_number", ""), read_text(raw.get("osm_type"))
    return Candidate(
        point,
        fault,
        kind=_kind(label, category, number, osm_type, _whole(raw.get("place_rank"))),
        label=label,
        house_number=number,
        road=next((street_name(parts[key]) for key in _ROAD_KEYS if parts.get(key)), ""),
        towns=tuple(plain_name(parts[key]) for key in _TOWN_KEYS if parts.get(key)),
        zip=zip_of(parts.get("postcode", "")),
        state=state_code(parts.get("ISO3166-2-lvl4", "") or parts.get("state", "")),
        country=parts.get("country_code", "").lower(),
        span_km=read_span(raw.get("boundingbox"), (0, 2, 1, 3)),
        source="OpenStreetMap",
        place_id=place_id_of(osm_type, read_text(raw.get("osm_id"))),
    )


def _kind(label: str, category: str, number: str, osm_type: str, rank: int) -> Kind:
    if label == "road" or (category == "highway" and not number):
        return Kind.ROAD
    if rank < _DOOR_RANK and not (rank == 0 and number):
        return Kind.AREA
    return Kind.RECKONED if osm_type == "way" and category == "place" else Kind.DOOR


def _whole(value: object) -> int:
    text = read_text(value)
    return int(text) if re.fullmatch(r"[0-9]{1,4}", text) else 0


SERVICE = Service("nominatim", "Nominatim", "https://nominatim.openstreetmap.org", ask, read)
