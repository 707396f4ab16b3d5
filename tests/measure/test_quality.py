"""How much is known is counted without ever counting what is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.measure.ages import upkeep
from generator.measure.quality import QUESTIONS, quality
from tests.pages.site import harbor, html, real
from tests.phrases.county import compiled, entry

CHECK = {"date": "2026-11-01", "how": "phone", "role": "volunteer", "facts": ["phones", "hours.open"]}
KNOWN = {"services": ["pantry"], "phones": [{"number": "910-555-0150"}], "hours": {"open": "Mo 09:00-12:00"}}


def counts(question: str, on: str, *entries: object) -> tuple[int, int, int]:
    """Give confirmed, listed and unknown of all entries together on a day."""
    directory = replace(compiled(*entries), build_date=on)  # type: ignore[arg-type]
    found = quality(directory, upkeep(directory), question)[-1]
    return found.confirmed, found.listed, found.unknown


@pytest.mark.parametrize("question", ["phones", "hours"])
def test_a_check_counts_while_it_holds(question: str) -> None:
    """On the last day of its limit it is confirmed, on the next only listed; without an answer it is unknown."""
    some = [entry("a", **KNOWN, verified=[CHECK]), entry("b", **KNOWN), entry("c", services=["pantry"])]
    assert counts(question, "2027-04-30", *some) == (1, 1, 1)
    assert counts(question, "2027-05-01", *some) == (0, 2, 1)


def test_hours_are_confirmed_only_where_all_of_them_are() -> None:
    """Hours of the door alone do not vouch for those of intake."""
    both = {**KNOWN, "hours": {"open": "Mo 09:00-12:00", "intake": "Mo 09:00-10:00"}}
    assert counts("hours", "2026-11-20", entry("a", **both, verified=[CHECK])) == (0, 1, 0)


def test_drop_off_is_counted_where_it_is_asked() -> None:
    """An answer that says unknown is unknown; a pantry is not asked."""
    some = [entry("a", le_dropoff="unknown"), entry("b", le_dropoff="no"), entry("c", services=["pantry"])]
    assert counts("le_dropoff", "2026-11-20", *some) == (0, 1, 1)


@pytest.mark.parametrize("question", QUESTIONS)
def test_groups_add_up_to_all(question: str) -> None:
    """Each place is counted once."""
    for directory in (harbor(), real()):
        *groups, every = quality(directory, upkeep(directory), question)
        assert every.total == sum(count.total for count in groups) <= len(directory.resources)
        assert every.confirmed == sum(count.confirmed for count in groups)


def test_the_real_directory_claims_nothing() -> None:
    """Nobody has telephoned yet: no number is confirmed, in no group, and the page says zero."""
    assert all(count.confirmed == 0 for question in QUESTIONS for count in quality(real(), upkeep(real()), question))
    assert "0 of 57 are confirmed (0 percent)." in html("real")["quality.html"].main
