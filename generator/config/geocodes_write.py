"""Writing `directory/geocodes.yaml`: one form, sorted by id, and nothing rewritten that did not change."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.config.geocodes import END, Geocode, Geocodes, read_geocodes
from generator.entry.place import Point
from generator.entry.problem import ProblemError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

HEAD = """\
# Where each entry is. Written by `offramp geocode`, read by every build; may be mended by hand.
# What the words mean: docs/handbook/geocoding.md. A confidential place never stands here.
# Who mends a record by hand deletes its line  checksum: , which guards against accidents.

"""


def write_geocodes(old: Geocodes, records: Mapping[str, Geocode]) -> bytes:
    """Give the bytes of the file with exactly `records`, sorted by id.

    A record equal to the one in `old` keeps its bytes and its comments; a changed one keeps the comments
    above it; the head of the file stays. A record that is written gets a checksum, and the file a last line.
    What is given is read again first: if old text and new records do not go together, all is written anew.
    Raises ProblemError for a record that could never be read.
    """
    text = old.document.text if old.document else ""
    kept = {entry for entry, record in records.items() if old.records.get(entry) == record}
    wanted = {entry: record if entry in kept else _rounded(record) for entry, record in records.items()}
    if text.strip():
        ended = END in text.splitlines()
        data = _joined(wanted, kept, *_parts(old), ended=ended) if _one_below_another(old) else b""
        if _reads_as(old.file, data, wanted):
            return data
    data = _joined({entry: _rounded(record) for entry, record in records.items()}, set(), HEAD, {}, {})
    read_geocodes(data, old.file)
    return data


def save(path: Path, data: bytes) -> None:
    """Write a file so that a crash leaves the old one or the new one whole: temporary file, fsync, rename.

    Raises OSError; the old file is then untouched.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _joined(
    records: Mapping[str, Geocode],
    kept: set[str],
    head: str,
    above: Mapping[str, str],
    bodies: Mapping[str, str],
    *,
    ended: bool = False,
) -> bytes:
    parts = [head]
    for entry in sorted(records):
        parts += [above.get(entry, ""), bodies[entry] if entry in kept else _rendered(records[entry])]
    if ended or records.keys() - kept:
        parts.append(END)
    return "".join(p if not p or p.endswith("\n") else p + "\n" for p in parts).encode("utf-8")


def _reads_as(file: str, data: bytes, records: Mapping[str, Geocode]) -> bool:
    try:
        return read_geocodes(data, file).records == records
    except ProblemError:
        return False


def _one_below_another(old: Geocodes) -> bool:
    """Whether every record begins at the start of a line of its own, as people and this module write them."""
    places = old.document.places() if old.document and old.records else {}
    keys = [places[(entry,)] for entry in old.records]
    return all(key.key_column == 1 for key in keys) and len({key.key_line for key in keys}) == len(keys)


def _parts(old: Geocodes) -> tuple[str, dict[str, str], dict[str, str]]:
    """Cut the old text into its head, the comments above each record, and the records, by id."""
    if not old.document:
        return "", {}, {}
    lines = old.document.text.splitlines(keepends=True)
    places = old.document.places() if old.records else {}
    starts = sorted((places[(entry,)].key_line - 1, entry) for entry in old.records)
    if not starts:
        return _text(lines), {}, {}
    tops = [_top(lines, start) for start, _ in starts]
    ends = [*tops[1:], len(lines)]
    above = {entry: _text(lines[top:start]) for top, (start, entry) in zip(tops, starts, strict=True)}
    bodies = {entry: _text(lines[start:end]) for (start, entry), end in zip(starts, ends, strict=True)}
    return _text(lines[: tops[0]]), above, bodies


def _text(lines: list[str]) -> str:
    return "".join(line for line in lines if line.strip() != END)


def _top(lines: list[str], start: int) -> int:
    """Give the line where the comments above a record begin; those at the very top are the file's head."""
    top = start
    while top > 0 and lines[top - 1].startswith("#"):
        top -= 1
    return start if top == 0 else top


def _rounded(record: Geocode) -> Geocode:
    """Six decimals are 11 cm; more would only pretend."""
    return replace(record, point=Point(round(record.point.lat, 6), round(record.point.lon, 6)))


def _rendered(record: Geocode) -> str:
    """Write one record; the checksum stands before the last key that must be there, so that no cut leaves it out."""
    lines = [
        f"{record.id}:",
        f"  query: {_quoted(record.query)}",
        f"  lat: {_degrees(record.point.lat)}",
        f"  lon: {_degrees(record.point.lon)}",
        f"  precision: {record.precision}",
        f"  provider: {_quoted(record.provider)}",
        f"  checksum: {record.checksum}",
        f"  date: {record.date}",
    ]
    if record.note:
        lines.append(f"  note: {_quoted(record.note)}")
    if record.place_id:
        lines.append(f"  place_id: {_quoted(record.place_id)}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _degrees(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".")


def _sync_folder(folder: Path) -> None:
    """Make the rename itself last; systems that cannot open a folder do not need it."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
