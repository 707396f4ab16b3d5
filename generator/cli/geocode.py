"""`offramp geocode`: fill in where entries are."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from generator.cli.project import PROBLEMS, project_option, sound
from generator.clock import today
from generator.config.geocodes_write import save, write_geocodes
from generator.config.reading import nearest
from generator.entry.place import distance_km
from generator.geocode.fill import fill, merged
from generator.geocode.query import may_be_recorded, query_of
from generator.geocode.settings import LIMIT, RunSettings
from generator.project import GEOCODES, ProjectError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from generator.config.geocodes import Geocode
    from generator.config.site import Geocoding
    from generator.geocode.fill import FillResult
    from generator.geocode.query import Query
    from generator.geocode.run import Run
    from generator.pipeline import Loaded

KEY = "OFFRAMP_GEOCODING_KEY"
"""Environment variable with the key of a provider that wants one; a key never stands in a file."""

CONFIGURED, OFFLINE = "configured", "offline"


@click.command()
@project_option
@click.option(
    "--provider",
    type=click.Choice([CONFIGURED, OFFLINE, "nominatim", "census", "photon", "pelias"]),
    is_flag=False,
    flag_value=CONFIGURED,
    default=OFFLINE,
    help="Whom to ask beside the offline gazetteer; without a name, the one in site.yaml. Default: nobody.",
)
@click.option("--limit", type=click.IntRange(0, LIMIT), default=LIMIT, help=f"Most requests. Default: {LIMIT}.")
@click.option("--only", "ids", multiple=True, metavar="ID", help="Look up this entry only, even if its place is known.")
@click.option("--dry-run", is_flag=True, help="Show what would change and write nothing. A provider is asked.")
def geocode(root: Path, provider: str, limit: int, ids: tuple[str, ...], *, dry_run: bool) -> None:
    """Fill in where entries are, and write directory/geocodes.yaml.

    Confidential entries are never looked up. Exit code 1: somebody has to look at what is listed.

    Example: offramp geocode --provider
    """
    loaded = sound(root)
    queries = {q.id: q for e in loaded.checked.entries if (q := query_of(e))}
    chosen = [_one(entry_id, loaded, queries) for entry_id in dict.fromkeys(ids)] or list(queries.values())
    run = None if provider == OFFLINE else _run(loaded.settings.site.geocoding, provider, limit)
    result = _fill(loaded, chosen, run, again=ids)
    kept = {entry.id for entry in loaded.checked.entries if may_be_recorded(entry)}
    before = loaded.geocodes.records
    data = write_geocodes(loaded.geocodes, merged(before, result, kept))
    if not dry_run:
        save(loaded.project.root / GEOCODES, data)
    for line in _told(result, before):
        click.echo(line)
    if dry_run:
        click.echo("nothing was written")
    if result.refused or result.missing or result.stopped:
        raise SystemExit(PROBLEMS)


def _one(entry_id: str, loaded: Loaded, queries: Mapping[str, Query]) -> Query:
    """Give the query of an entry that was asked for by name, or say why there is none."""
    if entry_id in queries:
        return queries[entry_id]
    entry = next((entry for entry in loaded.checked.entries if entry.id == entry_id), None)
    if entry is None:
        meant = nearest(entry_id, queries)
        raise ProjectError(f"there is no entry {entry_id}" + (f": did you mean {meant}?" if meant else ""))
    if entry.confidential:
        raise ProjectError(f"{entry_id} is confidential: it is never looked up")
    raise ProjectError(f"{entry_id} has its own point:, or no street to look up")


def _run(settings: Geocoding, wanted: str, limit: int) -> Run:
    from generator.geocode.run import Run  # noqa: PLC0415 - geopy is slow to import, and only this needs it
    from generator.geocode.services import SERVICES  # noqa: PLC0415

    name = settings.provider if wanted == CONFIGURED else wanted
    if name not in SERVICES:
        raise ProjectError("site_config/site.yaml has no geocoding provider: name nominatim, census, photon or pelias")
    endpoint = (settings.endpoint if name == settings.provider else "") or SERVICES[name].public
    if not endpoint:
        raise ProjectError(f"site_config/site.yaml has no geocoding endpoint for {name}, which has no public server")
    if not settings.user_agent:
        raise ProjectError("site_config/site.yaml has no geocoding user_agent: name your site there first")
    key = os.environ.get(KEY, "")
    return Run(SERVICES[name], RunSettings(endpoint, settings.user_agent, key=key, limit=limit))


def _fill(loaded: Loaded, chosen: list[Query], run: Run | None, *, again: tuple[str, ...]) -> FillResult:
    with click.progressbar(
        length=len(chosen),
        label="Asking",
        hidden=not (run and sys.stderr.isatty()),
        file=sys.stderr,
        item_show_func=lambda entry_id: entry_id,
    ) as bar:

        def progress(done: int, total: int, entry_id: str) -> None:
            bar.length = total
            bar.update(done - bar.pos, entry_id)

        return fill(
            chosen,
            loaded.geocodes.records,
            loaded.settings.gazetteer,
            run,
            progress,
            today=today().isoformat(),
            margin_km=loaded.settings.site.allowed.margin_km,
            again=again,
        )


def _told(result: FillResult, before: Mapping[str, Geocode]) -> Iterator[str]:
    for entry_id, record in result.answers.items():
        yield f"{entry_id}: {_change(before.get(entry_id), record)}"
    for entry_id, refusal in result.refused:
        yield f"{entry_id}: {refusal.reason}\n  {refusal.what_to_do}"
    yield f"{len(result.answers)} new or better, {len(result.missing)} without a place, {result.requests} asked"
    if result.stopped:
        yield f"stopped: {result.stopped}"


def _change(old: Geocode | None, new: Geocode) -> str:
    where = f"{new.precision}, {new.point.lat:g}, {new.point.lon:g}, {new.provider}"
    if old is None:
        return f"new: {where}"
    return f"{old.precision} becomes {where}, {distance_km(old.point, new.point):.1f} km from before"
