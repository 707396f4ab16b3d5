"""The real directory and the table of facts, read once for the tests of this folder."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

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
    """Give the collected rows by their id: the six columns, as they were written down."""
    with (HERE / "rows.csv").open(encoding="utf-8", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


@cache
def table() -> tuple[Told, ...]:
    """Give the table of facts in its order."""
    with (HERE / "facts.csv").open(encoding="utf-8", newline="") as file:
        return tuple(Told(**row) for row in csv.DictReader(file))
