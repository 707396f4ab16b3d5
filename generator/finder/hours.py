"""Hours for the device: what every hours text says about each of the coming days, so that a phone needs no parser.

The table has, in JSON:

    from      the first day it speaks of, YYYY-MM-DD
    days      how many days it speaks of; after the last one nothing is known
    holidays  [kept, some]: days after `from`, see generator.finder.holidays
    comments  the words of hours texts, each once
    lists     what a day may look like: [start, end, what, start, end, what, ...], minutes from 0 to 1440, nights cut at
              midnight; `what` is 0 for open and 1 for unknown, plus twice the number of its comment (1 is the first)
    weeks     seven lists each, by number, Monday first
    hours     [week, holiday, runs, exceptions, told] each; empty lists at the end are left out
      holiday     the list for holidays that everybody keeps; UNTOUCHED where holidays change nothing;
                  UNTOLD where the text says nothing about holidays: then nobody knows
      runs        [start, length, week, ...]: days after `from` with another week, such as a season
      exceptions  [day, list, ...]: single days with another list; days count from the one before
      told        holidays about which the text speaks by their date, days after `from`
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Final, TypeAlias

from generator.compile.week import Block, day_blocks, week_table
from generator.entry.hours import DateRange, Rule, Schedule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.finder.holidays import Holidays

UNTOUCHED: Final = -2
UNTOLD: Final = -1

HORIZON_DAYS: Final = 551
"""Some 18 months, and the day before."""

_SEASON_DAYS: Final = 14
"""Shorter changes of the week are told day by day."""

_NAMED_DAYS: Final = 27
"""A rule for at most so many days of the year speaks about these days; one for a month or more is a season."""

_Row: TypeAlias = list["int | list[int]"]
_DayList: TypeAlias = tuple[Block, ...]
_Week: TypeAlias = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DeviceHours:
    """`table` is the JSON of the module's docstring; `numbers` are places in its `hours`, in the order asked for."""

    table: dict[str, object]
    numbers: tuple[int, ...]


def horizon(build_date: date) -> tuple[date, int]:
    """Give the first day and the number of days that a site built on `build_date` should know.

    It begins the day before: when a site is built after midnight in Greenwich, it is still yesterday in America.
    """
    return build_date - timedelta(days=1), HORIZON_DAYS


def device_hours(schedules: Sequence[Schedule], first: date, days: int, holidays: Holidays) -> DeviceHours:
    """Give the table of some schedules for `days` days from `first` on; those that mean the same are one."""
    calendar = _Calendar(first, days, holidays)
    tables = _Tables()
    uses = Counter(schedule.rules for schedule in schedules)
    places: dict[str, int] = {}
    rows: list[_Row] = []
    numbers = {}
    # The most used first: their numbers are the shortest.
    for rules in sorted(uses, key=lambda rules: -uses[rules]):
        row = _row(Schedule("", rules), calendar, tables)
        numbers[rules] = places.setdefault(str(row), len(rows))
        if numbers[rules] == len(rows):
            rows.append(row)
    return DeviceHours(
        {
            "from": first.isoformat(),
            "days": days,
            "holidays": [calendar.offsets(holidays.kept), calendar.offsets(holidays.some)],
            "comments": list(tables.comments),
            "lists": [list(numbers) for numbers in tables.lists],
            "weeks": [list(week) for week in tables.weeks],
            "hours": rows,
        },
        tuple(numbers[schedule.rules] for schedule in schedules),
    )


