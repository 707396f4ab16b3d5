"""What the phone adds: checks that grow old, alerts that end, its own maps, copies, and a clock that is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

HOUSE = "harbor/r/river-house.html"
ANDROID = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130 Mobile Safari/537.36"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1"


def at(page: Page, instant: str) -> Page:
    """Set the phone's clock and load the page again."""
    page.clock.set_fixed_time(instant)
    page.reload()
    return page


def test_a_check_turns_into_listed_on_the_day_after_its_limit(new_page: Callable[..., Page]) -> None:
    """Pets were asked on October 30, 2026; the limit is a year."""
    page = new_page(HOUSE, timezone_id="America/New_York")
    before = at(page, "2027-10-30T23:00:00-04:00").locator(".qa").first.inner_text()
    assert "Confirmed by phone, October 30, 2026" in before
    after = at(page, "2027-10-31T01:00:00-04:00").locator(".qa").first.inner_text()
    assert "Confirmed" not in after
    assert "Listed. Last asked by phone October 30, 2026, call first" in after
    assert page.locator(".sure").count() == 0


def test_police_drop_off_stops_being_a_yes_when_its_check_is_too_old(new_page: Callable[..., Page]) -> None:
    """Word, sign and colour change together."""
    page = new_page("harbor/r/harbor-crisis-center.html")
    row = page.locator("dd").first
    at(page, "2026-12-12T12:00:00Z")
    assert (row.inner_text(), "yes" in (row.get_attribute("class") or "")) == ("Yes", True)
    at(page, "2026-12-14T12:00:00Z")
    assert row.inner_text().startswith("Can officers bring a person? It was so on a visit, ")
    assert row.get_attribute("class") == "ask"
    assert row.locator("use").get_attribute("href") == "#i-ask"


def test_a_card_ages_like_the_page(new_page: Callable[..., Page]) -> None:
    """The list and the page never disagree."""
    page = new_page("harbor/find/crisis-dropoff.html")
    assert (
        "Police drop-off: Yes (confirmed November 12, 2026)"
        in at(page, "2026-12-12T12:00:00Z").locator("main").inner_text()
    )
    old = at(page, "2026-12-14T12:00:00Z").locator("main").inner_text()
    assert "(confirmed" not in old
    assert "Police drop-off: Can officers bring a person? It was so on a visit, " in old


@pytest.mark.parametrize(
    ("instant", "shown"), [("2026-11-28T04:30:00Z", True), ("2026-11-28T05:30:00Z", False)], ids=["last", "next"]
)
def test_an_alert_ends_by_the_calendar_of_the_place(
    new_page: Callable[..., Page], instant: str, *, shown: bool
) -> None:
    """Midnight in North Carolina counts, for a phone in Tokyo too."""
    page = new_page(HOUSE, timezone_id="Asia/Tokyo")
    assert at(page, instant).locator(".alert").is_visible() is shown


@pytest.mark.parametrize(
    ("instant", "shown"), [("2026-11-18T12:00:00Z", True), ("2026-11-21T12:00:00Z", False)], ids=["early", "right"]
)
def test_a_clock_before_the_data_is_noted(new_page: Callable[..., Page], instant: str, *, shown: bool) -> None:
    """Days and hours cannot be trusted then, and the page says so."""
    assert at(new_page(HOUSE), instant).locator("#clock").is_visible() is shown


def test_directions_open_the_phones_own_maps(new_page: Callable[..., Page]) -> None:
    """A geo: address where the point is exact enough, Apple's maps on an iPhone, the web address elsewhere."""
    link = ".do a[data-to]"
    clinic = "harbor/r/harbor-crisis-center.html"
    android = new_page(clinic, user_agent=ANDROID).locator(link).first.get_attribute("href") or ""
    apple = new_page(clinic, user_agent=IPHONE).locator(link).first.get_attribute("href") or ""
    other = new_page(clinic).locator(link).first.get_attribute("href") or ""
    assert android.startswith(("geo:", "https://www.google.com/maps/dir/"))
    assert apple == "https://maps.apple.com/?daddr=310%20Anchor%20Street%2C%20Harborview%2C%20NC%2028300"
    assert other.startswith("https://www.google.com/maps/dir/")


def test_an_address_can_be_copied(new_page: Callable[..., Page]) -> None:
    """The button appears with JavaScript, copies, and says so aloud."""
    page = new_page(HOUSE, permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy address").click()
    assert page.evaluate("navigator.clipboard.readText()") == "1108 South Kelp Road, Harborview, NC 28300"
    assert page.locator("#said").inner_text() == "Copied"
    assert page.get_by_role("button", name="Copied").is_visible()


def test_the_share_sheet_gets_the_neutral_words_of_a_sensitive_page(new_page: Callable[..., Page]) -> None:
    """Title and number, no address of the page, no name."""
    page = new_page("harbor/privacy.html")
    page.add_init_script("navigator.share = data => { window.shared = data; return Promise.resolve(); }")
    page.goto(page.url.replace("privacy.html", "r/safety-1.html"))
    page.get_by_role("button", name="Share").click()
    assert page.evaluate("window.shared") == {"title": "Help and support", "text": "Call 910-555-0130"}


def test_a_page_can_be_printed_from_its_foot(new_page: Callable[..., Page]) -> None:
    """The button appears where it works."""
    page = new_page("harbor/privacy.html")
    page.add_init_script("window.print = () => { window.printed = true; }")
    page.reload()
    page.get_by_role("button", name="Print this page").click()
    assert page.evaluate("window.printed") is True
