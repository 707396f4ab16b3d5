"""Where one entry is: its own point, else the committed answer, else the offline gazetteer, else nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.compile.model import Location
from generator.config.geocodes import Precision
from generator.geocode.fill import located
from generator.geocode.offline import PROVIDER
from generator.geocode.query import query_of

if TYPE_CHECKING:
    from generator.config.gazetteer import Gazetteer, Place, ZipPoint
    from generator.config.geocodes import Geocodes
    from generator.entry.model import Address, Entry
    from generator.geocode.answer import Answer


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
    return Location(found.point, found.precision, _credit(found, query.address, gazetteer)) if found else None


def _credit(found: Answer, address: Address, gazetteer: Gazetteer) -> str:
    """Name who gave a point: where that is the middle of a ZIP or a town, the source of the table it is from."""
    table: ZipPoint | Place | None = None
    if found.provider == PROVIDER and found.precision is Precision.ZIP:
        table = gazetteer.zips.get(address.zip[:5])
    elif found.provider == PROVIDER and found.precision is Precision.CITY:
        table = gazetteer.town(address.city)
    return table.source if table and table.source else found.provider
