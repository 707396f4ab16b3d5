"""Pelias, a geocoder over open data of several kinds: GeoJSON, as its documentation (response.md) describes it."""

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

_SOURCES = {
    "openstreetmap": "OpenStreetMap",
    "osm": "OpenStreetMap",
    "openaddresses": "OpenAddresses",
    "oa": "OpenAddresses",
    "whosonfirst": "Who's On First",
    "geonames": "GeoNames",
}
_TOWN_KEYS = ("locality", "localadmin", "borough")


def ask(server: Server, query: Query) -> Iterable[Raw]:
    """Ask for the address on one line, in the United States."""
    geocoder = geopy.geocoders.Pelias(api_key=server.key or None, **server.options)
    found = geocoder.geocode(query.text, exactly_one=False, countries=["USA"], language="en")
    return [location.raw for location in (found or ())[:PLACES]]


def read(raw: Raw) -> Candidate:
    """Read one feature."""
    parts = read_texts(raw.get("properties"))
    geometry = raw.get("geometry")
    point, fault = read_pair(geometry.get("coordinates") if isinstance(geometry, dict) else None)
    kind = _kind(parts)
    own = parts.get("name", "") if kind is Kind.ROAD else ""
    return Candidate(
        point,
        fault,
        kind=kind,
        label=parts.get("layer", ""),
        house_number=parts.get("housenumber", ""),
        road=street_name(parts.get("street", "") or own),
        towns=tuple(plain_name(parts[key]) for key in _TOWN_KEYS if parts.get(key)),
        zip=zip_of(parts.get("postalcode", "")),
        state=state_code(parts.get("region_a", "") or parts.get("region", "")),
        country="us" if parts.get("country_a") == "USA" else parts.get("country_a", "").lower(),
        span_km=read_span(raw.get("bbox"), (1, 0, 3, 2)),
        source=_SOURCES.get(parts.get("source", ""), ""),
        place_id=place_id_of(parts.get("gid", "")),
    )


def _kind(parts: Mapping[str, str]) -> Kind:
    """`match_type` says whether a number was reckoned; `accuracy` may say point all the same."""
    layer = parts.get("layer", "")
    if layer == "street":
        return Kind.ROAD
    if layer not in {"address", "venue"}:
        return Kind.AREA
    reckoned = "interpolated" in {parts.get("match_type"), parts.get("accuracy")}
    return Kind.RECKONED if reckoned else Kind.DOOR


SERVICE = Service("pelias", "Pelias", "", ask, read)
