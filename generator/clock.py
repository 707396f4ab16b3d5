"""The clock, asked in one place: the day of a build, and today for rules on dates."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime


class ClockError(ValueError):
    """SOURCE_DATE_EPOCH says no day. The message says what is wanted."""


def build_date() -> date | None:
    """Give the day of the build: that of SOURCE_DATE_EPOCH (seconds, UTC) where it is set, else None.

    Raises ClockError where it is set to something else.
    """
    text = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not text:
        return None
    try:
        return datetime.fromtimestamp(int(text), UTC).date()
    except (ValueError, OverflowError, OSError):
        wanted = "seconds since 1970, such as the output of  date +%s"
        raise ClockError(f"SOURCE_DATE_EPOCH is {text[:40]!r}: it wants {wanted}") from None


def today() -> date:
    """Give the day by which dates in the future are judged: the later of the build's day and this machine's.

    A build may be dated back, for packagers; that does not move the data into the future.
    """
    return max(build_date() or date.min, datetime.now(UTC).date())
