"""Replies in the format of each provider, with invented places in them.

Nominatim's is that of a real server of version 5.3 (`town.py`). The three others are written from the documented
response format of each service: the Census Geocoding Services Web API, Photon's docs/api-v1.md, Pelias' response.md.
No reply of theirs was recorded over the network, and no real address stands here.
"""

from __future__ import annotations

import json
from typing import Any

from tests.geocode.server import HOUSE

CENSUS: dict[str, Any] = {
    "tigerLine": {"side": "L", "tigerLineId": "76099901"},
    "coordinates": {"x": -78.8778, "y": 35.0527},
    "addressComponents": {
        "zip": "28399",
        "streetName": "ANCHOR",
        "preType": "",
        "city": "TIDEWATER",
        "preDirection": "",
        "suffixDirection": "",
        "fromAddress": "2",
        "state": "NC",
        "suffixType": "ST",
        "toAddress": "98",
        "suffixQualifier": "",
        "preQualifier": "",
    },
    "matchedAddress": "12 ANCHOR ST, TIDEWATER, NC, 28399",
}
PHOTON: dict[str, Any] = {
    "type": "Feature",
    "geometry": {"type": "Point", "coordinates": [-78.8778, 35.0527]},
    "properties": {
        "osm_type": "N",
        "osm_id": 4711,
        "osm_key": "place",
        "osm_value": "house",
        "type": "house",
        "housenumber": "12",
        "street": "Anchor Street",
        "city": "Tidewater",
        "county": "Harbor County",
        "state": "North Carolina",
        "postcode": "28399",
        "country": "United States",
        "countrycode": "US",
    },
}
PELIAS: dict[str, Any] = {
    "type": "Feature",
    "geometry": {"type": "Point", "coordinates": [-78.8778, 35.0527]},
    "properties": {
        "id": "us/nc/harbor:4711",
        "gid": "openaddresses:address:us/nc/harbor:4711",
        "layer": "address",
        "source": "openaddresses",
        "source_id": "us/nc/harbor:4711",
        "name": "12 Anchor Street",
        "housenumber": "12",
        "street": "Anchor Street",
        "postalcode": "28399",
        "confidence": 1,
        "match_type": "exact",
        "accuracy": "point",
        "country": "United States",
        "country_a": "USA",
        "region": "North Carolina",
        "region_a": "NC",
        "county": "Harbor County",
        "locality": "Tidewater",
        "label": "12 Anchor Street, Tidewater, NC, USA",
    },
}
GOOD = {"nominatim": HOUSE, "census": CENSUS, "photon": PHOTON, "pelias": PELIAS}
"""The house at 12 Anchor Street, as each provider gives it."""


def reply(provider: str, *places: Any) -> bytes:
    """Give a whole reply with these places."""
    return json.dumps(_around(provider, places)).encode()


def reply_at(provider: str, lat: str, lon: str) -> bytes:
    """Give a whole reply with the good house at a point, of which the two numbers are written just so."""
    place = json.loads(json.dumps(GOOD[provider]))
    if provider == "nominatim":
        place["lat"], place["lon"] = lat, lon
        return reply(provider, place)
    if provider == "census":
        place["coordinates"] = {"x": "@lon", "y": "@lat"}
    else:
        place["geometry"]["coordinates"] = ["@lon", "@lat"]
    return reply(provider, place).replace(b'"@lat"', lat.encode()).replace(b'"@lon"', lon.encode())


def reply_without_point(provider: str) -> bytes:
    """Give a whole reply with the good house, which lacks its point."""
    place = json.loads(json.dumps(GOOD[provider]))
    if provider == "nominatim":
        del place["lat"], place["lon"]
    elif provider == "census":
        del place["coordinates"]
    else:
        del place["geometry"]
    return reply(provider, place)


def changed(place: dict[str, Any], part: str, **other: Any) -> dict[str, Any]:
    """Give a place with other values in one of its parts; a key set to None is left out."""
    values = {key: value for key, value in {**place[part], **other}.items() if value is not None}
    return {**place, part: values}


def _around(provider: str, places: tuple[Any, ...]) -> Any:
    if provider == "nominatim":
        return list(places)
    if provider == "census":
        return {"result": {"input": {"benchmark": {"benchmarkName": "Public_AR_Current"}}, "addressMatches": places}}
    return {"type": "FeatureCollection", "features": places}
