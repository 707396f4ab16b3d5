"""Every fact that was collected is in a typed field of its entry, or the table says why it is not.

An entry that is not held to its row any more (see `real.py`) is left out.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Any

import pytest

from generator.entry.schema import field_names
from tests.directory.real import ANOTHER_COUNTY, COLUMNS, Told, documents, entry_of, kept, rows, table

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = ANOTHER_COUNTY

_BETWEEN = re.compile(r"[\s;,:.()]*(?:\b(?:and|or)\b[\s;,:.()]*)*")
_FREE = {"eligibility", "capacity_note", "length_of_stay", "typical_wait.text"}
_CELLS = [(row, column) for row in rows() for column in COLUMNS if rows()[row][column]]


def _left_over(cell: str, pieces: list[str]) -> list[str]:
    """Give the parts of a cell that no piece of the table covers, and the pieces that are not in the cell."""
    left, at = [], 0
    for piece in pieces:
        start = cell.find(piece, at)
        if start < 0:
            left.append(f"not in the cell: {piece}")
            continue
        left.append(cell[at:start])
        at = start + len(piece)
    return [part for part in [*left, cell[at:]] if not _BETWEEN.fullmatch(part)]


def _values(data: object, path: list[str]) -> Iterator[object]:
    """Give what stands at a path; a step into a list picks items by number, number/kind or code."""
    if not path:
        yield data
        return
    step, *rest = path
    if isinstance(data, dict) and step in data:
        yield from _values(data[step], rest)
    elif isinstance(data, list):
        for item in data:
            if _named(item, step):
                yield from _values(item, rest)


def _named(item: object, step: str) -> bool:
    if not isinstance(item, dict):
        return item == step
    number, _, kind = step.partition("/")
    return number in {item.get("number"), item.get("code")} and (not kind or item.get("kind") == kind)


def _holds(value: object, wanted: str, *, free: bool) -> bool:
    if isinstance(value, list):
        return any(item == wanted or _named(item, wanted) for item in value)
    if isinstance(value, dict):
        return value.get("answer") == wanted
    return value == wanted or (free and wanted in str(value))


def _typed(told: Told) -> str:
    """Give the schema's name of a field of the table."""
    parts = told.field.split(".")
    if parts[0] in {"phones", "languages"} or parts[:2] == ["hours", "by_service"]:
        return ".".join(parts[:2] if parts[1:2] == ["by_service"] else parts[:1])
    return told.field.removesuffix(".note") if told.field not in field_names() else told.field


def test_the_table_names_every_row_once_under_one_entry() -> None:
    """Each of the 79 rows has one entry: its own id, or the neutral one of a sensitive row."""
    named = {told.row: told.entry for told in table()}
    without_facts = {row for row in rows() if not any(rows()[row][c] for c in COLUMNS)}
    assert set(named) | without_facts == set(rows())
    assert {(told.row, told.entry) for told in table()} == set(named.items())
    assert all(entry == entry_of(row) for row, entry in named.items())


@pytest.mark.parametrize(("row", "column"), _CELLS)
def test_no_fact_of_a_cell_is_missing_from_the_table(row: str, column: str) -> None:
    """The pieces of the table, in order, leave nothing of the cell but commas and the like."""
    told = [t.says for t in table() if (t.row, t.column) == (row, column)]
    assert _left_over(rows()[row][column], [says for says, _ in groupby(told)]) == []


@pytest.mark.parametrize("told", table(), ids=lambda t: f"{t.row}-{t.column}-{t.field or 'left-out'}-{t.value}")
def test_each_fact_is_where_the_table_says(told: Told) -> None:
    """The named field of the entry holds the named value, or the table gives a reason and names no field."""
    if told.not_carried:
        assert (told.field, told.value) == ("", "")
        assert len(told.not_carried) > 20
        return
    if told.entry not in kept():
        pytest.skip("its entry has a check, another source or another editor's note: more is known than the row says")
    assert _typed(told) in field_names()
    data: Any = documents()[told.entry].data
    found = list(_values(data, told.field.split(".")))
    free = told.field in _FREE or told.field.endswith(".note")
    assert any(_holds(value, told.value, free=free) for value in found), found


def test_few_facts_are_left_out() -> None:
    """Only the launch rules of LEAD, promises that nobody can keep yet, and a word to the editor have no field."""
    left_out = [(told.row, told.column) for told in table() if told.not_carried]
    assert left_out == [
        *[("lead-fayetteville", "eligibility")] * 6,
        ("manna-mens-shelter", "services"),
        ("salvation-army-sandhills", "services"),
        ("wade-family-wade", "services"),
        ("care-center-dv", "hours"),
        ("trans-lifeline", "hours"),
    ]


def test_no_service_goes_beyond_the_row() -> None:
    """A service is a promise: each one of an entry comes from a piece of its row, one from the name of the clinic."""
    carried = {(told.entry, told.value) for told in table() if told.field == "services"}
    named = {("cohen-clinic", "veterans")}
    promised = {(name, service) for name in kept() for service in documents()[name].data["services"]}
    assert promised - carried <= named


def test_a_cell_with_a_new_fact_is_noticed() -> None:
    """A word that somebody adds to a row without telling the table does not slip through."""
    assert _left_over("Free; on Sundays", ["Free"]) == ["; on Sundays"]
    assert _left_over("Free", ["Free", "Warm"]) == ["not in the cell: Warm"]
