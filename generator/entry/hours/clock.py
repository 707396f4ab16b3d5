"""Turns the times people write (9, 9:30am, 17.00, 0900, noon) into minutes, and sees which are in the afternoon."""

import re
from typing import Final

from generator.entry.hours.model import DAY_MINUTES, Span, write_span

_HALF: Final = DAY_MINUTES // 2
_CLOCK: Final = re.compile(r"(\d{1,2})(?:[:.]?(\d\d))?\s*([ap])?[.m]*", re.IGNORECASE)


def span_of(first: str, last: str) -> str | None:
    """Give `09:00-17:00` for `9` and `5pm`; None when they are no times."""
    start, end = _minutes(first), _minutes(last)
    if start is None or end is None:
        return None
    start_half, end_half = _half(first), _half(last)
    if end_half is None and start_half is not None and end <= start and end < _HALF:
        end += _HALF
    elif start_half is None and end_half == "p" and start < _HALF and start + _HALF < end:
        # 1-5pm starts in the afternoon; 9-5pm and 11-2pm start in the morning.
        start += _HALF
    elif start_half is None and end_half is None and _bare(first) and _bare(last):
        start, end = _bare_hours(start, end)
    if end == 0 or last.lower() == "midnight":
        end = DAY_MINUTES
    return write_span(Span(start, end))


def _bare_hours(start: int, end: int) -> tuple[int, int]:
    """Read 9-5 as ending and 1-5 as lying in the afternoon: nobody writes night hours without am or a zero."""
    if 60 <= start <= 6 * 60 and start < end <= 9 * 60:
        return start + _HALF, end + _HALF
    return start, end + _HALF if end <= start < _HALF and end < _HALF else end


def _minutes(text: str) -> int | None:
    if text.lower() in {"noon", "midnight"}:
        return _HALF if text.lower() == "noon" else 0
    match = _CLOCK.fullmatch(text)
    if not match:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    if match[3] and not 1 <= hour <= 12:
        return None
    if match[3]:
        hour = hour % 12 + (12 if match[3].lower() == "p" else 0)
    return hour * 60 + minute if hour * 60 + minute <= DAY_MINUTES and minute < 60 else None


def _half(text: str) -> str | None:
    """Give a or p for am and pm, noon and midnight count too; None on the 24-hour clock."""
    if text.lower() in {"noon", "midnight"}:
        return "p" if text.lower() == "noon" else "a"
    match = _CLOCK.fullmatch(text)
    return match[3].lower() if match and match[3] else None


def _bare(text: str) -> bool:
    """Whether a time is written as on a shop door: 9 or 9:30, but not 09:30."""
    return re.fullmatch(r"[1-9](?:[:.]\d\d)?|1[0-2](?:[:.]\d\d)?", text) is not None
