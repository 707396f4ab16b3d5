"""Leaving a page at once: by thumb, by keyboard, without a signal; and it does not come back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.pages.html import Html
from tests.pages.site import files, harbor, html, real

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

LIST = "Shopping list"
HIDDEN = "r/safety-2.html"
ELSEWHERE = "https://weather.example"
WEATHER = "<!doctype html><title>Weather</title>"
TELLING = re.compile(
    r"abus|assault|batter|domestic|violen|rape|sex|traffick|victim|survivor|runaway|stalk|escap|shelter", re.IGNORECASE
)
"""Words that tell what a page is about to whoever sees an address, a tab or a message."""
INSIDE = re.compile(r"(?!https?:|tel:|sms:|mailto:)")


def sensitive(name: str) -> set[str]:
    """Give the pages of one site that are on a private topic, or that show somebody who is."""
    directory = {"harbor": harbor, "real": real}[name]()
    found = {r.path for r in directory.resources if r.sensitive} | {t.path for t in directory.tombstones if t.sensitive}
    return found | {x.path for x in directory.listings if x.sensitive or any(r.sensitive for r in x.resources)}


@pytest.mark.parametrize("name", ["harbor", "real"])
def test_every_page_that_shows_something_private_can_be_left(name: str) -> None:
    """Pages of resources and lists alike; and no others, because people who are in no danger take it for a warning."""
    with_button = {p for p, page in html(name).items() if "hidden" not in _bar(page) and not p.startswith("print/")}
    assert sensitive(name)
    assert with_button == sensitive(name)


def _bar(page: Html) -> dict[str, str]:
    return next((bar.attrs for bar in page.all(class_="leave")), {"hidden": ""})


@pytest.mark.parametrize("name", ["harbor", "real"])
def test_nothing_about_a_private_page_tells_what_it_is(name: str) -> None:
    """Its address, its tab, its icon, what is shared of it; and no address of the site at all."""
    for path, page in html(name).items():
        targets = [e.attrs[k] for e in page.elements for k in ("href", "action", "data-url") if k in e.attrs]
        assert [target for target in (path, *targets) if INSIDE.match(target) and _tells(target)] == [], path
        if path not in {r.path for r in {"harbor": harbor, "real": real}[name]().resources if r.sensitive}:
            continue
        shared = [e.attrs[k] for e in page.elements for k in ("data-share", "data-title", "data-text") if k in e.attrs]
        shared += [e.attrs["content"] for e in page.all("meta") if e.attrs.get("property") or "description" in e.attrs]
        shared += [e.attrs["href"] for e in page.all("a") if e.attrs["href"].startswith("sms:?")]
        assert [text for text in (page.title, *shared) if TELLING.search(text)] == [], path
        site = {"harbor": harbor, "real": real}[name]().settings.site.name
        assert site not in page.title, path
        assert page.one("link", rel="icon").attrs["href"].endswith("/plain.svg"), path


def _tells(target: str) -> bool:
    """Whether an address tells; a shelter for everybody may be called one."""
    return bool(TELLING.search(target.replace("shelter", "")))


@pytest.mark.parametrize("name", ["harbor", "real"])
def test_the_page_that_takes_its_place_has_no_sign_of_the_site(name: str) -> None:
    """No name, no link, no number, no script: a list of things to buy."""
    data = files(name)["list.html"].decode()
    page = Html(data)
    assert page.title == LIST
    assert not page.all("a")
    assert not page.all("script")
    site = {"harbor": harbor, "real": real}[name]().settings.site
    assert not re.search(rf"{site.name}|{site.county}|LEAD|help|911|988|{TELLING.pattern}", " ".join(page.nodes))


@pytest.mark.parametrize("path", ["find/safety.html", HIDDEN])
@pytest.mark.parametrize("place", [0, 0.5, 1])
def test_a_thumb_reaches_it_wherever_the_page_is(open_page: Callable[..., Page], path: str, place: float) -> None:
    """56 px high at the bottom of a small phone, and at the end of the page it covers nothing."""
    page = open_page(f"real/{path}", width=320, height=560)
    page.evaluate("place => scrollTo(0, place * document.documentElement.scrollHeight)", place)
    box = page.locator(".leave a").bounding_box()
    assert box
    assert box["height"] >= 56
    assert box["width"] >= 250
    assert 560 - 100 <= box["y"] <= 560 - 56
    if place == 1:
        foot = page.locator("footer").bounding_box()
        assert foot
        assert foot["y"] + foot["height"] <= box["y"]


def visit(page: Page, *paths: str) -> None:
    """Open pages one after the other in one tab."""
    start = re.sub(r"(harbor|real)/.*", "", page.url)
    for path in paths:
        page.goto(start + path)


def test_back_never_shows_what_was_left(new_page: Callable[..., Page]) -> None:
    """By thumb; then Back over a private list, which turns into the list too, to a page that is nobody's secret."""
    page = new_page("real/about.html")
    visit(page, "real/find/safety.html", f"real/{HIDDEN}")
    before = page.evaluate("history.length")
    page.locator(".leave a").click()
    page.wait_for_url("**/real/list.html")
    assert page.title() == LIST
    assert page.locator("body").inner_text().startswith(LIST)
    assert page.evaluate("history.length") == before
    seen = []
    page.on("framenavigated", lambda frame: seen.append(frame.url))
    page.go_back()
    page.wait_for_url("**/real/list.html")
    assert page.title() == LIST
    page.go_back()
    page.wait_for_url("**/real/about.html")
    assert not [url for url in seen if HIDDEN in url]
    page.go_forward()
    page.go_forward()
    assert page.title() == LIST
    assert "Violence" not in page.content()


