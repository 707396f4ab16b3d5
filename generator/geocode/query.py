"""The question: the public address of one entry. There is no way to ask about a confidential place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.config.streets import Street, parse_street, plain_name
from generator.entry.model import Address

if TYPE_CHECKING:
    from generator.entry.model import Entry

_STATE_ZIP = re.compile(r"([A-Za-z]{2})(?: ([0-9]{5})(?:-[0-9]{4})?)?")


class Area(StrEnum):
    """Whom an entry serves; only a local one has to lie in the site's area."""

    LOCAL = "local"
    STATEWIDE = "statewide"
    NATIONAL = "national"


@dataclass(frozen=True, slots=True)
class Query:
    """One address to look up, for the entry `id`.

    Raises TypeError for anything that is not an Address, which a confidential entry cannot have.
    """

    id: str
    address: Address
    area: Area = Area.LOCAL

    def __post_init__(self) -> None:
        if not isinstance(self.address, Address):
            raise TypeError("only a public address can be looked up")

    @property
    def street(self) -> Street:
        """The street line, read: the unit is cut, because no provider knows it."""
        return parse_street(self.address.street)

    @property
    def text(self) -> str:
        """The address on one line, as it is committed: `128 S King St, Fayetteville, NC 28301`."""
        region = f"{self.address.state} {self.address.zip[:5]}".strip()
        return ", ".join(part for part in (self.street.line, self.address.city, region) if part)


def query_of(entry: Entry) -> Query | None:
    """Give the question for an entry, or None: it is confidential, has no street, or gives its own point."""
    if entry.confidential or entry.address is None or not entry.address.street or entry.point is not None:
        return None
    wide = [area for area in (Area.NATIONAL, Area.STATEWIDE) if area in entry.service_area]
    return Query(entry.id, entry.address, wide[0] if wide else Area.LOCAL)


def may_be_recorded(entry: Entry) -> bool:
    """Whether a committed record may stay: the place is public, and has an address or its own point."""
    return not entry.confidential and entry.address is not None


def same_query(a: str, b: str) -> bool:
    """Whether two lines as Query.text gives them ask for the same address.

    Spelling does not matter (`St` or `Street`, a suite or none), nor does a ZIP that only one of them has.
    """
    place_a, zip_a = _taken_apart(a)
    place_b, zip_b = _taken_apart(b)
    return place_a == place_b and (zip_a == zip_b or not zip_a or not zip_b)


def _taken_apart(text: str) -> tuple[tuple[object, ...], str]:
    parts = [part.strip() for part in text.split(",")]
    region = _STATE_ZIP.fullmatch(parts[-1])
    if region is None or len(parts) < 2:
        return (plain_name(text),), ""
    street = parse_street(",".join(parts[:-2]))
    place = (street.number, street.name, street.cross, plain_name(parts[-2]), region.group(1).upper())
    return place, region.group(2) or ""
