"""Hours as a table of days and as one line. Nothing that the hours text says is lost, and nothing is added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.entry.hours_model import DAY_MINUTES, Span
from generator.pages.phrases import clock, trust
from generator.pages.phrases.cache import per_words
from generator.pages.phrases.model import HoursRow, HoursView, HoursWords

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.compile.model import Resource, ServiceHours
    from generator.config.strings import Words
    from generator.entry.hours_model import Rule, Schedule

_WEEK = tuple(range(7))
_ALL_DAY = (Span(0, DAY_MINUTES),)


def views(resource: Resource, words: Words, on: str = "") -> tuple[HoursView, ...]:
    """Give all hours of a resource in the order in which a page shows them; `on` is as in `trust.line`."""
    return tuple(view(resource, hours, words, on) for hours in resource.hours)


def view(resource: Resource, hours: ServiceHours, words: Words, on: str = "") -> HoursView:
    """Give the hours of one purpose, of the entry or of one service."""
    said = say(schedule_of(resource, hours), words)
    label = hours.service.label if hours.service else ""
    how = trust.line(hours.trust, words, on)
    checked = hours.trust.verified
    what = _what(words, hours.purpose, label)
    aged = words("hours.sentence", what=what, hours=said.one_line, tail=trust.last_asked(hours.trust, words)) if checked else ""
    title = _title(words, hours.purpose, label)
    if checked and not how.aged:
        sentence = words("hours.sentence.confirmed", what=title, hours=said.one_line, tail=how.text)
    else:
        tail = trust.listed(hours.trust, words)
        sentence = aged or words("hours.sentence", what=what, hours=said.one_line, tail=tail)
    return HoursView(
        purpose=hours.purpose,
        service=hours.service.slug if hours.service else "",
        title=title,
        rows=said.rows,
        exceptions=said.exceptions,
        always=said.always,
        one_line=said.one_line,
        sentence=sentence,
        aged_sentence=aged,
        trust=how,
    )


def together(some: Sequence[HoursView], words: Words) -> str:
    """Give several hours in one line, each after its title; the hours of one purpose alone need none."""
    if len(some) == 1:
        return some[0].one_line
    return clock.joined(words("hours.exception", days=view.title, times=view.one_line) for view in some)


def schedule_of(resource: Resource, hours: ServiceHours) -> Schedule:
    """Give the hours text and rules behind compiled hours."""
    entry = resource.entry.hours
    by_purpose = entry.by_service[hours.service.slug] if hours.service else entry.by_purpose
    return by_purpose[hours.purpose]


def say(schedule: Schedule, words: Words) -> HoursWords:
    """Give what an hours text says: rows of the regular week, then exceptions, and all of it in one line."""
    return _say(words, schedule.rules)


@per_words
def _say(words: Words, rules: tuple[Rule, ...]) -> HoursWords:
    week = _week(rules)
    rows = [_week_row(words, days, rule, whole=len(week) == 1) for days, rule in week]
    line = [_part(words, row.days_short, _brief(words, rule)) for row, (_, rule) in zip(rows, week, strict=True)]
    exceptions = []
    for long, short, rule, regular in _others(words, rules):
        brief = _brief(words, rule)
        line.append(_part(words, short, brief))
        if regular:
            rows.append(HoursRow(long, short, *_answer(words, rule)))
        else:
            text = words("hours.exception", days=long, times=brief)
            ask = words("hours.call_first.short")
            exceptions.append(words("hours.with_note", times=text, note=ask) if rule.state == "unknown" else text)
    days, rule = week[0] if week else ((), rules[0])
    always = len(line) == 1 and days == _WEEK and rule.spans == _ALL_DAY and rule.state == "open"
    return HoursWords(tuple(rows), tuple(exceptions), always, clock.joined(line))


def _week(rules: tuple[Rule, ...]) -> list[tuple[tuple[int, ...], Rule]]:
    """Give the regular week: which rule holds on which weekdays, a later one before an earlier; first day first."""
    holds: dict[int, Rule] = {}
    for rule in rules:
        if not rule.dates and (rule.days or not rule.picks_days):
            holds.update(dict.fromkeys(rule.days or _WEEK, rule))
    groups: dict[tuple[object, ...], tuple[list[int], Rule]] = {}
    for day in sorted(holds):
        rule = holds[day]
        groups.setdefault((rule.spans, rule.state, rule.comment), ([], rule))[0].append(day)
    return [(tuple(days), rule) for days, rule in groups.values()]


def _others(words: Words, rules: tuple[Rule, ...]) -> Iterator[tuple[str, str, Rule, bool]]:
    """Give nth weekdays, dates and public holidays in the order of the text: days in long and in short words, the rule,
    and whether they come back every month and so belong in the table.
    """
    for rule in rules:
        for long, short, monthly in _pickers(words, rule):
            if rule.dates:
                dates = [clock.date_ranges(words, rule.dates, short=brief) for brief in (False, True)]
                yield _both(words, dates[0], long), _both(words, dates[1], short), rule, False
            elif long:
                yield long, short, rule, monthly


def _pickers(words: Words, rule: Rule) -> Iterator[tuple[str, str, bool]]:
    """Give the days a rule picks besides the regular week, within dates its weekdays too; and whether they are monthly."""
    if rule.days and rule.dates:
        short = clock.weekdays(words, rule.days, short=True)
        yield short if rule.days == _WEEK else clock.weekdays(words, rule.days, short=False), short, False
    if rule.nth:
        yield clock.nth_days(words, rule.nth, short=False), clock.nth_days(words, rule.nth, short=True), True
    if rule.holiday:
        yield words("hours.holidays"), words("hours.holidays.short"), False
    if not rule.picks_days:
        yield "", "", False


def _both(words: Words, dates: str, days: str) -> str:
    return words("hours.dates_days", dates=dates, days=days) if days else dates


def _week_row(words: Words, days: tuple[int, ...], rule: Rule, *, whole: bool) -> HoursRow:
    times, note = _answer(words, rule)
    if whole and days == _WEEK and not rule.spans:
        return HoursRow(words("hours.when"), "", times, note, days)
    short = clock.weekdays(words, days, short=True)
    return HoursRow(clock.weekdays(words, days, short=False), short, times, note, days)


def _answer(words: Words, rule: Rule) -> tuple[str, str]:
    """Give what holds on the days of a rule, in the table: times, and a note or nothing."""
    times = clock.times(words, rule.spans)
    if rule.state == "off":
        return words("hours.closed"), rule.comment
    if rule.state == "open":
        return times, rule.comment
    if not times:
        return rule.comment or words("hours.unknown"), words("hours.call_first")
    return times, words("hours.with_call", note=rule.comment or words("hours.unsure"))


def _brief(words: Words, rule: Rule) -> str:
    """Give the same for one line, without "call first": the sentence around it says that."""
    times = clock.times(words, rule.spans)
    if rule.state == "off":
        times = words("hours.closed.short")
    note = rule.comment
    if rule.state == "unknown" and not note:
        note = words("hours.unsure.short" if times else "hours.unknown.short")
    return words("hours.with_note", times=times, note=note) if times and note else times or note


def _part(words: Words, days: str, times: str) -> str:
    if not days:
        return times
    if days == words("hours.everyday.short"):
        return words("hours.part.daily", days=days, times=times)
    return words("hours.part", days=days, times=times)


@per_words
def _title(words: Words, purpose: str, service: str) -> str:
    if not service:
        return words(f"hours.title.{purpose}")
    return service if purpose == "open" else words("hours.title.service", service=service, purpose=words(f"hours.title.{purpose}"))


@per_words
def _what(words: Words, purpose: str, service: str) -> str:
    what = words(f"hours.what.{purpose}")
    return words("hours.what.service", what=what, service=service) if service else what
