"""The forms as pages of the site, which any browser prints, and the page that names them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.compile.private import without_private
from generator.pages.shell import Page
from generator.paper.model import Form
from generator.paper.sheets import sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.config.strings import Words
    from generator.pages.cards import Card
    from generator.pages.said import Said
    from generator.pages.shell import Shell

_VARIANTS = (*((form, False) for form in Form), (Form.SLIP, True), (Form.CARD, True))


@dataclass(frozen=True, slots=True)
class Choice:
    """One form on the page that names them; `path` is from the folder `print/`."""

    path: str
    label: str
    about: str


def print_pages(shell: Shell, said: Mapping[str, Said], cards: Mapping[str, Card]) -> Iterator[tuple[str, bytes]]:
    """Give `print/index.html` and a page for each form, with path from the site's root.

    `said` and `cards` are what `pages.put_in_words` and `pages.card_words` gave.
    """
    choices = tuple(_choice(form, shell.words, discreet=discreet) for form, discreet in _VARIANTS)
    page = Page("print/index.html", shell.words("paper.title"))
    yield page.path, shell.render("print.html", page, ("lead", "print"), forms=choices)
    for form, discreet in _VARIANTS:
        yield _page(shell, form, said, cards, discreet=discreet)


def print_stand_ins(shell: Shell, said: Mapping[str, Said], cards: Mapping[str, Card]) -> Iterator[tuple[str, bytes]]:
    """Give every form as it is without private resources, for a phone that does not keep these."""
    thin = replace(shell, directory=without_private(shell.directory))
    if thin.directory is not shell.directory:
        for form, discreet in _VARIANTS:
            yield _page(thin, form, said, cards, discreet=discreet)


def _page(
    shell: Shell, form: Form, said: Mapping[str, Said], cards: Mapping[str, Card], *, discreet: bool
) -> tuple[str, bytes]:
    choice = _choice(form, shell.words, discreet=discreet)
    page = Page(f"print/{choice.path}", choice.label, listed=False, sensitive=discreet)
    made = sheet(form, shell.directory, shell.words, said, cards, discreet=discreet)
    return page.path, shell.render("paper.html", page, ("lead", "back", "print"), s=made, about=choice.about)


def _choice(form: Form, words: Words, *, discreet: bool) -> Choice:
    if discreet:
        return Choice(f"{form}-plain.html", words(f"paper.{form}.plain"), words("paper.plain.about"))
    return Choice(f"{form}.html", words(f"paper.{form}.name"), words(f"paper.{form}.about"))
