"""Days and times as people say them: "Monday to Friday", "First and third Tuesday of the month", "9 am to noon"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.entry.hours.model import DAY_MINUTES, MONTH_LENGTHS, Span
from generator.pages.phrases.cache import per_words
from generator.pages.phrases.dates import month_day, month_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.config.strings import Words
    from generator.entry.hours.model import DateRange, NthDay

_WEEK = 7
_NOON = DAY_MINUTES // 2
_ALL_DAY = (Span(0, DAY_MINUTES),)


def listing(items: Sequence[str], words: Words) -> str:
    """Give `a`, `a and b`, `a, b and c`."""
    if len(items) < 2:
        return ", ".join(items)
    return words("hours.and", list=", ".join(items[:-1]), last=items[-1])


@per_words
def weekdays(words: Words, days: tuple[int, ...], *, short: bool) -> str:
    """Give `Monday to Wednesday and Friday`, in the short form `Mon-Wed and Fri`; 0 is Monday, days in any order."""
    if len(set(days)) == _WEEK:
        return words("hours.everyday.short" if short else "hours.everyday")
    names = [words(f"hours.day.short.{day}" if short else f"hours.day.{day}") for day in range(_WEEK)]
    parts: list[str] = []
    for run in _runs(set(days)):
        if len(run) < 3:
            parts += [names[day] for day in run]
        else:
            parts.append(_range(words, names[run[0]], names[run[-1]], short=short))
    return listing(parts, words)


def _runs(days: set[int]) -> list[list[int]]:
    """Days in a row, over the end of the week too: Friday to Monday is one run."""
    runs: list[list[int]] = []
    for day in sorted(days):
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    wraps = len(runs) > 1 and runs[0][0] == 0 and runs[-1][-1] == _WEEK - 1
    if wraps and len(runs[0]) + len(runs[-1]) > 2:
        runs = [*runs[1:-1], runs[-1] + runs[0]]
    return runs


def _range(words: Words, first: str, last: str, *, short: bool) -> str:
    return words("hours.range.short" if short else "hours.range", first=first, last=last)


@per_words
def nth_days(words: Words, days: tuple[NthDay, ...], *, short: bool) -> str:
    """Give `First and third Tuesday of the month`, in the short form `1st and 3rd Tue`."""
    parts = []
    for weekday in sorted({day.weekday for day in days}):
        which = sorted((day.nth for day in days if day.weekday == weekday), key=lambda nth: (nth < 0, nth))
        keys = ["last" if nth < 0 else str(nth) for nth in which]
        ordinals = listing([words(f"hours.nth.short.{k}" if short else f"hours.nth.{k}") for k in keys], words)
        name = words(f"hours.day.short.{weekday}" if short else f"hours.day.{weekday}")
        parts.append(words("hours.nth.short" if short else "hours.nth", nth=ordinals, day=name))
    return listing(parts, words)


@per_words
def date_ranges(words: Words, ranges: tuple[DateRange, ...], *, short: bool) -> str:
    """Give `November to March`, `December 24 to January 2`, `December 25`; in the short form `Nov-Mar`, `Dec 25`."""
    return listing([_date_range(words, one, short=short) for one in ranges], words)


def _date_range(words: Words, dates: DateRange, *, short: bool) -> str:
    first, last = dates.first, dates.last
    whole_months = first.year is None and first.day == 1 and last.day == MONTH_LENGTHS[last.month - 1]
    if whole_months:
        names = [month_name(words, day.month, short=short) for day in (first, last)]
    else:
        names = [month_day(words, day.month, day.day, day.year, short=short) for day in (first, last)]
    if names[0] == names[1]:
        return names[0]
    # A hyphen between two days reads as a minus in "Dec 24-Jan 2": only months take the short range.
    return _range(words, *names, short=short and whole_months)


@per_words
def times(words: Words, spans: tuple[Span, ...]) -> str:
    """Give `9 am to noon and 1 pm to 5 pm`, `8 pm to 2 am next day`, `24 hours`; empty for no spans."""
    if spans == _ALL_DAY:
        return words("hours.allday")
    return listing([_span(words, span) for span in spans], words)


def _span(words: Words, span: Span) -> str:
    night = span.end > DAY_MINUTES
    start, end = clock(words, span.start), clock(words, span.end - DAY_MINUTES if night else span.end)
    return words("hours.span.night" if night else "hours.span", start=start, end=end)


@per_words
def clock(words: Words, minute: int) -> str:
    """Give `9 am`, `9:30 am`, `noon`, `midnight` for minutes after 00:00 (0 to 1440)."""
    if minute in {0, DAY_MINUTES}:
        return words("hours.midnight")
    if minute == _NOON:
        return words("hours.noon")
    hour, rest = divmod(minute, 60)
    face = f"{(hour - 1) % 12 + 1}:{rest:02}" if rest else str((hour - 1) % 12 + 1)
    return words("hours.am" if minute < _NOON else "hours.pm", clock=face)


def joined(parts: Iterable[str]) -> str:
    """Give parts that are there as one text, separated by a semicolon."""
    return "; ".join(part for part in parts if part)
