"""The table of hours for the phone, and what the phone makes of it."""

from __future__ import annotations

import gzip
import json
import random
from datetime import date, datetime, time, timedelta

import pytest

from generator.compile.week import state_at
from generator.entry.hours import parse
from generator.finder.holidays import Holidays, public_holidays
from generator.finder.hours import device_hours, horizon
from tests.bench.synthetic import HOURS
from tests.finder.hours_pairs import ask_node, run_tests

FIRST, DAYS = horizon(date(2026, 11, 20))
HOLIDAYS = public_holidays("NC", FIRST, DAYS)
WEEKDAYS = "Mo-Fr 09:00-17:00"
EPOCH = date(1970, 1, 1)

# Hours, local time, then what the phone says: kind, until, next (and its kind if that is not open). Thanksgiving is
# November 26, 2026, a Thursday; the day after and Christmas Eve are holidays of the state only. January 18, 2027, is a
# Monday and a holiday for all.
CASES = [
    (WEEKDAYS, "2026-11-23 09:00", "open", "2026-11-23 17:00", None),
    (WEEKDAYS, "2026-11-23 17:00", "closed", None, "2026-11-24 09:00"),
    (WEEKDAYS, "2026-11-21 10:00", "closed", None, "2026-11-23 09:00"),
    ("24/7", "2026-11-23 10:00", "open", None, None),
    ("Fr-Sa 20:00-02:00", "2026-11-21 21:00", "open", "2026-11-22 02:00", None),
    ("Fr-Sa 20:00-02:00", "2026-11-22 01:59", "open", "2026-11-22 02:00", None),
    ("Fr-Sa 20:00-02:00", "2026-11-22 02:00", "closed", None, "2026-11-28 20:00"),
    ("Mo-We 00:00-24:00", "2026-11-23 10:00", "open", "2026-11-25 24:00", None),
    ("We[3] 09:00-17:00", "2026-12-16 10:00", "open", "2026-12-16 17:00", None),
    ("We[3] 09:00-17:00", "2026-12-09 10:00", "closed", None, "2026-12-16 09:00"),
    ("Mo-Fr 09:00-17:00; Nov-Mar Mo-Fr 10:00-14:00", "2027-03-31 09:30", "closed", None, "2027-03-31 10:00"),
    ("Mo-Fr 09:00-17:00; Nov-Mar Mo-Fr 10:00-14:00", "2027-04-01 09:30", "open", "2027-04-01 17:00", None),
    ('unknown "white flag nights only"', "2026-11-23 10:00", "unknown", None, None),
    ('Tu 09:00-11:00 unknown "by appointment"', "2026-11-23 10:00", "closed", None, "2026-11-24 09:00 unknown"),
    # Holidays that the text says nothing about
    (WEEKDAYS, "2026-11-25 18:00", "closed", None, "2026-11-30 09:00"),
    (WEEKDAYS, "2026-11-26 10:00", "holiday", "2026-11-27 24:00", "2026-11-30 09:00"),
    (WEEKDAYS, "2026-11-26 03:00", "holiday", "2026-11-27 24:00", "2026-11-30 09:00"),
    (WEEKDAYS, "2026-12-24 10:00", "holiday", "2026-12-26 24:00", "2026-12-29 09:00"),
    ("24/7", "2026-11-26 10:00", "open", None, None),
    ('unknown "white flag nights only"', "2026-11-26 10:00", "unknown", None, None),
    ("Mo-Fr 00:00-24:00", "2026-11-25 10:00", "open", "2026-11-25 24:00", None),
    ("Mo 20:00-02:00", "2027-01-19 01:00", "holiday", "2027-01-19 02:00", "2027-01-25 20:00"),
    ("Mo 20:00-02:00", "2027-01-19 02:00", "closed", None, "2027-01-25 20:00"),
    ("Mo-Fr 00:00-24:00", "2027-01-19 10:00", "open", "2027-01-22 24:00", None),
    # Holidays that it names
    (f"{WEEKDAYS}; PH off", "2026-11-26 10:00", "closed", None, "2026-11-30 09:00"),
    (f"{WEEKDAYS}; PH 10:00-12:00", "2026-11-26 10:00", "open", "2026-11-26 12:00", None),
    (f"{WEEKDAYS}; PH off", "2026-11-27 10:00", "holiday", "2026-11-27 24:00", "2026-11-30 09:00"),
    (f"{WEEKDAYS}; PH off", "2026-12-26 10:00", "closed", None, "2026-12-29 09:00"),
    (f"{WEEKDAYS}; Dec 25 off", "2026-12-25 10:00", "closed", None, "2026-12-29 09:00"),
    (f"{WEEKDAYS}; Dec 25 off", "2026-11-26 10:00", "holiday", "2026-11-27 24:00", "2026-11-30 09:00"),
    (f"{WEEKDAYS}; Nov-Mar Mo-Fr 10:00-14:00", "2027-01-18 10:00", "holiday", "2027-01-18 24:00", "2027-01-19 10:00"),
    # Days of which the table knows nothing
    (WEEKDAYS, "2026-11-18 10:00", "beyond", None, None),
    (WEEKDAYS, "2026-11-19 10:00", "open", "2026-11-19 17:00", None),
    (WEEKDAYS, "2028-05-22 10:00", "open", "2028-05-22 17:00", None),
    (WEEKDAYS, "2028-05-24 10:00", "beyond", None, None),
    ("Mo-Su 20:00-02:00", "2028-05-22 21:00", "open", "2028-05-22 24:00", None),
    ("24/7", "2028-05-22 21:00", "open", None, None),
]


