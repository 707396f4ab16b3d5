"""The answer without a network: the street's blocks, else the middle of the ZIP, else the middle of the town.

Errors measured in Fayetteville against points of other lists: see the handbook, geocoding.
"""

from __future__ import annotations

from itertools import pairwise, product
from typing import TYPE_CHECKING

from generator.config.geocodes import Precision
from generator.entry.place import Point, distance_km
from generator.geocode.answer import Answer

if TYPE_CHECKING:
    from generator.config.gazetteer import Block, Gazetteer
    from generator.config.streets import Street
    from generator.geocode.query import Query

PROVIDER = "offline gazetteer"

BETWEEN = 1500
"""House numbers between two known blocks over which a point may be reckoned: median error 0.1 km, 9 of 10
under 0.5 km (every known block of Fayetteville left out in turn)."""

BESIDE = 200
"""House numbers beyond the last known block that its point may stand for: median error 0.3 km, 9 of 10 under
0.6 km (the same test)."""

ZIP_KM = 20
"""A street point farther than this from the middle of the written ZIP is another street of that name.
Addresses lie up to 15 km from the middle of theirs in this county."""

CROSSING_KM = 0.3
STREET_KM = 1.0


def offline(query: Query, gazetteer: Gazetteer) -> Answer | None:
    """Give the best answer of the gazetteer, labelled by its precision; None if it knows none."""
    address = query.address
    if address.state and gazetteer.states and address.state not in gazetteer.states:
        return None
    middle = gazetteer.zips.get(address.zip[:5])
    answer = _on_street(query.street, address.city, gazetteer)
    if answer and (middle is None or distance_km(answer.point, middle.point) <= ZIP_KM):
        return answer
    if middle:
        return Answer(middle.point, Precision.ZIP, PROVIDER, note=f"middle of ZIP {middle.zip}")
    town = gazetteer.town(address.city)
    return Answer(town.point, Precision.CITY, PROVIDER, note=f"middle of {town.name}") if town else None


def _on_street(street: Street, city: str, gazetteer: Gazetteer) -> Answer | None:
    blocks = gazetteer.blocks(city, street.name)
    if not blocks:
        return None
    if street.cross:
        return _crossing(street, blocks, gazetteer.blocks(city, street.cross))
    if street.number is None:
        return _whole(street, blocks)
    hundred = street.number // 100 * 100
    exact = next((block for block in blocks if block.number == hundred), None)
    if exact:
        return Answer(exact.point, Precision.BLOCK, PROVIDER, note=f"{hundred} block of {street.name}")
    return _between(street, street.number, blocks) or _beside(street, hundred, blocks)


def _between(street: Street, number: int, blocks: tuple[Block, ...]) -> Answer | None:
    for low, high in pairwise(blocks):
        if low.number < number < high.number and high.number - low.number <= BETWEEN:
            share = (number - low.number - 50) / (high.number - low.number)
            point = Point(
                round(low.point.lat + share * (high.point.lat - low.point.lat), 5),
                round(low.point.lon + share * (high.point.lon - low.point.lon), 5),
            )
            note = f"between the {low.number} and {high.number} blocks of {street.name}"
            return Answer(point, Precision.STREET, PROVIDER, note=note)
    return None


def _beside(street: Street, hundred: int, blocks: tuple[Block, ...]) -> Answer | None:
    nearest = min(blocks, key=lambda block: (abs(block.number - hundred), block.number))
    if abs(nearest.number - hundred) > BESIDE:
        return None
    note = f"{nearest.number} block of {street.name}, the nearest known"
    return Answer(nearest.point, Precision.STREET, PROVIDER, note=note)


def _whole(street: Street, blocks: tuple[Block, ...]) -> Answer | None:
    """Answer for a street without a house number, if all that is known of it lies close together."""
    if distance_km(blocks[0].point, blocks[-1].point) > STREET_KM:
        return None
    middle = blocks[len(blocks) // 2].point
    return Answer(middle, Precision.STREET, PROVIDER, note=f"middle of {street.name}")


def _crossing(street: Street, blocks: tuple[Block, ...], others: tuple[Block, ...]) -> Answer | None:
    pairs = [(distance_km(a.point, b.point), a.point) for a, b in product(blocks, others)]
    if not pairs or min(pairs)[0] > CROSSING_KM:
        return None
    return Answer(min(pairs)[1], Precision.STREET, PROVIDER, note=f"{street.name} where {street.cross} is near")
