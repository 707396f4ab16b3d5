"""The clock, asked in one place: the day of a build, and today for rules on dates."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime


def build_date() -> date | None:
    """Give the day of the build: that of SOURCE_DATE_EPOCH (seconds, UTC) where it is set, else None."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(seconds), UTC).date() if seconds.isdigit() else None


def today() -> date:
    """Give the day by which dates in the future are judged: the build's day, else that of this machine's clock."""
    return build_date() or datetime.now(UTC).date()
