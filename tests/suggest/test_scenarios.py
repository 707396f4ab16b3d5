"""People who change a number, add a place and say that all is well, at a phone of 360 pixels."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit

from generator import pipeline
from generator.entry.problem import Severity
from generator.entry.source import SourceFile
from tests.suggest.conftest import BUILT, CONTACT, REPOSITORY, project

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.entry.problem import Problem
    from tests.suggest.conftest import Person

PANTRY = "directory/food/harbor-pantry.yaml"
ANY_DAY = BUILT.replace(month=12)


def checked(path: str, text: str) -> list[Problem]:
    """Give what `offramp check` tells of one file of the county, after it was put there."""
    made = project()
    others = tuple(file for file in made.entries if file.path != path)
    entries = tuple(sorted((*others, SourceFile(path, text.encode())), key=lambda file: file.path))
    told = pipeline.load(replace(made, entries=entries), ANY_DAY).checked.problems
    return [problem for problem in told if problem.file == path]


def text_of(path: str) -> str:
    """Give a file of the county."""
    return next(file.data.decode() for file in project().entries if file.path == path)


def test_scenario_13_a_number_is_changed_in_three_taps(person: Callable[..., Person]) -> None:
    """From the page of the place: suggest a change, into the number, open the file; the new line is copied."""
    peer = person("r/harbor-pantry.html")
    peer.tap('a[href$="suggest.html#harbor-pantry"]')
    peer.ready()
    peer.tap("#f-phones-0-number")
    peer.page.keyboard.press("Control+A")
    peer.page.keyboard.type("(910) 555-0199")
    with peer.page.context.expect_page() as opened:
        peer.tap("text=Open the file to change it")
    assert peer.taps == 3
    assert opened.value.url == f"{REPOSITORY}/edit/main/{PANTRY}"
    assert peer.copied() == "number: 910-555-0199"
    shown = peer.page.locator(".compared").inner_text()
    assert "Phone numbers 1: Number" in shown
    assert "910-555-0110" in shown
    assert "910-555-0199" in shown
    line = peer.page.locator("details h4").text_content() or ""
    assert line == "Line 7 becomes:"
    before = text_of(PANTRY).split("\n")
    after = [row.replace("number: 910-555-0110", peer.copied()) if n == 7 else row for n, row in enumerate(before, 1)]
    assert sum(a != b for a, b in zip(before, after, strict=True)) == 1
    assert [p for p in checked(PANTRY, "\n".join(after)) if p.severity is Severity.ERROR] == []


def test_scenario_14_a_new_pantry_from_the_form(person: Callable[..., Person]) -> None:
    """The file that the form writes passes the check as it is, without an error and without advice."""
    helper = person("suggest.html")
    page = helper.page
    helper.choose("Service 1", "Food pantry")
    helper.write("Name(needed)", "St. Ann\u2019s \u00c9glise #2 & Friends")
    helper.write("Run by(needed)", "Harbor Ministries + Neighbors")
    helper.write("In short(needed)", "Groceries for a week: no questions asked.")
    page.locator("#f-phones-0-number").fill("(910) 555.0177")
    helper.write("Website", "harbor.example/saturday")
    helper.write("Street", "14 Water Street")
    helper.write("City", "Harborview")
    helper.write("ZIP", "28300")
    helper.choose("Opening hours", "Certain days and times")
    page.get_by_label("Saturday", exact=True).check()
    helper.write("From", "09:00")
    helper.write("To", "12:00")
    page.get_by_label("Not every week").or_(page.get_by_text("Not every week")).first.click()
    page.get_by_label("First of the month", exact=True).check()
    page.get_by_label("Third", exact=True).check()
    page.get_by_label("Walk in", exact=True).check()
    helper.choose("Photo ID", "Not needed")
    page.get_by_text("Cost", exact=True).first.click()
    page.locator("#f-cost").select_option(label="Free")
    page.locator("#f-sources-0-publisher").fill("Harbor Ministries")
    page.locator("#f-sources-0-url").fill("https://harbor.example/saturday")
    page.locator("#f-sources-0-date").fill("2026-11")
    assert page.locator(".told.mend").count() == 0, page.locator(".result").inner_text()
    address = helper.href("Propose it as a new file")
    asked = parse_qs(urlsplit(address).query, strict_parsing=True)
    assert address.startswith(f"{REPOSITORY}/new/main?filename=")
    assert len(address.encode()) <= 8192
    assert asked["filename"] == ["directory/food/st-anns-eglise-2-friends.yaml"]
    text = asked["value"][0]
    assert checked(asked["filename"][0], text) == []
    assert 'name: "St. Ann\u2019s \u00c9glise #2 & Friends"\n' in text
    assert "  open: Sa[1,3] 09:00-12:00\n" in text
    assert "- number: 910-555-0177\n" in text
    assert "website: https://harbor.example/saturday\n" in text


def test_still_right_is_one_line(person: Callable[..., Person]) -> None:
    """What was asked, how and when; the file gets one line more and passes the check."""
    peer = person("r/harbor-pantry.html")
    peer.tap("text=This is still right")
    peer.ready()
    peer.choose("How do you know?", "I called them")
    peer.page.locator('.know input[value="phones"]').check()
    peer.page.locator('.know input[value="hours.open"]').check()
    lines = peer.page.locator(".result details pre").all_text_contents()
    wanted = "verified: [{date: 2026-11-23, how: phone, role: directory volunteer, facts: [phones, hours.open]}]"
    assert lines == [wanted]
    assert peer.page.locator("details h4").all_text_contents() == ["After line 23 comes:"]
    before = text_of(PANTRY).split("\n")
    assert checked(PANTRY, "\n".join([*before[:23], wanted, *before[23:]])) == []


def test_reading_a_page_is_never_a_check(person: Callable[..., Person]) -> None:
    """Who only read a page is not offered to say that all is right; in a change the page becomes a source."""
    reader = person("suggest.html#harbor-pantry:right")
    offered = reader.page.locator("#know-how option").all_text_contents()
    assert offered == ["I have not asked", "I called them", "I was there", "They told us"]
    reader = person("suggest.html#harbor-pantry")
    reader.page.locator("#f-phones-0-number").fill("910-555-0144")
    reader.choose("How do you know?", "I read it on a page")
    reader.write("Who wrote the page?", "Harbor Ministries")
    reader.page.locator("#know-url").fill("https://harbor.example/visit")
    written = "\n".join(reader.page.locator(".result details pre").all_text_contents())
    assert "verified" not in written
    assert "  - publisher: Harbor Ministries\n    url: https://harbor.example/visit\n    date: unknown" in written
    assert "facts: [phones]" in written


def test_a_letter_has_it_all(person: Callable[..., Person]) -> None:
    """Subject without names, before and after, the lines of the file, line ends as mail wants them."""
    writer = person("suggest.html#harbor-pantry")
    writer.page.locator("#f-phones-0-number").fill("910-555-0144")
    address = writer.href(f"Write to {CONTACT}")
    target, _, query = address.partition("?")
    assert unquote(target) == f"mailto:{CONTACT}"
    told = dict(part.split("=", 1) for part in query.split("&"))
    assert unquote(told["subject"]) == "Change: harbor-pantry"
    body = unquote(told["body"])
    assert "+" not in query
    assert "\n" not in body.replace("\r\n", "")
    assert PANTRY in body
    assert "Before: 910-555-0110\r\nAfter: 910-555-0144" in body
    issue = parse_qs(urlsplit(writer.href("Send it as an issue")).query, strict_parsing=True)
    assert issue["title"] == ["Change: harbor-pantry"]
    assert issue["body"][0].replace("\n", "\r\n").strip() == body.strip()


def test_without_anybody_it_says_so_and_still_gives_the_text(person: Callable[..., Person]) -> None:
    """No repository and no contact: copy and paper are left."""
    lonely = person("suggest.html#harbor-pantry", site="nobody")
    assert "Nobody receives suggestions yet." in lonely.page.locator("main > .to").inner_text()
    lonely.page.locator("#f-phones-0-number").fill("910-555-0144")
    assert lonely.page.locator(".result a").count() == 0
    lonely.page.get_by_role("button", name="Copy all of it").click()
    assert "After: 910-555-0144" in lonely.copied()
    assert lonely.page.get_by_role("button", name="Print it").is_visible()


def test_on_paper_stands_what_was_written(person: Callable[..., Person]) -> None:
    """Filled in, the letter is printed; empty, the sheet of questions, as without JavaScript."""
    writer = person("suggest.html#harbor-pantry")
    writer.page.emulate_media(media="print")
    assert writer.page.locator(".sheet").is_visible()
    writer.page.emulate_media(media="screen")
    assert not writer.page.locator(".sheet").is_visible()
    writer.page.locator("#f-phones-0-number").fill("910-555-0144")
    writer.page.emulate_media(media="print")
    assert "After: 910-555-0144" in writer.page.locator(".paper").inner_text()
    assert not writer.page.locator(".sheet").is_visible()
    assert not writer.page.locator("#suggest .fields").is_visible()
    silent = person("suggest.html", java_script_enabled=False)
    sheet = silent.page.locator(".sheet").inner_text()
    assert "Name (needed)" in sheet
    assert "Please do not write about any person" in silent.page.locator("main").inner_text()
    assert CONTACT in silent.page.locator("main .to").inner_text()


def test_a_search_without_a_result_asks_for_what_is_missing(person: Callable[..., Person]) -> None:
    """Who knows a place that is not here can say so from there."""
    seeker = person("index.html")
    seeker.page.locator("#q").focus()
    seeker.page.locator("#finder.on").wait_for()
    seeker.page.locator("#q").fill("xqzvw jjkpq")
    link = seeker.page.locator('.results a[href$="suggest.html"]')
    link.wait_for()
    link.click()
    seeker.page.locator("#f-services-0").wait_for()
