"""Pages can be read and tapped on a small phone, with large text, without JavaScript, and on paper."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.browser.kinds import PAGES
from tests.pages.site import PREVIEW, harbor, html
from tests.style import STYLE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

CUT = """() => {
  const wide = document.documentElement.scrollWidth > window.innerWidth ? ['page'] : [];
  for (const e of document.body.querySelectorAll('*:not(svg *):not(.unseen):not(.unseen *):not(.sprite)')) {
    const box = e.getBoundingClientRect();
    if (box.width === 0 || e.closest('.skip')) continue;
    const inline = getComputedStyle(e).display === 'inline';
    if (box.right > window.innerWidth + 1 || (!inline && e.scrollWidth > e.clientWidth + 1)) {
      wide.push(`${e.tagName}.${e.className}: ${e.textContent.trim().slice(0, 60)}`);
    }
  }
  return wide;
}"""
TARGETS = """() => [...document.querySelectorAll('a, button')].map(e => {
  const box = e.getBoundingClientRect();
  const text = getComputedStyle(e).display === 'inline';
  const primary = e.matches('.call, .now a, .lead a');
  return [e.textContent.trim(), Math.round(box.width), Math.round(box.height), text, primary, box.width > 0];
}).filter(([, , , text, , shown]) => shown && !text)"""


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("site", ["harbor", "pseudo"])
def test_nothing_is_cut_at_320_px(open_page: Callable[..., Page], site: str, path: str) -> None:
    """No sideways scrolling and no cut text, also where every word is 40 % longer."""
    assert open_page(f"{site}/{path}", width=320, height=640).evaluate(CUT) == []


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_cut_at_twice_the_text_size(open_page: Callable[..., Page], path: str) -> None:
    """Somebody without glasses, and with the spacing that WCAG 1.4.12 asks to allow."""
    page = open_page(f"harbor/{path}", width=360)
    page.evaluate(
        STYLE,
        "html { font-size: 200% } * { line-height: 1.5 !important; letter-spacing: .12em !important; "
        "word-spacing: .16em !important }",
    )
    assert page.evaluate(CUT) == []


@pytest.mark.parametrize("path", PAGES)
def test_whatever_can_be_tapped_is_large_enough(open_page: Callable[..., Page], path: str) -> None:
    """56 px for the main thing to do, 44 px for all else but links within a sentence."""
    small = [
        target
        for target in open_page(f"harbor/{path}", width=360).evaluate(TARGETS)
        if target[2] < (56 if target[4] else 44) or target[1] < 44
    ]
    assert small == []


def test_without_javascript_every_resource_can_be_read_and_called(open_page: Callable[..., Page]) -> None:
    """Only what needs JavaScript stays hidden."""
    page = open_page("harbor/index.html", java_script_enabled=False)
    for resource in harbor().resources:
        page.goto(re.sub(r"harbor/.*", f"harbor/{resource.path}", page.url))
        assert page.locator("h1").inner_text() == resource.entry.name
        phone = resource.first_phone()
        if phone:
            assert page.locator("main a.call").first.is_visible(), resource.id
        assert page.locator("main button:visible").count() == 0


def test_every_number_dials_what_its_entry_says(open_page: Callable[..., Page]) -> None:
    """Digit for digit, and the digits can be seen. A message to nobody yet (sms:?) goes to whom the visitor chooses."""
    page = open_page("harbor/index.html")
    for resource in harbor().resources:
        page.goto(re.sub(r"harbor/.*", f"harbor/{resource.path}", page.url))
        own = page.locator(".do a[href^='tel:'], .do a[href^='sms:']:not([href^='sms:?'])")
        dialled = {
            (href or "").partition(":")[2].partition("?")[0].removeprefix("+1"): link.inner_text()
            for link in own.all()
            for href in [link.get_attribute("href")]
        }
        wanted = {p.number.replace("-", ""): p.number for p in resource.entry.phones if p.kind != "fax"}
        if wanted:
            assert dialled.keys() == wanted.keys(), resource.id
            assert all(number in dialled[digits] for digits, number in wanted.items()), resource.id


@pytest.mark.parametrize("path", PAGES)
def test_no_page_asks_another_machine(new_page: Callable[..., Page], sites: str, path: str) -> None:
    """Whatever a page loads comes from its own folder, and nothing is missing or goes wrong."""
    page = new_page("harbor/privacy.html")
    asked: list[str] = []
    wrong: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("response", lambda response: wrong.append(response.url) if response.status >= 400 else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text) if message.type in {"error", "warning"} else None)
    page.goto(f"{sites}harbor/{path}")
    elsewhere = [url for url in asked if not url.startswith(sites)]
    assert (elsewhere, wrong) == ([], [])
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_on_paper_there_are_names_numbers_addresses_and_the_preview_line(new_page: Callable[..., Page]) -> None:
    """Black on white, without buttons that paper cannot press."""
    page = new_page("harbor/r/river-house.html", color_scheme="dark")
    page.emulate_media(media="print")
    text = " ".join(page.locator("body").inner_text().split())
    for words in (PREVIEW, "River House", "910-555-0120", "1108 South Kelp Road", "Confirmed by phone"):
        assert words in text
    for words in ("Copy address", "Directions in Maps", "Fix this entry", "Privacy"):
        assert words not in text
    colors = "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]"
    assert page.evaluate(colors) == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]


def test_a_printed_list_keeps_its_numbers(new_page: Callable[..., Page]) -> None:
    """A list on paper is a sheet of numbers."""
    page = new_page("harbor/find/crisis.html")
    page.emulate_media(media="print")
    text = page.locator("main").inner_text()
    assert "Call 910-555-0101" in text
    assert "Details" not in text


def test_a_printed_file_says_that_it_is_a_preview(open_page: Callable[..., Page], tmp_path: Path) -> None:
    """What leaves the browser as a PDF carries the line too."""
    reader = shutil.which("pdftotext")
    if not reader:
        pytest.skip("no pdftotext on this machine")
    file = tmp_path / "page.pdf"
    open_page("harbor/find/crisis.html").pdf(path=str(file), format="Letter")
    text = subprocess.run([reader, str(file), "-"], check=True, capture_output=True, text=True).stdout
    assert PREVIEW in " ".join(text.split())


def test_from_a_folder_pages_can_be_read_and_called(browser_file: Page) -> None:
    """Opened as files, with their style."""
    assert browser_file.locator("a.call").is_visible()
    assert (
        browser_file.evaluate("getComputedStyle(document.querySelector('.band')).backgroundColor") == "rgb(12, 58, 48)"
    )


def test_forced_colors_keep_what_says_what_to_do(open_page: Callable[..., Page]) -> None:
    """With the system's own colours the call button still has an edge."""
    page = open_page("harbor/r/river-house.html", forced_colors="active")
    assert page.evaluate("getComputedStyle(document.querySelector('.call')).borderTopWidth") == "2px"


def test_the_keyboard_sees_where_it_is(new_page: Callable[..., Page]) -> None:
    """The first stop skips to the content; every stop has an outline."""
    page = new_page("harbor/index.html", reduced_motion="reduce")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == html("harbor")["index.html"].one(class_="skip").text
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
