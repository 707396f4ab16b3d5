"""What the form shows of the entries that exist: their public fields, and where each stands in its file.

Entries are dealt into a few files by their ids, so that a request does not tell which entry somebody writes about.
Remarks, notes for editors and whatever may hide a place stay out. Drafts are no resources and have no record.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from generator.compile.caution import secret_fields
from generator.entry.strict_yaml import read_placed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.compile.model import Compiled, Resource
    from generator.entry.source import SourceFile
    from generator.entry.strict_yaml import Document, Path, Place

FOLDER: Final = "data/entries"
_EACH: Final = 16
"""Entries in one file, about: 16 of them are 10 KB compressed."""

_KEPT_BACK: Final = frozenset({"editor_note", "address_release", "external_codes"})
_PLACE: Final = frozenset({"address", "point"})
_SIGNS: Final = frozenset({"'", '"', "[", "{", "|", ">"})


def parts(count: int) -> int:
    """Give into how many files so many entries are dealt."""
    return max(1, -(-count // _EACH))


def part_of(entry_id: str, count: int) -> int:
    """Give the number of the file that has one entry; the form counts the same way."""
    total = 0
    for character in entry_id:
        total = (total * 31 + ord(character)) % 2**32
    return total % count


def entry_files(directory: Compiled, sources: Iterable[SourceFile]) -> Iterator[tuple[str, bytes]]:
    """Give the files: `data/entries/<number>.json` with the records of their entries by id."""
    count = parts(len(directory.resources))
    told: list[dict[str, Any]] = [{} for _ in range(count)]
    files = {source.path: source for source in sources}
    for resource in directory.resources:
        source = files.get(resource.entry.file)
        if source:
            told[part_of(resource.id, count)][resource.id] = record(resource, *read_placed(source.path, source.data))
    for number, records in enumerate(told):
        text = json.dumps(records, ensure_ascii=False, separators=(",", ":"))
        yield f"{FOLDER}/{number}.json", text.encode("utf-8")


def record(resource: Resource, document: Document, found: Mapping[Path, Place]) -> dict[str, Any]:
    """Give one record: the path of the file, the public data, and the places of its values, which `found` has.

    A place is line and column of the key, line and column of the value, line and column behind its end, and the sign
    that the value begins with where that is a quote or a bracket. A column of 0 is the end of a line.
    """
    hidden = _hidden(resource)
    data = {key: value for key, value in document.data.items() if key not in hidden}
    places = {path: place for path, place in found.items() if path[0] in data}
    last: dict[Path, int] = {}
    for path, place in places.items():
        for size in range(1, len(path) + 1):
            last[path[:size]] = max(place.end_line, last.get(path[:size], 0))
    lines = document.text.split("\n")
    at = {"/".join(map(str, path)): _place(place, last[path], lines) for path, place in places.items()}
    return {"file": document.file, "data": data, "at": at}


def _hidden(resource: Resource) -> frozenset[str]:
    guarded = resource.entry.confidential or any(service.address_release_needed for service in resource.services)
    return _KEPT_BACK | (secret_fields() | _PLACE if guarded else frozenset())


def _place(place: Place, last: int, lines: list[str]) -> list[int | str]:
    """Give the place of a value; `last` is the last line of what is inside it."""
    line, column = place.line, place.column
    sign = lines[line - 1][column - 1 : column]
    style = sign if sign in _SIGNS else ""
    if style in {"[", "{"}:
        end, behind = _closing(lines, line, column)
    else:
        end, behind = last, column + place.length if last == line and place.length > 1 else 0
    return [place.key_line, place.key_column, line, column, end, behind, style]


def _closing(lines: list[str], line: int, column: int) -> tuple[int, int]:
    """Give the place behind the bracket that closes the one at a place; signs within quotes do not count."""
    depth, quote = 0, ""
    for number in range(line, len(lines) + 1):
        text = lines[number - 1]
        start = column - 1 if number == line else 0
        for at in range(start, len(text)):
            sign = text[at]
            if quote:
                quote = "" if sign == quote and text[at - 1 : at] != "\\" else quote
            elif sign in "\"'" and text[at - 1 : at] in {" ", "[", "{", ","}:
                quote = sign
            elif sign in "[]{}":
                depth += 1 if sign in "[{" else -1
                if depth == 0:
                    return number, at + 2
    return len(lines), 0
