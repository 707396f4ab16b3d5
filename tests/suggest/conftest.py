"""The site of the invented county with a repository on GitHub, the same with nobody to write to, and a phone."""

from __future__ import annotations

import functools
import http.server
import threading
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from generator import pipeline
from tests.invented import county

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

    from generator.project import Project

REPOSITORY = "https://github.com/harbor-county/directory"
CONTACT = "directory@harbor.example"
BUILT = date(2026, 11, 20)
NOW = "2026-11-23T10:00:00-05:00"
COPIED = """async () => {
  for (let times = 0; times < 100; times += 1) {
    const text = await navigator.clipboard.readText().catch(() => "");
    if (text) return text;
    await new Promise((done) => setTimeout(done, 20));
  }
  return "";
}"""
SITES = {
    "github": {"repository": REPOSITORY, "contact": CONTACT},
    "nobody": {"repository": None, "contact": None},
}


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


def project() -> Project:
    """Give the county as a project."""
    return replace(county(), authored={"about": "# About", "privacy": "# Privacy"})


@pytest.fixture(name="sites", scope="session")
def _sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address under which both sites lie."""
    folder = tmp_path_factory.mktemp("suggest")
    made = project()
    directory = pipeline.compiled(pipeline.load(made, BUILT), BUILT)
    for name, own in SITES.items():
        site = replace(directory.settings.site, url=None, **own)
        here = replace(directory, settings=replace(directory.settings, site=site))
        for path, data in pipeline.site_files(here, made):
            target = folder / name / path
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
class Person:
    """Somebody with a phone: `taps` counts what was tapped, `asked` has every address that was asked for."""

    page: Page
    taps: int = 0
    asked: list[str] = field(default_factory=list)

    def tap(self, selector: str) -> None:
        """Tap something that can be seen."""
        self.page.locator(selector).first.click()
        self.taps += 1

    def write(self, label: str, text: str, nth: int = 0) -> None:
        """Write into the field of this name."""
        self.page.get_by_label(label, exact=True).nth(nth).fill(text)

    def choose(self, label: str, words: str) -> None:
        """Choose one of the answers of a field."""
        self.page.get_by_label(label, exact=True).first.select_option(label=words)

    def href(self, words: str) -> str:
        """Give where a link of these words leads; empty where there is none."""
        link = self.page.locator("#suggest a", has_text=words)
        return link.first.get_attribute("href") or "" if link.count() else ""

    def ready(self) -> None:
        """Wait until the form is there, or the words that it is not."""
        self.page.locator("#suggest:not(:empty), #suggest.failed").wait_for(state="attached")
        self.page.wait_for_load_state("networkidle")

    def copied(self) -> str:
        """Give what was copied, as soon as it is."""
        return str(self.page.evaluate(COPIED))


@pytest.fixture(name="person")
def _person(browser: Browser, sites: str) -> Iterator[Callable[..., Person]]:
    """Give a function that opens a page: `person("suggest.html")`, of the site without anybody with `site="nobody"`."""
    contexts: list[BrowserContext] = []

    def person(path: str, site: str = "github", **options: Any) -> Person:
        settings = {"viewport": {"width": 360, "height": 740}, "permissions": ["clipboard-read", "clipboard-write"]}
        context = browser.new_context(**{**settings, **options})
        contexts.append(context)
        context.route("https://github.com/**", lambda route: route.fulfill(body="the hosting service"))
        page = context.new_page()
        found = Person(page)
        page.on("request", lambda request: found.asked.append(request.url.removeprefix(sites)))
        page.on("pageerror", lambda error: pytest.fail(f"a script failed: {error}"))
        page.on("console", lambda line: pytest.fail(line.text) if line.type == "error" else None)
        page.clock.set_fixed_time(NOW)
        page.goto(f"{sites}{site}/{path}")
        page.wait_for_load_state("networkidle")
        if options.get("java_script_enabled", True):
            page.evaluate("navigator.clipboard.writeText('')")
            if path.startswith("suggest.html"):
                found.ready()
        return found

    yield person
    for context in contexts:
        context.close()
