"""What About says from the data: how many places were telephoned, and who gave the points, with their licences."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from generator.compile.credits import credits_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.compile.credits import Credit, Credits
    from generator.compile.model import Compiled
    from generator.config.strings import Words
    from generator.pages.shell import Shell

_FILE: Final = "site_config/SOURCES.md"
_LICENSED: Final = (
    ("geonames", "https://www.geonames.org/", "https://creativecommons.org/licenses/by/4.0/"),
    ("openstreetmap", "https://www.openstreetmap.org/copyright", "https://opendatacommons.org/licenses/odbl/1-0/"),
)
"""Sources that ask for a visible credit, wherever they are used: name, address of the source, of the licence."""


@dataclass(frozen=True, slots=True)
class Part:
    """Points of one kind: a heading with their number, and each source with its own."""

    label: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Licensed:
    """A source that asks for a credit, and its licence."""

    name: str
    url: str
    license: str
    license_url: str


def asked(directory: Compiled, words: Words) -> str:
    """Say how many published places somebody has telephoned; where no fact of any was ever asked about, that."""
    checks = [resource.entry.verified for resource in directory.resources]
    if not any(checks):
        return words("about.asked.none")
    called = sum(any(check.how == "phone" for check in some) for some in checks)
    return words("about.asked.some", n=called, all=len(checks))


def credits_block(shell: Shell) -> Markup:
    """Give the list of sources of a site's points, and the licences that they name."""
    words, site = shell.words, shell.directory.settings.site
    found = credits_of(shell.directory)
    text = shell.template("credits.html").render(
        parts=tuple(_parts(found, words)),
        licensed=tuple(_licensed(found, words)),
        file=_FILE,
        file_url=f"{site.repository}/blob/main/{_FILE}" if site.repository else "",
    )
    return Markup(text)  # noqa: S704 - rendered with escaping


def _parts(found: Credits, words: Words) -> Iterator[Part]:
    for key, some in (("places", found.places), ("towns", found.towns), ("zips", found.zips)):
        if some:
            label = words(f"credits.{key}", n=sum(credit.count for credit in some))
            yield Part(label, tuple(_source(credit, words) for credit in some))


def _source(credit: Credit, words: Words) -> str:
    """Name one source: in the words of the site where it has some, else as the data does."""
    key = "credits.of." + re.sub(r"[^a-z0-9]+", "-", credit.source.casefold()).strip("-")
    return words("credits.source", source=words(key) if key in words else credit.source, n=credit.count)


def _licensed(found: Credits, words: Words) -> Iterator[Licensed]:
    named = " ".join(credit.source.casefold() for credit in (*found.towns, *found.zips, *found.places))
    for name, url, license_url in _LICENSED:
        if name in named:
            yield Licensed(words(f"credits.name.{name}"), url, words(f"credits.license.{name}"), license_url)
