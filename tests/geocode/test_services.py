"""What each provider is asked, and how its answers are read: recorded formats, invented places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.geocode.answer import Answer, Refused
from generator.geocode.candidate import Candidate
from generator.geocode.judge import judge
from generator.geocode.run import Run
from generator.geocode.services import SERVICES
from generator.geocode.settings import RunSettings
from tests.geocode import server as s
from tests.geocode.faults import AGENT
from tests.geocode.recorded import CENSUS, GOOD, PELIAS, PHOTON, changed, reply

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.config.gazetteer import Gazetteer
    from generator.geocode.query import Query
    from tests.geocode.conftest import Hours


def asked(provider: str, query: Query, hours: Hours, key: str = "") -> tuple[str, dict[str, str]]:
    """Give the path and the values that a provider is asked with."""
    with s.serving(s.body(reply(provider, GOOD[provider]))) as server:
        Run(SERVICES[provider], RunSettings(server.address, AGENT, key=key), hours.clock).ask(query)
    parts = urlsplit(server.asked[0][0])
    return parts.path, {name: values[0] for name, values in parse_qs(parts.query).items()}


def test_what_nominatim_is_asked(ask: Callable[..., Query], hours: Hours) -> None:
    """Street, town, state and ZIP, one by one; not the suite."""
    path, values = asked("nominatim", ask("12 Anchor Street, Suite 4"), hours)
    assert path == "/search"
    assert values == {
        "street": "12 Anchor Street",
        "city": "Tidewater",
        "state": "NC",
        "postalcode": "28399",
        "addressdetails": "1",
        "format": "json",
        "limit": "5",
        "countrycodes": "us",
        "accept-language": "en",
    }


def test_what_the_census_is_asked(ask: Callable[..., Query], hours: Hours) -> None:
    """The same, against the current address ranges."""
    path, values = asked("census", ask("12 Anchor Street #4"), hours)
    assert path == "/locations/address"
    assert values == {
        "street": "12 Anchor Street",
        "city": "Tidewater",
        "state": "NC",
        "zip": "28399",
        "benchmark": "Public_AR_Current",
        "format": "json",
    }


def test_what_photon_is_asked(ask: Callable[..., Query], hours: Hours) -> None:
    """One line."""
    path, values = asked("photon", ask("12 Anchor Street, Apt. 4"), hours)
    assert path == "/api"
    assert values == {"q": "12 Anchor Street, Tidewater, NC 28399", "limit": "5", "lang": "en"}


def test_what_pelias_is_asked(ask: Callable[..., Query], hours: Hours) -> None:
    """One line, one country, and the key if there is one."""
    path, values = asked("pelias", ask(), hours, key="s3cret")
    assert path == "/v1/search"
    assert values == {
        "text": "12 Anchor Street, Tidewater, NC 28399",
        "boundary.country": "USA",
        "lang": "en",
        "api_key": "s3cret",
    }
    assert "api_key" not in asked("pelias", ask(), hours)[1]


def test_a_key_goes_to_nobody_else(ask: Callable[..., Query], hours: Hours) -> None:
    """A provider without keys hears nothing of one."""
    for provider in ("nominatim", "census", "photon"):
        assert "s3cret" not in str(asked(provider, ask(), hours, key="s3cret"))


def photon(**other: Any) -> dict[str, Any]:
    return changed(PHOTON, "properties", **other)


def pelias(**other: Any) -> dict[str, Any]:
    return changed(PELIAS, "properties", **other)


def census(line: str = CENSUS["matchedAddress"], **other: Any) -> dict[str, Any]:
    return {**changed(CENSUS, "addressComponents", **other), "matchedAddress": line}


STREET = {"type": "street", "osm_key": "highway", "housenumber": None, "street": None, "name": "Anchor Street"}
TAKEN = {
    "census, an address range": ("census", census(), "block"),
    "census, no town": ("census", census(city=None), "block"),
    "photon, a house": ("photon", PHOTON, "rooftop"),
    "photon, a thing at the house": ("photon", photon(osm_key="amenity", osm_value="shelter", name="H"), "rooftop"),
    "photon, an older server": ("photon", photon(type=None), "rooftop"),
    "photon, a number between known ones": ("photon", photon(osm_type="W", osm_value="house_number"), "block"),
    "photon, a street": ("photon", photon(**STREET), "street"),
    "photon, a street of an older server": ("photon", photon(**{**STREET, "type": None}), "street"),
    "pelias, a house": ("pelias", PELIAS, "rooftop"),
    "pelias, a venue": ("pelias", pelias(layer="venue", name="Harbor House"), "rooftop"),
    "pelias, reckoned": ("pelias", pelias(match_type="interpolated"), "block"),
    "pelias, reckoned, said otherwise": ("pelias", pelias(accuracy="interpolated"), "block"),
    "pelias, a street": (
        "pelias",
        pelias(layer="street", housenumber=None, match_type="fallback", accuracy="centroid", name="Anchor Street"),
        "street",
    ),
}
REFUSED = {
    "census, another number": ("census", census("14 ANCHOR ST, TIDEWATER, NC, 28399"), "house number 14, not 12"),
    "census, no number": ("census", census("ANCHOR ST, TIDEWATER, NC, 28399"), "without a house number"),
    "census, another ZIP": ("census", census(zip="28398"), "in ZIP 28398"),
    "census, another state": ("census", census(state="SC"), "in SC, not NC"),
    "census, another street": ("census", census(streetName="KELP", suffixType="RD"), "on KELP RD"),
    "census, the other direction": ("census", census(preDirection="N", streetName="EEL"), "on N EEL ST"),
    "photon, the town": ("photon", photon(type="city", street=None, housenumber=None), "only a city"),
    "photon, a ZIP": ("photon", photon(type="other", osm_value="postcode", housenumber=None), "only a other"),
    "photon, the next house": ("photon", photon(housenumber="14"), "house number 14"),
    "photon, a thing on the street": ("photon", photon(housenumber=None), "without a house number"),
    "photon, another country": ("photon", photon(countrycode="CA"), "another country"),
    "photon, a long road": (
        "photon",
        photon(**STREET, extent=[-78.9, 35.2, -78.8, 35.0]),
        "a road of",
    ),
    "pelias, the town": ("pelias", pelias(layer="locality", match_type="fallback"), "only a locality"),
    "pelias, another country": ("pelias", pelias(country_a="CAN"), "another country"),
    "pelias, another state": ("pelias", pelias(region_a="SC"), "in SC, not NC"),
    "pelias, the next house": ("pelias", pelias(housenumber="14"), "house number 14"),
}


@pytest.mark.parametrize(("provider", "place", "precision"), TAKEN.values(), ids=TAKEN)
def test_taken(
    provider: str, place: dict[str, Any], precision: str, ask: Callable[..., Query], harbor: Gazetteer
) -> None:
    """The right place, labelled by how exact it is, whatever the provider calls it."""
    answer = judge(ask(), [SERVICES[provider].read(place)], harbor)
    assert isinstance(answer, Answer), answer
    assert answer.precision == precision
    assert answer.place_id


@pytest.mark.parametrize(("provider", "place", "reason"), REFUSED.values(), ids=REFUSED)
def test_refused(
    provider: str, place: dict[str, Any], reason: str, ask: Callable[..., Query], harbor: Gazetteer
) -> None:
    """What is not the place, and why."""
    answer = judge(ask(), [SERVICES[provider].read(place)], harbor)
    assert isinstance(answer, Refused)
    assert reason in answer.reason


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=12), inner, max_size=5),
    max_leaves=10,
)
KEYS = sorted({key for place in GOOD.values() for key in place})


@given(st.sampled_from(sorted(SERVICES)), st.dictionaries(st.sampled_from(KEYS), anything))
def test_any_place_is_read(provider: str, changes: dict[str, Any]) -> None:
    """Whatever stands in a reply, it becomes a candidate or one without a point; nothing is raised."""
    candidate = SERVICES[provider].read({**GOOD[provider], **changes})
    assert isinstance(candidate, Candidate)
    assert candidate.point or candidate.fault
