"""Committed points fit their entries; none of a secret place. Paths are of directory/geocodes.yaml."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.check.finding import Finding
from generator.check.rules.place import ZIP_KM, how_far, outside
from generator.config.geocodes import Precision
from generator.config.streets import parse_street, same_street
from generator.entry.place import distance_km

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.check.gist import Gist
    from generator.config.geocodes import Geocode, Geocodes
    from generator.config.settings import Settings
    from generator.entry.place import Point

OWN_KM = 1.0
"""The own point of an entry and the point that was found for its address lie no farther apart than this."""


def geocodes(committed: Geocodes, ids: Mapping[str, Gist | None], settings: Settings) -> Iterator[Finding]:
    """Require that every committed point is of an entry with a place, and lies where the entry says."""
    first: dict[Point, Gist] = {}
    for entry_id, record in committed.records.items():
        gist = ids.get(entry_id)
        if entry_id not in ids:
            wanted = "the id of an entry: if the entry was renamed, rename this too, else delete these lines"
            yield Finding("W616", (entry_id,), f"{entry_id}, which is no entry", wanted, at_key=True)
        elif gist and _secret(gist, record, settings):
            wanted = "nothing about this entry: delete these lines and tell a maintainer; old versions stay readable"
            yield Finding("E505", (entry_id,), f"a point of the secret place {entry_id}", wanted, at_key=True)
        elif gist:
            yield from _point(record, gist, settings)
            if record.precision is Precision.ROOFTOP and gist.address[0]:
                yield from _one_street(record, gist, first.setdefault(record.point, gist))


def _point(record: Geocode, gist: Gist, settings: Settings) -> Iterator[Finding]:
    gazetteer, path = settings.gazetteer, (record.id, "lat")
    shown = f"{record.point.lat:g}, {record.point.lon:g}"
    margin = settings.site.allowed.margin_km
    if gist.local and not gazetteer.inside(record.point, margin):
        yield outside("E406", record.id, record.point, settings)
        return
    far = how_far(record.point, gist.address[2], settings) if gist.local else 0.0
    if far > ZIP_KM:
        seen = f"{shown}, {far:.0f} km from the middle of ZIP {gist.address[2]} in {gist.file}"
        yield Finding("E407", path, seen, "a point and a ZIP code of one place: look the address up again")
    apart = distance_km(record.point, gist.point) if gist.point and record.precision.pin else 0.0
    if apart > OWN_KM:
        seen = f"{shown}, {apart:.1f} km from the own point of {gist.file}"
        yield Finding("W626", path, seen, "one place: is the street in that file right, and the point there?")
    middle = gazetteer.centroid(record.point) if record.precision.pin else ""
    if middle:
        wanted = "the point of the door, or  precision: zip  (or city), which shows no pin"
        yield Finding("W607", path, f"the middle of {middle}, with precision: {record.precision}", wanted)


def _secret(gist: Gist, record: Geocode, settings: Settings) -> bool:
    """Whether nothing may be known of a place, or without leave no more than its town."""
    needs_leave = settings.taxonomy.address_release_needed(gist.services) and not gist.released
    return gist.confidential or (needs_leave and record.precision is not Precision.CITY)


def _one_street(record: Geocode, gist: Gist, earlier: Gist) -> Iterator[Finding]:
    """Tell a door that two entries share on two streets."""
    here, there = parse_street(gist.address[0]).name, parse_street(earlier.address[0]).name
    if here and there and not same_street(here, there):
        seen = f"the door of {earlier.id}, which is at {earlier.address[0]}"
        yield Finding("W627", (record.id, "lat"), seen, f"the door of {gist.address[0]}: look it up again")
