"""Harbor County, NC, invented: two towns, two ZIPs, three streets, a square of a county."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from generator.config.gazetteer import Gazetteer, read_gazetteer
from generator.config.table import Text
from generator.entry.model import Address
from generator.geocode.query import Area, Query
from generator.geocode.run import Clock

if TYPE_CHECKING:
    from collections.abc import Callable

PLACES = """\
id,name,kind,towns,lat,lon,source
tidewater,Tidewater,town,Tidewater,35.05,-78.88,test
saint-anns,Saint Anns,town,Saint Anns,35.20,-78.70,test
harbor-hospital,Harbor Hospital,hospital,,35.06,-78.90,test
"""
ZIPS = """\
zip,city,state,lat,lon,source
28398,Saint Anns,NC,35.21,-78.71,test
28399,Tidewater,NC,35.04,-78.89,test
"""
STREETS = """\
city,street,block,lat,lon
Tidewater,ANCHOR ST,0,35.053,-78.878
Tidewater,ANCHOR ST,300,35.056,-78.878
Tidewater,ANCHOR ST,2800,35.081,-78.878
Tidewater,S KELP RD,1100,35.030,-78.880
Tidewater,MOLE LN,100,35.0562,-78.8781
"""
SQUARE = [[-79.0, 34.9], [-78.6, 34.9], [-78.6, 35.3], [-79.0, 35.3], [-79.0, 34.9]]
OUTLINE = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "id": "37999",
            "properties": {"name": "Harbor", "state": "NC", "role": "county"},
            "geometry": {"type": "Polygon", "coordinates": [SQUARE]},
        }
    ],
}


@pytest.fixture(scope="session")
def harbor() -> Gazetteer:
    return county()


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")


def county() -> Gazetteer:
    """Read the county's tables."""
    return read_gazetteer(
        places=Text("places.csv", PLACES.encode()),
        zips=Text("zips.csv", ZIPS.encode()),
        streets=Text("streets.csv", STREETS.encode()),
        outline=Text("outline.geojson", json.dumps(OUTLINE).encode()),
    )


@pytest.fixture
def ask() -> Callable[..., Query]:
    """Make a query for an address in Tidewater."""

    def make(
        street: str = "12 Anchor Street",
        city: str = "Tidewater",
        zip: str = "28399",  # noqa: A002 - the name of the field
        state: str = "NC",
        area: Area = Area.LOCAL,
        id: str = "harbor-pantry",  # noqa: A002 - the name of the field
    ) -> Query:
        return Query(id, Address(city=city, state=state, street=street, zip=zip), area)

    return make


class Hours:
    """Time that passes only when somebody sleeps; keeps every sleep."""

    def __init__(self) -> None:
        self.slept: list[float] = []
        self.clock = Clock(monotonic=lambda: 1000.0 + sum(self.slept), sleep=self.slept.append, now=lambda: self.now)

    @property
    def now(self) -> datetime:
        return datetime(2026, 11, 23, 12, tzinfo=UTC) + timedelta(seconds=sum(self.slept))


@pytest.fixture
def hours() -> Hours:
    return Hours()
