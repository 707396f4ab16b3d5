"""Reads the dates of an hours rule: `Dec 25`, `2026 Dec 25`, `Nov-Mar`, `Nov 15-Mar 15`, joined by commas."""

import re
from typing import Final, NoReturn

from generator.entry.hours import hints
from generator.entry.hours.cursor import Cursor
from generator.entry.hours.model import MONTH_LENGTHS, MONTHS, CalendarDay, DateRange

DATE_START: Final = re.compile(rf"(?:\d{{4}} )?(?:{'|'.join(MONTHS)})(?![A-Za-z])|\d{{4}}(?![\d:])")

_END: Final = re.compile(rf"(?:(20\d\d) )?({'|'.join(MONTHS)})(?: (\d\d)(?![\d:]))?(?![A-Za-z])")
_ONE_DIGIT: Final = re.compile(r" \d(?![\d:])")
_LAST_OF_RANGE: Final = re.compile(r"-(?=[A-Z0-9])")
_NEXT: Final = re.compile(r",(?=\d{4} |[A-Z][a-z]{2})")

_LEAP_YEAR: Final = 2024


def read_dates(cursor: Cursor) -> tuple[DateRange, ...]:
    """Read dates and date ranges at the cursor. Raises HoursError for days that no calendar has."""
    start = cursor.pos
    found = [_read_range(cursor)]
    while cursor.take(_NEXT):
        found.append(_read_range(cursor))
    ranges = tuple(dates for dates, _ in found)
    if len({are_days for _, are_days in found}) > 1:
        in_dates = ",".join(f"{_text(dates.first)}-{_text(dates.last)}" for dates in ranges)
        cursor.refuse(hints.RANGE_MIX, start, cursor.pos, in_dates)
    return ranges


def _read_range(cursor: Cursor) -> tuple[DateRange, bool]:
    """Read a range, and whether it is of dates (not of months)."""
    start = cursor.pos
    first, first_day = _read_end(cursor)
    if not cursor.take(_LAST_OF_RANGE):
        return DateRange(first, first if first_day else _month_end(first)), first_day
    last, last_day = _read_end(cursor, after=first)
    if first_day != last_day:
        both = f"{_text(first)}-{_text(last if last_day else _month_end(last))}"
        cursor.refuse(hints.RANGE_MIX, start, cursor.pos, both)
    if (first.year is None) != (last.year is None):
        year = first.year or last.year
        both = "-".join(_text(CalendarDay(day.month, day.day, year)) for day in (first, last))
        cursor.refuse(hints.RANGE_YEARS, start, cursor.pos, both)
    _refuse_order(cursor, start, first, last)
    return DateRange(first, last if last_day else _month_end(last)), first_day


def _refuse_order(cursor: Cursor, start: int, first: CalendarDay, last: CalendarDay) -> None:
    end = cursor.pos
    if first == last:
        cursor.refuse(hints.RANGE_ORDER, start, end, _text(first))
    backwards = (first.month, first.day) > (last.month, last.day)
    if first.year is None or last.year is None:
        if backwards and first.month == last.month:
            cursor.refuse(hints.RANGE_ORDER, start, end)
    elif (first.year, first.month, first.day) > (last.year, last.month, last.day):
        later = CalendarDay(last.month, last.day, first.year + 1)
        cursor.refuse(hints.RANGE_ORDER, start, end, f"{_text(first)}-{_text(later)}" if backwards else None)


def _read_end(cursor: Cursor, after: CalendarDay | None = None) -> tuple[CalendarDay, bool]:
    """Read one end of a range: a date, or a month (its first day, and False)."""
    start = cursor.pos
    match = cursor.take(_END)
    if not match:
        _refuse_end(cursor, after)
    month = MONTHS.index(match[2]) + 1
    year = int(match[1]) if match[1] else None
    if match[3] is None:
        one_digit = cursor.take(_ONE_DIGIT)
        if one_digit:
            cursor.refuse(hints.DATE_FORM, start, cursor.pos, f"{match[0]} 0{one_digit[0].strip()}")
        if year is not None:
            whole = f"{year} {match[2]} 01-{year} {match[2]} {_month_length(month, year):02}"
            cursor.refuse(hints.DATE_FORM, start, cursor.pos, None if after else whole)
        return CalendarDay(month, 1), False
    day = int(match[3])
    if not 1 <= day <= _month_length(month, year):
        cursor.refuse(hints.NO_SUCH_DATE, start, cursor.pos)
    if year is None and (month, day) == (2, 29):
        cursor.refuse(hints.LEAP_DAY, start, cursor.pos)
    return CalendarDay(month, day, year), True


def _refuse_end(cursor: Cursor, after: CalendarDay | None) -> NoReturn:
    start = cursor.pos
    if after and (short := cursor.take(re.compile(r"(\d\d?)(?![\d:])"))):
        last = CalendarDay(after.month, int(short[1]), after.year)
        cursor.refuse(hints.RANGE_YEARS, start, cursor.pos, _text(last))
    if year := cursor.take(re.compile(r"(20\d\d)(?![\d:-])")):
        cursor.refuse(hints.YEAR_ALONE, start, cursor.pos, f"{year[1]} Jan 01-{year[1]} Dec 31")
    cursor.refuse_word()


def _month_length(month: int, year: int | None) -> int:
    leap = (year or _LEAP_YEAR) % 4 == 0 and ((year or _LEAP_YEAR) % 100 != 0 or (year or _LEAP_YEAR) % 400 == 0)
    return 28 if month == 2 and not leap else MONTH_LENGTHS[month - 1]


def _month_end(day: CalendarDay) -> CalendarDay:
    return CalendarDay(day.month, MONTH_LENGTHS[day.month - 1], day.year)


def _text(day: CalendarDay) -> str:
    year = f"{day.year} " if day.year is not None else ""
    return f"{year}{MONTHS[day.month - 1]} {day.day:02}"
