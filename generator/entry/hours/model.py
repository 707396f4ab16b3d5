"""What an hours text says, as values: a schedule of rules; and the error that tells how to write it."""

from dataclasses import dataclass, field
from typing import Final, Literal

WEEKDAYS: Final = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MONTH_LENGTHS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
DAY_MINUTES: Final = 1440

RuleState = Literal["open", "off", "unknown"]


class HoursError(ValueError):
    """An hours text that is not in the written subset.

    `offset` (0-based) and `length` mark the place in the text, `seen` is what stands there, `wanted` is one
    plain sentence for a volunteer, `fix` is the whole corrected text (it parses) or None when the meaning is
    anybody's guess.
    """

    def __init__(self, offset: int, length: int, seen: str, wanted: str, fix: str | None = None) -> None:
        super().__init__(wanted)
        self.offset = offset
        self.length = length
        self.seen = seen
        self.wanted = wanted
        self.fix = fix


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day of the year, month 1-12 and day 1-31; `year` is None when it comes back every year."""

    month: int
    day: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class DateRange:
    """The days from `first` to `last`, both included; without years it may run over New Year (Nov to Mar)."""

    first: CalendarDay
    last: CalendarDay


@dataclass(frozen=True, slots=True)
class NthDay:
    """The nth weekday of a month: `weekday` 0 is Monday, `nth` is 1 to 5, or -1 for the last one."""

    weekday: int
    nth: int


@dataclass(frozen=True, slots=True)
class Span:
    """Minutes after 00:00 of the day it starts on; `end` above 1440 is on the next day."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Rule:
    """One part of an hours text between semicolons.

    It holds on a day that is in `dates` (any day if empty) and is one of `days` (0 is Monday), or one of `nth`,
    or a public holiday if `holiday`; with none of these three, on every day. `spans` is empty for a whole day.
    `offset` and `length` say where it stands in the text; they are not part of what it means.
    """

    dates: tuple[DateRange, ...] = ()
    days: tuple[int, ...] = ()
    nth: tuple[NthDay, ...] = ()
    holiday: bool = False
    spans: tuple[Span, ...] = ()
    state: RuleState = "open"
    comment: str = ""
    offset: int = field(default=0, compare=False)
    length: int = field(default=0, compare=False)

    @property
    def picks_days(self) -> bool:
        """Whether weekdays, nth weekdays or public holidays are named."""
        return bool(self.days or self.nth or self.holiday)

    @property
    def past_midnight(self) -> bool:
        """Whether any of its spans ends on the next day."""
        return any(span.end > DAY_MINUTES for span in self.spans)


@dataclass(frozen=True, slots=True)
class Schedule:
    """An hours text and its rules in order; a later rule replaces an earlier one on the days it holds."""

    text: str
    rules: tuple[Rule, ...]


def write_rules(rules: tuple[Rule, ...]) -> str:
    """Give the hours text of some rules: reading it gives the same rules back."""
    return "; ".join(_write_rule(rule) for rule in rules)


def _write_rule(rule: Rule) -> str:
    if rule.spans == (Span(0, DAY_MINUTES),) and rule.state == "open" and not (rule.dates or rule.picks_days):
        times = "24/7"
    else:
        times = ",".join(write_span(span) for span in rule.spans)
    state = "" if rule.state == "open" and not rule.comment else rule.state
    comment = f'"{rule.comment}"' if rule.comment else ""
    parts = (",".join(_write_range(dates) for dates in rule.dates), _write_days(rule), times, state, comment)
    return " ".join(part for part in parts if part)


def write_span(span: Span) -> str:
    """Give `09:00-17:00`; an end after midnight is the next day's clock, 1440 is `24:00`."""
    end = span.end - DAY_MINUTES if span.end > DAY_MINUTES else span.end
    return f"{span.start // 60:02}:{span.start % 60:02}-{end // 60:02}:{end % 60:02}"


def write_weekdays(days: tuple[int, ...]) -> str:
    """Give `Mo-Fr`, `Sa,Su` or `Mo,We` for sorted weekdays; three or more in a row become a range."""
    parts: list[str] = []
    left = sorted(days)
    while left:
        run = 1
        while run < len(left) and left[run] == left[0] + run:
            run += 1
        names = [WEEKDAYS[day] for day in left[:run]]
        parts += [f"{names[0]}-{names[-1]}"] if run > 2 else names
        del left[:run]
    return ",".join(parts)


def _write_days(rule: Rule) -> str:
    parts = [write_weekdays(rule.days)] if rule.days else []
    for weekday in sorted({nth.weekday for nth in rule.nth}):
        numbers = ",".join(str(nth.nth) for nth in rule.nth if nth.weekday == weekday)
        parts.append(f"{WEEKDAYS[weekday]}[{numbers}]")
    if rule.holiday:
        parts.append("PH")
    return ",".join(parts)


def _write_range(dates: DateRange) -> str:
    first, last = dates.first, dates.last
    whole_months = first.day == 1 and last.day == MONTH_LENGTHS[last.month - 1] and first.year is None
    if whole_months:
        name = MONTHS[first.month - 1]
        return name if first.month == last.month else f"{name}-{MONTHS[last.month - 1]}"
    return _write_day(first) if first == last else f"{_write_day(first)}-{_write_day(last)}"


def _write_day(day: CalendarDay) -> str:
    year = f"{day.year} " if day.year is not None else ""
    return f"{year}{MONTHS[day.month - 1]} {day.day:02}"
