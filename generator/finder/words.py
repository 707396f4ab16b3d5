"""The columns from which the device searches: what a card shows, the words beside it, and the table of synonyms."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, Final

from generator.config.synonyms import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.compile.model import Compiled, Resource
    from generator.config.synonyms import Meaning
    from generator.config.taxonomy import Service

TYPED: Final = ("aka", "org", "more", "cities", "city", "terms", "pins", "facts", "little")
"""Columns that only what is typed needs."""

_LABEL_PARTS = re.compile(r"[,()]")
_NUMBER = re.compile(r"\S*\d\S*")
_SILENT = frozenset(
    {"and", "for", "from", "the", "with", "avenue", "boulevard", "drive", "highway", "lane", "road", "street"}
)
"""Words that no card needs to be found by."""
_NO = frozenset({"no", "none", "unknown"})


def search_columns(compiled: Compiled) -> dict[str, Any]:
    """Give the columns, ready for JSON. Row `i` is `compiled.resources[i]`.

    - `services`: `[slug, label, group]` of every service; elsewhere a service is its place in this list.
    - `offers`: per resource its services, the main one first.
    - `name`, `summary`: per resource, as shown. They are searched as well.
    - `neutral`: `[row, title]` of sensitive resources: the words to show where others may look over a shoulder.
    - `aka`, `org`, `more`: per resource the words that are not shown before: other names, who runs it, what else it
      offers with its street. Empty texts stand where there are none.
    - `cities`, `city`: names of towns, and per resource its place in them, -1 without one.
    - `terms`: `[services, "term|term", fact, pin, like]`, cut off after the last that is not empty.
    - `pins`: by name `{"row": …}` of the resource to call, or `{"number": …}`.
    - `facts`: by field that a term names, the rows that have it and the rows that do not.
    - `little`: words that count for little, and words of time and place.

    A confidential address is in no column.
    """
    services = tuple(compiled.settings.taxonomy.services.values())
    place = {service.slug: index for index, service in enumerate(services)}
    rows = [_Row(resource) for resource in compiled.resources]
    cities = sorted({row.city for row in rows if row.city})
    return {
        "services": [[service.slug, service.label, service.group] for service in services],
        "offers": [[place[service.slug] for service in row.resource.services] for row in rows],
        "name": [row.name for row in rows],
        "summary": [row.summary for row in rows],
        "neutral": [[index, row.resource.title] for index, row in enumerate(rows) if row.resource.sensitive],
        "aka": [row.aka for row in rows],
        "org": [row.org for row in rows],
        "more": [row.more for row in rows],
        "cities": cities,
        "city": [cities.index(row.city) if row.city else -1 for row in rows],
        "terms": list(_terms(compiled, services)),
        "pins": _pins(compiled),
        "facts": _facts(compiled),
        "little": little_words(),
    }


@cache
def little_words() -> dict[str, Any]:
    """Give `little_words.json`: words that count for little, and those of time and place. Long lists are one text."""
    text = resources.files("generator.finder").joinpath("little_words.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    del found["about"]
    return {name: " ".join(value) if isinstance(value, list) else value for name, value in found.items()}


class _Row:
    """The texts of one resource, each word only where it ranks highest."""

    __slots__ = ("aka", "city", "more", "name", "org", "resource", "summary")

    def __init__(self, resource: Resource) -> None:
        entry = resource.entry
        address = None if entry.confidential else entry.address
        offers = resource.fact("also_offers")
        self.resource = resource
        self.name, self.summary = entry.name, entry.summary
        self.city = address.city if address else ""
        told = set(folded(entry.name).split())
        self.aka = _new(" ".join(entry.also_known_as), told)
        self.org = _new(entry.organization, told)
        told.update(folded(entry.summary).split())
        street = _NUMBER.sub("", address.street) if address else ""
        self.more = _new(" ".join((*(offers.values if offers else ()), street)), told)


def _new(text: str, told: set[str]) -> str:
    """Give the words of a text that were not told yet, and remember them."""
    found = []
    for word in folded(text).split():
        if len(word) > 2 and word not in told and word not in _SILENT:
            told.add(word)
            found.append(word)
    return " ".join(found)


def _terms(compiled: Compiled, services: Sequence[Service]) -> Iterator[list[Any]]:
    place = {service.slug: index for index, service in enumerate(services)}
    taken: set[str] = set()
    for meaning in compiled.settings.synonyms.meanings:
        terms = sorted({folded(term) for term in meaning.terms})
        taken.update(terms)
        yield _cut([[place[slug] for slug in meaning.services], "|".join(terms), *_beside(meaning)])
    for service in services:
        if labels := sorted(set(_labels(service)) - taken):
            yield [[place[service.slug]], "|".join(labels)]


def _beside(meaning: Meaning) -> Iterable[str]:
    return meaning.fact, meaning.pin, folded(meaning.like)


def _cut(values: list[Any]) -> list[Any]:
    while not values[-1]:
        values.pop()
    return values


def _labels(service: Service) -> Iterator[str]:
    """Give the label of a service as terms: each part between commas and brackets."""
    for part in _LABEL_PARTS.split(service.label):
        if folded(part):
            yield folded(part)


def _pins(compiled: Compiled) -> dict[str, dict[str, Any]]:
    rows = {resource.id: index for index, resource in enumerate(compiled.resources)}
    return {
        pin.name: {"number": pin.number} if pin.number else {"row": rows[pin.entry]}
        for pin in compiled.settings.synonyms.pins
        if pin.number or pin.entry in rows
    }


def _facts(compiled: Compiled) -> dict[str, list[list[int]]]:
    names = {meaning.fact for meaning in compiled.settings.synonyms.meanings if meaning.fact}
    return {name: _answers(compiled.resources, name) for name in sorted(names)}


def _answers(resources: Sequence[Resource], name: str) -> list[list[int]]:
    known = [(index, fact) for index, resource in enumerate(resources) if (fact := resource.fact(name))]
    yes = [index for index, fact in known if not _NO.issuperset(fact.values)]
    no = [index for index, fact in known if set(fact.values) & {"no", "none"}]
    return [yes, no]
