"""Hours of a week: in how many places somebody can be helped, and the holes in which nobody can.

Minutes count from Monday 00:00 on the clock of the site's area. A regular week: holidays and seasons are left out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from generator.compile.week import day_blocks
from generator.entry.hours import DAY_MINUTES, Rule, Schedule
from generator.measure.needs import Need, Standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.compile.model import Compiled, Resource, ServiceHours
    from generator.measure.needs import Offer

WEEK = 7 * DAY_MINUTES
HOUR = 60

_MONDAY = date(2026, 1, 5)
"""Any Monday: a regular week is the same in all weeks."""

Span = tuple[int, int]
"""First minute and the one after the last, 0 to WEEK."""


@dataclass(frozen=True, slots=True)
class NeedWeek:
    """One need over a week.

    `confirmed` and `listed` have for each of 168 hours, Monday 00:00 first, how many resources take people during the
    whole of it; a resource counts once an hour, as listed only where it is not confirmed. `unconfirmed` are the holes
    without confirmed help, `holes` those in which nothing is even listed; each (start, end), where an end above WEEK is
    in the next week. `silent` counts resources that meet the need and whose hours for it are not known.
    """

    need: Need
    confirmed: tuple[int, ...]
    listed: tuple[int, ...]
    unconfirmed: tuple[Span, ...]
    holes: tuple[Span, ...]
    resources: int
    silent: int


def need_week(directory: Compiled, need: Need, found: Sequence[Offer]) -> NeedWeek:
    """Measure one need; `found` are its offers."""
    confirmed, listed, silent = [0] * 168, [0] * 168, 0
    sure: set[Span] = set()
    some: set[Span] = set()
    for offer in found:
        shift = _shift(directory, offer.resource.timezone)
        spans = {
            standing: merged(
                span
                for hours, how in offer.hours
                if how is standing
                for span in open_spans(_schedule(offer.resource, hours), shift)
            )
            for standing in Standing
        }
        either = merged((*spans[Standing.CONFIRMED], *spans[Standing.LISTED]))
        silent += not either
        sure.update(spans[Standing.CONFIRMED])
        some.update(either)
        whole = _whole_hours(spans[Standing.CONFIRMED])
        for hour in whole:
            confirmed[hour] += 1
        for hour in _whole_hours(either) - whole:
            listed[hour] += 1
    return NeedWeek(need, tuple(confirmed), tuple(listed), holes(sure), holes(some), len(found), silent)


@lru_cache(maxsize=4096)
def open_spans(schedule: Schedule, shift: int = 0) -> tuple[Span, ...]:
    """Give when a text is surely open in a regular week, moved by `shift` minutes.

    Rules for seasons, single dates, the nth weekday of a month and holidays are left out. Hours that can be read in two
    ways, such as the end of a night beside another rule, are not open (see `compile.week.day_blocks`).
    """
    regular = Schedule(schedule.text, tuple(_regular(schedule.rules)))
    spans: list[Span] = []
    for day in range(7):
        for block in day_blocks(regular, _MONDAY + timedelta(days=day), lambda _: False):
            if block.kind == "open":
                start = (day * DAY_MINUTES + block.start + shift) % WEEK
                end = start + block.end - block.start
                spans += [(start, min(end, WEEK))] + ([(0, end - WEEK)] if end > WEEK else [])
    return merged(spans)


def _regular(rules: Iterable[Rule]) -> Iterator[Rule]:
    for rule in rules:
        if not rule.dates and (rule.days or not rule.picks_days):
            yield replace(rule, nth=(), holiday=False)


def _schedule(resource: Resource, hours: ServiceHours) -> Schedule:
    texts = resource.entry.hours
    return (texts.by_service[hours.service.slug] if hours.service else texts.by_purpose)[hours.purpose]


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Give spans in order, those that touch made one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return tuple(found)


def holes(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Give what is between spans, around the end of the week as well; the whole week where there are none."""
    found = merged(spans)
    if not found:
        return ((0, WEEK),)
    between = [(left[1], right[0]) for left, right in pairwise(found)]
    around = (found[-1][1], found[0][0] + WEEK)
    return tuple(span for span in (*between, around) if span[0] < span[1])


@lru_cache(maxsize=4096)
def _whole_hours(spans: tuple[Span, ...]) -> frozenset[int]:
    """Give the hours, 0 to 167, all of whose minutes are in one of some spans that do not touch."""
    return frozenset(hour for start, end in spans for hour in range(-(-start // HOUR), end // HOUR))


def _shift(directory: Compiled, timezone: str) -> int:
    """Give how many minutes the site's clock is ahead of a resource's on the day of the build."""
    site = directory.settings.site.timezone
    if timezone == site:
        return 0
    noon = datetime.fromisoformat(f"{directory.build_date}T12:00")
    here, there = (noon.replace(tzinfo=ZoneInfo(name)).utcoffset() or timedelta() for name in (site, timezone))
    return int((here - there).total_seconds()) // 60
