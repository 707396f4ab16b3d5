"""The needs a person may have (groups) and the services that meet them, typed. Read by `taxonomy_read`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping


class Kind(StrEnum):
    """What a service is for the rules: which facts are asked for, whether a wrong number harms at once."""

    CRISIS = "crisis"
    WITHDRAWAL = "withdrawal"
    SHELTER = "shelter"
    SAFETY = "safety"
    TREATMENT = "treatment"
    HOUSING = "housing"
    HEALTH = "health"
    OTHER = "other"

    @property
    def urgent(self) -> bool:
        """Whether a published entry needs a phone check before the site may be live."""
        return self in {Kind.CRISIS, Kind.WITHDRAWAL, Kind.SHELTER, Kind.SAFETY}


@dataclass(frozen=True, slots=True)
class Codes:
    """Bare codes of other vocabularies, for exchange: Open Eligibility, SAMHSA, HUD. No texts of theirs."""

    oe: tuple[str, ...] = ()
    samhsa: tuple[str, ...] = ()
    hud: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Service:
    """One service. `group` is the slug of its group, from which all that the file leaves out is filled in.

    `path` is the word of its page address (`find/<path>.html`), unique among groups and services. `title` is
    what browser tabs, history and shared messages show: neutral words if `sensitive`, else the label.
    `intercepts` are of the Sequential Intercept Model, the primary first. `ask` names fields of entries, most
    important first. `address_release_needed`: an entry may show an address only with an `address_release`.
    """

    slug: str
    label: str
    definition: str
    group: str
    kind: Kind
    intercepts: tuple[int, ...]
    sensitive: bool
    path: str
    title: str
    ask: tuple[str, ...]
    address_release_needed: bool
    codes: Codes

    def reworded(self, change: Callable[[str], str]) -> Service:
        """Give the same service with every text that visitors read changed."""
        return replace(self, label=change(self.label), definition=change(self.definition), title=change(self.title))


@dataclass(frozen=True, slots=True)
class Group:
    """One need. `label` is its tile's words; `tile` whether it is on the home page itself or behind "More".

    `order` counts from 1 in the order of the file. `path`, `title`, `sensitive`, `ask` are as for a service.
    """

    slug: str
    label: str
    order: int
    icon: str
    sensitive: bool
    tile: bool
    path: str
    title: str
    ask: tuple[str, ...]
    services: tuple[Service, ...]


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """All groups in order, and all services by slug in the same order."""

    groups: tuple[Group, ...]
    services: Mapping[str, Service]

    @property
    def tiles(self) -> tuple[Group, ...]:
        """Groups with a tile of their own on the home page."""
        return tuple(group for group in self.groups if group.tile)

    @property
    def more(self) -> tuple[Group, ...]:
        """Groups behind the last tile, "More"."""
        return tuple(group for group in self.groups if not group.tile)

    def reworded(self, change: Callable[[str], str]) -> Taxonomy:
        """Give the same taxonomy with every text that visitors read changed; slugs and paths stay."""
        groups = tuple(
            replace(
                group,
                label=change(group.label),
                title=change(group.title),
                services=tuple(service.reworded(change) for service in group.services),
            )
            for group in self.groups
        )
        return Taxonomy(groups, {service.slug: service for group in groups for service in group.services})

    def group(self, slug: str) -> Group:
        """Give the group with this slug. Raises KeyError if there is none."""
        for group in self.groups:
            if group.slug == slug:
                return group
        raise KeyError(slug)

    def of(self, services: Iterable[str]) -> tuple[Service, ...]:
        """Give the services with these slugs in the order given, leaving out slugs that do not exist."""
        return tuple(self.services[slug] for slug in services if slug in self.services)

    def intercepts(self, services: Iterable[str]) -> tuple[int, ...]:
        """Give the intercepts of an entry with these services: each once, ascending."""
        return tuple(sorted({number for service in self.of(services) for number in service.intercepts}))

    def sensitive(self, services: Iterable[str]) -> bool:
        """Whether an entry with these services is sensitive: it is if any of them is."""
        return any(service.sensitive for service in self.of(services))

    def urgent(self, services: Iterable[str]) -> bool:
        """Whether an entry with these services needs a phone check before the site goes live."""
        return any(service.kind.urgent for service in self.of(services))

    def address_release_needed(self, services: Iterable[str]) -> bool:
        """Whether an entry with these services may show an address only with an `address_release`."""
        return any(service.address_release_needed for service in self.of(services))
