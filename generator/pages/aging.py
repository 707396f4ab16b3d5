"""How a fact is known, on a page: until when a check holds, and whether an answer says its source itself."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.pages.phrases import trust as trust_words

if TYPE_CHECKING:
    from generator.compile.model import Trust
    from generator.config.strings import Words
    from generator.pages.phrases.model import TrustLine


def until(trust: TrustLine | None) -> str:
    """Give the last day (YYYY-MM-DD) on which a fact is confirmed; empty where it is only listed already."""
    if trust is None or not trust.confirmed or trust.aged:
        return ""
    return _until(trust.checked, trust.limit_days)


@lru_cache(maxsize=4096)
def _until(checked: str, limit_days: int) -> str:
    return (date.fromisoformat(checked) + timedelta(days=limit_days)).isoformat()


def tells_source(text: str, how: Trust, words: Words) -> bool:
    """Whether an answer already says how it is known, as those do that count only while they are confirmed."""
    tails = (trust_words.listed(how, words), trust_words.last_asked(how, words))
    return any(tail and tail in text for tail in tails)