def test_whoever_comes_on_purpose_may_stay(new_page: Callable[..., Page]) -> None:
    """After leaving, a page that is opened anew is shown."""
    page = new_page(f"real/{HIDDEN}")
    page.locator(".leave a").click()
    page.wait_for_url("**/real/list.html")
    visit(page, "real/find/safety.html")
    assert page.locator("h1").inner_text() == "Safety"
    page.reload()
    assert page.locator("h1").inner_text() == "Safety"


def test_shift_three_times_leaves(new_page: Callable[..., Page]) -> None:
    """Not twice, and not when something else is typed in between."""
    page = new_page(f"real/{HIDDEN}")
    for key in ("Shift", "Shift", "a", "Shift", "Shift"):
        page.keyboard.press(key)
    assert page.title() != LIST
    page.keyboard.press("Shift")
    page.wait_for_url("**/real/list.html")


def test_the_keyboard_reaches_it(new_page: Callable[..., Page]) -> None:
    """Focus and Enter, as with any link; the focus can be seen."""
    page = new_page(f"real/{HIDDEN}")
    page.locator(".leave a").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/real/list.html")


def test_the_page_of_another_site_learns_nothing(new_page: Callable[..., Page]) -> None:
    """Where a site names its own neutral page, that takes the place of the page left, and is not told from where."""
    page = new_page("harbor/about.html")
    page.context.route(
        f"{ELSEWHERE}/**", lambda route: route.fulfill(body="<title>Weather</title>", content_type="text/html")
    )
    visit(page, "harbor/r/safety-1.html")
    with page.expect_request(f"{ELSEWHERE}/**") as asked:
        page.keyboard.press("Shift")
        page.keyboard.press("Shift")
        page.keyboard.press("Shift")
    page.wait_for_url(f"{ELSEWHERE}/**")
    assert "referer" not in asked.value.headers
    assert page.evaluate("[document.referrer, window.opener]") == ["", None]
    page.go_back()
    page.wait_for_url("**/about.html")


@pytest.mark.parametrize("site", ["harbor/r/safety-1.html", f"real/{HIDDEN}"])
def test_without_a_signal_the_list_stays(new_page: Callable[..., Page], site: str) -> None:
    """No error page with our address: nothing has to be fetched."""
    page = new_page(site)
    page.context.set_offline(True)
    page.locator(".leave a").click()
    page.wait_for_url("**/list.html")
    assert page.title() == LIST
    assert page.locator("li").count() == 8
    icon = page.locator("link[rel=icon]").get_attribute("href") or ""
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/(harbor|real)/assets/[0-9a-f]{10}/plain\.svg", icon)


def test_without_javascript_it_is_a_link(new_page: Callable[..., Page]) -> None:
    """To the list, or to the page that the site names."""
    page = new_page(f"real/{HIDDEN}", java_script_enabled=False)
    page.locator(".leave a").click()
    page.wait_for_url("**/real/list.html")
    assert page.title() == LIST
    assert html("harbor")["r/safety-1.html"].one("a", data_title=LIST).attrs["href"] == ELSEWHERE


def test_the_list_of_open_programs_shows_nothing(new_page: Callable[..., Page]) -> None:
    """While the page is not in front, it is blank; when it comes back, it is there."""
    page = new_page(f"real/{HIDDEN}")
    hide = """hidden => {
      Object.defineProperty(document, 'hidden', {configurable: true, get: () => hidden});
      document.dispatchEvent(new Event('visibilitychange'));
      return getComputedStyle(document.querySelector('h1')).visibility;
    }"""
    assert page.evaluate(hide, True) == "hidden"
    assert page.evaluate(hide, False) == "visible"


def test_nothing_is_kept_by_leaving(new_page: Callable[..., Page]) -> None:
    """No storage and no cookie tells that somebody left."""
    page = new_page(f"real/{HIDDEN}")
    page.locator(".leave a").click()
    page.wait_for_url("**/real/list.html")
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
