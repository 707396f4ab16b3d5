"""What is due, by owner: the organization that can answer. One report for each, however many entries it has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.measure.ages import ranked, upkeep

if TYPE_CHECKING:
    from generator.compile.model import Compiled
    from generator.measure.ages import Upkeep


@dataclass(frozen=True, slots=True)
class Owner:
    """One organization and its entries that are due, the most urgent first."""

    name: str
    entries: tuple[Upkeep, ...]


def owners(directory: Compiled, on: str, only: str = "") -> tuple[Owner, ...]:
    """Give the owners of whom something is due on a day (YYYY-MM-DD), the most urgent first.

    `only` is the name of one owner, capital letters or not; empty for all.
    """
    found: dict[str, list[Upkeep]] = {}
    for one in ranked(upkeep(directory), on):
        name = one.resource.entry.organization
        if one.first(on) and (not only or name.casefold() == only.casefold()):
            found.setdefault(name, []).append(one)
    return tuple(Owner(name, tuple(entries)) for name, entries in found.items())
