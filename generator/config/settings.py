"""All of `site_config/` in one value, read at once so that the problems of every file are told together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from generator.config.lead import Lead, load_lead
from generator.config.reading import ConfigFile, missing_file
from generator.config.shape import open_file
from generator.config.site import Site, load_site
from generator.config.strings import Words, compare, load_words
from generator.config.taxonomy_read import load_taxonomy
from generator.entry.problem import Problem, ProblemError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.config.taxonomy import Taxonomy

T = TypeVar("T")

REFERENCE = "en"
"""The language whose file says which words there are."""

_STRINGS = "strings/"


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything local, typed.

    `words` are those of the site's language, `languages` all of them by code. `files` are the YAML files as
    they were read, by name relative to `site_config/`, so that a later rule can point at a line.
    """

    site: Site
    lead: Lead
    taxonomy: Taxonomy
    words: Words
    languages: Mapping[str, Words]
    files: Mapping[str, ConfigFile]


def load_settings(files: Mapping[str, bytes]) -> Settings:
    """Read all files; names are relative to `site_config/`, with `/` between folders.

    Needed are `site.yaml`, `lead.yaml`, `taxonomy.yaml`, `strings/en.yaml` and the words of the site's
    language; files of other names are left alone. Raises ProblemError with the problems of every file.
    """
    reader = _Reader(files)
    site = reader.load("site.yaml", "site", load_site)
    lead = reader.load("lead.yaml", "lead", load_lead)
    taxonomy = reader.load("taxonomy.yaml", "taxonomy", load_taxonomy)
    languages = _languages(reader)
    if site and site.language not in languages and f"{_STRINGS}{site.language}.yaml" not in files:
        wanted = f"a language that has a file in {_STRINGS}, or the file {_STRINGS}{site.language}.yaml"
        reader.problems.append(
            reader.opened["site.yaml"].problem(("language",), "E722", site.language, wanted)
        )
    if reader.problems or not (site and lead and taxonomy):
        raise ProblemError(*sorted(reader.problems))
    return Settings(site, lead, taxonomy, languages[site.language], languages, reader.opened)


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


def _languages(reader: _Reader) -> dict[str, Words]:
    names = [name for name in sorted(reader.files) if name.startswith(_STRINGS) and name.endswith(".yaml")]
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
