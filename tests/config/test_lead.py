"""`lead.yaml`: a published line, no published line, and what is told about each mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.config.lead import Door, Lead, LeadLine

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
