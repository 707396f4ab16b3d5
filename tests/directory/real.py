"""The real directory and the 79 rows it was collected from, read once for the tests of this folder.

These tests hold the collected entries, and no other: an entry that somebody adds is the business of `offramp check`.
They hold a collected entry to its row as long as nobody knows better. Whoever changes a fact changes a source, adds a
check, or says in the editor's note what they heard; from then on the row says nothing about that entry any more.
"""

from __future__ import annotations

import csv
import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.entry.strict_yaml import Document, read

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).parents[2]
DIRECTORY = ROOT / "directory"
HERE = Path(__file__).parent

COLUMNS = ("hours", "eligibility", "languages", "cost", "phone", "services")
"""The columns of the collected rows whose every fact is in a typed field, or in the table with a reason."""

SENSITIVE = {
    "rape-crisis-cumberland": "safety-1",
    "care-center-dv": "safety-2",
    "child-advocacy-center": "safety-3",
    "ccdss-child-abuse": "safety-4",
    "dod-safe-helpline": "safety-5",
    "ndvh": "safety-6",
    "stronghearts": "safety-7",
    "rainn": "safety-8",
    "runaway-safeline": "safety-9",
}
"""Rows whose address is a neutral word, in the order of the rows. An address never changes: only add at the end."""


@dataclass(frozen=True, slots=True)
class Told:
    """One line of the table: what a cell says, and the field and value that carry it, or why nothing does."""

    row: str
    entry: str
    column: str
    says: str
    field: str
    value: str
    not_carried: str


@cache
def documents() -> Mapping[str, Document]:
    """Give every file of the directory that is an entry, by entry id."""
    files = sorted(DIRECTORY.glob("*/*.yaml"))
    return {p.stem: read(str(p.relative_to(ROOT)), p.read_bytes()) for p in files}


@cache
def rows() -> Mapping[str, Mapping[str, str]]:
    """Give the collected rows by their id: the six columns as they were written down, and what the entry rested on.

    `sources` and `editor_note` are the stamps of these two fields of the entry that was made from the row.
    """
    with (HERE / "rows.csv").open(encoding="utf-8", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


@cache
def table() -> tuple[Told, ...]:
    """Give the table of facts in its order."""
    with (HERE / "facts.csv").open(encoding="utf-8", newline="") as file:
        return tuple(Told(**row) for row in csv.DictReader(file))


def entry_of(row: str) -> str:
    """Give the id of the entry that was made from a row."""
    return SENSITIVE.get(row, row)


def stamp(value: object) -> str:
    """Give 12 hex digits that change when the value does, or nothing for nothing."""
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:12] if value else ""


@cache
def collected() -> Mapping[str, Mapping[str, str]]:
    """Give the row of each of the 79 entries that is still in the directory, by entry id.

    Every county has a `safety-1`, so neutral names alone are not ours: then nothing is.
    """
    if not (rows().keys() - SENSITIVE.keys()) & documents().keys():
        return {}
    return {entry_of(row): cells for row, cells in rows().items() if entry_of(row) in documents()}


@cache
def unproven() -> frozenset[str]:
    """Give the collected entries that nobody has verified and that rest on the sources they were collected with."""
    data = {name: documents()[name].data for name in collected()}
    return frozenset(
        name
        for name, row in collected().items()
        if "verified" not in data[name] and stamp(data[name].get("sources")) == row["sources"]
    )


@cache
def kept() -> frozenset[str]:
    """Give the entries that are held to their row: unproven, and the editor's note has no news."""
    notes = {name: stamp(documents()[name].data.get("editor_note")) for name in unproven()}
    return frozenset(name for name, note in notes.items() if note == collected()[name]["editor_note"])


ANOTHER_COUNTY = pytest.mark.skipif(
    not collected(), reason="directory/ has none of the 79 collected entries: it is another county's"
)
"""For tests of the collected entries. Where only some of the 79 are gone, one test fails and names them."""
