"""The command line: the only module that knows it. Exit codes: 0 fine, 1 problems found, 2 could not run."""

from __future__ import annotations

import logging
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

import click

from generator import __version__
from generator.check.report import as_github, as_json, as_text
from generator.clock import today
from generator.entry.problem import Problem, ProblemError, Severity
from generator.pipeline import load
from generator.project import ProjectError, read_project

if TYPE_CHECKING:
    from collections.abc import Sequence

PROBLEMS, COULD_NOT_RUN = 1, 2
_REPORTS = {"text": as_text, "json": as_json, "github": as_github}

project_option = click.option(
    "--project",
    "root",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    help="Folder with directory/ and site_config/. Default: this folder.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="offramp")
def cli() -> None:
    """Turn a folder of YAML entries into a checked, geocoded directory site.

    Example: offramp check && offramp serve
    """


@cli.command()
@project_option
@click.option("--format", "form", type=click.Choice(sorted(_REPORTS)), default="text", help="How to tell problems.")
def check(root: Path, form: str) -> None:
    """Check every entry and every setting; change nothing.

    Example: offramp check --format github
    """
    problems = _problems(root)
    click.echo(_REPORTS[form](problems), nl=False)
    raise SystemExit(PROBLEMS if any(p.severity is Severity.ERROR for p in problems) else 0)


def _problems(root: Path) -> Sequence[Problem]:
    try:
        return load(read_project(root), today()).checked.problems
    except ProblemError as error:
        return error.problems


@cli.command()
@project_option
@click.option("--strict/--no-strict", default=True, help="Refuse to publish when mkdocs warns. Default: refuse.")
def build(root: Path, strict: bool) -> None:  # noqa: FBT001 - click hands flags in as booleans
    """Build the site into site/, all of it or nothing.

    Example: SOURCE_DATE_EPOCH=$(date +%s) offramp build
    """
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.config import load_config

    logging.basicConfig(format="%(levelname)s  %(message)s", level=logging.WARNING)
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    config = load_config(str(_mkdocs_file(root)), strict=strict)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build(config)
    finally:
        config.plugins.on_shutdown()
    click.echo(f"{config.plugins['offramp'].summary}")


@cli.command()
@project_option
@click.option("--address", default="127.0.0.1:8000", help="Address and port. Default: 127.0.0.1:8000.")
def serve(root: Path, address: str) -> None:
    """Build the site, show it on this machine and rebuild it whenever a file changes.

    Example: offramp serve --address 127.0.0.1:8080
    """
    from mkdocs.commands.serve import serve as mkdocs_serve

    logging.basicConfig(format="%(levelname)s  %(message)s", level=logging.INFO)
    with suppress(KeyboardInterrupt):
        mkdocs_serve(str(_mkdocs_file(root)), dev_addr=address)


def _mkdocs_file(root: Path) -> Path:
    file = root / "mkdocs.yml"
    if not file.is_file():
        raise ProjectError(f"there is no mkdocs.yml in {root.resolve()}: run this in the project folder, or use --project")
    return file


def main() -> None:
    """Run the command line; whatever goes wrong ends in one plain sentence, never in a traceback."""
    try:
        cli(standalone_mode=False)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.Abort:
        sys.exit(COULD_NOT_RUN)
    except click.ClickException as error:
        error.show()
        sys.exit(COULD_NOT_RUN)
    except (ProjectError, OSError) as error:
        click.echo(f"offramp: {error}", err=True)
        sys.exit(COULD_NOT_RUN)
