"""Public holidays of a state of the United States: which days every list keeps, and which only some do.

The days come from the package `holidays`: federal law, state law, and the days on which a holiday is observed. Federal
offices, state offices, counties and charities do not keep the same days, so a day that one list has and the other
has not is a holiday for some: what an hours text says about public holidays does not settle it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


@dataclass(frozen=True, slots=True)
class Holidays:
    """`kept` are the days that are a holiday for the nation and for the state, `some` those for one of the two only."""

    kept: frozenset[date] = frozenset()
    some: frozenset[date] = frozenset()

    def is_kept(self, day: date) -> bool:
        """Whether the rules for public holidays of an hours text hold on a day."""
        return day in self.kept


@lru_cache(maxsize=8)
def public_holidays(state: str, first: date, days: int) -> Holidays:
    """Give the holidays of `days` days from `first` on, for a state by its two letters.

    A day on which a holiday is observed, because it falls on a weekend, counts as well as the day itself. Of a state
    that the package does not know, the national days are given.
    """
    from holidays import country_holidays  # noqa: PLC0415 - a tenth of a second that only a build has to wait

    last = first + timedelta(days=days - 1)
    # A holiday of the next January may be observed on the last days of December.
    years = range(first.year, last.year + 2)
    national = _within(country_holidays("US", years=years), first, last)
    try:
        local = _within(country_holidays("US", subdiv=state, years=years), first, last)
    except NotImplementedError:
        local = national
    return Holidays(national & local, national ^ local)


def _within(days: Iterable[date], first: date, last: date) -> frozenset[date]:
    return frozenset(day for day in days if first <= day <= last)
