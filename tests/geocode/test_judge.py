"""Which answers are taken: replies in the shapes that a real Nominatim gave, with invented places in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.config.geocodes import Precision
from generator.entry.model import Address
from generator.entry.place import Point
from generator.geocode.answer import Answer, Refused
from generator.geocode.candidate import Candidate
from generator.geocode.judge import judge
from generator.geocode.query import Area, Query
from generator.geocode.services.nominatim import read
from tests.geocode.server import HOUSE, house

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.config.gazetteer import Gazetteer


def address(**other: object) -> dict[str, Any]:
    """Give the good house's address with other values; a key set to None is left out."""
    return {key: value for key, value in {**HOUSE["address"], **other}.items() if value is not None}


def road(**other: object) -> dict[str, Any]:
    """Give what a real server gives for a house number that does not exist: the street's middle, as success."""
    return house(
        **{
            "class": "highway",
            "type": "residential",
            "osm_type": "way",
            "addresstype": "road",
            "place_rank": 26,
            "name": "Anchor Street",
            "lat": "35.0550",
            "address": address(house_number=None),
            "boundingbox": ["35.052", "35.058", "-78.878", "-78.878"],
            **other,
        }
    )


def area(kind: str, rank: int) -> dict[str, Any]:
    """Give a town, ZIP, county or country as the server does; a ZIP has no osm_type and no osm_id."""
    return house(
        **{"class": "boundary", "type": "administrative", "addresstype": kind, "place_rank": rank},
        osm_type=None,
        osm_id=None,
        address=address(house_number=None, road=None),
    )


RECKONED = house(osm_type="way", osm_id=12)
NAMED = house(**{"class": "amenity", "type": "shelter", "addresstype": "amenity", "name": "Anchor House"})

TAKEN = {
    "the house": ([HOUSE], "rooftop"),
    "a named place at the number": ([NAMED], "rooftop"),
    "a building": ([house(**{"class": "building", "type": "yes"}, osm_type="way")], "rooftop"),
    "several numbers on one door": ([house(address=address(house_number="10;12"))], "rooftop"),
    "a range that holds ours": ([house(address=address(house_number="8-14"))], "rooftop"),
    "a letter behind the number": ([house(address=address(house_number="12B"))], "rooftop"),
    "a number between two known ones": ([RECKONED], "block"),
    "the road instead of the house": ([road()], "street"),
    "the road and the house": ([road(), HOUSE], "rooftop"),
    "the house twice": ([HOUSE, house(lat="35.0528")], "rooftop"),
    "no ZIP in the answer": ([house(address=address(postcode=None))], "rooftop"),
    "ZIP and four": ([house(address=address(postcode="28399-1234"))], "rooftop"),
    "another town's name with our ZIP": ([house(address=address(city="Old Tidewater"))], "rooftop"),
    "numbers instead of texts": ([house(lat=35.0527, lon=-78.8778, place_rank="30")], "rooftop"),
    "the newer format": ([house(**{"class": None, "category": "place"})], "rooftop"),
}
REFUSED = {
    "nothing": ([], "no answer"),
    "the next town's ZIP": ([house(address=address(postcode="28398"))], "in ZIP 28398, not 28399"),
    "the ZIP's road": ([road(address=address(house_number=None, postcode="28398"))], "in ZIP 28398"),
    "another town, no ZIP": (
        [house(address=address(city=None, town="Saint Anns", postcode=None))],
        "in ST ANNS, not Tidewater",
    ),
    "another state": ([house(address={**address(), "ISO3166-2-lvl4": "US-SC"})], "in SC, not NC"),
    "another state, in words": (
        [house(address={**address(state="Arkansas"), "ISO3166-2-lvl4": ""})],
        "in AR, not NC",
    ),
    "another country": ([house(address=address(country_code="ca"))], "another country"),
    "the town": ([area("city", 16)], "only a city"),
    "the county": ([area("county", 12)], "only a county"),
    "the state": ([area("state", 8)], "only a state"),
    "the country": ([area("country", 4)], "only a country"),
    "the ZIP": ([area("postcode", 21)], "only a postcode"),
    "a suburb": ([area("suburb", 20)], "only a suburb"),
    "the next house": ([house(address=address(house_number="14"))], "house number 14, not 12"),
    "a range without ours": ([house(address=address(house_number="1-11"))], "house number 1-11"),
    "a number that holds ours": ([house(address=address(house_number="112"))], "house number 112"),
    "the other direction": ([house(address=address(road="Anchor Road"))], "on ANCHOR RD, not ANCHOR ST"),
    "a thing on the road": ([house(address=address(house_number=None))], "without a house number"),
    "no road": ([house(address=address(road=None))], "on no named street"),
    "no address": ([house(address=None)], "on no named street"),
    "a road across the county": ([road(boundingbox=["35.0", "35.2", "-78.9", "-78.8"])], "a road of"),
    "0, 0": ([house(lat="0", lon="0")], "0, 0"),
    "nan": ([house(lat="nan")], "not a number of degrees"),
    "off the earth": ([house(lat="99.5")], "not between"),
    "no coordinates": ([house(lat=None)], "no coordinates"),
    "far away": ([house(lat="36.2")], "outside the area"),
    "the middle of the ZIP": ([house(lat="35.0400", lon="-78.8900")], "the middle of ZIP 28399"),
    "the middle of the town": ([house(lat="35.05", lon="-78.88")], "the middle of Tidewater"),
    "far from the ZIP": (
        [house(lat="35.29", lon="-78.61", address=address(postcode=None))],
        "from the middle of ZIP 28399",
    ),
    "our ZIP, and far from it": ([house(lat="35.29", lon="-78.61")], "from the middle of ZIP 28399"),
    "two houses of that number": ([HOUSE, house(lat="35.0727")], "2 places of that address"),
    "two roads of that name": ([road(), road(lat="35.0750")], "2 places of that address"),
}


