"""`offramp check --fix`: what is safe to repair, shown as a diff and written."""

from __future__ import annotations

from dataclasses import replace
from difflib import unified_diff
from typing import TYPE_CHECKING

import click

from generator.config.geocodes_write import save
from generator.config.settings import load_settings
from generator.edit.order import ordered
from generator.edit.repair import mend
from generator.entry.strict_text import shown_name
from generator.project import ProjectError

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from generator.edit.repair import Mended
    from generator.entry.source import SourceFile
    from generator.project import Project


def repaired(project: Project, asked: Container[str] | None, *, write: bool, aside: bool, order: bool) -> Project:
    """Repair the entries that are asked for, all of them for None, and show each change; give the project afterwards.

    `order` also puts the keys in the order of the handbook. `aside` shows the changes on the error stream, where a
    program reads the other one. Without `write` nothing is written. Raises ProblemError where `site_config/` is broken,
    and ProjectError where a file changed while it was being repaired.
    """
    settings = load_settings(project.config)
    entries = []
    for file in project.entries:
        mended = mend(file, settings) if asked is None or file.path in asked else None
        mended = ordered(file, mended) if mended and order else mended
        if mended is None or mended.data == file.data:
            entries.append(file)
            continue
        click.echo("".join(_diff(file, mended)), nl=False, err=aside)
        if write:
            _write(project, file, mended)
        entries.append(replace(file, data=mended.data))
    return replace(project, entries=tuple(entries))


def _write(project: Project, file: SourceFile, mended: Mended) -> None:
    path = project.root / file.path
    if path.is_symlink() or path.read_bytes() != file.data:
        raise ProjectError(f"{file.path} changed while it was being repaired: run this again")
    save(path, mended.data)


def _diff(file: SourceFile, mended: Mended) -> Iterator[str]:
    name = shown_name(file.path)
    if mended.before.encode("utf-8") != file.data:
        yield f"--- {name}\n+++ {name}\n@@ the whole file @@\n-another encoding\n+UTF-8\n"
    before, after = (text.split("\n") for text in (mended.before, mended.after))
    yield from (f"{_visible(line)}\n" for line in unified_diff(before, after, name, name, lineterm="", n=1))


def _visible(line: str) -> str:
    """Give a line in which nothing can move the cursor, and blanks at the end can be seen."""
    end = line.rstrip(" \t\r")
    seen = end + line[len(end) :].replace(" ", "\N{MIDDLE DOT}").replace("\t", "\N{RIGHTWARDS ARROW}").rstrip("\r")
    return "".join(c if c.isprintable() else "\N{OPEN BOX}" for c in (line if line == " " else seen))
