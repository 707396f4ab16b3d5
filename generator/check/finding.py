"""A rule says what is wrong by path; here that becomes a Problem with its line, its column and the line to paste."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.entry.codes import severity
from generator.entry.problem import Problem
from generator.entry.strict_yaml import Place
from generator.entry.yaml_hints import quoted

if TYPE_CHECKING:
    from generator.entry.strict_yaml import Document, Path

_START = Place(1, 1, 1, 1, 1, 1)
_SPECIAL = re.compile(r"""^[\s!&*|>@`%"'\[\]{}#,]|^[-?:](?:\s|$)|[\s:]$|: | #|^$""")
_FLOW = re.compile(r"[,\[\]{}]")
_EMPTY = re.compile(r"~|null|<<", re.IGNORECASE)
_SHOWN = 120
"""Characters of a value that a message repeats."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong at one path of one file.

    `seen` and `wanted` are for volunteers. Of the next three at most one is given, and only if it can be known:
    `value` is the right text of this value, `key` the right key, `block` the right lines for the whole key or list
    item, without the blanks before them. `at_key` points at the key instead of the value, `part` at a piece of the
    value that is not before its character `start`; `spot` is a line, column and length of its own, for what has no
    path, such as a remark.
    """

    code: str
    path: Path
    seen: str
    wanted: str
    value: str | None = None
    key: str | None = None
    block: tuple[str, ...] = ()
    at_key: bool = False
    part: str = ""
    start: int = 0
    spot: tuple[int, int, int] | None = None


class Locator:
    """Finds the places of one file once, then tells any number of findings."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._places = document.places()

    def place(self, path: Path) -> Place:
        """Give the place of a value, or of the nearest one around it that is there."""
        while path and path not in self._places:
            path = path[:-1]
        return self._places.get(path, _START)

    def lines(self, path: Path) -> range:
        """Give the lines of a key and of everything below it."""
        inside = [place.end_line for other, place in self._places.items() if other[: len(path)] == path]
        return range(self.place(path).key_line, max(inside, default=0) + 1)

    def problem(self, finding: Finding) -> Problem:
        """Give the problem of one finding."""
        place = self.place(finding.path)
        line, column, length = finding.spot or self._spot(finding, place)
        source = self._document.line(line)
        if not finding.path and not finding.spot:
            source = ""
        return Problem(
            self._document.file,
            line,
            column,
            finding.code,
            severity(finding.code),
            shown(finding.seen),
            finding.wanted,
            fix=self._fix(finding, place),
            source=source,
            length=max(1, min(length, len(source) - column + 1)),
            lines=len(self.lines(finding.path)) if finding.block else 1,
        )

    def _spot(self, finding: Finding, place: Place) -> tuple[int, int, int]:
        if finding.path and finding.path not in self._places:
            return place.key_line, place.key_column, len(str(finding.path[-2])) if len(finding.path) > 1 else 1
        if finding.at_key or finding.key is not None:
            return place.key_line, place.key_column, len(str(finding.path[-1])) if finding.path else 1
        if finding.start and not finding.part and place.line == place.end_line:
            return place.line, place.column + finding.start, 1
        if finding.part:
            for number in range(place.line, max(place.line, place.end_line) + 1):
                first = place.column - 1 + finding.start if number == place.line else 0
                start = self._document.line(number).find(finding.part, first)
                if start >= 0:
                    return number, start + 1, len(finding.part)
        return place.line, place.column, place.length

    def _fix(self, finding: Finding, place: Place) -> str:
        if finding.key is not None:
            line = self._document.line(place.key_line)
            start = place.key_column - 1
            return line[:start] + finding.key + line[start + len(str(finding.path[-1])) :]
        if finding.value is not None:
            return self._with_value(finding.value, place)
        return self._with_block(finding.block, place) if finding.block else ""

    def _with_value(self, value: str, place: Place) -> str:
        if place.line != place.end_line:
            return ""
        line = self._document.line(place.line)
        before, after = line[: place.column - 1], line[place.column - 1 + place.length :]
        was_quoted = line[place.column - 1 : place.column] in {'"', "'"}
        in_flow = before.count("[") + before.count("{") > before.count("]") + before.count("}")
        return before + (quoted(value) if was_quoted else scalar(value, in_flow=in_flow)) + after

    def _with_block(self, block: tuple[str, ...], place: Place) -> str:
        line = self._document.line(place.key_line)
        before = line[: place.key_column - 1]
        if before.strip(" -"):
            return ""
        indent = " " * len(before)
        return "\n".join([before + block[0], *(indent + text for text in block[1:])])


def scalar(value: str, *, in_flow: bool = False) -> str:
    """Give a text as it is written in YAML: plain where that reads back as the same text, else in quotes."""
    in_list = in_flow and (_FLOW.search(value) or value.startswith(("?", "-", ":")))
    if _SPECIAL.search(value) or _EMPTY.fullmatch(value) or in_list:
        return quoted(value)
    return value


def shown(text: str) -> str:
    """Give a text short enough for a message, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 3] + "..."
