"""Reads the written subset of hours text into rules; anything else is an HoursError at its place."""

import re
from dataclasses import replace
from typing import Final

from generator.entry.hours import hints
from generator.entry.hours.cursor import Cursor
from generator.entry.hours.dates import DATE_START, read_dates
from generator.entry.hours.model import DAY_MINUTES, WEEKDAYS, HoursError, NthDay, Rule, RuleState, Span, write_rules
from generator.entry.hours.times import TIME_START, read_spans

MAX_LENGTH: Final = 500
"""Characters of an hours text: three times the longest real one met so far."""

_ALWAYS: Final = re.compile(r"24/7(?=[ ;]|$)")
_DAY: Final = re.compile(rf"({'|'.join(WEEKDAYS)}|PH)(?![A-Za-z])")
_NTH: Final = re.compile(r"\[((?:[1-5]|-1)(?:,(?:[1-5]|-1))*)\]")
_STATE: Final = re.compile(r"(open|off|unknown)(?![A-Za-z])")
_COMMENT: Final = re.compile(r'"([^"]*)"')
_STATES: Final[dict[str, RuleState]] = {"open": "open", "off": "off", "unknown": "unknown"}


def read_rules(text: str) -> tuple[Rule, ...]:
    """Read a text rule by rule. Raises HoursError at the first place that is not in the subset."""
    if len(text) > MAX_LENGTH:
        raise HoursError(MAX_LENGTH, len(text) - MAX_LENGTH, text[MAX_LENGTH : MAX_LENGTH + 20], hints.TOO_LONG)
    for pos, char in enumerate(text):
        if not char.isprintable():
            raise HoursError(pos, 1, char, hints.UNPRINTABLE)
    cursor = Cursor(text)
    rules = [_read_rule(cursor)]
    while not cursor.done:
        cursor.skip(";")
        cursor.skip(" ")
        rules.append(_read_rule(cursor))
    return tuple(rules)


def _read_rule(cursor: Cursor) -> Rule:
    start = cursor.pos
    if cursor.done or cursor.text[start] in "; ":
        cursor.refuse(hints.EMPTY_RULE, start, min(start + 1, len(cursor.text)))
    always = cursor.take(_ALWAYS) is not None
    dates = read_dates(cursor) if not always and cursor.sees(DATE_START) else ()
    days, nth, holiday = _read_days(cursor) if not always and _part(cursor, start, _DAY) else ((), (), False)
    spans = read_spans(cursor) if not always and _part(cursor, start, TIME_START) else ()
    state, comment = _read_state(cursor) if _part(cursor, start, _STATE) else (None, "")
    if not cursor.done and (cursor.pos == start or cursor.text[cursor.pos] != ";"):
        if cursor.pos > start:
            cursor.skip(" ")
        cursor.refuse_word()
    if always:
        _refuse_always(cursor, start, state, comment)
        spans = (Span(0, DAY_MINUTES),)
    rule = Rule(dates, days, nth, holiday, spans, state or "open", comment, start, cursor.pos - start)
    if not always:
        _refuse_half(cursor, rule)
        _refuse_days(cursor, rule)
    if state == "open" and not comment:
        cursor.refuse(hints.BARE_OPEN, cursor.pos - len("open"), cursor.pos, "")
    return rule


def _part(cursor: Cursor, start: int, pattern: re.Pattern[str]) -> bool:
    """Whether this part of a rule comes next (after a space unless it begins the rule); if so, stand on it."""
    space = int(cursor.pos > start)
    if space and not cursor.sees(re.compile(" ")):
        return False
    found = cursor.sees(pattern, ahead=space)
    if found:
        cursor.pos += space
    return found


def _refuse_always(cursor: Cursor, start: int, state: RuleState | None, comment: str) -> None:
    if start > 0:
        first = f"{cursor.text[start : cursor.pos]}; {cursor.text[:start].rstrip('; ')}{cursor.text[cursor.pos :]}"
        raise HoursError(start, 4, "24/7", hints.LATE_ALWAYS, first)
    if state in {"off", "unknown"}:
        words = f' "{comment}"' if comment else ""
        cursor.refuse(hints.ALWAYS_NOT, start, cursor.pos, f"{state}{words}")


