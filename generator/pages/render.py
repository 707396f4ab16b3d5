"""Every file of the light shell, in one pass over the compiled directory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.measure.ages import upkeep
from generator.pages.assets import load_assets
from generator.pages.cards import card_view
from generator.pages.changes import changes_files
from generator.pages.check import check_page
from generator.pages.credits import asked, credits_block
from generator.pages.home import home
from generator.pages.kept import kept_block
from generator.pages.lead import lead_pages
from generator.pages.lists import lists
from generator.pages.phrases import dates
from generator.pages.plain import authored_page, lost_page, neutral_page, tombstone_page
from generator.pages.quality import quality_page
from generator.pages.resource import resource_page
from generator.pages.said import say
from generator.pages.shell import NEUTRAL, Shell, open_shell
from generator.pages.suggest import suggest_page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.compile.model import Compiled
    from generator.config.strings import Words
    from generator.pages.cards import Card
    from generator.pages.said import Said

AUTHORED = ("about", "privacy")
"""Pages written by hand in Markdown."""


def put_in_words(directory: Compiled, words: Words) -> dict[str, Said]:
    """Put every resource into words, by its id: once for its page, its cards and the finder."""
    return {resource.id: say(resource, words, directory.build_date) for resource in directory.resources}


def card_words(directory: Compiled, words: Words, said: Mapping[str, Said] | None = None) -> dict[str, Card]:
    """Give what the card of each resource says, by its id: the lists print it, and the finder shows the same.

    `said` is what `put_in_words` gave, where that is there already.
    """
    told = put_in_words(directory, words) if said is None else said
    return {entry_id: card_view(one, words, directory.build_date) for entry_id, one in told.items()}


def render(
    directory: Compiled,
    words: Words,
    authored: Mapping[str, str],
    data: str = "",
    said: Mapping[str, Said] | None = None,
    *,
    policy: str = "",
) -> Iterator[tuple[str, bytes]]:
    """Give every file of the light shell as its path from the site's root and its bytes.

    `authored` maps `about` and `privacy` to Markdown. `data` is the path of the finder's data from the root; without
    it the pages have no finder. `said` is as for `card_words`; `policy` is what pages state as their
    content-security policy, or empty. The same values give the same bytes.
    """
    assets = load_assets()
    shell = open_shell(directory, words, assets, data, policy)
    yield from assets
    yield "index.html", home(shell)
    told = put_in_words(directory, words) if said is None else said
    yield from lists(shell, told)
    yield from lead_pages(shell, told)
    for resource in directory.resources:
        yield resource.path, resource_page(shell, told[resource.id])
    for tombstone in directory.tombstones:
        yield tombstone.path, tombstone_page(shell, tombstone)
    values, blocks = _values(shell), {"credits": credits_block(shell), "kept": kept_block(shell)}
    for name in AUTHORED:
        yield f"{name}.html", authored_page(shell, name, authored.get(name, ""), values, blocks)
    known = upkeep(directory)
    yield "check.html", check_page(shell, known, told)
    yield "suggest.html", suggest_page(shell)
    yield "quality.html", quality_page(shell, known)
    yield from changes_files(shell)
    yield "404.html", lost_page(shell)
    yield NEUTRAL, neutral_page(shell)


def _values(shell: Shell) -> dict[str, str]:
    directory = shell.directory
    return {
        "name": directory.settings.site.name,
        "area": directory.settings.site.area,
        "listed": str(len(directory.resources)),
        "drafts": str(directory.drafts),
        "asked": asked(directory, shell.words),
        "date": dates.partial_date(directory.facts_date, shell.words),
    }
