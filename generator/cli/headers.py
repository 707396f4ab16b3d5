"""`offramp headers`: what a web server should send with each file of a built site."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.project import COULD_NOT_RUN
from generator.safety import headers as safety

if TYPE_CHECKING:
    from collections.abc import Iterator

_SERVERS = ("netlify", "nginx", "apache")


@click.command()
@click.argument("server", type=click.Choice(_SERVERS))
@click.option(
    "--site",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path("site"),
    help="Folder of the built site. Default: site.",
)
@click.option("--base", default="/", help="Path under which the site lies on its host. Default: /.")
def headers(server: str, site: Path, base: str) -> None:
    """Print the headers of a built site for one web server.

    The policy in them is the one that the pages state themselves. Cloudflare Pages reads the same file as Netlify,
    which every build writes into the site as _headers.

    Example: offramp headers nginx > offramp.conf
    """
    base = f"/{base.strip('/')}/".replace("//", "/")
    try:
        made = safety.plan(_files(site))
    except ValueError as error:
        click.echo(f"offramp: {site} is not a whole site of ours: {error}", err=True)
        raise SystemExit(COULD_NOT_RUN) from None
    if not made.pages:
        click.echo(f"offramp: there is no page in {site}: run `offramp build` first", err=True)
        raise SystemExit(COULD_NOT_RUN)
    written = {"netlify": safety.netlify(made), "nginx": safety.nginx(made, base), "apache": safety.apache(made, base)}
    click.echo(written[server], nl=False)


def _files(site: Path) -> Iterator[tuple[str, bytes]]:
    paths = (path for path in sorted(site.rglob("*")) if path.is_file())
    return ((path.relative_to(site).as_posix(), path.read_bytes()) for path in paths)
