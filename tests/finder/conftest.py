"""The site of the invented county behind a local server, and people who visit it."""

from __future__ import annotations

import functools
import http.server
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

from generator import pipeline
from generator.project import read_project
from tests.finder.places import BUILT, files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page

HERE = {"latitude": 35.0561, "longitude": -78.8781}


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path, files: Mapping[str, bytes]) -> Iterator[str]:
    """Give the address under which a site lies while it is looked at."""
    for path, data in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture(name="county_site", scope="session")
def _county_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of the site of the invented county."""
    with served(tmp_path_factory.mktemp("county"), files()) as address:
        yield address


@pytest.fixture(name="real_site", scope="session")
def _real_site(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Iterator[str]:
    """Give the address of the site of the real directory."""
    project = read_project(root)
    directory = pipeline.compiled(pipeline.load(project, BUILT), BUILT)
    with served(tmp_path_factory.mktemp("real"), dict(pipeline.site_files(directory, project))) as address:
        yield address


@dataclass
class Visit:
    """One person at one page: `taps` counts what they tapped, `requests` has every address that was asked for."""

    page: Page
    taps: int = 0
    requests: list[str] = field(default_factory=list)

    def tap(self, selector: str) -> None:
        """Tap something, as a person does: it must be there to be seen."""
        self.page.locator(selector).first.click()
        self.taps += 1
        self.ready()

    def chip(self, option: str) -> None:
        """Tap a filter of the row."""
        self.tap(f'.strip [data-option="{option}"]')

    def ready(self) -> None:
        """Wait until the page shows what it shows. Home brings the finder when somebody turns to the search box."""
        self.page.wait_for_load_state("networkidle")
        if self.page.locator("#finder:not(.on) #q").count():
            self.page.locator("#q").focus()
            self.page.locator("#finder.on").wait_for()
        if self.page.locator("#finder").count():
            self.page.locator(".strip .chip").first.wait_for()

    def names(self, group: str = "yes") -> list[str]:
        """Give the names in one group of the results: yes or unknown."""
        return self.page.locator(f".results .group.{group} + .cards h3").all_text_contents()

    def call(self, name: str) -> str:
        """Give the number that the button of a place dials."""
        card = self.page.locator(".results .card, main .card", has=self.page.get_by_role("link", name=name, exact=True))
        return card.locator("visible=true").locator(".call").first.get_attribute("href") or ""


@pytest.fixture(name="visit")
def _visit(browser: Browser, county_site: str) -> Iterator[Callable[..., Visit]]:
    """Give a function that opens a page at a time of the county: `visit("2026-11-28T02:10", "index.html")`."""
    yield from _visits(browser, county_site)


@pytest.fixture(name="real_visit")
def _real_visit(browser: Browser, real_site: str) -> Iterator[Callable[..., Visit]]:
    """Give the same for the real directory."""
    yield from _visits(browser, real_site)


def _visits(browser: Browser, site: str) -> Iterator[Callable[..., Visit]]:
    contexts: list[BrowserContext] = []

    def visit(now: str, path: str = "index.html", **options: Any) -> Visit:
        settings = {"viewport": {"width": 360, "height": 740}, "timezone_id": "America/New_York", **options}
        context = browser.new_context(**settings)
        contexts.append(context)
        page = context.new_page()
        found = Visit(page)
        page.on("request", lambda request: found.requests.append(request.url.removeprefix(site)))
        page.on("pageerror", lambda error: pytest.fail(f"a script failed: {error}"))
        page.clock.set_fixed_time(f"{now}:00-05:00")
        page.goto(site + path)
        if options.get("java_script_enabled", True):
            found.ready()
        return found

    yield visit
    for context in contexts:
        context.close()
