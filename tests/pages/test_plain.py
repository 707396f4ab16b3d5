"""The pages beside the directory: about, privacy, wrong addresses, and what is gone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator import pages
from tests.pages.html import Html
from tests.pages.site import ROOT, harbor, html, real, rendered, with_site

if TYPE_CHECKING:
    from pathlib import Path


def authored(text: str) -> Html:
    """Give the about page made of this Markdown."""
    words = harbor().settings.words
    return Html(dict(pages.render(harbor(), words, {"about": text, "privacy": ""}))["about.html"].decode())


def test_authored_pages_are_markdown_with_a_few_words_filled_in() -> None:
    """Name, area, counts and date come from the directory."""
    page = authored("# About {name}\n\nFor {area}: {listed} listed, {drafts} held back, facts of {date}.")
    assert page.one("h1").text == "About Harbor Help"
    assert page.title == "About Harbor Help - Harbor Help"
    assert "For Harbor County, NC: 13 listed, 1 held back, facts of November 12, 2026." in page.main


def away(page: Html) -> set[str]:
    """Give where a page's links lead, without numbers and parts of the page itself."""
    return {link for link in page.links if not link.startswith(("tel:", "#"))}


def test_html_in_authored_pages_is_text() -> None:
    """What a page may do is decided in the templates alone."""
    page = authored('# A\n\n<script>alert(1)</script>\n\n<img src="x" onerror="y">\n\nText <b onclick="z">bold</b>.')
    assert len(page.all("script")) == 1
    assert not page.all("img")
    assert "<b onclick=" in page.main


def test_the_about_page_credits_the_data() -> None:
    """Licences that ask for a credit get it, and the page says what LEAD is and who does not run this site."""
    text = (ROOT / "docs" / "about.md").read_text(encoding="utf-8")
    page = Html(
        dict(pages.render(real(), real().settings.words, {"about": text, "privacy": ""}))["about.html"].decode()
    )
    for words in (
        "GeoNames",
        "Creative Commons Attribution 4.0",
        "U.S. Census Bureau",
        "City of Fayetteville open data",
    ):
        assert words in page.main
    listed, drafts = len(real().resources), real().drafts
    assert f"{listed} places and lines are listed. {drafts} more were collected" in page.main
    assert "not run by any police department, county or LEAD program" in page.main
    assert not re.search(r"\{[a-z]+\}", page.main)


def test_the_privacy_page_names_the_logs_of_the_host() -> None:
    """It promises no more than a site of files can keep."""
    text = (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")
    assert re.search(r"hosts these pages.{0,12}keeps logs", text.replace("\n", " "))
    assert not re.search(r"\{[a-z]+\}", text)


def test_a_wrong_address_shows_911_988_and_home_and_says_so() -> None:
    """Somebody mistyped a printed address in a hurry."""
    page = html("real")["404.html"]
    assert page.one("h1").text == "This page is not here"
    assert {"tel:911", "tel:988", "index.html"} <= set(page.links)


def test_where_the_address_is_not_known_a_wrong_one_still_leads_home(tmp_path: Path) -> None:
    """In each folder of printed addresses `index.html` is a page, and one of two style sheets is there."""
    for path, data in rendered(real()).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    page = html("real")["404.html"]
    sheets = [e.attrs["href"] for e in page.all("link", rel="stylesheet")]
    for folder in ("", "r", "find"):
        assert all((tmp_path / folder / link).is_file() for link in away(page))
        assert any((tmp_path / folder / sheet).resolve().is_file() for sheet in sheets)


def test_where_the_address_is_known_a_wrong_one_leads_home_from_any_depth() -> None:
    """Links start at the path of the site, which on a project page is not the root of the host."""
    page = Html(rendered(with_site(harbor(), url="https://user.example/repo"))["404.html"].decode())
    assert away(page) == {"/repo/index.html", "/repo/suggest.html"}
    assert page.one("link", rel="stylesheet").attrs["href"].startswith("/repo/assets/")
    assert away(html("harbor")["404.html"]) == {"/index.html", "/suggest.html"}


def test_an_address_that_once_was_a_resource_says_so_and_points_on() -> None:
    """A printed address never ends at a wall, and repeats nothing of the old entry but its name."""
    page = html("harbor")["r/old-hall.html"]
    assert page.one("h1").text == "No longer listed"
    assert "Old Hall Meetings is no longer listed here. It may be closed." in page.main
    assert "../r/harbor-line.html" in page.links
    assert "The meetings have ended" not in page.source
    assert "old-hall.example" not in page.source
