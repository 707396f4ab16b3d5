"""Needs checking: what the page asks, and what it never asks."""

from __future__ import annotations

import re
from datetime import date

from generator.check.run import check
from generator.config.geocodes import read_geocodes
from generator.config.settings import load_settings
from generator.entry.source import SourceFile
from tests.invented import county
from tests.pages.html import Html
from tests.pages.site import files, harbor, html, page, rendered, with_site
from tests.phrases.county import compiled, entry


def test_every_published_place_is_there_once() -> None:
    """Whatever its age: 13 places, none twice, drafts and closed ones nowhere."""
    ids = [e.attrs["id"] for e in html("harbor")["check.html"].elements if "data-kinds" in e.attrs]
    assert sorted(ids) == sorted(resource.id for resource in harbor().resources)


def test_a_secret_place_is_not_asked_for_its_address() -> None:
    """Script and e-mail say so, and neither names a place."""
    text = html("harbor")["check.html"].one(id="safety-1").text
    assert "Do not ask where it is." in text
    assert "Please do not send us the address of the place." in text
    assert "Address" not in text


def test_a_line_for_people_in_danger_is_not_kept_busy() -> None:
    """Who calls 988 to check the number says so at once; a crisis center with a door has an office to ask."""
    found = html("harbor")["check.html"]
    assert "I am safe. I only want to know" in found.one(id="line-988").text
    assert "I am safe. I only want to know" not in found.one(id="harbor-crisis-center").text


def test_every_script_keeps_persons_out() -> None:
    """Before the first name of a place, and in each script and e-mail again."""
    found = html("harbor")["check.html"]
    assert "Never ask about a person" in found.one(class_="rule").text
    for resource in harbor().resources:
        text = found.one(id=resource.id).text
        assert "Please tell me nothing about a person." in text
        assert "never about a person" in text


def test_the_lines_to_write_down_pass_the_check() -> None:
    """Pasted as they stand, with the day of the call, no entry of the county has a problem; with no day all have."""
    project, found = county(), html("harbor")["check.html"]
    settings, geocodes = load_settings(project.config), read_geocodes(project.geocodes)
    for day, wrong in (("2026-11-23", 0), ("YYYY-MM-DD", 1)):
        files_ = []
        for file in project.entries:
            shown = found.all(id=f"still-{file.stem}")
            lines = "".join(shown[0].texts).replace("YYYY-MM-DD", day) if shown else ""
            files_.append(SourceFile(file.path, _pasted(file.data.decode(), lines).encode()))
        checked = check(files_, settings, geocodes, date(2026, 11, 23))
        told = {problem.file for problem in checked.problems if problem.code not in {"W612"}}
        assert len(told) == wrong * 13


def test_what_counts_only_while_it_is_confirmed_is_an_open_question() -> None:
    """Nobody is led to a yes on police drop-off, in the script or in the e-mail."""
    text = html("harbor")["check.html"].one(id="river-house").text
    assert "Police drop-off: Can officers bring a person, with conditions?" in text
    assert "we have “Can officers" not in text


def test_without_javascript_the_page_is_sorted_for_the_day_of_the_build() -> None:
    """And says which day that is."""
    assert "Sorted for November 20, 2026" in html("harbor")["check.html"].one(id="sorted").text


def test_what_is_confirmed_says_when() -> None:
    """With JavaScript off nothing is called confirmed without the day on which somebody asked, beside it."""
    found = 0
    for path, data in files("harbor").items():
        if path.startswith(("find/", "r/")):
            for row in re.split(r"(?=<div|<li|<section)", data.decode()):
                if ' sure"' in row:
                    found += 1
                    assert re.search(r"[Cc]onfirmed[^<]* (2025|2026)", row), (path, row)
    assert found > 20


def test_what_is_not_due_stands_below() -> None:
    """A place of which every fact that matters was asked about is not to be called, and still listed."""
    known = {"number": "910-555-0150"}
    check_ = {"date": "2026-11-01", "how": "phone", "role": "volunteer", "facts": ["phones"]}
    found = page("check.html", services=["pantry"], phones=[known], verified=[check_], on="2026-11-20")
    assert found.one(id="due").text == "Nothing to call today."
    assert "holds until April 30, 2027: Phone numbers" in found.one(id="later").text
    late = page("check.html", services=["pantry"], phones=[known], verified=[check_], on="2027-05-01")
    assert "Last asked by phone November 1, 2026, ask again: Phone numbers" in late.one(id="due").text


def test_a_site_with_a_repository_leads_to_the_file() -> None:
    """One tap to the editor; without a repository the page says that nobody receives it yet."""
    here = "https://code.example/harbor/directory/edit/main/directory/food/harbor-pantry.yaml"
    assert here in html("harbor")["check.html"].links
    alone = Html(rendered(with_site(harbor(), repository=None))["check.html"].decode())
    assert "No repository is set for this site yet." in alone.one(id="harbor-pantry").text


def test_a_large_directory_has_every_place_and_the_first_hundred_in_full() -> None:
    """The page of a whole state stays light, and nobody is left out of it."""
    some = compiled(*(entry(f"place-{n}", name=f"Place {n:03}") for n in range(130)))
    found = Html(rendered(some)["check.html"].decode())
    assert len([e for e in found.elements if "data-kinds" in e.attrs]) == 100
    assert "And 30 more, less urgent" in found.main
    assert {f"r/place-{n}.html" for n in range(130)} <= set(found.links)


def test_a_nation_is_counted_and_not_printed() -> None:
    """Beyond five hundred the page says how many more there are, and where."""
    some = compiled(*(entry(f"place-{n}", name=f"Place {n:03}") for n in range(503)))
    found = Html(rendered(some)["check.html"].decode())
    assert "And 403 more, less urgent" in found.main
    assert "3 more are not on this page." in found.main


def _pasted(text: str, lines: str) -> str:
    """Add lines where the page says: at the end, or below `verified:`."""
    if lines.startswith("verified:") or not lines:
        return text + lines
    return text.replace("verified:\n", "verified:\n" + lines, 1)
