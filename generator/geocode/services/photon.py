"""Photon, a geocoder over OpenStreetMap data: GeoJSON, as its documentation (docs/api-v1.md) describes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import geopy.geocoders

from generator.config.streets import plain_name, street_name
from generator.geocode.candidate import Candidate, Kind, place_id_of, read_pair, read_span, read_texts, zip_of
from generator.geocode.services.service import PLACES, Raw, Server, Service
from generator.geocode.states import state_code

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.geocode.query import Query

_OSM = {"N": "node", "W": "way", "R": "relation"}
_TOWN_KEYS = ("city", "district", "locality")


def ask(server: Server, query: Query) -> Iterable[Raw]:
    """Ask for the address on one line; geopy knows no other way to ask Photon."""
    found = geopy.geocoders.Photon(**server.options).geocode(query.text, exactly_one=False, limit=PLACES, language="en")
    return [location.raw for location in found or ()]


def read(raw: Raw) -> Candidate:
    """Read one feature."""
    parts = read_texts(raw.get("properties"))
    geometry = raw.get("geometry")
    point, fault = read_pair(geometry.get("coordinates") if isinstance(geometry, dict) else None)
    kind = _kind(parts)
    own = parts.get("name", "") if kind is Kind.ROAD else ""
    properties = raw.get("properties")
    return Candidate(
        point,
        fault,
        kind=kind,
        label=parts.get("type", "") or parts.get("osm_value", ""),
        house_number=parts.get("housenumber", ""),
        road=street_name(parts.get("street", "") or own),
        towns=tuple(plain_name(parts[key]) for key in _TOWN_KEYS if parts.get(key)),
        zip=zip_of(parts.get("postcode", "")),
        state=state_code(parts.get("state", "")),
        country=parts.get("countrycode", "").lower(),
        span_km=read_span(properties.get("extent"), (3, 0, 1, 2)) if isinstance(properties, dict) else 0.0,
        source="OpenStreetMap",
        place_id=place_id_of(_OSM.get(parts.get("osm_type", ""), ""), parts.get("osm_id", "")),
    )


def _kind(parts: Mapping[str, str]) -> Kind:
    """`type` is missing from older servers; then the OpenStreetMap key says what a thing is."""
    what, key, number = parts.get("type", ""), parts.get("osm_key", ""), parts.get("housenumber", "")
    if what == "street" or (key == "highway" and not number):
        return Kind.ROAD
    if what not in {"", "house"} or not (number or parts.get("street")):
        return Kind.AREA
    return Kind.RECKONED if parts.get("osm_type") == "W" and key == "place" else Kind.DOOR


SERVICE = Service("photon", "Photon", "https://photon.komoot.io", ask, read)
