"""The command line: the only module that knows it. Exit codes: 0 fine, 1 problems found, 2 could not run."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import __version__
from generator.check.report import as_github, as_json, as_text, github_summary
from generator.clock import ClockError, today
from generator.config.geocodes_write import save, write_geocodes
from generator.entry.problem import Problem, ProblemError, Severity
from generator.generated import generated
from generator.geocode.fill import fill, merged
from generator.geocode.nominatim import Nominatim, NominatimSettings, SettingsError
from generator.geocode.query import query_of
from generator.pipeline import Loaded, load
from generator.project import GEOCODES, Project, ProjectError, read_project

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.config.site import Geocoding

PROBLEMS, COULD_NOT_RUN = 1, 2

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
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", help="How to tell.")
@click.argument("files", nargs=-1)
def check(root: Path, form: str, files: tuple[str, ...]) -> None:
    """Check every entry and every setting; change nothing.

    With FILES, all is checked and only the problems of those files are told.

    Example: offramp check directory/food/harbor-pantry.yaml
    """
    project = read_project(root)
    asked = _asked(project, root, files)
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


@cli.command()
@project_option
@click.option(
    "--provider",
    type=click.Choice(["offline", "nominatim"]),
    default="offline",
    help="Whom to ask beside the offline gazetteer. Default: nobody.",
)
@click.option("--limit", type=click.IntRange(0, 25), default=25, help="Most requests in this run. Default: 25.")
def geocode(root: Path, provider: str, limit: int) -> None:
    """Fill in where entries are, and write directory/geocodes.yaml.

    Confidential entries are never looked up. Example: offramp geocode --provider nominatim
    """
    loaded = _sound(root)
    queries = {q.id: q for e in loaded.checked.entries if (q := query_of(e))}
    asked = _nominatim(loaded.settings.site.geocoding) if provider == "nominatim" else None
    quiet = not (asked and sys.stderr.isatty())
    with click.progressbar(length=limit, label="Asking", hidden=quiet, file=sys.stderr) as bar:
        result = fill(
            queries.values(),
            loaded.geocodes.records,
            loaded.settings.gazetteer,
            asked,
            limit,
            lambda done, _total, _id: bar.update(max(0, done - bar.pos)),
            today=today().isoformat(),
            margin_km=loaded.settings.site.allowed.margin_km,
        )
    data = write_geocodes(loaded.geocodes, merged(loaded.geocodes.records, result, queries))
    save(loaded.project.root / GEOCODES, data)
    for entry_id, reason in result.refused:
        click.echo(f"{entry_id}: {reason}")
    click.echo(f"{len(result.answers)} new or better, {len(result.missing)} without a place, {result.requests} asked")
    if result.stopped:
        click.echo(f"stopped: {result.stopped}")


def _nominatim(settings: Geocoding) -> Nominatim:
    if not settings.user_agent:
        raise ProjectError("site_config/site.yaml has no geocoding user_agent: name your site there first")
    return Nominatim(NominatimSettings(settings.endpoint, settings.user_agent))


def _sound(root: Path) -> Loaded:
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


@cli.command()
@click.option("--write", is_flag=True, help="Write the editor's copy and the pages of the handbook made from it.")
def schema(write: bool) -> None:  # noqa: FBT001 - click hands flags in as booleans
    """Print the JSON Schema for editors, or write everything that is made from it.

    Example: offramp schema --write
    """
    if write and not Path("generator/entry/entry.schema.json").is_file():
        raise ProjectError("--write renews files of the repository: run it in the repository's folder")
    for path, text in generated().items():
        if write:
            save(Path(path), text.encode("utf-8"))
            click.echo(f"wrote {path}")
        elif path.endswith(".json"):
            click.echo(text, nl=False)


@cli.command()
@project_option
@click.option("--strict/--no-strict", default=True, help="Refuse to publish when mkdocs warns. Default: refuse.")
def build(root: Path, strict: bool) -> None:  # noqa: FBT001 - click hands flags in as booleans
    """Build the site into site/, all of it or nothing.

    Example: SOURCE_DATE_EPOCH=$(date +%s) offramp build
    """
    from generator.plugin import build_site  # noqa: PLC0415 - a check must not wait for mkdocs

    click.echo(build_site(_mkdocs_file(root), strict=strict))


@cli.command()
@project_option
@click.option("--address", default="127.0.0.1:8000", help="Address and port. Default: 127.0.0.1:8000.")
def serve(root: Path, address: str) -> None:
    """Build the site, show it on this machine and rebuild it whenever a file changes.

    Example: offramp serve --address 127.0.0.1:8080
    """
    from generator.plugin import serve_site  # noqa: PLC0415 - a check must not wait for mkdocs

    with suppress(KeyboardInterrupt):
        serve_site(_mkdocs_file(root), address)


def _mkdocs_file(root: Path) -> Path:
    file = root / "mkdocs.yml"
    if not file.is_file():
        raise ProjectError(
            f"there is no mkdocs.yml in {root.resolve()}: run this in the project folder, or use --project"
        )
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
    except (ProjectError, SettingsError, ClockError, OSError) as error:
        click.echo(f"offramp: {error}", err=True)
        sys.exit(COULD_NOT_RUN)
