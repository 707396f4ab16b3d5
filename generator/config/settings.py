"""All of `site_config/` in one value, read at once so that the problems of every file are told together."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from generator.config import changes, do_not_list, gaps
from generator.config.gazetteer import Gazetteer, read_gazetteer
from generator.config.lead_read import load_lead
from generator.config.paper import PaperChoice, load_paper
from generator.config.reading import FOLDER, ConfigFile, missing_file
from generator.config.shape import open_file
from generator.config.site import Site, load_site
from generator.config.strings import Words, compare, load_words, pseudo, pseudo_text
from generator.config.synonyms import Synonyms, load_synonyms
from generator.config.table import Text
from generator.config.taxonomy_read import load_taxonomy
from generator.entry.problem import Problem, ProblemError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.config.changes import Change
    from generator.config.do_not_list import Unlisted
    from generator.config.gaps import Gap
    from generator.config.lead import Lead
    from generator.config.taxonomy import Taxonomy

T = TypeVar("T")

REFERENCE = "en"
"""The language whose file says which words there are."""

_STRINGS = "strings/"
_TABLES = {
    "places": "places.csv",
    "zips": "zips.csv",
    "streets": "streets.csv",
    "outline": "outline.geojson",
}


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything local, typed.

    `words` are those of the site's language, `languages` all of them by code. `gazetteer` is empty where its tables
    are not there, `synonyms`, `changes` and `do_not_list` where there is no such file. `files` are the YAML files as
    they were read, by name relative to `site_config/`, so that a later rule can point at a line. `paper` chooses
    nothing where its file is not there.
    """

    site: Site
    lead: Lead
    taxonomy: Taxonomy
    words: Words
    languages: Mapping[str, Words]
    gazetteer: Gazetteer
    files: Mapping[str, ConfigFile]
    synonyms: Synonyms = field(default_factory=Synonyms)
    paper: PaperChoice = field(default_factory=PaperChoice)
    changes: tuple[Change, ...] = ()
    do_not_list: tuple[Unlisted, ...] = ()
    gaps: tuple[Gap, ...] = ()

    def pseudo(self) -> Settings:
        """Give the same settings in the pseudo-language: words, groups and services, quick row."""
        return replace(
            self,
            words=pseudo(self.words),
            taxonomy=self.taxonomy.reworded(pseudo_text),
            site=self.site.reworded(pseudo_text),
        )


def load_settings(files: Mapping[str, bytes]) -> Settings:
    """Read all files; names are relative to `site_config/`, with `/` between folders.

    Needed are `site.yaml`, `lead.yaml`, `taxonomy.yaml`, `strings/en.yaml` and the words of the site's language; the
    gazetteer's tables, `synonyms.yaml`, `paper.yaml`, `changes.yaml`, `do-not-list.yaml` and `gaps.yaml` may be
    absent; files of other names are left alone. Raises ProblemError with the problems of every file.
    """
    reader = _Reader(files)
    site = reader.load("site.yaml", "site", load_site)
    lead = reader.load("lead.yaml", "lead", load_lead)
    taxonomy = reader.load("taxonomy.yaml", "taxonomy", load_taxonomy)
    synonyms = _synonyms(reader, taxonomy)
    paper = _paper(reader, taxonomy)
    changed = reader.load_if_there(changes.FILE, "changes", changes.load_changes) or ()
    unlisted = reader.load_if_there(do_not_list.FILE, "do-not-list", do_not_list.load_do_not_list) or ()
    named = _gaps(reader, taxonomy)
    languages = _languages(reader)
    gazetteer = _gazetteer(reader)
    if site and site.language != REFERENCE and f"{_STRINGS}{site.language}.yaml" not in files:
        wanted = f"a language with words: write site_config/{_STRINGS}{site.language}.yaml, or take another"
        file = reader.opened["site.yaml"]
        reader.problems.append(file.problem(("language",), "E722", site.language, wanted))
    if reader.problems or not (site and lead and taxonomy):
        raise ProblemError(*sorted(reader.problems))
    return Settings(
        site=site,
        lead=lead,
        taxonomy=taxonomy,
        words=languages[site.language],
        languages=languages,
        gazetteer=gazetteer,
        files=reader.opened,
        synonyms=synonyms,
        paper=paper,
        changes=changed,
        do_not_list=unlisted,
        gaps=named,
    )


class _Reader:
    """Opens files and keeps the problems of all of them."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = files
        self.opened: dict[str, ConfigFile] = {}
        self.problems: list[Problem] = []

    def load(self, name: str, kind: str, typed: Callable[[ConfigFile], T]) -> T | None:
        if name not in self.files:
            self.problems.append(missing_file(name))
            return None
        try:
            self.opened[name] = open_file(name, self.files[name], kind)
            return typed(self.opened[name])
        except ProblemError as error:
            self.problems.extend(error.problems)
            return None

    def load_if_there(self, name: str, kind: str, typed: Callable[[ConfigFile], T]) -> T | None:
        return self.load(name, kind, typed) if name in self.files else None


def _synonyms(reader: _Reader, taxonomy: Taxonomy | None) -> Synonyms:
    name = "synonyms.yaml"
    if taxonomy is None or name not in reader.files:
        return Synonyms()
    return reader.load(name, "synonyms", partial(load_synonyms, taxonomy)) or Synonyms()


def _paper(reader: _Reader, taxonomy: Taxonomy | None) -> PaperChoice:
    name = "paper.yaml"
    if taxonomy is None or name not in reader.files:
        return PaperChoice()
    return reader.load(name, "paper", partial(load_paper, taxonomy)) or PaperChoice()


def _gaps(reader: _Reader, taxonomy: Taxonomy | None) -> tuple[Gap, ...]:
    if taxonomy is None or gaps.FILE not in reader.files:
        return ()
    return reader.load(gaps.FILE, "gaps", partial(gaps.load_gaps, taxonomy)) or ()


def _languages(reader: _Reader) -> dict[str, Words]:
    names = {name for name in reader.files if name.startswith(_STRINGS) and name.endswith(".yaml")}
    found: dict[str, Words] = {}
    for name in sorted({*names, f"{_STRINGS}{REFERENCE}.yaml"}):
        language = name.removeprefix(_STRINGS).removesuffix(".yaml")
        words = reader.load(name, "strings", partial(load_words, language))
        if words:
            found[language] = words
    if REFERENCE in found:
        for language in found:
            file = reader.opened[f"{_STRINGS}{language}.yaml"]
            reader.problems.extend(compare(file, found[REFERENCE]))
    return found


def _gazetteer(reader: _Reader) -> Gazetteer:
    texts = {part: Text(FOLDER + name, reader.files[name]) for part, name in _TABLES.items() if name in reader.files}
    try:
        return read_gazetteer(**texts)
    except ProblemError:
        for part, text in texts.items():
            reader.problems.extend(_table_problems(part, text))
        return Gazetteer()


def _table_problems(part: str, text: Text) -> tuple[Problem, ...]:
    """Give the problems of one table: read together, the first broken one hides the others."""
    try:
        read_gazetteer(**{part: text})
    except ProblemError as error:
        return error.problems
    return ()
