"""`offramp geocode`: fill in where entries are."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from generator.cli.project import project_option, sound
from generator.clock import today
from generator.config.geocodes_write import save, write_geocodes
from generator.geocode.fill import fill, merged
from generator.geocode.nominatim import Nominatim, NominatimSettings
from generator.geocode.query import query_of
from generator.project import GEOCODES, ProjectError

if TYPE_CHECKING:
    from pathlib import Path

    from generator.config.site import Geocoding


@click.command()
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
    loaded = sound(root)
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