@pytest.fixture(name="answers", scope="module")
def _answers() -> list[tuple[str, str | None, str | None]]:
    """The phone's answers to all the cases, asked at once."""
    hours = device_hours([parse(text) for text, *_ in CASES], FIRST, DAYS, HOLIDAYS)
    asked = [[number, wall(case[1])] for number, case in zip(hours.numbers, CASES, strict=True)]
    said = ask_node("hours_device.mjs", {"table": hours.table, "questions": asked})
    return [(kind, read(until), read(following)) for kind, _, until, following in said]


def wall(text: str) -> list[int]:
    local = datetime.fromisoformat(text)
    return [(local.date() - EPOCH).days, local.hour * 60 + local.minute]


def read(moment: list[object] | None) -> str | None:
    if not moment:
        return None
    day, minute, kind = (*moment, "open")[:3]
    unsure = "" if kind == "open" else f" {kind}"
    return f"{date.fromordinal(EPOCH.toordinal() + day)} {minute // 60:02}:{minute % 60:02}{unsure}"


@pytest.mark.parametrize(("number", "case"), list(enumerate(CASES)), ids=[f"{case[0]} {case[1]}" for case in CASES])
def test_the_phone_says(number: int, case: tuple[object, ...], answers: list[tuple[object, ...]]) -> None:
    """What holds at a local time, until when, and what comes next."""
    assert answers[number] == case[2:]


@pytest.mark.parametrize(
    "text",
    [
        "Mo-Su 20:00-02:00; Nov-Mar Mo-Su 18:00-23:00",
        "Mo-Su 18:00-23:00; Nov-Mar Mo-Su 20:00-02:00",
        'Fr-Sa 22:00-04:00; Jul 01-Aug 15 off; Dec 24-Jan 02 unknown "ask"',
        "Su[1,-1] 20:00-03:00; Jun Su 20:00-02:00",
        "2027 Jan 05-2027 Feb 03 Mo-Sa 21:00-01:00; Feb Mo-Fr 08:00-12:00",
        "Mo-Fr 22:00-06:00; PH 20:00-04:00",
    ],
)
def test_every_day_is_that_of_the_compiler(text: str) -> None:
    """Early, at noon and late on each day of the table, where seasons and nights meet too."""
    schedule = parse(text)
    holidays = Holidays(HOLIDAYS.kept if "PH" in text else frozenset())
    hours = device_hours([schedule], FIRST, DAYS, holidays)
    days = (datetime.combine(FIRST + timedelta(days=day), time()) for day in range(DAYS))
    asked = [day + timedelta(hours=hour) for day in days for hour in (0.5, 3.5, 10, 12, 18.5, 20.5, 23.5)]
    said = ask_node("hours_device.mjs", {"table": hours.table, "questions": [[0, wall(str(at))] for at in asked]})
    wanted = [state_at(schedule, at, holidays.is_kept) for at in asked]
    assert [(kind, comment) for kind, comment, *_ in said] == [(state.kind, state.comment) for state in wanted]


