"""The four needs whose coverage is measured, and how a resource meets one: confirmed, only listed, or not at all.

Unknown is never coverage: a need without its own hours is not met at any hour, whatever other hours are known.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.compile.model import Compiled, Resource, ServiceHours, Trust
    from generator.config.taxonomy import Service


class Need(StrEnum):
    """What officers and neighbors ask for at any hour."""

    DROPOFF = "drop-off"
    WITHDRAWAL = "withdrawal"
    SHELTER = "shelter"
    FOOD = "food"


class Standing(StrEnum):
    """How well it is known: somebody asked and the answer still holds, or only a source says so."""

    CONFIRMED = "confirmed"
    LISTED = "listed"


SERVICES = {
    Need.DROPOFF: frozenset[str](),
    Need.WITHDRAWAL: frozenset({"withdrawal-care"}),
    Need.SHELTER: frozenset({"shelter"}),
    Need.FOOD: frozenset({"meals", "pantry"}),
}
"""Slugs of the services that meet each need; a drop-off is an answer of the place instead.

A shelter that opens by the weather is in no regular week."""

_PURPOSE = {Need.DROPOFF: "le_dropoff", Need.WITHDRAWAL: "intake", Need.SHELTER: "intake", Need.FOOD: "open"}
"""Whose hours count. The hours of a telephone or of a building are no intake."""

_FACT = "le_dropoff"
_YES = "yes"


@dataclass(frozen=True, slots=True)
class Offer:
    """One resource that meets a need: how that is known, and the hours in which it does."""

    resource: Resource
    standing: Standing
    hours: tuple[tuple[ServiceHours, Standing], ...]


def offers(directory: Compiled, need: Need) -> tuple[Offer, ...]:
    """Give the published resources that are known to meet a need, without those that are closed for a time, by id."""
    on = directory.build_date
    found = ((resource, _meets(resource, need, on)) for resource in directory.resources if not resource.closed)
    return tuple(
        Offer(resource, standing, tuple(_hours(resource, need, standing, on)))
        for resource, standing in found
        if standing
    )


def reached(resource: Resource, on: str) -> bool:
    """Whether somebody asked about its number, address or hours, and the answer holds on a day (YYYY-MM-DD)."""
    asked = (resource.trust["phones"], resource.trust["address"], *(hours.trust for hours in resource.hours))
    return any(holds(trust, on) for trust in asked)


def holds(trust: Trust, on: str) -> bool:
    """Whether one fact is confirmed on a day (YYYY-MM-DD): asked about, and not more than its limit before that day."""
    return trust.verified is not None and trust.verified.date >= _earliest(on, trust.limit_days)


@lru_cache(maxsize=64)
def _earliest(on: str, limit_days: int) -> str:
    return (date.fromisoformat(on) - timedelta(days=limit_days)).isoformat()


def _meets(resource: Resource, need: Need, on: str) -> Standing | None:
    if need is Need.DROPOFF:
        fact = resource.fact(_FACT)
        if fact is None or fact.values[:1] != (_YES,):
            return None
        return Standing.CONFIRMED if holds(resource.trust[_FACT], on) else Standing.LISTED
    if not any(_serves(service, need) for service in resource.services):
        return None
    return Standing.CONFIRMED if reached(resource, on) else Standing.LISTED


def _serves(service: Service, need: Need) -> bool:
    return service.slug in SERVICES[need]


def _hours(resource: Resource, need: Need, standing: Standing, on: str) -> Iterator[tuple[ServiceHours, Standing]]:
    """Give the hours of a need: those of each of its services, else of the whole resource.

    They are confirmed where they hold themselves; hours of a drop-off also need the answer that it takes place.
    """
    mine = [hours for hours in resource.hours if hours.purpose == _PURPOSE[need]]
    whole = [hours for hours in mine if hours.service is None]
    chosen: list[ServiceHours] = []
    if need is Need.DROPOFF:
        chosen = mine
    else:
        for service in resource.services:
            if _serves(service, need):
                own = [hours for hours in mine if hours.service and hours.service.slug == service.slug]
                chosen += [hours for hours in own or whole if hours not in chosen]
    for hours in chosen:
        sure = holds(hours.trust, on) and (need is not Need.DROPOFF or standing is Standing.CONFIRMED)
        yield hours, Standing.CONFIRMED if sure else Standing.LISTED
