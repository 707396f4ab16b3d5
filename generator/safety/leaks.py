"""Looks through a finished site for everything that must not leave with it; run by every build before it publishes.

A search by Aho and Corasick looks for all secrets at once, so that a site of thousands of pages costs little more than
reading it. What is told names a file, an entry and a kind, never the secret: logs of a build can be public.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from ahocorasick_rs import BytesAhoCorasick

from generator.safety.fold import decoded, folded, stands, together, untagged
from generator.safety.points import codes, numbers, tells
from generator.safety.secrets import remarked, secret_points, secrets, shown_part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.config.geocodes import Geocode
    from generator.entry.model import Entry
    from generator.safety.secrets import Secret, SecretPoint

_CLOSED: Final = (".png", ".gz", ".br", ".ico", ".woff2")
"""Files that are no text; of these only the name is looked at. Compressed ones hold what was looked at already."""

_MARKED: Final = (".html", ".svg", ".xml")
_DIGITS: Final = frozenset(b"0123456789")
_PLACES: Final = frozenset((
    "lat", "lon", "lng", "latitude", "longitude", "coordinates", "geo", "street", "streetAddress", "plus_code",
    "address", "location",
))  # fmt: skip
"""Keys under which the record of an entry with a secret place may have nothing."""

_DIRECTED = re.compile(
    r"\bgeo:|data-geo=|data-to=|maps\.apple\.com|google\.[a-z.]+/maps|openstreetmap\.org|streetAddress"
)
_SHOWN = 20


@dataclass(frozen=True, slots=True, order=True)
class Leak:
    """One secret in one file: of which entry, and what it is, without repeating it."""

    path: str
    entry: str
    what: str

    def __str__(self) -> str:
        """Give it in one line that may stand in a public log."""
        return f"{self.path}: {self.what} of {self.entry}"


class Scanner:
    """Looks through files, one by one. `hidden` are ids of published entries whose place is secret."""

    def __init__(
        self,
        secrets: Iterable[Secret],
        points: Iterable[SecretPoint] = (),
        hidden: Iterable[str] = (),
        public: Iterable[str] = (),
    ) -> None:
        """Take the secrets; those that are not firm and stand in one of the `public` texts are none."""
        kept = list(secrets)
        self._forms = [(form, secret) for secret in kept for form in secret.forms if form]
        self._search = _search([form for form, _ in self._forms])
        told = {pair for text in public for pair in self._found(text)}
        whole = {secret for _, secret in told if secret.same}
        self._forms = [pair for pair in self._forms if pair[1].firm or (pair not in told and pair[1] not in whole)]
        self._search = _search([form for form, _ in self._forms])
        self._points = list(points)
        self._hidden = tuple(hidden)

    def look(self, path: str, data: bytes) -> list[Leak]:
        """Give what leaks in one file, by its path from the site's root and its bytes; sorted, each once."""
        if not (self._search or self._points or self._hidden):
            return []
        if path.endswith(_CLOSED):
            return sorted(set(self._texts(path, [decoded(path.encode())], frozenset())))
        text = decoded(data)
        views = [decoded(path.encode()), text, *([untagged(text)] if path.endswith(_MARKED) else ())]
        mine = frozenset(entry for entry in self._hidden if _page(path) == entry)
        leaks = set(self._texts(path, views, mine))
        leaks.update(self._pointed(path, text))
        leaks.update(Leak(path, entry, "a way to its place") for entry in mine if _DIRECTED.search(text))
        if path.endswith("json"):
            leaks.update(self._recorded(path, text))
        return sorted(leaks)

    def _found(self, text: str) -> Iterator[tuple[bytes, Secret]]:
        """Give each form that stands in a decoded text, with its secret."""
        if self._search is None:
            return
        spelled, seen = folded(text), set[int]()
        for number, start, end in self._search.find_matches_as_indexes(spelled, overlapping=True):
            if number in seen:
                continue
            form, secret = self._forms[number]
            # A telephone number may have its country's before it; any other within a longer one is another number.
            longer = (form[0] in _DIGITS and spelled[start - 1 : start].isdigit()) or (
                form[-1] in _DIGITS and spelled[end : end + 1].isdigit()
            )
            if longer and not form.isdigit() and not stands(form, text):
                continue
            if not secret.words or together(secret.words, text):
                seen.add(number)
                yield form, secret

    def _texts(self, path: str, views: Sequence[str], mine: frozenset[str]) -> Iterator[Leak]:
        for text in views:
            for _, secret in self._found(text):
                if not secret.own or secret.entry in mine:
                    yield Leak(path, secret.entry, secret.what)

    def _pointed(self, path: str, text: str) -> Iterator[Leak]:
        if not self._points:
            return
        found, capitals = numbers(text), text.upper() if "+" in text else ""
        for secret in self._points:
            if tells(found, secret.point) or any(code in capitals for code in codes(secret.point)):
                yield Leak(path, secret.entry, "its point")

    def _recorded(self, path: str, text: str) -> Iterator[Leak]:
        """Look at the records of entries whose place is secret: a line each, or a place in columns."""
        for entry in self._hidden:
            if f'"{entry}"' not in text:
                continue
            lines = [line.rstrip(",") for line in text.splitlines() if f'"id":"{entry}"' in line]
            for record in map(_read, lines or [text]):
                for part in _records(record, entry):
                    yield from self._record(path, entry, part)

    def _record(self, path: str, entry: str, record: dict[str, Any]) -> Iterator[Leak]:
        placed = any(key in _PLACES and value and not _worded(key, value) for key, value in _pairs(record))
        if placed:
            yield Leak(path, entry, "a point or an address in its record")
        yield from self._texts(path, [json.dumps(record, ensure_ascii=False)], frozenset({entry}))


