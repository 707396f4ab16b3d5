"""What changed is found in the versions of entries; what was before is never said again."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.config.changes import Change, What, newest_first, written
from generator.config.settings import load_settings
from generator.measure.changes import Edit, derive, news, renewed
from tests.invented import county
from tests.pages.html import Html
from tests.pages.site import files, harbor, html, rendered

if TYPE_CHECKING:
    from generator.compile.model import Compiled

ENTRY = """\
name: Harbor Pantry
organization: Harbor Ministries
summary: Food.
services: [pantry]
status: active
phones:
  - number: 910-555-0150
hours:
  open: Mo 09:00-12:00
address: {street: 1 Wharf Street, city: Harborview, state: NC}
cost: free
sources:
  - {publisher: Harbor County, url: https://county.example/food, date: 2026-01-05}
"""
ATOM = "{http://www.w3.org/2005/Atom}"


def found(before: str | None, after: str | None, entry: str = "harbor-pantry") -> list[str]:
    """Give what one edit changed."""
    edit = Edit("2026-11-20", entry, before and before.encode(), after and after.encode())
    return [change.what.value for change in derive([edit])]


def with_changes(*changes: Change) -> Compiled:
    """Give the invented county with another register."""
    return replace(harbor(), settings=replace(harbor().settings, changes=newest_first(changes)))


def test_each_kind_of_change_is_told_by_its_name() -> None:
    """A corrected number is a number; a note beside it is no news."""
    draft = ENTRY.replace("status: active", "status: draft")
    paused = ENTRY.replace("status: active", "status: temporarily-closed")
    gone = ENTRY.replace("status: active", "status: defunct")
    assert found(None, ENTRY) == found(draft, ENTRY) == ["added"]
    assert found(None, draft) == found(draft, gone) == found(ENTRY, draft) == found(ENTRY, None) == []
    assert found(ENTRY, paused) == ["paused"]
    assert found(paused, ENTRY) == found(gone, ENTRY) == ["reopened"]
    assert found(ENTRY, gone) == found(paused, gone) == ["closed"]
    assert found(ENTRY, ENTRY.replace("0150", "0151")) == ["phone"]
    assert found(ENTRY, ENTRY.replace("0150", "0150\n    note: Ask for the desk.")) == []
    assert found(ENTRY, ENTRY.replace("12:00", "13:00")) == ["hours"]
    assert found(ENTRY, ENTRY.replace("1 Wharf", "2 Wharf")) == ["address"]
    assert found(ENTRY, ENTRY.replace("[pantry]", "[pantry, meals]")) == ["services"]
    assert found(ENTRY, ENTRY.replace("name: Harbor", "name: New Harbor")) == ["name"]
    assert found(ENTRY, ENTRY.replace("cost: free", "cost: sliding-scale")) == ["answers"]
    assert found(ENTRY, ENTRY.replace("summary: Food.", "summary: Bags of food.")) == []
    check = "verified:\n  - {date: 2026-11-19, how: phone, role: volunteer, facts: [phones]}\n"
    assert found(ENTRY, ENTRY + check) == ["checked"]


def test_a_day_counts_as_one_change() -> None:
    """A number that was mistyped and mended on one day changed once; back and forth on one day is no change."""
    first, second, third = (
        text.encode() for text in (ENTRY, ENTRY.replace("0150", "0151"), ENTRY.replace("0150", "0152"))
    )
    day = [Edit("2026-11-20", "a", first, second), Edit("2026-11-20", "a", second, third, "suggestion")]
    assert derive(day) == (Change("2026-11-20", "a", What.PHONE, "suggestion"),)
    assert derive([Edit("2026-11-20", "a", first, second), Edit("2026-11-20", "a", second, first)]) == ()


def test_of_a_place_that_was_ever_secret_no_address_is_said_to_have_changed() -> None:
    """Neither when the address goes, nor later, nor before."""
    secret = ENTRY.replace("address: {street: 1 Wharf Street, city: Harborview, state: NC}", "confidential: yes")
    edits = [
        Edit("2026-11-01", "a", ENTRY.encode(), ENTRY.replace("1 Wharf", "2 Wharf").encode()),
        Edit("2026-11-02", "a", ENTRY.replace("1 Wharf", "2 Wharf").encode(), secret.encode()),
        Edit("2026-11-03", "a", secret.encode(), secret.replace("0150", "0151").encode()),
    ]
    assert derive(edits) == (Change("2026-11-03", "a", What.PHONE),)


@settings(deadline=None)
@given(st.binary(max_size=200), st.binary(max_size=200))
def test_whatever_a_version_holds_nothing_breaks(before: bytes, after: bytes) -> None:
    """History has every slip that was ever made."""
    derive([Edit("2026-11-20", "a", before, after)])


def test_a_register_is_renewed_without_losing_what_people_wrote() -> None:
    """Origins stay, nothing stands twice, and an entry that is gone for good is gone here too."""
    old = [Change("2026-11-01", "a", What.PHONE, "suggestion"), Change("2026-10-01", "gone", What.ADDED)]
    new = [Change("2026-11-01", "a", What.PHONE), Change("2026-11-02", "a", What.HOURS)]
    assert renewed(old, new, {"a"}) == (Change("2026-11-02", "a", What.HOURS), old[0])
    assert renewed(renewed(old, new, {"a"}), new, {"a"}) == renewed(old, new, {"a"})


def test_what_is_written_reads_back() -> None:
    """The command's file passes its own check and gives the same changes."""
    changes = harbor().settings.changes
    config = {**county().config, "changes.yaml": written(changes)}
    assert load_settings(config).changes == changes
    assert load_settings({**config, "changes.yaml": written(())}).changes == ()


def test_drafts_stay_out_and_what_is_gone_leads_to_its_page() -> None:
    """A draft in the register is no news for visitors; a closed place is."""
    assert "new-pantry" not in {one.change.entry for one in news(harbor())}
    page = html("harbor")["changes.html"]
    assert "r/old-hall.html" in page.links
    assert "Old Hall Meetings" in page.main


def test_a_private_place_is_named_in_neutral_words() -> None:
    """On the page and in the feed, which any reader shows in its list."""
    for path in ("changes.html", "changes.xml"):
        text = files("harbor")[path].decode()
        assert "Safe Harbor" not in text
        assert "Help and support" in text


def test_visible_progress() -> None:
    """A change that somebody told us about says so, once."""
    assert html("harbor")["changes.html"].main.count("You told us, we changed it") == 1


def test_no_number_stands_on_the_page_or_in_the_feed() -> None:
    """Neither old nor new: who needs one opens the place."""
    for path in ("changes.html", "changes.xml"):
        assert not re.search(r"\d{3}-\d{4}", re.sub(r"tel:[+0-9]+|aria-label=\"[^\"]*\"", "", main_of(path)))


def test_many_new_places_are_counted_and_can_be_opened() -> None:
    """A first day with a whole county does not fill the page."""
    ids = [resource.id for resource in harbor().resources][:10]
    page = Html(rendered(with_changes(*(Change("2026-11-01", i, What.ADDED) for i in ids)))["changes.html"].decode())
    assert page.one("summary").text == "10 places and lines added"
    assert len([e for e in page.all("li") if "details" in e.within]) == 10


def test_the_feed_is_atom_with_ids_that_stay() -> None:
    """Each day is an entry; its id depends on nothing that changes."""
    feed = ET.fromstring(files("harbor")["changes.xml"])
    assert feed.tag == f"{ATOM}feed"
    days = [e.findtext(f"{ATOM}updated") for e in feed.findall(f"{ATOM}entry")]
    assert days == ["2026-11-18T00:00:00Z", "2026-11-12T00:00:00Z", "2026-09-30T00:00:00Z"]
    ids = [e.findtext(f"{ATOM}id") or "" for e in feed.iter() if e.find(f"{ATOM}id") is not None]
    assert len(set(ids)) == len(ids) == 4
    assert all(one.startswith("urn:uuid:") for one in ids)
    assert feed.findtext(f"{ATOM}updated") == days[0]


def main_of(path: str) -> str:
    """Give the page's own part, without the top."""
    text = files("harbor")[path].decode()
    return text.partition("<main")[2].partition("</main>")[0] if path.endswith(".html") else text
