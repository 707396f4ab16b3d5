"""The geocoder of the US Census Bureau, which needs no key: `locations/address` over the current address ranges.

It knows ranges of house numbers along streets, not houses: its points are reckoned and never better than a block.
Format: Census Geocoding Services Web API, geocoding.geo.census.gov.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location

from generator.config.streets import plain_name, street_name
from generator.geocode.candidate import Candidate, Kind, place_id_of, read_point, read_text, read_texts, zip_of
from generator.geocode.services.service import PLACES, Raw, Server, Service
from generator.geocode.states import state_code

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.geocode.query import Query

BENCHMARK = "Public_AR_Current"

_ROAD_KEYS = (
    "preQualifier", "preDirection", "preType", "streetName", "suffixType", "suffixDirection", "suffixQualifier",
)  # fmt: skip
_LEADING_NUMBER = re.compile(r"([0-9]{1,6}) ")


class Census(Geocoder):  # type: ignore[misc]  # geopy has no type information
    """The Census geocoder in geopy's interface: structured queries only, forward only."""

    def __init__(self, *, domain: str, **options: Any) -> None:  # noqa: ANN401 - geopy's own arguments
        super().__init__(**options)
        self.api = f"{self.scheme}://{domain}/locations/address"

    def geocode(
        self,
        query: Mapping[str, str],
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,  # noqa: ANN401 - geopy's own default
    ) -> Any:  # noqa: ANN401 - a Location, a list of them or None, as all of geopy's geocoders
        """Ask for an address of `street` and `city`, `state`, `zip`; give a location, or a list of them, or None."""
        url = f"{self.api}?{urlencode({**query, 'benchmark': BENCHMARK, 'format': 'json'})}"
        return self._call_geocoder(url, partial(_locations, exactly_one=exactly_one), timeout=timeout)


def _locations(reply: Any, *, exactly_one: bool) -> Any:  # noqa: ANN401 - whatever the server sends
    matches = reply["result"]["addressMatches"]
    found = [
        Location(match["matchedAddress"], (match["coordinates"]["y"], match["coordinates"]["x"]), match)
        for match in matches
    ]
    return (found[0] if exactly_one else found) if found else None


def ask(server: Server, query: Query) -> Iterable[Raw]:
    """Ask for a street in a town."""
    address = query.address
    parts = {"street": query.street.line, "city": address.city, "state": address.state, "zip": address.zip[:5]}
    found = Census(**server.options).geocode({key: text for key, text in parts.items() if text}, exactly_one=False)
    return [location.raw for location in (found or ())[:PLACES]]


def read(raw: Raw) -> Candidate:
    """Read one match."""
    parts, line = read_texts(raw.get("addressComponents")), read_texts(raw.get("tigerLine"))
    where = raw.get("coordinates")
    point, fault = read_point(where.get("y"), where.get("x")) if isinstance(where, dict) else read_point(None, None)
    number = _LEADING_NUMBER.match(read_text(raw.get("matchedAddress")))
    return Candidate(
        point,
        fault,
        kind=Kind.RECKONED,
        label="address range",
        house_number=number.group(1) if number else "",
        road=street_name(" ".join(parts[key] for key in _ROAD_KEYS if parts.get(key))),
        towns=(plain_name(parts["city"]),) if parts.get("city") else (),
        zip=zip_of(parts.get("zip", "")),
        state=state_code(parts.get("state", "")),
        country="us",
        source="US Census Bureau",
        place_id=place_id_of("tiger", line.get("tigerLineId", ""), line.get("side", "")),
    )


SERVICE = Service("census", "the Census geocoder", "https://geocoding.geo.census.gov/geocoder", ask, read)
