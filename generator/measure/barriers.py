"""Barriers: of how many places it is confirmed that they accept a dog, a couple, someone on methadone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.measure.needs import holds

if TYPE_CHECKING:
    from generator.compile.model import Compiled, Resource


class Answer(StrEnum):
    """What is known of one place."""

    CONFIRMED = "confirmed"
    LISTED = "listed"
    CONDITIONAL = "conditional"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Barrier:
    """One thing that keeps people out: a dotted field, and the answers that let them in, surely or with conditions."""

    key: str
    fact: str
    yes: frozenset[str] = frozenset({"yes"})
    conditional: frozenset[str] = frozenset({"conditional"})

    @property
    def whole(self) -> str:
        """The field that the fact is a part of, or the fact itself."""
        return self.fact.partition(".")[0]


BARRIERS = (
    Barrier("pets", "pets", frozenset({"yes", "crates-or-kennel", "foster-or-boarding-partner"})),
    Barrier("couples", "couples_together"),
    Barrier("methadone", "accepts_people_on_moud.methadone"),
    Barrier("buprenorphine", "accepts_people_on_moud.buprenorphine"),
    Barrier("after-use", "accepts_intoxicated"),
    Barrier("no-id", "id_required", frozenset({"none"}), frozenset({"can-help-get-one", "conditional"})),
    Barrier("registry", "criminal_record.sex_offense_registry"),
    Barrier("arson", "criminal_record.arson"),
    Barrier("warrants", "criminal_record.open_warrants"),
    Barrier("step-free", "accessibility", frozenset({"step-free"})),
    Barrier("daily-help", "mobility_help_accepted"),
    Barrier("pregnant", "pregnant", frozenset({"accepts", "priority"})),
)
"""Refusals that shut people out of shelter, housing and care, and that are asked about."""


@dataclass(frozen=True, slots=True)
class BarrierRow:
    """One barrier: how many places give each answer, of those for which the question matters or that answer it."""

    barrier: Barrier
    counts: dict[Answer, int]

    @property
    def asked(self) -> int:
        """How many places the row is about."""
        return sum(self.counts.values())


def barrier_rows(directory: Compiled) -> tuple[BarrierRow, ...]:
    """Give a row for each barrier, in the order of BARRIERS."""
    rows = tuple(BarrierRow(barrier, dict.fromkeys(Answer, 0)) for barrier in BARRIERS)
    fields = tuple((row, row.barrier.fact, row.barrier.whole) for row in rows)
    for resource in directory.resources:
        if not resource.closed:
            known, asked = resource.entry.facts, frozenset(resource.asked)
            for row, fact, whole in fields:
                if fact in known or whole in known or fact in asked or whole in asked:
                    found = answer(resource, row.barrier, directory.build_date)
                    if found:
                        row.counts[found] += 1
    return rows


def answer(resource: Resource, barrier: Barrier, on: str) -> Answer | None:
    """Give what is known of one place on a day; None where the question does not matter there and nobody answered it.

    A fact of a part (`accepts_people_on_moud.methadone`) is answered by the whole (`accepts_people_on_moud`) too.
    """
    fact = resource.fact(barrier.fact) or resource.fact(barrier.whole)
    if fact is None or not fact.values or fact.values == ("unknown",):
        asked = barrier.fact in resource.asked or barrier.whole in resource.asked
        return Answer.UNKNOWN if asked else None
    if not barrier.yes.isdisjoint(fact.values):
        return Answer.CONFIRMED if holds(resource.trust[fact.name], on) else Answer.LISTED
    if not barrier.conditional.isdisjoint(fact.values):
        return Answer.CONDITIONAL
    return Answer.UNKNOWN if barrier.fact == "accessibility" else Answer.NO
