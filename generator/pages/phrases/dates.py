"""Dates as people say them: 2026-01-26, 2026-01, 2024 and unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pages.phrases.cache import per_words

if TYPE_CHECKING:
    from generator.config.strings import Words


def partial_date(text: str, words: Words) -> str:
    """Give `January 26, 2026`, `January 2026`, `2024`, or the words for no date, for a date as exact as it is known."""
    return _partial(words, text)


def is_date(text: str) -> bool:
    """Whether a text is a date in figures (YYYY, YYYY-MM or YYYY-MM-DD), so that it needs words."""
    parts = text.split("-")
    return [len(part) for part in parts] == [4, 2, 2][: len(parts)] and all(part.isdecimal() for part in parts)


def month_day(words: Words, month: int, day: int, year: int | None, *, short: bool) -> str:
    """Give `December 25` or `November 26, 2026`; in the short form `Dec 25`."""
    name = month_name(words, month, short=short)
    return (
        words("date.yearless", month=name, day=day)
        if year is None
        else words("date.day", month=name, day=day, year=year)
    )


def month_name(words: Words, month: int, *, short: bool) -> str:
    """Give `December` or `Dec` for month 12."""
    return words(f"date.month.short.{month}" if short else f"date.month.{month}")


@per_words
def _partial(words: Words, text: str) -> str:
    if not is_date(text):
        return words("date.unknown")
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 1:
        return text
    if len(parts) == 2:
        return words("date.month_year", month=month_name(words, parts[1], short=False), year=parts[0])
    return month_day(words, parts[1], parts[2], parts[0], short=False)
