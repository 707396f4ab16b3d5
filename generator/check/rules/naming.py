"""What a path of directory/ may be: a plain .yaml file in a group's folder, with a name that works everywhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.check.guess import slug
from generator.entry.source import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.entry.source import SourceFile

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DEVICES = frozenset({"aux", "con", "nul", "prn", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})
"""Names under which Windows cannot store a file."""

Told = tuple[str, str, str]
"""Code, what was seen, what is wanted."""

_KINDS: dict[Kind, Told] = {
    Kind.SYMLINK: ("E121", "a link to another file", "the file itself: delete the link and put the file here"),
    Kind.EXECUTABLE: (
        "E122",
        "a file marked as a program",
        "a plain text file: save the text in a new file and delete this one (or: chmod a-x FILE)",
    ),
    Kind.OTHER: ("E121", "neither a file nor a folder", "plain .yaml files only: take it out of directory/"),
}


def path_faults(file: SourceFile) -> Iterator[Told]:
    """Give what is wrong with a file's path and kind, before anybody has looked inside."""
    if file.kind in _KINDS:
        yield _KINDS[file.kind]
    *folders, name = file.path.split("/")
    stem, dot, ending = name.rpartition(".")
    if not dot or ending != "yaml":
        yield _ending(name, stem, ending)
        return
    if len(folders) != 2:
        wanted = f"a file in the folder of a group, such as  directory/food/{name}"
        yield "E302", f"a file in  {'/'.join(folders)}/", wanted
    yield from _name(stem)


def readable(file: SourceFile) -> bool:
    """Whether a file is to be read as an entry."""
    return file.path.endswith(".yaml") and file.kind in {Kind.FILE, Kind.EXECUTABLE}


def _ending(name: str, stem: str, ending: str) -> Told:
    if ending.lower() in {"yml", "yaml"}:
        return "E124", name, f"the ending .yaml: rename the file to  {slug(stem) or stem}.yaml"
    if name.startswith("."):
        return "E124", name, "no such file here: your computer made it, delete it"
    return "E124", name, "files that end in .yaml only: move this one elsewhere or delete it"


def _name(stem: str) -> Iterator[Told]:
    if stem.lower() in _DEVICES:
        yield "E301", f"{stem}.yaml", f"another name: Windows cannot store this one. For example  {stem}-1.yaml"
    elif not _ID.fullmatch(stem):
        better = slug(stem)
        example = f"{better}.yaml" if 3 <= len(better) <= 64 else "harbor-pantry.yaml"
        yield "E301", f"{stem}.yaml", f"small letters, digits and single hyphens: rename it to  {example}"
    elif not 3 <= len(stem) <= 64:
        yield "E301", f"{stem}.yaml", f"a name of 3 to 64 letters before .yaml; here are {len(stem)}"
