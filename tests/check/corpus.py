"""The corpus of broken files: each folder of tests/broken/ is laid over the invented county and checked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from generator.check.report import as_text
from generator.check.run import check
from generator.config.geocodes import read_geocodes
from generator.config.settings import Settings, load_settings
from generator.entry.problem import Problem, ProblemError
from generator.entry.source import Kind, SourceFile
from generator.project import GEOCODES, Project, _source
from tests.invented import county

if TYPE_CHECKING:
    from collections.abc import Iterator

TODAY = date(2026, 11, 23)
"""The day on which the corpus and the county are checked."""

BROKEN = Path(__file__).parents[1] / "broken"


@dataclass(frozen=True)
class Case:
    """One folder: `alone` has no county around it and a site that is not invented; `why` excuses a second problem."""

    folder: Path

    @property
    def name(self) -> str:
        """The code it is about, a hyphen, and what is broken."""
        return self.folder.name

    @property
    def code(self) -> str:
        """The code it is about."""
        return self.name.partition("-")[0]

    @property
    def alone(self) -> bool:
        """Whether it is checked without the county's entries, on a site that is not invented."""
        return (self.folder / "alone").exists()

    @property
    def why(self) -> str:
        """Why it has more than one problem, if it has."""
        path = self.folder / "why.txt"
        return path.read_text(encoding="utf-8").strip() if path.exists() else ""

    @property
    def golden(self) -> Path:
        """The file that holds exactly what is told."""
        return self.folder / "expected.txt"

    def problems(self, *, advice: bool = True) -> tuple[Problem, ...]:
        """Check the county with this folder laid over it."""
        project = self._project()
        try:
            settings, geocodes = _settings(project), read_geocodes(project.geocodes)
        except ProblemError as error:
            return error.problems
        return check(project.entries, settings, geocodes, TODAY, advice=advice).problems

    def text(self) -> str:
        """Give what a volunteer would read."""
        return as_text(self.problems())

    def _project(self) -> Project:
        county = _county()
        entries = {} if self.alone else {file.path: file for file in county.entries}
        config, geocodes = dict(county.config), b"" if self.alone else county.geocodes
        if self.alone:
            config["lead.yaml"] = b"line: not published\n"
        for path in _files(self.folder):
            full = self.folder / path
            if path == GEOCODES:
                geocodes = full.read_bytes()
            elif path.startswith("directory/"):
                entries[path] = _source(self.folder, path)
            elif path.startswith("site_config/"):
                config[path.removeprefix("site_config/")] = full.read_bytes()
        if self.alone:
            config["site.yaml"] = _real(config["site.yaml"])
            config.pop("changes.yaml", None)
        for recipe in _recipes(self.folder):
            made = _made(entries, recipe)
            entries[made.path] = made
        files = tuple(entries[path] for path in sorted(entries))
        return replace(county, entries=files, config=config, geocodes=geocodes)


def cases() -> list[Case]:
    """Give every case, sorted by name."""
    return [Case(folder) for folder in sorted(BROKEN.iterdir()) if folder.is_dir()]


@cache
def _county() -> Project:
    return county()


@cache
def _county_settings() -> Settings:
    return load_settings(_county().config)


def _settings(project: Project) -> Settings:
    return _county_settings() if project.config == _county().config else load_settings(project.config)


def _files(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or path.is_file():
            yield path.relative_to(folder).as_posix()


def _recipes(folder: Path) -> list[list[str]]:
    path = folder / "recipe.txt"
    return [line.split() for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []


def _made(entries: dict[str, SourceFile], recipe: list[str]) -> SourceFile:
    """Give a file that not every computer can check out, as the disk would give it: a recipe is three words.

    `link PATH TARGET` is a link, `program PATH` the file with its executable bit, `name PATH NAME` the file under
    another name, in which `\\n` and `\\udce9` stand for a line break and a byte that is no text.
    """
    what, path, *rest = recipe
    if what == "link":
        return SourceFile(path, b"", Kind.SYMLINK)
    if what == "program":
        return replace(entries[path], kind=Kind.EXECUTABLE)
    name = rest[0].encode("ascii").decode("unicode_escape")
    return replace(entries.pop(path), path=f"{path.rpartition('/')[0]}/{name}")


def _real(site: bytes) -> bytes:
    """Give the county's site.yaml without addresses of its own, which make it an invented site, and without buttons."""
    lines = [line for line in site.decode().split("\n") if not line.startswith(("url:", "repository:", "contact:"))]
    text = "\n".join(line for line in lines if not line.startswith("neutral_page:"))
    start, end = text.index("quick:"), text.index("geocoding:")
    return (text[:start] + text[end:]).encode()
