"""Facts as questions and answers: "Dog or cat: in a crate". What nobody has told is a row too, to be asked."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from generator.compile.caution import needs_confirming, secret_fields
from generator.compile.labels import label as label_of
from generator.entry import hours as hours_text
from generator.entry.schema import fields
from generator.pages.phrases import hours, languages, places, trust
from generator.pages.phrases.cache import per_words
from generator.pages.phrases.dates import is_date, partial_date
from generator.pages.phrases.model import FactRow
from generator.pages.phrases.states import TRI, state

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.compile.model import Resource
    from generator.config.strings import Words
    from generator.entry.schema import Field
    from generator.pages.phrases.model import State
    from generator.pages.phrases.trust import Known

_MINUTES = frozenset({"handoff.response_minutes", "le_typical_minutes"})
_DATED = frozenset({"typical_wait", "ivc_first_exam_site"})
_LINK = "live_availability_url"


def row(resource: Resource, name: str, words: Words, on: str = "") -> FactRow:
    """Give the row of one field by its dotted name, also of one that nobody has told.

    Besides the names of `generator.entry.build.fact_names()` it knows `hours.<purpose>`, `languages`, `service_area`
    and `accepts_people_on_moud.<medicine>`. `on` is as in `trust.line`. Raises KeyError for a name without words.
    """
    fact = resource.fact(name)
    if resource.entry.confidential and name in secret_fields():
        return unknown(words, name)
    if fact is None:
        return _beside(resource, name, words, on) or unknown(words, name)
    return _row(words, name, fact.values, fact.note, trust.known(resource.trust[name], on))


def asked_rows(resource: Resource, words: Words, on: str = "") -> tuple[FactRow, ...]:
    """Give the rows that matter for its main service, most important first, known or not."""
    return tuple(row(resource, name, words, on) for name in resource.asked)


def known_rows(resource: Resource, words: Words, on: str = "") -> Mapping[str, tuple[FactRow, ...]]:
    """Give the facts that are known, by the block of the schema and in its order; blocks of which none is are left out.

    Blocks are first, requires, officers, accepts, offers, cost and place.
    """
    hidden = secret_fields() if resource.entry.confidential else frozenset()
    known, how = resource.entry.facts, resource.trust
    blocks: dict[str, list[FactRow]] = {}
    for name in sorted(known.keys() - hidden, key=_order):
        fact = known[name]
        found = _row(words, name, fact.values, fact.note, trust.known(how[name], on))
        blocks.setdefault(_block(name), []).append(found)
    return {block: tuple(rows) for block, rows in blocks.items()}


@per_words
def unknown(words: Words, name: str) -> FactRow:
    """Give the row of a field that nobody has told."""
    return FactRow(name, label_of(name, words), "ask", words("value.any.unknown"), "", None, known=False)


def value_key(field: Field, value: str, words: Words) -> str:
    """Give the key of the words of one allowed value: of the field, of the whole it is part of, or of any field."""
    keys = (f"value.{field.name}.{value}", f"value.{field.name.partition('.')[0]}.{value}")
    return next((key for key in keys if key in words), f"value.any.{value}")


@cache
def _fields() -> Mapping[str, Field]:
    return {field.name: field for field in fields()}


def _field(name: str) -> Field:
    known = _fields()
    return known.get(name) or known[name.partition(".")[0]]


@cache
def _block(name: str) -> str:
    return _field(name).block


@cache
def _order(name: str) -> tuple[int, str]:
    return list(_fields()).index(_field(name).name), name


def _beside(resource: Resource, name: str, words: Words, on: str) -> FactRow | None:
    """Give the row of a field that may be asked for but is no fact: hours, languages, area served."""
    whole, _, purpose = name.partition(".")
    text = ""
    if whole == "hours":
        mine = [view for view in hours.views(resource, words, on) if view.purpose == purpose]
        text = hours.together(mine, words)
    elif name == "languages":
        text = languages.line(resource.entry.languages, words)
    elif name == "service_area":
        text = places.area(resource.entry.service_area, words)
    if not text:
        return None
    how = resource.trust.get(name)
    return FactRow(name, label_of(name, words), "info", text, "", trust.line(how, words, on) if how else None)


@per_words
def _row(words: Words, name: str, values: tuple[str, ...], told: str, how: Known) -> FactRow:
    line = trust.known_line(words, how)
    label, state_, text, note, items = _answer(words, name, values, told)
    href = text if name == _LINK else ""
    if not needs_confirming(name, values):
        return FactRow(name, label, state_, text, note, line, items=items, href=href)
    aged = trust.question(words, name, values[0], how)
    if not line.confirmed or line.aged:
        return FactRow(name, label, "ask", aged, note, line, asks=True)
    return FactRow(name, label, state_, text, note, line, aged_text=aged, aged_state="ask")


def _answer(
    words: Words, name: str, values: tuple[str, ...], note: str
) -> tuple[str, State, str, str, tuple[str, ...]]:
    """Give label, state, text, note and the parts of a list."""
    field = _field(name)
    label = label_of(name, words)
    if field.kind in {"choice", "list"}:
        items = tuple(words(value_key(field, value, words)) for value in values)
        tri = TRI.keys() >= set(field.values)
        felt = {state(field.name, value, tri=tri) for value in values}
        return (
            label,
            felt.pop() if len(felt) == 1 else "info",
            ", ".join(items),
            _note(words, name, note),
            _parts(items),
        )
    if name == "ages":
        return label, "info", _ages(words, values[0]), note, ()
    if name in _MINUTES:
        return label, "info", words("value.minutes", n=int(values[0])), note, ()
    if name == "handoff.hours":
        return label, "info", hours.say(hours_text.parse(values[0]), words).one_line, note, ()
    return label, "info", "; ".join(values), _note(words, name, note), _parts(values)


def _parts(items: tuple[str, ...]) -> tuple[str, ...]:
    return items if len(items) > 1 else ()


def _note(words: Words, name: str, note: str) -> str:
    """Put a date that stands for a note into words: when a wait was true, of when a plan is. Unknown says nothing."""
    if name not in _DATED or not (is_date(note) or note == "unknown"):
        return note
    return "" if note == "unknown" else words(f"value.{name}.date", date=partial_date(note, words))


def _ages(words: Words, value: str) -> str:
    lowest, _, highest = value.partition("-")
    if lowest and highest:
        return words("value.ages.between", low=lowest, high=highest)
    if lowest or highest:
        return words("value.ages.from", low=lowest) if lowest else words("value.ages.to", high=highest)
    return words("value.ages.note")
