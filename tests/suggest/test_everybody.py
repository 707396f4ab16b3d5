"""The form for everybody: nothing leaves the phone, nothing is kept, no faults for axe, no mouse needed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.test_axe import TAGS, faults

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser

    from tests.suggest.conftest import Person

HELD = """async () => [localStorage.length, sessionStorage.length, document.cookie,
    (await indexedDB.databases()).length, (await caches.keys()).length, JSON.stringify(history.state),
    location.hash, location.search]"""
STATE = {
    "empty": "suggest.html",
    "new": "suggest.html",
    "change": "suggest.html#river-house",
    "right": "suggest.html#harbor-pantry:right",
    "wrong": "suggest.html#harbor-pantry",
    "secret": "suggest.html#safety-1",
    "missing": "suggest.html#no-such-place",
}


def come_to(someone: Person, state: str) -> None:
    """Bring the page into one of its states."""
    page = someone.page
    for part in page.locator("details").all() if state == "change" else ():
        part.evaluate("one => { one.open = true; }")
    if state == "new":
        page.locator("#f-services-0").select_option("shelter")
        someone.choose("Opening hours", "Certain days and times")
    elif state == "change":
        page.locator("#f-phones-0-number").fill("910-555-0144")
    elif state == "right":
        someone.choose("How do you know?", "I was there")
    elif state == "wrong":
        page.locator("#f-phones-0-number").fill("555-12")
        page.locator("#f-website").fill("bit.ly/x")
        page.locator("#f-website").blur()
        assert page.locator("[aria-invalid=true]").count() >= 1
        assert page.locator(".told.mend li").count() == 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", STATE)
def test_axe_finds_nothing(person: Callable[..., Person], state: str, scheme: str) -> None:
    """Empty, half filled, with every block open, with errors shown, at the end; both themes; no sideways scrolling."""
    someone = person(STATE[state], color_scheme=scheme)
    come_to(someone, state)
    assert faults(someone.page, TAGS) == []
    assert someone.page.evaluate("document.documentElement.scrollWidth") <= 360


def test_requests_do_not_depend_on_what_is_typed(person: Callable[..., Person]) -> None:
    """Two people write different things and the phone asks for the same files; while they write, for none."""
    told = []
    for number, summary in (("910-555-0144", "A word about the place."), ("(910) 555 0155", "Something else.")):
        someone = person("suggest.html#harbor-pantry")
        before = len(someone.asked)
        someone.page.locator("#f-phones-0-number").fill(number)
        someone.page.locator("details", has_text="What it is").first.evaluate("one => { one.open = true; }")
        someone.page.locator("#f-summary").fill(summary)
        someone.choose("How do you know?", "I called them")
        someone.page.locator(".onward button").click()
        someone.page.wait_for_load_state("networkidle")
        assert someone.asked[before:] == []
        told.append(someone.asked)
    assert told[0] == told[1]
    assert not any("?" in address or address.startswith("http") for address in told[0])


def test_what_is_asked_for_does_not_name_the_entry(person: Callable[..., Person]) -> None:
    """Entries come in files of many; the address of the page has the id behind a # that no server sees."""
    someone = person("suggest.html#safety-1")
    assert not any("safety-1" in address.partition("#")[0] for address in someone.asked)
    assert any(re.fullmatch(r"github/data/entries/\d+\.json", address) for address in someone.asked)


def test_nothing_is_kept(person: Callable[..., Person]) -> None:
    """After writing and copying, no storage of the browser holds anything, and a reload starts empty."""
    someone = person("suggest.html")
    come_to(someone, "new")
    someone.page.locator("#f-name").fill("Winter House")
    someone.page.get_by_role("button", name="Copy all of it").click()
    assert someone.page.evaluate(HELD) == [0, 0, "", 0, 0, "null", "", ""]
    someone.page.reload()
    someone.page.locator("#f-services-0").wait_for()
    assert someone.page.locator("#f-services-0").input_value() == ""
    assert someone.page.locator("#f-name").count() == 0


def test_words_about_a_person_go_nowhere(person: Callable[..., Person]) -> None:
    """As long as something may be about a person there is no way on, only the words that say so."""
    someone = person("suggest.html#harbor-pantry")
    someone.page.locator("details", has_text="What it is").first.evaluate("one => { one.open = true; }")
    someone.page.locator("#f-summary").fill("Ask for Maria Lopez, DOB 1/2/1990.")
    result = someone.page.locator(".result")
    assert result.locator(".stop-list").is_visible()
    assert result.locator("a, .acts button").count() == 0
    assert result.locator(".paper").text_content() == ""
    someone.page.locator("#f-summary").fill("Groceries for a week.")
    assert result.locator("a", has_text="Open the file").is_visible()