@dataclass(frozen=True)
class _Calendar:
    """The days in question, and what rules ask about a day."""

    first: date
    days: int
    holidays: Holidays
    known: dict[tuple[frozenset[int], bool, bool], list[int]] = field(default_factory=dict)

    @cached_property
    def dates(self) -> list[date]:
        """The days, and before them the day before the first: its night may go on."""
        return [self.first + timedelta(days=offset) for offset in range(-1, self.days)]

    @cached_property
    def kept(self) -> list[int]:
        return self.offsets(self.holidays.kept)

    def marks(self, nth: frozenset[int], *, holiday: bool, night: bool) -> list[int]:
        """Give a number for each day: days with the same number are one to rules without dates.

        `nth` are weekdays of which the week of the month counts; `holiday`: whether public holidays count; `night`:
        whether the day before counts.
        """
        key = (nth, holiday, night)
        if key not in self.known:
            days: list[object] = [self._mark(day, nth, holiday=holiday) for day in self.dates]
            numbers: dict[object, int] = {}
            asked = pairwise(days) if night else days[1:]
            self.known[key] = [numbers.setdefault(mark, len(numbers)) for mark in asked]
        return self.known[key]

    def _mark(self, day: date, nth: frozenset[int], *, holiday: bool) -> tuple[object, ...]:
        weekday = day.weekday()
        week = ((day.day - 1) // 7, (day + timedelta(weeks=1)).month != day.month) if weekday in nth else None
        return weekday, week, holiday and day in self.holidays.kept

    def offsets(self, days: Iterable[date]) -> list[int]:
        """Give days as days after the first, in order."""
        return sorted(offset for day in days if 0 <= (offset := (day - self.first).days) < self.days)

    def cuts(self, ranges: Iterable[DateRange]) -> list[int]:
        """Give the days, after the first, on which a range begins or has just ended; with the first and the end."""
        inside = {0, self.days}
        for dates in ranges:
            years = range(self.first.year - 1, self.dates[-1].year + 2)
            if dates.first.year is not None and dates.last.year is not None:
                begins = [date(dates.first.year, dates.first.month, dates.first.day)]
                ends = [_after(dates.last.year, dates.last.month, dates.last.day)]
            else:
                begins = [date(year, dates.first.month, dates.first.day) for year in years]
                ends = [_after(year, dates.last.month, dates.last.day) for year in years]
            inside.update(self.offsets([*begins, *ends]))
        return sorted(inside)


@dataclass(frozen=True)
class _Tables:
    """What schedules share, each once, by its number. List 0 is the closed day."""

    comments: dict[str, int] = field(default_factory=dict)
    lists: dict[tuple[int, ...], int] = field(default_factory=lambda: {(): 0})
    weeks: dict[tuple[int, ...], int] = field(default_factory=dict)

    def list_number(self, blocks: _DayList) -> int:
        flat: list[int] = []
        for block in blocks:
            comment = self.comments.setdefault(block.comment, len(self.comments)) + 1 if block.comment else 0
            flat += [block.start, block.end, (block.kind == "unknown") + 2 * comment]
        return self.lists.setdefault(tuple(flat), len(self.lists))

    def week_number(self, week: tuple[int, ...]) -> int:
        return self.weeks.setdefault(week, len(self.weeks))


def _row(schedule: Schedule, calendar: _Calendar, tables: _Tables) -> _Row:
    cuts = calendar.cuts(dates for rule in schedule.rules for dates in rule.dates)
    lists = _lists(schedule, calendar, tables, cuts)
    weeks = list(_weeks(lists, calendar.first.weekday(), cuts))
    lengths: Counter[_Week] = Counter()
    for start, end, week in weeks:
        lengths[week] += end - start
    base = lengths.most_common(1)[0][0]
    runs = [n for start, end, week in weeks if week != base for n in (start, end - start, tables.week_number(week))]
    holiday = _on_holidays(schedule, [lists[day] for day in calendar.kept])
    regular = [number for start, end, week in weeks for number in _repeated(week, calendar.first, start, end)]
    if holiday >= 0:
        for day in calendar.kept:
            regular[day] = holiday
    exceptions: list[int] = []
    before = 0
    for day, (number, expected) in enumerate(zip(lists, regular, strict=True)):
        if number != expected:
            exceptions += [day - before, number]
            before = day
    row: _Row = [tables.week_number(base), holiday, runs, exceptions, _told(schedule, calendar)]
    while not row[-1] and isinstance(row[-1], list):
        row.pop()
    return row


def _lists(schedule: Schedule, calendar: _Calendar, tables: _Tables, cuts: list[int]) -> list[int]:
    """Give the list of each day. Days that no rule can tell apart are worked out once."""
    rules = schedule.rules
    marks = calendar.marks(
        frozenset(nth.weekday for rule in rules for nth in rule.nth),
        holiday=any(rule.holiday for rule in rules),
        night=any(rule.past_midnight for rule in rules),
    )
    found: list[int] = []
    for start, end in pairwise(cuts):
        known: dict[int, int] = {}
        for day in range(start, end):
            mark = marks[day]
            if mark not in known:
                blocks = day_blocks(schedule, calendar.dates[day + 1], calendar.holidays.is_kept)
                number = tables.list_number(blocks)
                # The night before the first day of a part belongs to the part before.
                if day > start:
                    known[mark] = number
                found.append(number)
            else:
                found.append(known[mark])
    return found


def _weeks(lists: list[int], weekday: int, cuts: list[int]) -> Iterator[tuple[int, int, _Week]]:
    """Give the parts of the time that have one regular week: start, end, the list of each weekday.

    `weekday` is that of the first day.
    """
    long = [start for start, end in pairwise(cuts) if end - start >= _SEASON_DAYS]
    # A short part counts to the long one before it, the first ones to the one after.
    for start, end in pairwise([0, *long[1:], len(lists)]):
        rows = [lists[start + (day - weekday - start) % 7 : end : 7] for day in range(7)]
        yield start, end, tuple(_most(row) if row else 0 for row in rows)


def _repeated(week: _Week, first: date, start: int, end: int) -> list[int]:
    """Give a week for each day from `start` to `end`, days after `first`."""
    shift = (first.weekday() + start) % 7
    turned = week[shift:] + week[:shift]
    return list(turned * ((end - start) // 7 + 1))[: end - start]


def _on_holidays(schedule: Schedule, lists: list[int]) -> int:
    if any(rule.holiday for rule in schedule.rules):
        return _most(lists) if lists else 0
    week = week_table(schedule)
    return UNTOUCHED if week.always_open or week.always_unknown else UNTOLD


def _told(schedule: Schedule, calendar: _Calendar) -> list[int]:
    """Give the holidays on which a rule holds that names few days of the year."""
    rules = [rule for rule in schedule.rules if rule.dates and max(map(_length, rule.dates)) <= _NAMED_DAYS]
    naming = Schedule("", tuple(Rule(rule.dates, rule.days, rule.nth, rule.holiday) for rule in rules))
    holidays = calendar.holidays.kept | calendar.holidays.some if rules else frozenset()
    return calendar.offsets(day for day in holidays if day_blocks(naming, day, calendar.holidays.is_kept))


def _length(dates: DateRange) -> int:
    """Give the number of days; a leap year where no year is named."""
    first, last = dates.first, dates.last
    days = (date(last.year or 2024, last.month, last.day) - date(first.year or 2024, first.month, first.day)).days
    return (days if last.year else days % 366) + 1


def _after(year: int, month: int, day: int) -> date:
    """Give the next day; the 29th of February of a year that has none is the 28th."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return date(year, month, 28 if (month, day) == (2, 29) and not leap else day) + timedelta(days=1)


def _most(numbers: list[int]) -> int:
    """Give the most frequent number, the first of those that are equally frequent."""
    return Counter(numbers).most_common(1)[0][0]
