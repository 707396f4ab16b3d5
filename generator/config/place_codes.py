"""The stable codes of problems in the gazetteer's files and in `directory/geocodes.yaml`."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.config.codes import Explanation

if TYPE_CHECKING:
    from collections.abc import Mapping

PLACE_CODES: Mapping[str, Explanation] = MappingProxyType(
    {
        # places.csv, zips.csv, streets.csv
        "E750": Explanation(
            "Table cannot be read",
            "A table is UTF-8 text with commas between its values; its first line names the columns.",
        ),
        "E751": Explanation("Wrong cell", "One value of a row does not have the form its column wants."),
        "E752": Explanation("Row repeated", "The same place, ZIP or block stands in a table a second time."),
        # outline.geojson
        "E755": Explanation("Outline cannot be read", "The outline is not GeoJSON of closed county lines."),
        "E756": Explanation(
            "County without its names", "Each county of the outline needs an id, a name, a state and a role."
        ),
        # directory/geocodes.yaml
        "E760": Explanation("Not a record", "Under each entry id stands a group of keys, not a text or a list."),
        "E761": Explanation("Unknown key of a record", "A record has only the keys that the message names."),
        "E762": Explanation("Record incomplete", "A record lacks a key that every record needs."),
        "E763": Explanation("Not a point", "Latitude and longitude are decimal degrees, and never both 0."),
        "E764": Explanation("Unknown precision", "The precision is rooftop, block, street, zip or city."),
        "E765": Explanation("Not a date", "The date is written year first: 2026-11-23, 2026-11 or 2026."),
        "E766": Explanation("Not an entry id", "A record stands under the id of an entry, which is its file name."),
        "E767": Explanation(
            "Record unclear", "A value of a record is one line of text with no blanks before or after it."
        ),
        "E768": Explanation(
            "Record changed",
            "A record does not fit its checksum: something damaged it, or somebody mended it and left the line there.",
        ),
        "E769": Explanation("File cut off", "The last line of the file is missing, and records may be missing too."),
    }
)
"""E750-E754 tables, E755-E759 outline, E760-E769 geocodes."""
