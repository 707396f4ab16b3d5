"""The pages about the copy on a phone: where it is kept and taken away, and what stands in for what is not in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.compile.private import private, without_private
from generator.pages.lists import lists
from generator.pages.resource import resource_page
from generator.pages.said import say
from generator.pages.shell import Page, Shell

if TYPE_CHECKING:
    from collections.abc import Iterator

AWAY = "away.html"
KEEP = "keep.html"
MANIFEST = "app.webmanifest"

_MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Offer:
    """What a visitor can have: bytes to download for the copy and for the private pages beside it, and the one file.

    `copy` is 0 where no copy is offered, `private` where there are no private pages; `file` is the path of the
    directory as one file and `file_size` its bytes, empty and 0 where there is none.
    """

    copy: int = 0
    private: int = 0
    file: str = ""
    file_size: int = 0


def keep_page(shell: Shell, offer: Offer) -> tuple[str, bytes]:
    """Give the page where a visitor keeps a copy, and removes it."""
    words = shell.words
    page = Page(KEEP, words("keep.title"))
    return KEEP, shell.render(
        "keep.html",
        page,
        ("lead",),
        manifest=MANIFEST,
        offered=bool(offer.copy),
        size=words("keep.size", size=_megabytes(offer.copy)),
        rest=words("keep.rest.note", size=_megabytes(offer.private)) if offer.private else "",
        file=offer.file,
        file_size=f" ({_megabytes(offer.file_size)} MB)" if offer.file else "",
        saved_as=f"{shell.directory.settings.site.name}-{shell.directory.data_date}.html".lower().replace(" ", "-"),
    )


def away_page(shell: Shell) -> tuple[str, bytes]:
    """Give the page that a phone without a signal shows for what it does not keep."""
    return AWAY, shell.render("away.html", Page(AWAY, shell.words("away.title"), listed=False), ("lead",))


def stand_ins(shell: Shell) -> Iterator[tuple[str, bytes]]:
    """Give list pages and resource pages as they are without private resources, of those that name one.

    The foot goes on counting the whole directory, so that pages that name none stay as they are.
    """
    hidden = {resource.id for resource in shell.directory.resources if private(resource)}
    if not hidden:
        return
    thin = replace(
        shell,
        directory=without_private(shell.directory),
        parts={root: {**parts, "thin": True} for root, parts in shell.parts.items()},
    )
    naming = {x.path for x in shell.directory.listings if any(r.id in hidden for r in x.resources)}
    empty = {x.path for x in thin.directory.listings if not x.resources}
    said = {r.id: say(r, shell.words, shell.directory.build_date) for r in thin.directory.resources}
    yield from ((path, data) for path, data in lists(thin, said) if path in naming - empty)
    before = {resource.id: resource for resource in shell.directory.resources}
    for resource in thin.directory.resources:
        if resource != before[resource.id]:
            yield resource.path, resource_page(thin, said[resource.id])


def private_paths(shell: Shell) -> frozenset[str]:
    """Give the pages that only those keep who ask for them: of sensitive resources and of lists with nothing else."""
    listings = without_private(shell.directory).listings
    empty = {listing.path for listing in listings if not listing.resources}
    gone = {tombstone.path for tombstone in shell.directory.tombstones if tombstone.sensitive}
    return frozenset({resource.path for resource in shell.directory.resources if resource.sensitive} | gone | empty)


def _megabytes(size: int) -> str:
    """Give a size in tenths of a megabyte, rounded up."""
    return f"{-(-size * 10 // _MB) / 10:.1f}"
