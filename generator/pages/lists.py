"""The lists: one page for each need and each service, and the page that names them all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.pages.cards import CARD_ICONS, FINDER_ICONS, card
from generator.pages.shell import Page, Shell, icon

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from markupsafe import Markup

    from generator.compile.model import Listing, Resource
    from generator.config.taxonomy import Group, Service
    from generator.pages.said import Said


@dataclass(frozen=True, slots=True)
class Kind:
    """One service within a list of its need. `anchor` is the service's neutral word.

    Each resource has its card once, under the most important of its services; where it offers others too, those
    only link to its page (`also`).
    """

    service: Service
    anchor: str
    path: str
    cards: tuple[Markup, ...]
    also: tuple[Resource, ...]

    @property
    def count(self) -> int:
        """How many offer this service."""
        return len(self.cards) + len(self.also)


@dataclass(frozen=True, slots=True)
class Need:
    """One group in the list of everything, with the services that somebody offers."""

    listing: Listing
    icon: str
    services: tuple[Listing, ...]


def lists(shell: Shell, said: Mapping[str, Said]) -> Iterator[tuple[str, bytes]]:
    """Give every list page, and the page of all kinds of help in each folder.

    That page answers where somebody cuts an address short, and it is where the page for mistyped addresses leads.
    """
    cards = {resource_id: card(shell, words) for resource_id, words in said.items()}
    groups = {x.group.slug: x for x in shell.directory.listings if x.service is None}
    for listing in shell.directory.listings:
        if listing.service is None:
            yield listing.path, _group_page(shell, listing, cards)
        else:
            yield listing.path, _service_page(shell, listing, groups[listing.group.slug], cards)
    needs = tuple(_need(shell, listing) for listing in groups.values())
    icons = ("lead", *sorted({need.icon for need in needs} - {"lead"}))
    for path in ("find/index.html", "r/index.html"):
        page = Page(path, shell.words("everything.title"), listed=path.startswith("find/"))
        yield path, shell.render("everything.html", page, icons, needs=needs)


def _group_page(shell: Shell, listing: Listing, cards: Mapping[str, Markup]) -> bytes:
    kinds = tuple(kind for kind in _kinds(listing, cards) if kind.count)
    count = shell.words("list.count", n=len(listing.resources))
    return shell.render("group.html", _page(listing), _icons(shell), listing=listing, kinds=kinds, count=count)


def _kinds(listing: Listing, cards: Mapping[str, Markup]) -> Iterator[Kind]:
    first = {r.id: _first(r, listing.group) for r in listing.resources}
    for service in listing.group.services:
        offering = [r for r in listing.resources if service in r.services]
        mine = tuple(cards[r.id] for r in offering if first[r.id] is service)
        also = tuple(r for r in offering if first[r.id] is not service)
        yield Kind(service, service.path, f"{service.path}.html", mine, also)


def _first(resource: Resource, group: Group) -> Service:
    return next(service for service in resource.services if service.group == group.slug)


def _service_page(shell: Shell, listing: Listing, group: Listing, cards: Mapping[str, Markup]) -> bytes:
    count = shell.words("list.count", n=len(listing.resources))
    shown = tuple(cards[r.id] for r in listing.resources)
    return shell.render(
        "service.html",
        _page(listing),
        _icons(shell),
        listing=listing,
        group=group,
        cards=shown,
        count=count,
    )


def _icons(shell: Shell) -> tuple[str, ...]:
    return ("lead", "back", *(FINDER_ICONS if shell.data else CARD_ICONS))


def _page(listing: Listing) -> Page:
    description = listing.service.definition if listing.service else ""
    leaves = any(resource.sensitive for resource in listing.resources)
    return Page(listing.path, listing.title, description, listing.sensitive, finds="start", leaves=leaves)


def _need(shell: Shell, listing: Listing) -> Need:
    services = (x for x in shell.directory.listings if x.group.slug == listing.group.slug and x.service)
    return Need(listing, icon(listing.group.icon), tuple(services))
