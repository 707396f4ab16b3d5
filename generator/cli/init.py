"""`offramp init`: a folder for another county."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.config.geocodes_write import save
from generator.project import ProjectError
from generator.starter import County, starter_files
from generator.starter.shipped import shipped


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--county", default="", help="Name of the county, without the word County. Default: from the folder.")
@click.option("--state", default="NC", help="Two letters. Default: NC.", show_default=False)
@click.option("--timezone", default="America/New_York", help="Default: America/New_York.")
@click.option("--name", default="", help="Name of the site. Default: Offramp.")
def init(folder: Path, county: str, state: str, timezone: str, name: str) -> None:
    """Write a small site for another county into a new FOLDER: settings explained, one draft for each need.

    Example: offramp init my-county --county Ridge --state TN && offramp serve --project my-county
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ProjectError(f"{folder} is there already and is not empty: choose another name")
    known = county or folder.resolve().name.replace("-county", "").replace("-", " ").title()
    begun = County(name or "Offramp", known, state.upper(), timezone)
    files = dict(starter_files(begun, shipped()))
    for path, data in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        save(target, data)
    click.echo(f"wrote {len(files)} files for {begun.area}, {begun.timezone}: see {folder}/site_config/site.yaml")
    click.echo(f"next: offramp serve --project {folder}")
    if not county and sys.stdout.isatty():
        click.echo("the name of the county was taken from the folder: --county, --state and --timezone say otherwise")
