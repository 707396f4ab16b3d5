"""Prints how far the offline gazetteer is from every committed point of a house: python -m tests.geocode.bench_offline.

The points and the street blocks come in part from the same city; for a fair half of them a second list agrees.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from generator.config.gazetteer import Gazetteer, read_gazetteer
from generator.config.geocodes import Geocode, Precision, read_geocodes
from generator.config.table import Text
from generator.entry.model import Address
from generator.entry.place import distance_km
from generator.geocode.offline import offline
from generator.geocode.query import Query

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ROOT = Path(__file__).parents[2]


def real_gazetteer() -> Gazetteer:
    """Read the gazetteer of this repository."""
    tables = {"places": "places.csv", "zips": "zips.csv", "streets": "streets.csv", "outline": "outline.geojson"}
    config = ROOT / "site_config"
    return read_gazetteer(**{key: Text(name, (config / name).read_bytes()) for key, name in tables.items()})


def real_answers() -> list[Geocode]:
    """Read the committed points of houses, one for each address."""
    records = read_geocodes((ROOT / "directory" / "geocodes.yaml").read_bytes()).records.values()
    return list({r.query: r for r in records if r.precision is Precision.ROOFTOP}.values())


def errors(answers: Iterable[Geocode], gazetteer: Gazetteer) -> Mapping[str, list[float]]:
    """Give the kilometres between each committed point and the offline answer, by the precision that claims."""
    found: dict[str, list[float]] = defaultdict(list)
    for answer in answers:
        place = offline(query(answer), gazetteer)
        if place:
            found[place.precision].append(distance_km(place.point, answer.point))
    return found


def query(answer: Geocode) -> Query:
    """Take a committed line apart again."""
    street, city, region = answer.query.rsplit(", ", 2)
    state, _, zip_code = region.partition(" ")
    return Query(answer.id, Address(city, state, street, zip=zip_code))


if __name__ == "__main__":
    for precision, kilometres in errors(real_answers(), real_gazetteer()).items():
        kilometres.sort()
        middle, worst = kilometres[len(kilometres) // 2], kilometres[-1]
        print(f"{precision:8} {len(kilometres):3} addresses, median {middle:.2f} km, worst {worst:.2f} km")
