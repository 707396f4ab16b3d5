"""How a fact is known, in words that never claim more than is true."""

from __future__ import annotations

import pytest

from generator.pages.phrases import dates, sources, trust
from tests.phrases.county import CHECK, SOURCE, resource, words


@pytest.mark.parametrize(
    ("date", "text"),
    [
        ("2024", "Listed. Source 2024, call first"),
        ("2022-08-25", "Listed. Source 2022, call first"),
        ("unknown", "Listed. Source undated, call first"),
    ],
)
def test_a_listed_fact_names_the_year_of_its_source(date: str, text: str) -> None:
    """A reader sees at once how old the word of a source is."""
    here = resource(sources=[SOURCE | {"date": date}])
    line = trust.line(here.trust["phones"], words())
    assert (line.text, line.aged_text, line.checked, line.confirmed) == (text, "", "", False)


@pytest.mark.parametrize(
    ("how", "text", "aged"),
    [
        ("phone", "Confirmed by phone, November 11, 2026", "Listed. Last asked by phone November 11, 2026, call first"),
        ("visit", "Confirmed on a visit, November 11, 2026", "Listed. Last visited November 11, 2026, call first"),
        (
            "provider",
            "Confirmed by the provider, November 11, 2026",
            "Listed. Last word from the provider November 11, 2026, call first",
        ),
    ],
)
def test_a_confirmed_fact_says_who_was_asked_and_when(how: str, text: str, aged: str) -> None:
    """The check is dated, its limit goes to the device, and its words for later claim no check."""
    here = resource(verified=[CHECK | {"how": how, "facts": ["phones"]}])
    line = trust.line(here.trust["phones"], words())
    assert (line.text, line.aged_text) == (text, aged)
    assert (line.checked, line.limit_days) == ("2026-11-11", here.trust["phones"].limit_days)
    assert not line.aged


def test_a_check_past_its_limit_at_the_build_is_listed() -> None:
    """The first day after the limit changes the words; the day of the limit does not."""
    here = resource(verified=[CHECK | {"facts": ["pets"]}], pets="yes")
    known = here.trust["pets"]
    assert trust.line(known, words(), "2027-11-11").text.startswith("Confirmed")
    late = trust.line(known, words(), "2027-11-12")
    assert late.aged
    assert late.text == late.aged_text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2026-01-26", "January 26, 2026"),
        ("2026-01", "January 2026"),
        ("2024", "2024"),
        ("unknown", "undated"),
        ("", "undated"),
    ],
)
def test_a_date_is_said_as_exactly_as_it_is_known(text: str, said: str) -> None:
    """No day and no month is made up."""
    assert dates.partial_date(text, words()) == said


def test_only_figures_are_a_date() -> None:
    """A note that happens to have dashes stays a note."""
    assert [
        dates.is_date(t) for t in ("2026-01-26", "2026-01", "2026", "unknown", "2-3 weeks", "2026-1", "12-34", "")
    ] == [
        True,
        True,
        True,
        False,
        False,
        False,
        False,
        False,
    ]


def test_sources_say_who_when_and_for_what() -> None:
    """A reader can judge a source and open it."""
    named = {
        "publisher": "County of Harbor",
        "url": "https://county.example",
        "date": "2026-01",
        "facts": ["hours.open", "le_dropoff"],
    }
    first, second = sources.items(resource(sources=[named, SOURCE]), words())
    assert (first.text, first.url) == ("County of Harbor, January 2026", "https://county.example")
    assert first.facts == ("Opening hours", "Police drop-off")
    assert (second.text, second.facts) == ("Harbor Ministries, 2024", ())


def test_checks_are_told_newest_first() -> None:
    """A page tells every call and visit by role, never by name."""
    old = {"date": "2025-05-02", "how": "visit", "role": "peer specialist", "facts": ["criminal_record.arson"]}
    checks = sources.checks(resource(verified=[old, CHECK | {"facts": ["phones"]}]), words())
    assert [check.text for check in checks] == [
        "Phone call by directory volunteer, November 11, 2026",
        "Visit by peer specialist, May 2, 2025",
    ]
    assert checks[1].facts == ("With an arson conviction",)
