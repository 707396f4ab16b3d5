"""Where a place is: ZIP, town, state and point fit each other and lie in the area."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.check.finding import Finding
from generator.check.guess import STATES, state_code
from generator.check.subject import block_at, text_at
from generator.check.zip_states import STATE_OF, in_state
from generator.entry.place import PlaceError, Point, distance_km, parse_point

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.check.subject import Subject
    from generator.config.settings import Settings

TOWN_KM = 30.0
"""The middle of a town and of its ZIP code lie no farther apart than this, even in wide rural counties."""

ZIP_KM = 20.0
"""A place lies no farther than this from the middle of its ZIP code; the same figure judges answers of a geocoder."""


def address(subject: Subject) -> Iterator[Finding]:
    """Require that town, state and ZIP code fit each other and lie in the area."""
    block = block_at(subject.data, "address")
    state, code = text_at(block, "state"), text_at(block, "zip")
    if len(state) == 2 and state.isupper() and state not in STATES:
        meant = state_code(text_at(block, "state"))
        yield Finding(
            "E330", ("address", "state"), state, "the two letters of a state, such as NC", value=meant or None
        )
        return
    usable = len(code) == 5 and code.isdigit()
    if usable and state in STATES and not in_state(code, state):
        home = STATE_OF.get(code[:3])
        seen = f"{code}, which is in {STATES[home]}, with  state: {state}" if home else f"{code}, which is in no state"
        yield Finding("E317", ("address", "zip"), seen, "the ZIP code and the state of one place: look both up again")
    else:
        yield from _in_area(subject, state, code if usable else "")
        yield from _in_town(subject, text_at(block, "city"), code if usable else "")


def point(subject: Subject) -> Iterator[Finding]:
    """Require an own point in the area and near its ZIP code; tell one that is just the middle of something."""
    block = block_at(subject.data, "point")
    lat, lon = text_at(block, "lat"), text_at(block, "lon")
    if not lat or not lon:
        return
    try:
        here = parse_point(lat, lon)
    except PlaceError as error:
        yield Finding("E320", ("point", "lat"), f"{lat}, {lon}", f"a point in the area; {error}")
        return
    gazetteer = subject.settings.gazetteer
    if subject.local and not gazetteer.inside(here, subject.settings.site.allowed.margin_km):
        yield outside("E320", "point", here, subject.settings)
        return
    zip_code = text_at(subject.data.get("address"), "zip")
    far = how_far(here, zip_code, subject.settings) if subject.local else 0.0
    if far > ZIP_KM:
        seen = f"{lat}, {lon}, which is {far:.0f} km from the middle of ZIP {zip_code}"
        yield Finding("E321", ("point", "lat"), seen, "a point and a ZIP code of one place: look both up again")
    middle = gazetteer.centroid(here)
    if middle:
        wanted = "the point of the door; if nobody knows it, delete point: and give the address"
        yield Finding("W607", ("point", "lat"), f"the middle of {middle}", wanted)


def how_far(here: Point, zip_code: str, settings: Settings) -> float:
    """Give the kilometres from a point to the middle of a ZIP code; 0 where the ZIP code is not known."""
    known = settings.gazetteer.zips.get(zip_code)
    return distance_km(here, known.point) if known else 0.0


def outside(code: str, key: str, here: Point, settings: Settings) -> Finding:
    """Tell a point outside the area; a lost minus and exchanged numbers are told as that. `key` holds lat and lon."""
    margin, inside = settings.site.allowed.margin_km, settings.gazetteer.inside
    seen = f"{here.lat:g}, {here.lon:g}, which is outside the area"
    wanted = f"a point in {settings.site.area} or at most {margin} km outside"
    if inside(Point(here.lat, -here.lon), margin):
        return Finding(code, (key, "lon"), seen, f"{wanted}: west has a minus", value=f"{-here.lon:g}")
    if abs(here.lon) <= 90 and inside(Point(here.lon, here.lat), margin):
        return Finding(code, (key, "lat"), seen, f"{wanted}: lat and lon are the wrong way round")
    return Finding(code, (key, "lat"), seen, wanted)


def _in_area(subject: Subject, state: str, code: str) -> Iterator[Finding]:
    allowed = subject.settings.site.allowed
    if not subject.local:
        return
    wanted = "a place in the area, or  service_area: statewide  (or national) if it serves people here from afar"
    if state in STATES and state not in allowed.states:
        yield Finding("E319", ("address", "state"), f"{STATES[state]}, which is outside the area", wanted)
    elif code and not allowed.zip(code):
        yield Finding("E319", ("address", "zip"), f"{code}, which is outside the area", wanted)


def _in_town(subject: Subject, city: str, code: str) -> Iterator[Finding]:
    gazetteer = subject.settings.gazetteer
    middle, town = gazetteer.zips.get(code), gazetteer.town(city) if city else None
    if middle is None or town is None:
        return
    apart = distance_km(middle.point, town.point)
    if apart > TOWN_KM:
        its_town = f" (it is in {middle.city})" if middle.city else ""
        own = sorted(z.zip for z in gazetteer.zips.values() if z.city == town.name)
        wanted = f"a ZIP code of {city}" + (f", such as {own[0]}" if own else "") + ", or the town of this ZIP code"
        yield Finding("E318", ("address", "zip"), f"{code}, {apart:.0f} km from {city}{its_town}", wanted)
