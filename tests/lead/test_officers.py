"""The officer's page: the call, the offer, what is published, and nothing that decides about a person."""

from __future__ import annotations

import re

import pytest

from tests.lead.counties import FOR_RESPONDERS, NOTHING, changed, page, real_page
from tests.pages.html import Html
from tests.pages.site import rendered
from tests.phrases.county import compiled, entry

PRESS = re.compile(r"\b(?:4|four) (?:g|grams?)\b|violent record", re.IGNORECASE)


def test_the_line_comes_first_with_its_hours_and_what_to_do_outside_them() -> None:
    """Number, who answers, when, other times; then the words of the offer."""
    found = page("officers.html").main
    assert found.startswith(
        "For officers LEAD line 910-555-0199 A case manager answers. Hours: 8 am to 10 pm, every day. "
        "Other times: Call the Harbor line. Source: Harbor LEAD, operating protocol, November 2026 "
        "Offer help in open words What brought you here tonight? Would you like some help with that? "
        "You can say no. That is all right. Do not name a service. Do not promise one. A no is fine."
    )


def test_coverage_that_is_not_published_is_said_to_be_so() -> None:
    """A line without hours is not a line that is always answered."""
    bare = changed(("  hours: Mo-Su 08:00-22:00\n", ""), ("  after_hours: Call the Harbor line.\n", ""))
    found = page("officers.html", bare).main
    assert "Hours: not published. Other times: not published. Ask your supervisor or dispatcher." in found


def test_a_line_that_is_always_answered_needs_no_other_times() -> None:
    """Day and night there are no other times."""
    always = changed(("Mo-Su 08:00-22:00", "24/7"), ("  after_hours: Call the Harbor line.\n", ""))
    assert "Other times" not in page("officers.html", always).main


def test_hours_without_a_number_stand_beside_the_line_that_none_is_published() -> None:
    """Where officers alone have the number, everyone may know when it is answered."""
    found = page("officers.html", changed(("910-555-0199", "not published")))
    assert not found.all(class_="lead")
    assert found.one(class_="lead-none").text == (
        "LEAD line: not published. Officers: ask your supervisor or dispatcher A case manager answers. "
        "Hours: 8 am to 10 pm, every day. Other times: Call the Harbor line."
    )


def test_the_checklist_ends_with_a_call() -> None:
    """It is text, with its owner and date; whoever is not sure calls."""
    found = page("officers.html")
    text = found.main[found.main.index(" Checklist The person") :]
    assert text.startswith(
        " Checklist The person is 18 or older. The charge is trespass, shoplifting or a small amount of drugs. "
        "Nobody was hurt. The person says yes to a talk. This list is for reading. It does not decide about a person. "
        "Kept by: Harbor LEAD policy group, March 2026. Source: Harbor LEAD, operating protocol, March 2026 "
        "Not sure? Call LEAD Paperwork Write the report as usual"
    )
    call = next(link for link in found.all("a") if link.text == "Not sure? Call LEAD")
    assert call.attrs["href"] == "tel:+19105550199"


def test_the_first_exam_is_the_plan_and_nothing_else() -> None:
    """Place, plan and date, the fallback and what comes first in a medical emergency; reviewed by a role."""
    text = page("officers.html").main
    part = text[text.index("Custody order: first exam The") : text.index("What the law says")].strip()
    assert part == (
        "Custody order: first exam The place that the plan names: Crisis services plan of Harbor County, May 2026. "
        "Harbor Crisis Center Call 910-555-0104 A fresh head wound or chest pain goes to the hospital first. "
        "Call the Harbor line. The night supervisor names a place. General information, not legal or medical advice. "
        "Reviewed by plan manager, Harbor County Behavioral Health. "
        "Source: Harbor County Behavioral Health, May 2026 county.example"
    )


def test_without_a_plan_no_place_stands_in_for_it() -> None:
    """The general list is not offered as an answer."""
    found = page("officers.html", NOTHING)
    text = found.main
    part = text[text.index("Custody order: first exam The") : text.index("What the law says")]
    assert "is not published here" in part
    assert "Harbor Crisis Center" not in part


