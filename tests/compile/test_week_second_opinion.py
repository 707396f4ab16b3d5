"""Random hours at many instants, compared with another implementation of the whole language."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import cache

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from opening_hours import OpeningHours

from generator.compile.week import Block, State, state_at, week_table
from generator.entry.hours import DAY_MINUTES, Rule, Schedule, Span, parse, write_rules
from tests.entry.hours_texts import FIRST_YEAR, LAST_YEAR, texts

HOLIDAYS = OpeningHours("PH", country="US")
SWEEP = 40
"""Days in a row that are looked at: each nth weekday once, and the end of a month."""

STARTS = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR + 1, 12, 31))
MINUTES = st.lists(st.integers(0, DAY_MINUTES - 1), min_size=2, max_size=2)


@cache
def is_holiday(day: date) -> bool:
    """The other implementation's own public holidays."""
    return HOLIDAYS.is_open(datetime.combine(day, time(12)))


def instants(schedule: Schedule, start: date, others: list[int]) -> Iterator[datetime]:
    """Both sides of every change in the text, and other minutes, for some weeks."""
    spans = [span for rule in schedule.rules for span in rule.spans]
    edges = {minute % DAY_MINUTES for span in spans for at in (span.start, span.end) for minute in (at - 1, at)}
    for day in range(SWEEP):
        for minute in sorted({*edges, *others}):
            yield datetime.combine(start + timedelta(days=day), time(minute // 60, minute % 60))


@cache
def opinion_of(text: str) -> OpeningHours:
    return OpeningHours(text, country="US")


def second_opinion(text: str, instant: datetime) -> State:
    kind, words = opinion_of(text).state(instant)
    return State(str(kind).rpartition(".")[2].lower(), words)


def has_nights(schedule: Schedule) -> bool:
    return any(span.end > DAY_MINUTES for rule in schedule.rules for span in rule.spans)


@given(texts(), STARTS, MINUTES)
@settings(deadline=None, max_examples=80)
def test_hours_without_nights_agree_everywhere(text: str, start: date, others: list[int]) -> None:
    """State and words are the same at every instant."""
    schedule = parse(text)
    assume(not has_nights(schedule))
    for instant in instants(schedule, start, others):
        assert state_at(schedule, instant, is_holiday) == second_opinion(text, instant), instant


@given(texts(), STARTS, MINUTES)
@settings(deadline=None, max_examples=80)
def test_nights_of_a_regular_week_agree_everywhere(text: str, start: date, others: list[int]) -> None:
    """A text without exceptions has no hours in doubt, nights included."""
    schedule = parse(text)
    regular = tuple(rule for rule in schedule.rules if not (rule.dates or rule.nth or rule.holiday))
    assume(regular)
    text = write_rules(regular)
    schedule = parse(text)
    for instant in instants(schedule, start, others):
        assert state_at(schedule, instant, is_holiday) == second_opinion(text, instant), instant


@given(texts(), STARTS, MINUTES)
@settings(deadline=None, max_examples=80)
def test_nights_agree_or_are_unknown(text: str, start: date, others: list[int]) -> None:
    """Where the two differ, ours is unknown, and it is before the end of a night that began the day before."""
    schedule = parse(text)
    latest = max((span.end for rule in schedule.rules for span in rule.spans), default=0) - DAY_MINUTES
    for instant in instants(schedule, start, others):
        ours, theirs = state_at(schedule, instant, is_holiday), second_opinion(text, instant)
        in_doubt = ours == State("unknown") and len(schedule.rules) > 1 and instant.hour * 60 + instant.minute < latest
        assert ours == theirs or in_doubt, instant


def rows_as_rules(days: tuple[tuple[Block, ...], ...], *, named: tuple[bool, ...]) -> tuple[Rule, ...]:
    """A rule for each row of a week table: nothing but what the table says."""
    rules = []
    for day, blocks in enumerate(days):
        spans = tuple(Span(block.start, block.end) for block in blocks)
        if blocks:
            kind, comment = blocks[0].kind, blocks[0].comment
            rules.append(Rule(days=(day,), spans=spans, state=kind, comment=comment))
        elif named[day]:
            rules.append(Rule(days=(day,), state="off"))
    return tuple(rules)


@given(texts(), STARTS, MINUTES)
@settings(deadline=None, max_examples=80)
def test_nothing_is_lost_in_the_week_table(text: str, start: date, others: list[int]) -> None:
    """Hours written again from the table alone mean the same to the other implementation."""
    schedule = parse(text)
    assume(not has_nights(schedule))
    table = week_table(replace(schedule, text=""))
    assume(all(block.end <= DAY_MINUTES for row in table.days for block in row))
    rules = list(rows_as_rules(table.days, named=table.named))
    for special in table.specials:
        selectors = (special.dates, special.days, special.nth, special.holiday)
        spans = tuple(Span(block.start, block.end) for block in special.blocks)
        state, words = (special.blocks[0].kind, special.blocks[0].comment) if special.blocks else ("off", "")
        rules.append(Rule(*selectors, spans, state, words))
    again = write_rules(tuple(rules))
    for instant in instants(schedule, start, others):
        assert second_opinion(again, instant) == second_opinion(text, instant), (again, instant)