def judged(query: Query, places: list[dict[str, Any]], gazetteer: Gazetteer) -> Answer | Refused:
    return judge(query, [read(place) for place in places], gazetteer, provider="test")


@pytest.mark.parametrize(("places", "precision"), TAKEN.values(), ids=TAKEN)
def test_taken(places: list[dict[str, Any]], precision: str, ask: Callable[..., Query], harbor: Gazetteer) -> None:
    """The right place is taken and labelled by how exact it is."""
    answer = judged(ask(), places, harbor)
    assert isinstance(answer, Answer)
    assert answer.precision == precision
    assert answer.provider == "OpenStreetMap, by test"


@pytest.mark.parametrize(("places", "reason"), REFUSED.values(), ids=REFUSED)
def test_refused(places: list[dict[str, Any]], reason: str, ask: Callable[..., Query], harbor: Gazetteer) -> None:
    """What is not the place is refused, and the reason names it."""
    answer = judged(ask(), places, harbor)
    assert isinstance(answer, Refused)
    assert reason in answer.reason


def test_a_house_where_a_road_was_asked_for(ask: Callable[..., Query], harbor: Gazetteer) -> None:
    """Without a house number the road is all there is to find."""
    assert isinstance(judged(ask("Anchor Street"), [HOUSE], harbor), Refused)
    found = judged(ask("Anchor Street"), [road()], harbor)
    assert isinstance(found, Answer)
    assert found.precision is Precision.STREET


def test_a_direction_that_differs(ask: Callable[..., Query], harbor: Gazetteer) -> None:
    """South is not North; a direction that one side leaves out is no contradiction."""
    south = [house(address=address(road="South Anchor Street"))]
    assert isinstance(judged(ask("12 N Anchor St"), south, harbor), Refused)
    assert isinstance(judged(ask("12 Anchor St"), south, harbor), Answer)
    assert isinstance(judged(ask("12 S. Anchor St"), south, harbor), Answer)


def test_the_same_street_in_two_towns(ask: Callable[..., Query], harbor: Gazetteer) -> None:
    """Without a town or ZIP to tell them apart, neither is taken, whichever comes first."""
    there = house(lat="35.2020", lon="-78.7020", address=address(city="Saint Anns", postcode="28398"))
    for places in ([HOUSE, there], [there, HOUSE]):
        assert isinstance(judged(ask(city="", zip=""), places, harbor), Refused)
        assert isinstance(judged(ask(), places, harbor), Answer)


def test_a_statewide_office_may_lie_outside(ask: Callable[..., Query], harbor: Gazetteer) -> None:
    """Far from the county, but only in its own state, and only if the answer says which state."""
    point = {"lat": "35.8286", "lon": "-78.6312"}
    far, wide = house(**point, address=address(postcode="27699")), ask(zip="27699", area=Area.STATEWIDE)
    assert isinstance(judged(ask(zip="27699"), [far], harbor), Refused)
    assert isinstance(judged(wide, [far], harbor), Answer)
    nameless = {**address(state=None, postcode="27699"), "ISO3166-2-lvl4": ""}
    assert isinstance(judged(wide, [house(**point, address=nameless)], harbor), Refused)


@pytest.mark.parametrize(("lat", "lon"), [("0.0000001", "0.0000001"), ("48.85", "2.35"), ("-33.9", "-70.6")])
def test_a_national_office_lies_in_the_country(
    lat: str, lon: str, ask: Callable[..., Query], harbor: Gazetteer
) -> None:
    """Where no county limits an answer, the country does; a point that would be rounded to 0, 0 among them."""
    found = judged(ask(zip="", area=Area.NATIONAL), [house(lat=lat, lon=lon)], harbor)
    assert isinstance(found, Refused)
    assert "not in the United States" in found.reason


def test_just_outside_the_county(ask: Callable[..., Query], harbor: Gazetteer) -> None:
    """A place 20 km over the line is taken, one 30 km over is not."""
    query = ask(zip="")
    assert isinstance(judged(query, [house(lat="34.72")], harbor), Answer)
    assert isinstance(judged(query, [house(lat="34.63")], harbor), Refused)


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=12), inner, max_size=5),
    max_leaves=10,
)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.sampled_from([*HOUSE, "category"]), anything))
def test_any_reply_is_judged(harbor: Gazetteer, changes: dict[str, Any]) -> None:
    """Whatever stands in a reply, it is either refused or it still is the house that was asked for."""
    query = Query("harbor-pantry", Address("Tidewater", "NC", "12 Anchor Street", zip="28399"))
    answer = judged(query, [{**HOUSE, **changes}], harbor)
    if isinstance(answer, Answer):
        assert harbor.inside(answer.point, 25)
        assert answer.precision in {Precision.ROOFTOP, Precision.BLOCK, Precision.STREET}


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.text(max_size=12), anything) | st.just({}))
def test_a_reply_of_other_keys_is_no_answer(harbor: Gazetteer, place: dict[str, Any]) -> None:
    """Nothing is ever made up from an object that is not a place."""
    candidate = read(place)
    assert isinstance(candidate, Candidate)
    query = Query("harbor-pantry", Address("Tidewater", "NC", "12 Anchor Street", zip="28399"))
    assert isinstance(judge(query, [candidate], harbor), Refused)


def test_points_are_rounded(ask: Callable[..., Query], harbor: Gazetteer) -> None:
    """Six decimals, as the file keeps them."""
    answer = judged(ask(), [house(lat="35.05270049999")], harbor)
    assert isinstance(answer, Answer)
    assert answer.point == Point(35.0527, -78.8778)
