"""`offramp build` and `offramp serve`: the site, written whole or shown on this machine."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import click

from generator.cli.project import project_option
from generator.project import ProjectError

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@project_option
@click.option("--strict/--no-strict", default=True, help="Refuse to publish when mkdocs warns. Default: refuse.")
@click.option("--compress", is_flag=True, help="Put .br and .gz beside each text, for servers that hand those out.")
def build(root: Path, strict: bool, compress: bool) -> None:  # noqa: FBT001 - click hands flags in as booleans
    """Build the site into site/, all of it or nothing.

    Example: SOURCE_DATE_EPOCH=$(date +%s) offramp build
    """
    from generator.plugin import build_site  # noqa: PLC0415 - a check must not wait for mkdocs

    click.echo(build_site(_mkdocs_file(root), strict=strict, compress=compress))


@click.command()
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
