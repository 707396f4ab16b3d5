"""What a proposal says of itself: in words, with what is missing, and who must read it."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.pipeline import load
from generator.proposal.compare import compare
from generator.proposal.github import commands, summary
from generator.proposal.model import Kind
from generator.proposal.preview import preview, wanted
from generator.proposal.tell import as_data, as_words, count, errors, verdict
from tests.check.conftest import PANTRY as RIGHT
from tests.check.corpus import TODAY
from tests.check.mutations import mutate
from tests.proposal.versions import PANTRY, account, secret_path, text, version, with_files

if TYPE_CHECKING:
    from generator.project import Project
    from generator.proposal.model import Proposal

CEDAR = "directory/food/cedar-pantry.yaml"
NEW = RIGHT.replace("status: active", "status: draft")


def swapped(old: str, new: str, path: str = PANTRY) -> dict[str, str | bytes | None]:
    """Give one entry of the county with some words replaced."""
    assert old in text(path)
    return {path: text(path).replace(old, new, 1)}


def test_nothing_changed_is_said() -> None:
    """The same bytes twice: no entry, no reason, no problem."""
    told = account({})
    assert (told.entries, told.reasons, told.problems, told.older) == ((), (), (), 0)
    assert count(told) == "No entry changes."


def test_a_number_is_told_from_and_to() -> None:
    """A changed number has both numbers, its line, the question how somebody knows, and a second reader."""
    told = account(swapped("910-555-0110", "910-555-0111"))
    (entry,) = told.entries
    (change,) = entry.changes
    line = text(PANTRY).split("\n").index("  - number: 910-555-0110") + 1
    assert (change.title, change.old, change.new, change.line) == ("Phone", "910-555-0110", "910-555-0111", line)
    assert entry.missing[0].startswith("Please add how you checked")
    assert [(r.text, r.line) for r in told.reasons] == [("a phone number of an existing entry changes", line)]
    assert "Phone changed from  910-555-0110  to  910-555-0111" in as_words(told)
    assert f"::notice file={PANTRY},line={line},title=A second person reads this::" in commands(told)


def test_a_check_answers_how_somebody_knows() -> None:
    """A new check that names the field leaves nothing missing; one that does not is told which."""
    check = "verified:\n  - date: 2026-11-20\n    how: phone\n    role: directory volunteer\n    facts: [{}]\n"
    moved = text(PANTRY).replace("910-555-0110", "910-555-0111")
    asked = account({PANTRY: moved + check.format("phones")}).entries[0]
    forgot = account({PANTRY: moved + check.format("hours")}).entries[0]
    assert asked.missing == ()
    assert "phones" in forgot.missing[0]


def test_a_newer_source_answers_too() -> None:
    """Reading a page again is a source."""
    assert account(swapped("date: 2026-05-20", "date: 2026-11-20")).entries[0].missing == ()


def test_a_note_for_editors_needs_no_check() -> None:
    """Nobody has to call a place for a remark of ours."""
    (entry,) = account({PANTRY: text(PANTRY) + "editor_note: Two pages disagree.\n"}).entries
    assert (entry.missing, [c.told() for c in entry.changes]) == ((), ["Note for editors added"])


SENSITIVE = {
    "a website": (("website: https://harbor.example/pantry", "website: https://harbor.example/food"), "web or mail"),
    "an address": (("street: 12 Water Street", "street: 14 Water Street"), "address of an existing"),
    "a phone that goes": (("  - number: 910-555-0110\n    purpose: main\n", "  []\n"), "phone number"),
    "a page that goes": (("status: active", "status: defunct"), "taken off the site"),
}


@pytest.mark.parametrize(("words", "why"), SENSITIVE.values(), ids=SENSITIVE)
def test_sensitive_changes_have_a_second_reader(words: tuple[str, str], why: str) -> None:
    """A number, an address or a page that changes is read by two."""
    assert any(why in reason.text for reason in account(swapped(*words)).reasons)


PLAIN = {
    "hours": ("open: Tu,Th 12:00-16:00; PH off", "open: Tu,Th 12:00-17:00; PH off"),
    "a summary": ("Groceries for a week", "Groceries for two weeks"),
    "a note": ("note: Come ten minutes early.", "note: Come five minutes early."),
}


@pytest.mark.parametrize("words", PLAIN.values(), ids=PLAIN)
def test_other_changes_need_one_reader(words: tuple[str, str]) -> None:
    """Hours and words are read by one, or nobody would read with care."""
    assert account(swapped(*words)).reasons == ()


def test_a_deletion_a_crowd_settings_and_program_have_a_second_reader() -> None:
    """Each kind has its reason."""
    many = {f"directory/food/cedar-{n}.yaml": NEW.replace("0180", f"01{n}") for n in range(20, 31)}
    assert ["deleted" in r.text for r in account({PANTRY: None}).reasons] == [True]
    assert ["entries at once" in r.text for r in account(dict(many)).reasons] == [True]
    assert account(dict(list(many.items())[:10])).reasons == ()
    assert account({}, "generator/x.py").reasons == ()
    mixed = account(swapped("Groceries for a week", "Groceries"), "generator/x.py")
    assert ["data and program" in r.text for r in mixed.reasons] == [True]


def test_a_new_entry_is_shown_as_it_will_look() -> None:
    """A draft has a page in the preview, with its name and number, and what only works on the page is left out."""
    project = with_files({CEDAR: NEW})
    told = account({CEDAR: NEW})
    assert told.entries[0].kind is Kind.ADDED
    assert wanted(told) == ("cedar-pantry",)
    files, pages = shown(project, told)
    assert "r/cedar-pantry.html" in files
    assert b"Cedar Pantry" in files["r/cedar-pantry.html"]
    lines = pages["cedar-pantry"].split("\n")
    assert lines[0] == "# Cedar Pantry"
    assert any("910-555-0180" in line for line in lines)
    assert "Listed" in pages["cedar-pantry"]


def shown(project: Project, told: Proposal) -> tuple[dict[str, bytes], dict[str, str]]:
    """Give the preview of a project."""
    loaded = load(project, TODAY)
    return preview(loaded.checked.entries, loaded.settings, loaded.geocodes, wanted(told))


def test_an_entry_in_another_folder_is_moved() -> None:
    """The same file in another folder is no deletion."""
    told = account({PANTRY: None, "directory/health/harbor-pantry.yaml": text(PANTRY)})
    assert [(e.kind, e.file) for e in told.entries] == [(Kind.MOVED, "directory/health/harbor-pantry.yaml")]


def test_problems_from_before_are_counted_and_not_told_again() -> None:
    """Only what the change brings or touches is told."""
    told = account(swapped("status: active", "status: activ"))
    assert [p.code for p in told.problems] == ["E204"]
    assert errors(told) == 1
    assert verdict(told).startswith("1 thing must be mended")


STREET = "31 Foundry Lane"


def test_a_secret_place_is_never_repeated() -> None:
    """An address put into a confidential entry is told by its line; neither log nor summary nor JSON has the text."""
    path = secret_path()
    told = account({path: text(path) + f"address:\n  street: {STREET}\n  city: Harborview\n  state: NC\n"})
    everything = as_words(told) + commands(told) + summary(told) + as_data(told)
    line = text(path).count("\n") + 1
    assert STREET not in everything
    assert "Foundry" not in everything
    assert "E501" in everything
    assert any(p.line in {line, line + 1} for p in told.problems)
    assert told.second_reader


def test_an_entry_that_stops_being_secret_is_not_repeated_either() -> None:
    """Who takes away  confidential: yes  and adds the address does not get it into a log."""
    path = secret_path()
    open_text = text(path).replace("confidential: yes\n", "")
    told = account({path: open_text + f"address: {{street: {STREET}, city: Harborview, state: NC, zip: 28300}}\n"})
    everything = as_words(told) + commands(told) + summary(told) + as_data(told)
    assert "Foundry" not in everything
    assert told.entries[0].hidden
    assert any("secret place" in reason.text for reason in told.reasons)
    assert wanted(told) == ()


def test_a_place_that_was_secret_before_is_not_repeated() -> None:
    """Where nothing but the old version says that the place is secret, the old version counts."""
    before = version(with_files({CEDAR: NEW + "confidential: yes\n"}))
    street = f"address: {{street: {STREET}, city: Harborview, state: NC, zip: 28300}}\n"
    told = compare(before, version(with_files({CEDAR: NEW + street})))
    everything = as_words(told) + commands(told) + summary(told) + as_data(told)
    assert "Foundry" not in everything
    assert told.entries[0].hidden
    assert wanted(told) == ()


def test_what_belongs_to_a_person_is_never_repeated() -> None:
    """A number of a person in an ordinary entry is told by its line."""
    told = account({PANTRY: text(PANTRY) + "editor_note: His social security number is 219-09-9999.\n"})
    everything = as_words(told) + commands(told) + summary(told)
    assert "E506" in everything
    assert "219-09" not in everything + as_data(told)
    assert [(c.title, c.withheld) for c in told.entries[0].changes] == [("Note for editors", True)]


def test_a_broken_file_about_a_secret_place_is_not_repeated() -> None:
    """A file that cannot be read keeps its words for itself if it may be about a secret place."""
    path = secret_path()
    told = account({path: text(path) + f'note_for_officers: "{STREET}\n'})
    assert "Foundry" not in as_words(told) + commands(told) + summary(told) + as_data(told)
    assert "cannot be read" in as_words(told)


def test_json_is_for_programs() -> None:
    """The account has a version and every part."""
    told = json.loads(as_data(account(swapped("910-555-0110", "910-555-0111"))))
    assert (told["version"], told["second_reader"], told["errors"]) == (1, True, 0)
    assert told["entries"][0]["changes"][0]["new"] == "910-555-0111"


def test_the_log_has_at_most_ten_annotations() -> None:
    """Errors come first; the last one says how many more the summary has."""
    broken = {f"directory/food/cedar-{n}.yaml": NEW.replace("status: draft", "status: dratf") for n in range(15)}
    told = account(dict(broken))
    lines = commands(told).splitlines()
    assert len(lines) == 10
    assert lines[0].startswith("::error file=directory/food/cedar-0.yaml,line=5,")
    assert lines[-1].startswith("::notice title=and ")
    assert summary(told).count("E204") == 15


@given(st.sampled_from([PANTRY, secret_path()]), st.integers(0, 2**32))
@settings(max_examples=40, deadline=None)
def test_any_accident_can_be_told(path: str, seed: int) -> None:
    """Whatever happened to a file, there is an account of it, and of a secret place no word is in it."""
    told = account({path: mutate(text(path), random.Random(seed))})
    everything = as_words(told) + commands(told) + summary(told) + as_data(told)
    name = next(line for line in text(path).split("\n") if line.startswith("name: ")).removeprefix("name: ")
    assert told.entries or told.problems == ()
    assert path != secret_path() or name not in everything
