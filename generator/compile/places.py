"""Where one entry is: its own point, else the committed answer, else the offline gazetteer, else nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.compile.model import Location
from generator.config.geocodes import Precision
from generator.geocode.fill import located
from generator.geocode.query import query_of

if TYPE_CHECKING:
    from generator.config.gazetteer import Gazetteer
    from generator.config.geocodes import Geocodes
    from generator.entry.model import Entry


def locate(entry: Entry, geocodes: Geocodes, gazetteer: Gazetteer) -> Location | None:
    """Give the place of an entry; never asks the network.

    None for confidential entries, for lines without a place, and for those that name a town and no street: the
    middle of a town is not where a service is. A committed answer counts only while its query is still the address.
    """
    if entry.confidential:
        return None
    if entry.point:
        return Location(entry.point.point, Precision.ROOFTOP, entry.point.source)
    query = query_of(entry)
    if query is None or not query.address.street:
        return None
    found = located(query, geocodes.records, gazetteer)
    return Location(found.point, found.precision, found.provider) if found else None
