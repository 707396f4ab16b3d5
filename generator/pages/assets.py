"""Style sheet, scripts and icon: the files that every page loads, in one folder named after what they hold."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.pages.scripts import served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

_DIGITS = 10
_START, _END = '<symbol id="i-', "</symbol>"


@dataclass(frozen=True, slots=True)
class Assets:
    """The files by path below their folder, and the folder: `assets/<hash>`, from the site's root.

    One hash covers all of them, so that modules import each other by their plain names and a page can never load
    half of an old set.
    """

    folder: str
    files: tuple[tuple[str, bytes], ...]

    def __iter__(self) -> Iterator[tuple[str, bytes]]:
        """Give every file with its path from the site's root."""
        return ((f"{self.folder}/{name}", data) for name, data in self.files)


@cache
def web() -> Traversable:
    """Give the folder of templates, styles, scripts and icons."""
    return resources.files("generator").joinpath("web")


@cache
def written() -> dict[str, bytes]:
    """Give styles, scripts and icon as people wrote them, by path below their folder."""
    return dict(_walk(web().joinpath("static"), ""))


@cache
def load_assets() -> Assets:
    """Read the files once, scripts as they are served."""
    files = tuple(served(written()).items())
    digest = hashlib.sha256()
    for name, data in files:
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
    return Assets(f"assets/{digest.hexdigest()[:_DIGITS]}", files)


def _walk(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for item in folder.iterdir():
        if item.is_dir():
            yield from _walk(item, f"{prefix}{item.name}/")
        else:
            yield prefix + item.name, item.read_bytes()


@cache
def sprite(names: tuple[str, ...]) -> Markup:
    """Give the symbols of some icons to stand in a page: from a file of their own they would not show from a folder."""
    drawn = _symbols()
    return Markup("").join(Markup(drawn[name]) for name in names)  # noqa: S704 - our own file


@cache
def _symbols() -> dict[str, str]:
    text = web().joinpath("icons", "icons.svg").read_text(encoding="utf-8")
    parts = text.split(_START)[1:]
    return {part.partition('"')[0]: _START + part.partition(_END)[0] + _END for part in parts}


def icon_names() -> frozenset[str]:
    """Give the names of all icons that are drawn."""
    return frozenset(_symbols())
