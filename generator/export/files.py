"""The files themselves: what they are called, what stands at their head, and how they are written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from generator.export.places import feature
from generator.export.resources import record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.compile.model import Compiled, Listing
    from generator.config.strings import Words

JSON: Final = "data/directory.json"
GEOJSON: Final = "data/directory.geojson"
VERSION: Final = 1
"""Goes up when a key changes its meaning or goes away; new keys may come at any time."""

LICENSE: Final = "Apache-2.0"


def files(compiled: Compiled, words: Words) -> Iterator[tuple[str, bytes]]:
    """Give the data files as path from the site's root and bytes: UTF-8, keys sorted, one record a line."""
    head = _head(compiled, words)
    records = (record(resource, compiled.build_date) for resource in compiled.resources)
    kinds = {"groups": _groups(compiled.listings), "services": _services(compiled.listings)}
    yield JSON, _written({"format": "offramp-directory", **head, **kinds}, "resources", records)
    points = (point for point in map(feature, compiled.resources) if point)
    yield GEOJSON, _written({"type": "FeatureCollection", **head}, "features", points)


def _head(compiled: Compiled, words: Words) -> dict[str, Any]:
    site = compiled.settings.site
    shown = (resource for resource in compiled.resources if not resource.entry.confidential)
    return {
        "version": VERSION,
        "name": site.name,
        "area": site.area,
        "stage": str(site.stage),
        **({"facts_date": compiled.facts_date} if compiled.facts_date else {}),
        "data_date": compiled.data_date,
        "build_date": compiled.build_date,
        "license": LICENSE,
        "credits": sorted({resource.location.credit for resource in shown if resource.location}),
        "notice": words("trust.data"),
    }


def _groups(listings: Iterable[Listing]) -> list[dict[str, Any]]:
    """Give the needs that have resources, in the order of the taxonomy."""
    return [{"slug": x.group.slug, "label": x.label, "path": x.path} for x in listings if x.service is None]


def _services(listings: Iterable[Listing]) -> list[dict[str, Any]]:
    """Give the services that have resources, in the order of the taxonomy."""
    return [
        {"slug": x.service.slug, "label": x.label, "path": x.path, "group": x.group.slug}
        for x in listings
        if x.service is not None
    ]


def _written(head: dict[str, Any], name: str, records: Iterable[dict[str, Any]]) -> bytes:
    """Write the head and then the records, one a line: small to send, and a change shows as one line."""
    start = ",\n".join(f"{_text(key)}: {_text(value)}" for key, value in sorted(head.items()))
    lines = ",\n".join(map(_text, records))
    return f"{{\n{start},\n{_text(name)}: [\n{lines}\n]\n}}\n".encode()


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
