"""What an entry says of each facet: yes, no, or nobody has told; some yeses count only while confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from generator.compile.caution import secret_fields
from generator.finder.facets import CONFIRMED, FACETS, LISTED, NO, UNKNOWN, answer, answers, facets
from tests.finder.places import directory
from tests.phrases import county

if TYPE_CHECKING:
    from generator.finder.facets import Facet

CHECK = {"date": "2026-11-11", "how": "phone", "role": "directory volunteer"}


def facet(key: str) -> Facet:
    """Give one facet."""
    return next(found for found in FACETS if found.key == key)


def signs(key: str, **fields: Any) -> dict[str, str]:
    """Give the sign of each option of a facet for an entry with these fields."""
    (resource,) = county.compiled(county.entry(**fields)).resources
    found = facet(key)
    return {option.key: answer(resource, option, strict=found.strict)[0] for option in found.options}


@pytest.mark.parametrize(
    ("key", "fields", "sign"),
    [
        ("pets", {}, UNKNOWN),
        ("pets", {"pets": "unknown"}, UNKNOWN),
        ("pets", {"pets": "no"}, NO),
        ("pets", {"pets": "service-animals-only"}, NO),
        ("pets", {"pets": "crates-or-kennel"}, LISTED),
        ("pets", {"pets": "yes", "verified": [CHECK | {"facts": ["pets"]}]}, CONFIRMED),
        ("couples", {"couples_together": {"answer": "conditional", "note": "Ask."}}, UNKNOWN),
        ("dropoff", {"le_dropoff": "yes"}, UNKNOWN),
        ("dropoff", {"le_dropoff": "no"}, NO),
        ("dropoff", {"le_dropoff": "yes", "verified": [CHECK | {"facts": ["le_dropoff"]}]}, CONFIRMED),
        ("clearance", {"medical_clearance": "not-required"}, UNKNOWN),
        ("clearance", {"medical_clearance": "ed-first-always"}, NO),
        ("clearance", {"medical_clearance": "ed-first-if-red-flags"}, UNKNOWN),
        ("first-exam", {"ivc_first_exam_site": "yes"}, UNKNOWN),
        ("no-id", {"id_required": "none"}, LISTED),
        ("no-id", {"id_required": "photo"}, NO),
        ("no-id", {"id_required": "can-help-get-one"}, UNKNOWN),
        ("wheelchair", {"accessibility": ["step-free"]}, LISTED),
        ("wheelchair", {"accessibility": ["large-print"]}, UNKNOWN),
        ("veteran", {"veterans": "only"}, LISTED),
        ("naloxone", {"naloxone": ["none"]}, NO),
    ],
)
def test_one_answer(key: str, fields: dict[str, Any], sign: str) -> None:
    """Unknown is never a no, a condition is never a yes, and some yeses need a check."""
    assert signs(key, **fields) == {"": sign}


def test_a_part_goes_before_its_whole() -> None:
    """A home that takes people on medicine, but not on methadone, says no to methadone."""
    told = {"answer": "yes", "by_medicine": {"methadone": "no"}}
    assert signs("on-medicine", accepts_people_on_moud=told) == {"methadone": NO, "buprenorphine": LISTED}


def test_ages_are_spans() -> None:
    """A span of ages that is taken whole is a yes, one that is cut is unknown, one outside is a no."""
    found = signs("age", ages={"min": "16", "max": "24"})
    assert found == {"child": NO, "teen": UNKNOWN, "young": LISTED, "adult": NO, "older": NO}
    assert set(signs("age", ages={"note": "Ask."}).values()) == {UNKNOWN}


def test_responders_only_is_no_walk_in() -> None:
    """Whatever the ways in are said to be."""
    assert signs("access", access=["walk-in"], intake_for="responders-only")["walk-in"] == NO
    assert signs("access", access=["walk-in"])["walk-in"] == LISTED
    assert signs("access", access=["phone-first"])["walk-in"] == NO


def test_every_answer_has_its_sign() -> None:
    """For every facet and resource of the county there is one sign of the four, and strict ones are never listed."""
    for found in facets(directory()):
        columns, until = answers(directory(), found)
        for column in columns:
            assert set(column) <= set("0123")
            assert not (found.strict and LISTED in column)
            assert {row for row, sign in enumerate(column) if sign == CONFIRMED} <= until.keys()


def test_no_facet_is_about_a_field_that_secret_places_must_not_have() -> None:
    """What leads to a door is nothing to filter by."""
    assert secret_fields().isdisjoint(name for found in FACETS for option in found.options for name in option.fields)
