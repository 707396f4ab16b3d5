"""Committed points fit their entries; none of a secret place. Paths are of directory/geocodes.yaml."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.check.finding import Finding
from generator.check.rules.place import ZIP_KM, how_far, outside

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.check.gist import Gist
    from generator.config.geocodes import Geocode, Geocodes
    from generator.config.settings import Settings


def geocodes(committed: Geocodes, ids: Mapping[str, Gist | None], settings: Settings) -> Iterator[Finding]:
    """Require that every committed point is of an entry with a place, and lies where the entry says."""
    for entry_id, record in committed.records.items():
        gist = ids.get(entry_id)
        if entry_id not in ids:
            wanted = "the id of an entry: if the entry was renamed, rename this too, else delete these lines"
            yield Finding("W616", (entry_id,), f"{entry_id}, which is no entry", wanted, at_key=True)
        elif gist and gist.confidential:
            wanted = "nothing about this entry: delete these lines and tell a maintainer; old versions stay readable"
            yield Finding("E505", (entry_id,), f"a point of the secret place {entry_id}", wanted, at_key=True)
        elif gist:
            yield from _point(record, gist, settings)


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
    middle = gazetteer.centroid(record.point) if record.precision.pin else ""
    if middle:
        wanted = "the point of the door, or  precision: zip  (or city), which shows no pin"
        yield Finding("W607", path, f"the middle of {middle}, with precision: {record.precision}", wanted)
