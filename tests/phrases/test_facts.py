"""Facts as questions and answers, for what is known and for what nobody has told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.entry.build import fact_names
from generator.entry.schema import fields
from generator.pages.phrases import facts
from tests.phrases.county import CHECK, resource, words

if TYPE_CHECKING:
    from generator.pages.phrases.model import FactRow

BLOCKS = ("first", "requires", "officers", "accepts", "offers", "cost", "place")
CAUTIOUS = [
    ("le_dropoff", "yes", "Yes", "Can officers bring a person?"),
    ("medical_clearance", "not-required", "Not needed", "Can a person come without one?"),
    ("medical_clearance", "on-site-triage", "Nurses check at the door", "Does a nurse see people at the door?"),
    ("ivc_first_exam_site", "yes", "Yes", "Is it done here?"),
]


def row(name: str, value: object, on: str = "", **more: object) -> FactRow:
    """Give the row of one field that holds this value."""
    whole, _, part = name.partition(".")
    return facts.row(resource(**{whole: {part: value} if part else value}, **more), name, words(), on)


@pytest.mark.parametrize(
    ("name", "value", "label", "state", "text", "note"),
    [
        ("pets", "crates-or-kennel", "Dog or cat", "yes", "In a crate or kennel", ""),
        ("pets", "service-animals-only", "Dog or cat", "no", "Only service animals", ""),
        ("id_required", "none", "Photo ID", "yes", "Not needed", ""),
        ("id_required", "photo", "Photo ID", "no", "Needed", ""),
        ("accepts_intoxicated", "yes", "After drinking or using", "yes", "Yes", ""),
        (
            "accepts_intoxicated",
            {"answer": "conditional", "note": "If calm."},
            "After drinking or using",
            "ask",
            "Sometimes",
            "If calm.",
        ),
        ("staff_check_warrants", "yes", "Staff look for warrants", "no", "They do", ""),
        ("immigration_status_asked", "no", "Immigration status", "yes", "Not asked", ""),
        ("criminal_record.arson", "no", "With an arson conviction", "no", "No", ""),
        ("moud.methadone", "both", "Methadone", "yes", "Start or go on with it here", ""),
        (
            "residency",
            {"answer": "unknown", "note": "Hope Mills?"},
            "Must live here",
            "ask",
            "Not confirmed",
            "Hope Mills?",
        ),
        ("naloxone", ["none"], "Naloxone (Narcan)", "no", "None", ""),
        ("cost", {"answer": "fee", "note": "A small fee."}, "Cost", "info", "There is a fee", "A small fee."),
        ("ages", {"min": "18"}, "Age", "info", "18 and older", ""),
        ("ages", {"max": "24", "note": "In school."}, "Age", "info", "Up to 24", "In school."),
        ("ages", {"min": "18", "max": "24"}, "Age", "info", "18 to 24", ""),
        ("ages", {"note": "Ask."}, "Age", "info", "See the note", "Ask."),
        ("handoff.response_minutes", "30", "Time until somebody comes", "info", "About 30 minutes", ""),
        ("le_typical_minutes", "1", "Time at the door for officers", "info", "About 1 minute", ""),
        ("handoff.hours", "Mo-Fr 08:00-17:00", "Hand-off hours", "info", "Mon-Fri 8 am to 5 pm", ""),
        (
            "typical_wait",
            {"text": "2 weeks", "date": "2025-12"},
            "Usual wait",
            "info",
            "2 weeks",
            "As of December 2025",
        ),
        ("typical_wait", {"text": "2 weeks", "date": "unknown"}, "Usual wait", "info", "2 weeks", ""),
        (
            "ivc_first_exam_site",
            {"answer": "no", "plan_date": "2026-01"},
            "First exam for commitment (IVC)",
            "no",
            "No",
            "By the plan of January 2026",
        ),
        ("pets", {"answer": "no", "note": "2024"}, "Dog or cat", "no", "No", "2024"),
        ("first_step", "Go to the blue door.", "What to do first", "info", "Go to the blue door.", ""),
    ],
)
def test_a_known_answer(name: str, value: object, label: str, state: str, text: str, note: str) -> None:
    """The question is short, the answer is in words, and the state is as a visitor feels it."""
    found = row(name, value)
    assert (found.label, found.state, found.text, found.note) == (label, state, text, note)
    assert found.known


def test_a_list_is_one_text_and_its_parts() -> None:
    """A list can be printed in a line or as a list."""
    found = row("insurance", ["medicaid", "self-pay"])
    assert (found.text, found.items) == ("Medicaid, Pay yourself", ("Medicaid", "Pay yourself"))


def test_a_web_address_can_be_tapped() -> None:
    """The page that shows free places is a link."""
    assert row("live_availability_url", "https://beds.example/now").href == "https://beds.example/now"


@pytest.mark.parametrize("name", fact_names())
def test_what_nobody_has_told_is_to_be_asked(name: str) -> None:
    """Every fact has a row when it is unknown, and it is never yes or no."""
    found = facts.row(resource(), name, words())
    assert (found.known, found.state, found.text, found.trust) == (False, "ask", "Not confirmed", None)
    assert found.label


def test_a_listed_answer_names_its_source() -> None:
    """An ordinary answer counts when a source says so, and says how old the source is."""
    found = row("pets", "yes")
    assert found.trust is not None
    assert found.trust.text == "Listed. Source 2024, call first"
    assert (found.aged_text, found.aged_state) == ("", "")


@pytest.mark.parametrize(("name", "value", "answer", "question"), CAUTIOUS)
def test_a_listed_answer_that_can_cost_a_trip_is_to_be_asked(name: str, value: str, answer: str, question: str) -> None:
    """Police drop-off, hospital check and first exam never count as yes because a page says so."""
    found = row(name, {"answer": value} if name == "ivc_first_exam_site" else value)
    assert (found.state, found.text) == ("ask", f"{question} A source of 2024 says so. Call first and ask")
    assert answer not in found.text
    assert found.asks


@pytest.mark.parametrize("name", ["le_dropoff", "ivc_first_exam_site"])
def test_a_listed_answer_with_a_condition_is_a_question_too(name: str) -> None:
    """A card has no room for the condition, so the question says that there is one."""
    found = row(name, {"answer": "conditional", "note": "With a report."})
    assert (found.state, found.note) == ("ask", "With a report.")
    assert ", with conditions? A source of 2024 says so. " in found.text


@pytest.mark.parametrize(("name", "value", "answer", "question"), CAUTIOUS)
def test_a_confirmed_answer_that_can_cost_a_trip_ages(name: str, value: str, answer: str, question: str) -> None:
    """Once confirmed it counts, and the words for after its limit are ready."""
    told = {"answer": value} if name == "ivc_first_exam_site" else value
    found = row(name, told, verified=[CHECK | {"facts": [name]}])
    assert (found.state, found.text) == ("yes", answer)
    assert found.aged_state == "ask"
    assert found.aged_text == f"{question} They said so by phone, November 11, 2026. Call first and ask"
    assert not found.asks


def test_a_cautious_answer_past_its_limit_at_the_build_is_to_be_asked() -> None:
    """A page made 31 days after the call does not say that police may drop off."""
    checks = [CHECK | {"facts": ["le_dropoff"]}]
    assert row("le_dropoff", "yes", "2026-12-11", verified=checks).state == "yes"
    late = row("le_dropoff", "yes", "2026-12-12", verified=checks)
    assert (late.state, late.asks) == ("ask", True)
    assert late.text == "Can officers bring a person? They said so by phone, November 11, 2026. Call first and ask"


def test_a_listed_no_stays_a_no() -> None:
    """A barrier that a source tells is shown as it is."""
    assert row("le_dropoff", "no").state == "no"
    assert row("medical_clearance", "ed-first-always").state == "no"


def test_asked_rows_are_those_of_the_main_service_in_its_order() -> None:
    """What matters is shown even where nobody has told it."""
    here = resource(pets="no")
    rows = facts.asked_rows(here, words())
    assert tuple(found.name for found in rows) == here.asked
    assert [found.name for found in rows if found.known] == ["pets"]


def test_asked_rows_know_hours_languages_and_area() -> None:
    """Fields that are no facts are answered too when a service asks for them."""
    here = resource(
        services=["crisis-line"],
        hours={"phone": "24/7"},
        languages=["en", {"code": "es", "how": "staff"}],
        service_area="county",
    )
    texts = {found.name: found.text for found in facts.asked_rows(here, words())}
    assert texts["hours.phone"] == "24 hours, every day"
    assert texts["languages"] == "English, Spanish (staff)"
    assert facts.row(here, "service_area", words()).text == "Whole county"


def test_rows_of_a_block_are_all_its_known_facts() -> None:
    """Every known fact is in exactly one block, medicine by medicine."""
    here = resource(
        first_step="Call.",
        cost="free",
        transport=["bus-line"],
        pets="no",
        accepts_people_on_moud={"answer": "conditional", "note": "Ask.", "by_medicine": {"methadone": "no"}},
        criminal_record={"arson": "no", "any_felony": "yes"},
        access=["walk-in"],
        police_contact="welcome",
        naloxone=["free-here"],
    )
    rows = {block: [found.name for found in some] for block, some in facts.known_rows(here, words()).items()}
    assert set(rows) == set(BLOCKS)
    assert sorted(name for names in rows.values() for name in names) == sorted(here.entry.facts)
    assert rows["accepts"] == [
        "accepts_people_on_moud",
        "accepts_people_on_moud.methadone",
        "pets",
        "criminal_record.any_felony",
        "criminal_record.arson",
    ]


def test_every_allowed_answer_makes_a_row() -> None:
    """No answer that the schema lets through breaks a page."""
    names = set(fact_names())
    for field in fields():
        if field.name in names and field.values:
            for value in field.values:
                whole = field.name.partition(".")[0]
                told = [value] if field.kind == "list" else value
                told = (
                    {"answer": value, "note": "Ask."}
                    if value in {"conditional", "unknown"} and whole == field.name
                    else told
                )
                if value == "unknown" and whole != field.name:
                    continue
                found = row(field.name, told)
                assert found.text
                assert found.known


def test_a_confidential_place_shows_no_fact_about_its_place() -> None:
    """Where a fact about the way there slipped in, the page does not print it."""
    here = resource(confidential="yes", transport_note="Bus 12, stop Water Street", le_dropoff_entrance="Side door")
    assert not facts.row(here, "transport_note", words()).known
    assert facts.known_rows(here, words()) == {}
