"""The home page: whom to call before searching, then the needs."""

from __future__ import annotations

from dataclasses import replace

from generator.config.lead import Lead
from tests.pages.html import Html
from tests.pages.site import harbor, html, rendered
from tests.phrases import county

NONE = "LEAD line: not published. Officers: ask your supervisor or dispatcher"


def test_the_first_numbers_are_911_and_the_quick_row() -> None:
    """911 is built in; the others come from site.yaml with the number of their entry."""
    row = html("real")["index.html"].one("nav", class_="now")
    links = [e for e in html("real")["index.html"].all("a") if "tel:" in e.attrs["href"] and "nav" in e.within]
    assert (
        row.text
        == "911 life in danger 988 call or text Alliance line 800-510-9132 24 h (listed): ask for mobile crisis"
    )
    assert [e.attrs["href"] for e in links] == ["tel:911", "tel:988", "tel:+18005109132"]


def test_where_no_lead_number_is_published_one_line_says_so() -> None:
    """No other number stands in for it, and nothing looks like a button."""
    page = html("real")["index.html"]
    assert page.one(class_="lead-none").text == NONE
    assert not page.all(class_="lead")
    assert not page.all("a", class_="lead-none")


def test_a_published_lead_number_comes_before_everything_else() -> None:
    """The block is large, can be tapped, and says who answers, when, and where that is known from."""
    page = html("harbor")["index.html"]
    block = page.one("section", class_="lead")
    assert block.text == (
        "LEAD line 910-555-0199 A case manager answers. Hours: 8 am to 10 pm, every day. "
        "Other times: Call the Harbor line. Source: Harbor LEAD, operating protocol, November 2026"
    )
    calls = [e.attrs["href"] for e in page.all("a") if e.attrs["href"].startswith("tel:") and "main" in e.within]
    assert calls[0] == "tel:+19105550199"
    assert NONE not in page.main


def test_a_lead_block_says_only_what_is_known() -> None:
    """A number alone is a block of one number."""
    line = harbor().settings.lead.line
    assert line
    settings = replace(harbor().settings, lead=Lead(line=replace(line, hours=None, answered_by=None, after_hours=None)))
    page = Html(rendered(replace(harbor(), settings=settings))["index.html"].decode())
    assert page.one("section", class_="lead").text == "LEAD line 910-555-0199"


def test_every_need_that_somebody_meets_has_a_tile_or_a_row() -> None:
    """Seven needs and More; what is behind More is further down on the same page, so it works without JavaScript."""
    page = html("real")["index.html"]
    tiles = [e.text for e in page.all("a") if "ul" in e.within and e.attrs["href"] in tile_links(page)]
    assert tiles[:8] == [
        "Crisis now",
        "Withdrawal and medicine",
        "A place to sleep",
        "Food and basics",
        "Safety",
        "Health",
        "Safer use",
        "More",
    ]
    assert page.one("h2", id="more").text == "More kinds of help"
    assert page.links[page.links.index("#more") + 1 :][0] == "find/lead.html"


def tile_links(page: Html) -> set[str]:
    return {href for href in page.links if href.startswith("find/") or href == "#more"}


def test_a_need_that_nobody_meets_has_no_tile() -> None:
    """There is no dead link and no empty list."""
    page = Html(rendered(county.compiled(county.entry()))["index.html"].decode())
    assert tile_links(page) == {"find/sleep.html", "find/index.html"}


def test_a_quick_entry_that_is_not_published_has_no_button() -> None:
    """911 stands alone then."""
    page = Html(rendered(county.compiled(county.entry()))["index.html"].decode())
    assert page.one("nav", class_="now").text == "911 life in danger"


def test_home_shows_no_search_box_that_does_nothing() -> None:
    """Nothing can be typed on any page."""
    assert not html("real")["index.html"].all("input")
