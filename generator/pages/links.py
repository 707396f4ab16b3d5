"""Addresses of a resource's own pages and mail, named by their host, so that a reader sees where a tap leads."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.config.strings import Words
    from generator.entry.model import Entry

_PLAIN_HOST = re.compile(r"https://([a-z0-9.-]+)(?=[/?#]|$)")
"""An address without user, port or capital letters, which is every one that passed the check: read ten times faster."""


@dataclass(frozen=True, slots=True)
class WebLink:
    """One address: what it is for, where it leads in words, and its icon."""

    label: str
    text: str
    href: str
    icon: str


def web_links(entry: Entry, words: Words) -> tuple[WebLink, ...]:
    """Give website, form, chat and e-mail of an entry, as far as they are known."""
    return tuple(_links(entry, words))


def _links(entry: Entry, words: Words) -> Iterator[WebLink]:
    pages = (("act.website", entry.website), ("act.form", entry.online_form), ("act.chat", entry.online_chat))
    for key, address in pages:
        if address:
            yield WebLink(words(key), host(address), address, "web")
    if entry.email:
        yield WebLink(words("act.email"), entry.email, f"mailto:{entry.email}", "mail")


def host(address: str) -> str:
    """Give the host of a web address without `www.`."""
    plain = _PLAIN_HOST.match(address)
    name = plain[1] if plain else urlsplit(address).hostname or address
    return name.removeprefix("www.")
