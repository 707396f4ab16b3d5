"""What must not leave with the site: places of confidential entries, notes for editors, whatever is not published.

Each value is kept as the forms in which it would be found (see `fold`), never as it is written, and told of by its kind
and its entry alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from generator.config.streets import parse_street, spellings
from generator.safety.fold import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.config.geocodes import Geocode
    from generator.entry.model import Entry
    from generator.entry.place import Point

_SENTENCE = re.compile(r"[.;:!?\n]+(?:\s+|$)")
_REMARK = re.compile(r"(?m)(?:^|[ \t])#[ \t]*(.*)$")
_NOTE = re.compile(r"(?m)^editor_note:.*(?:\n(?:[ \t].*)?$)*")
_LEAST = 8
"""Letters and digits of a name or an address on the web that is told by itself."""

_LINE = (5, 8)
"""Words of a sentence that is told by itself; of a longer one every so many words in a row are looked for."""


@dataclass(frozen=True, slots=True)
class Secret:
    """One value of one entry. `what` says which, in words that may stand in a public log.

    `firm` is whether it stays secret even where something public says the same. `own` is whether it tells something
    only on the entry's own page or in its own record, as a ZIP code does. `same` is whether the forms are spellings of
    one thing, so that all are public where one is. `words` are those of a name: they must stand together as words.
    """

    entry: str
    what: str
    forms: tuple[bytes, ...]
    firm: bool = False
    own: bool = False
    same: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True)
class SecretPoint:
    """A point that belongs to a confidential or unpublished entry."""

    entry: str
    point: Point


def secrets(entries: Iterable[Entry], geocodes: Mapping[str, Geocode], remarks: Mapping[str, str]) -> Iterator[Secret]:
    """Give every secret text. `remarks` has, by id, the remarks in the files of entries."""
    for entry in entries:
        record = geocodes.get(entry.id)
        yield from _said(entry, "a note for editors", entry.editor_note)
        if entry.confidential or not entry.published:
            yield from _place(entry, record, firm=entry.confidential)
            yield from _said(entry, "a remark in its file", remarks.get(entry.id, ""))
        if not entry.published:
            yield from _unpublished(entry)


def secret_points(entries: Iterable[Entry], geocodes: Mapping[str, Geocode]) -> Iterator[SecretPoint]:
    """Give the points of confidential entries: their own and those that were found for them."""
    for entry in entries:
        if entry.confidential:
            record = geocodes.get(entry.id)
            found = [entry.point.point if entry.point else None, record.point if record else None]
            yield from (SecretPoint(entry.id, point) for point in dict.fromkeys(found) if point)


def remarked(source: str) -> str:
    """Give the remarks of an entry's file."""
    return "\n".join(remark for remark in _REMARK.findall(source) if "yaml-language-server" not in remark)


def shown_part(source: str) -> str:
    """Give an entry's file without remarks and without the note for editors: what may be read by everybody."""
    return _REMARK.sub("", _NOTE.sub("", source))


def _place(entry: Entry, record: Geocode | None, *, firm: bool) -> Iterator[Secret]:
    address = entry.address
    for line in (address.street if address else "", record.query if record else ""):
        if forms := _street(line):
            yield Secret(entry.id, "its street address", forms, firm=firm, same=True)
    if address:
        yield from _said(entry, "a note on its address", address.note, firm=firm)
        if firm:
            yield from _alone(entry, "its ZIP code", address.zip)
            yield from _alone(entry, "its street", parse_street(address.street).name)
            yield from _alone(entry, "its unit", address.unit)
    if record:
        yield from _said(entry, "a note on its point", record.note, firm=firm)


def _alone(entry: Entry, what: str, text: str) -> Iterator[Secret]:
    if len(folded(text)) >= 4:
        yield Secret(entry.id, what, (folded(text),), firm=True, own=True)


def _unpublished(entry: Entry) -> Iterator[Secret]:
    """Give what an entry says that nobody may see yet, or any longer: of one that was removed all but its name."""
    for name in () if entry.removed else (entry.name, *entry.also_known_as, entry.id):
        if len(folded(name)) >= _LEAST:
            yield Secret(entry.id, "its name", (folded(name),), words=name)
    for phone in entry.phones:
        if forms := _phone(phone.number):
            yield Secret(entry.id, "a phone number", forms, same=True)
        yield from _said(entry, "a note on a phone number", phone.note)
    for link in (entry.website, entry.online_form, entry.online_chat, entry.email, *(s.url for s in entry.sources)):
        if forms := _link(link):
            yield Secret(entry.id, "an address on the web", forms)
    texts = [entry.summary, entry.alert, entry.hours.note, entry.backup.note if entry.backup else ""]
    texts += [text for fact in entry.facts.values() for text in (*fact.values, fact.note)]
    texts += [*(source.note for source in entry.sources), *(check.note for check in entry.verified)]
    for text in texts:
        yield from _said(entry, "a text", text)


def _said(entry: Entry, what: str, text: str, *, firm: bool = False) -> Iterator[Secret]:
    """Give the sentences of a text; of a long one every few words in a row, because it may be cut anywhere."""
    least, most = _LINE
    for sentence in _SENTENCE.split(text):
        words = sentence.split()
        if len(words) < least:
            continue
        parts = (words[start : start + most] for start in range(max(1, len(words) - most + 1)))
        yield Secret(entry.id, what, tuple(dict.fromkeys(folded(" ".join(part)) for part in parts)), firm=firm)


def _phone(number: str) -> tuple[bytes, ...]:
    digits = folded(number)
    return (digits,) if len(digits) >= 10 else ()


def _link(address: str) -> tuple[bytes, ...]:
    parts = urlsplit(address)
    text = f"{parts.netloc.removeprefix('www.')}{parts.path}" if parts.netloc else address
    return (folded(text),) if len(folded(text)) >= _LEAST else ()


def _street(line: str) -> tuple[bytes, ...]:
    """Give the forms of a house number and street, or of a crossing, each part of the name long, short or left out."""
    street = parse_street(line)
    if street.cross:
        pairs = product(spellings(street.name), ("", "and", "at"), spellings(street.cross))
        return tuple(dict.fromkeys(folded(" ".join(pair)) for pair in pairs))
    if street.number is None or not street.name:
        return ()
    forms = dict.fromkeys(folded(f"{street.number} {name}") for name in spellings(street.name))
    return tuple(form for form in forms if len(form) >= _LEAST or len(forms) == 1)
