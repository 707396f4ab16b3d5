"""The finder for everybody: by keyboard, with a screen reader, in both themes, and without anything moving."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.finder.conftest import HERE
from tests.style import STYLE

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.finder.conftest import Visit

NOW = "2026-11-28T09:00"
SHIFTS = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value; })
    .observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
})"""


def results(page: Page) -> None:
    """Show results with words, groups and a pinned line."""
    page.locator("#q").fill("he hits me food")
    page.locator("#said", has_text="place").wait_for(state="attached")


def empty(page: Page) -> None:
    """Show that nothing is found."""
    page.locator("#q").fill("xyzzyqwv")
    page.locator(".last").wait_for()


def panel(page: Page) -> None:
    """Open all filters."""
    page.locator("[data-filters]").click()
    page.locator(".filters summary").click()


def filtered(page: Page) -> None:
    """Choose two filters, and show the map and the list."""
    page.locator('.strip [data-option="couples"]').click()
    page.locator("[data-map]").click()
    page.locator(".map").wait_for()
    page.locator(".results [data-add]").first.click()
    page.locator("[data-slip]").click()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("path", "state"),
    [("index.html", results), ("index.html", empty), ("find/sleep.html", panel), ("find/sleep.html", filtered)],
)
def test_axe_has_nothing_to_say(
    visit: Callable[..., Visit], path: str, state: Callable[[Page], None], scheme: str
) -> None:
    """No violation with results, with nothing found, with all filters open, with map and list."""
    page = visit(NOW, path, color_scheme=scheme, geolocation=HERE).page
    state(page)
    found = Axe().run(page).response["violations"]
    assert [(v["id"], [n["target"] for n in v["nodes"]][:3]) for v in found] == []


def test_all_of_it_by_keyboard(visit: Callable[..., Visit]) -> None:
    """Search, filter, read and add to the list with keys alone; the focus stays where it was."""
    person = visit(NOW)
    page = person.page
    page.locator("#q").focus()
    page.keyboard.type("pantry")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.when") == "now"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.dataset.when") == "now"
    assert page.locator(".strip [data-when]").get_attribute("aria-pressed") == "true"
    assert person.names() == ["Saturday Table"]
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    assert page.locator(".filters").is_visible()
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("'done' in document.activeElement.dataset"):
            break
    page.keyboard.press("Enter")
    assert page.locator(".filters").is_hidden()
    assert page.evaluate("'filters' in document.activeElement.dataset")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("Boolean(document.activeElement.dataset.add)"):
            break
    page.keyboard.press("Enter")
    assert page.evaluate("Boolean(document.activeElement.dataset.add)")
    assert page.evaluate("document.activeElement.getAttribute('aria-pressed')") == "true"


def test_a_filter_that_is_left_out_keeps_the_focus_in_the_results(visit: Callable[..., Visit]) -> None:
    """The button of "without this filter" goes away: the focus goes to what it brought."""
    person = visit(NOW, "find/day-center.html#f=record.registry,couples")
    page = person.page
    assert person.names() == []
    assert page.locator(".last a[href='tel:211']").is_visible()
    button = page.locator(".ways button").first
    assert button.inner_text() == "Without “Sex-offense registry”: 1 place"
    button.focus()
    page.keyboard.press("Enter")
    assert person.names() == ["River House"]
    assert page.evaluate("document.activeElement.closest('.results') !== null")


def test_counts_are_said(visit: Callable[..., Visit]) -> None:
    """A screen reader hears how many there are, once typing rests."""
    page = visit(NOW).page
    page.locator("#q").press_sequentially("pantry")
    page.locator("#said", has_text="places and lines").wait_for()
    page.locator(".strip [data-when]").click()
    page.locator("#said", has_text="1 yes, 1 not confirmed").wait_for()


@pytest.mark.parametrize("path", ["index.html", "find/sleep.html", "find/shelter.html", "find/food.html"])
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_while_it_loads(visit: Callable[..., Visit], path: str, width: int) -> None:
    """The room of the finder is kept from the start."""
    page = visit(NOW, path, viewport={"width": width, "height": 740}).page
    assert page.evaluate(SHIFTS) < 0.01


