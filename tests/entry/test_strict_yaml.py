"""Strict YAML keeps what was typed, says where it stands, and refuses what has two readings."""

from __future__ import annotations

import pytest
import yaml

from generator.entry import strict_yaml
from generator.entry.problem import Problem, ProblemError
from generator.entry.strict_yaml import ENTRY_LIMIT, Document, Place, Value, read


def data_of(text: str) -> dict[str, Value]:
    document = read("x.yaml", text.encode())
    assert document.problems == ()
    return document.data


def told(data: str | bytes, limit: int = ENTRY_LIMIT) -> list[Problem]:
    try:
        return list(read("x.yaml", data.encode() if isinstance(data, str) else data, limit).problems)
    except ProblemError as error:
        return list(error.problems)


@pytest.mark.parametrize(
    "typed",
    ["12:30", "no", "02134", "0x10", "1_000", "2026-11-23", "1e3", "9:00", "on", "True", "22:30:00", "1.0", "-78.8778"],
)
def test_scalars_stay_as_typed(typed: str) -> None:
    """What YAML would turn into a number, a date or a truth stays the text that was typed."""
    assert data_of(f"value: {typed}\nlist: [{typed}]\n") == {"value": typed, "list": [typed]}


def test_all_ways_of_writing_a_text() -> None:
    """Plain, quoted, folded and literal texts are read as YAML says."""
    text = "a: one two\nb: 'it''s'\nc: \"tab\\t#1\"\nd: >-\n  folded\n  text\ne: |-\n  two\n  lines\nf: long\n  plain\n"
    assert data_of(text) == {
        "a": "one two",
        "b": "it's",
        "c": "tab\t#1",
        "d": "folded text",
        "e": "two\nlines",
        "f": "long plain",
    }


def test_lists_and_keys_keep_their_order() -> None:
    """Lists stay lists, keys stay keys, in the order of the file; a first --- and remarks change nothing."""
    text = "# remark\n---\nb: [x, {y: z}]\na:\n- 1\n- k: v\n  m: [n]\n"
    data = data_of(text)
    assert data == {"b": ["x", {"y": "z"}], "a": ["1", {"k": "v", "m": ["n"]}]}
    assert list(data) == ["b", "a"]


def test_windows_line_ends() -> None:
    """A file from Windows reads the same, and its lines have no carriage return."""
    document = read("x.yaml", b"a: b\r\nc: [d,\r\n  e]\r\n")
    assert document.data == {"a": "b", "c": ["d", "e"]}
    assert document.line(1) == "a: b"
    assert document.line(9) == ""


def test_places() -> None:
    """Every value has its line and column, and those of its key."""
    text = b"name: Harbor\nphones:\n  - number: 988\n    languages: [en, es]\nnote: >\n  two\n  lines\nlast: one\n"
    document = read("x.yaml", text)
    places = document.places()
    assert places["name",] == Place(1, 7, 6, 1, 1, 1)
    assert places["phones", 0, "number"] == Place(3, 13, 3, 3, 5, 3)
    assert places["phones", 0, "languages", 1] == Place(4, 21, 2, 4, 21, 4)
    assert places["phones", 0] == Place(3, 5, 1, 3, 5, 3)
    assert (places["note",].line, places["note",].key_line, places["note",].end_line) == (5, 5, 7)


def test_places_count_characters() -> None:
    """Columns count characters, not bytes, also after letters outside the ASCII and outside the first plane."""
    places = read("x.yaml", "ñ: [é😀, b]\n".encode()).places()
    assert places["ñ", 1] == Place(1, 9, 1, 1, 9, 1)


def test_places_of_a_key_written_twice() -> None:
    """The place is that of the value that counts, which is the first."""
    document = read("x.yaml", b"a: 1\na: 2\n")
    assert document.data == {"a": "1"}
    assert document.places()["a",].line == 1


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: b\na: c\n", "E111", 2, 1),
        ("a:\n  b: 1\n  b: 2\n", "E111", 3, 3),
        ("a: &x b\n", "E108", 1, 4),
        ("a: *x\n", "E108", 1, 4),
        ("a: !x b\n", "E114", 1, 4),
        ("a: [b, !!int 3]\n", "E114", 1, 8),
        ("<<: {a: b}\n", "E113", 1, 1),
        ("a:\nb: c\n", "E110", 1, 3),
        ("a: ~\n", "E110", 1, 4),
        ("a: [b, null]\n", "E110", 1, 8),
        ('a: "b\\u200bc"\n', "E103", 1, 4),
        ('"a\\0": b\n', "E103", 1, 1),
        ("a: b #4\n", "E115", 1, 4),
        ("%YAML 1.1\n---\na: b\n", "E106", 1, 1),
        ("a: b\n---\nc: d\n", "E107", 2, 1),
        ("? [a]\n: b\n", "E112", 1, 3),
        ("- a\n", "E105", 1, 1),
        ("", "E105", 1, 1),
        ("# only a remark\n", "E105", 1, 1),
    ],
)
def test_refused(text: str, code: str, line: int, column: int) -> None:
    """What has two readings is told once, at its place."""
    assert [(p.code, p.line, p.column) for p in told(text)] == [(code, line, column)]


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: b # remark\n", "b"),
        ("a: b #\n", "b"),
        ("a: b ## remark\n", "b"),
        ("a: b#4\n", "b#4"),
        ('a: "b #4"\n', "b #4"),
        ("a: b    # two words\n# c: #d\n", "b"),
    ],
)
def test_remarks_may_stand(text: str, data: str) -> None:
    """A remark with a blank after its # loses nothing; a # inside a word or in quotes is part of the text."""
    assert data_of(text) == {"a": data}


