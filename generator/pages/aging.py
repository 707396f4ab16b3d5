"""Until when a check holds, for the phone that keeps watch over it."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.pages.phrases.model import TrustLine


def until(trust: TrustLine | None) -> str:
    """Give the last day (YYYY-MM-DD) on which a fact is confirmed; empty where it is only listed already."""
    if trust is None or not trust.confirmed or trust.aged:
        return ""
    return _until(trust.checked, trust.limit_days)


@lru_cache(maxsize=4096)
def _until(checked: str, limit_days: int) -> str:
    return (date.fromisoformat(checked) + timedelta(days=limit_days)).isoformat()
