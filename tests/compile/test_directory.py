"""What is computed once of the whole directory: how old its facts are, and when somebody last worked on it."""

from __future__ import annotations

from datetime import date

import pytest

from generator.compile.directory import compile_directory
from generator.config.geocodes import Geocode, Geocodes, Precision
from generator.entry.place import Point
from tests.phrases.county import CHECK, SOURCE, compiled, entry, settings


def dated(*dates: str) -> list[dict[str, str]]:
    """Give a source for each date."""
    return [SOURCE | {"date": day} for day in dates]


@pytest.mark.parametrize(
    ("dates", "newest"),
    [
        (("2025-12-31", "2026-01-26", "2024"), "2026-01-26"),
        (("2025-12-31", "2026"), "2026"),
        (("2026", "2026-01"), "2026-01"),
        (("unknown", "2019"), "2019"),
        (("unknown",), ""),
    ],
)
def test_facts_are_as_old_as_their_newest_source(dates: tuple[str, ...], newest: str) -> None:
    """The date is as exact as it is known, and a source without a date says nothing about age."""
    assert compiled(entry(sources=dated(*dates))).facts_date == newest


def test_a_check_makes_facts_newer() -> None:
    """Somebody who telephones today knows more than any page."""
    assert compiled(entry(verified=[CHECK | {"facts": ["phones"]}])).facts_date == CHECK["date"]


@pytest.mark.parametrize("status", ["draft", "defunct"])
def test_what_is_not_published_makes_nothing_newer(status: str) -> None:
    """A visitor reads the age of what is there to be read; the data was worked on all the same."""
    there = compiled(entry(), entry("not-shown", status=status, sources=dated("2026-05-01")))
    assert there.facts_date == SOURCE["date"]
    assert there.data_date == max(settings().lead.as_of or "", settings().changes[0].date, "2026-05-01")


def test_a_look_up_of_a_point_makes_no_fact_newer() -> None:
    """Points are looked up long after facts were read; that day stands for the data and the build alone."""
    point = Geocode("harbor-house", "x", Point(35.0, -78.9), Precision.ROOFTOP, "county map", "2027-03")
    there = compile_directory([entry()], settings(), Geocodes("directory/geocodes.yaml", {"harbor-house": point}))
    assert (there.facts_date, there.data_date, there.build_date) == ("2024", "2027-03", "2027-03-01")


def test_a_check_lifts_a_place_only_while_it_holds() -> None:
    """A list puts what is confirmed first; past its limit the name decides, and nobody is left out."""
    check = {"date": "2026-06-01", "how": "phone", "role": "volunteer", "facts": ["phones"]}
    phones = [{"number": "910-555-0150"}]
    some = [entry("a", name="Anchor"), entry("b", name="Beacon", phones=phones, verified=[check])]
    orders = {}
    for day in ("2026-08-30", "2026-08-31"):
        there = compile_directory(some, settings(), Geocodes("directory/geocodes.yaml"), date.fromisoformat(day))
        orders[day] = [resource.id for resource in there.listings[0].resources]
    assert orders == {"2026-08-30": ["b", "a"], "2026-08-31": ["a", "b"]}