@pytest.mark.parametrize(("width", "height"), [(320, 640), (740, 360)])
def test_it_fits_small_phones_and_landscape(visit: Callable[..., Visit], width: int, height: int) -> None:
    """Nothing is wider than the page, with results, all filters and large text."""
    page = visit(NOW, viewport={"width": width, "height": height}).page
    page.evaluate(STYLE, "html { font-size: 200% }")
    results(page)
    page.locator("[data-filters]").click()
    page.locator(".filters summary").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_words_that_do_not_come_leave_the_filters(visit: Callable[..., Visit]) -> None:
    """Where the words fail to load, the page says so, filters go on working, and the next key asks again."""
    page = visit(NOW, "about.html").page
    page.route("**/data/search-*.json", lambda route: route.abort())
    page.goto(page.url.replace("about", "index"))
    page.locator("#q").press_sequentially("pan")
    page.locator(".failed").wait_for()
    page.locator(".strip [data-when]").click()
    page.locator(".results .card").first.wait_for()
    page.unroute("**/data/search-*.json")
    page.locator("#q").fill("pantry")
    page.locator(".results .group", has_text="Fits: 1 place").wait_for()
    assert page.locator(".failed").is_hidden()


def test_it_can_be_used_in_forced_colors_and_without_motion(visit: Callable[..., Visit]) -> None:
    """What is chosen keeps a border of its own, and nothing runs an animation."""
    page = visit(NOW, "find/sleep.html", forced_colors="active", reduced_motion="reduce").page
    chip = page.locator('.strip [data-option="couples"]')
    before = chip.evaluate("element => getComputedStyle(element).borderTopWidth")
    chip.click()
    assert chip.evaluate("element => getComputedStyle(element).borderTopWidth") != before
    assert page.evaluate("document.getAnimations().length") == 0


def test_a_clock_that_is_wrong_is_said(visit: Callable[..., Visit]) -> None:
    """A phone whose date is before that of the data: the page says so, and no place is said to be open or closed."""
    page = visit("2026-01-05T10:00", "find/food.html#open=now").page
    assert page.locator("#clock").is_visible()
    page.locator(".results .card").first.wait_for()
    said = page.locator(".results .meta .now").all_text_contents()
    assert said
    first = [line.split(" · ")[0].lower() for line in said]
    assert not [line for line in first if "open until" in line or "opens" in line or "closed" in line]


def test_all_that_can_be_done_with_a_card_is_reached_by_keys(visit: Callable[..., Visit]) -> None:
    """From the name of a place to its last button, and into the slip, with Tab and Enter alone."""
    page = visit(NOW, "find/food.html#open=now").page
    page.locator(".results .card h3 a").first.focus()
    reached = []
    for _ in range(12):
        page.keyboard.press("Tab")
        tag, text = page.evaluate("[document.activeElement.tagName, document.activeElement.textContent.trim()]")
        reached.append(text)
        if tag == "SUMMARY":
            page.keyboard.press("Enter")
        if text.endswith("My list"):
            page.keyboard.press("Enter")
            break
    assert reached[0].startswith("Call ")
    assert [text for text in reached if text in {"Maps", "Details", "Text it", "Print"}] == [
        "Maps",
        "Details",
        "Text it",
        "Print",
    ]
    page.locator("[data-slip]").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "slip-title"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#slip') !== null")


def test_targets_are_large(visit: Callable[..., Visit]) -> None:
    """Every button is at least 44 px high, the one that calls 56 px and as wide as its card."""
    page = visit(NOW).page
    results(page)
    page.locator("[data-filters]").click()
    for button in page.locator("#finder button:visible, .results button:visible").all():
        box = button.bounding_box()
        assert box
        assert box["height"] >= 44
    card = page.locator(".results .card", has=page.locator(".call")).first
    call, body = card.locator(".call").bounding_box(), card.locator(".acts").first.bounding_box()
    assert call
    assert body
    assert call["height"] >= 56
    assert call["width"] >= body["width"] - 1


def test_without_javascript_the_page_is_as_before(visit: Callable[..., Visit]) -> None:
    """No search box that does nothing, no empty room: the tiles and the lists."""
    page = visit(NOW, java_script_enabled=False).page
    assert page.locator("#finder").is_hidden()
    assert page.locator(".tiles a").first.is_visible()


def test_a_failed_load_says_so(visit: Callable[..., Visit]) -> None:
    """Where the data does not come, a sentence says that the lists work."""
    page = visit(NOW).page
    page.route("**/data/finder-*.json", lambda route: route.abort())
    page.reload()
    page.locator("#q").focus()
    page.locator(".failed").wait_for()
    assert page.locator(".tiles a").first.is_visible()
