"""One browser for all tests of this folder, and the rendered sites behind a local server."""

from __future__ import annotations

import functools
import http.server
import threading
from typing import TYPE_CHECKING, Any

import pytest

from generator.pages.assets import load_assets
from tests.pages.site import files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(name="sites", scope="session")
def _sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address under which the sites lie: harbor/, real/ and pseudo/, as on a project page.

    What harbor/404.html loads lies at the root as well, because that is where its site's own address says it is.
    """
    folder = tmp_path_factory.mktemp("sites")
    for path, data in load_assets():
        _write(folder / path, data)
    for name in ("harbor", "real", "pseudo"):
        for path, data in files(name).items():
            _write(folder / name / path, data)
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


@pytest.fixture(name="tabs", scope="session")
def _tabs(browser: Browser) -> Iterator[dict[str, Page]]:  # noqa: ARG001 - its tabs close before it does
    """Keep one tab for each set of options: opening a page is cheaper than opening a browser window for it."""
    tabs: dict[str, Page] = {}
    yield tabs
    for tab in tabs.values():
        tab.context.close()


@pytest.fixture(name="open_page")
def _open_page(browser: Browser, sites: str, tabs: dict[str, Page]) -> Callable[..., Page]:
    """Give a function that opens one page of a site in a tab that is used again: `open_page("harbor/index.html")`."""

    def open_page(path: str, width: int = 360, height: int = 740, **options: Any) -> Page:
        key = repr(sorted(options.items()))
        if key not in tabs:
            tabs[key] = browser.new_context(**options).new_page()
        tab = tabs[key]
        tab.set_viewport_size({"width": width, "height": height})
        tab.goto(sites + path)
        return tab

    return open_page


@pytest.fixture(name="new_page")
def _new_page(browser: Browser, sites: str) -> Iterator[Callable[..., Page]]:
    """Give a function that opens one page in a window of its own, with its own clock and its own scripts."""
    contexts: list[BrowserContext] = []

    def new_page(path: str, **options: Any) -> Page:
        context = browser.new_context(viewport={"width": 360, "height": 740}, **options)
        contexts.append(context)
        page = context.new_page()
        page.goto(sites + path)
        return page

    yield new_page
    for context in contexts:
        context.close()


@pytest.fixture(name="browser_file")
def _browser_file(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """Give one resource page, opened from a folder."""
    for path, data in files("real").items():
        _write(tmp_path / path, data)
    page = browser.new_page()
    page.goto((tmp_path / "r" / "nc-211.html").as_uri())
    yield page
    page.close()
