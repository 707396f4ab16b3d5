"""`offramp check`: tell what is wrong, and the line that would be right."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.check.report import as_github, as_json, as_text, github_summary
from generator.cli.project import PROBLEMS, project_option
from generator.cli.repair import repaired
from generator.clock import today
from generator.entry.problem import Problem, ProblemError, Severity
from generator.pipeline import load
from generator.project import GEOCODES, Project, ProjectError, read_project

if TYPE_CHECKING:
    from collections.abc import Sequence


@click.command()
@project_option
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", help="How to tell.")
@click.option("--fix", is_flag=True, help="First repair what is safe: quotes, the form of numbers, dates and hours.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and write nothing.")
@click.option("--order", is_flag=True, help="With --fix or --diff: also put keys in the order of the handbook.")
@click.argument("files", nargs=-1)
def check(root: Path, form: str, fix: bool, diff: bool, order: bool, files: tuple[str, ...]) -> None:  # noqa: FBT001 - flags
    """Check every entry and every setting; change nothing without --fix.

    With FILES, all is checked and only the problems of those files are told. A repair changes how a thing is written,
    never what it says; remarks and everything else stay as they are.

    Example: offramp check --fix directory/food/harbor-pantry.yaml
    """
    project = read_project(root)
    asked = _asked(project, root, files)
    if fix or diff:
        aside = form != "text"
        project = _repaired(project, asked if files else None, write=fix and not diff, aside=aside, order=order)
    problems = [p for p in _problems(project) if not files or p.file in asked]
    looked = len(asked) if files else len(project.entries) + len(project.config)
    if form == "json":
        click.echo(as_json(problems, files=looked), nl=False)
    elif form == "github":
        click.echo(as_github(problems), nl=False)
        _summarize(github_summary(problems, files=looked))
    else:
        click.echo(as_text(problems, files=looked, colour=sys.stdout.isatty()), nl=False)
    raise SystemExit(PROBLEMS if any(p.severity is Severity.ERROR for p in problems) else 0)


def _repaired(project: Project, asked: set[str] | None, *, write: bool, aside: bool, order: bool) -> Project:
    """Give the project as it then lies on the disk; settings that cannot be read are told by the check itself."""
    with suppress(ProblemError):
        mended = repaired(project, asked, write=write, aside=aside, order=order)
        return mended if write else project
    return project


def _problems(project: Project) -> Sequence[Problem]:
    try:
        return load(project, today()).checked.problems
    except ProblemError as error:
        return error.problems


def _asked(project: Project, root: Path, files: Sequence[str]) -> set[str]:
    """Give the files that are meant by names of files and folders, as problems name them."""
    known = [f.path for f in project.entries] + [f"site_config/{name}" for name in project.config] + [GEOCODES]
    asked: set[str] = set()
    for file in files:
        path = Path(file).resolve()
        name = path.relative_to(root.resolve()).as_posix() if path.is_relative_to(root.resolve()) else file
        meant = {k for k in known if k == name or k.startswith(f"{name}/")}
        if not meant:
            raise ProjectError(f"{file}: no such file in directory/ or site_config/")
        asked |= meant
    return asked


def _summarize(markdown: str) -> None:
    """Add to the job summary, where the machine has one."""
    if file := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(file).open("a", encoding="utf-8") as summary:
            summary.write(markdown)
