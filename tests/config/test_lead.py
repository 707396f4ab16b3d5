"""`lead.yaml`: a published line, no published line, and what is told about each mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.config.lead import Door, Lead, LeadLine, Topic
from generator.config.settings import load_settings
from generator.entry.problem import ProblemError

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.config.settings import Settings

FILE = "site_config/lead.yaml"
PROOF = "as well, so that readers know where it is from"
LINE = "line:\n  number: 910-555-0100\n  hours: Mo-Fr 08:00-17:00\n"


def test_a_published_line_comes_with_its_proof(settings: Settings) -> None:
    """Number, hours, doors, source, date and reviewer are all there; what is absent is None."""
    assert settings.lead == Lead(
        line=LeadLine("910-555-0100", "Mo-Fr 08:00-17:00"),
        doors=(Door.ARREST,),
        source="Harbor LEAD, operating protocol",
        as_of="2026-11",
        reviewed_by="LEAD project manager",
    )


def test_no_line_is_no_line(changed: Callable[[str, str, str], Settings]) -> None:
    """`line: not published` gives no line: nothing stands in for a number that is not published."""
    assert changed("lead.yaml", LINE, "line: not published\n").lead.line is None


SCRIPT = "script:\n  say:\n    - Would you like some help with that?\n  source: Harbor LEAD\n  as_of: 2026-03\n"
CHECKLIST = (
    "checklist:\n  items: [The person is 18 or older.]\n  owner: Policy group\n  source: Protocol\n  as_of: 2026-03\n"
)
VOUCHED = "source: Protocol\nas_of: 2026\nreviewed_by: manager\n"
ALL = "source: and as_of: and reviewed_by:"
OPEN = "an open offer, such as  Would you like some help with that?  and no name of a service"
NOTE = (
    "  - topic: syringe-card\n    statute: G.S. 1\n    link: https://statutes.example/1\n"
    "    source: State legislature\n    as_of: 2026\n"
)


def test_a_number_may_stay_unpublished_while_its_hours_are_known(changed: Callable[[str, str, str], Settings]) -> None:
    """Some programs publish when the line is answered, and give its number to officers only."""
    line = changed("lead.yaml", "number: 910-555-0100", "number: not published").lead.line
    assert line == LeadLine(None, "Mo-Fr 08:00-17:00")


@pytest.mark.parametrize(
    "key",
    [
        "line",
        "doors",
        "script",
        "checklist",
        "paperwork",
        "custody_exam",
        "legal_notes",
        "emergency",
        "referral",
        "parts",
    ],
)
def test_everything_may_be_not_published(files: dict[str, bytes], key: str) -> None:
    """The words and an absent key mean the same; only the line has to be spoken of."""
    base = "" if key == "line" else "line: not published\n"
    said = load_settings({**files, "lead.yaml": f"{base}{key}: not published\n".encode()}).lead
    assert said == Lead()


def test_each_block_comes_with_its_own_proof(files: dict[str, bytes]) -> None:
    """What is law or custody has its own source and date; the newest of all dates is known."""
    text = f"line: not published\n{SCRIPT}{CHECKLIST}legal_notes:\n{NOTE}"
    said = load_settings({**files, "lead.yaml": text.encode()}).lead
    assert said.script
    assert said.script.say == ("Would you like some help with that?",)
    assert said.checklist
    assert (said.checklist.owner, said.checklist.proof.as_of) == ("Policy group", "2026-03")
    assert [(note.topic, note.text, note.proof.reviewed_by) for note in said.legal_notes] == [
        (Topic.SYRINGE_CARD, "", "")
    ]
    assert said.dates == ("2026-03", "2026-03", "2026")


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (
            SCRIPT.replace("some help with that", "some treatment"),
            f"4:7 E733 treatment | {OPEN}",
        ),
        (
            SCRIPT.replace("some help with that", "help? I promise you a talk, all right"),
            "4:7 E733 promise | an offer that promises nothing",
        ),
        (SCRIPT.replace("that?", "that."), "3:3 E734 no question | a question that leaves the answer open"),
        (
            f"legal_notes:\n{NOTE}{NOTE}",
            "8:12 E735 syringe-card a second time | one note for each topic; put both laws in one note",
        ),
        (
            SCRIPT.replace("2026-03", "2026-02-30"),
            "6:10 E731 2026-02-30 | a date of the calendar, year first, such as  2026-11-23",
        ),
        (
            SCRIPT.replace("  source: Harbor LEAD\n", ""),
            "2:1 E703 no source: here | the key source:, such as  source: LEAD policy group, operating protocol",
        ),
        (
            CHECKLIST.replace("  owner: Policy group\n", ""),
            "2:1 E703 no owner: here | the key owner:, such as  owner: LEAD policy group",
        ),
        (
            "parts: [{role: Nurse, organization: Harbor, does: Helps.}]\n",
            f"2:1 E730 parts: without {ALL} | {ALL} {PROOF}",
        ),
        ("emergency: none\n", "2:12 E705 none | not published, or below it  signs:"),
        (
            "custody_exam:\n  plan: The plan\n  sites: [harbor]\n  source: The county\n  as_of: 2026-05\n",
            "2:1 E703 no reviewed_by: here | the key reviewed_by:, such as  reviewed_by: LEAD project manager",
        ),
        (
            f"referral:\n  how: [Call.]\n  form: http://lead.example\n{VOUCHED}",
            "4:9 E706 http://lead.example | an address that begins with  https://",
        ),
    ],
)
def test_one_mistake_in_a_block_gives_one_message(files: dict[str, bytes], more: str, told: str) -> None:
    """Each block has its own mistakes, each told once at its place."""
    with pytest.raises(ProblemError) as caught:
        load_settings({**files, "lead.yaml": f"line: not published\n{more}".encode()})
    assert [f"{p.line}:{p.column} {p.code} {p.seen} | {p.wanted}" for p in caught.value.problems] == [told]


@pytest.mark.parametrize("date", ["2026", "2024-02-29", "2026-11"])
def test_dates_may_be_a_year_a_month_or_a_day(changed: Callable[[str, str, str], Settings], date: str) -> None:
    """A source is as exact about its date as it is."""
    assert changed("lead.yaml", "2026-11", date).lead.as_of == date


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "source: Harbor LEAD, operating protocol\nas_of: 2026-11\n",
            "",
            f"1:1 E730 line: without source: and as_of: | source: and as_of: {PROOF}",
        ),
        (
            f"{LINE}doors: [arrest]\nsource: Harbor LEAD, operating protocol\n",
            "line: not published\ndoors: [arrest]\n",
            f"2:1 E730 doors: without source: | source: {PROOF}",
        ),
        (
            "2026-11",
            "2026-13",
            "6:8 E731 2026-13 | a date of the calendar, year first, such as  2026-11-23",
        ),
        (
            "2026-11",
            "2026-02-29",
            "6:8 E731 2026-02-29 | a date of the calendar, year first, such as  2026-11-23",
        ),
        (
            "2026-11",
            "Nov 2026",
            "6:8 E706 Nov 2026 | a date, year first, such as  2026-11-23,  2026-11  or  2026",
        ),
        ("910-555-0100", "(910) 555-0100", "2:11 E706 (910) 555-0100 | ten digits as  910-555-0100"),
        ("910-555-0100", "911", "2:11 E706 911 | ten digits as  910-555-0100"),
        ("arrest", "arest", "4:9 E705 arest | arrest, social-contact or community | doors: [arrest]"),
        (
            "Mo-Fr 08:00-17:00",
            "Mon-Fri 08:00-17:00",
            "3:10 E732 Mon-Fri | Write weekdays with two letters: Mo Tu We Th Fr Sa Su. |   hours: Mo-Fr 08:00-17:00",
        ),
        (LINE, "line: not yet\n", "1:7 E705 not yet | not published, or below it  number: 910-555-0100"),
        (
            LINE,
            "line: [910-555-0100]\n",
            "1:7 E704 a list, one  - value  a line | one text or keys with values below it",
        ),
        (LINE, "", "1:1 E703 no line: here | the key line:, such as  line: not published"),
        (
            "  number: 910-555-0100\n",
            "",
            "1:1 E703 no number: here | the key number:, such as  number: 910-555-0100",
        ),
    ],
)
def test_one_mistake_gives_one_message(
    messages: Callable[[str, str, str], list[str]], old: str, new: str, told: str
) -> None:
    """A mistake is told once, at its place, with what is wanted and, where it is sure, the corrected line."""
    assert messages("lead.yaml", old, new) == [f"{FILE}:{told}"]
