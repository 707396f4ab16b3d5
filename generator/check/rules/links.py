"""Web addresses that a reader can open safely."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.check.finding import Finding
from generator.check.subject import blocks_of, text_at, urls_of
from generator.entry.strict_text import named
from generator.entry.url import UrlFault, faults

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.check.subject import Subject
    from generator.entry.strict_yaml import Path

_TELLING = {
    UrlFault.BROKEN: ("E212", "an address such as  https://harbor.example/visit"),
    UrlFault.HTTP: ("W603", "https: try the same address with https:// and write that if it opens"),
    UrlFault.LOGIN: ("E312", "an address without anything before an @"),
    UrlFault.NUMBER: ("E312", "the name of the site, such as harbor.example, instead of a number"),
    UrlFault.PORT: ("E312", "an address without a colon and a number behind the host"),
    UrlFault.SHORTENED: ("E313", "the address that the link leads to: open it and copy that from the browser"),
    UrlFault.TRACKING: ("E314", "the address without it"),
    UrlFault.STAGING: ("E315", "the public page: this host is for building and testing a site"),
    UrlFault.INVENTED: ("E316", "the address of a real page"),
}
_HOME = re.compile(r"https?://[^/?#]+/?")
NOT_A_PAGE = re.compile(r"\bpublic file\b[^\n]{0,12}\d|\bfile (?:id|no\.?|number) ?\d", re.IGNORECASE)


def links(subject: Subject) -> Iterator[Finding]:
    """Require that every web address is safe to open and shows where it leads."""
    for path, address in urls_of(subject.data):
        if "://" not in address:
            continue
        for found in faults(address):
            if found.fault is UrlFault.INVENTED and subject.invented:
                continue
            if found.fault is UrlFault.FOREIGN_CODE:
                yield _in_code(path, found.part)
                continue
            if found.fault is UrlFault.FOREIGN:
                yield _foreign(path, found.part)
                continue
            code, wanted = _TELLING[found.fault]
            yield Finding(code, path, found.part, wanted, value=_right(found.right, code), part=found.part)


def sources(subject: Subject) -> Iterator[Finding]:
    """Require a page that everybody can open, not the number of a file that somebody has."""
    for path, source in blocks_of(subject.data, "sources"):
        for key in ("publisher", "note", "url"):
            found = NOT_A_PAGE.search(text_at(source, key))
            if found:
                wanted = "a page that every reader can open; a file that only some have is no source"
                yield Finding("E315", (*path, key), found.group(), wanted, part=found.group())


def home_pages(subject: Subject) -> Iterator[Finding]:
    """Tell a home page as the source of certain facts: it changes, and nobody finds them there again."""
    for path, source in blocks_of(subject.data, "sources"):
        address = text_at(source, "url")
        if "facts" in source and _HOME.fullmatch(address):
            wanted = "the address of the very page that says so; if the home page says it, no list of facts"
            yield Finding("W625", (*path, "url"), f"{address}, a home page, as the source of facts", wanted)


def _foreign(path: Path, host: str) -> Finding:
    letter = next(c for c in host if not c.isascii())
    seen = f"{named(letter)} in the host {host}"
    return Finding("E312", path, seen, "a host in plain letters a to z: is it the right site?", part=letter)


def _in_code(path: Path, host: str) -> Finding:
    try:
        real = host.encode("ascii").decode("idna")
    except UnicodeError:
        real = "no name at all"
    return Finding(
        "W604", path, f"{host}, which is shown as {real}", "a look at the site: is it the right one?", part=host
    )


def _right(address: str, code: str) -> str | None:
    return address if address and code == "E314" else None
