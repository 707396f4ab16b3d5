"""`offramp links`: look whether the web addresses of a directory still answer."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import __version__
from generator.cli.project import project_option, sound
from generator.clock import today
from generator.config.geocodes_write import save
from generator.linkcheck.links import links as links_of
from generator.linkcheck.memory import read_memory, write_memory
from generator.linkcheck.network import Network
from generator.linkcheck.run import SPACING, Manners, due, run
from generator.linkcheck.told import as_json, as_markdown
from generator.pipeline import compiled

if TYPE_CHECKING:
    from generator.config.site import Site

STATE = ".offramp/links.json"


@click.command()
@project_option
@click.option(
    "--state", type=click.Path(dir_okay=False, path_type=Path), help=f"What earlier looks found. Default: {STATE}."
)
@click.option(
    "--limit", type=click.IntRange(0, 1000), default=200, help="Most links to look at; 0 only tells. Default: 200."
)
@click.option("--format", "form", type=click.Choice(["markdown", "json"]), default="markdown", help="How to tell.")
def links(root: Path, state: Path | None, limit: int, form: str) -> None:
    """Look whether web addresses still answer, and tell those that did not twice, a week apart.

    Nothing is changed in the directory, and the exit code is 0 whatever is found. Example: offramp links --limit 50
    """
    directory = compiled(sound(root))
    file = state or root / STATE
    old = read_memory(file.read_bytes() if file.exists() else b"")
    uses, day = links_of(directory), today()
    manners = Manners(limit, _agent(directory.settings.site), lambda: time.sleep(SPACING))
    waiting = min(limit, len(due(uses, old, day)))
    with click.progressbar(length=waiting, label="Looking", hidden=not sys.stderr.isatty(), file=sys.stderr) as bar:
        done = run(uses, old, Network(), manners, day, lambda: bar.update(1))
    if done.offline:
        click.echo("Most hosts could not be found: is this machine cut off? Nothing was written down.", err=True)
    elif done.looked:
        file.parent.mkdir(parents=True, exist_ok=True)
        save(file, write_memory(done.memory))
    click.echo((as_json if form == "json" else as_markdown)(uses, done.memory), nl=False)


def _agent(site: Site) -> str:
    """Say who looks, and where to ask about it, in plain letters."""
    whom = site.url or site.contact or ""
    about = f" (+{whom})" if whom else ""
    return f"offramp-links/{__version__}{about}".encode("ascii", "ignore").decode()
