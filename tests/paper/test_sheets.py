"""What stands on paper: enough to call, nothing secret, and how old it is."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.config.strings import PSEUDO
from generator.paper.model import Form
from tests.pages.site import harbor, marked, real, with_site
from tests.paper.made import URL, addressed, crowd, made, pages_of

if TYPE_CHECKING:
    from generator.paper import Sheet

SMALL = [form for form in Form if form.small]
LARGE = [form for form in Form if not form.small]


def texts(sheet: Sheet) -> str:
    """Give everything that stands on a form, as one text."""
    said = [sheet.title, sheet.area, sheet.preview, sheet.dated, sheet.how, sheet.address, *sheet.lead]
    said += [text for pair in sheet.calls for text in pair]
    for line in sheet.lines:
        said += [line.name, line.need, line.phone, *line.others, line.where, line.when, line.alert, *line.facts]
        said += [line.officers, line.unknown]
    return " | ".join(said)


@pytest.mark.parametrize("form", Form)
def test_every_form_says_how_old_it_is_and_when_to_throw_it_away(form: Form) -> None:
    """Ninety days after printing a check of a crisis number would have run out."""
    directory = replace(harbor(), build_date="2026-11-23", facts_date="2026-11-11")
    assert made(form, directory).dated == "Facts of November 11, 2026. Discard after February 21, 2027."


@pytest.mark.parametrize("form", Form)
def test_a_preview_says_so_on_paper_and_a_live_site_does_not(form: Form) -> None:
    preview = made(form, real())
    assert preview.preview.startswith("Preview. Nobody has telephoned these places yet")
    live = replace(real().settings.site, stage="live")
    assert made(form, replace(real(), settings=replace(real().settings, site=live))).preview == ""


@pytest.mark.parametrize("form", LARGE)
def test_a_large_form_has_every_published_place_once(form: Form) -> None:
    assert sorted(line.id for line in made(form, real()).lines) == sorted(r.id for r in real().resources)


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("discreet", [False, True])
def test_a_confidential_place_has_its_number_and_no_place(form: Form, discreet: bool) -> None:
    if discreet and not form.small:
        pytest.skip("large forms have no discreet form")
    only = ("safety-1",) if form.small else ()
    sheet = made(form, addressed(), *only, discreet=discreet)
    (line,) = [line for line in sheet.lines if line.id == "safety-1"]
    assert line.phone == "910-555-0130"
    assert (line.where, line.facts, line.unknown, line.code) == ("", (), "", None)


@pytest.mark.parametrize("form", [Form.CARD, Form.SLIP])
def test_what_a_person_carries_names_no_sensitive_place(form: Form) -> None:
    (line,) = made(form, addressed(), "safety-1").lines
    assert line.name == "Help and support"
    assert line.need == ""


@pytest.mark.parametrize("form", SMALL)
def test_a_discreet_form_has_numbers_and_hours_only(form: Form) -> None:
    """No name of a place, need, group, service, street, area or address of the site stands on it."""
    directory = addressed()
    said = texts(made(form, directory, discreet=True)).casefold()
    taxonomy = directory.settings.taxonomy
    revealing = [service.label for service in taxonomy.services.values()] + [group.label for group in taxonomy.groups]
    revealing += [resource.entry.name for resource in directory.resources]
    revealing += [resource.entry.organization for resource in directory.resources]
    revealing += [directory.settings.site.area, "Street", "lead", "help.example.org"]
    assert [word for word in revealing if word.casefold() in said] == []


@pytest.mark.parametrize("form", LARGE)
def test_a_form_that_names_every_place_cannot_be_discreet(form: Form) -> None:
    with pytest.raises(ValueError, match="discreet"):
        made(form, harbor(), discreet=True)


def test_the_index_leads_from_every_name_to_its_number() -> None:
    sheet = made(Form.BOOKLET, real())
    assert dict(sheet.index) == {line.name: line.number for line in sheet.lines}
    assert [line.number for line in sheet.lines] == list(range(1, len(sheet.lines) + 1))
    assert list(sheet.index) == sorted(sheet.index, key=lambda pair: pair[0].casefold())


def test_the_roll_call_sheet_is_by_town_and_says_what_is_known_of_drop_off() -> None:
    sheet = made(Form.ROLL_CALL, harbor())
    assert sheet.parts[0].title == "By phone, or for the whole area"
    towns = [part.title for part in sheet.parts][1:]
    assert towns == sorted(towns)
    answers = {line.id: line.officers for line in sheet.lines}
    assert answers["harbor-crisis-center"].startswith("Yes")
    assert answers["harbor-pantry"] == "Not confirmed"
    assert answers["line-988"] == ""


def test_the_card_of_this_county_takes_the_services_its_settings_name() -> None:
    sheet = made(Form.CARD, real())
    assert sheet.calls[0] == ("911", "life in danger")
    assert [line.need for line in sheet.lines][:3] == [
        "Withdrawal care (detox)",
        "Medicine for opioid use",
        "Cold or heat shelter",
    ]
    assert all(re.search(r"\d{3}", line.phone) for line in sheet.lines)


def test_a_place_in_the_area_comes_before_one_of_the_same_kind_elsewhere() -> None:
    """Naloxone from a shop in town rather than from an office two hours away."""
    line = next(line for line in made(Form.SLIP, real()).lines if line.need == "Naloxone")
    assert "Fayetteville" in line.where


@pytest.mark.parametrize("count", [5, 57, 500])
@pytest.mark.parametrize("form", SMALL)
def test_a_small_form_never_holds_more_than_fits(form: Form, count: int) -> None:
    assert 1 <= len(made(form, crowd(count)).lines) <= 8


def test_each_line_and_the_form_lead_to_permanent_addresses() -> None:
    sheet = made(Form.SLIP, addressed(), "harbor-pantry")
    assert sheet.code is not None
    assert sheet.code.address == f"{URL}/index.html"
    assert [line.code.address for line in sheet.lines if line.code] == [f"{URL}/r/harbor-pantry.html"]
    assert made(Form.SLIP, with_site(harbor(), url=None)).code is None


@pytest.mark.parametrize("form", Form)
def test_every_word_comes_from_the_file_of_strings(form: Form) -> None:
    """In the pseudo-language nothing stands outside ⟦brackets⟧ but what the data itself says, which is in « »."""
    pseudo = replace(marked(), settings=marked().settings.pseudo())
    sheet = made(form, pseudo)
    assert sheet.language == PSEUDO
    own = [sheet.title, sheet.dated, *(part.title for part in sheet.parts if part.title), *sheet.lead]
    own += [line.when for line in sheet.lines] + [line.officers for line in sheet.lines if line.officers]
    assert [text for text in own if "⟦" not in text and "«" not in text] == []


def test_the_site_has_a_page_for_each_form_and_one_that_names_them() -> None:
    pages = pages_of(addressed())
    index = pages["print/index.html"].decode()
    made_pages = sorted(path for path in pages if path.startswith("print/") and path != "print/index.html")
    assert len(made_pages) == 7
    assert all(f'href="{path.removeprefix("print/")}"' in index for path in made_pages)
    assert b"<input" not in b"".join(pages[path] for path in made_pages)
