"""What leaves the phone: nothing. Requests are the same whatever is typed or chosen, and nothing is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from tests.finder.conftest import HERE

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser

    from tests.finder.conftest import Visit

NOW = "2026-11-28T09:00"


def search(person: Visit, text: str, option: str) -> list[str]:
    """Type, choose and look for a place; give what was asked for."""
    page = person.page
    page.locator("#q").click()
    page.locator("#q").press_sequentially(text)
    person.ready()
    page.locator("[data-filters]").click()
    chips = page.locator(f'.filters [data-option="{option}"]:visible')
    if chips.count():
        chips.first.click()
    page.locator("[data-place]").fill("kelp road")
    page.locator("[data-go]").click()
    person.ready()
    page.locator("[data-done]").click()
    return sorted(set(person.requests))


def test_requests_do_not_depend_on_what_is_typed_or_where(visit: Callable[..., Visit]) -> None:
    """Two people with other words, other filters and other places ask for the same files, all of this site."""
    one = search(visit(NOW), "he hits me", "pets")
    other = search(visit(NOW, geolocation=HERE, permissions=["geolocation"]), "comida near anchor street", "no-id")
    assert one == other
    assert not any(request.startswith("http") for request in one)
    assert not any("?" in request for request in one)


def test_nothing_is_stored(visit: Callable[..., Visit]) -> None:
    """After searching, filtering, locating and making a list, no storage of the browser holds anything."""
    person = visit(NOW, geolocation=HERE, permissions=["geolocation"])
    search(person, "shelter", "pets")
    person.page.locator(".results [data-add]").first.click()
    held = person.page.evaluate(
        """async () => [localStorage.length, sessionStorage.length, document.cookie,
        (await indexedDB.databases()).length, (await caches.keys()).length,
        (await navigator.serviceWorker.getRegistrations()).length, JSON.stringify(history.state)]"""
    )
    assert held == [0, 0, "", 0, 0, 0, "null"]


def test_the_fragment_has_choices_and_no_words(visit: Callable[..., Visit]) -> None:
    """Filters are in the address, words and places only in a copied link, the phone's own place never."""
    person = visit(NOW, geolocation=HERE, permissions=["geolocation", "clipboard-read", "clipboard-write"])
    page = person.page
    page.locator("#q").fill("shelter")
    person.tap(".strip [data-near]")
    page.locator(".results .card", has_text="miles").first.wait_for()
    person.tap(".strip [data-when]")
    assert page.url.endswith("index.html#open=now")
    page.locator("[data-link]").click()
    assert page.evaluate("navigator.clipboard.readText()").endswith("index.html#open=now&q=shelter")
    page.locator("[data-filters]").click()
    page.locator("[data-place]").fill("kelp road")
    page.locator("[data-go]").click()
    page.locator("#near-said", has_text="Near").wait_for()
    assert page.url.endswith("index.html#open=now")
    page.locator("[data-link]").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "q=shelter&near=" in copied
    assert str(HERE["latitude"])[:5] not in copied


def test_a_view_is_shared_and_back_leads_back(visit: Callable[..., Visit]) -> None:
    """An address with choices shows them; after a look at a page, back shows words and results again."""
    person = visit(NOW, "find/food.html#f=no-id&open=now")
    assert person.names() == ["Saturday Table"]
    page = person.page
    page.goto(page.url.split("find/")[0] + "index.html")
    person.ready()
    page.locator("#q").press_sequentially("pantry")
    page.locator(".results h3 a").first.click()
    page.wait_for_url("**/r/*.html")
    page.go_back()
    person.ready()
    page.locator(".results .card").first.wait_for()
    assert page.locator("#q").input_value() == "pantry"


def test_back_does_not_repeat_words_of_danger(visit: Callable[..., Visit]) -> None:
    """On a shared phone the page before shows nothing of what was typed about violence."""
    person = visit(NOW)
    page = person.page
    page.locator("#q").press_sequentially("he hits me")
    page.locator(".results h3 a").first.click()
    page.wait_for_url("**/r/*.html")
    page.go_back()
    person.ready()
    assert page.locator("#q").input_value() == ""
    assert page.evaluate("history.state") is None


