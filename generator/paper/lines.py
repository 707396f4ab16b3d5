"""One resource as a line of a form: what a card of the site says, in fewer words, and nothing that must not be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.compile.qr import qr_code
from generator.pages.phrases import dates
from generator.paper.model import Line

if TYPE_CHECKING:
    from generator.compile.model import Resource
    from generator.config.strings import Words
    from generator.pages.cards import Card
    from generator.pages.said import Said

_OFFICERS = "le_dropoff"


def full_line(said: Said, card: Card, words: Words, number: int = 0) -> Line:
    """Give a place with all that a booklet or a roll-call sheet says of it."""
    resource = said.resource
    confidential = resource.entry.confidential
    main = said.main
    asked = {row.name: row for row in said.asked}
    officers = asked.get(_OFFICERS)
    return Line(
        id=resource.id,
        number=number,
        name=card.name,
        need="",
        phone=main.label if main else words("paper.no-phone"),
        others=tuple(f"{a.purpose}: {a.label}" if a.purpose else a.label for a in said.numbers if a is not main),
        where="" if confidential else said.place.one_line or said.place.area,
        when=_when(resource, card, words),
        officers=words("card.fact", label=officers.label, text=officers.text) if officers else "",
        facts=tuple(fact.text for fact in card.facts) if not confidential else (),
        unknown="" if confidential else card.unknown,
        alert=_alert(card, words),
        code=None,
    )


def short_line(need: str, said: Said, card: Card, words: Words, site: str, *, discreet: bool) -> Line:
    """Give a place in a line or two. A discreet line has a number and hours only.

    A sensitive place has its neutral title, and a confidential one no more than its number. `site` is the address of
    the site, or empty.
    """
    resource, entry = said.resource, said.resource.entry
    main = said.main
    bare = discreet or entry.confidential or resource.sensitive
    return Line(
        id=resource.id,
        number=0,
        name="" if discreet else resource.title if bare else entry.name,
        need="" if bare else need,
        phone=main.label if main else words("paper.no-phone"),
        others=(),
        where="" if bare else said.place.one_line or said.place.area,
        when=card.hours.one_line if card.hours and not entry.confidential else "",
        officers="",
        facts=(),
        unknown="",
        alert="",
        code=qr_code(f"{site}/{resource.path}") if site and not bare else None,
    )


def _when(resource: Resource, card: Card, words: Words) -> str:
    if resource.closed:
        return words("page.closed")
    return card.hours.sentence if card.hours else words("list.no-hours")


def _alert(card: Card, words: Words) -> str:
    if not card.alert:
        return ""
    until = words("page.alert.until", date=dates.partial_date(card.alert_until, words)) if card.alert_until else ""
    return f"{card.alert} {until}".strip()
