"""The committed answers: `directory/geocodes.yaml` says where each entry is, who said so and how exactly.

Nothing here asks anybody where something is: that is `generator.geocode`. Writing is in `geocodes_write`.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, cast

from generator.entry.place import PlaceError, Point, parse_point
from generator.entry.problem import Problem, ProblemError, Severity
from generator.entry.strict_yaml import Document, read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.entry.strict_yaml import Path as Keys
    from generator.entry.strict_yaml import Place, Value

FILE = "directory/geocodes.yaml"
"""Where the answers lie, from the project folder."""

SIZE_LIMIT = 8 * 1024 * 1024
"""Bytes of the file; a record has some 200, so this is about 40,000 entries."""

REQUIRED = ("query", "lat", "lon", "precision", "provider", "date")
KEYS = (*REQUIRED, "note", "place_id", "checksum")

END = "# end of records"
"""The last line of a file that `offramp geocode` wrote: without it, the file was cut off."""

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_CONTENT = re.compile(rb"^[ \t]*[^ \t\r\n#]", re.MULTILINE)


class Precision(StrEnum):
    """How exactly a point is known, from best to worst; expected errors are in the handbook, geocoding."""

    ROOFTOP = "rooftop"
    BLOCK = "block"
    STREET = "street"
    ZIP = "zip"
    CITY = "city"

    @property
    def rank(self) -> int:
        """0 for the best; a smaller rank is a better answer."""
        return list(Precision).index(self)

    @property
    def pin(self) -> bool:
        """Whether a map may show a pin: not for the middle of a ZIP or a town."""
        return self in {Precision.ROOFTOP, Precision.BLOCK, Precision.STREET}

    @property
    def approximate(self) -> bool:
        """Whether a page has to say that the place is known only about."""
        return self not in {Precision.ROOFTOP, Precision.BLOCK}


@dataclass(frozen=True, slots=True)
class Geocode:
    """One answer. `query` is the address that was asked, `date` YYYY-MM-DD, YYYY-MM or YYYY.

    `place_id` is the provider's own name of what it found, such as `node/4711`; empty without one.
    """

    id: str
    query: str
    point: Point
    precision: Precision
    provider: str
    date: str
    note: str = ""
    place_id: str = ""

    @property
    def checksum(self) -> str:
        """CRC-32 of all that the record says: no single damaged byte leaves it as it was."""
        point = f"{self.point.lat!r} {self.point.lon!r}"
        said = (self.id, self.query, point, self.precision, self.provider, self.date, self.note, self.place_id)
        return f"{zlib.crc32(chr(10).join(said).encode()):08x}"


@dataclass(frozen=True, slots=True)
class Geocodes:
    """The file as it was read: its records by entry id, and the text from which unchanged ones are kept."""

    file: str
    records: Mapping[str, Geocode] = field(default_factory=dict)
    document: Document | None = None


def read_geocodes(data: bytes, file: str = FILE) -> Geocodes:
    """Read the file; an empty one, or one of comments only, holds no records.

    Raises ProblemError with all problems of the file.
    """
    try:
        document = read(file, data, SIZE_LIMIT)
    except ProblemError as error:
        if [p.code for p in error.problems] == ["E105"] and not _CONTENT.search(data):
            return Geocodes(file, {}, Document(file, data.decode("utf-8"), {}))
        raise
    wrong = [found for entry, value in document.data.items() for found in _wrong(entry, value)]
    if wrong or document.problems:
        places = document.places()
        raise ProblemError(*sorted([*document.problems, *(_problem(document, places, *found) for found in wrong)]))
    records = {entry: _record(entry, value) for entry, value in document.data.items()}
    damaged = list(_damaged(document, records))
    if damaged:
        raise ProblemError(*sorted(damaged))
    return Geocodes(file, records, document)


def _record(entry: str, value: Value) -> Geocode:
    texts = cast("dict[str, str]", value)
    return Geocode(
        entry,
        texts["query"],
        parse_point(texts["lat"], texts["lon"]),
        Precision(texts["precision"]),
        texts["provider"],
        texts["date"],
        texts.get("note", ""),
        texts.get("place_id", ""),
    )


def _damaged(document: Document, records: Mapping[str, Geocode]) -> Iterator[Problem]:
    """Tell records that are not as they were written, and a file that was cut off.

    A record without a checksum was written by hand and is taken as it stands.
    """
    sums = {entry: value.get("checksum") for entry, value in document.data.items() if isinstance(value, dict)}
    sealed = {entry: text for entry, text in sums.items() if isinstance(text, str)}
    changed = [entry for entry, text in sealed.items() if text != records[entry].checksum]
    places = document.places() if changed else {}
    for entry in changed:
        wanted = "the record as it was written: take it from the history; if you mended it, take the line below"
        told = _problem(document, places, (entry, "checksum"), "E768", sealed[entry][:20], wanted)
        yield replace(told, fix=told.source.replace(sealed[entry], records[entry].checksum, 1))
    lines = document.text.splitlines()
    if sealed and END not in lines:
        seen, wanted = "the end of the file", f"a last line  {END}  : the file was cut off; take it from the history"
        yield Problem(document.file, max(1, len(lines)), 1, "E769", Severity.ERROR, seen, wanted)


def _wrong(entry: str, value: Value) -> Iterator[tuple[Keys, str, str, str]]:
    """Give what is wrong with one record: path, code, what was seen, what is wanted."""
    if not _ID.fullmatch(entry):
        yield (entry,), "E766", entry[:60], "the id of an entry, such as harbor-pantry"
    if not isinstance(value, dict):
        yield (entry,), "E760", value[:60] if isinstance(value, str) else "a list", "the keys " + ", ".join(REQUIRED)
        return
    for key in value.keys() - set(KEYS):
        yield (entry, key), "E761", key[:60], "one of " + ", ".join(KEYS)
    for key in REQUIRED:
        if key not in value:
            yield (entry,), "E762", f"no {key}", f"a line  {key}:"
    for key in KEYS:
        if key in value:
            yield from _wrong_value((entry, key), key, value[key])
    yield from _wrong_point(entry, value.get("lat"), value.get("lon"))


def _wrong_value(path: Keys, key: str, text: Value) -> Iterator[tuple[Keys, str, str, str]]:
    if not isinstance(text, str) or not text or text != " ".join(text.split()) or len(text) > 300:
        yield path, "E767", str(text)[:60], "one line of at most 300 characters, single blanks inside"
    elif key == "precision" and text not in list(Precision):
        yield path, "E764", text[:60], "one of " + ", ".join(Precision)
    elif key == "date" and not _is_date(text):
        yield path, "E765", text[:60], "a date such as 2026-11-23, 2026-11 or 2026"


def _wrong_point(entry: str, lat: Value | None, lon: Value | None) -> Iterator[tuple[Keys, str, str, str]]:
    if isinstance(lat, str) and isinstance(lon, str):
        try:
            parse_point(lat, lon)
        except PlaceError as error:
            yield (entry, "lat"), "E763", f"{lat[:20]}, {lon[:20]}", str(error)


def _is_date(text: str) -> bool:
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True


def _problem(
    document: Document, places: Mapping[Keys, Place], path: Keys, code: str, seen: str, wanted: str
) -> Problem:
    place = places[path]
    on_key = code in {"E760", "E761", "E762", "E766"}
    line, column = (place.key_line, place.key_column) if on_key else (place.line, place.column)
    length = len(str(path[-1])) if on_key else place.length
    source = document.line(line)
    return Problem(document.file, line, column, code, Severity.ERROR, seen, wanted, source=source, length=length)