def test_a_place_without_hours_is_never_closed() -> None:
    """No number, or one that the table does not have, is unknown."""
    hours = device_hours([parse(WEEKDAYS)], FIRST, DAYS, HOLIDAYS)
    asked = [[number, wall("2026-11-22 03:00")] for number in (None, -1, 7)]
    said = ask_node("hours_device.mjs", {"table": hours.table, "questions": asked})
    assert {kind for kind, *_ in said} == {"unknown"}


def test_the_zone_of_the_place_counts() -> None:
    """At one instant a phone anywhere says what is so where the place is."""
    hours = device_hours([parse("Mo-Fr 09:00-17:00")], FIRST, DAYS, HOLIDAYS)
    noon_in_london = int(datetime.fromisoformat("2026-11-23T14:30+00:00").timestamp()) * 1000
    zones = ("America/New_York", "America/Chicago", "Asia/Tokyo", "Not/A_Zone")
    asked = [[0, zone, noon_in_london] for zone in zones]
    for phone in ("Asia/Tokyo", "America/Los_Angeles"):
        said = ask_node("hours_device.mjs", {"table": hours.table, "questions": asked}, phone)
        assert [kind for kind, *_ in said] == ["open", "closed", "closed", "unknown"]


def test_texts_that_mean_the_same_are_one() -> None:
    """A table holds every meaning once, and the most used first."""
    texts = ["We 10:00-12:00", "Sa,Su 10:00-12:00", "Su 10:00-12:00; Sa 10:00-12:00", "Sa,Su 10:00-12:00"]
    hours = device_hours([parse(text) for text in texts], FIRST, DAYS, HOLIDAYS)
    assert hours.numbers == (1, 0, 0, 0)
    assert len(hours.table["hours"]) == 2


def test_a_season_is_told_as_a_season() -> None:
    """Months with other hours, here two summers, are three figures each and not a list of days."""
    hours = device_hours([parse(f"{WEEKDAYS}; Nov-Mar Mo-Fr 10:00-14:00")], FIRST, DAYS, Holidays())
    ((_, _, *parts),) = hours.table["hours"]
    assert [len(part) for part in parts] == [6]


def test_the_same_hours_give_the_same_bytes() -> None:
    """A table depends on nothing but what goes in."""
    schedules = [parse(text) for text in HOURS]
    one, other = (json.dumps(device_hours(schedules, FIRST, DAYS, HOLIDAYS).table) for _ in range(2))
    assert one == other


def test_a_thousand_entries_cost_less_than_forty_bytes_each() -> None:
    """The table and two numbers for each entry, compressed."""
    rng = random.Random(1000)
    schedules = [parse(rng.choice(HOURS)) for _ in range(2000)]
    hours = device_hours(schedules, FIRST, DAYS, HOLIDAYS)
    text = json.dumps([hours.table, hours.numbers], separators=(",", ":"))
    assert len(gzip.compress(text.encode(), mtime=0)) < 40 * 1000


def test_a_day_that_one_list_keeps_is_a_holiday_for_some() -> None:
    """Thanksgiving is kept by all, the day after by the state, Columbus Day by the nation."""
    assert date(2026, 11, 26) in HOLIDAYS.kept
    assert {date(2026, 11, 27), date(2027, 10, 11)} <= HOLIDAYS.some
    assert not HOLIDAYS.kept & HOLIDAYS.some


def test_the_day_on_which_a_holiday_is_observed_counts_too() -> None:
    """July 4, 2027, is a Sunday; New Year of 2028 a Saturday, observed in the year before."""
    assert {date(2027, 7, 4), date(2027, 7, 5), date(2027, 12, 31), date(2028, 1, 1)} <= HOLIDAYS.kept


def test_holidays_end_where_the_table_ends() -> None:
    """No day outside the days asked for is given, and a state that nobody knows has those of the nation."""
    holidays = public_holidays("ZZ", date(2026, 11, 26), 30)
    assert holidays == Holidays(frozenset({date(2026, 11, 26), date(2026, 12, 25)}), frozenset())


def test_the_words_for_hours_pass_their_own_tests() -> None:
    """Nothing listed is worded as confirmed, and nothing is closed for lack of hours."""
    run_tests("hours_words.test.mjs")
