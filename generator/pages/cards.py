"""A resource on a list: enough to choose and to call without opening its page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.pages.aging import until
from generator.pages.phrases import facts, languages
from generator.pages.phrases.cache import per_words
from generator.pages.phrases.dates import partial_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.compile.model import Resource
    from generator.config.strings import Words
    from generator.pages.phrases.model import Directions, FactRow, HoursView, PhoneAction
    from generator.pages.said import Said
    from generator.pages.shell import Shell

FACTS = 3
"""Facts that a card shows, and labels of what nobody has told."""

CARD_ICONS = ("call", "text", "go", "pin", "clock", "stop", "yes", "no", "ask", "info", "web", "responders")
FINDER_ICONS = (*CARD_ICONS, "copy", "print", "share")
"""Icons that the finder draws on the device."""

_ALWAYS = "police_contact"
_MAIN = ("open", "intake", "phone")


@dataclass(frozen=True, slots=True)
class CardFact:
    """One fact in a line. `until` and the aged texts are for the phone, as in FactRow; `stays` whatever is chosen."""

    stays: bool
    state: str
    text: str
    until: str
    aged: str
    aged_state: str


@dataclass(frozen=True, slots=True)
class Card:
    """What a card shows. `path` is from the folder of lists; `hours` and `phone` may be missing, and say so."""

    name: str
    path: str
    summary: str
    closed: bool
    hours: HoursView | None
    hours_until: str
    place: str
    facts: tuple[CardFact, ...]
    unknown: str
    phone: PhoneAction | None
    directions: Directions | None
    website: str
    area: str
    alert: str
    alert_until: str
    zone: str
    responders: bool


def card(shell: Shell, said: Said) -> Markup:
    """Give the card of one resource, the same on every list."""
    view = card_view(said, shell.words, shell.directory.build_date)
    return Markup(shell.template("card.html").render(c=view))  # noqa: S704 - rendered with escaping


def card_view(said: Said, words: Words, on: str) -> Card:
    """Give what a card shows, in words."""
    resource, entry = said.resource, said.resource.entry
    shown = main_hours(said.hours)
    return Card(
        name=entry.name,
        path=f"../{resource.path}",
        summary=entry.summary,
        closed=resource.closed,
        hours=shown,
        hours_until=until(shown.trust) if shown else "",
        place=said.place.confidential or said.place.one_line,
        facts=tuple(_facts(resource, said.asked, words, on)),
        unknown=_unknown(resource, said.asked, words),
        phone=said.main,
        directions=said.place.directions,
        website=entry.website,
        area=said.place.area,
        alert=entry.alert,
        alert_until=entry.alert_until,
        zone=resource.timezone,
        responders=_responders(resource),
    )


def main_hours(views: tuple[HoursView, ...]) -> HoursView | None:
    """Give the hours that say most on one line: those of the door, else of intake, else of the phone."""
    whole = {view.purpose: view for view in reversed(views) if not view.service}
    return next((whole[purpose] for purpose in _MAIN if purpose in whole), views[0] if views else None)


def _responders(resource: Resource) -> bool:
    fact = resource.fact("intake_for")
    return fact is not None and "responders-only" in fact.values


def _facts(resource: Resource, rows: tuple[FactRow, ...], words: Words, on: str) -> Iterator[CardFact]:
    """Give what matters most and is told, and, wherever it is told, how officers should come by."""
    told = [row for row in rows if _told(resource, row) and not row.name.startswith("hours.")][:FACTS]
    if resource.fact(_ALWAYS) and all(row.name != _ALWAYS for row in told):
        told += [row for row in [facts.row(resource, _ALWAYS, words, on)] if _told(resource, row)]
    for row in told:
        text = _names(resource, words) if row.name == "languages" else row.text
        how = resource.trust.get(row.name)
        yield _fact(words, row, text, how.source.year if how else None)


@per_words
def _fact(words: Words, row: FactRow, text: str, year: str | None) -> CardFact:
    """Give one line. `year` is that of the source, empty where it is undated, None where there is no source to name."""
    listed = _line(words, row, row.aged_text or text, year)
    stays = row.name == _ALWAYS
    if ends := until(row.trust):
        asked = partial_date(row.trust.checked if row.trust else "", words)
        confirmed = words("card.fact.confirmed", label=row.label, text=text, date=asked)
        return CardFact(stays, row.state, confirmed, ends, listed, row.aged_state or row.state)
    return CardFact(stays, row.state, listed, "", "", "")


def _names(resource: Resource, words: Words) -> str:
    """Give the languages without how they are spoken, which would fill a card."""
    return ", ".join(item.name for item in languages.items(resource.entry.languages, words))


def _line(words: Words, row: FactRow, text: str, year: str | None) -> str:
    """Give a listed fact with the year of its source, unless its text says so already."""
    if year is None or row.asks or row.aged_text:
        return words("card.fact", label=row.label, text=text)
    key = "card.fact.listed" if year else "card.fact.undated"
    return words(key, label=row.label, text=text, year=year)


def _told(resource: Resource, row: FactRow) -> bool:
    """Whether there is an answer. `unknown` with a note is none: its page has room for the note, a card has not."""
    fact = resource.fact(row.name)
    return row.known and (fact is None or fact.values != ("unknown",))


def _unknown(resource: Resource, rows: tuple[FactRow, ...], words: Words) -> str:
    labels = [row.label for row in rows if not _told(resource, row)][:FACTS]
    return words("card.unknown", labels=" · ".join(labels)) if labels else ""
