"""What several commands share: which project, the exit codes, and a project without errors."""

from __future__ import annotations

from pathlib import Path

import click

from generator.check.report import as_text
from generator.clock import today
from generator.entry.problem import ProblemError, Severity
from generator.pipeline import Loaded, load
from generator.project import read_project

PROBLEMS, COULD_NOT_RUN = 1, 2

project_option = click.option(
    "--project",
    "root",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    help="Folder with directory/ and site_config/. Default: this folder.",
)


def sound(root: Path) -> Loaded:
    """Load a project that has no errors, or tell them and end."""
    try:
        loaded = load(read_project(root), today())
        errors = [p for p in loaded.checked.problems if p.severity is Severity.ERROR]
    except ProblemError as error:
        errors = list(error.problems)
    if errors:
        click.echo(as_text(errors), nl=False)
        raise SystemExit(PROBLEMS)
    return loaded
