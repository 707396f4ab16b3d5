"""Points: what is one, what is none, and how far apart two are."""

from __future__ import annotations

import math
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.entry.place import PlaceError, Point, distance_km, parse_point

lats = st.floats(-90, 90, allow_nan=False)
lons = st.floats(-180, 180, allow_nan=False)
points = st.builds(Point, lats, lons)


def test_a_known_distance() -> None:
    """Raleigh's capitol to Fayetteville's Market House it is 83.7 km."""
    assert distance_km(Point(35.7804, -78.6391), Point(35.0527, -78.8778)) == pytest.approx(83.7, abs=0.2)


def test_a_degree_of_latitude() -> None:
    """A degree of latitude is 111.2 km on the sphere."""
    assert distance_km(Point(35, -78), Point(36, -78)) == pytest.approx(111.195, abs=0.001)


@given(points, points)
def test_distance_is_a_distance(a: Point, b: Point) -> None:
    """Never negative, the same both ways, zero to itself, never more than half way round."""
    assert 0 <= distance_km(a, b) <= math.pi * 6371.1
    assert distance_km(a, b) == pytest.approx(distance_km(b, a), abs=1e-6)
    assert distance_km(a, a) == 0


@pytest.mark.parametrize(
    ("lat", "lon", "said"),
    [
        ("nan", "1", "latitude 'nan' is not a number"),
        ("inf", "1", "not a number"),
        ("1e2", "1", "not a number"),
        ("1_0", "1", "not a number"),
        ("0x1", "1", "not a number"),
        ("", "1", "latitude '' is not a number"),
        ("35,05", "1", "not a number"),
        ("35.05 N", "1", "not a number"),
        ("\u0663\u0665", "1", "not a number"),
        ("35", "west", "longitude 'west' is not a number"),
        ("90.1", "1", "latitude 90.1 is not between -90 and 90"),
        ("35", "-180.5", "longitude -180.5 is not between -180 and 180"),
        ("0", "0", "the point 0, 0"),
        ("-0.0", "0.00", "the point 0, 0"),
        ("9" * 5000, "1", "not a number"),
        ("35\x1f", "1", "not a number"),
    ],
)
def test_what_is_no_point(lat: str, lon: str, said: str) -> None:
    """The message says which of the two is wrong and what was seen, in one short line."""
    with pytest.raises(PlaceError) as error:
        parse_point(lat, lon)
    assert said in str(error.value)
    assert len(str(error.value)) < 130


def test_blanks_round_a_number_do_not_matter() -> None:
    """A cell of a table may have blanks, a sign and as many decimals as it likes."""
    assert parse_point(" +35.0527000 ", "-78.8778") == Point(35.0527, -78.8778)


@given(st.floats() | st.integers(), st.floats() | st.integers())
def test_a_point_that_exists_is_on_the_earth(lat: float, lon: float) -> None:
    """There is no way to make a point of NaN, infinity or 999."""
    on_earth = -90 <= lat <= 90 and -180 <= lon <= 180
    if on_earth:
        assert Point(lat, lon).lat == lat
    else:
        with pytest.raises(PlaceError):
            Point(lat, lon)


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_text_is_a_point_or_a_place_error(lat: str, lon: str) -> None:
    """No other exception for anything that anybody types."""
    with suppress(PlaceError):
        assert isinstance(parse_point(lat, lon), Point)
