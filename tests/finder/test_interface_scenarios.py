"""People with a need, at 360 px, in few taps: each finds the place that fits among places that only seem to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.finder.conftest import HERE

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.finder.conftest import Visit

SATURDAY_NIGHT = "2026-11-28T02:10"
SATURDAY_MORNING = "2026-11-28T09:00"
COLD_EVENING = "2026-12-01T18:30"
FRIDAY_EVENING = "2026-12-04T18:00"
SATURDAY_DOSE = "2026-11-28T06:30"


def test_withdrawal_with_a_dog_at_two_in_the_morning(visit: Callable[..., Visit]) -> None:
    """LEAD is one tap; the open place that keeps the dog is three. No closed, refusing or silent place is above it."""
    officer = visit(SATURDAY_NIGHT)
    assert officer.page.locator(".lead a").get_attribute("href") == "tel:+19105550199"
    officer.tap(".tiles a[href='find/withdrawal.html']")
    officer.chip("pets")
    assert officer.names()[0] == "Night Tide Center"
    assert "Cape Unit" not in officer.names() + officer.names("unknown")
    assert "Bay Withdrawal Unit" in officer.names("unknown")
    assert officer.taps + 1 <= 3
    assert officer.call("Night Tide Center") == "tel:+19105550160"
    card = officer.page.locator(".results .card").first.text_content()
    assert "A partner keeps" in card
    assert "24 hours" in card
    assert "Police drop-off: Yes (confirmed November 18, 2026)" in card


def test_a_phone_that_is_answered_day_and_night_opens_no_unit(visit: Callable[..., Visit]) -> None:
    """Its line is said to be answered; open now it is not known to be."""
    officer = visit(SATURDAY_NIGHT, "find/withdrawal.html")
    officer.tap(".strip [data-when]")
    assert "Bay Withdrawal Unit" in officer.names("unknown")
    assert "Amber Detox" not in officer.names() + officer.names("unknown")
    line = (
        officer.page.locator(".results .card", has_text="Bay Withdrawal Unit").locator(".meta li").first.text_content()
    )
    assert line == "Phone: listed 24 hours (source 2026)"


def test_psychosis_at_a_shop(visit: Callable[..., Visit]) -> None:
    """988 is one tap, the team that comes is two, and the emergency department is not the first option."""
    officer = visit(SATURDAY_NIGHT)
    assert officer.page.locator(".now a[href='tel:988']").is_visible()
    officer.tap(".tiles a[href='find/crisis.html']")
    assert officer.call("Harbor Line") == "tel:+19105550101"
    assert officer.taps + 1 <= 2
    first = officer.page.locator("main .card h3").first.text_content()
    assert first != "Harbor Hospital Emergency"


def test_the_team_that_comes_now(visit: Callable[..., Visit]) -> None:
    """Typed words and "open now": the team of the night is first, the one of weekdays is left out."""
    officer = visit(SATURDAY_NIGHT)
    officer.page.fill("#q", "mobile crisis")
    officer.tap(".strip [data-when]")
    assert officer.names()[0] == "Harbor Line"
    assert "Alpha Team" not in officer.names() + officer.names("unknown")
    assert "Beacon Team" in officer.names("unknown")


def test_a_couple_in_the_cold(visit: Callable[..., Visit]) -> None:
    """Partners, no steps, and the registry: four taps to the shelter that says yes to all and takes people in now."""
    officer = visit(COLD_EVENING)
    officer.tap(".tiles a[href='find/sleep.html']")
    for option in ("couples", "wheelchair", "record.registry"):
        officer.chip(option)
    assert officer.taps <= 4
    assert officer.names()[0] == "Lantern Shelter"
    shown = officer.names() + officer.names("unknown")
    assert "Anchor Shelter" not in shown
    assert "River House" not in shown
    assert "Beacon Shelter" in officer.names("unknown")
    card = officer.page.locator(".results .card").first.text_content()
    assert "Open until" in card
    assert "Intake:" in card


def test_nothing_fits_is_no_dead_end(visit: Callable[..., Visit]) -> None:
    """Which filter to leave out and how many that gives, what comes nearest, and 211; one tap and there is a place."""
    officer = visit(COLD_EVENING, "find/day-center.html#f=record.registry,couples")
    page = officer.page
    assert officer.names() + officer.names("unknown") == []
    assert officer.names("near") == ["River House"]
    assert page.locator(".last a[href='tel:211']").is_visible()
    assert page.locator(".ways button").all_text_contents() == ["Without “Sex-offense registry”: 1 place"]
    officer.tap(".ways button")
    assert officer.names() == ["River House"]


def test_a_pantry_on_saturday(visit: Callable[..., Visit]) -> None:
    """Two taps to the list, three to the call; the pantries that are closed are not above it."""
    neighbor = visit(SATURDAY_MORNING)
    neighbor.tap(".tiles a[href='find/food.html']")
    neighbor.tap(".strip [data-when]")
    assert neighbor.taps <= 2
    assert neighbor.names()[0] == "Saturday Table"
    shown = neighbor.names() + neighbor.names("unknown")
    assert "Acorn Pantry" not in shown
    assert "Birch Pantry" not in shown
    assert "Clover Pantry" in neighbor.names("unknown")
    card = neighbor.page.locator(".results .card").first.text_content()
    assert "Open until noon" in card
    assert neighbor.call("Saturday Table") == "tel:+19105550172"


def test_a_way_out(visit: Callable[..., Visit]) -> None:
    """Two taps to the hotline; no address, no map, no pin, and a tab that says nothing."""
    woman = visit(SATURDAY_NIGHT)
    woman.tap(".tiles a[href='find/safety.html']")
    assert woman.call("Safe Harbor Line") == "tel:+19105550130"
    assert woman.taps + 1 <= 2
    assert woman.page.title() == "Help and support"
    woman.page.locator(".crumbs a").click()
    woman.ready()
    woman.page.fill("#q", "he hits me")
    pins = woman.page.locator(".pins")
    assert pins.locator("a.call").get_attribute("href") == "tel:+19105550130"
    card = woman.page.locator(".results .card", has_text="Safe Harbor Line").first
    assert card.locator("[data-to]").count() == 0
    assert "kept secret" in card.text_content()
    assert "miles" not in card.text_content()


def test_words_of_crisis_pin_a_line_also_with_no_result(visit: Callable[..., Visit]) -> None:
    """A line of crisis needs no hit and no filter that lets it through."""
    person = visit(SATURDAY_NIGHT, "index.html#f=wheelchair,pets,couples")
    person.page.fill("#q", "i want to die")
    assert person.page.locator(".pins a.call").first.get_attribute("href") == "tel:988"


def test_out_of_jail_on_methadone(visit: Callable[..., Visit]) -> None:
    """A dose on Saturday and a home that takes it: three taps each, and one slip with both in two more."""
    peer = visit(SATURDAY_DOSE)
    peer.tap(".tiles a[href='find/withdrawal.html']")
    peer.chip("medicine.methadone")
    assert peer.names()[0] == "Dune Clinic"
    assert peer.names().index("Ebb Clinic") > 0
    assert "Foam Clinic" not in peer.names()
    assert peer.taps + 1 <= 3
    peer.page.locator(".results .card", has_text="Dune Clinic").locator("[data-add]").click()
    peer.page.locator(".results h3 a", has_text="Ebb Clinic").click()
    peer.page.locator(".mark").click()
    peer.ready()
    peer.page.locator(".tiles a[href^='find/sleep.html']").click()
    peer.ready()
    peer.taps = 1
    peer.chip("on-medicine.methadone")
    assert peer.names() == ["Gull Home"]
    assert {"Ark Home", "Crane Home", "River House"}.isdisjoint(peer.names("unknown"))
    assert "Bell Home" in peer.names("unknown")
    assert peer.taps + 1 <= 3
    peer.page.locator(".results .card", has_text="Gull Home").locator("[data-add]").click()
    peer.taps = 0
    peer.tap("[data-slip]")
    slip = peer.page.locator("#slip")
    assert slip.locator("h3").all_text_contents() == ["Dune Clinic", "Gull Home"]
    assert peer.page.url.endswith("my=dune-clinic,gull-home")
    peer.page.evaluate("window.print = () => { window.printed = document.body.className }")
    peer.tap("[data-print-slip]")
    assert "slip-only" in peer.page.evaluate("window.printed")
    assert peer.taps <= 2


def test_the_officers_way_in(visit: Callable[..., Visit]) -> None:
    """One tap: drop-off, open now, nearest; a place that only lists drop-off is not said to take it."""
    officer = visit(SATURDAY_NIGHT, geolocation=HERE, permissions=["geolocation"])
    officer.tap("[data-officer]")
    officer.page.locator(".results .card", has_text="miles").first.wait_for()
    assert set(officer.names()) == {"Night Tide Center", "Harbor Crisis Center"}
    assert "Acorn Crisis House" in officer.names("unknown")
    assert (
        "Only officers and other responders"
        in officer.page.locator(".card", has_text="Acorn Crisis House").text_content()
    )


def test_responders_only_is_never_a_walk_in(visit: Callable[..., Visit]) -> None:
    """A house where only officers bring people says no to somebody who walks in."""
    person = visit(SATURDAY_NIGHT, "find/crisis.html#f=access.walk-in")
    assert "Harbor Crisis Center" in person.names()
    assert "Acorn Crisis House" not in person.names() + person.names("unknown")
