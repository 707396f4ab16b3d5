"""A damaged `geocodes.yaml` is told, or says what it said: no crash, and no place that silently moved."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.config.geocodes import Geocode, Geocodes, Precision, read_geocodes
from generator.config.geocodes_write import write_geocodes
from generator.config.place_codes import PLACE_CODES
from generator.entry.place import Point
from generator.entry.problem import ProblemError

if TYPE_CHECKING:
    from collections.abc import Mapping

DAMAGES = 1000


def twenty() -> dict[str, Geocode]:
    """Give twenty invented records."""
    first = Geocode(
        "harbor-0",
        "1 Anchor Street, Tidewater, NC 28399",
        Point(35.05, -78.87),
        Precision.ROOFTOP,
        "county map",
        "2026-05",
    )
    return {
        record.id: record
        for n in range(20)
        for record in [
            replace(
                first,
                id=f"harbor-{n}",
                query=f"{n} Anchor Street, Tidewater, NC 28399",
                point=Point(round(35 + n / 271, 6), round(-78.5 - n / 173, 6)),
                precision=list(Precision)[n % 5],
                note="" if n % 3 else "the side door",
                place_id="" if n % 2 else f"node/{4711 + n}",
            )
        ]
    }


def read(data: bytes) -> Mapping[str, Geocode] | None:
    """Give the records, or None if the file was refused; what is refused is told with a line and a known code."""
    try:
        return read_geocodes(data).records
    except ProblemError as error:
        for problem in error.problems:
            assert problem.line >= 1
            assert problem.wanted
            assert problem.code in PLACE_CODES or problem.code.startswith("E1")
        return None


def test_a_flipped_byte_moves_no_place() -> None:
    """A thousand single bytes changed to any other: refused, or every record says what it said."""
    records, dice = twenty(), random.Random(4711)
    data = write_geocodes(Geocodes("g"), records)
    refused = 0
    for _ in range(DAMAGES):
        at, damaged = dice.randrange(len(data)), bytearray(data)
        damaged[at] ^= dice.randrange(1, 256)
        found = read(bytes(damaged))
        refused += found is None
        assert found is None or found == records, (at, bytes(damaged[at - 20 : at + 20]))
    assert refused > DAMAGES / 2


def test_a_flipped_digit_moves_no_place() -> None:
    """Every digit of every point, which no rule of YAML or geography protects."""
    records = twenty()
    text = write_geocodes(Geocodes("g"), records).decode()
    start = 0
    while (start := text.find("  l", start + 1)) >= 0:
        end = text.index("\n", start)
        for at in range(start, end):
            if text[at].isdigit():
                other = str((int(text[at]) + 1) % 10)
                assert read((text[:at] + other + text[at + 1 :]).encode()) is None


def test_a_file_cut_anywhere_loses_nothing_silently() -> None:
    """A thousand lengths: refused, or only the last line break was missing, or nothing was left at all."""
    records = twenty()
    data = write_geocodes(Geocodes("g"), records)
    head = data.index(b"harbor-0:")
    for length in sorted(random.Random(815).sample(range(len(data)), DAMAGES)):
        found = read(data[:length])
        assert found is None or found == records or (found == {} and length <= head + 1), length
