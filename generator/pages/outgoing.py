"""What leaves a page by the reader's own hand: a shared text, copied facts, a correction. Nothing is sent by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from generator.pages.suggest_send import BRANCH

if TYPE_CHECKING:
    from generator.config.site import Site
    from generator.config.strings import Words
    from generator.pages.said import Said


@dataclass(frozen=True, slots=True)
class ShareView:
    """What the share sheet gets. Of a sensitive resource that is a neutral title and its number, nothing else."""

    title: str
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class FixView:
    """How to correct an entry. `edit` and `write` are empty where the site has no repository or contact."""

    edit: str
    write: str
    contact: str
    copy: str


def share_view(said: Said, site: Site) -> ShareView:
    """Give what the share button of one resource hands over."""
    resource = said.resource
    number = said.main.label if said.main else ""
    if resource.sensitive or resource.entry.confidential:
        return ShareView(resource.title, number, "")
    text = ". ".join(part for part in (resource.entry.name, number, said.place.one_line) if part)
    return ShareView(resource.title, text, f"{site.url}/{resource.path}" if site.url else "")


def fix_view(said: Said, site: Site, words: Words) -> FixView:
    """Give the ways to correct one entry that this site has."""
    contact, entry = site.contact or "", said.resource.entry
    write = contact if contact.startswith("https:") or not contact else f"mailto:{contact}?subject={quote(entry.id)}"
    edit = f"{site.repository}/edit/{BRANCH}/{entry.file}" if site.repository else ""
    return FixView(edit, write, contact, _facts(said, words("fix.file", file=entry.file)))


def _facts(said: Said, file: str) -> str:
    """Give the public facts of one resource as plain text, one a line, to be copied into a letter."""
    entry, place = said.resource.entry, said.place
    numbers = (phone.label for phone in said.numbers)
    lines = [entry.name, entry.organization, *numbers, place.one_line or place.confidential]
    lines += [f"{view.title}: {view.one_line}" for view in said.hours]
    return "\n".join(dict.fromkeys(line for line in (*lines, entry.website, file) if line))
