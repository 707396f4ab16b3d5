"""The home page: whom to call, then the needs as tiles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.pages.cards import FINDER_ICONS
from generator.pages.shell import Page, Shell, icon

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.config.taxonomy import Group


@dataclass(frozen=True, slots=True)
class Tile:
    """One need: its words, its drawing and its list."""

    label: str
    icon: str
    path: str


def home(shell: Shell) -> bytes:
    """Give the home page. A need nobody meets has no tile: there is no dead link."""
    directory, words = shell.directory, shell.words
    area = directory.settings.site.area
    tiles = _tiles(shell, directory.settings.taxonomy.tiles)
    more = _tiles(shell, directory.settings.taxonomy.more)
    title = words("home.title", area=area)
    page = Page("index.html", title, words("home.description", area=area), finds="start")
    icons = (
        "lead",
        "call",
        "more",
        "next",
        *(tile.icon for tile in tiles + more),
        *(FINDER_ICONS if shell.data else ()),
    )
    icons = tuple(sorted(set(icons)))
    return shell.render("home.html", page, icons, title=title, tiles=tiles, more=more)


def _tiles(shell: Shell, groups: Iterable[Group]) -> tuple[Tile, ...]:
    listings = ((group, shell.directory.listing(group.slug)) for group in groups)
    return tuple(Tile(listing.label, icon(group.icon), listing.path) for group, listing in listings if listing)
