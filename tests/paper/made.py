"""Sheets for the tests: of the invented county, and of invented directories of any size with the longest texts."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from generator import pages, paper
from generator.config.paper import PaperChoice
from tests.pages.site import harbor, with_site
from tests.phrases import county as one_by_one

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.compile.model import Compiled
    from generator.entry.model import Entry
    from generator.paper import Sheet
    from generator.paper.model import Form

URL = "https://help.example.org/lead"
LONG = "The Interfaith Fellowship of Harborview and the Lower River Valley, Center {n}"
SERVICES = ("withdrawal-care", "moud", "shelter", "day-center", "meals", "pantry", "naloxone", "domestic-violence")


def made(form: Form, directory: Compiled, *only: str, discreet: bool = False) -> Sheet:
    words = directory.settings.words
    said = pages.put_in_words(directory, words)
    cards = pages.card_words(directory, words, said)
    return paper.sheet(form, directory, words, said, cards, discreet=discreet, only=only)


@cache
def addressed() -> Compiled:
    """The invented county with the address of its site."""
    return with_site(harbor(), url=URL)


@cache
def crowd(count: int) -> Compiled:
    """A directory of this many places with long names, all with an address and a phone, and all services on paper."""
    directory = with_site(one_by_one.compiled(*_crowd(count)), url=URL)
    return replace(directory, settings=replace(directory.settings, paper=PaperChoice(card=SERVICES)))


def _crowd(count: int) -> Iterator[Entry]:
    for n in range(count):
        yield one_by_one.entry(
            f"place-{n}",
            name=LONG.format(n=n),
            services=[SERVICES[n % len(SERVICES)]],
            phones=[{"number": f"910-555-01{n % 100:02d}", "extension": str(n + 1000)}],
            address={
                "street": f"{n + 1} Old Plantation Road Extension",
                "city": "Harborview",
                "state": "NC",
                "zip": "28300",
            },
            hours={"open": "Mo-We,Fr 08:00-12:00,13:00-17:00; Th 10:00-19:00; PH off"},
        )


def pages_of(directory: Compiled) -> dict[str, bytes]:
    words = directory.settings.words
    said = pages.put_in_words(directory, words)
    cards = pages.card_words(directory, words, said)
    shell = pages.open_shell(directory, words, pages.load_assets())
    return dict(pages.render(directory, words, {}, "", said)) | dict(paper.print_pages(shell, said, cards))
