"""The invented county with secrets in it that no check would let through, and a site made from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from generator import pipeline
from generator.config.geocodes import Geocode, Precision
from generator.entry.model import Address, OwnPoint
from generator.entry.place import Point
from generator.safety.leaks import Scanner, scanner
from tests.invented import county
from tests.phrases.county import entry

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.entry.model import Entry
    from generator.pipeline import Loaded

HIDDEN = "safety-1"
POINT = Point(35.06123, -78.91457)
FOUND = Geocode(
    HIDDEN,
    "4127 Lantern Hollow Road, Harborview, NC 28399",
    Point(35.06119, -78.91461),
    Precision.ROOFTOP,
    "nominatim",
    "2026-11-01",
    "Gate by the old mill race on the left side",
)
SOURCES = {HIDDEN: "name: Safe Harbor Line\n# The board voted that nobody may know the side entrance.\n"}


ADDRESS = Address(
    city="Harborview",
    state="NC",
    street="4127 Lantern Hollow Road",
    unit="B-7740",
    zip="28399",
    note="The blue door behind the bakery on the corner",
)
NOTE = "Ask the county office before you change anything here, because two people have moved since. Thanks."


def _hidden(found: Entry) -> Entry:
    return replace(found, address=ADDRESS, point=OwnPoint(POINT, "told by nobody"), editor_note=NOTE)


def _draft() -> Entry:
    return entry(
        "harbor-lodge-9",
        name="Lanternlight Lodge",
        status="draft",
        summary="Forty beds for men who have nowhere else to sleep tonight.",
        phones=[{"number": "910-555-0177"}],
        website="https://lanternlight.example/rooms",
        email="rooms@lanternlight.example",
        address={"street": "88 Quarry Bend Lane", "city": "Harborview", "state": "NC", "zip": "28398"},
    )


def _gone() -> Entry:
    return entry("harbor-loft-3", name="Harbor Loft", status="defunct", phones=[{"number": "910-555-0188"}])


@cache
def loaded() -> Loaded:
    """Give the county with a confidential entry that says where it is, a draft, and a place that is gone."""
    base = pipeline.load(county(), date(2026, 11, 20), advice=False)
    entries = (*(_hidden(e) if e.id == HIDDEN else e for e in base.checked.entries), _draft(), _gone())
    geocodes = replace(base.geocodes, records={**base.geocodes.records, HIDDEN: FOUND})
    return replace(base, checked=replace(base.checked, entries=entries), geocodes=geocodes)


@cache
def files() -> Mapping[str, bytes]:
    """Give the site of that county."""
    county_with_secrets = loaded()
    return dict(pipeline.site_files(pipeline.compiled(county_with_secrets), county_with_secrets.project))


@cache
def guard() -> Scanner:
    """Give what looks for its secrets."""
    found = loaded()
    sources = {file.stem: file.data.decode() for file in found.project.entries} | SOURCES
    public = [data.decode() for name, data in found.project.config.items() if name.endswith(".yaml")]
    return scanner(found.checked.entries, found.geocodes.records, sources, public)
