"""The project folder on disk, read once into bytes; everything after this is pure.

A project has `directory/` (entries and `geocodes.yaml`), `site_config/` and, for the pages that are written by
hand, `docs/about.md` and `docs/privacy.md`.
"""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path  # noqa: TC003 - dataclasses are read at run time
from typing import TYPE_CHECKING

from generator.entry.source import Kind, SourceFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

GEOCODES = "directory/geocodes.yaml"
AUTHORED = ("about", "privacy")


class ProjectError(Exception):
    """There is no project here, or it cannot be read. The message says what to do."""


@dataclass(frozen=True, slots=True)
class Project:
    """The bytes of one project.

    `entries` are all paths below `directory/` but `geocodes.yaml`, sorted; `config` maps names below `site_config/`
    to bytes; `authored` maps `about` and `privacy` to Markdown; `geocodes` is empty where there is no such file.
    """

    root: Path
    entries: tuple[SourceFile, ...]
    geocodes: bytes
    config: Mapping[str, bytes]
    authored: Mapping[str, str]


def read_project(root: Path) -> Project:
    """Read the project in `root`. Raises ProjectError where `directory/` or `site_config/` is missing or unreadable."""
    for name in ("directory", "site_config"):
        if not (root / name).is_dir():
            raise ProjectError(
                f"there is no folder {name}/ in {root}: run this in the project folder, or use --project"
            )
    try:
        paths = sorted(_walk(root / "directory", "directory"))
        entries = tuple(_source(root, path) for path in paths if path != GEOCODES)
        geocodes = (root / GEOCODES).read_bytes() if GEOCODES in paths else b""
        config = {
            path.partition("/")[2]: (root / path).read_bytes()
            for path in sorted(_walk(root / "site_config", "site_config"))
        }
        authored = {name: _text(root / "docs" / f"{name}.md") for name in AUTHORED}
    except OSError as error:
        raise ProjectError(f"{error.filename}: {error.strerror}") from error
    return Project(root, entries, geocodes, config, authored)


def _walk(folder: Path, name: str) -> Iterator[str]:
    """Give every path below a folder that is not itself a folder; links are given, never followed."""
    with os.scandir(folder) as found:
        items = sorted(found, key=lambda item: item.name)
    for item in items:
        path = f"{name}/{item.name}"
        if item.is_dir(follow_symlinks=False):
            yield from _walk(folder / item.name, path)
        else:
            yield path


def _source(root: Path, path: str) -> SourceFile:
    full = root / path
    mode = full.lstat().st_mode
    if stat.S_ISLNK(mode):
        return SourceFile(path, b"", Kind.SYMLINK)
    if not stat.S_ISREG(mode):
        return SourceFile(path, b"", Kind.OTHER)
    kind = Kind.EXECUTABLE if os.name == "posix" and mode & stat.S_IXUSR else Kind.FILE
    return SourceFile(path, full.read_bytes(), kind)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""
