"""What a finished site is held against while its files go by: no leak, and a policy on every page."""

from __future__ import annotations

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

    def passing(self, files: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
        """Pass files on, each by its path from the site's root with its bytes; raises ValueError as `Planner.add`."""
        for path, data in files:
            self._planner.add(path, data)
            self._leaks += self._scanner.look(path, data)
            yield path, data

    def see(self, files: Iterable[tuple[str, bytes]]) -> None:
        """Look at files that somebody else has written."""
        for _ in self.passing(files):
            pass

    def last(self) -> Iterator[tuple[str, bytes]]:
        """Give the files that say what hosts may send with the others. Raises LeakError if anything leaked."""
        if self._leaks:
            raise LeakError(told(self._leaks))
        yield FILE, netlify(self._planner.plan).encode()
