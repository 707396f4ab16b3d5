"""People with a need at 360 px, in few taps: officers and a shop owner, without JavaScript where that is promised."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.lead.conftest import Visit


def test_an_officer_before_an_arrest(visit: Callable[..., Visit]) -> None:
    """Scenario 2, no JavaScript: script, checklist with its date, paperwork, "Not sure? Call LEAD" in two taps."""
    officer = visit(script=False)
    officer.tap("Officers")
    assert officer.seen("Would you like some help with that?")
    assert officer.within(officer.page.locator(".lead a"))
    officer.tap("Checklist")
    assert officer.taps <= 2
    assert officer.seen("The person is 18 or older.")
    assert officer.seen("Kept by: Harbor LEAD policy group, March 2026.")
    assert officer.seen("Not sure? Call LEAD")
    assert officer.seen("Write the report as usual and mark it LEAD.")
    assert "treatment" not in officer.page.locator(".says").inner_text().lower()
    assert officer.page.locator("main :is(input, select, textarea, form)").count() == 0


def test_a_deputy_with_a_custody_order(visit: Callable[..., Visit]) -> None:
    """Scenario 3, no JavaScript: the place of the plan, its date, the fallback, the medical rule in two taps."""
    deputy = visit(script=False)
    deputy.tap("Officers")
    deputy.tap("Custody order")
    assert deputy.taps <= 2
    for text in (
        "Crisis services plan of Harbor County, May 2026",
        "Harbor Crisis Center",
        "A fresh head wound or chest pain goes to the hospital first.",
        "The night supervisor names a place.",
    ):
        assert deputy.seen(text), text
    call = deputy.page.locator("#custody ~ .rows .btn").first
    assert call.get_attribute("href") == "tel:+19105550104"


def test_something_to_leave_after_an_overdose(visit: Callable[..., Visit]) -> None:
    """Scenario 6: a slip to print in two taps, with naloxone, medicine and meals, and lines for a pen."""
    officer = visit()
    officer.tap("Officers")
    officer.tap("What to leave")
    assert officer.taps <= 2
    text = officer.page.locator("main").inner_text()
    for said in ("Naloxone", "Medicine for opioid use", "Meals"):
        assert said in text
    assert officer.page.get_by_role("button", name="Print", exact=True).is_visible()
    assert officer.page.locator("main :is(input, textarea)").count() == 0


def test_a_syringe_card(visit: Callable[..., Visit]) -> None:
    """Scenario 7: note, number of the law, date, reviewer, and the program's public number in three taps."""
    officer = visit()
    officer.tap("Officers")
    officer.tap("Syringe card")
    assert officer.taps <= 3
    for text in (
        "A person with a card of a syringe program may carry its syringes.",
        "G.S. 90-113.27",
        "General information, not legal advice. Reviewed by county attorney.",
        "Source: State legislature, November 2026",
    ):
        assert officer.seen(text), text
    assert officer.page.locator("#syringe-card ~ .rows .btn").first.get_attribute("href", timeout=1000)


def test_a_shop_owner(visit: Callable[..., Visit]) -> None:
    """Scenario 9, no JavaScript: when to call 911, how to refer, the LEAD line, which doors are open, in one tap."""
    neighbor = visit(script=False)
    neighbor.tap("Worried about someone?")
    assert neighbor.taps <= 2
    assert neighbor.seen("Call 911 for any of these")
    text = neighbor.page.locator("main").inner_text()
    for said in (
        "The officer makes the referral.",
        "You do not need to know the person\u2019s name.",
        "Not open here",
        "Nobody has to say yes.",
    ):
        assert said in text
    assert neighbor.page.locator(".lead a").get_attribute("href") == "tel:+19105550199"
    assert neighbor.page.locator("main :is(input, select, textarea, form)").count() == 0


def test_what_matters_first_is_on_the_first_screen(visit: Callable[..., Visit]) -> None:
    """360 x 740: the line with hours and other times, the offer, and the way to places that take drop-off."""
    officer = visit("officers.html", script=False)
    assert officer.within(officer.page.locator(".lead"))
    assert officer.within(officer.page.locator(".first"))
    assert officer.within(officer.page.get_by_role("link", name="Police drop-off: open now, nearest").first)


HERE = {"latitude": 35.0561, "longitude": -78.8781}


@pytest.mark.parametrize("allowed", [True, False])
def test_the_officer_view_of_the_finder_opens_from_a_link(visit: Callable[..., Visit], allowed: bool) -> None:
    """Open now, drop-off and nearest are chosen; a phone that does not say where it is asks for a place instead."""
    options = {"geolocation": HERE, "permissions": ["geolocation"]} if allowed else {}
    officer = visit(**options)
    officer.tap("Officers")
    officer.tap("Police drop-off: open now, nearest")
    assert officer.taps <= 2
    officer.page.locator("#finder.on").wait_for()
    officer.page.wait_for_url("**/index.html#f=dropoff&open=now")
    assert officer.page.locator('.strip [data-when][aria-pressed="true"]').count() == 1
    assert "Harbor Crisis Center" in officer.page.locator(".results").inner_text()
    if allowed:
        officer.page.locator(".results").get_by_text("Near where this phone is").wait_for()
    else:
        officer.page.get_by_text("This phone does not tell where it is.").first.wait_for()


@pytest.mark.parametrize("path", ["index.html", "officers.html", "refer.html"])
def test_home_and_foot_lead_there(visit: Callable[..., Visit], path: str) -> None:
    """Officers and neighbors find their page from every page, and home keeps its search on the first screen."""
    person = visit(path)
    foot = [link.get_attribute("href") for link in person.page.locator("footer a").all()]
    assert {"officers.html", "refer.html"} <= set(foot)
    if path == "index.html":
        assert person.within(person.page.locator("#q"))
