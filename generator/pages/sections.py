"""The facts of one resource, sorted under the questions that people ask, each fact once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.pages.aging import tells_source, until
from generator.pages.phrases import facts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.compile.model import Resource
    from generator.config.strings import Words
    from generator.pages.phrases.model import FactRow, TrustLine
    from generator.pages.said import Said

_ELIGIBILITY = "eligibility"
_ALWAYS_ASKED = ("cost", "languages")
"""Facts that matter everywhere, whatever the taxonomy asks for."""

_BLOCKS = (("need", "requires"), ("officers", "officers"), ("cost", "cost"), ("offers", "offers"), ("getting", "place"))
_ELSEWHERE = frozenset({"languages", "service_area"})
"""Facts that have a place of their own on the page, as have hours."""


@dataclass(frozen=True, slots=True)
class Row:
    """One question and its answer. `source` is how it is known, or None where the section or the answer says it."""

    fact: FactRow
    until: str
    source: TrustLine | None


@dataclass(frozen=True, slots=True)
class Section:
    """Facts under one heading (`page.<key>`); `source` is how all of them are known, where that is the same for all."""

    key: str
    rows: tuple[Row, ...]
    source: TrustLine | None


def sections(said: Said, words: Words, on: str) -> tuple[Section, ...]:
    """Give all facts: first, always, whom it takes (`take`), then those of each block of which something is known."""
    resource = said.resource
    take = _take(said, words, on)
    shown = {row.name for row in take}
    found = [("take", take)]
    for key, block in _BLOCKS:
        rows = tuple(row for row in facts.known_rows(resource, block, words, on) if row.name not in shown)
        if rows:
            found.append((key, rows))
    return tuple(_section(resource, key, rows, words) for key, rows in found)


def ask_rows(said: Said, words: Words, on: str) -> tuple[FactRow, ...]:
    """Give what matters and nobody has told, most important first."""
    asked = {row.name for row in said.asked}
    more = (facts.row(said.resource, name, words, on) for name in _ALWAYS_ASKED if name not in asked)
    missing = tuple(row for row in (*said.asked, *more) if not row.known)
    if said.hours or any(row.name.startswith("hours.") for row in missing):
        return missing
    return (facts.unknown(words, "hours.open"), *missing)


def _take(said: Said, words: Words, on: str) -> tuple[FactRow, ...]:
    told = [row for row in said.asked if row.known and not _elsewhere(row.name)]
    accepts = facts.known_rows(said.resource, "accepts", words, on)
    first = [row for row in accepts if row.name == _ELIGIBILITY]
    return tuple({row.name: row for row in (*first, *told, *accepts)}.values())


def _elsewhere(name: str) -> bool:
    return name in _ELSEWHERE or name.startswith("hours.")


def _section(resource: Resource, key: str, found: Iterable[FactRow], words: Words) -> Section:
    rows = [Row(row, until(row.trust), _source(resource, row, words)) for row in found]
    texts = {row.source.text for row in rows if row.source}
    if len(texts) != 1 or any(row.until or row.source is None for row in rows):
        return Section(key, tuple(rows), None)
    return Section(key, tuple(Row(row.fact, "", None) for row in rows), rows[0].source)


def _source(resource: Resource, row: FactRow, words: Words) -> TrustLine | None:
    """Give how a fact is known, unless its answer says so already."""
    how = resource.trust.get(row.name)
    if row.trust is None or how is None or tells_source(row.text, how, words):
        return None
    return row.trust
