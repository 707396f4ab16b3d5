"""A table of `site_config/`: CSV with a fixed first line, each row told by its line when it is wrong."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from generator.entry.place import PlaceError
from generator.entry.problem import Problem, ProblemError, Severity

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator, Mapping

SIZE_LIMIT = 8 * 1024 * 1024
"""Bytes of one table; 8 MB of streets are some 180,000 blocks."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Text:
    """One file as it was read: its name for messages, and its bytes."""

    file: str
    data: bytes


class CellError(ValueError):
    """One cell that is wrong: what was seen, what is wanted."""

    def __init__(self, seen: str, wanted: str) -> None:
        super().__init__(seen, wanted)
        self.seen, self.wanted = seen, wanted


def match(row: Mapping[str, str], column: str, pattern: re.Pattern[str], wanted: str) -> str:
    """Give a cell that has the form of `pattern`. Raises CellError."""
    if not pattern.fullmatch(row[column]):
        raise CellError(f"{column} {row[column][:40]!r}", wanted)
    return row[column]


def filled(row: Mapping[str, str], column: str) -> str:
    """Give a cell that is not empty. Raises CellError."""
    if not row[column]:
        raise CellError(f"no {column}", f"a text in the column {column}")
    return row[column]


def read_table(
    text: Text,
    columns: tuple[str, ...],
    build: Callable[[Mapping[str, str]], T],
    key: Callable[[T], object],
) -> list[T]:
    """Read every row with `build`; no two may have the same `key`.

    Blank lines are skipped and blanks round a value are cut. Raises ProblemError with all the problems.
    """
    problems: list[Problem] = []
    values: list[T] = []
    lines: dict[object, int] = {}
    for line, row in _rows(text, columns):
        try:
            value = build(row)
        except CellError as error:
            problems.append(_problem(text.file, line, "E751", error.seen, error.wanted))
        except PlaceError as error:
            problems.append(_problem(text.file, line, "E751", str(error), "latitude and longitude in degrees"))
        else:
            first = lines.setdefault(key(value), line)
            if first != line:
                problems.append(_problem(text.file, line, "E752", f"the same as line {first}", "one row for each"))
            values.append(value)
    if problems:
        raise ProblemError(*problems)
    return values


def _rows(text: Text, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    reader = csv.reader(io.StringIO(_decode(text), newline=""), strict=True)
    header = ",".join(columns)
    try:
        if next(reader, None) != list(columns):
            raise ProblemError(_problem(text.file, 1, "E750", "another first line", f"the first line {header}"))
        for cells in reader:
            if cells and len(cells) != len(columns):
                seen, wanted = f"{len(cells)} values", f"{len(columns)} values: {header}"
                raise ProblemError(_problem(text.file, reader.line_num, "E750", seen, wanted))
            if cells:
                yield reader.line_num, dict(zip(columns, (cell.strip() for cell in cells), strict=True))
    except csv.Error:
        seen, wanted = "a quote or a length that breaks the row", "values with commas between them"
        raise ProblemError(_problem(text.file, max(1, reader.line_num), "E750", seen, wanted)) from None


def _decode(text: Text) -> str:
    if len(text.data) > SIZE_LIMIT:
        seen, wanted = f"{len(text.data):,} bytes", f"at most {SIZE_LIMIT:,} bytes"
        raise ProblemError(_problem(text.file, 1, "E750", seen, wanted))
    try:
        return text.data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = text.data.count(b"\n", 0, error.start) + 1
        raise ProblemError(_problem(text.file, line, "E750", "bytes that are not UTF-8", "UTF-8 text")) from None


def _problem(file: str, line: int, code: str, seen: str, wanted: str) -> Problem:
    return Problem(file, line, 1, code, Severity.ERROR, seen, wanted)