def test_several_problems_in_one_run() -> None:
    """Slips that do not stop the reading are told together, and the data is there."""
    document = read("x.yaml", b"a: 1\na: 2\nb: &c d\ne:\nf: g #4\n")
    assert [(p.code, p.line) for p in document.problems] == [("E111", 2), ("E108", 3), ("E110", 4), ("E115", 5)]
    assert document.data["f"] == "g"


def test_problems_before_a_broken_line_are_kept() -> None:
    """A line that cannot be read hides nothing that stood before it."""
    assert [(p.code, p.line) for p in told("a: 1\na: 2\nb: c: d\n")] == [("E111", 2), ("E104", 3)]


@pytest.mark.parametrize("odd", ["\u00a0", "\u200b", "\u202e", "\ufeff", "\u2028", "\x07", "\x85", "\ue000", "\u0378"])
def test_odd_characters(odd: str) -> None:
    """A character that nobody sees is told at its column, with a line to paste that has none."""
    (problem,) = told(f"a: b\nc: d{odd}e\n")
    assert (problem.code, problem.line, problem.column) == ("E103", 2, 5)
    assert problem.fix in {"c: de", "c: d e"}
    assert odd not in problem.source


def test_odd_characters_once_a_line() -> None:
    """A line full of odd characters is one problem."""
    assert [p.line for p in told("a: \u00a0b\u00a0c\nd: e\nf:\u00a0g\n")] == [1, 3]


@pytest.mark.parametrize("text", ["cafe\u0301", "\u212b", "\u2126", "\u1112\u1161"])
def test_one_spelling(text: str) -> None:
    """A letter with two spellings is told with the one that is wanted; it is not always an accent."""
    (problem,) = told(f"a: {text}\n")
    assert problem.code == "E103"
    assert problem.fix != f"a: {text}"
    assert told(problem.fix + "\n") == []


@pytest.mark.parametrize("text", ["ñandú", "中文", "한국어", "عربي", "Tiếng Việt", "naïve “quoted” …", "€ 5"])
def test_other_alphabets(text: str) -> None:
    """Letters of any language, and the signs of good typesetting, may stand."""
    assert data_of(f"a: {text}\n") == {"a": text}


def test_size_is_checked_before_parsing() -> None:
    """One byte more than the limit is refused, whatever it holds; the limit itself is not."""
    assert told(b"a: " + b"b" * (ENTRY_LIMIT - 3)) == []
    assert [p.code for p in told(b"a: " + b"b" * (ENTRY_LIMIT - 2))] == ["E101"]
    assert [p.code for p in told("[" * 100, limit=50)] == ["E101"]


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [("a: ñ".encode("latin-1"), 1, 4), ("a: b\nc: éñ".encode() + b"\xff", 2, 6), ("a: b".encode("utf-16"), 1, 1)],
)
def test_not_utf8(data: bytes, line: int, column: int) -> None:
    """Bytes that are not UTF-8 are told at their place, although the parser knows none."""
    (problem,) = told(data)
    assert (problem.code, problem.line, problem.column) == ("E102", line, column)


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("a: b: c\n", 'a: "b: c"'),
        ("a: @b\n", 'a: "@b"'),
        ("a: 'it's'\n", 'a: "it\'s"'),
        ('a: "b\nc: d\n', 'a: "b"'),
        ("a: [b\nc: d\n", "a: [b]"),
        ("a: 1\nb:c\nd: e\n", "b: c"),
        ("a:\n\tb: c\n", "  b: c"),
        ("a: - b\n", "a:\n  - b"),
        ('a: "b\\d"\n', 'a: "b\\\\d"'),
        ("a: > b\n", 'a: "> b"'),
        ("a: & b\n", 'a: "& b"'),
        ("a: b\n  c: d\n", "c: d"),
    ],
)
def test_the_line_to_paste_is_readable(text: str, fix: str) -> None:
    """The corrected line of a broken file is what was meant, and reads."""
    (problem,) = told(text)
    assert (problem.code, problem.fix) == ("E104", fix)
    assert told(fix + "\n") == []


def test_the_reader_needs_no_loader_of_c() -> None:
    """The pure Python parser gives the same events, so that the check works where libyaml is missing."""
    text = "a: b\nc: [d, {e: f}]\n"
    slow = strict_yaml._Reader("x.yaml", text, places=True)
    fast = strict_yaml._Reader("x.yaml", text, places=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(strict_yaml, "_new_parser", yaml.SafeLoader)
        data = slow.read()
    assert data == fast.read()
    assert {path: (p.line, p.column) for path, p in slow.found.items()} == {
        path: (p.line, p.column) for path, p in fast.found.items()
    }


def test_a_document_tells_its_lines() -> None:
    """Lines are counted from 1, past the end they are empty."""
    document = Document("x.yaml", "a: b\nc: d\n", {})
    assert [document.line(number) for number in range(5)] == ["", "a: b", "c: d", "", ""]
