"""`lead.yaml` and `gaps.yaml` are read by many people: they are checked as entries are. Paths are of each file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.check.finding import Finding
from generator.check.rules import names, personal, phones, references, words
from generator.check.subject import Subject, is_invented, leaves
from generator.entry.source import SourceFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.check.gist import Gist
    from generator.config.settings import Settings

FILE = "lead.yaml"
GAPS = "gaps.yaml"

_ROLES = frozenset({"reviewed_by", "owner", "answered_by", "role"})
"""Keys that say who, and so a role."""

_ORIGIN = "origin"
"""A key that names an organization, a workshop or a role."""

_OUR_TEXTS = frozenset(
    {"say", "items", "medical", "otherwise", "text", "signs", "how", "next", "does", "after_hours", "notice", "note"}
)
"""Keys whose texts are our own words; names, sources and titles of laws are not."""


def lead(settings: Settings, ids: Mapping[str, Gist | None], *, advice: bool = True) -> Iterator[Finding]:
    """Require entries that are published, a number that can be dialled, roles instead of names; tell hurting words."""
    subject = _subject(settings, FILE)
    yield from references.lead(settings.lead, ids)
    yield from phones.lead_line(subject)
    yield from _texts(subject, advice=advice)


def gaps(settings: Settings, *, advice: bool = True) -> Iterator[Finding]:
    """Require that nobody is named in a gap, neither who named it nor whom it hit; tell hurting words."""
    subject = _subject(settings, GAPS)
    yield from personal.personal(subject)
    yield from _texts(subject, advice=advice)


def _subject(settings: Settings, name: str) -> Subject:
    document = settings.files[name].document
    return Subject(SourceFile(document.file, b""), document, settings, (), is_invented(settings))


def _texts(subject: Subject, *, advice: bool) -> Iterator[Finding]:
    yield from _roles(subject)
    yield from names.people(subject)
    if advice:
        yield from _words(subject)


def _roles(subject: Subject) -> Iterator[Finding]:
    for path, text in leaves(subject.data):
        if (path[-1] in _ROLES and names.is_name(text)) or (path[-1] == _ORIGIN and names.first_name(text)):
            wanted = "a role and an organization, such as  county attorney;  never a name"
            yield Finding("E511", path, text, wanted)


def _words(subject: Subject) -> Iterator[Finding]:
    for path, text in leaves(subject.data):
        key = next((part for part in reversed(path) if isinstance(part, str)), "")
        if key in _OUR_TEXTS:
            for hit, better in words.hurting(text):
                wanted = f"kinder or plainer words, such as:  {better}"
                yield Finding("W608", path, hit.group(), wanted, part=hit.group(), start=hit.start())
