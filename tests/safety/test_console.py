"""In a browser, sent with its headers, no page does what its policy forbids, and none asks another machine."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.safety.hosts import host

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

WATCH = """document.addEventListener('securitypolicyviolation', event => {
  console.error(`refused: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
});"""
TYPED = "needle exchange"


@pytest.fixture(name="address", scope="module")
def _address(built: Path) -> Iterator[str]:
    with host(built) as address:
        yield address


class Watched:
    """One tab in which everything that goes wrong is written down."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address
        self.wrong: list[str] = []
        self.asked: list[str] = []
        page.add_init_script(WATCH)
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("pageerror", lambda error: self.wrong.append(f"{page.url}: {error}"))
        page.on("console", lambda said: self._said(said.type, said.text, said.location.get("url", "")))

    def _said(self, kind: str, text: str, url: str) -> None:
        # The page for wrong addresses does not know where it is, so it names no icon: browsers look for one.
        if kind in {"error", "warning"} and not url.endswith("/favicon.ico"):
            self.wrong.append(f"{self.page.url}: {text}")

    @property
    def elsewhere(self) -> list[str]:
        """Addresses of other machines that were asked for."""
        return [url for url in self.asked if not url.startswith(self.address)]


@pytest.fixture(name="watched")
def _watched(browser: Browser, address: str) -> Iterator[Watched]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, permissions=["geolocation"])
    yield Watched(context.new_page(), address)
    context.close()


def kinds(site: Path) -> list[str]:
    """Give the pages of the root, and of each folder the largest: whatever a page can have, that has."""
    folders: dict[str, list[Path]] = {}
    for page in site.rglob("*.html"):
        folders.setdefault(page.relative_to(site).parent.as_posix(), []).append(page)
    found = [p for folder, pages in folders.items() if folder == "." for p in pages]
    for folder, pages in folders.items():
        if folder not in {".", "handbook"}:
            found += sorted(pages, key=lambda page: -page.stat().st_size)[:3]
    return sorted({p.relative_to(site).as_posix() for p in found} | {"r/safety-2.html", "find/safety.html"})


def test_no_page_of_the_light_shell_is_refused_anything(watched: Watched, built: Path) -> None:
    """Every kind of page, scrolled through, every closed part opened."""
    for path in kinds(built):
        watched.page.goto(watched.address + path)
        watched.page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true; })")
        watched.page.evaluate("scrollTo(0, document.body.scrollHeight)")
        watched.page.wait_for_load_state("networkidle")
    assert watched.wrong == []
    assert watched.elsewhere == []


@pytest.mark.parametrize("path", ["index.html", "find/sleep.html", "find/safety.html"])
def test_the_finder_is_refused_nothing(watched: Watched, path: str) -> None:
    """Typing, all filters, near me, opening and closing."""
    page = watched.page
    page.goto(watched.address + path)
    if page.locator("#q").count():
        page.locator("#q").fill(TYPED)
        page.locator("#results .card:visible").first.wait_for()
    page.locator("[data-filters]").click()
    page.locator("#filters button:visible").first.wait_for()
    page.locator("[data-filters]").click()
    page.locator("[data-when=now]").first.click()
    page.wait_for_load_state("networkidle")
    assert watched.wrong == []
    assert watched.elsewhere == []
    assert not [url for url in watched.asked if "needle" in url]


def test_the_handbook_is_refused_nothing(watched: Watched, built: Path) -> None:
    """Every page of it, and its search, which runs in a worker."""
    page = watched.page
    for path in sorted((built / "handbook").glob("*.html")):
        page.goto(f"{watched.address}handbook/{path.name}")
    page.keyboard.press("/")
    page.keyboard.type("hours")
    page.locator(".md-search-result__item").first.wait_for()
    assert watched.wrong == []
    assert watched.elsewhere == []


@pytest.mark.parametrize(
    ("act", "told"),
    [
        ("document.body.innerHTML = '<b>x</b>'", "require-trusted-types-for"),
        ("document.body.insertAdjacentHTML('beforeend', '<b>x</b>')", "require-trusted-types-for"),
        ("trustedTypes.createPolicy('other', {})", "trusted-types"),
        ("new Image().src = 'https://elsewhere.example/x.png'", "img-src"),
        ("fetch('https://elsewhere.example/').catch(() => 0)", "connect-src"),
        ("document.body.setAttribute('style', 'color: red')", "style-src"),
        ("document.head.append(Object.assign(document.createElement('script'), {text: '1'}))", "script-src|trusted"),
    ],
)
def test_what_a_page_may_not_do_is_refused(watched: Watched, act: str, told: str) -> None:
    """The control: each of these is refused and seen, so the silence above means something."""
    watched.page.goto(f"{watched.address}about.html")
    watched.page.evaluate(f"() => {{ try {{ {act}; }} catch {{ }} }}")
    watched.page.wait_for_function("() => true")
    watched.page.evaluate("new Promise(done => setTimeout(done))")
    assert re.search(told, " ".join(watched.wrong))
