"""The question about an entry: what is asked, and what can never be asked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.entry.model import Address, Entry, OwnPoint, Source
from generator.entry.place import Point
from generator.geocode.query import Area, Query, query_of, same_query

if TYPE_CHECKING:
    from collections.abc import Callable

ADDRESS = Address(city="Tidewater", state="NC", street="12 Anchor Street", unit="Suite 4", zip="28399")
ENTRY = Entry(
    id="harbor-pantry",
    file="directory/food/harbor-pantry.yaml",
    name="Harbor Pantry",
    organization="Harbor Help",
    summary="Groceries.",
    services=("pantry",),
    status="active",
    sources=(Source("Harbor Help", "https://directory.example", "2026"),),
    address=ADDRESS,
)


def test_the_question_is_the_public_address() -> None:
    """One line, without the unit, which stays in the entry for people to read."""
    query = query_of(ENTRY)
    assert query is not None
    assert query.text == "12 Anchor Street, Tidewater, NC 28399"
    assert query.area is Area.LOCAL


@pytest.mark.parametrize(
    "entry",
    [
        replace(ENTRY, confidential=True),
        replace(ENTRY, confidential=True, address=None),
        replace(ENTRY, address=None),
        replace(ENTRY, address=Address("Tidewater", "NC", zip="28399")),
        replace(ENTRY, point=OwnPoint(Point(35.05, -78.88), "county map")),
    ],
    ids=["confidential", "confidential, no address", "no address", "no street", "own point"],
)
def test_nothing_is_asked(entry: Entry) -> None:
    """Not about a confidential place, even if an address slipped in; not where there is nothing to ask."""
    assert query_of(entry) is None


@pytest.mark.parametrize("what", [None, "12 Anchor Street", ENTRY, replace(ENTRY, confidential=True)])
def test_only_an_address_makes_a_question(what: object) -> None:
    """A confidential entry has no Address to put here."""
    with pytest.raises(TypeError):
        Query("harbor-house", what)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("served", "area"),
    [
        ((), "local"),
        (("county",), "local"),
        (("Tidewater", "Saint Anns"), "local"),
        (("statewide",), "statewide"),
        (("national",), "national"),
    ],
)
def test_the_area_that_is_served(served: tuple[str, ...], area: str) -> None:
    """Only what serves the state or the nation may lie anywhere."""
    query = query_of(replace(ENTRY, service_area=served))
    assert query is not None
    assert query.area == area


@pytest.mark.parametrize(
    "committed",
    [
        "12 Anchor Street, Tidewater, NC 28399",
        "12 Anchor St., Tidewater, NC 28399",
        "12 ANCHOR ST, Suite 4, Tidewater, NC 28399-1234",
        "12 Anchor Street Apt 9, Tidewater, nc 28399",
        "12 Anchor Street, Tidewater, NC",
    ],
)
def test_the_same_address(committed: str, ask: Callable[..., Query]) -> None:
    """Spelling, units and a ZIP that one side lacks do not make a committed answer stale."""
    assert same_query(committed, ask().text)
    assert same_query(ask().text, committed)


@pytest.mark.parametrize(
    "committed",
    [
        "14 Anchor Street, Tidewater, NC 28399",
        "Anchor Street, Tidewater, NC 28399",
        "12 Anchor Road, Tidewater, NC 28399",
        "12 S Anchor Street, Tidewater, NC 28399",
        "12 Anchor Street, Saint Anns, NC 28399",
        "12 Anchor Street, Tidewater, SC 28399",
        "12 Anchor Street, Tidewater, NC 28398",
        "Tidewater, NC 28399",
        "NC",
        "",
        "35.05, -78.88",
    ],
)
def test_another_address(committed: str, ask: Callable[..., Query]) -> None:
    """A committed answer to another address is stale."""
    assert not same_query(committed, ask().text)


def test_a_query_is_the_same_as_itself(ask: Callable[..., Query]) -> None:
    """What is committed today is found again tomorrow, whatever the address looks like."""
    for street in ("12 Anchor St", "PO Box 3", "A St and B St", "Kelp Building, Room 6", "1/2", ", ,", "Anchor St, #"):
        for zip_code in ("28399", ""):
            query = ask(street, zip=zip_code)
            assert same_query(query.text, query.text)
