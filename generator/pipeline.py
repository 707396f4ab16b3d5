"""The whole flow as one function over values: read, check, geocode, compile, then pages and exports."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from generator import export, finder, offline, pages, paper
from generator.check.run import Checked, check
from generator.compile.directory import compile_directory
from generator.compile.private import without_private
from generator.config.geocodes import read_geocodes
from generator.config.settings import REFERENCE, Settings, load_settings
from generator.config.shape import open_file
from generator.config.strings import PSEUDO, lacking, load_words
from generator.entry.problem import ProblemError
from generator.measure.coverage import coverage
from generator.report.coverage import coverage_files
from generator.safety.leaks import scanner
from generator.safety.policy import SHELL, single_file
from generator.starter.shipped import shipped_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from generator.compile.model import Compiled
    from generator.config.geocodes import Geocodes
    from generator.project import Project
    from generator.safety.leaks import Scanner


_TABLES = frozenset({"streets.csv", "zips.csv", "outline.geojson"})
"""Settings in which numbers stand beside streets that nobody's address puts together."""


_ENGLISH = "strings/en.yaml"


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
    _require_words(settings)
    geocodes = read_geocodes(project.geocodes)
    return Loaded(project, settings, geocodes, check(project.entries, settings, geocodes, today, advice=advice))


def _require_words(settings: Settings) -> None:
    """Refuse English words that are older than the generator: a page would have nothing to say."""
    newest, file = shipped_file(f"site_config/{_ENGLISH}"), settings.files[_ENGLISH]
    if not newest or newest.decode() == file.document.text:
        return
    problems = lacking(file, load_words(REFERENCE, open_file(_ENGLISH, newest, "strings")))
    if problems:
        raise ProblemError(*problems)


def compiled(loaded: Loaded, build_date: date | None = None, language: str = "") -> Compiled:
    """Compile what was loaded.

    Without a build date, the date of the data is taken. `language` is a code of `strings/`, or PSEUDO; empty for the
    site's own. Raises KeyError for a language that has no file.
    """
    settings = _spoken(loaded.settings, language)
    return compile_directory(loaded.checked.entries, settings, loaded.geocodes, build_date)


def site_files(directory: Compiled, project: Project, *, draft: bool = False) -> Iterator[tuple[str, bytes]]:
    """Give every file of the light shell and the data, by path from the site's root.

    A `draft` is what a server on this machine shows: it writes a script of its own into every page, so that pages
    cannot state what they may load, and no phone may keep it.
    """
    words = directory.settings.words
    said = pages.put_in_words(directory, words)
    cards = pages.card_words(directory, words, said)
    held = finder.data_files(directory, words, cards)
    data = next(iter(held))
    stated = "" if draft else SHELL.meta
    shell = pages.open_shell(directory, words, pages.load_assets(), data, stated)
    thin = _thin_data(directory, cards)
    alone = held.keys() - {data} if thin else set()
    copy = offline.Copy(pages.private_paths(shell) | alone)
    places = finder.places_file(directory.settings.gazetteer)
    asked = [*held.items(), *thin[1:], places, pages.away_page(shell)]
    asked.append(pages.form_file(directory, words, [file.stem for file in project.entries]))
    made = pages.render(directory, words, project.authored, data, said, policy=stated)
    printed = paper.print_pages(shell, said, cards)
    for path, content in chain(asked, made, printed):
        copy.add(path, content)
        yield path, content
    for _, content in thin[:1]:
        copy.stand_in(data, content)
    for path, content in paper.print_stand_ins(shell, said, cards):
        copy.stand_in(path, content)
    yield from pages.entry_files(directory, project.entries)
    typed = [content for _, content in thin or held.items()]
    inside = dict(zip(("data-finder", "data-search", "data-places"), (*typed, places[1]), strict=True))
    yield from _phone_files(shell, copy, inside, offered=not draft and directory.settings.site.copies_offered)
    yield from export.files(directory, words)
    yield from _covered(shell)
    yield from export.sitemap(directory)


def _covered(shell: pages.Shell) -> Iterator[tuple[str, bytes]]:
    """Give coverage as a page and as files, measured once."""
    found = coverage(shell.directory)
    yield pages.coverage_page(shell, found)
    yield from coverage_files(shell.directory, found)


def _thin_data(directory: Compiled, cards: Mapping[str, pages.Card]) -> list[tuple[str, bytes]]:
    """Give the finder's files as they are without private resources, none where there are none of these.

    A phone that keeps no private pages gets the first in the place of the whole one, and from it the names of others.
    """
    shown = without_private(directory)
    return [] if shown is directory else list(finder.data_files(shown, directory.settings.words, cards).items())


def leak_scanner(loaded: Loaded, handbook: Iterable[str] = ()) -> Scanner:
    """Make what looks through every finished file before it is published. `handbook` are the texts of its pages."""
    project = loaded.project
    sources = {file.stem: file.data.decode(errors="replace") for file in project.entries if file.path.endswith(".yaml")}
    settings = (data.decode(errors="replace") for name, data in project.config.items() if name not in _TABLES)
    public = (*settings, *project.authored.values(), *handbook)
    return scanner(loaded.checked.entries, loaded.geocodes.records, sources, public)


def _phone_files(
    shell: pages.Shell, copy: offline.Copy, data: Mapping[str, bytes], *, offered: bool
) -> Iterator[tuple[str, bytes]]:
    """Give the directory as one file, the page about copies, and the worker that keeps them.

    Where none is offered, the worker is one that takes them away. `data` is what the one file holds for its finder.
    """
    for path, content in pages.stand_ins(shell):
        copy.stand_in(path, content)
    offer = pages.Offer()
    if copy.fits:
        everybody = replace(shell, directory=without_private(shell.directory))
        whole = offline.one_file(everybody, copy.pages, data, _stated)
        yield offline.ONE_FILE, whole
        offer = pages.Offer(*(copy.sizes if offered else (0, 0)), offline.ONE_FILE, len(whole))
    path, content = pages.keep_page(shell, offer)
    copy.add(path, content)
    yield path, content
    yield from offline.app_files(shell.directory.settings.site)
    if offer.copy:
        yield from copy.files(shell.words, shell.directory.data_date, pages.AWAY)
    else:
        yield offline.WORKER, offline.leaving_worker()


def _stated(script: bytes, style: bytes) -> str:
    return single_file([script], [style]).meta


def _spoken(settings: Settings, language: str) -> Settings:
    if language == PSEUDO:
        return settings.pseudo()
    return replace(settings, words=settings.languages[language]) if language else settings
