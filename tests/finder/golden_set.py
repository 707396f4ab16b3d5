"""The labelled queries, and whether an answer of the search is a success."""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "golden" / "queries.csv"


@dataclass(frozen=True, slots=True)
class Query:
    """One line of the table; see golden/README.md."""

    text: str
    kind: str
    misspelt: bool
    spanish: bool
    street: bool
    wanted: frozenset[str]
    crisis: str
    part: str


def queries() -> tuple[Query, ...]:
    """Give all labelled queries in the order of the file."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return tuple(
            Query(
                row["query"],
                row["kind"],
                row["misspelt"] == "yes",
                row["spanish"] == "yes",
                row["street"] == "yes",
                frozenset(row["wanted"].split("|")),
                row["crisis"],
                row["part"],
            )
            for row in csv.DictReader(file)
        )


def part_of(text: str) -> str:
    """Give the part in which a query is: nobody chooses it."""
    return "held" if int(hashlib.sha256(text.encode()).hexdigest(), 16) % 3 == 0 else "tune"


def succeeds(query: Query, found: dict[str, Any], offers: list[set[str]]) -> bool:
    """Whether a wanted service is among the first three understood, or the first three hits offer or are one.

    `offers` has for each row its id and its services.
    """
    hits = [offers[hit["i"]] for hit in found["hits"][:3]]
    return not query.wanted.isdisjoint({*found["services"][:3], *(name for offer in hits for name in offer)})
