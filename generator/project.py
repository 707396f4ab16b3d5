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

from generator.config.geocodes import SIZE_LIMIT
from generator.entry.source import Kind, SourceFile
from generator.entry.strict_yaml import ENTRY_LIMIT

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
    """Read the project in `root`.

    Raises ProjectError where `directory/` or `site_config/` is missing or unreadable, where a folder is a link, and for
    a link or a device in `site_config/` or `docs/`: what is built comes from this folder and nowhere else.
    """
    for name in ("directory", "site_config", "docs"):
        if (root / name).is_symlink():
            raise ProjectError(f"{name}/ is a link: put the folder itself there")
    for name in ("directory", "site_config"):
        if not (root / name).is_dir():
            raise ProjectError(
                f"there is no folder {name}/ in {root}: run this in the project folder, or use --project"
            )
    try:
        entries = tuple(_source(root, path) for path in sorted(_walk(root, "directory")) if path != GEOCODES)
        geocodes = _plain(root, GEOCODES) if (root / GEOCODES).exists() else b""
        config = {path.partition("/")[2]: _plain(root, path) for path in sorted(_walk(root, "site_config"))}
        pages = {path: _plain(root, path) for path in sorted(_walk(root, "docs")) if path.endswith(".md")}
    except OSError as error:
        raise ProjectError(f"{error.filename}: {error.strerror}") from error
    authored = {name: pages.get(f"docs/{name}.md", b"").decode("utf-8", "replace") for name in AUTHORED}
    return Project(root, entries, geocodes, config, authored)


def _walk(root: Path, name: str) -> Iterator[str]:
    """Give every path below a folder that is not itself a folder, in any order; links are given, never followed."""
    folders = [name] if (root / name).is_dir() else []
    while folders:
        here = folders.pop()
        with os.scandir(root / here) as found:
            items = list(found)
        for item in items:
            path = f"{here}/{item.name}"
            if item.is_dir(follow_symlinks=False):
                folders.append(path)
            else:
                yield path


def _source(root: Path, path: str) -> SourceFile:
    mode = (root / path).lstat().st_mode
    if stat.S_ISLNK(mode):
        return SourceFile(path, b"", Kind.SYMLINK)
    if not stat.S_ISREG(mode):
        return SourceFile(path, b"", Kind.OTHER)
    kind = Kind.EXECUTABLE if os.name == "posix" and mode & stat.S_IXUSR else Kind.FILE
    return SourceFile(path, _bytes(root / path, ENTRY_LIMIT), kind)


def _plain(root: Path, path: str) -> bytes:
    if not stat.S_ISREG((root / path).lstat().st_mode):
        raise ProjectError(f"{path} is a link or no plain file: put the file itself there")
    return _bytes(root / path, SIZE_LIMIT)


def _bytes(path: Path, limit: int) -> bytes:
    """Read one more byte than is allowed at most, so that a huge file is told as too big and not loaded."""
    with os.fdopen(
        os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)), "rb"
    ) as file:
        return file.read(limit + 1)
