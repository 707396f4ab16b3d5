"""What a phone has to load, compressed: the finder's scripts, home with the finder, and the data of each entry."""

from __future__ import annotations

import gzip
from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from generator import pipeline
from generator.project import read_project
from tests.bench import synthetic

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.project import Project

SCRIPTS = 25_000
HOME = 50_000
AN_ENTRY = 150
DAY = date(2026, 11, 23)
LATER = ("/near.js",)
"""Scripts that come when a place may be typed, as `data/places.json` does, and are no part of what comes first."""


def site(project: Project) -> dict[str, bytes]:
    """Give the files of a project's site."""
    return dict(pipeline.site_files(pipeline.compiled(pipeline.load(project, DAY), DAY), project))


@cache
def whole(root: Path) -> Mapping[str, int]:
    """Give the size of each file of the real site, with its drafts published as well."""
    project = read_project(root)
    entries = tuple(
        replace(file, data=file.data.replace(b"\nstatus: draft\n", b"\nstatus: active\n")) for file in project.entries
    )
    return {path: packed(data) for path, data in site(replace(project, entries=entries)).items()}


def packed(data: bytes) -> int:
    """Give the size of one file as a server sends it."""
    return len(gzip.compress(data, 9, mtime=0))


def sizes(files: Mapping[str, int], *ends: str) -> dict[str, int]:
    """Give the sizes of the files whose paths end so."""
    return {path: size for path, size in files.items() if path.endswith(ends)}


def scripts(files: Mapping[str, int]) -> dict[str, int]:
    """Give the sizes of the scripts that the finder brings to a page."""
    return sizes(files, "/finder/start.js", "/finder/main.js", *LATER)


def test_the_scripts_of_the_finder_are_small(root: Path) -> None:
    """All of them together, the one for later included."""
    found = scripts(whole(root))
    assert len(found) == 3
    assert sum(found.values()) <= SCRIPTS, found


def test_home_with_the_finder_is_small(root: Path) -> None:
    """Page, styles, scripts and data, as they are once somebody has turned to the finder, with all real entries."""
    files = whole(root)
    found = {path: size for path, size in scripts(files).items() if not path.endswith(LATER)}
    found |= sizes(files, "/js/page.js", "/site.css", "/finder.css", "/icon.svg") | {"index.html": files["index.html"]}
    found |= {path: size for path, size in files.items() if path.startswith("data/finder-")}
    assert len(found) == 8
    assert sum(found.values()) <= HOME, found


def test_an_entry_costs_little(root: Path, tmp_path: Path) -> None:
    """Of a thousand entries, what each needs to be searched and shown."""
    files = site(read_project(synthetic.project(tmp_path, 1000, root / "docs")))
    (digest,) = (path.removeprefix("data/finder-") for path in files if path.startswith("data/finder-"))
    data = {path: packed(held) for path, held in files.items() if path.startswith("data/") and path.endswith(digest)}
    assert len(data) == 2
    assert sum(data.values()) / 1000 <= AN_ENTRY, data
