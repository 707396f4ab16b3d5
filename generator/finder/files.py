"""The data of the finder: everything that a phone needs to filter, search and show, and nothing to ask for.

One file has the columns of `generator.finder.cards`, those of `generator.finder.words` that cards show under `search`,
the table of hours, the facets with their answers, the needs with what matters for each, and the words that the phone
writes itself. The other has the columns for what is typed; it comes when somebody turns to the search box. Both are
named after what they hold together, so that an old page never meets new data, nor one file a strange other: the first
says as `set` how the second is called.
"""

from __future__ import annotations

import hashlib
import json
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from generator.finder.cards import columns, schedules
from generator.finder.facets import answers, facets
from generator.finder.holidays import public_holidays
from generator.finder.hours import device_hours, horizon
from generator.finder.words import TYPED, search_columns

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.compile.model import Compiled, Listing
    from generator.config.gazetteer import Gazetteer
    from generator.config.strings import Words
    from generator.finder.facets import Facet
    from generator.finder.told import CardWords

_DIGITS: Final = 10
_MAP: Final = 1000
_SPOKEN: Final = ("find.", "facet.", "near.", "share.", "open.", "my.", "hours.day.short.", "date.month.short.")
"""Keys of the words that the phone writes, by how they begin."""

_WORDS: Final = (
    "act.website", "card.details", "card.maps", "act.directions", "act.print", "act.share", "act.copy.done",
    "hours.am", "hours.pm", "hours.midnight", "hours.noon", "list.closed", "page.alert", "phone.call", "phone.aria",
    "act.copy.address",
)  # fmt: skip


def data_files(directory: Compiled, words: Words, cards: Mapping[str, CardWords]) -> dict[str, bytes]:
    """Give both files by their path from the site's root, the one that pages name first.

    `cards` are the words of the cards by id. The same directory gives the same bytes; the first day of the hours is
    the day of the build.
    """
    shown = data(directory, words, cards)
    typed = {name: shown["search"].pop(name) for name in TYPED}
    digest = hashlib.sha256(_json(shown) + _json(typed)).hexdigest()[:_DIGITS]
    files = {"finder": _json({"set": digest, **shown}), "search": _json(typed)}
    return {f"data/{name}-{digest}.json": held for name, held in files.items()}


def _json(held: dict[str, Any]) -> bytes:
    return json.dumps(held, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def data(directory: Compiled, words: Words, cards: Mapping[str, CardWords]) -> dict[str, Any]:
    """Give what the files hold, the columns of the second among those of `search`."""
    site = directory.settings.site
    first, days = horizon(date.fromisoformat(directory.build_date))
    texts, places = schedules(directory)
    hours = device_hours(texts, first, days, public_holidays(site.state, first, days))
    numbers = {entry_id: [hours.numbers[place] for place in mine] for entry_id, mine in places.items()}
    found = facets(directory)
    return {
        "date": directory.data_date,
        "url": site.url,
        "cards": columns(directory, cards, numbers),
        "hours": hours.table,
        "facets": [_facet(directory, words, facet) for facet in found],
        "needs": [_need(directory, listing, found) for listing in directory.listings],
        "map": _map(directory.settings.gazetteer),
        "search": search_columns(directory),
        "words": _words(words, found),
    }


def _map(gazetteer: Gazetteer) -> dict[str, Any]:
    """Give the locator map: rings of the outline as lat, lon, lat, ..., and towns, in thousandths of a degree."""
    rings = [ring for outline in gazetteer.area for ring in outline.rings()]
    inside = (p for p in gazetteer.places if p.kind == "town" and any(x.contains(p.point) for x in gazetteer.area))
    towns = sorted(inside, key=lambda place: place.name)
    return {
        "land": [[round(value * _MAP) for point in ring for value in (point.lat, point.lon)] for ring in rings],
        "towns": [[town.name, round(town.point.lat * _MAP), round(town.point.lon * _MAP)] for town in towns],
    }


def _facet(directory: Compiled, words: Words, facet: Facet) -> dict[str, Any]:
    """Give a facet. Of each option: key, key of its words, answers, and how lines of cards on the same fact begin."""
    signs, until = answers(directory, facet)
    told: dict[str, Any] = {
        "key": facet.key,
        "options": [
            [option.key, option.label, text, "|".join(words(f"fact.{name}") for name in option.fields)]
            for option, text in zip(facet.options, signs, strict=True)
        ],
    }
    if facet.strict:
        told["strict"] = 1
    if until:
        told["until"] = [number for pair in sorted(until.items()) for number in pair]
    return told


def _need(directory: Compiled, listing: Listing, found: tuple[Facet, ...]) -> list[Any]:
    """Give a list page: its word in addresses, its services, and the facet and option of each that matters for it."""
    slugs = list(directory.settings.taxonomy.services)
    services = [listing.service] if listing.service else list(listing.group.services)
    ask = (listing.service or listing.group).ask
    return [
        listing.path.removeprefix("find/").removesuffix(".html"),
        [slugs.index(service.slug) for service in services],
        [number for name in ask for pair in _matching(name, found) for number in pair],
    ]


def _matching(field: str, found: tuple[Facet, ...]) -> list[tuple[int, int]]:
    """Give the options that ask for one field, or for a part of it; a part stands alone where it is named."""
    exact = [
        (f, o) for f, facet in enumerate(found) for o, option in enumerate(facet.options) if field in option.fields
    ]
    if exact:
        return exact
    return [
        (f, o)
        for f, facet in enumerate(found)
        for o, option in enumerate(facet.options)
        if any(name.startswith(f"{field}.") for name in option.fields)
    ]


def _words(words: Words, found: tuple[Facet, ...]) -> dict[str, str]:
    labels = {option.label for facet in found for option in facet.options}
    return {key: text for key, text in sorted(words.texts.items()) if _spoken(key) or key in labels}


def _spoken(key: str) -> bool:
    return key in _WORDS or key.startswith(_SPOKEN)
