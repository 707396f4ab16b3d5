"""Reads the times of an hours rule: `09:00-12:00,13:00-17:00`, `20:00-02:00`, `00:00-24:00`."""

import re
from typing import Final

from generator.entry.hours import hints
from generator.entry.hours.cursor import Cursor
from generator.entry.hours.model import DAY_MINUTES, Span, write_span

TIME_START: Final = re.compile(r"\d")

_SPAN: Final = re.compile(r"(\d\d):([0-5]\d)-(\d\d):([0-5]\d)(?![\d:+/])")
_NEXT: Final = re.compile(r",(?=\d)")

# Somebody who writes 09:00-05:00 or 12:00-01:00 means the afternoon; a place that opens between 5 in the
# morning and 1 and closes after 1 at night exists, but is rare enough to be asked to write two parts.
_MORNING: Final = range(5 * 60, 13 * 60)
_EARLIEST_MISTAKE: Final = 60


def read_spans(cursor: Cursor) -> tuple[Span, ...]:
    """Read spans at the cursor, in order and apart. Raises HoursError for times no clock has."""
    start = cursor.pos
    spans = [_read_span(cursor)]
    while cursor.take(_NEXT):
        spans.append(_read_span(cursor))
    tidy = _tidy(spans)
    if tidy != spans:
        joined = None if any(map(_is_mistake, tidy)) else ",".join(write_span(span) for span in tidy)
        cursor.refuse(hints.TIMES_ORDER, start, cursor.pos, joined)
    return tuple(spans)


def _read_span(cursor: Cursor) -> Span:
    at = cursor.pos
    match = cursor.take(_SPAN)
    if not match:
        cursor.refuse_word()
    start, end = int(match[1]) * 60 + int(match[2]), int(match[3]) * 60 + int(match[4])
    if start >= DAY_MINUTES or end > DAY_MINUTES:
        after_midnight = 0 < end - DAY_MINUTES < start < DAY_MINUTES
        cursor.refuse(hints.NO_SUCH_TIME, at, cursor.pos, write_span(Span(start, end)) if after_midnight else None)
    if start == end:
        cursor.refuse(hints.SAME_TIME, at, cursor.pos, "00:00-24:00")
    if end > start:
        return Span(start, end)
    span = Span(start, end + DAY_MINUTES)
    if _is_mistake(span):
        cursor.refuse(hints.NINE_TO_FIVE, at, cursor.pos, write_span(Span(start, end + DAY_MINUTES // 2)))
    return span


def _is_mistake(span: Span) -> bool:
    return span.start in _MORNING and span.end >= DAY_MINUTES + _EARLIEST_MISTAKE


def _tidy(spans: list[Span]) -> list[Span]:
    """Spans in order, with those that touch or overlap made one."""
    tidy: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, one.end)):
        if tidy and span.start <= tidy[-1].end:
            tidy[-1] = Span(tidy[-1].start, max(tidy[-1].end, span.end))
        else:
            tidy.append(span)
    return tidy