def test_a_law_without_a_reviewer_shows_number_and_link_only() -> None:
    """A text that nobody has reviewed is in the file and not on the page."""
    found = page("officers.html")
    text = found.main
    part = text[text.index("911 Good Samaritan law G.S.") : text.index(" Police drop-off Police drop-off: open now")]
    assert part == (
        "911 Good Samaritan law G.S. 90-96.2 General information, not legal advice, not reviewed "
        "Source: State legislature, November 2026 statutes.example"
    )
    assert "This text has no reviewer" not in found.source


def test_a_law_with_a_reviewer_says_what_it_says_and_who_can_tell_more() -> None:
    """The program's public number is one tap away, and the reviewer is a role."""
    found = page("officers.html")
    assert "A person with a card of a syringe program may carry its syringes." in found.main
    assert "General information, not legal advice. Reviewed by county attorney." in found.main
    assert "Northside Supplies" in found.main
    bare = page("officers.html", changed(("    reviewed_by: county attorney\n", "")))
    assert "may carry its syringes" not in bare.source
    assert bare.main.count("not legal advice, not reviewed") == 2


def test_places_that_take_drop_off_are_there_without_a_script() -> None:
    """Cards of those that say yes, each as sure as it is; then plain lists; and the finder's officer view."""
    found = page("officers.html")
    cards = [e.text for e in found.all("h3") if "article" in e.within]
    assert cards[0] == "Harbor Crisis Center"
    views = {link.attrs["href"] for link in found.all("a") if "index.html#" in link.attrs["href"]}
    assert views == {"index.html#officer"}
    assert {"find/crisis-dropoff.html", "find/withdrawal-care.html"} <= set(found.links)


def test_a_large_county_shows_ten_cards_and_says_how_many_more() -> None:
    """The page stays small; those that are sure come first."""
    fields = {"services": ["crisis-dropoff"], "phones": [{"number": "910-555-0100"}]}
    some = [entry(f"place-{n:02}", name=f"Place {n:02}", le_dropoff="yes", **fields) for n in range(12)]
    maybe = entry("a-maybe", name="A Maybe", le_dropoff={"answer": "conditional", "note": "Call."}, **fields)
    found = Html(rendered(compiled(maybe, *some))["officers.html"].decode())
    cards = [e.text for e in found.all("h3") if "article" in e.within]
    assert cards == [f"Place {n:02}" for n in range(10)]
    assert "And 3 more: look in the lists below." in found.main


def test_responders_are_told_whom_they_can_talk_to() -> None:
    """The list is linked where somebody is listed; else the page says that nobody is."""
    assert "No line for responders is listed here yet." in page("officers.html").main
    found = page("officers.html", responders=FOR_RESPONDERS)
    assert "find/responder-wellness.html" in found.links
    assert "No line for responders" not in found.main


@pytest.mark.parametrize("path", ["officers.html", "refer.html", "roles.html"])
def test_nothing_can_be_typed_and_nobody_is_judged(path: str) -> None:
    """No form, no field, no button that sends; no page computes who may take part."""
    found = page(path)
    assert not [e for e in found.elements if e.tag in {"form", "input", "textarea", "select"}]
    assert not re.search(r"\b(?:is|are|not) eligible\b|\bqualif(?:y|ies)\b", found.main, re.IGNORECASE)


@pytest.mark.parametrize("path", ["officers.html", "refer.html", "roles.html"])
def test_of_this_county_only_what_is_published_is_said(path: str) -> None:
    """The press of 2016 is no rule; doors, checklist and first exam are not published."""
    found = real_page(path)
    assert not PRESS.search(found.source)
    assert "2016" not in found.main


def test_of_this_county_the_officers_page_says_what_is_not_published() -> None:
    """Line, checklist, paperwork, first exam: each is named, and whom to ask."""
    text = real_page("officers.html").main
    for said in (
        "LEAD line: not published. Officers: ask your supervisor or dispatcher",
        "The local checklist is not published here.",
        "Not sure? Call LEAD. The number is not published here: ask your supervisor or dispatcher.",
        "What to write is not published here.",
        "The place for the first exam is not published here.",
        "No place here is known to take police drop-off.",
    ):
        assert said in text
    assert text.count("General information, not legal advice, not reviewed") == 2
