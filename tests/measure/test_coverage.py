"""Coverage: every figure equals that of a second, slow implementation, and unknown never covers anything."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from generator.entry import hours
from generator.measure.barriers import BARRIERS
from generator.measure.coverage import coverage, since
from generator.measure.needs import Need
from generator.measure.week_hours import WEEK, holes, merged, open_spans
from tests.measure.random_directories import BUILT, make
from tests.measure.slow_coverage import QUARTERS, Slow
from tests.phrases.county import CHECK, compiled, entry

SEEDS = range(200)


def quarters(spans: tuple[tuple[int, int], ...]) -> list[int]:
    """Give the quarters of an hour in some holes."""
    return sorted({minute // 15 % QUARTERS for start, end in spans for minute in range(start, end, 15)})


@pytest.mark.parametrize("seed", SEEDS)
def test_every_figure_equals_that_of_the_slow_count(seed: int) -> None:
    """Matrix, hours of the week, holes, barriers and distances of a random directory."""
    made = make(seed)
    found, slow = coverage(made.directory), Slow(made, BUILT)
    cells = {
        (row.group.slug, number): (count.confirmed, count.listed)
        for row in found.matrix
        for number, count in enumerate(row.counts)
        if count.confirmed or count.listed
    }
    assert cells == slow.matrix()
    for week in found.weeks:
        told = (list(week.confirmed), list(week.listed), quarters(week.unconfirmed), quarters(week.holes))
        assert (*told, week.resources, week.silent) == slow.week(week.need), week.need
    for row in found.barriers:
        barrier = row.barrier
        counted = slow.barrier(barrier.fact, set(barrier.yes), set(barrier.conditional))
        assert {str(answer): count for answer, count in row.counts.items()} == counted, barrier.key
    for row in found.zips:
        point = made.directory.settings.gazetteer.zips[row.zip].point
        for (need, standing), nearest in row.nearest.items():
            told = slow.nearest(need, standing, point.lat, point.lon)
            assert (nearest is None) == (told is None)
            if nearest and told:
                assert nearest.id == told[0]
                assert math.isclose(nearest.miles, told[1], rel_tol=1e-9, abs_tol=1e-6)


def test_the_random_directories_are_no_empty_proof() -> None:
    """Together they have confirmed and listed help, holes, barriers of every answer, and places that are left out."""
    some = [coverage(make(seed).directory) for seed in SEEDS]
    assert sum(sum(week.confirmed) for one in some for week in one.weeks) > 1000
    assert sum(sum(week.listed) for one in some for week in one.weeks) > 1000
    assert any(week.silent for one in some for week in one.weeks)
    assert any(one.closed for one in some)
    answers = {str(a) for one in some for row in one.barriers for a, n in row.counts.items() if n}
    assert answers == {"confirmed", "listed", "conditional", "no", "unknown"}
    assert {row.barrier for one in some for row in one.barriers} == set(BARRIERS)


def test_a_phone_that_is_answered_is_no_intake() -> None:
    """A line of 24 hours and an open building cover no hour of withdrawal intake."""
    place = entry(
        services=["withdrawal-care"], hours={"phone": "24/7", "open": "24/7"}, phones=[{"number": "910-555-0100"}]
    )
    week = next(w for w in coverage(compiled(place)).weeks if w.need is Need.WITHDRAWAL)
    assert (week.resources, week.silent, week.holes) == (1, 1, ((0, WEEK),))


@pytest.mark.parametrize(("day", "sure"), [("2026-08-25", 1), ("2026-08-24", 0)])
def test_a_check_that_is_past_its_limit_confirms_nothing(day: str, sure: int) -> None:
    """Ninety days after the call it is listed again, beside the confirmed ones and not among them."""
    place = entry(
        services=["withdrawal-care"],
        hours={"intake": "24/7"},
        phones=[{"number": "910-555-0100"}],
        verified=[CHECK | {"date": day, "facts": ["hours.intake"]}],
    )
    directory = replace(compiled(place), build_date="2026-11-23")
    week = next(w for w in coverage(directory).weeks if w.need is Need.WITHDRAWAL)
    assert (sum(week.confirmed), sum(week.listed)) == (168 * sure, 168 * (1 - sure))
    assert (week.unconfirmed == ()) is bool(sure)
    assert week.holes == ()


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("24/7", ((0, WEEK),)),
        ("Mo-Fr 08:00-17:00", tuple((d * 1440 + 480, d * 1440 + 1020) for d in range(5))),
        ("Su 20:00-02:00", ((0, 120), (9840, WEEK))),
        ("Mo-Su 09:00-10:00 unknown", ()),
        ("Mo[1] 09:00-10:00", ()),
        ("Jun-Aug Mo 09:00-10:00", ()),
        ("PH 09:00-10:00", ()),
    ],
)
def test_a_regular_week_has_no_seasons_and_no_perhaps(text: str, spans: tuple[tuple[int, int], ...]) -> None:
    """What is open on some Mondays, in some months or perhaps, is not open in a regular week."""
    assert open_spans(hours.parse(text)) == spans


def test_holes_go_around_the_end_of_the_week() -> None:
    """Friday 17:00 to Monday 08:00 is one hole and not two."""
    week = open_spans(hours.parse("Mo-Fr 08:00-17:00"))
    assert holes(week)[-1] == (4 * 1440 + 1020, WEEK + 480)
    assert holes(()) == ((0, WEEK),)
    assert holes(((0, WEEK),)) == ()
    assert merged([(5, 9), (0, 5), (20, 30)]) == ((0, 9), (20, 30))


def test_what_happened_since_a_day() -> None:
    """Checks of that day or later count; of gaps that are dated by month or year their first day does."""
    asked = entry("asked", verified=[CHECK | {"date": "2026-11-11", "facts": ["phones"]}])
    directory = compiled(asked, entry("other"))
    assert [r.id for r in since(directory, "2026-11-11").asked] == ["asked"]
    assert since(directory, "2026-11-12").asked == ()
