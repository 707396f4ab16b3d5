"""`offramp report`: what to call next, and what changed, for the people who keep a directory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator.cli.history import edits
from generator.cli.project import PROBLEMS, project_option, sound
from generator.clock import today
from generator.config.changes import FILE, written
from generator.config.geocodes_write import save
from generator.config.reading import FOLDER
from generator.measure.changes import derive, news, renewed
from generator.measure.coverage import coverage as measured
from generator.measure.coverage import quarter_before
from generator.measure.coverage import since as happened
from generator.pipeline import compiled
from generator.report import changes as changes_text
from generator.report import stale as stale_text
from generator.report.coverage import TELLERS
from generator.report.owners import owners

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

_form = click.option(
    "--format", "form", type=click.Choice(["markdown", "json"]), default="markdown", help="How to tell."
)
_DAY = click.DateTime(["%Y-%m-%d"])


@click.group()
def report() -> None:
    """Tell how a directory is doing: what needs checking, what changed.

    Example: offramp report stale
    """


@report.command()
@project_option
@_form
@click.option("--owner", default="", help="Only what one organization can answer, by its name.")
@click.option("--most", type=click.IntRange(1), default=20, help="Owners to tell in full in Markdown. Default: 20.")
@click.option("--date", "day", type=_DAY, help="The day to look from, YYYY-MM-DD. Default: today.")
def stale(root: Path, form: str, owner: str, most: int, day: datetime | None) -> None:
    """List what somebody should ask about again, by owner, the most urgent first.

    Ends with 0 where nothing is due and with 1 where something is. Example: offramp report stale --format json
    """
    on = day.date() if day else today()
    directory = compiled(sound(root), on)
    found = owners(directory, on.isoformat(), owner)
    if form == "json":
        click.echo(stale_text.as_json(directory, found, on.isoformat()), nl=False)
    else:
        click.echo(stale_text.as_markdown(directory, found, on.isoformat(), most), nl=False)
    raise SystemExit(PROBLEMS if found else 0)


@report.command()
@project_option
@_form
@click.option("--since", type=_DAY, help="The first day to tell, YYYY-MM-DD. Default: all.")
@click.option("--write", is_flag=True, help=f"Read the history and add what is new to {FOLDER}{FILE}.")
def changes(root: Path, form: str, since: datetime | None, write: bool) -> None:  # noqa: FBT001 - click hands flags in as booleans
    """List what changed, or renew the register of changes from the history of the entries.

    Example: offramp report changes --since 2026-11-01
    """
    loaded = sound(root)
    if write:
        old = loaded.settings.changes
        ids = {entry.id for entry in loaded.checked.entries}
        new = renewed(old, derive(edits(root)), ids)
        save(root / FOLDER / FILE, written(new))
        added = len({change.key for change in new} - {change.key for change in old})
        click.echo(f"{FOLDER}{FILE}: {added} new, {len(new)} in all")
        return
    directory = compiled(loaded)
    first = since.date().isoformat() if since else ""
    some = [one for one in news(directory) if one.change.date >= first]
    text = changes_text.as_json(some) if form == "json" else changes_text.as_markdown(directory, some, first)
    click.echo(text, nl=False)


_FORMS = {"markdown": "md", "csv": "csv", "json": "json"}


@report.command()
@project_option
@click.option("--format", "form", type=click.Choice(list(_FORMS)), default="markdown", help="How to tell.")
@click.option("--since", type=_DAY, help="The first day of what happened, YYYY-MM-DD. Default: 92 days back.")
@click.option("--date", "day", type=_DAY, help="The day to count for, YYYY-MM-DD. Default: today.")
def coverage(root: Path, form: str, since: datetime | None, day: datetime | None) -> None:
    """Count what is confirmed and what is only listed: by intercept, by hour, for whom, how far, and the gaps.

    Example: offramp report coverage --format csv --since 2026-08-24
    """
    on = day.date() if day else today()
    first = since.date().isoformat() if since else quarter_before(on.isoformat())
    directory = compiled(sound(root), on)
    click.echo(TELLERS[_FORMS[form]](directory, measured(directory), happened(directory, first)), nl=False)
