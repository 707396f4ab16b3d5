"""How a fact is known, in words. What is only listed never says checked, confirmed or verified."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from generator.pages.phrases.cache import per_words
from generator.pages.phrases.dates import partial_date
from generator.pages.phrases.model import TrustLine

if TYPE_CHECKING:
    from generator.compile.model import Trust
    from generator.config.strings import Words


class Known(NamedTuple):
    """All of a Trust that is put into words; it is the same for thousands of facts.

    `checked` and `how` are empty where nobody asked, `on` is as in `line`.
    """

    year: str
    checked: str
    how: str
    limit_days: int
    on: str


def known(trust: Trust, on: str = "") -> Known:
    """Give what the words for one fact depend on; `on` is as in `line`."""
    verified = trust.verified
    if verified is None:
        return Known(trust.source.year, "", "", trust.limit_days, "")
    return Known(trust.source.year, verified.date, verified.how, trust.limit_days, on)


def line(trust: Trust, words: Words, on: str = "") -> TrustLine:
    """Give how one fact is known.

    `on` is the day of the build (YYYY-MM-DD): a check that is past its limit on that day is worded as listed from the
    start, so that a page says no more than it should where JavaScript is off. Without it that is left to the device.
    """
    return known_line(words, known(trust, on))


def listed(words: Words, how: Known) -> str:
    """Give the end of a listed sentence by its source: "Source 2024, call first", or that it is undated."""
    return words("trust.source", year=how.year) if how.year else words("trust.undated")


def last_asked(words: Words, how: Known) -> str:
    """Give the end of a listed sentence by a check: "Last asked by phone November 11, 2026, call first", or nothing."""
    return words(f"trust.aged.{how.how}", date=partial_date(how.checked, words)) if how.checked else ""


def question(words: Words, fact: str, answer: str, how: Known) -> str:
    """Give an answer that counts only while it is confirmed, as a question without the answer.

    "Can officers bring a person? A source of 2024 says so. Call first and ask".
    """
    asked = words(f"trust.question.{fact}.{answer}")
    if how.checked:
        return words(f"trust.says.{how.how}", question=asked, date=partial_date(how.checked, words))
    return words("trust.says.source" if how.year else "trust.says.undated", question=asked, year=how.year)


@per_words
def known_line(words: Words, how: Known) -> TrustLine:
    """Give how all facts are known of which the same is known."""
    if not how.checked:
        return TrustLine(words("trust.listed", tail=listed(words, how)), "", "", how.limit_days)
    aged = words("trust.listed", tail=last_asked(words, how))
    confirmed = words(f"trust.confirmed.{how.how}", date=partial_date(how.checked, words))
    return TrustLine(aged if _past(how) else confirmed, aged, how.checked, how.limit_days)


def _past(how: Known) -> bool:
    """Whether a check is more than its limit before the day of the build; never if that day is not given."""
    return bool(how.on) and (date.fromisoformat(how.on) - date.fromisoformat(how.checked)).days > how.limit_days
