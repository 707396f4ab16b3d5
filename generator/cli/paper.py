"""`offramp print`: the forms as PDFs, made when somebody wants paper and not with every build."""

from __future__ import annotations

import calendar
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import pages, paper
from generator.cli.project import project_option, sound
from generator.clock import build_date, today
from generator.config.geocodes_write import save
from generator.paper.pdf import NoTypstError, Paper, pdf
from generator.pipeline import compiled
from generator.project import ProjectError

if TYPE_CHECKING:
    from generator.compile.model import Compiled
    from generator.paper import Sheet

_SIZES = tuple(size.value for size in Paper)


@click.command("print")
@project_option
@click.argument("form", type=click.Choice([*(one.value for one in paper.Form), "all"]), default="all")
@click.argument("places", nargs=-1)
@click.option("--paper", "kind", type=click.Choice([*_SIZES]), default=_SIZES[0], help="Default: letter.")
@click.option("--language", default="", help="A file of site_config/strings/, by its code. Default: the site's own.")
@click.option("--discreet", is_flag=True, help="Numbers only, no names and no kinds of help: card, slip and poster.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), default=Path("print"), help="Default: print/.")
def print_(root: Path, form: str, places: tuple[str, ...], kind: str, language: str, discreet: bool, out: Path) -> None:  # noqa: FBT001 - as click hands options in
    """Write a card, roll-call sheet, booklet, poster or slip as a PDF. Needs the extra: pip install 'offramp[print]'.

    PLACES are ids of entries for a card or slip of your own choice. The pages in print/ of the site need nothing.

    Example: offramp print slip harbor-pantry harbor-clinic --paper a4
    """
    forms = tuple(paper.Form) if form == "all" else (paper.Form(form),)
    if (places or discreet) and not all(one.small for one in forms):
        raise ProjectError("choose card, slip or poster: the other forms name every place")
    day = build_date() or today()
    try:
        directory = compiled(sound(root), day, language)
    except KeyError:
        raise ProjectError(f"there is no file site_config/strings/{language}.yaml") from None
    for one in forms:
        made = _sheet(directory, one, places, discreet=discreet)
        try:
            data = pdf(made, directory.settings.words, Paper(kind), calendar.timegm(day.timetuple()))
        except NoTypstError as error:
            raise ProjectError(str(error)) from None
        file = out / f"{one}{'-plain' if discreet else ''}.pdf"
        file.parent.mkdir(parents=True, exist_ok=True)
        save(file, data)
        click.echo(f"wrote {file}: {len(made.lines)} places, {made.dated}")


def _sheet(directory: Compiled, form: paper.Form, places: tuple[str, ...], *, discreet: bool) -> Sheet:
    words = directory.settings.words
    said = pages.put_in_words(directory, words)
    cards = pages.card_words(directory, words, said)
    unknown = [one for one in places if one not in said]
    if unknown:
        raise ProjectError(f"{unknown[0]}: no published entry has this id")
    return paper.sheet(form, directory, words, said, cards, discreet=discreet, only=places)
