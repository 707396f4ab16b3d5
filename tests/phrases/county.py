"""An invented county for the tests of phrases and exports: its settings, and entries made from a few fields."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from generator.compile.directory import compile_directory
from generator.config.geocodes import Geocodes
from generator.config.settings import load_settings
from generator.entry.build import build
from tests.invented import county

if TYPE_CHECKING:
    from generator.compile.model import Compiled, Resource
    from generator.config.settings import Settings
    from generator.config.strings import Words
    from generator.entry.model import Entry

SOURCE = {"publisher": "Harbor Ministries", "url": "https://harbor.example/visit", "date": "2024"}
CHECK = {"date": "2026-11-11", "how": "phone", "role": "directory volunteer"}


@cache
def settings() -> Settings:
    """Give the settings of Harbor County."""
    return load_settings(county().config)


def words() -> Words:
    """Give the words of the site."""
    return settings().words


def entry(entry_id: str = "harbor-house", **fields: Any) -> Entry:
    """Give an entry with these fields over the required ones."""
    required = {
        "name": "Harbor House",
        "organization": "Harbor Ministries",
        "summary": "Beds for adults, first come first served.",
        "services": ["shelter"],
        "status": "active",
        "sources": [SOURCE],
    }
    return build(entry_id, f"directory/sleep/{entry_id}.yaml", required | fields)


def compiled(*entries: Entry) -> Compiled:
    """Give the compiled directory of these entries; no point is known but those that entries give themselves."""
    return compile_directory(entries, settings(), Geocodes("directory/geocodes.yaml"))


def resource(**fields: Any) -> Resource:
    """Give the one resource of a directory with these fields."""
    return compiled(entry(**fields)).resources[0]
