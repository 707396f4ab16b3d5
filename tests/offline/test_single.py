"""The directory as one file: from a folder it finds, shows and dials; it loads nothing and hides what is private."""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
from typing import TYPE_CHECKING

import pytest

from generator.compile.private import private, without_private
from tests.browser.test_axe import TAGS, faults
from tests.offline.phones import wait_for
from tests.offline.releases import directory, release
from tests.offline.test_listing import BUDGET, real
from tests.pages.html import Html

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import BrowserContext

    from tests.offline.phones import Phone

ONE = "offline.html"


@pytest.fixture(name="stick")
def _stick(tmp_path: Path) -> str:
    """Give the address of the file, alone in a folder."""
    file = tmp_path / "help.html"
    file.write_bytes(release(1)[ONE])
    return file.as_uri()


def test_it_finds_and_shows_from_a_folder(phone: Phone, stick: str) -> None:
    """Words, a filter, a typed place, one place, its list, and back to home."""
    phone.open(stick)
    wait_for(phone, "#finder.on .chip")
    phone.write("#q", "detox near Harborview")
    phone.until("return /about [\\d.]+ mile/.test(document.querySelector('.results .card')?.textContent)")
    phone.tap(".strip [data-option='pets']")
    phone.until("return document.querySelector('.results h3')?.textContent === 'Night Tide Center'")
    phone.tap(".results h3 a")
    wait_for(phone, "#r-night-tide .call")
    assert phone.run("return document.querySelector('#r-night-tide .call').href") == "tel:+19105550160"
    assert phone.run("return document.title") == "Night Tide Center - Harbor Help, Harbor County, NC"
    assert seen(phone) == ["r-night-tide"]
    phone.tap("#r-night-tide .crumbs a")
    wait_for(phone, "#find-withdrawal")
    assert seen(phone) == ["find-withdrawal"]
    phone.tap("a.mark")
    wait_for(phone, ".tiles a")
    assert seen(phone) == ["main"]


def seen(phone: Phone) -> list[str]:
    """Give the ids of the parts that are to be seen."""
    return list(
        phone.run(
            "return [...document.querySelectorAll('main')].filter((e) => e.getClientRects().length).map((e) => e.id)"
        )
    )


def test_it_asks_for_nothing_and_breaks_no_rule(window: Callable[..., BrowserContext], stick: str) -> None:
    """No request but for itself, nothing on the console, nothing stored."""
    page = window().new_page()
    asked: list[str] = []
    told: list[str] = []
    page.on("request", lambda request: asked.append(request.url.partition("#")[0]))
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.goto(stick)
    page.fill("#q", "detox")
    page.locator(".results .card").first.wait_for()
    page.locator(".results h3 a").first.click()
    assert set(asked) == {stick}
    assert told == []
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie.length]") == [0, 0, 0]


def test_without_scripts_every_place_can_be_read_and_called(window: Callable[..., BrowserContext], stick: str) -> None:
    """As a mail program shows it: all parts one after the other, and links lead from one to the other."""
    page = window(java_script_enabled=False).new_page()
    page.goto(stick)
    for resource in without_private(directory(1)).resources:
        part = page.locator(f"#r-{resource.id}")
        assert part.locator("h1").is_visible(), resource.id
        if resource.entry.phones and resource.entry.phones[0].kind == "voice":
            assert part.locator("a[href^='tel:']").first.is_visible(), resource.id


def test_it_stands_alone() -> None:
    """No address of the site is in it but as a link to the web; every link within it leads somewhere."""
    found = Html(release(1)[ONE].decode())
    ids = [e.attrs["id"] for e in found.elements if "id" in e.attrs]
    assert len(ids) == len(set(ids))
    for element in found.elements:
        assert element.tag not in {"link", "img", "iframe", "object", "base"}
        assert "src" not in element.attrs
        target = element.attrs.get("href", "")
        assert re.match(r"(https?|tel|sms|mailto):|#|about:blank|$", target), target
        if target.startswith("#") and element.tag == "a":
            assert target[1:] in ids, target


def test_its_policy_allows_its_own_script_and_style_and_nothing_else() -> None:
    """By hash of what stands between the tags."""
    page = release(1)[ONE].decode()
    policy = Html(page).all("meta")[1].attrs["content"]
    script = page.partition('<script type="module">')[2].partition("</script>")[0]
    style = page.partition("<style>")[2].partition("</style>")[0]
    for kind, held in (("script", script), ("style", style)):
        digest = base64.b64encode(hashlib.sha256(held.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}';" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "connect-src" not in policy
    assert not re.search(r"\bimport\b|\bfetch\(|serviceWorker", script)


@pytest.mark.parametrize("site", ["county", "real"])
def test_of_private_places_it_has_hotlines_only(site: str) -> None:
    """No name and no number of those that are more than a line."""
    found, files = (directory(1), release(1)) if site == "county" else real()
    page = files[ONE].decode()
    for resource in found.resources:
        if private(resource):
            assert resource.entry.name not in page
            assert not [phone for phone in resource.entry.phones if phone.number in page]
        else:
            assert f'id="r-{resource.id}"' in page


def test_the_file_of_the_county_can_be_sent() -> None:
    """Compressed, as a stick or a mail program does not, but a host does."""
    assert len(gzip.compress(real()[1][ONE], 6)) <= BUDGET


def test_an_old_file_says_so(window: Callable[..., BrowserContext], stick: str) -> None:
    """From two weeks on."""
    page = window().new_page()
    for day, loud in (("2026-12-03", False), ("2026-12-05", True)):
        page.clock.set_fixed_time(f"{day}T12:00:00Z")
        page.goto(stick)
        wait = page.locator("#old")
        assert wait.is_visible() == loud
    told = page.locator("#old").text_content()
    assert told == "This file is 15 days old and facts may have changed: call first."


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_it(window: Callable[..., BrowserContext], stick: str, scheme: str) -> None:
    """Home, a list and a place, as parts of it are shown."""
    page = window(color_scheme=scheme).new_page()
    for part in ("", "#find-food", "#r-night-tide"):
        page.goto("about:blank")
        page.goto(stick + part)
        assert faults(page, TAGS) == []
