"""Which resources are private: not kept on a phone, nor in the one file to hand on, unless somebody asks for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.compile.model import Compiled, Link, Resource


def hotline(resource: Resource) -> bool:
    """Whether a resource is a number and no street address: knowing it leads nobody to a door."""
    return bool(resource.entry.phones) and resource.entry.address is None and resource.location is None


def private(resource: Resource) -> bool:
    """Whether a resource is on a sensitive topic and more than a hotline."""
    return resource.sensitive and not hotline(resource)


def without_private(directory: Compiled) -> Compiled:
    """Give the directory as if its private resources were not there: no list and no other resource names them."""
    hidden = {resource.id for resource in directory.resources if private(resource)}
    if not hidden:
        return directory

    def shown(link: Link | None) -> Link | None:
        return None if link and link.id in hidden else link

    def cleared(resource: Resource) -> Resource:
        following = tuple(link for link in resource.next if link.id not in hidden)
        return replace(resource, next=following, backup=shown(resource.backup))

    resources = {r.id: cleared(r) for r in directory.resources if r.id not in hidden}
    listings = tuple(
        replace(listing, resources=tuple(resources[r.id] for r in listing.resources if r.id in resources))
        for listing in directory.listings
    )
    tombstones = tuple(
        replace(t, next=tuple(link for link in t.next if link.id not in hidden)) for t in directory.tombstones
    )
    return replace(directory, resources=tuple(resources.values()), listings=listings, tombstones=tombstones)
