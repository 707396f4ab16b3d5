"""One file of `site_config/` as it was read: plain data, and problems that point at any of its values."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any

from generator.entry.problem import Problem, Severity
from generator.entry.strict_yaml import Document, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.entry.strict_yaml import Path

FOLDER = "site_config/"
MOST = 100
"""Problems of one sort that one file tells: whoever has more has another file in hand."""

NONE = "none"
"""What a setting says when it is deliberately left open; a key without a value is refused as a slip."""


class ConfigFile:
    """One file that was read.

    `name` is relative to `site_config/`. `data` holds dicts, lists and strings only.
    """

    __slots__ = ("_places", "data", "document", "name")

    def __init__(self, name: str, document: Document) -> None:
        self.name = name
        self.document = document
        self.data: Mapping[str, Any] = document.data
        self._places: Mapping[Path, Place] | None = None

    def problem(self, path: Path, code: str, seen: str, wanted: str, *, fix: str = "", key: bool = False) -> Problem:
        """Give a problem that points at the value at `path`, or at its key.

        `fix` is the whole corrected line. Where nothing stands at `path`, the key around it is meant.
        """
        while path and path not in self.places():
            path, key = path[:-1], True
        place = self.place(path)
        line = place.key_line if key else place.line
        column = place.key_column if key else place.column
        length = len(str(path[-1])) if key and path else place.length
        source = self.document.line(line)
        return Problem(
            FOLDER + self.name,
            line,
            column,
            code,
            Severity.ERROR,
            seen,
            wanted,
            fix=fix,
            source=source,
            length=length,
        )

    def places(self) -> Mapping[Path, Place]:
        """Give the place of every value by its path, e.g. `("quick", 0, "entry")`; found once, then kept."""
        if self._places is None:
            self._places = self.document.places()
        return self._places

    def place(self, path: Path) -> Place:
        """Give where the value at `path` stands; the start of the file if nothing stands there."""
        return self.places().get(path, Place(1, 1, 1, 1, 1))

    def swapped(self, path: Path, word: str, better: str, *, key: bool = False) -> str:
        """Give the line of a value, or of its key, with one word replaced: the fix of a misspelling."""
        place = self.place(path)
        line = self.document.line(place.key_line if key else place.line)
        start = (place.key_column if key else place.column) - 1
        return line[:start] + line[start:].replace(word, better, 1) if better else ""


def missing_file(name: str) -> Problem:
    """Give the problem of a file that is not there."""
    wanted = f"the file {name} in {FOLDER.rstrip('/')}"
    return Problem(FOLDER + name, 1, 1, "E701", Severity.ERROR, "no such file", wanted)


def chosen(data: Mapping[str, Any], key: str) -> str | None:
    """Give a setting that may be left open: None if it is absent or says `none`."""
    value: str = data.get(key, NONE)
    return None if value == NONE else value


def nearest(word: str, choices: Iterable[str], cutoff: float = 0.7) -> str:
    """Give the choice that was probably meant, or an empty text; `cutoff` is the least likeness, 0 to 1."""
    return next(iter(difflib.get_close_matches(word[:60], list(choices), n=1, cutoff=cutoff)), "")