def scanner(
    entries: Sequence[Entry], geocodes: Mapping[str, Geocode], sources: Mapping[str, str], public: Iterable[str]
) -> Scanner:
    """Make the scanner of one project.

    `sources` has the text of each entry's file by id, `public` whatever else is meant to be read: settings, handbook.
    """
    secret = [entry for entry in entries if entry.confidential or not entry.published]
    remarks = {entry.id: remarked(sources.get(entry.id, "")) for entry in secret}
    shown = (shown_part(sources.get(entry.id, "")) for entry in entries if entry.published)
    return Scanner(
        secrets(entries, geocodes, remarks),
        secret_points(entries, geocodes),
        [entry.id for entry in entries if entry.confidential and entry.published],
        (*shown, *public),
    )


def told(leaks: Sequence[Leak]) -> str:
    """Give in plain words what was found, for whoever runs the build."""
    lines = [str(leak) for leak in sorted(leaks)[:_SHOWN]]
    more = [f"and {len(leaks) - _SHOWN} more"] if len(leaks) > _SHOWN else []
    head = "nothing was published: the site would tell what must stay secret (the words are not repeated here)"
    return "\n".join([head, *lines, *more])


def _search(forms: list[bytes]) -> BytesAhoCorasick | None:
    return BytesAhoCorasick(forms) if forms else None


def _page(path: str) -> str:
    return path.rpartition("/")[2].partition(".")[0]


def _read(text: str) -> Any:  # noqa: ANN401 - any JSON value
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _records(value: Any, entry: str) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - any JSON value
    """Give every object whose id is that of an entry, and what columns say in its place."""
    if isinstance(value, list):
        for item in value:
            if isinstance(item, (dict, list)):
                yield from _records(item, entry)
    if not isinstance(value, dict):
        return
    names = value.get("id")
    if names == entry:
        yield value
        return
    if isinstance(names, list) and entry in names:
        row = names.index(entry)
        yield {
            key: column[row] for key, column in value.items() if isinstance(column, list) and len(column) == len(names)
        }
    for item in value.values():
        yield from _records(item, entry)


def _pairs(value: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - any JSON value
    if isinstance(value, dict):
        for key, item in value.items():
            yield key, item
            yield from _pairs(item)
    elif isinstance(value, list):
        for item in value:
            yield from _pairs(item)


def _worded(key: str, value: Any) -> bool:  # noqa: ANN401 - any JSON value
    """Whether it is what a card says where a street would stand: words that the place is confidential."""
    return key == "street" and isinstance(value, str) and not any(c.isdigit() for c in value)
