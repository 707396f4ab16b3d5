"""Answers without a network, in an invented county and, for the size of the error, in the real one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.entry.model import Address
from generator.entry.place import Point, distance_km
from generator.geocode.offline import PROVIDER, offline
from generator.geocode.query import Query
from tests.geocode.bench_offline import errors, real_answers, real_gazetteer

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.config.gazetteer import Gazetteer

ANSWERS = {
    "12 Anchor Street": ("block", 35.053, -78.878),
    "399 ANCHOR ST": ("block", 35.056, -78.878),
    "1101-B South Kelp Road, Suite 4": ("block", 35.030, -78.880),
    "200 Anchor St": ("street", 35.0545, -78.878),
    "600 Anchor St": ("zip", 35.04, -78.89),
    "500 Anchor St": ("street", 35.056, -78.878),
    "2600 Anchor St": ("street", 35.081, -78.878),
    "1600 Anchor St": ("zip", 35.04, -78.89),
    "1400 S Kelp Rd": ("zip", 35.04, -78.89),
    "1101 N Kelp Rd": ("zip", 35.04, -78.89),
    "1101 Kelp Rd": ("zip", 35.04, -78.89),
    "Anchor Street": ("zip", 35.04, -78.89),
    "Mole Lane": ("street", 35.0562, -78.8781),
    "Anchor St and Mole Lane": ("street", 35.056, -78.878),
    "Anchor St and S Kelp Rd": ("zip", 35.04, -78.89),
    "Unknown Street": ("zip", 35.04, -78.89),
    "PO Box 12": ("zip", 35.04, -78.89),
}


@pytest.mark.parametrize(("street", "expected"), ANSWERS.items())
def test_as_exact_as_the_gazetteer_knows(
    street: str, expected: tuple[str, float, float], ask: Callable[..., Query], harbor: Gazetteer
) -> None:
    """The block if it is known, else what lies near on the street, else the ZIP; each says which."""
    answer = offline(ask(street), harbor)
    assert answer is not None
    assert (answer.precision, answer.point.lat, answer.point.lon) == (
        expected[0],
        pytest.approx(expected[1], abs=1e-4),
        pytest.approx(expected[2], abs=1e-4),
    )
    assert answer.provider == PROVIDER
    assert answer.note


def test_the_town_is_the_last_answer(ask: Callable[..., Query], harbor: Gazetteer) -> None:
    """Without a ZIP that is known, the middle of the town; without the town, nothing."""
    town = offline(ask("Unknown Street", zip=""), harbor)
    assert town is not None
    assert (town.precision, town.point) == ("city", Point(35.05, -78.88))
    assert offline(ask("Unknown Street", zip="99999", city="st. anns"), harbor) is not None
    assert offline(ask("12 Anchor Street", zip="", city="Raleigh"), harbor) is None


def test_a_street_of_another_town_is_not_taken(ask: Callable[..., Query], harbor: Gazetteer) -> None:
    """Anchor Street is known in Tidewater only."""
    answer = offline(ask(city="Saint Anns", zip=""), harbor)
    assert answer is not None
    assert answer.precision == "city"


def test_a_street_far_from_its_zip_is_not_taken(ask: Callable[..., Query], harbor: Gazetteer) -> None:
    """The written ZIP contradicts the street: the ZIP is the humbler answer."""
    answer = offline(ask(zip="28398"), harbor)
    assert answer is not None
    assert answer.precision == "zip"


def test_another_state_is_not_answered(ask: Callable[..., Query], harbor: Gazetteer) -> None:
    """There is a Tidewater elsewhere, too."""
    assert offline(ask(state="AR"), harbor) is None


def test_an_empty_gazetteer_knows_nothing(ask: Callable[..., Query], harbor: Gazetteer) -> None:
    """A new site begins with no tables, and that is no error."""
    assert offline(ask(), type(harbor)()) is None


def test_the_error_in_the_real_county() -> None:
    """Measured against every committed point of a house: the labels mean what the handbook says they mean."""
    found = errors(real_answers(), real_gazetteer())
    block, street, middle = (sorted(found[word]) for word in ("block", "street", "zip"))
    assert len(block) >= 5
    assert len(street) >= 5
    assert max(block) < 0.2
    assert max(street) < 0.5
    assert max(middle) < 10


def real_query(street: str) -> Query:
    return Query("anywhere", Address("Fayetteville", "NC", street))


def test_each_known_block_left_out_in_turn() -> None:
    """What `street` promises, from the gazetteer alone: half within 0.3 km, nine of ten within 0.7 km."""
    gazetteer = real_gazetteer()
    wrong = []
    for (city, street), blocks in gazetteer.streets.items():
        for block in blocks:
            rest = {**gazetteer.streets, (city, street): tuple(b for b in blocks if b != block)}
            answer = offline(
                real_query(f"{block.number + 50} {street}"), type(gazetteer)((), {}, rest, gazetteer.outlines)
            )
            if answer:
                wrong.append(distance_km(answer.point, block.point))
    wrong.sort()
    assert len(wrong) > 500
    assert wrong[len(wrong) // 2] < 0.3
    assert wrong[len(wrong) * 9 // 10] < 0.7