def _refuse_half(cursor: Cursor, rule: Rule) -> None:
    """Refuse a rule that reads well but leaves out what a visitor needs, or says what parsers disagree on."""
    start, end = rule.offset, rule.offset + rule.length
    whole = cursor.text[start:end]
    if rule.state == "open" and not rule.spans:
        if rule.comment:
            before = whole.removesuffix(f'open "{rule.comment}"')
            cursor.refuse(hints.OPEN_WITHOUT_TIMES, start, end, f'{before}unknown "{rule.comment}"')
        cursor.refuse(hints.NO_TIMES, start, end, f"{whole.removesuffix('open').strip()} unknown".strip())
    if rule.state == "off" and rule.spans:
        cursor.refuse(hints.OFF_WITH_TIMES, start, end)
    if rule.state == "off" and rule.comment:
        cursor.refuse(hints.OFF_WITH_WORDS, start, end, whole.removesuffix(f' "{rule.comment}"'))
    if (rule.spans or rule.state == "off") and not (rule.dates or rule.picks_days):
        cursor.refuse(hints.NO_DAYS, start, end, f"Mo-Su {whole}")


def _refuse_days(cursor: Cursor, rule: Rule) -> None:
    """Refuse choices of days that one of the two parsers cannot read, or that keep it looking for ever."""
    start, end = rule.offset, rule.offset + rule.length
    if rule.dates and rule.holiday:
        cursor.refuse(hints.DATED_HOLIDAY, start, end)
    if rule.dates and rule.nth and len(rule.dates) + len(rule.nth) > 2:
        apart = [replace(rule, dates=(dates,), nth=(one,), days=()) for dates in rule.dates for one in rule.nth]
        regular = [replace(rule, nth=())] if rule.days else []
        cursor.refuse(hints.DATED_NTH, start, end, write_rules((*regular, *apart)))
    if rule.holiday and len(rule.days) == 7 and rule.spans in {(), (Span(0, DAY_MINUTES),)}:
        cursor.refuse(hints.EVERY_DAY, start, end, write_rules((replace(rule, nth=(), holiday=False),)))


def _read_days(cursor: Cursor) -> tuple[tuple[int, ...], tuple[NthDay, ...], bool]:
    days: set[int] = set()
    nth: set[NthDay] = set()
    holiday = False
    while True:
        start = cursor.pos
        day = _read_day(cursor)
        if day is None:
            holiday = True
            if cursor.text.startswith(",", cursor.pos):
                cursor.refuse(hints.HOLIDAY, start, cursor.pos)
        elif cursor.skip("-"):
            days |= _read_day_range(cursor, start, day)
        elif cursor.sees(re.compile(r"\[")):
            nth |= _read_nth(cursor, day)
        else:
            days.add(day)
        if not cursor.skip(","):
            ordered = sorted(nth, key=lambda one: (one.weekday, one.nth < 0, one.nth))
            return tuple(sorted(days)), tuple(ordered), holiday


def _read_day(cursor: Cursor) -> int | None:
    """Read a weekday, or None for PH."""
    match = cursor.take(_DAY)
    if not match:
        cursor.refuse_word()
    return None if match[1] == "PH" else WEEKDAYS.index(match[1])


def _read_day_range(cursor: Cursor, start: int, first: int) -> set[int]:
    last = _read_day(cursor)
    if last is None:
        cursor.refuse(hints.HOLIDAY, start, cursor.pos)
    if cursor.sees(re.compile(r"\[")):
        cursor.refuse(hints.NTH_RANGE, start, cursor.pos)
    if first == last:
        cursor.refuse(hints.SAME_DAY, start, cursor.pos, WEEKDAYS[first])
    return {(first + step) % 7 for step in range((last - first) % 7 + 1)}


def _read_nth(cursor: Cursor, day: int) -> set[NthDay]:
    start = cursor.pos
    match = cursor.take(_NTH)
    if not match:
        end = cursor.text.find("]", start) + 1
        cursor.refuse(hints.NTH, start, end or start + 1)
    return {NthDay(day, int(number)) for number in match[1].split(",")}


def _read_state(cursor: Cursor) -> tuple[RuleState, str]:
    match = cursor.take(_STATE)
    state = _STATES[match[1]] if match else "open"
    if not cursor.skip(' "'):
        return state, ""
    start = cursor.pos = cursor.pos - 1
    comment = cursor.take(_COMMENT)
    if not comment:
        cursor.refuse(hints.OPEN_QUOTE, start, len(cursor.text))
    if not comment[1].strip():
        cursor.refuse(hints.EMPTY_COMMENT, start, cursor.pos, "")
    return state, comment[1]
