"""How the entries of a proposal will look: their pages with styles, and the same as plain text."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from generator.compile.directory import compile_directory
from generator.pages.assets import load_assets
from generator.pages.resource import resource_page
from generator.pages.said import say
from generator.pages.shell import open_shell
from generator.proposal.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.config.geocodes import Geocodes
    from generator.config.settings import Settings
    from generator.entry.model import Entry
    from generator.proposal.model import Proposal

MOST = 10
"""Pages of one preview."""

HEADING = "# "
_SKIPPED = frozenset({"script", "style", "svg", "nav", "button", "head", "template"})
_BLOCKS = frozenset(
    {
        "p",
        "h1",
        "h2",
        "h3",
        "li",
        "tr",
        "dt",
        "dd",
        "section",
        "div",
        "ul",
        "table",
        "address",
        "br",
        "caption",
        "thead",
    }
)
_UNSEEN = frozenset({"unseen", "fix"})
"""Classes of parts that are for screen readers only, or only work on the page."""

_APART = frozenset({"td", "dd", "a", "small", "span"})
_HEADINGS = frozenset({"h1", "h2", "h3", "caption"})
_VOID = frozenset({"br", "img", "input", "link", "meta", "hr", "wbr", "use"})


def wanted(proposal: Proposal) -> tuple[str, ...]:
    """Give the ids of the entries to show: new and changed ones, but none about a secret place."""
    kinds = {Kind.ADDED, Kind.CHANGED}
    return tuple(e.id for e in proposal.entries if e.kind in kinds and e.readable and not e.hidden)[:MOST]


def preview(
    entries: Sequence[Entry], settings: Settings, geocodes: Geocodes, ids: Sequence[str]
) -> tuple[dict[str, bytes], dict[str, str]]:
    """Give the files of a preview by path, and the text of each page by id.

    A draft is shown as it will look once it is published. What has no page, such as a closed place, is left out.
    """
    shown = [replace(e, status="active") if e.id in ids and e.status == "draft" else e for e in entries]
    directory = compile_directory(shown, settings, geocodes)
    assets = load_assets()
    shell = open_shell(directory, settings.words, assets)
    pages = {
        resource.id: (resource.path, resource_page(shell, say(resource, settings.words, directory.build_date)))
        for resource in directory.resources
        if resource.id in ids
    }
    files = dict(assets) | dict(pages.values()) if pages else {}
    return files, {entry_id: text_of(page.decode("utf-8")) for entry_id, (_, page) in pages.items()}


def text_of(page: str) -> str:
    """Give the text of the main part of a page, one block a line, without what only works on the page.

    A heading has HEADING before it.
    """
    reader = _Reader()
    reader.feed(page)
    lines = (" ".join(line.split()) for line in "".join(reader.text).split("\n"))
    return "\n".join(line for line in lines if line)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.text.append("\n")
        if tag not in _VOID:
            said = {name: value or "" for name, value in attrs}
            within = tag == "main" or self._shown
            unseen = tag in _SKIPPED or "hidden" in said or said.get("class") in _UNSEEN
            self._open.append((tag, within and not unseen))
        if tag in _HEADINGS and self._shown:
            self.text.append(HEADING)
        if tag in _APART:
            self.text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if any(name == tag for name, _ in self._open):
            while self._open.pop()[0] != tag:
                pass
        if tag in _BLOCKS:
            self.text.append("\n")

    def handle_data(self, data: str) -> None:
        if self._shown:
            self.text.append(data)

    @property
    def _shown(self) -> bool:
        return bool(self._open) and self._open[-1][1]
