"""What an hours text means: the state at an instant, the blocks of a day, and the week a page prints.

Times are wall-clock times where the resource is, without a zone. A later rule replaces earlier ones on the days it
holds, and time that no rule lists is closed, as the language says; an entry without any hours text never comes here.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Final, Literal

from generator.entry.hours import DAY_MINUTES, DateRange, NthDay, Rule, Schedule

Kind = Literal["open", "closed", "unknown"]
IsHoliday = Callable[[date], bool]

_WEEK: Final = range(7)


@dataclass(frozen=True, slots=True)
class State:
    """What holds at an instant; `comment` is the words of the rule, empty if it has none."""

    kind: Kind
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """Minutes after 00:00, `start` included, `end` not; an `end` above 1440 is on the next day."""

    start: int
    end: int
    kind: Literal["open", "unknown"]
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Special:
    """An exception to the regular week: on these days its blocks hold instead; no blocks means closed.

    The days are told as in `Rule`: in `dates` (any if empty), and one of `days`, or of `nth`, or a public holiday
    if `holiday`; with none of these three, every day of `dates`.
    """

    dates: tuple[DateRange, ...]
    days: tuple[int, ...]
    nth: tuple[NthDay, ...]
    holiday: bool
    blocks: tuple[Block, ...]

    @property
    def closed(self) -> bool:
        """Whether it is closed on these days."""
        return not self.blocks


@dataclass(frozen=True, slots=True)
class WeekTable:
    """What a page prints for an hours text.

    `days` has seven rows, Monday first: the blocks that start on that day in a regular week, nights whole. `named` says
    for each row whether the text says anything about it, `off` included. `specials` are the exceptions in order: the
    last that holds on a date counts, the regular week where none does. Nothing in the text is left out.
    """

    days: tuple[tuple[Block, ...], ...]
    named: tuple[bool, ...]
    specials: tuple[Special, ...]

    @property
    def has_week(self) -> bool:
        """Whether the text says anything about a regular week; if not, only the exceptions are worth printing."""
        return any(self.named)

    @property
    def always_open(self) -> bool:
        """Whether every hour of a regular week is open; exceptions may follow."""
        return self._always("open")

    @property
    def always_unknown(self) -> bool:
        """Whether every hour of a regular week is unknown, for one and the same reason; exceptions may follow."""
        return self._always("unknown")

    def _always(self, kind: Kind) -> bool:
        whole = {(block.start, block.end, block.kind) for row in self.days for block in row}
        return len(set(self.days)) == 1 and whole == {(0, DAY_MINUTES, kind)}


def state_at(schedule: Schedule, local: datetime, is_holiday: IsHoliday) -> State:
    """Give the state at a local wall-clock time, to the minute."""
    minute = local.hour * 60 + local.minute
    for block in day_blocks(schedule, local.date(), is_holiday):
        if block.start <= minute < block.end:
            return State(block.kind, block.comment)
    return State("closed")


def day_blocks(schedule: Schedule, day: date, is_holiday: IsHoliday) -> tuple[Block, ...]:
    """Give the blocks of a calendar day, in order and apart, from 0 to 1440; closed time has none.

    A night past midnight beside an exception can be read in more than one way. Parsers of the language end it at
    midnight or not, by the order of the rules, and keep what is left of a night that an exception cancelled; people
    mean by a day the night that begins on it. Where these readings differ, the time is unknown.
    """
    as_read = _as_read(schedule.rules, day, is_holiday, keep_nights=False)
    if not any(rule.past_midnight for rule in schedule.rules):
        return _joined(as_read)
    kept = _as_read(schedule.rules, day, is_holiday, keep_nights=True)
    meant = _as_meant(schedule.rules, day, is_holiday)
    cuts = sorted({0, DAY_MINUTES, *(at for block in as_read + kept + meant for at in (block.start, block.end))})
    blocks = []
    for start, end in pairwise(cuts):
        state = _at(as_read, start)
        if {_at(kept, start).kind, _at(meant, start).kind} != {state.kind}:
            blocks.append(Block(start, end, "unknown", state.comment if state.kind == "unknown" else ""))
        elif state.kind != "closed":
            blocks.append(Block(start, end, state.kind, state.comment))
    return _joined(blocks)


@lru_cache(maxsize=4096)
def week_table(schedule: Schedule) -> WeekTable:
    """Give the regular week and the exceptions of a text."""
    governing = [_last(rule for rule in schedule.rules if _in_regular_week(rule, day)) for day in _WEEK]
    rows = [_blocks(rule) if rule else () for rule in governing]
    return WeekTable(
        days=_nights_joined(rows),
        named=tuple(rule is not None for rule in governing),
        specials=tuple(_special(rule) for rule in schedule.rules if rule.dates or rule.nth or rule.holiday),
    )


def _in_regular_week(rule: Rule, weekday: int) -> bool:
    return not rule.dates and (weekday in rule.days or not rule.picks_days)


def _special(rule: Rule) -> Special:
    """Of a rule without dates only nth weekdays and public holidays are exceptions; its weekdays are in the rows."""
    days = rule.days if rule.dates else ()
    return Special(rule.dates, days, rule.nth, rule.holiday, _blocks(rule))


def _nights_joined(rows: list[tuple[Block, ...]]) -> tuple[tuple[Block, ...], ...]:
    """Put the hours after midnight back to the night they belong to, where a text gives each day its own."""
    joined = list(rows)
    for day in _WEEK:
        next_day = (day + 1) % 7
        night, morning = rows[day][-1:], rows[next_day][:1]
        if night and morning and _is_one_night(night[0], morning[0]):
            whole = Block(night[0].start, DAY_MINUTES + morning[0].end, night[0].kind, night[0].comment)
            joined[day] = (*joined[day][:-1], whole)
            joined[next_day] = joined[next_day][1:]
    return tuple(joined)


def _is_one_night(night: Block, morning: Block) -> bool:
    same = (night.kind, night.comment) == (morning.kind, morning.comment)
    return same and night.end == DAY_MINUTES and morning.start == 0 and morning.end <= night.start


def _blocks(rule: Rule) -> tuple[Block, ...]:
    """Give the blocks that start on a day the rule holds."""
    if rule.state == "off":
        return ()
    kind: Literal["open", "unknown"] = rule.state
    if not rule.spans:
        return (Block(0, DAY_MINUTES, kind, rule.comment),)
    return tuple(Block(span.start, span.end, kind, rule.comment) for span in rule.spans)


def _today(rule: Rule) -> list[Block]:
    return [Block(one.start, min(one.end, DAY_MINUTES), one.kind, one.comment) for one in _blocks(rule)]


def _left_over(rule: Rule) -> list[Block]:
    """Give what its nights leave on the next day."""
    return [Block(0, one.end - DAY_MINUTES, one.kind, one.comment) for one in _blocks(rule) if one.end > DAY_MINUTES]


def _as_read(rules: tuple[Rule, ...], day: date, is_holiday: IsHoliday, *, keep_nights: bool) -> list[Block]:
    """Give the day as parsers read it: each rule that holds today replaces what stood there before.

    What an earlier rule's night leaves is replaced with it; what a later rule's night leaves is dropped when another
    rule holds today (opening-hours-py), or kept (the npm package opening_hours).
    """
    blocks: list[Block] | None = None
    for rule in rules:
        left_over = _left_over(rule) if _holds(rule, day - timedelta(days=1), is_holiday) else []
        if _holds(rule, day, is_holiday):
            blocks = left_over + _today(rule)
        elif left_over and (keep_nights or blocks is None):
            blocks = (blocks or []) + left_over
    return blocks or []


def _as_meant(rules: tuple[Rule, ...], day: date, is_holiday: IsHoliday) -> list[Block]:
    """Give the day as people mean it: a night belongs to the day it begins on, and goes with it."""
    yesterday = day - timedelta(days=1)
    before = _last(rule for rule in rules if _holds(rule, yesterday, is_holiday))
    today = _last(rule for rule in rules if _holds(rule, day, is_holiday))
    return (_left_over(before) if before else []) + (_today(today) if today else [])


def _holds(rule: Rule, day: date, is_holiday: IsHoliday) -> bool:
    if rule.dates and not any(_in_range(dates, day) for dates in rule.dates):
        return False
    if not rule.picks_days or day.weekday() in rule.days:
        return True
    return any(_is_nth(nth, day) for nth in rule.nth) or (rule.holiday and is_holiday(day))


def _in_range(dates: DateRange, day: date) -> bool:
    first, last = dates.first, dates.last
    if first.year is not None and last.year is not None:
        return date(first.year, first.month, first.day) <= day <= date(last.year, last.month, last.day)
    low, here, high = (first.month, first.day), (day.month, day.day), (last.month, last.day)
    return low <= here <= high if low <= high else here >= low or here <= high


def _is_nth(nth: NthDay, day: date) -> bool:
    if day.weekday() != nth.weekday:
        return False
    if nth.nth < 0:
        return (day + timedelta(weeks=1)).month != day.month
    return (day.day - 1) // 7 + 1 == nth.nth


def _last(rules: Iterable[Rule]) -> Rule | None:
    return next(iter(reversed(list(rules))), None)


def _at(blocks: list[Block], minute: int) -> State:
    """Give the state of the last block that has this minute."""
    for block in reversed(blocks):
        if block.start <= minute < block.end:
            return State(block.kind, block.comment)
    return State("closed")


def _joined(blocks: list[Block]) -> tuple[Block, ...]:
    """Blocks in order, those that touch and say the same made one."""
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if last and last.end >= block.start and (last.kind, last.comment) == (block.kind, block.comment):
            joined[-1] = Block(last.start, max(last.end, block.end), last.kind, last.comment)
        else:
            joined.append(block)
    return tuple(joined)
