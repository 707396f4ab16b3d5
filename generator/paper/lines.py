"""One resource as a line of a form: what a card of the site says, in fewer words, and nothing that must not be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.compile.qr import qr_code
from generator.pages.phrases import dates, facts
from generator.paper.model import Line

if TYPE_CHECKING:
    from generator.compile.model import Resource
    from generator.config.strings import Words
    from generator.pages.cards import Card
    from generator.pages.said import Said

_OFFICERS = "le_dropoff"


def full_line(said: Said, card: Card, words: Words, on: str, number: int = 0) -> Line:
    """Give a place with all that a booklet or a roll-call sheet says of it; `on` is the day of the build."""
    resource = said.resource
    confidential = resource.entry.confidential
    main = said.main
    return Line(
        id=resource.id,
        number=number,
        name=card.name,
        need="",
        phone=_dialled(said, words),
        others=tuple(f"{a.purpose}: {a.label}" if a.purpose else a.label for a in said.numbers if a is not main),
        where="" if confidential else said.place.one_line or said.place.area,
        when=_when(resource, card, words),
        officers=facts.row(resource, _OFFICERS, words, on).text if said.place.lines else "",
        facts=tuple(fact.text for fact in card.facts) if not confidential else (),
        unknown="" if confidential else card.unknown,
        alert=_alert(card, words),
        code=None,
    )


def short_line(need: str, said: Said, card: Card, words: Words, site: str, *, carried: bool, discreet: bool) -> Line:
    """Give a place in a line or two. A discreet line has a number and hours only.

    On a form that a person carries, a sensitive place has its neutral title and no more than number and hours. A
    confidential place never has more. `site` is the address of the site, or empty.
    """
    resource, entry = said.resource, said.resource.entry
    bare = discreet or entry.confidential or (carried and resource.sensitive)
    return Line(
        id=resource.id,
        number=0,
        name="" if discreet else resource.title if carried and bare else entry.name,
        need="" if bare else need,
        phone=_dialled(said, words),
        others=(),
        where="" if bare else said.place.one_line or said.place.area,
        when=_plain_hours(card, words) if discreet else _when(resource, card, words),
        officers="",
        facts=(),
        unknown="",
        alert="",
        code=qr_code(f"{site}/{resource.path}") if site and not bare else None,
    )


def _dialled(said: Said, words: Words) -> str:
    """Give what is dialled or sent: a plain number without the word for calling, which paper needs no button for."""
    main = said.main
    if main is None:
        return words("paper.no-phone")
    return main.number if main.label == words("phone.call", number=main.number) else main.label


def _when(resource: Resource, card: Card, words: Words) -> str:
    if resource.closed:
        return words("page.closed")
    return card.hours.sentence if card.hours else words("list.no-hours")


def _plain_hours(card: Card, words: Words) -> str:
    """Give the hours without the service they are for."""
    if card.hours is None:
        return words("list.no-hours")
    trust = card.hours.trust
    known = trust.confirmed and not trust.aged
    return card.hours.one_line if known else words("paper.listed", text=card.hours.one_line)


def _alert(card: Card, words: Words) -> str:
    if not card.alert:
        return ""
    until = words("page.alert.until", date=dates.partial_date(card.alert_until, words)) if card.alert_until else ""
    return f"{card.alert} {until}".strip()
