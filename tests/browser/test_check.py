"""Monday: twelve entries are overdue. The list is two taps away, and a call one more."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

MONDAY = "2026-11-23T09:00:00-05:00"


def at(new_page: Callable[..., Page], path: str, moment: str = MONDAY, **options: object) -> Page:
    """Open a page at a moment."""
    page = new_page("harbor/404.html", timezone_id="America/New_York", **options)
    page.clock.install(time=moment)
    page.goto(page.url.replace("404.html", path))
    return page


def ids(page: Page, part: str) -> list[str]:
    """Give the places in one part of the page, in order."""
    return page.eval_on_selector_all(f"#{part} [data-kinds]", "found => found.map(one => one.id)")


def test_two_taps_to_the_list_and_one_to_call(new_page: Callable[..., Page]) -> None:
    """From home at 360 px, by links that can be seen; the first place to call has a button."""
    page = at(new_page, "index.html")
    page.get_by_role("link", name="About", exact=True).click()
    page.get_by_role("link", name="Needs checking").click()
    assert page.get_by_role("heading", name="13 places and lines to call").is_visible()
    first = page.locator("#due .task").first
    assert first.get_by_role("link", name="Call").get_attribute("href") == "tel:+19105550104"


def test_the_day_of_the_phone_decides(new_page: Callable[..., Page]) -> None:
    """Eleven years later the same places are there, sorted anew; what held on Monday is to be asked again."""
    monday = at(new_page, "check.html")
    said = monday.locator("#harbor-crisis-center .meta").inner_text()
    assert "Visited November 12, 2026, holds until December 12, 2026: Police drop-off" in said
    later = at(new_page, "check.html", "2037-11-23T09:00:00-05:00")
    again = later.locator("#harbor-crisis-center .meta").inner_text()
    assert "Last visited November 12, 2026, ask again: Police drop-off" in again
    assert "holds until" not in later.locator("main").inner_text()
    assert sorted(ids(later, "due")) == sorted([*ids(monday, "due"), *ids(monday, "later")])


def test_the_lines_have_the_day_of_the_call(new_page: Callable[..., Page]) -> None:
    """What is copied says today, and how, and by which role."""
    page = at(new_page, "check.html")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("#harbor-pantry summary", has_text="still right").click()
    page.locator("#harbor-pantry").get_by_role("button", name="Copy the lines").click()
    page.locator("#harbor-pantry").get_by_text("Copied").wait_for()
    lines = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert lines[:3] == ["verified:", "  - date: 2026-11-23", "    how: phone"]


def test_the_email_is_ready_to_send(new_page: Callable[..., Page]) -> None:
    """The link has the whole text, by the page's own words."""
    page = at(new_page, "check.html")
    href = page.locator("#harbor-pantry a[href^='mailto:']").get_attribute("href") or ""
    text = page.evaluate("href => new URL(href).searchParams.get('body')", href)
    assert text.replace("\r\n", "\n") == page.locator("#mail-harbor-pantry").text_content()


def test_all_of_it_is_there_without_javascript(new_page: Callable[..., Page]) -> None:
    """List, order, call buttons, script and lines."""
    page = new_page("harbor/check.html", java_script_enabled=False)
    assert page.locator("#due .task").count() == 13
    assert page.get_by_text("Sorted for November 20, 2026").is_visible()
    page.locator("#line-988 summary").first.click()
    assert page.locator("#line-988").get_by_text("I am safe.").is_visible()


def test_on_paper_every_script_is_open(new_page: Callable[..., Page]) -> None:
    """A sheet to call from; on the screen nothing has changed afterwards."""
    page = at(new_page, "check.html")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".script:not([open])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".script[open]").count() == 0


def test_only_what_is_due_is_asked_and_written_down(new_page: Callable[..., Page]) -> None:
    """On Monday the drop-off was just seen on a visit; five weeks later it is asked, and is in the lines."""
    monday, later = at(new_page, "check.html"), at(new_page, "check.html", "2026-12-28T09:00:00-05:00")
    for page in (monday, later):
        page.locator("#harbor-crisis-center summary").first.click()
        page.locator("#harbor-crisis-center summary").last.click()
    question, lines = "li[data-fact='le_dropoff']", "#still-harbor-crisis-center"
    assert not monday.locator(question).first.is_visible()
    assert "le_dropoff," not in monday.locator(lines).inner_text()
    assert later.locator("#harbor-crisis-center").locator(question).is_visible()
    assert ", le_dropoff," in later.locator(lines).inner_text()
    assert later.locator(lines).inner_text().strip().endswith("]")
