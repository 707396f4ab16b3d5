"""The whole flow as one function over values: read, check, geocode, compile, then pages and exports."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator import export, finder, pages
from generator.check.run import Checked, check
from generator.compile.directory import compile_directory
from generator.config.geocodes import read_geocodes
from generator.config.settings import Settings, load_settings
from generator.config.strings import PSEUDO
from generator.safety.policy import SHELL

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.compile.model import Compiled
    from generator.config.geocodes import Geocodes
    from generator.project import Project


@dataclass(frozen=True, slots=True)
class Loaded:
    """A project that was read and checked. `checked.problems` may hold errors: then nothing may be built."""

    project: Project
    settings: Settings
    geocodes: Geocodes
    checked: Checked


def load(project: Project, today: date, *, advice: bool = True) -> Loaded:
    """Read the settings and check every entry.

    `today` is only for rules on dates; without `advice` only errors are looked for. Raises ProblemError where
    `site_config/` or `geocodes.yaml` is broken.
    """
    settings = load_settings(project.config)
    geocodes = read_geocodes(project.geocodes)
    return Loaded(project, settings, geocodes, check(project.entries, settings, geocodes, today, advice=advice))


def compiled(loaded: Loaded, build_date: date | None = None, language: str = "") -> Compiled:
    """Compile what was loaded.

    Without a build date, the date of the data is taken. `language` is a code of `strings/`, or PSEUDO; empty for the
    site's own. Raises KeyError for a language that has no file.
    """
    settings = _spoken(loaded.settings, language)
    return compile_directory(loaded.checked.entries, settings, loaded.geocodes, build_date)


def site_files(directory: Compiled, project: Project, *, policy: bool = True) -> Iterator[tuple[str, bytes]]:
    """Give every file of the light shell and the data, by path from the site's root.

    `policy` is whether pages state what they may load and do; a server of drafts that writes a script into every page
    has to do without.
    """
    words = directory.settings.words
    said = pages.put_in_words(directory, words)
    data, held = finder.data_file(directory, words, pages.card_words(directory, words, said))
    yield data, held
    yield finder.places_file(directory.settings.gazetteer)
    stated = SHELL.meta if policy else ""
    yield from pages.render(directory, words, project.authored, data, said, policy=stated)
    yield from export.files(directory, words)
    yield from export.sitemap(directory)


def _spoken(settings: Settings, language: str) -> Settings:
    if language == PSEUDO:
        return settings.pseudo()
    return replace(settings, words=settings.languages[language]) if language else settings
