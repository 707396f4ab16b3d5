"""What a finished site is held against while its files go by: no leak, and a policy on every page."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from generator.safety.headers import FILE, Planner, netlify
from generator.safety.leaks import told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.safety.leaks import Leak, Scanner


class LeakError(ValueError):
    """The site would tell what must stay secret. The message names files and entries, never the secret."""


class Watch:
    """Looks at every file of one build, once."""

    def __init__(self, scanner: Scanner) -> None:
        self._scanner = scanner
        self._planner = Planner()
        self._leaks: list[Leak] = []
        self._seen: set[tuple[str, bytes]] = set()

    def passing(self, files: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
        """Pass files on, each by its path from the site's root with its bytes; raises ValueError as `Planner.add`."""
        for path, data in files:
            self._planner.add(path, data)
            self._leaks += self._look(path, data)
            yield path, data

    def see(self, files: Iterable[tuple[str, bytes]]) -> None:
        """Look at files that somebody else has written."""
        for _ in self.passing(files):
            pass

    def _look(self, path: str, data: bytes) -> Iterator[Leak]:
        """Look at a file; at one that holds others, only at those that did not pass as they are there, name and all."""
        held = _held(path, data)
        if held is None:
            self._seen.add((path, sha256(data).digest()))
            yield from self._scanner.look(path, data)
            return
        for name, text in held:
            part = text.encode(errors="surrogatepass")
            if (name, sha256(part).digest()) not in self._seen:
                yield from (replace(leak, path=path) for leak in self._scanner.look(name, part))

    def last(self) -> Iterator[tuple[str, bytes]]:
        """Give the files that say what hosts may send with the others. Raises LeakError if anything leaked."""
        if self._leaks:
            raise LeakError(told(self._leaks))
        yield FILE, netlify(self._planner.plan).encode()


def _held(path: str, data: bytes) -> list[tuple[str, str]] | None:
    """Give the texts that a JSON file holds by name, and nothing else, such as the pages of a copy for phones."""
    if not (path.endswith(".json") and data.startswith(b'{"')):
        return None
    try:
        # Pairs, because a name that stands there twice must not hide what it named first.
        pairs = json.loads(data, object_pairs_hook=list)
    except (ValueError, RecursionError):
        return None
    return pairs if all(type(value) is str for _, value in pairs) else None
