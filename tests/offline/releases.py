"""Releases of the invented county, one after the other: each changes one place, and some change the scripts too."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from generator import pipeline
from tests.finder import places

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.compile.model import Compiled

CHANGED = "directory/food/saturday-table.yaml"
PAGE = "r/saturday-table.html"


@cache
def release(number: int, *, withdrawn: bool = False, about: str = "") -> Mapping[str, bytes]:
    """Give all files of one release: the county as it is, each later one a day newer; or with another page `about`."""
    project = places.project()
    if about:
        project = replace(project, authored={**project.authored, "about": about})
    return dict(pipeline.site_files(directory(number, withdrawn=withdrawn), project))


def directory(number: int, *, withdrawn: bool = False) -> Compiled:
    """Give the directory of one release: the summary of one place names it, and the data is a day newer."""
    found = places.directory()
    site = replace(found.settings.site, saved_copies="withdrawn" if withdrawn else "offered")
    found = replace(found, settings=replace(found.settings, site=site))
    if number == 1:
        return found
    told = tuple(
        replace(r, entry=replace(r.entry, summary=f"Told in release {number}.")) if r.path == PAGE else r
        for r in found.resources
    )
    by_id = {r.id: r for r in told}
    listings = tuple(replace(x, resources=tuple(by_id[r.id] for r in x.resources)) for x in found.listings)
    return replace(found, resources=told, listings=listings, data_date=f"2026-11-{20 + number - 1}")


def kept_pages() -> list[str]:
    """Give every page of release 1 that everybody's copy holds."""
    from generator.offline.worker import kept_of  # noqa: PLC0415

    kept = kept_of(release(1)["sw.js"])
    assert kept
    return [path for path in kept["base"] if path.endswith(".html")]
