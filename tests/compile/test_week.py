"""What hours mean at an instant, on a day, and in the week a page prints."""

from datetime import date, datetime

import pytest

from generator.compile.week import Block, Special, State, WeekTable, day_blocks, state_at, week_table
from generator.entry.hours import CalendarDay, DateRange, NthDay, parse

CHRISTMAS = date(2026, 12, 25)


def is_holiday(day: date) -> bool:
    """One holiday is enough here."""
    return day == CHRISTMAS


def state(text: str, when: str) -> State:
    return state_at(parse(text), datetime.strptime(when, "%Y-%m-%d %H:%M"), is_holiday)  # noqa: DTZ007 - wall time


NIGHTS = "Mo-Su 20:00-06:00; Dec 24 off"

# 2026-11-23 is a Monday.
STATES = [
    ("Mo-Fr 09:00-17:00", "2026-11-23 08:59", "closed"),
    ("Mo-Fr 09:00-17:00", "2026-11-23 09:00", "open"),
    ("Mo-Fr 09:00-17:00", "2026-11-23 16:59", "open"),
    ("Mo-Fr 09:00-17:00", "2026-11-23 17:00", "closed"),
    ("Mo-Fr 09:00-17:00", "2026-11-22 12:00", "closed"),
    ("24/7", "2026-12-25 03:00", "open"),
    ("Mo-We,Fr 08:00-17:00; Th 10:00-19:00", "2026-11-26 09:00", "closed"),
    ("Mo-Fr 09:00-17:00; We 10:00-12:00", "2026-11-25 13:00", "closed"),
    ("Fr 20:00-02:00", "2026-11-28 01:59", "open"),
    ("Fr 20:00-02:00", "2026-11-28 02:00", "closed"),
    ("Fr 20:00-02:00", "2026-11-27 01:00", "closed"),
    ("Fr 20:00-24:00", "2026-11-27 23:59", "open"),
    ("Su 20:00-02:00", "2026-11-23 01:00", "open"),
    ("We[3] 09:00-17:00", "2026-11-18 10:00", "open"),
    ("We[2] 09:00-17:00", "2026-10-14 10:00", "open"),
    ("We[3] 09:00-17:00", "2026-11-11 10:00", "closed"),
    ("We[3] 09:00-17:00", "2026-11-25 10:00", "closed"),
    ("We[-1] 09:00-17:00", "2026-11-25 10:00", "open"),
    ("We[-1] 09:00-17:00", "2026-11-18 10:00", "closed"),
    ("Mo-Fr 09:00-17:00; PH off", "2026-12-25 10:00", "closed"),
    ("Mo-Fr 09:00-17:00; PH off", "2026-12-24 10:00", "open"),
    ("Sa,PH 09:00-17:00", "2026-12-25 10:00", "open"),
    ("Mo-Fr 09:00-17:00; Dec 24 09:00-12:00", "2026-12-24 13:00", "closed"),
    ("Mo-Fr 09:00-17:00; 2026 Dec 24 off", "2025-12-24 10:00", "open"),
    ("Nov-Mar Mo-Su 18:00-20:00", "2027-01-15 19:00", "open"),
    ("Nov-Mar Mo-Su 18:00-20:00", "2026-10-31 19:00", "closed"),
    ("Nov-Feb Mo-Su 18:00-20:00", "2028-02-29 19:00", "open"),
    ("Nov 15-Mar 15 Mo-Su 18:00-20:00", "2027-03-16 19:00", "closed"),
    ("2026 Dec 24-2027 Jan 02 10:00-12:00", "2027-01-02 11:00", "open"),
    ("2026 Dec 24-2027 Jan 02 10:00-12:00", "2026-01-02 11:00", "closed"),
    ('unknown "white flag nights only"', "2026-11-23 03:00", "unknown"),
    ("Mo-Fr 09:00-17:00; Sa unknown", "2026-11-28 03:00", "unknown"),
    ('unknown "ask"; Mo 09:00-12:00', "2026-11-23 13:00", "closed"),
    # The night before a closed day, and the night of that day: nobody can tell from the text.
    (NIGHTS, "2026-12-23 21:00", "open"),
    (NIGHTS, "2026-12-24 01:00", "unknown"),
    (NIGHTS, "2026-12-24 21:00", "closed"),
    (NIGHTS, "2026-12-25 01:00", "unknown"),
    (NIGHTS, "2026-12-25 07:00", "closed"),
    (NIGHTS, "2026-12-26 01:00", "open"),
    # A holiday's night that an exception cancelled, and a Saturday: one parser keeps it, the other does not.
    ("Sa 10:00-12:00; PH 20:00-02:00; Dec 25 10:00-12:00", "2026-12-26 01:00", "unknown"),
]


@pytest.mark.parametrize(("text", "when", "kind"), STATES, ids=[f"{text} @ {when}" for text, when, _ in STATES])
def test_state_at_an_instant(text: str, when: str, kind: str) -> None:
    """The start of a block counts, its end does not; the last rule of the day decides."""
    assert state(text, when).kind == kind


def test_the_words_of_a_rule_come_with_its_state() -> None:
    """Words in quotes hold exactly while their rule does."""
    text = 'Mo 09:00-17:00 open "ring the bell"; Tu 09:00-17:00 unknown "if it snows"'
    assert state(text, "2026-11-23 10:00") == State("open", "ring the bell")
    assert state(text, "2026-11-24 10:00") == State("unknown", "if it snows")
    assert state(text, "2026-11-24 18:00") == State("closed", "")


