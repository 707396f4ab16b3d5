"""Refuses rules that read well but do not mean together what their writer meant.

In the language a later rule replaces an earlier one on every day it holds. Three ways of writing therefore
lose hours without a word: a rule that a later one covers entirely, a regular week written after its
exceptions, and a night past midnight beside a day with rules of its own (where programs also disagree).
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Final

from generator.entry.hours import hints
from generator.entry.hours.model import MONTH_LENGTHS, CalendarDay, DateRange, HoursError, Rule, write_rules
from generator.entry.hours.nights import loses_a_night, night_by_night

_EVERY_DAY: Final = frozenset(range(7))
_SEASON_DAYS: Final = 31


def check_sense(text: str, rules: tuple[Rule, ...]) -> None:
    """Raise HoursError at the first rule that another one would silently take hours from."""
    for place, rule in enumerate(rules):
        later = rules[place + 1 :]
        parts = list(_parts(rule))
        if any(_covers(other, part) for part in parts for other in later):
            raise _error(text, rule, hints.COVERED, _uncovered(rules, place))
        if any(_comes_before(other, part) for part in parts for one in later for other in _parts(one)):
            raise _error(text, rule, hints.ORDER, write_rules(_in_order(rules)))
    for rule in rules:
        if loses_a_night(rule, rules):
            raise _error(text, rule, hints.NIGHT, night_by_night(rules) if not rule.dates else None)


def _error(text: str, rule: Rule, wanted: str, fix: str | None) -> HoursError:
    return HoursError(rule.offset, rule.length, text[rule.offset : rule.offset + rule.length], wanted, fix)


# A rule covered by a later one.


def _covers(later: Rule, rule: Rule) -> bool:
    if later.dates and not all(any(_within(mine, other) for other in later.dates) for mine in rule.dates or [None]):
        return False
    if not later.picks_days:
        return True
    if not rule.picks_days:
        return set(later.days) == _EVERY_DAY
    nth_covered = all(one in later.nth or one.weekday in later.days for one in rule.nth)
    holiday_covered = not rule.holiday or later.holiday or set(later.days) == _EVERY_DAY
    return set(rule.days) <= set(later.days) and nth_covered and holiday_covered


def _within(inner: DateRange | None, outer: DateRange) -> bool:
    if inner is None:
        return False
    if inner == outer:
        return True
    if outer.first.year is None or outer.last.year is None:
        return _days_of(inner) <= _days_of(outer)
    if inner.first.year is None or inner.last.year is None:
        return False
    return _key(outer.first) <= _key(inner.first) and _key(inner.last) <= _key(outer.last)


def _key(day: CalendarDay) -> tuple[int, int, int]:
    return (day.year or 0, day.month, day.day)


@lru_cache(maxsize=1024)
def _days_of(dates: DateRange) -> frozenset[tuple[int, int]]:
    """Days of a year (month, day) that a range touches, its years left out."""
    first, last = dates.first, dates.last
    year = [(month, day) for month in range(1, 13) for day in range(1, MONTH_LENGTHS[month - 1] + 1)]
    if (last.year or 0) - (first.year or 0) > 1:
        return frozenset(year)
    low, high = (first.month, first.day), (last.month, last.day)
    wraps = low > high or (last.year or 0) > (first.year or 0)
    return frozenset(day for day in year if (day >= low or day <= high if wraps else low <= day <= high))


def _uncovered(rules: tuple[Rule, ...], place: int) -> str | None:
    """Give the text with the covering rule first, or joined to the covered one if both name the same days."""
    rule = rules[place]
    kept = [part for part in _parts(rule) if not any(_covers(other, part) for other in rules[place + 1 :])]
    if kept:
        return write_rules((*rules[:place], *kept, *rules[place + 1 :]))
    covering = [index for index in range(place + 1, len(rules)) if _covers(rules[index], rule)]
    if not covering:
        return None
    at = covering[0]
    other = rules[at]
    rest = rules[:place] + rules[place + 1 : at] + rules[at + 1 :]
    if not _covers(rule, other):
        return write_rules((*rules[:place], other, rule, *rules[place + 1 : at], *rules[at + 1 :]))
    same = (rule.state, rule.comment) == (other.state, other.comment)
    if rule == other:
        return write_rules((*rest[:place], rule, *rest[place:]))
    if not same or not rule.spans or not other.spans or rule.past_midnight or other.past_midnight:
        return None
    spans = tuple(sorted((*rule.spans, *other.spans), key=lambda span: span.start))
    apart = all(one.end < two.start for one, two in pairwise(spans))
    return write_rules((*rest[:place], replace(rule, spans=spans), *rest[place:])) if apart else None


# A regular week after its exceptions.


def _breadth(rule: Rule) -> int:
    """Give 0 for the regular week, 1 for a season, 2 for dates, nth weekdays and holidays: exceptions."""
    if rule.nth or rule.holiday:
        return 2
    if not rule.dates:
        return 0
    return 1 if any(len(_days_of(dates)) >= _SEASON_DAYS for dates in rule.dates) else 2


def _comes_before(later: Rule, rule: Rule) -> bool:
    """Whether the later rule should stand before the other: it is the broader one, and may hold on the same days."""
    return _breadth(later) < _breadth(rule) and _may_share_a_day(rule, later)


def _may_share_a_day(rule: Rule, other: Rule) -> bool:
    if not (rule.picks_days and other.picks_days) or rule.holiday or other.holiday:
        weekdays_apart = False
    else:
        weekdays_apart = not (_weekdays(rule) & _weekdays(other))
    dates_apart = bool(rule.dates and other.dates) and not any(
        _days_of(mine) & _days_of(theirs) for mine in rule.dates for theirs in other.dates
    )
    return not (weekdays_apart or dates_apart)


def _weekdays(rule: Rule) -> set[int]:
    return set(rule.days) | {one.weekday for one in rule.nth}


def _in_order(rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """Rules from broad to narrow, those that name both weekdays and exceptions taken apart."""
    return tuple(sorted((part for rule in rules for part in _parts(rule)), key=_breadth))


def _parts(rule: Rule) -> Iterator[Rule]:
    if rule.days and (rule.nth or rule.holiday):
        yield replace(rule, nth=(), holiday=False)
        yield replace(rule, days=())
    else:
        yield rule
