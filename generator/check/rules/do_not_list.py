"""No entry for an agency that asked not to be listed, under its name, its number or its host, whatever the status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.check.finding import Finding
from generator.check.fold import folded
from generator.check.subject import URL_KEYS, blocks_of, text_at, texts_of
from generator.entry import url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.check.subject import Subject
    from generator.config.do_not_list import Unlisted
    from generator.entry.strict_yaml import Path

_WANTED = (
    "no such entry: they are not to be listed (site_config/do-not-list.yaml, line {line}: {reason}, {date}). "
    "Delete it, or talk with whoever keeps this directory"
)


def refused(subject: Subject) -> Iterator[Finding]:
    """Refuse an entry that is on the do-not-list; each agency is told once, at the first thing that gives it away."""
    for agency in subject.settings.do_not_list:
        match = next(_matches(subject, agency), None)
        if match:
            path, seen = match
            wanted = _WANTED.format(line=agency.line, reason=agency.reason, date=agency.date)
            yield Finding("E408", path, f"{seen}, which is on the do-not-list", wanted)


def _matches(subject: Subject, agency: Unlisted) -> Iterator[tuple[Path, str]]:
    if agency.id and subject.file.stem.casefold() == agency.id:
        yield (), f"{subject.file.stem}.yaml"
    if agency.name:
        yield from (found for found in _names(subject) if _plain(found[1]) == _plain(agency.name))
    yield from (found for found in _numbers(subject) if found[1] in agency.phones)
    for path, host in _hosts(subject):
        if any(host == own or host.endswith(f".{own}") for own in agency.hosts):
            yield path, host


def _names(subject: Subject) -> Iterator[tuple[Path, str]]:
    for key in ("name", "organization"):
        yield (key,), text_at(subject.data, key)
    yield from texts_of(subject.data, "also_known_as")


def _numbers(subject: Subject) -> Iterator[tuple[Path, str]]:
    for path, phone in blocks_of(subject.data, "phones"):
        yield (*path, "number"), text_at(phone, "number")
    yield ("backup_contact", "number"), text_at(subject.data, "backup_contact", "number")


def _hosts(subject: Subject) -> Iterator[tuple[Path, str]]:
    for key in URL_KEYS:
        yield (key,), url.host(text_at(subject.data, key)).removeprefix("www.")
    yield ("email",), text_at(subject.data, "email").rpartition("@")[2].casefold()


def _plain(name: str) -> str:
    """Give a name as it is compared: small letters and digits only, look-alikes told apart."""
    return "".join(letter for letter in folded(name).casefold() if letter.isalnum())
