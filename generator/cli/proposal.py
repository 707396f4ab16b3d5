"""`offramp proposal`: what changes between two versions of the project, in plain words."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.project import PROBLEMS, project_option
from generator.clock import today
from generator.config.geocodes_write import save
from generator.config.settings import load_settings
from generator.entry.problem import ProblemError
from generator.pipeline import Loaded, load
from generator.project import ProjectError, read_project
from generator.proposal.compare import compare, problems_of
from generator.proposal.github import commands, summary
from generator.proposal.preview import preview, wanted
from generator.proposal.tell import as_data, as_words, errors
from generator.proposal.version import Version, pages_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.config.settings import Settings
    from generator.entry.problem import Problem
    from generator.project import Project
    from generator.proposal.model import Proposal

DATA = ("directory", "site_config")
MOST_FILES = 20_000
"""Files outside of the data that are compared; a proposal with more is told to be too big to compare."""

_CHUNK = 1 << 16


@click.command()
@project_option
@click.option(
    "--base",
    required=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder with the version before the change.",
)
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", help="How to tell.")
@click.option("--preview", "to", type=click.Path(path_type=Path), help="A new folder for pages as they will look.")
def proposal(root: Path, base: Path, form: str, to: Path | None) -> None:
    """Tell in plain words what changes between two versions: what, what is missing, who must read it.

    Reads both folders as data and runs nothing of them. Exit code 1 where something must be mended.

    Example: offramp proposal --base ../before
    """
    before, after = read_project(base), read_project(root)
    loaded, problems = _loaded(after)
    _, known = _loaded(before)
    fallback = _settings(before)
    account = compare(
        _version(before, fallback, known),
        _version(after, loaded.settings if loaded else fallback, problems),
        tuple(_elsewhere(base, root)),
    )
    pages: dict[str, str] = {}
    if loaded and not errors(account) and not account.older and (ids := wanted(account)):
        files, pages = preview(loaded.checked.entries, loaded.settings, loaded.geocodes, ids)
        _write(to, files)
    _tell(account, form, pages)
    raise SystemExit(PROBLEMS if errors(account) else 0)


def _loaded(project: Project) -> tuple[Loaded | None, tuple[Problem, ...]]:
    try:
        loaded = load(project, today())
    except ProblemError as error:
        return None, problems_of(error)
    return loaded, loaded.checked.problems


def _settings(project: Project) -> Settings | None:
    try:
        return load_settings(project.config)
    except ProblemError:
        return None


def _version(project: Project, settings: Settings | None, problems: tuple[Problem, ...]) -> Version:
    pages = pages_of(project.entries, problems, settings)
    return Version(pages, project.config, project.geocodes, settings, problems)


def _tell(account: Proposal, form: str, pages: dict[str, str]) -> None:
    if form == "json":
        click.echo(as_data(account), nl=False)
    elif form == "github":
        click.echo(commands(account), nl=False)
        _append("GITHUB_STEP_SUMMARY", summary(account, pages))
        _append("GITHUB_OUTPUT", f"second_reader={'yes' if account.second_reader else 'no'}\n")
    else:
        click.echo(as_words(account, colour=sys.stdout.isatty()), nl=False)


def _append(variable: str, text: str) -> None:
    """Add to one of the files that the machine names, where it names one."""
    if file := os.environ.get(variable):
        with Path(file).open("a", encoding="utf-8", errors="backslashreplace") as out:
            out.write(text)


def _write(folder: Path | None, files: dict[str, bytes]) -> None:
    if folder is None:
        return
    if folder.exists() and any(folder.iterdir()):
        raise ProjectError(f"{folder} is not empty: name a new folder for the preview")
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        save(folder / path, data)


def _elsewhere(base: Path, root: Path) -> Iterator[str]:
    """Give the paths outside of the data that are not the same; links are compared, never followed."""
    before, after = set(_outside(base)), set(_outside(root))
    if max(len(before), len(after)) > MOST_FILES:
        raise ProjectError(
            f"more than {MOST_FILES:,} files outside of directory/ and site_config/: too many to compare"
        )
    for path in sorted(before | after):
        if path not in before or path not in after or not _same(base / path, root / path):
            yield path


def _outside(root: Path) -> Iterator[str]:
    count = 0
    for folder, folders, files in os.walk(root):
        here = Path(folder).relative_to(root).as_posix()
        folders[:] = sorted(name for name in folders if not (here == "." and name in {".git", *DATA}))
        linked = [name for name in folders if (Path(folder) / name).is_symlink()]
        for name in (*files, *linked):
            if here == "." and name == ".git":
                continue
            count += 1
            if count > MOST_FILES + 1:
                return
            yield name if here == "." else f"{here}/{name}"


def _same(one: Path, other: Path) -> bool:
    a, b = one.lstat(), other.lstat()
    if stat.S_IFMT(a.st_mode) != stat.S_IFMT(b.st_mode) or a.st_size != b.st_size:
        return False
    if stat.S_ISLNK(a.st_mode):
        return one.readlink() == other.readlink()
    if not stat.S_ISREG(a.st_mode):
        return True
    with one.open("rb") as first, other.open("rb") as second:
        while chunk := first.read(_CHUNK):
            if chunk != second.read(_CHUNK):
                return False
    return True
