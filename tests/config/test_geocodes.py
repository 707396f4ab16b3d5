"""The committed answers: read strictly, written in one form, and nothing lost on the way."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from generator.config.geocodes import END, Geocode, Geocodes, Precision, read_geocodes
from generator.config.geocodes_write import HEAD, save, write_geocodes
from generator.config.place_codes import PLACE_CODES
from generator.entry.place import Point
from generator.entry.problem import ProblemError

if TYPE_CHECKING:
    from generator.entry.problem import Problem

FILE = """\
# Where things are.

# asked at the counter
anchor-clinic:
  query: 12 Anchor Street, Tidewater, NC 28399   # the side door
  lat: 35.05270
  lon: -78.8778
  precision: rooftop
  provider: harbor map
  date: 2026-05

harbor-pantry: {query: "9 Eel St, Tidewater, NC", lat: 35.04, lon: -78.89, precision: zip, provider: x, date: 2026}
"""
CLINIC = Geocode(
    "anchor-clinic",
    "12 Anchor Street, Tidewater, NC 28399",
    Point(35.0527, -78.8778),
    Precision.ROOFTOP,
    "harbor map",
    "2026-05",
)


def write(old: Geocodes, **records: Geocode) -> str:
    return write_geocodes(old, {r.id: r for r in records.values()}).decode()


def test_a_file_is_read() -> None:
    """Every value typed, in whatever form of YAML a person wrote it."""
    records = read_geocodes(FILE.encode()).records
    assert records["anchor-clinic"] == CLINIC
    assert records["harbor-pantry"].precision is Precision.ZIP
    assert list(records) == ["anchor-clinic", "harbor-pantry"]


@pytest.mark.parametrize("text", ["", "\n\n", "# only words\n", "# only words", "{}\n"])
def test_a_file_without_records(text: str) -> None:
    """A new site has none, and that is no error; words at the top are kept."""
    old = read_geocodes(text.encode())
    assert old.records == {}
    written = write(old, clinic=CLINIC)
    assert read_geocodes(written.encode()).records == {CLINIC.id: CLINIC}
    assert written.startswith("# only words\n" if "only" in text else HEAD)


def test_what_did_not_change_keeps_its_bytes() -> None:
    """Comments, spacing and spelling of numbers too."""
    old = read_geocodes(FILE.encode())
    assert write_geocodes(old, old.records).decode() == FILE


def test_a_new_record_goes_where_it_belongs() -> None:
    """Sorted by id, in one form, and the others stay as they are."""
    old = read_geocodes(FILE.encode())
    new = replace(CLINIC, id="bay-house", note='said "here"', date="2026-11-23", precision=Precision.BLOCK)
    written = write_geocodes(old, {**old.records, new.id: new}).decode()
    assert (
        written
        == FILE.replace(
            "harbor-pantry:",
            "bay-house:\n"
            '  query: "12 Anchor Street, Tidewater, NC 28399"\n'
            "  lat: 35.0527\n"
            "  lon: -78.8778\n"
            "  precision: block\n"
            '  provider: "harbor map"\n'
            f"  checksum: {new.checksum}\n"
            "  date: 2026-11-23\n"
            '  note: "said \\"here\\""\n'
            "harbor-pantry:",
        )
        + "# end of records\n"
    )


def test_a_changed_record_keeps_the_words_above_it() -> None:
    """Only the record itself is written anew."""
    old = read_geocodes(FILE.encode())
    changed = replace(CLINIC, point=Point(35.06, -78.88))
    written = write_geocodes(old, {**old.records, CLINIC.id: changed}).decode()
    assert "# asked at the counter\nanchor-clinic:\n" in written
    assert "the side door" not in written
    assert written.splitlines()[-2:] == [FILE.splitlines()[-1], "# end of records"]


def test_a_record_can_go() -> None:
    """With the words above it."""
    old = read_geocodes(FILE.encode())
    written = write(old, pantry=old.records["harbor-pantry"])
    assert written == "# Where things are.\n\n" + FILE.splitlines()[-1] + "\n"


def test_records_out_of_order_are_sorted_once() -> None:
    """Each takes its bytes along."""
    lines = [f"{n}: {{query: x, lat: 1.{n}0, lon: 2, precision: city, provider: p, date: 2026}}" for n in (3, 1, 2)]
    old = read_geocodes("\n".join(lines).encode())
    assert write_geocodes(old, old.records).decode().splitlines() == sorted(lines)


def sealed() -> str:
    """Give a file that was written by the command: two records with checksums, and a last line."""
    bay = replace(CLINIC, id="bay-house", point=Point(35.06, -78.88), place_id="node/4711", note="by the water")
    return write(Geocodes("g"), clinic=CLINIC, bay=bay)


def test_a_record_that_changed_by_accident_is_told() -> None:
    """One digit of a point: line, what to do, and the line for somebody who meant it."""
    text = sealed().replace("lat: 35.0527", "lat: 35.0427")
    with pytest.raises(ProblemError) as error:
        read_geocodes(text.encode())
    (problem,) = error.value.problems
    assert (problem.code, problem.line) == ("E768", text.splitlines().index(f"  checksum: {CLINIC.checksum}") + 1)
    assert "take it from the history" in problem.wanted
    mended = text.replace(problem.source, problem.fix)
    assert read_geocodes(mended.encode()).records[CLINIC.id].point == Point(35.0427, -78.8778)


def test_a_record_mended_by_hand_needs_no_checksum() -> None:
    """Its line goes with the old point; the next record keeps its own."""
    text = sealed().replace("lat: 35.0527", "lat: 35.0427").replace(f"  checksum: {CLINIC.checksum}\n", "")
    assert read_geocodes(text.encode()).records[CLINIC.id].point == Point(35.0427, -78.8778)


def test_a_file_that_was_cut_off_is_told() -> None:
    """Between two records too, where nothing else could show it."""
    text = sealed()
    with pytest.raises(ProblemError) as error:
        read_geocodes(text[: text.index("bay-house:")].encode())
    assert [p.code for p in error.value.problems] == ["E769"]


def test_a_record_added_by_hand_at_the_end_goes_where_it_belongs() -> None:
    """Below the last line too; the last line stays the last."""
    by_hand = "aaa: {query: x, lat: 1.5, lon: 2, precision: zip, provider: p, date: 2026}"
    old = read_geocodes((sealed() + by_hand + "\n").encode())
    written = write_geocodes(old, old.records).decode().splitlines()
    assert written.count("# end of records") == 1
    assert written[-1] == "# end of records"
    assert written.index(by_hand) < written.index("anchor-clinic:")


@pytest.mark.parametrize(
    "text",
    [
        "{a: {query: x, lat: 1.5, lon: 2, precision: zip, provider: p, date: 2026}}",
        "a: {query: x, lat: 1.5, lon: 2, precision: zip, provider: p, date: 2026}\n...\n",
        "  a:\n    query: x\n    lat: 1.5\n    lon: 2\n    precision: zip\n    provider: p\n    date: 2026\n",
        "? a\n: {query: x, lat: 1.5, lon: 2, precision: zip, provider: p, date: 2026}\n",
    ],
    ids=["braces", "an end mark", "pushed in", "a long key"],
)
def test_odd_forms_of_yaml_are_not_mixed_with_ours(text: str) -> None:
    """Where old text and new records do not go together, all is written anew and nothing is lost."""
    old = read_geocodes(text.encode())
    written = write_geocodes(old, {**old.records, CLINIC.id: CLINIC})
    assert read_geocodes(written).records == {**old.records, CLINIC.id: CLINIC}


GOOD = {"query": "x", "lat": "35", "lon": "-78", "precision": "zip", "provider": "p", "date": "2026-11-23"}
MISTAKES = {
    "no group of keys": ("a: 35, -78\n", 1, 1, "E760", "35, -78"),
    "a list": ("a: [35, -78]\n", 1, 1, "E760", "a list"),
    "a key of another kind": ({"latitude": "35"}, 8, 3, "E761", "latitude"),
    "no date": ({"date": None}, 1, 1, "E762", "no date"),
    "0, 0": ({"lat": "0", "lon": "0.0"}, 3, 8, "E763", "0, 0.0"),
    "no number": ({"lat": "35 N"}, 3, 8, "E763", "35 N, -78"),
    "off the earth": ({"lat": "95"}, 3, 8, "E763", "95, -78"),
    "nan": ({"lon": ".nan"}, 3, 8, "E763", "35, .nan"),
    "a word for precision": ({"precision": "house"}, 5, 14, "E764", "house"),
    "a date of no calendar": ({"date": "2026-02-30"}, 7, 9, "E765", "2026-02-30"),
    "the day first": ({"date": "23.11.2026"}, 7, 9, "E765", "23.11.2026"),
    "an id in capitals": (
        "A: {query: x, lat: 1, lon: 2, precision: zip, provider: p, date: 2026}\n",
        1,
        1,
        "E766",
        "A",
    ),
    "two lines": ({"query": '"x\\ny"'}, 2, 10, "E767", "x\ny"),
    "an empty text": ({"provider": '""'}, 6, 13, "E767", ""),
    "a list for a text": ({"note": "[a]"}, 8, 9, "E767", "['a']"),
    "a key twice": ({"": "", "lat ": "36"}, 9, 3, "E111", "lat"),
}


@pytest.mark.parametrize(("wrong", "line", "column", "code", "seen"), MISTAKES.values(), ids=MISTAKES)
def test_one_mistake(wrong: str | dict[str, str | None], line: int, column: int, code: str, seen: str) -> None:
    """File, line, column, what was seen, what is wanted."""
    if isinstance(wrong, str):
        text = wrong
    else:
        lines = {**GOOD, **wrong}
        text = "a:\n" + "".join(
            f"  {key}: {value}\n" if key else "\n" for key, value in lines.items() if value is not None
        )
    with pytest.raises(ProblemError) as error:
        read_geocodes(text.encode())
    problem = error.value.problems[0]
    assert (problem.file, problem.line, problem.column, problem.code) == ("directory/geocodes.yaml", line, column, code)
    assert seen in problem.seen
    assert problem.wanted


def test_all_mistakes_are_told_at_once() -> None:
    """Of every record, sorted by line."""
    with pytest.raises(ProblemError) as error:
        read_geocodes(b"a: 1\nb: {lat: 0, lon: 0, precison: zip}\n")
    problems = list(error.value.problems)
    assert problems == sorted(problems)
    assert {p.code for p in problems} == {"E760", "E761", "E762", "E763"} <= PLACE_CODES.keys()


def test_precision_words_have_an_order() -> None:
    """From the door to the town; only what is as exact as a street gets a pin."""
    assert [p.rank for p in Precision] == [0, 1, 2, 3, 4]
    assert [p for p in Precision if p.pin] == ["rooftop", "block", "street"]
    assert [p for p in Precision if p.approximate] == ["street", "zip", "city"]


def test_a_save_leaves_one_whole_file(tmp_path: Path) -> None:
    """The old file is replaced, and nothing else is left in the folder."""
    path = tmp_path / "geocodes.yaml"
    save(path, b"old")
    save(path, b"new")
    assert path.read_bytes() == b"new"
    assert [p.name for p in tmp_path.iterdir()] == ["geocodes.yaml"]


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_save_that_fails_leaves_the_old_file(step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk, or a power cut between the steps."""
    path = tmp_path / "geocodes.yaml"
    save(path, b"old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os if step == "fsync" else type(path), step, fail)
    with pytest.raises(OSError, match="No space left"):
        save(path, b"new")
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["geocodes.yaml"]


one_line = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S"]), min_size=1, max_size=30)
records = st.builds(
    Geocode,
    id=st.from_regex(r"[a-z0-9]{1,5}(-[a-z0-9]{1,5}){0,2}", fullmatch=True),
    query=one_line,
    point=st.builds(Point, st.floats(0.001, 90), st.floats(-180, 180)),
    precision=st.sampled_from(Precision),
    provider=one_line,
    date=st.dates().map(str) | st.sampled_from(["2026", "2026-02"]),
    note=st.just("") | one_line,
    place_id=st.just("") | one_line,
)


@given(st.lists(records, max_size=6), st.lists(records, max_size=3))
def test_what_is_written_is_read(first: list[Geocode], then: list[Geocode]) -> None:
    """Twice over: to a new file, and into the file that came of it. Points keep six decimals."""
    try:
        old = read_geocodes(write_geocodes(Geocodes("g"), {r.id: r for r in first}))
        wanted = {**old.records, **{r.id: r for r in then}}
        data = write_geocodes(old, wanted)
    except ProblemError:  # letters that strict YAML refuses, told before anything is written
        event("refused")
        return
    again = read_geocodes(data).records
    assert again.keys() == wanted.keys()
    for entry, record in again.items():
        assert replace(record, point=wanted[entry].point) == wanted[entry]
        assert record.point.lat == pytest.approx(wanted[entry].point.lat, abs=1e-6)
    assert write_geocodes(read_geocodes(data), again) == data


@given(st.binary(max_size=120) | st.text(max_size=80).map(str.encode))
def test_any_bytes_are_read_or_told(data: bytes) -> None:
    """Never a traceback."""
    told: tuple[Problem, ...] = ()
    try:
        read_geocodes(data)
    except ProblemError as error:
        told = error.problems
    assert all(p.line >= 1 and p.column >= 1 for p in told)


@given(st.integers(0, len(FILE)), st.text("ab: \n-{}[]#'\"&*!1.", max_size=12), st.integers(0, 30))
def test_any_change_to_a_good_file_is_read_or_told(at: int, put: str, cut: int) -> None:
    """Never a traceback, and what can still be read can still be written without loss."""
    try:
        old = read_geocodes((FILE[:at] + put + FILE[at + cut :]).encode())
    except ProblemError:
        return
    assert read_geocodes(write_geocodes(old, {**old.records, CLINIC.id: CLINIC})).records == {
        **old.records,
        CLINIC.id: CLINIC,
    }


def test_the_record_of_the_handbook_is_a_record() -> None:
    """As it stands there, its checksum too."""
    page = (Path(__file__).parents[2] / "docs/handbook/geocoding.md").read_text(encoding="utf-8")
    block = page.partition("```yaml\nharbor-pantry:\n")[2].partition("```")[0]
    records = read_geocodes(f"harbor-pantry:\n{block}{END}\n".encode()).records
    assert records["harbor-pantry"].place_id == "node/4711"
