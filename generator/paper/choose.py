"""Which places stand on a small form: of each chosen service the first that can be called today."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.compile.model import Compiled, Listing, Resource
    from generator.paper.model import Form

_MOST = {"card": 6, "poster": 6, "slip": 5}
"""Places that fit on a form at a size that can be read in a car at night; the tests print the longest names."""


def chosen(directory: Compiled, form: Form) -> tuple[tuple[str, Resource], ...]:
    """Give the places of a small form with the need that each stands for, at most as many as the form holds.

    No place stands there twice. A service that nobody offers, or nobody who can be called, is left out.
    """
    quick = {link.entry for link in directory.settings.site.quick}
    found: dict[str, tuple[str, Resource]] = {}
    for listing in _listings(directory, form):
        fresh = [r for r in listing.resources if _callable(r) and r.id not in quick | found.keys()]
        if fresh:
            resource = min(fresh, key=lambda r: _far(directory, r))
            found[resource.id] = (listing.label, resource)
    return tuple(found.values())[: _MOST[form]]


def _listings(directory: Compiled, form: Form) -> Iterator[Listing]:
    choice = directory.settings.paper
    services = getattr(choice, form) or choice.card
    named = [directory.listing(slug) for slug in services]
    needs = [directory.listing(group.slug) for group in directory.settings.taxonomy.tiles]
    return (listing for listing in (named if services else needs) if listing)


def _far(directory: Compiled, resource: Resource) -> bool:
    """Whether a place lies elsewhere, so that one of the same kind in the area comes first; a line is never far."""
    address = resource.entry.address
    return bool(address and address.zip and not directory.settings.site.allowed.zip(address.zip))


def _callable(resource: Resource) -> bool:
    return not resource.closed and resource.first_phone() is not None