def test_words_stay_when_readings_differ() -> None:
    """Where one reading is unknown with words, the words are kept."""
    assert state('unknown "call"; Dec 24 20:00-02:00', "2026-12-25 01:00") == State("unknown", "call")


def test_blocks_of_a_day_start_at_midnight() -> None:
    """What the night before left comes first, and the night of the day ends at 1440."""
    friday = day_blocks(parse("Mo-Fr 10:00-12:00,22:00-02:00"), date(2026, 11, 27), is_holiday)
    assert friday == (Block(0, 120, "open"), Block(600, 720, "open"), Block(1320, 1440, "open"))
    assert day_blocks(parse("Mo-Fr 10:00-12:00"), date(2026, 11, 28), is_holiday) == ()


def test_hours_in_doubt_end_where_the_readings_agree_again() -> None:
    """Beside an exception only the hours after midnight are unknown."""
    after = day_blocks(parse("Mo-Su 20:00-02:00; Dec 24 20:00-22:00"), CHRISTMAS, is_holiday)
    assert after == (Block(0, 120, "unknown"), Block(1200, 1440, "open"))


def test_table_of_a_week_with_exceptions() -> None:
    """Regular days are rows, and exceptions follow in the order of the text."""
    text = 'Mo-Fr 09:00-17:00; Sa unknown "ask"; We[3] 10:00-12:00; PH off; 2026 Dec 24 09:00-12:00 open "staff party"'
    work = (Block(540, 1020, "open"),)
    christmas_eve = DateRange(CalendarDay(12, 24, 2026), CalendarDay(12, 24, 2026))
    assert week_table(parse(text)) == WeekTable(
        days=(work, work, work, work, work, (Block(0, 1440, "unknown", "ask"),), ()),
        named=(True, True, True, True, True, True, False),
        specials=(
            Special((), (), (NthDay(2, 3),), holiday=False, blocks=(Block(600, 720, "open"),)),
            Special((), (), (), holiday=True, blocks=()),
            Special((christmas_eve,), (), (), holiday=False, blocks=(Block(540, 720, "open", "staff party"),)),
        ),
    )


def test_a_rule_for_weekdays_and_holidays_is_a_row_and_an_exception() -> None:
    """Holidays named with weekdays are not lost."""
    table = week_table(parse("Mo-Fr,PH 09:00-17:00"))
    assert [len(row) for row in table.days] == [1, 1, 1, 1, 1, 0, 0]
    assert table.specials == (Special((), (), (), holiday=True, blocks=(Block(540, 1020, "open"),)),)
    assert not table.specials[0].closed


def test_a_day_written_off_is_named() -> None:
    """A day that the text calls closed differs from a day it does not mention."""
    table = week_table(parse("Mo-Fr 09:00-17:00; Su off"))
    assert table.named == (True, True, True, True, True, False, True)
    assert table.days[6] == table.days[5] == ()


def test_a_season_has_its_days_and_no_row() -> None:
    """Hours of a season are an exception with its weekdays; without a regular week there are no rows to print."""
    table = week_table(parse("Nov-Mar Sa,Su 10:00-12:00"))
    assert not table.has_week
    assert table.specials[0].days == (5, 6)


@pytest.mark.parametrize(
    ("text", "is_open", "is_unknown"),
    [
        ("24/7", True, False),
        ("24/7; PH off", True, False),
        ('24/7 open "ring at night"', True, False),
        ("Mo-Su 00:00-24:00", True, False),
        ("Mo-Sa 00:00-24:00", False, False),
        ("Mo-Su 00:00-23:59", False, False),
        ('unknown "ask"', False, True),
        ('Mo-Sa unknown "ask"; Su unknown', False, False),
        ("We[3] 09:00-17:00", False, False),
        ("Mo-Su off", False, False),
    ],
)
def test_a_week_that_never_changes_says_so(text: str, is_open: bool, is_unknown: bool) -> None:
    """Only a regular week that is the same at every hour counts as always open or always unknown."""
    table = week_table(parse(text))
    assert (table.always_open, table.always_unknown) == (is_open, is_unknown)


def test_nights_written_day_by_day_are_put_together() -> None:
    """A page prints Friday 20:00 to 02:00, however the text had to cut it."""
    table = week_table(parse("Fr 20:00-24:00; Sa 00:00-02:00,10:00-12:00"))
    assert table.days[4] == (Block(1200, 1560, "open"),)
    assert table.days[5] == (Block(600, 720, "open"),)


def test_nights_go_round_the_week() -> None:
    """Sunday night runs into Monday; a day that is open throughout stays whole."""
    every = week_table(parse("Mo-Su 00:00-06:00,20:00-24:00"))
    assert every.days == ((Block(1200, 1800, "open"),),) * 7
    whole = week_table(parse("Sa 00:00-24:00; Su 00:00-12:00"))
    assert whole.days[5:] == ((Block(0, 1440, "open"),), (Block(0, 720, "open"),))


def test_other_words_keep_a_night_apart() -> None:
    """What is open and what is unknown is never joined."""
    table = week_table(parse("Fr 20:00-24:00; Sa 00:00-02:00 unknown"))
    assert table.days[4:6] == ((Block(1200, 1440, "open"),), (Block(0, 120, "unknown"),))
