"""The site of the invented county behind a local server, and people with a phone who visit it."""

from __future__ import annotations

import functools
import http.server
import re
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from tests.lead.counties import site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext, Locator, Page


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(name="address", scope="session")
def _address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address under which the site lies."""
    folder = tmp_path_factory.mktemp("lead")
    for path, data in site().items():
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


@dataclass
class Visit:
    """One person at one page of 360 x 740; `taps` counts links and buttons, as domain scenarios count them."""

    page: Page
    taps: int = 0

    def tap(self, name: str, within: str = "main") -> None:
        """Tap a link or a button by its words."""
        self.page.locator(f"{within} a, {within} button").filter(
            has_text=re.compile(rf"^\s*{re.escape(name)}\s*$")
        ).first.click()
        self.taps += 1
        self.page.wait_for_load_state("networkidle")

    def seen(self, text: str) -> bool:
        """Whether a text is on the screen now, without scrolling."""
        return self.within(self.page.get_by_text(text).first)

    def within(self, found: Locator) -> bool:
        """Whether the whole of something is on the screen now."""
        box = found.bounding_box()
        return bool(box) and box["y"] >= 0 and box["y"] + box["height"] <= 740


@pytest.fixture(name="visit")
def _visit(browser: Browser, address: str) -> Iterator[Callable[..., Visit]]:
    """Give a function that opens a page: `visit()`, or `visit(script=False)` for a phone without JavaScript."""
    contexts: list[BrowserContext] = []

    def visit(path: str = "index.html", *, script: bool = True, **options: Any) -> Visit:
        size = {"width": 360, "height": 740}
        context = browser.new_context(viewport=size, java_script_enabled=script, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: pytest.fail(f"a script failed: {error}"))
        page.goto(address + path)
        return Visit(page)

    yield visit
    for context in contexts:
        context.close()