def test_a_page_that_the_browser_keeps_forgets_words_of_danger(visit: Callable[..., Visit]) -> None:
    """Browsers keep whole pages for "back": when this one is left, words of danger go, others stay."""
    page = visit(NOW).page
    leave = "window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))"
    page.locator("#q").fill("pantry")
    page.locator(".results .card").first.wait_for()
    page.evaluate(leave)
    assert page.locator("#q").input_value() == "pantry"
    page.locator("#q").fill("he hits me")
    page.locator(".pins").wait_for()
    page.evaluate(leave)
    assert page.locator("#q").input_value() == ""
    assert page.locator(".results").is_hidden()


def test_a_place_is_typed_and_the_nearest_is_first(visit: Callable[..., Visit]) -> None:
    """A street of the county gives distances; what has no point says so; whole-county lines have no distance."""
    person = visit(NOW, "find/sleep.html")
    page = person.page
    page.locator("[data-filters]").click()
    page.locator("[data-place]").fill("1100 s kelp rd")
    page.locator("[data-place]").press("Enter")
    page.locator("#near-said", has_text="Near").wait_for()
    page.locator("[data-done]").click()
    shown = dict(
        zip(
            page.locator(".results h3").all_text_contents(),
            page.locator(".results .card").all_text_contents(),
            strict=True,
        )
    )
    assert "miles" in shown["River House"] or "mile" in shown["River House"]
    assert "approximate" in shown["River House"]


def test_a_place_within_shared_words_gives_distances(visit: Callable[..., Visit]) -> None:
    """A link with "near" in its words shows how far each place is."""
    page = visit(NOW, "index.html#q=pantry%20near%20kelp%20road").page
    page.locator(".results .card", has_text="mile").first.wait_for()
    assert page.locator("#q").input_value() == "pantry near kelp road"


def test_a_secret_place_has_no_distance(visit: Callable[..., Visit]) -> None:
    """Whoever stands at its door learns nothing: it is the whole county."""
    person = visit(NOW, "find/safety.html", geolocation=HERE, permissions=["geolocation"])
    person.tap(".strip [data-near]")
    person.page.locator(".results .card").first.wait_for()
    assert "Whole county" in person.page.locator(".results .card", has_text="Safe Harbor Line").text_content()


def test_a_text_message_is_made_on_the_phone(visit: Callable[..., Visit]) -> None:
    """Name, number and address; of a private place its number alone, and only after a question."""
    person = visit(NOW, "r/saturday-table.html")
    link = person.page.locator("a[data-text]")
    text = unquote((link.get_attribute("href") or "").removeprefix("sms:?&body="))
    assert text == "Saturday Table. Call 910-555-0172. 330 Anchor Street, Harborview, NC 28300"
    secret = visit(NOW, "r/safety-1.html")
    link = secret.page.locator("a[data-text]")
    assert unquote(link.get_attribute("href") or "") == "sms:?&body=Call 910-555-0130"
    asked: list[str] = []
    secret.page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    link.click()
    assert len(asked) == 1


def test_home_comes_light(browser: Browser, county_site: str) -> None:
    """Neither the finder nor its data are asked for until somebody turns to it; then a tap does what it says."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(county_site)))
    page.goto(f"{county_site}index.html")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "finder/main" in url or url.startswith("data/")]
    page.get_by_role("button", name="Open now").click()
    page.locator("#finder.on .strip [data-when][aria-pressed=true]").wait_for()
    assert [url for url in asked if url.startswith("data/finder")]
    page.close()


def test_a_shared_view_brings_the_finder(browser: Browser, county_site: str) -> None:
    """An address that asks something of the finder gets its answer without a touch."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(f"{county_site}index.html#when=now")
    page.locator("#finder.on").wait_for()
    page.close()
