"""How a fact is known, in words. What is only listed never says checked, confirmed or verified."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from generator.pages.phrases.cache import per_words
from generator.pages.phrases.dates import partial_date
from generator.pages.phrases.model import TrustLine

if TYPE_CHECKING:
    from generator.compile.model import Trust
    from generator.config.strings import Words


def line(trust: Trust, words: Words, on: str = "") -> TrustLine:
    """Give how one fact is known.

    `on` is the day of the build (YYYY-MM-DD): a check that is past its limit on that day is worded as listed from the
    start, so that a page says no more than it should where JavaScript is off. Without it that is left to the device.
    """
    verified = trust.verified
    if verified is None:
        return _line(words, trust.source.year, "", "", trust.limit_days, "")
    return _line(words, trust.source.year, verified.date, verified.how, trust.limit_days, on)


def listed(trust: Trust, words: Words) -> str:
    """Give the end of a listed sentence by its source: "Source 2024, call first"."""
    return source_tail(words, trust.source.year)


def last_asked(trust: Trust, words: Words) -> str:
    """Give the end of a listed sentence by a check that is past its limit, empty where there is no check."""
    return aged_tail(words, trust.verified.date, trust.verified.how) if trust.verified else ""


def question(answer: str, trust: Trust, words: Words) -> str:
    """Give an answer that counts only while it is confirmed, as a question without the answer.

    "Can officers bring a person? A source of 2024 says so. Call first and ask".
    """
    verified = trust.verified
    if verified:
        return _question(words, trust.fact, answer, "", verified.date, verified.how)
    return _question(words, trust.fact, answer, trust.source.year, "", "")


def past(checked: str, limit_days: int, on: str) -> bool:
    """Whether a check (YYYY-MM-DD) is more than its limit before the day `on`; never if that day is not given."""
    return bool(on) and (date.fromisoformat(on) - date.fromisoformat(checked)).days > limit_days


@per_words
def source_tail(words: Words, year: str) -> str:
    """Give "Source 2024, call first", or that it is undated."""
    return words("trust.source", year=year) if year else words("trust.undated")


@per_words
def aged_tail(words: Words, checked: str, how: str) -> str:
    """Give "Last asked by phone November 11, 2026, call first"."""
    return words(f"trust.aged.{how}", date=partial_date(checked, words))


@per_words
def confirmed_text(words: Words, checked: str, how: str) -> str:
    """Give "Confirmed by phone, November 11, 2026"."""
    return words(f"trust.confirmed.{how}", date=partial_date(checked, words))


@per_words
def _question(words: Words, fact: str, answer: str, year: str, checked: str, how: str) -> str:
    asked = words(f"trust.question.{fact}.{answer}")
    if how:
        return words(f"trust.says.{how}", question=asked, date=partial_date(checked, words))
    return words("trust.says.source" if year else "trust.says.undated", question=asked, year=year)


@per_words
def _line(words: Words, year: str, checked: str, how: str, limit_days: int, on: str) -> TrustLine:
    if not checked:
        return TrustLine(words("trust.listed", tail=source_tail(words, year)), "", "", limit_days)
    aged = words("trust.listed", tail=aged_tail(words, checked, how))
    text = aged if past(checked, limit_days, on) else confirmed_text(words, checked, how)
    return TrustLine(text, aged, checked, limit_days)
