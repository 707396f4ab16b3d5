"""Rendered pages for the tests: the invented county of tests/county, and single pages made from a few fields."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator import pages, paper
from generator.compile.directory import compile_directory
from generator.config.geocodes import read_geocodes
from generator.config.settings import load_settings
from generator.config.strings import pseudo
from generator.entry import strict_yaml
from generator.entry.build import build
from generator.measure.coverage import coverage
from generator.offline import app_files
from generator.pages.shell import NEUTRAL
from generator.project import read_project
from generator.report.coverage import coverage_files
from generator.safety.policy import SHELL
from tests.invented import county
from tests.pages.html import Html
from tests.pages.marked import mark_entry, mark_settings
from tests.phrases import county as phrases_county

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.compile.model import Compiled
    from generator.entry.model import Entry
    from generator.project import Project

ROOT = Path(__file__).parents[2]
AUTHORED = {"about": "# About {name}\n\nFor {area}.\n\n{kept}", "privacy": "# Privacy\n\nNothing is kept."}
PREVIEW = (
    "Preview. Nobody has telephoned these places yet: call first. Not run by any police department, county or "
    "LEAD program. In danger: 911"
)


@cache
def harbor() -> Compiled:
    """Give the invented county, with its LEAD line, its checks and its address."""
    return _directory(county(), marked=False)


@cache
def marked() -> Compiled:
    """Give the same county with every text of its data in « », so that words of the site stand out."""
    return _directory(county(), marked=True)


@cache
def real() -> Compiled:
    """Give the directory of this repository."""
    return _directory(read_project(ROOT), marked=False)


def _directory(project: Project, *, marked: bool) -> Compiled:
    settings = load_settings(project.config)
    entries = []
    for file in project.entries:
        if file.path.endswith(".yaml"):
            data = strict_yaml.read(file.path, file.data).data
            entries.append(build(file.stem, file.path, mark_entry(data) if marked else data))
    found = mark_settings(settings) if marked else settings
    return compile_directory(entries, found, read_geocodes(project.geocodes))


@cache
def files(name: str) -> Mapping[str, bytes]:
    """Give every file of one site by path: harbor, real, or pseudo (the marked county in the pseudo-language)."""
    if name == "pseudo":
        return rendered(marked(), pseudo_language=True)
    return rendered({"harbor": harbor, "real": real}[name]())


@cache
def html(name: str) -> Mapping[str, Html]:
    """Give every page of one site, read; but not the one that must look like no page of ours."""
    pages = (path for path in files(name) if path.endswith(".html") and path != NEUTRAL)
    return {path: Html(files(name)[path].decode()) for path in pages}


def rendered(directory: Compiled, *, pseudo_language: bool = False) -> dict[str, bytes]:
    """Render a directory with the authored pages of the tests."""
    words = directory.settings.words
    spoken = pseudo(words) if pseudo_language else words
    said = pages.put_in_words(directory, spoken)
    cards = pages.card_words(directory, spoken, said)
    shell = pages.open_shell(directory, spoken, pages.load_assets(), policy=SHELL.meta)
    keep = pages.keep_page(shell, pages.Offer(copy=150_000, private=20_000))
    beside = (keep, pages.away_page(shell), *app_files(directory.settings.site))
    found = coverage(directory)
    covered = [pages.coverage_page(shell, found), *coverage_files(directory, found)]
    printed = [*paper.print_pages(shell, said, cards), *covered]
    return dict([*pages.render(directory, spoken, AUTHORED, "", said, policy=SHELL.meta), *beside, *printed])


def with_site(directory: Compiled, **fields: Any) -> Compiled:
    """Give a directory whose `site.yaml` says something else."""
    settings = directory.settings
    return replace(directory, settings=replace(settings, site=replace(settings.site, **fields)))


def page(path: str = "r/harbor-house.html", *others: Entry, on: str = "", **fields: Any) -> Html:
    """Give one page of a directory with one entry of these fields, and others; `on` is the day of the build."""
    directory = phrases_county.compiled(phrases_county.entry(**fields), *others)
    if on:
        directory = replace(directory, build_date=on)
    return Html(rendered(directory)[path].decode())
