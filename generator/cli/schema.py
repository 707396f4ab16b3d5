"""`offramp schema`: what is made from the one definition of an entry."""

from __future__ import annotations

from pathlib import Path

import click

from generator.config.geocodes_write import save
from generator.generated import generated
from generator.project import ProjectError


@click.command()
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
