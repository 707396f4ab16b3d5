"""Which links a directory has: pages of published places, and the sources of their facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.compile.model import Compiled, Resource

_LIVE = "live_availability_url"


@dataclass(frozen=True, slots=True)
class Use:
    """Where an address stands: the entry's name and file, and its field."""

    name: str
    file: str
    field: str


def links(directory: Compiled) -> dict[str, tuple[Use, ...]]:
    """Give every address with all its uses, each address once, in the order of the entries."""
    found: dict[str, list[Use]] = {}
    for resource in directory.resources:
        for field, url in _of(resource):
            if url.startswith(("https://", "http://")):
                found.setdefault(url, []).append(Use(resource.entry.name, resource.entry.file, field))
    return {url: tuple(uses) for url, uses in found.items()}


def _of(resource: Resource) -> Iterator[tuple[str, str]]:
    entry = resource.entry
    yield from (("website", entry.website), ("online_form", entry.online_form), ("online_chat", entry.online_chat))
    live = resource.fact(_LIVE)
    if live:
        yield _LIVE, live.values[0]
    yield from (("sources", source.url) for source in entry.sources)
