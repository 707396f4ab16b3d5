"""Where a resource is: address lines, the way there, the area served. A confidential place gives none of it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from generator.pages.phrases.cache import per_words
from generator.pages.phrases.model import Directions, PlaceView

if TYPE_CHECKING:
    from generator.compile.model import Resource
    from generator.config.strings import Words
    from generator.entry.model import Address

_MAPS = "https://www.google.com/maps/dir/?api=1&destination="
"""An address that opens in every browser, and in the maps program of a phone that has one."""


def view(resource: Resource, words: Words) -> PlaceView:
    """Give the place of one resource in words."""
    entry = resource.entry
    served = area(entry.service_area, words)
    if entry.confidential:
        return PlaceView((), "", "", served, "", words("place.confidential"), None)
    lines = address_lines(entry.address, words) if entry.address else ()
    location = resource.location
    vague = words(f"place.precision.{location.precision}") if location and location.approximate else ""
    note = entry.address.note if entry.address else ""
    return PlaceView(lines, ", ".join(lines), note, served, vague, "", directions(resource, words))


def address_lines(address: Address, words: Words) -> tuple[str, ...]:
    """Give an address line by line: street and unit, then city, state and ZIP."""
    return _lines(words, address.street, address.unit, address.city, address.state, address.zip)


@per_words
def _lines(words: Words, street: str, unit: str, city: str, state: str, code: str) -> tuple[str, ...]:
    door = ", ".join(part for part in (street, unit) if part)
    town = words("place.town", city=city, state=state, zip=code).rstrip()
    return tuple(part for part in (door, town) if part)


def area(served: tuple[str, ...], words: Words) -> str:
    """Give the area served: "Whole county", "Hope Mills, Spring Lake"; empty if unknown."""
    if len(served) == 1 and f"value.service_area.{served[0]}" in words:
        return words(f"value.service_area.{served[0]}")
    return ", ".join(served)


def directions(resource: Resource, words: Words) -> Directions | None:
    """Give the way there, or None: for a confidential place, and where only a town or a ZIP is known.

    A street address leads better than a geocoded point; a point that the entry itself gives leads better than both,
    because it is there when maps do not find the address.
    """
    entry, location = resource.entry, resource.location
    if entry.confidential:
        return None
    pin = location if location and location.pin else None
    point = f"{pin.point.lat:.5f},{pin.point.lon:.5f}" if pin else ""
    address = entry.address
    street = f"{address.street}, {address_lines(address, words)[-1]}" if address and address.street else ""
    target = point if entry.point and point else street or point
    if not target:
        return None
    copy = ", ".join(address_lines(address, words)) if address and address.street else point
    geo = f"geo:{point}?q={quote(target)}" if point else ""
    return Directions(copy, target, _MAPS + quote(target, safe=""), geo)
