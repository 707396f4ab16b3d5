"""The offline gazetteer for the device: towns, landmarks, ZIP codes and street blocks in one small file.

It is the same for every visitor and fetched whole, so that no request tells what was typed. In JSON:

    origin   latitude and longitude in thousandths of a degree: everything counts north and east from there
    short    how words of streets are written: directions, kinds, first words and numbers, long form to short
    states   two letters each, which people write behind a town
    places   [name, kind, lat, lon, town, ...] each: ten-thousandths of a degree (11 m); the towns it stands for
    zips     [code, lat, lon] each, likewise
    towns    [name, how many streets] each, in the order of the streets
    streets  names in capitals, one a line
    blocks   [how many each street has, hundreds, lats, lons]: house numbers by the hundred, and thousandths of a
             degree (100 m); all but the first of a street count from the one before
"""

from __future__ import annotations

import gzip
import json
from math import floor
from typing import TYPE_CHECKING, Any, Final

from generator.config.streets import DIRECTIONS, FIRST_WORDS, KINDS, ORDINALS, plain_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.config.gazetteer import Block, Gazetteer
    from generator.entry.place import Point

PATH: Final = "data/places.json"

MOST_BYTES: Final = 20 * 1024
"""What the file may cost compressed. Of a larger gazetteer the streets with the most blocks are kept."""

_Street = tuple[tuple[str, str], "tuple[Block, ...]"]


def places_file(gazetteer: Gazetteer) -> tuple[str, bytes]:
    """Give the file: its path from the site's root, and its bytes."""
    streets = sorted(gazetteer.streets.items(), key=lambda street: (-len(street[1]), street[0]))
    kept, too_many = 0, len(streets) + 1
    found = _encoded(gazetteer, streets)
    if _small(found):
        return PATH, found
    while too_many - kept > 1:
        middle = (kept + too_many) // 2
        kept, too_many = (middle, too_many) if _small(_encoded(gazetteer, streets[:middle])) else (kept, middle)
    return PATH, _encoded(gazetteer, streets[:kept])


def _small(data: bytes) -> bool:
    return len(gzip.compress(data, mtime=0)) <= MOST_BYTES


def _small_letters(table: Mapping[str, str]) -> dict[str, str]:
    return {long.lower(): short.lower() for long, short in table.items()}


def _encoded(gazetteer: Gazetteer, streets: Sequence[_Street]) -> bytes:
    return json.dumps(_data(gazetteer, sorted(streets)), ensure_ascii=False, separators=(",", ":")).encode()


def _data(gazetteer: Gazetteer, streets: Sequence[_Street]) -> dict[str, Any]:
    points = [place.point for place in gazetteer.places]
    points += [middle.point for middle in gazetteer.zips.values()]
    points += [block.point for _, blocks in streets for block in blocks]
    south = min((floor(point.lat * 1000) for point in points), default=0)
    west = min((floor(point.lon * 1000) for point in points), default=0)

    def off(point: Point, unit: int) -> tuple[int, int]:
        return round((point.lat * 1000 - south) * unit), round((point.lon * 1000 - west) * unit)

    towns: dict[str, int] = {}
    counts, hundreds, lats, lons = (list[int]() for _ in range(4))
    for (town, _), blocks in streets:
        towns[town] = towns.get(town, 0) + 1
        counts.append(len(blocks))
        before = (0, 0, 0)
        for block in blocks:
            here = (block.number // 100, *off(block.point, 1))
            for column, now, last in zip((hundreds, lats, lons), here, before, strict=True):
                column.append(now - last)
            before = here
    names = {plain_name(town): town for place in gazetteer.places for town in place.towns}
    return {
        "origin": [south, west],
        "short": [_small_letters(table) for table in (DIRECTIONS, KINDS, FIRST_WORDS | ORDINALS)],
        "states": sorted(gazetteer.states),
        "places": [
            [p.name, p.kind, *off(p.point, 10), *p.towns] for p in sorted(gazetteer.places, key=lambda p: p.name)
        ],
        "zips": [[code, *off(middle.point, 10)] for code, middle in sorted(gazetteer.zips.items())],
        "towns": [[names.get(town, town.title()), count] for town, count in towns.items()],
        "streets": "\n".join(name for (_, name), _ in streets),
        "blocks": [counts, hundreds, lats, lons],
    }
