"""Hours as a table of days and as one line. Nothing that the hours text says is lost, and nothing is added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.compile.week import week_table
from generator.entry.hours.model import DAY_MINUTES, Span
from generator.pages.phrases import clock, trust
from generator.pages.phrases.cache import per_words
from generator.pages.phrases.model import HoursRow, HoursView, HoursWords

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.compile.model import Resource, ServiceHours
    from generator.compile.week import Block, Special, WeekTable
    from generator.config.strings import Words
    from generator.entry.hours.model import Schedule
    from generator.pages.phrases.trust import Known

_WEEK = tuple(range(7))


def views(resource: Resource, words: Words, on: str = "") -> tuple[HoursView, ...]:
    """Give all hours of a resource in the order in which a page shows them; `on` is as in `trust.line`."""
    return tuple(view(hours, words, on) for hours in resource.hours)


def view(hours: ServiceHours, words: Words, on: str = "") -> HoursView:
    """Give the hours of one purpose, of the entry or of one service; `on` is as in `trust.line`."""
    service = (hours.service.slug, hours.service.label) if hours.service else ("", "")
    return _view(words, hours.purpose, service, hours.week, trust.known(hours.trust, on))


@per_words
def _view(words: Words, purpose: str, service: tuple[str, str], week: WeekTable, how: Known) -> HoursView:
    said = _say(words, week)
    slug, label = service
    title, what = _title(words, purpose, label), _what(words, purpose, label)
    line = trust.known_line(words, how)
    listed, aged = (
        words("hours.sentence", what=what, hours=said.one_line, tail=tail) if tail else ""
        for tail in (trust.listed(words, how), trust.last_asked(words, how))
    )
    confirmed = words("hours.sentence.confirmed", what=title, hours=said.one_line, tail=line.text)
    return HoursView(
        purpose=purpose,
        service=slug,
        title=title,
        rows=said.rows,
        exceptions=said.exceptions,
        always=said.always,
        one_line=said.one_line,
        sentence=confirmed if line.confirmed and not line.aged else aged or listed,
        aged_sentence=aged,
        trust=line,
    )


def together(some: Sequence[HoursView], words: Words) -> str:
    """Give several hours in one line, each after its title; hours that stand alone need none."""
    if len(some) == 1:
        return some[0].one_line
    return clock.joined(words("hours.exception", days=view.title, times=view.one_line) for view in some)


def say(schedule: Schedule, words: Words) -> HoursWords:
    """Give what an hours text says: rows of the regular week, then exceptions, and all of it in one line."""
    return _say(words, week_table(schedule))


@per_words
def _say(words: Words, week: WeekTable) -> HoursWords:
    rows, line, exceptions = [], [], []
    for days, blocks in _alike(week):
        row = _week_row(words, days, blocks)
        rows.append(row)
        line.append(_part(words, row.days_short, _brief(words, blocks)))
    for special in week.specials:
        brief = _brief(words, special.blocks)
        for long, short, monthly in _days_of(words, special):
            line.append(_part(words, short, brief))
            if monthly:
                rows.append(HoursRow(long, short, *_answer(words, special.blocks)))
            else:
                exceptions.append(_exception(words, long, brief, special.blocks))
    always = week.always_open and not week.specials
    return HoursWords(tuple(rows), tuple(exceptions), always, clock.joined(line))


def _alike(week: WeekTable) -> list[tuple[tuple[int, ...], tuple[Block, ...]]]:
    """Give the days with the same hours together, by their first day, without the days that the text does not name."""
    groups: dict[tuple[Block, ...], list[int]] = {}
    for day in _WEEK:
        if week.named[day] or week.days[day]:
            groups.setdefault(week.days[day], []).append(day)
    return [(tuple(days), blocks) for blocks, days in groups.items()]


def _days_of(words: Words, special: Special) -> Iterator[tuple[str, str, bool]]:
    """Give the days of an exception in long and in short words, and whether the table has them: nth weekdays."""
    for long, short, monthly in _pickers(words, special):
        if not special.dates:
            yield long, short, monthly
            continue
        dates, dates_short = (clock.date_ranges(words, special.dates, short=short) for short in (False, True))
        yield _both(words, dates, long), _both(words, dates_short, short), False


def _pickers(words: Words, special: Special) -> Iterator[tuple[str, str, bool]]:
    if special.days:
        short = clock.weekdays(words, special.days, short=True)
        yield (
            short if len(special.days) == len(_WEEK) else clock.weekdays(words, special.days, short=False),
            short,
            False,
        )
    if special.nth:
        yield clock.nth_days(words, special.nth, short=False), clock.nth_days(words, special.nth, short=True), True
    if special.holiday:
        yield words("hours.holidays"), words("hours.holidays.short"), False
    if not (special.days or special.nth or special.holiday):
        yield "", "", False


def _both(words: Words, dates: str, days: str) -> str:
    return words("hours.dates_days", dates=dates, days=days) if days else dates


def _week_row(words: Words, days: tuple[int, ...], blocks: tuple[Block, ...]) -> HoursRow:
    times, note = _answer(words, blocks)
    if days == _WEEK and _only_unknown(blocks):
        return HoursRow(words("hours.when"), "", times, note, days)
    long, short = (clock.weekdays(words, days, short=short) for short in (False, True))
    return HoursRow(long, short, times, note, days)


def _only_unknown(blocks: tuple[Block, ...]) -> bool:
    """Whether nothing is said of times."""
    return len(blocks) == 1 and blocks[0].kind == "unknown" and (blocks[0].start, blocks[0].end) == (0, DAY_MINUTES)


def _times(words: Words, blocks: tuple[Block, ...]) -> str:
    return "" if _only_unknown(blocks) else clock.times(words, tuple(Span(block.start, block.end) for block in blocks))


def _answer(words: Words, blocks: tuple[Block, ...]) -> tuple[str, str]:
    """Give what holds on some days, for the table: times, and a note or nothing.

    One rule holds on a day, so all its blocks have the kind and the comment of the first.
    """
    if not blocks:
        return words("hours.closed"), ""
    times, comment = _times(words, blocks), blocks[0].comment
    if blocks[0].kind == "open":
        return times, comment
    if times:
        return times, words("hours.with_call", note=comment or words("hours.unsure"))
    return comment or words("hours.unknown"), words("hours.call_first")


def _brief(words: Words, blocks: tuple[Block, ...]) -> str:
    """Give the same for one line, without "call first": the sentence around it says that."""
    if not blocks:
        return words("hours.closed.short")
    times, note = _times(words, blocks), blocks[0].comment
    if blocks[0].kind == "unknown" and not note:
        note = words("hours.unsure.short" if times else "hours.unknown.short")
    return words("hours.with_note", times=times, note=note) if times and note else times or note


def _exception(words: Words, days: str, brief: str, blocks: tuple[Block, ...]) -> str:
    text = words("hours.exception", days=days, times=brief)
    unsure = blocks and blocks[0].kind == "unknown"
    return words("hours.with_note", times=text, note=words("hours.call_first.short")) if unsure else text


def _part(words: Words, days: str, times: str) -> str:
    if not days:
        return times
    daily = days == words("hours.everyday.short")
    return words("hours.part.daily" if daily else "hours.part", days=days, times=times)


def _title(words: Words, purpose: str, service: str) -> str:
    title = words(f"hours.title.{purpose}")
    if not service:
        return title
    return service if purpose == "open" else words("hours.title.service", service=service, purpose=title)


def _what(words: Words, purpose: str, service: str) -> str:
    what = words(f"hours.what.{purpose}")
    return words("hours.what.service", what=what, service=service) if service else what
