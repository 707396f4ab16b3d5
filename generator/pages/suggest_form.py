"""What the form of `/suggest.html` is made from: the schema, the services, the tables of the rules, and words."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from generator.check.browser import browser_tables
from generator.check.subject import is_invented
from generator.config.taxonomy import Kind
from generator.entry.schema import entry_schema
from generator.pages.suggest_entries import parts
from generator.pages.suggest_send import hosting

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.compile.model import Compiled
    from generator.config.settings import Settings
    from generator.config.strings import Words
    from generator.config.taxonomy import Service

PATH: Final = "data/suggest.json"
"""The file, from the site's root."""

_CRISIS: Final = frozenset({Kind.CRISIS, Kind.WITHDRAWAL, Kind.SHELTER})
_SPOKEN: Final = ("suggest.", "fact.", "value.", "hours.day.", "page.need", "phone.purpose.")
_HELP: Final = "help"
_NUMBERED: Final = re.compile(r"([a-z0-9-]+)-([0-9]+)")


def form_file(directory: Compiled, words: Words, ids: Iterable[str]) -> tuple[str, bytes]:
    """Give the file: its path and its bytes. `ids` are those of all entries, drafts included, for free numbers."""
    settings = directory.settings
    site = settings.site
    held = {
        "schema": _slim(entry_schema()),
        "tables": browser_tables(),
        "services": service_facts(settings),
        "groups": [[group.slug, group.label] for group in settings.taxonomy.groups],
        "free": _free_numbers(settings, ids),
        "parts": parts(len(directory.resources)),
        "invented": is_invented(settings),
        "site": {"name": site.name, "state": site.state, "contact": site.contact or "", "hosting": hosting(site)},
        "words": {key: text for key, text in sorted(words.texts.items()) if key.startswith(_SPOKEN)},
    }
    return PATH, json.dumps(held, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def service_facts(settings: Settings) -> dict[str, dict[str, Any]]:
    """Give what the form knows of each service, by slug; what is not so is left out."""
    paths = {group.slug: group.path for group in settings.taxonomy.groups if group.sensitive}
    return {slug: _service(service, paths) for slug, service in settings.taxonomy.services.items()}


def _service(service: Service, paths: Mapping[str, str]) -> dict[str, Any]:
    told = {
        "leave": service.address_release_needed,
        "sensitive": service.sensitive,
        "numbered": paths.get(service.group, ""),
        "crisis": service.kind in _CRISIS,
    }
    known = {key: value for key, value in told.items() if value}
    return {"label": service.label, "group": service.group, "ask": list(service.ask), **known}


def _free_numbers(settings: Settings, ids: Iterable[str]) -> dict[str, int]:
    """Give the first number that no entry has after each word that hides what an entry is about."""
    words = {_HELP, *(group.path for group in settings.taxonomy.groups if group.sensitive)}
    free = dict.fromkeys(sorted(words), 1)
    for found in filter(None, map(_NUMBERED.fullmatch, ids)):
        if found[1] in free:
            free[found[1]] = max(free[found[1]], int(found[2]) + 1)
    return free


def _slim(node: object) -> object:
    """Give a part of the schema without the titles, which the form does not read."""
    if isinstance(node, list):
        return [_slim(item) for item in node]
    if not isinstance(node, dict):
        return node
    texts = {"title", "$schema"}
    return {key: _slim(value) for key, value in node.items() if not (key in texts and isinstance(value, str))}
