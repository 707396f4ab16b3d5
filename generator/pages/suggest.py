"""The page on which somebody suggests a change: a form where the phone can show one, else a sheet of questions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from generator.entry.schema import fields
from generator.pages.links import host
from generator.pages.shell import Page
from generator.pages.suggest_form import PATH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.config.site import Site
    from generator.config.strings import Words
    from generator.entry.schema import Field
    from generator.pages.shell import Shell

_BLOCKS: Final = {
    "identity": ("name", "also_known_as", "organization", "services", "summary"),
    "contact": ("phones", "website", "email"),
    "place": ("address", "transport", "accessibility"),
    "hours": ("hours.open", "hours.phone", "hours.intake"),
    "requires": ("access", "id_required", "documents", "residency", "service_area"),
    "accepts": ("eligibility", "ages", "households", "pets"),
    "officers": ("le_dropoff", "police_contact"),
    "cost": ("cost", "insurance"),
    "languages": ("languages",),
    "trust": ("sources", "verified"),
}
"""The questions of the sheet, by block; the form asks more where a service needs more."""

_OWN: Final = {"sources": "suggest.sheet.page", "verified": "suggest.sheet.asked"}
"""Questions that are asked in other words than on the pages of places."""

_MOST: Final = 8


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its words, whether every entry needs it, and the answers there are, if they are few."""

    label: str
    needed: bool
    answers: str


@dataclass(frozen=True, slots=True)
class Block:
    """Questions that belong together."""

    title: str
    fields: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Recipient:
    """Where the sheet goes: words, and an address to tap if there is one."""

    text: str
    shown: str
    href: str


def suggest_page(shell: Shell) -> bytes:
    """Give the page."""
    page = Page("suggest.html", shell.words("suggest.page"), shell.words("suggest.description"))
    to = _recipient(shell.directory.settings.site, shell.words)
    return shell.render("suggest.html", page, ("lead",), form=PATH, blocks=tuple(_blocks(shell.words)), to=to)


def _recipient(site: Site, words: Words) -> Recipient | None:
    if site.contact:
        web = site.contact.startswith("https:")
        shown = host(site.contact) if web else site.contact
        return Recipient(words("suggest.to"), shown, site.contact if web else f"mailto:{site.contact}")
    if site.repository:
        return Recipient(words("suggest.to"), host(site.repository), site.repository)
    return None


def _blocks(words: Words) -> Iterator[Block]:
    known = {field.name: field for field in fields()}
    for block, names in _BLOCKS.items():
        questions = tuple(_question(known[name], words) for name in names)
        yield Block(words(f"suggest.block.{block}"), questions)


def _question(field: Field, words: Words) -> Question:
    keys = [f"value.{field.name}.{value}" for value in field.values]
    answers = [words(key if key in words else f"value.any.{key.rpartition('.')[2]}") for key in keys]
    few = answers if len(answers) <= _MOST else []
    return Question(words(_OWN.get(field.name, f"fact.{field.name}")), field.need == "required", " / ".join(few))
