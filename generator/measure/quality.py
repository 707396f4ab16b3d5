"""How much is known, group by group: confirmed, only listed, and not known are counted apart and never added up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.compile.model import Compiled, Resource
    from generator.config.taxonomy import Group
    from generator.measure.ages import Upkeep

QUESTIONS: Final = ("phones", "hours", "le_dropoff")
"""What is counted: a number to call, hours of any kind, and whether officers can bring a person."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many places and lines of one group have an answer to one question.

    `confirmed` were asked about within the limit, `listed` have an answer that nobody has asked about, or too long ago,
    `unknown` have none. `group` is None for all together. Places of which the question is not asked are not counted.
    """

    group: Group | None
    confirmed: int
    listed: int
    unknown: int

    @property
    def total(self) -> int:
        """How many places and lines the question is asked of."""
        return self.confirmed + self.listed + self.unknown

    @property
    def share(self) -> int:
        """How many of a hundred are confirmed, rounded down, so that 100 means all of them."""
        return 100 * self.confirmed // self.total if self.total else 0


def quality(directory: Compiled, some: Iterable[Upkeep], question: str) -> tuple[Count, ...]:
    """Give the counts of one of QUESTIONS on the day of the build: of each group that has any, then of all.

    `some` is what `ages.upkeep` gave. Each place is counted once, in the group of its main service. A fact of several
    texts, such as hours of two purposes, is confirmed only where all of them are.
    """
    members: dict[str, list[Upkeep]] = {}
    for one in some:
        if question != "le_dropoff" or _takes_officers(one.resource):
            members.setdefault(one.resource.group.slug, []).append(one)
    on = directory.build_date
    groups = (group for group in directory.settings.taxonomy.groups if group.slug in members)
    counts = [_count(group, members[group.slug], question, on) for group in groups]
    return (*counts, _count(None, [one for group in members.values() for one in group], question, on))


def _takes_officers(resource: Resource) -> bool:
    return "le_dropoff" in resource.asked or resource.fact("le_dropoff") is not None


def _count(group: Group | None, some: Iterable[Upkeep], question: str, on: str) -> Count:
    states = [_state(one, question, on) for one in some]
    return Count(group, states.count("confirmed"), states.count("listed"), states.count("unknown"))


def _state(one: Upkeep, question: str, on: str) -> str:
    ages = [age for age in one.ages if age.fact == question or age.fact.startswith(f"{question}.")]
    if not ages:
        return "unknown"
    return "listed" if any(age.due(on) for age in ages) else "confirmed"
