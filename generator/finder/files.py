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
from collections import Counter
from datetime import date
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Final

from generator.finder.cards import columns, schedules
from generator.finder.facets import answers, facets
from generator.finder.holidays import public_holidays
from generator.finder.hours import device_hours, horizon
from generator.finder.words import TYPED, search_columns

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.compile.model import Compiled
    from generator.config.gazetteer import Gazetteer
    from generator.config.strings import Words
    from generator.finder.facets import Facet
    from generator.finder.told import CardWords

_DIGITS: Final = 10
_MAP: Final = 1000
_ASKED: Final = 8
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
        "needs": _needs(directory, found),
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
        told["until"] = dict(sorted(until.items()))
    return told


def _needs(directory: Compiled, found: tuple[Facet, ...]) -> dict[str, list[list[int]]]:
    """Give by the word of each list page in addresses its services, and the options that matter for it by number.

    At most eight facets, the most important first. Home, without a word and services, has those that matter for most.
    """
    slugs = list(directory.settings.taxonomy.services)
    first = list(accumulate((len(facet.options) for facet in found), initial=0))
    needs: dict[str, list[list[int]]] = {}
    often: Counter[int] = Counter()
    for listing in directory.listings:
        services = [listing.service] if listing.service else list(listing.group.services)
        pairs = [pair for name in (listing.service or listing.group).ask for pair in _matching(name, found)]
        often.update(dict.fromkeys(facet for facet, _ in pairs).keys())
        important = list(dict.fromkeys(facet for facet, _ in pairs))[:_ASKED]
        named = [first[f] + o for f in important for o in range(len(found[f].options)) if (f, o) in pairs]
        path = listing.path.removeprefix("find/").removesuffix(".html")
        needs[path] = [[slugs.index(service.slug) for service in services], named]
    everywhere = [first[f] + o for f, _ in often.most_common(_ASKED) for o in range(len(found[f].options))]
    return {"": [[], everywhere], **needs}


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
