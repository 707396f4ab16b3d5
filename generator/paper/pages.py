"""The forms as pages of the site, which any browser prints, and the page that names them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.pages.assets import load_assets
from generator.pages.shell import Page, open_shell
from generator.paper.model import Form
from generator.paper.sheets import sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.compile.model import Compiled
    from generator.config.strings import Words
    from generator.pages.cards import Card
    from generator.pages.said import Said

_VARIANTS = (*((form, False) for form in Form), (Form.SLIP, True), (Form.CARD, True))


@dataclass(frozen=True, slots=True)
class Choice:
    """One form on the page that names them; `path` is from the folder `print/`."""

    path: str
    label: str
    about: str


def print_pages(
    directory: Compiled, words: Words, said: Mapping[str, Said], cards: Mapping[str, Card], policy: str = ""
) -> Iterator[tuple[str, bytes]]:
    """Give `print/index.html` and a page for each form, with path from the site's root.

    `said` and `cards` are what `pages.put_in_words` and `pages.card_words` gave; `policy` is as for `pages.render`.
    """
    shell = open_shell(directory, words, load_assets(), policy=policy)
    choices = tuple(_choice(form, words, discreet=discreet) for form, discreet in _VARIANTS)
    page = Page("print/index.html", words("paper.title"))
    yield page.path, shell.render("print.html", page, ("lead", "print"), forms=choices)
    for (form, discreet), choice in zip(_VARIANTS, choices, strict=True):
        page = Page(f"print/{choice.path}", choice.label, listed=False, sensitive=discreet)
        made = sheet(form, directory, words, said, cards, discreet=discreet)
        yield page.path, shell.render("paper.html", page, ("lead", "back", "print"), s=made, about=choice.about)


def _choice(form: Form, words: Words, *, discreet: bool) -> Choice:
    if discreet:
        return Choice(f"{form}-plain.html", words(f"paper.{form}.plain"), words("paper.plain.about"))
    return Choice(f"{form}.html", words(f"paper.{form}.name"), words(f"paper.{form}.about"))
