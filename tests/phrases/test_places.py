"""Where a resource is, and the languages in which it helps."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.compile.model import Location
from generator.config.geocodes import Precision
from generator.entry.model import Address, Language
from generator.entry.place import Point
from generator.pages.phrases import languages, places
from tests.phrases.county import resource, words

ADDRESS = {"street": "12 Water Street", "unit": "Suite 101", "city": "Harborview", "state": "NC", "zip": "28301"}
MAPS = "https://www.google.com/maps/dir/?api=1&destination="


def test_an_address_has_a_line_for_the_street_and_one_for_the_town() -> None:
    """The lines are those of an envelope."""
    view = places.view(resource(address=ADDRESS | {"note": "Blue door."}), words())
    assert view.lines == ("12 Water Street, Suite 101", "Harborview, NC 28301")
    assert view.one_line == "12 Water Street, Suite 101, Harborview, NC 28301"
    assert (view.note, view.confidential) == ("Blue door.", "")


def test_parts_of_an_address_that_nobody_knows_leave_no_gap() -> None:
    """A town alone is a whole line."""
    assert places.address_lines(Address("Harborview", "NC"), words()) == ("Harborview, NC",)


def test_the_way_to_a_street_address_asks_for_the_address() -> None:
    """Maps get the address without the suite, which they do not know; the copy keeps it."""
    way = places.directions(resource(address=ADDRESS), words())
    assert way is not None
    assert way.target == "12 Water Street, Harborview, NC 28301"
    assert way.href == MAPS + "12%20Water%20Street%2C%20Harborview%2C%20NC%2028301"
    assert way.address == "12 Water Street, Suite 101, Harborview, NC 28301"


def test_a_point_that_the_entry_gives_wins() -> None:
    """An address that maps do not find has a point of its own."""
    point = {"lat": "35.0528", "lon": "-78.8778", "source": "county map"}
    way = places.directions(resource(address=ADDRESS, point=point), words())
    assert way is not None
    assert way.target == "35.05280,-78.87780"
    assert way.geo == "geo:35.05280,-78.87780?q=35.05280%2C-78.87780"


@pytest.mark.parametrize("precision", [Precision.ZIP, Precision.CITY])
def test_there_is_no_way_to_the_middle_of_a_town(precision: Precision) -> None:
    """A point that stands for an area sends nobody anywhere, and says that it is rough."""
    here = replace(resource(), location=Location(Point(35.05, -78.87), precision, "Census"))
    assert places.directions(here, words()) is None
    assert "rough" in places.view(here, words()).approximate


@pytest.mark.parametrize("precision", Precision)
def test_only_a_vague_point_says_so(precision: Precision) -> None:
    """Every point that may be far off has words for it, and no other has."""
    here = replace(resource(address=ADDRESS), location=Location(Point(35.05, -78.87), precision, "Census"))
    assert bool(places.view(here, words()).approximate) is precision.approximate


def test_a_confidential_place_gives_nothing_away() -> None:
    """Even if a place slipped in, no part of it comes out."""
    location = Location(Point(35.05, -78.87), Precision.ROOFTOP, "Census")
    secret = resource(confidential="yes", address=ADDRESS, service_area="county")
    view = places.view(replace(secret, location=location), words())
    assert (view.lines, view.one_line, view.note, view.approximate, view.directions) == ((), "", "", "", None)
    assert view.confidential
    assert view.area == "Whole county"


def test_the_area_served_is_said_in_words_or_by_its_places() -> None:
    """Fixed areas have words, others are named as the entry names them."""
    assert places.area(("statewide",), words()) == "Statewide"
    assert places.area(("Hope Mills", "Spring Lake"), words()) == "Hope Mills, Spring Lake"
    assert places.area((), words()) == ""


def test_languages_have_names_and_say_who_speaks_them() -> None:
    """How a language is spoken is told where it is known."""
    spoken = [
        Language("en"),
        Language("es", "phone-interpreter", "Press 2."),
        Language("ko", "unknown"),
        Language("ase", "staff"),
    ]
    assert languages.line(spoken, words()) == (
        "English, Spanish (interpreter by phone, Press 2), Korean, American Sign Language (staff)"
    )


def test_a_language_without_a_name_is_shown_by_its_code() -> None:
    """A code that nobody has named yet is not lost."""
    assert languages.item(Language("xyz"), words()).name == "xyz"
