"""What a card on the device says, in columns: one list for each part, one place in it for each resource.

Texts that many cards share stand once in a table, and a column has their numbers. The words themselves are those of
the cards on the list pages, which the caller hands in, so that both say the same.

    id, zone     the id (its page is r/<id>.html); the number of its time zone
    call         "910-555-0100", or [href, label, words for a screen reader]; 0 where nothing can be dialled
    web          where there is nothing to dial: the website
    street       the line of the place without the town, or the words for a secret one; 0 without one
    town         the number of its "Harborview, NC 28301"; -1 without one
    lat, lon     1/10,000 degrees (11 m) from `origin`; 0 without a point
    near         [row, ...] of approximate points
    facts        numbers of lines [state, text, last day, text when aged, state when aged] of `lines`; a line that
                 stays whatever is chosen has -1 less its number
    ask          the number of the line of what is not confirmed in `asks`; -1 without one
    hours        [purpose, service or -1, number of hours, number of trust, ...] by the tables `hours` and `trusts`
    brief        the number of the week's hours in one line in `briefs`; -1 without hours
    flags        CLOSED, SENSITIVE, RESPONDERS, SECRET, URGENT, OWN_POINT
    alerts       [row, text, last day or ""]
    served       numbers of words for the area served in `areas`; -1 where nobody tells
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from generator.entry.model import PURPOSES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.compile.model import Compiled, Resource, Trust
    from generator.entry.hours import Schedule
    from generator.finder.told import Call, CardWords, FactLine

CLOSED, SENSITIVE, RESPONDERS, SECRET, URGENT, OWN_POINT = (1 << bit for bit in range(6))
_DEGREE: Final = 10_000


@dataclass
class Table:
    """Values that stand once, by their number; the first that is put in has 0."""

    numbers: dict[Any, int] = field(default_factory=dict)

    def number(self, value: Any) -> int:  # noqa: ANN401 - any JSON value that can be a key
        """Give the number of a value, which is put in where it is new."""
        return self.numbers.setdefault(value, len(self.numbers))

    def values(self) -> list[Any]:
        """Give all values in the order of their numbers."""
        return list(self.numbers)


def columns(directory: Compiled, cards: Mapping[str, CardWords], hours: Mapping[str, Sequence[int]]) -> dict[str, Any]:
    """Give the columns and their tables, ready for JSON.

    `cards` are the words by id, `hours` by id the numbers of the hours of a resource, in its order.
    """
    tables = {name: Table() for name in ("zones", "towns", "lines", "asks", "trusts", "areas", "briefs")}
    points = [r.location.point if r.location and r.location.pin else None for r in directory.resources]
    south = min((p.lat for p in points if p), default=0.0)
    west = min((p.lon for p in points if p), default=0.0)
    rows = [_row(r, cards[r.id], tables, hours[r.id]) for r in directory.resources]
    found: dict[str, Any] = {key: [row[key] for row in rows] for key in rows[0]} if rows else {}
    found["lat"] = [round((p.lat - south) * _DEGREE) + 1 if p else 0 for p in points]
    found["lon"] = [round((p.lon - west) * _DEGREE) + 1 if p else 0 for p in points]
    found["origin"] = [round(south, 6), round(west, 6)]
    found["near"] = [i for i, r in enumerate(directory.resources) if r.location and r.location.approximate]
    found["alerts"] = [[i, e.alert, e.alert_until] for i, r in enumerate(directory.resources) if (e := r.entry).alert]
    return found | {name: table.values() for name, table in tables.items()}


def schedules(directory: Compiled) -> tuple[list[Schedule], dict[str, list[int]]]:
    """Give every schedule of the directory, and by id which of them are those of `Resource.hours`, in its order."""
    found: list[Schedule] = []
    places: dict[str, list[int]] = {}
    for resource in directory.resources:
        mine = places.setdefault(resource.id, [])
        for hours in resource.hours:
            mine.append(len(found))
            slug = hours.service.slug if hours.service else ""
            every = resource.entry.hours
            found.append((every.by_service[slug] if slug else every.by_purpose)[hours.purpose])
    return found, places


def _row(resource: Resource, card: CardWords, tables: Mapping[str, Table], hours: Sequence[int]) -> dict[str, Any]:
    entry = resource.entry
    street, town = _place(resource, card)
    numbers: list[int] = []
    services = list(resource.services)
    for told, number in zip(resource.hours, hours, strict=True):
        service = services.index(told.service) if told.service else -1
        numbers += [PURPOSES.index(told.purpose), service, number, tables["trusts"].number(_trust(told.trust))]
    return {
        "id": resource.id,
        "zone": tables["zones"].number(resource.timezone),
        "call": _call(card.phone),
        "web": 0 if card.phone else entry.website or 0,
        "street": street,
        "town": tables["towns"].number(town) if town else -1,
        "facts": [-1 - n if line.stays else n for line in card.facts for n in (tables["lines"].number(_line(line)),)],
        "ask": tables["asks"].number(card.unknown) if card.unknown else -1,
        "hours": numbers,
        "brief": tables["briefs"].number(card.hours.one_line) if card.hours else -1,
        "flags": _flags(resource),
        "served": tables["areas"].number(card.area) if card.area else -1,
    }


def _place(resource: Resource, card: CardWords) -> tuple[str | int, str]:
    address = resource.entry.address
    if resource.entry.confidential or address is None:
        return card.place or 0, ""
    street = ", ".join(part for part in (address.street, address.unit) if part)
    return street or 0, card.place.removeprefix(street).removeprefix(", ")


def _call(phone: Call | None) -> str | int | list[str]:
    if phone is None:
        return 0
    if (
        phone.kind == "call"
        and phone.href == f"tel:+1{phone.number.replace('-', '')}"
        and phone.label.endswith(phone.number)
    ):
        return phone.number
    return [phone.href, phone.label, phone.aria]


def _line(line: FactLine) -> tuple[str, ...]:
    if not line.until:
        return line.state, line.text
    return line.state, line.text, line.until, line.aged, line.aged_state


def _trust(trust: Trust) -> tuple[str, ...]:
    """Give the last day of a check and its year, or two empty texts, and the year of the source."""
    if trust.verified is None:
        return "", "", trust.source.year
    last = date.fromisoformat(trust.verified.date) + timedelta(days=trust.limit_days)
    return last.isoformat(), trust.verified.date[:4], trust.source.year


def _flags(resource: Resource) -> int:
    entry = resource.entry
    intake = resource.fact("intake_for")
    return (
        CLOSED * resource.closed
        | SENSITIVE * resource.sensitive
        | RESPONDERS * bool(intake and "responders-only" in intake.values)
        | SECRET * entry.confidential
        | URGENT * resource.urgent
        | OWN_POINT * (entry.point is not None)
    )
