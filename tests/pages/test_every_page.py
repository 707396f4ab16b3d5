"""What every page of a site keeps: its top and foot, no dead link, nothing from elsewhere, nothing inline."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

import pytest

from generator.config.site import Stage
from generator.pages.shell import HANDBOOK
from tests.pages.html import Html
from tests.pages.site import PREVIEW, files, harbor, html, rendered, with_site

if TYPE_CHECKING:
    from collections.abc import Iterator

SITES = ("harbor", "real", "pseudo")


def pages(*names: str) -> Iterator[tuple[str, Html]]:
    """Give every page of some sites."""
    for name in names or SITES:
        for path, page in html(name).items():
            yield f"{name}: {path}", page


def test_every_page_of_a_preview_says_so_in_the_agreed_words() -> None:
    """The line is the first thing on the page, and search engines are kept away."""
    for path, page in pages("harbor", "real"):
        assert page.one(class_="preview").text == PREVIEW, path
        assert page.all("meta", name="robots", content="noindex, nofollow"), path


def test_a_live_site_has_no_preview_line_and_may_be_found() -> None:
    """What is left out of search engines then is only what leads nowhere, and what is for a printer."""
    live = rendered(with_site(harbor(), stage=Stage.LIVE))
    hidden = set()
    for path, data in live.items():
        if path.endswith(".html"):
            page = Html(data.decode())
            assert not page.all(class_="preview"), path
            hidden |= {path} if page.all("meta", name="robots") else set()
    printed = {path for path in hidden if path.startswith("print/")}
    assert "print/index.html" not in printed
    alone = {"404.html", "away.html", "check.html", "list.html", "quality.html", "r/index.html", "r/old-hall.html"}
    assert hidden - printed == alone


def test_crisis_numbers_stand_at_the_same_place_on_every_page() -> None:
    """Directly after the name of the site come 911, the LEAD line and the quick row."""
    for path, page in pages("harbor"):
        start = next(i for i, e in enumerate(page.elements) if e.tag == "a" and "mark" in e.classes)
        after = [e.attrs["href"] for e in page.elements[start + 1 :] if e.tag == "a"]
        numbers = [href for href in after if href.startswith("tel:")][:4]
        lead = [] if path.endswith("404.html") else ["tel:+19105550199"]
        assert sorted(set(numbers)) == sorted(["tel:911", "tel:988", "tel:+19105550101", *lead]), path


def test_the_foot_counts_what_is_listed_and_dates_the_data() -> None:
    """A reader sees how much there is and how old it is, on every page but the one for wrong addresses."""
    for path, page in pages("harbor"):
        if not path.endswith("404.html"):
            assert "13 places and lines listed. Newest facts: November 12, 2026." in page.one("footer").text, path


def test_no_link_is_dead() -> None:
    """Every relative link leads to a file of the site, and every part of a page that is linked to exists."""
    for name in SITES:
        known = set(files(name)) | {HANDBOOK}
        for path, page in html(name).items():
            for element in page.elements:
                target = element.attrs.get("href", element.attrs.get("src", ""))
                if element.tag == "use" or path == "404.html" or re.match(r"(https?|tel|sms|mailto):", target):
                    continue
                file, _, part = target.partition("#")
                full = posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path
                if target:
                    assert full in known, f"{path}: {target}"
                if part and file.endswith("suggest.html"):
                    assert f"r/{part.removesuffix(':right')}.html" in known, f"{path}: {target}"
                elif part:
                    assert html(name)[full].all(id=part), f"{path}: {target}"


def test_nothing_is_loaded_from_elsewhere() -> None:
    """Style, script and icon come from the site's own folder; there are no pictures, frames or fonts."""
    for path, page in pages():
        for element in page.elements:
            assert element.tag not in {"img", "iframe", "object", "embed", "video", "audio", "form", "base"}, path
            if element.attrs.get("rel") in {"manifest", "apple-touch-icon"}:
                assert path.endswith("keep.html"), path
            elif element.tag in {"link", "script"} and element.attrs.get("rel") not in {"canonical", "alternate"}:
                target = element.attrs.get("href", element.attrs.get("src", ""))
                assert re.fullmatch(
                    r"(\.\./|/)?assets/[0-9a-f]{10}/(js/)?((keep|suggest)/)?[a-z]+\.(css|js|svg)", target
                ), path


def test_nothing_is_inline() -> None:
    """A strict policy for contents can be set: no style, no script and no handler stands in a page."""
    for path, page in pages():
        for element in page.elements:
            assert element.tag != "style", path
            assert not [name for name in element.attrs if name == "style" or name.startswith("on")], path
            if element.tag == "script":
                assert element.attrs["src"], path
                assert not element.text, path
            assert not element.attrs.get("href", "").startswith(("javascript:", "data:")), path


def test_scripts_ask_nothing_and_keep_nothing() -> None:
    """No script of the pages knows how to send, to store, or to write markup; finder, form and copy have own tests."""
    for path, data in files("harbor").items():
        if path.endswith(".js") and not re.search("/(finder|keep|suggest)/", path):
            words = re.compile(
                rb"fetch|XMLHttp|sendBeacon|WebSocket|Storage|indexedDB|cookie|innerHTML|eval|Function\("
            )
            assert not words.search(data), path


def test_every_id_is_there_once_and_every_icon_is_drawn() -> None:
    """A page draws what it uses and carries no symbol twice."""
    for path, page in pages():
        ids = [e.attrs["id"] for e in page.elements if "id" in e.attrs]
        assert len(ids) == len(set(ids)), path
        used = {e.attrs["href"][1:] for e in page.all("use")}
        assert used <= {e.attrs["id"] for e in page.all("symbol")}, path


def test_links_away_tell_nobody_where_they_come_from() -> None:
    """Pages send no referrer, and links to other sites open without a hold on this one."""
    for path, page in pages():
        assert page.one("meta", name="referrer").attrs["content"] == "no-referrer", path
        for link in page.all("a"):
            if link.attrs["href"].startswith("http") and not path.endswith(("about.html", "privacy.html")):
                assert link.attrs["rel"] == "noopener noreferrer external", path


def test_every_page_has_one_heading_a_language_and_a_main_part() -> None:
    """A reader with a screen reader finds the way."""
    for path, page in pages():
        assert page.one("html").attrs["lang"] in {"en", "qps-ploc"}, path
        assert len(page.all("h1")) == 1, path
        assert page.one("main").attrs["id"] == "main", path
        levels = [int(e.tag[1]) for e in page.elements if re.fullmatch(r"h[1-6]", e.tag)]
        assert all(b - a <= 1 for a, b in zip([0, *levels], levels, strict=False)), f"{path}: {levels}"


def test_the_site_address_is_named_only_where_it_is_known() -> None:
    """Without an address nothing says one; with it every listed page names its own."""
    for path, page in pages("real"):
        assert not page.all("link", rel="canonical"), path
        assert not page.all("meta", property="og:url"), path
    page = html("harbor")["r/river-house.html"]
    address = "https://directory.example/r/river-house.html"
    assert page.one("link", rel="canonical").attrs["href"] == address
    assert page.one("meta", property="og:url").attrs["content"] == address
    assert page.one("meta", property="og:title").attrs["content"] == "River House"


def test_the_same_directory_gives_the_same_bytes() -> None:
    """Nothing in a page depends on when or how often it is made."""
    assert rendered(harbor()) == dict(files("harbor"))


@pytest.mark.parametrize("name", SITES)
def test_paths_are_given_once(name: str) -> None:
    """No page is written over another, also where a file system ignores case."""
    paths = [path.casefold() for path in files(name)]
    assert len(paths) == len(set(paths))
