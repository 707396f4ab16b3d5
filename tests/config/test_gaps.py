"""`gaps.yaml`: what people have named as missing, with origin and date, and what is told about each mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.config.gaps import Gap
from generator.config.settings import load_settings
from generator.entry.problem import ProblemError

if TYPE_CHECKING:
    from collections.abc import Mapping

GAP = "gaps:\n  - about: pantry\n    note: Nothing on Sundays.\n    origin: SIM workshop\n    date: 2026-09\n"


def test_a_gap_takes_its_intercepts_from_what_it_is_about(files: Mapping[str, bytes]) -> None:
    """Of a service those of the service, of a group those of all its services, unless the file says which."""
    text = (
        GAP
        + "  - about: food\n    note: Far away.\n    origin: SIM workshop\n    date: 2026\n"
        + '  - about: food\n    intercepts: ["5", "4"]\n    note: None.\n    origin: SIM workshop\n    date: 2025\n'
    )
    found = load_settings({**files, "gaps.yaml": text.encode()}).gaps
    assert [(gap.about, gap.intercepts, gap.date) for gap in found] == [
        ("pantry", (0, 1), "2026-09"),
        ("food", (0, 1), "2026"),
        ("food", (4, 5), "2025"),
    ]


def test_no_file_is_no_gap(files: Mapping[str, bytes]) -> None:
    """Most counties begin without one."""
    assert load_settings(files).gaps == ()
    closed = GAP + "    closed: 2026-11\n    area: the north\n"
    assert load_settings({**files, "gaps.yaml": closed.encode()}).gaps == (
        Gap("pantry", (0, 1), "Nothing on Sundays.", "SIM workshop", "2026-09", "", "the north", "2026-11"),
    )


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("pantry", "pantri", "2:12 E770 pantri | pantry (did you mean that?) |   - about: pantry"),
        ("pantry", "zeppelin", "2:12 E770 zeppelin | a service or a group of taxonomy.yaml"),
        ("2026-09", "2026-13", "5:11 E771 2026-13 | a date of the calendar, year first, such as  2026-11-23"),
        (
            "    date: 2026-09\n",
            "    date: 2026-09\n    closed: 2026-08\n",
            "6:13 E772 closed 2026-08, named 2026-09 | a date after the one on which it was named",
        ),
        ("    origin: SIM workshop\n", "", "2:5 E703 no origin: here | the key origin:, such as  origin: SIM workshop"),
    ],
)
def test_one_mistake_gives_one_message(files: Mapping[str, bytes], old: str, new: str, told: str) -> None:
    """A mistake is told once, at its place, with what is wanted and, where it is sure, the corrected line."""
    with pytest.raises(ProblemError) as caught:
        load_settings({**files, "gaps.yaml": GAP.replace(old, new).encode()})
    problems = [
        f"{p.line}:{p.column} {p.code} {p.seen} | {p.wanted}" + (f" | {p.fix}" if p.fix else "")
        for p in caught.value.problems
    ]
    assert problems == [told]


def test_a_gap_of_a_year_may_close_in_that_year(files: Mapping[str, bytes]) -> None:
    """Dates are compared as exactly as both are known."""
    text = GAP.replace("2026-09", "2026-09-14") + "    closed: 2026\n"
    assert load_settings({**files, "gaps.yaml": text.encode()}).gaps[0].closed == "2026"
