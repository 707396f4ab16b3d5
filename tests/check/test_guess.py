"""What was probably meant is offered; what is unclear is not."""

from __future__ import annotations

import pytest

from generator.check.guess import guess_date, language_code, nearest, real_date, real_day, slug, state_code


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("11/23/2026", "2026-11-23"),
        ("2/3/26", "2026-02-03"),
        ("23/11/2026", "2026-11-23"),
        ("2026-2-3", "2026-02-03"),
        ("2026/02/03", "2026-02-03"),
        ("2026.2.3", "2026-02-03"),
        ("Nov 23, 2026", "2026-11-23"),
        ("November 23rd 2026", "2026-11-23"),
        ("23 Nov 2026", "2026-11-23"),
        ("2026-02-31", ""),
        ("13/13/2026", ""),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_days(typed: str, date: str) -> None:
    """Days in any usual form become one form; a day that does not exist stays unknown."""
    assert guess_date(typed, partial=False) == date
    assert guess_date(typed, partial=True) == date


@pytest.mark.parametrize(
    ("typed", "date"),
    [("Nov 2026", "2026-11"), ("11/2026", "2026-11"), ("n/a", "unknown"), ("13/2026", "")],
)
def test_parts_of_dates(typed: str, date: str) -> None:
    """Where a month is enough, a month in any usual form becomes one form."""
    assert guess_date(typed, partial=True) == date
    assert guess_date(typed, partial=False) == ""


@pytest.mark.parametrize(
    ("text", "real"),
    [("2024-02-29", True), ("2025-02-29", False), ("2026-13", False), ("2026-12", True), ("2026", True),
     ("0000", False), ("unknown", True), ("2026-00-10", False), ("26", False)],
)  # fmt: skip
def test_calendar(text: str, real: bool) -> None:
    """Only days, months and years that exist are dates."""
    assert real_date(text) is real
    assert (real_day(text) is not None) is (real and len(text) == 10)


@pytest.mark.parametrize(
    ("word", "choices", "meant"),
    [
        ("websit", ["website", "services"], "website"),
        ("Walk In", ["walk-in", "online"], "walk-in"),
        ("also known as", ["also_known_as"], "also_known_as"),
        ("true", ["yes", "no"], "yes"),
        ("open", ["active", "inactive"], "active"),
        ("banana", ["active", "inactive"], ""),
        ("", ["active"], ""),
    ],
)
def test_nearest(word: str, choices: list[str], meant: str) -> None:
    """The nearest word is offered if it is near; capitals, blanks and usual other words are understood."""
    assert nearest(word, choices) == meant


def test_codes_of_states_and_languages() -> None:
    """Names become codes; a code that people take for another is told."""
    assert [state_code(t) for t in ("North Carolina", "n.c.", "nc", "XX")] == ["NC", "NC", "NC", ""]
    assert [language_code(t) for t in ("Spanish", "American Sign-Language", "sp", "xx")] == ["es", "ase", "es", ""]
    assert slug("Saint Ann's Kitchen & Café") == "saint-anns-kitchen-cafe"