def test_a_secret_place_shows_and_takes_no_address(person: Callable[..., Person]) -> None:
    """Neither the form nor its data has a street, for a place that is there and for a new one."""
    someone = person("suggest.html#safety-1")
    assert someone.page.locator("[data-path=address]").count() == 0
    fresh = person("suggest.html")
    fresh.page.locator("#f-services-0").select_option("domestic-violence")
    assert fresh.page.locator("[data-path=address]").count() == 0
    assert "keep their address secret" in fresh.page.locator(".fields").inner_text()
    fresh.page.locator("#f-name").fill("Harbor Women's Shelter")
    assert "directory/safety/safety-3.yaml" in (fresh.page.locator(".result details").text_content() or "")


def test_a_keyboard_is_enough(person: Callable[..., Person]) -> None:
    """From the top to an opened file without a mouse; each stop can be seen."""
    someone = person("suggest.html#harbor-pantry")
    page = someone.page
    seen = []
    for _ in range(40):
        page.keyboard.press("Tab")
        shown = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        seen.append(page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()"))
        assert shown != "none", seen
        if seen[-1] == "f-phones-0-number":
            break
    assert seen[-1] == "f-phones-0-number"
    page.keyboard.press("Control+A")
    page.keyboard.type("910-555-0144")
    page.keyboard.press("Enter")
    assert page.url.endswith("#harbor-pantry")
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == "Open the file to change it":
            break
    with page.context.expect_page() as opened:
        page.keyboard.press("Enter")
    assert opened.value.url.endswith("directory/food/harbor-pantry.yaml")


def test_a_problem_leads_to_its_field(person: Callable[..., Person]) -> None:
    """Also to one that is behind a closed block."""
    someone = person("suggest.html")
    come_to(someone, "new")
    someone.page.locator(".told.mend button", has_text="Run by").click()
    assert someone.page.evaluate("document.activeElement.id") == "f-organization"


def test_nobody_has_asked_tomorrow(person: Callable[..., Person]) -> None:
    """A day to come is told, by the clock of the phone."""
    someone = person("suggest.html#harbor-pantry:right")
    someone.choose("How do you know?", "I called them")
    someone.page.locator('.know input[value="phones"]').check()
    assert someone.page.locator(".told.mend").count() == 0
    someone.page.locator("#know-date").fill("2026-11-24")
    assert "This day has not been yet: 2026-11-24" in someone.page.locator(".told.mend").inner_text()
    assert someone.href("Open the file") == ""


def test_the_skip_link_keeps_what_was_written(person: Callable[..., Person]) -> None:
    """A part of the page in the address is no other entry."""
    someone = person("suggest.html#harbor-pantry")
    someone.page.locator("#f-phones-0-number").fill("910-555-0144")
    someone.page.evaluate("location.hash = '#main'")
    assert someone.page.locator("#f-phones-0-number").input_value() == "910-555-0144"


def test_what_was_written_is_there_again_after_another_look(person: Callable[..., Person]) -> None:
    """From a change to "still right" and back: nothing is lost while the page is open."""
    someone = person("suggest.html#harbor-pantry")
    someone.page.locator("#f-phones-0-number").fill("910-555-0144")
    someone.page.get_by_role("link", name="This is still right").click()
    someone.page.locator("#know-how").wait_for()
    someone.page.get_by_role("link", name="Something is wrong").click()
    someone.page.locator("#f-phones-0-number").wait_for()
    assert someone.page.locator("#f-phones-0-number").input_value() == "910-555-0144"
    assert "910-555-0144" in someone.page.locator(".compared").inner_text()


def test_large_letters_fit(person: Callable[..., Person]) -> None:
    """Text twice as large, at the width of a small phone: nothing is cut off sideways."""
    someone = person("suggest.html#river-house", viewport={"width": 320, "height": 640})
    someone.page.evaluate("document.documentElement.style.fontSize = '200%'")
    come_to(someone, "change")
    assert someone.page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_private_subject_can_be_left_at_once(person: Callable[..., Person]) -> None:
    """The button shows as soon as the entry, or the service that was chosen, is about one."""
    assert person("suggest.html#safety-1").page.locator("#leave").is_visible()
    someone = person("suggest.html")
    assert not someone.page.locator("#leave").is_visible()
    someone.page.locator("#f-services-0").select_option("domestic-violence")
    assert someone.page.locator("#leave").is_visible()


def test_the_policy_of_the_page_is_strict(person: Callable[..., Person]) -> None:
    """Nothing unsafe is allowed, texts cannot become HTML, and the form is sent to nobody."""
    policy = (
        person("suggest.html").page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content") or ""
    )
    assert "default-src 'none'" in policy
    assert "require-trusted-types-for 'script'" in policy
    assert "unsafe" not in policy
    assert person("suggest.html").page.locator("form[action]").count() == 0


def test_where_the_form_does_not_come_there_is_the_sheet(browser: Browser, sites: str) -> None:
    """Data that does not arrive leaves words and the questions."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    context.route("**/data/suggest.json", lambda route: route.abort())
    page = context.new_page()
    page.goto(f"{sites}github/suggest.html")
    page.locator("p.failed").wait_for()
    assert page.locator(".sheet").is_visible()
    context.close()
