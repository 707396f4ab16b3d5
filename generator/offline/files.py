"""What a copy holds: collected from the finished files, packed, listed with revisions, and checked when all is written.

A revision is the start of the SHA-256 of a file, so that a phone fetches what changed and knows what it got.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from dataclasses import dataclass, field
from json.encoder import encode_basestring
from typing import TYPE_CHECKING, Final

from generator.offline.worker import WORKER, kept_of, worker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from generator.config.strings import Words

LIMIT: Final = 32_000_000
"""Bytes of files, before compression, above which no copy is offered: about 1,300 resources, or 4 MB to download."""

LEFT_OUT: Final = frozenset({"404.html", "offline.html", "check.html", "changes.html", "quality.html", "coverage.html"})
"""Pages that a copy has no use for: the host's own, the directory as one file, and what is for its keepers."""

_DIGITS: Final = 16
_SAMPLE: Final = 1_000_000
_KINDS: Final = (".html", ".css", ".js", ".json", ".svg")
_FOLDER: Final = "data/keep/"


class OfflineError(ValueError):
    """The list of the copy names what the finished site does not have. The message names the file."""


def revision(data: bytes) -> str:
    """Give the revision of a file: 16 hexadecimal digits of its SHA-256."""
    return hashlib.sha256(data).hexdigest()[:_DIGITS]


@dataclass(slots=True)
class _Part:
    """Some files of the copy: revision, and text as JSON has it, by path. A pack is made twice, a text quoted once."""

    revisions: dict[str, str] = field(default_factory=dict)
    quoted: dict[str, str] = field(default_factory=dict)

    def add(self, path: str, data: bytes) -> None:
        self.revisions[path] = revision(data)
        self.quoted[path] = encode_basestring(data.decode("utf-8"))

    @property
    def texts(self) -> dict[str, str]:
        """The texts by path."""
        return {path: json.loads(quoted) for path, quoted in self.quoted.items()}

    def move(self, path: str, other: _Part) -> None:
        """Give a file to another part."""
        other.revisions[path], other.quoted[path] = self.revisions.pop(path), self.quoted.pop(path)


class Copy:
    """Collects the files of a copy as they are made. `private` are paths that only those get who ask for them."""

    def __init__(self, private: frozenset[str] = frozenset()) -> None:
        self._private = private
        self._base, self._rest, self._thin = _Part(), _Part(), _Part()
        self._size = 0

    def add(self, path: str, data: bytes) -> None:
        """Take one finished file, if it is of a kind that a copy holds."""
        if path in LEFT_OUT or not path.endswith(_KINDS):
            return
        self._size += len(data)
        if self.fits:
            (self._rest if path in self._private else self._base).add(path, data)

    def stand_in(self, path: str, data: bytes) -> None:
        """Take what stands for a file until the visitor asks for the private ones; the file itself becomes private."""
        for part in (self._base, self._rest):
            if part.revisions.get(path) == revision(data):
                return
        if path in self._base.revisions:
            self._base.move(path, self._rest)
        self._thin.add(path, data)

    @property
    def pages(self) -> dict[str, str]:
        """The pages as everybody's copy has them, and of private ones what else there is, by path."""
        texts = self._rest.texts | self._base.texts | self._thin.texts
        return {path: text for path, text in texts.items() if path.endswith(".html")}

    @property
    def fits(self) -> bool:
        """Whether there is little enough for a phone to keep it."""
        return self._size <= LIMIT

    @property
    def sizes(self) -> tuple[int, int]:
        """About how many bytes come over the network: for the copy, and for the private files beside it."""
        return _sent(self._base.quoted | self._thin.quoted), _sent(self._rest.quoted)

    @property
    def _packs(self) -> tuple[bytes, bytes]:
        return _pack(self._base.quoted | self._thin.quoted), _pack(self._rest.quoted) if self._rest.quoted else b""

    def files(self, words: Words, date: str, away: str) -> Iterator[tuple[str, bytes]]:
        """Give the worker with its list, the packs, and what stands in for private files.

        `date` is that of the data, `away` the path of the page that says that a page is not in the copy.
        """
        packs = [(f"{_FOLDER}{revision(pack)}.json" if pack else "", pack) for pack in self._packs]
        yield from ((path, pack) for path, pack in packs if pack)
        yield from ((f"{_FOLDER}{revision(d)}.txt", d) for d in (t.encode() for t in self._thin.texts.values()))
        lists = {name: dict(sorted(part.revisions.items())) for name, part in self._named}
        yield WORKER, worker({"date": date, "away": away, "packs": [path for path, _ in packs], **lists}, words)

    @property
    def _named(self) -> tuple[tuple[str, _Part], ...]:
        return (("base", self._base), ("thin", self._thin), ("rest", self._rest))


def _pack(quoted: Mapping[str, str]) -> bytes:
    """Give the JSON of texts by path, sorted."""
    return f"{{{','.join(f'{encode_basestring(path)}:{quoted[path]}' for path in sorted(quoted))}}}".encode()


def _sent(quoted: Mapping[str, str]) -> int:
    """Estimate what a host sends of a pack: some texts are compressed, and the others are taken to be like them."""
    whole = sum(map(len, quoted.values()))
    every = max(1, whole // _SAMPLE)
    sample = "".join(quoted[path] for path in sorted(quoted)[::every]).encode()
    return len(zlib.compress(sample)) * whole // len(sample) if sample else 0


def check_copy(read: Callable[[str], bytes | None]) -> None:
    """Look that every file of the worker's list is in the finished site, and is what the list says.

    `read` gives the bytes of a path from the site's root, or None. Raises OfflineError: one missing file would mean
    that no phone ever gets a copy, and nobody would notice.
    """
    kept = kept_of(read(WORKER) or b"")
    if kept is None:
        return
    named: dict[str, str] = {**_listed(kept, "base"), **_listed(kept, "rest")}
    named |= {f"{_FOLDER}{rev}.txt": rev for rev in _listed(kept, "thin").values()}
    named |= {pack: pack.removeprefix(_FOLDER).removesuffix(".json") for pack in kept["packs"] if pack}
    for path, wanted in named.items():
        data = read(path)
        if data is None or revision(data) != wanted:
            seen = "is not in the site" if data is None else "has changed since it was listed"
            raise OfflineError(f"{path} {seen}, but phones that keep a copy would ask for it: nothing was published")


def _listed(kept: Mapping[str, dict[str, str]], name: str) -> dict[str, str]:
    return kept[name]
