"""Problems are told as text, as JSON and to GitHub, always in the same order and never as something else."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from generator.check.report import ANNOTATIONS, SUMMARY_ROWS, as_github, as_json, as_text, github_summary, title
from generator.config.codes import CODES as CONFIG_CODES
from generator.config.place_codes import PLACE_CODES
from generator.entry.codes import CODES
from generator.entry.problem import Problem, Severity
from tests.check.corpus import cases

ERROR = Problem(
    "directory/food/a.yaml", 7, 13, "E210", Severity.ERROR, "(910) 555-0100", "ten digits as 910-555-0100",
    fix="  - number: 910-555-0100", source="  - number: (910) 555-0100", length=14,
)  # fmt: skip
WARNING = Problem("directory/food/b.yaml", 3, 1, "W601", Severity.WARNING, "2019", "something newer")


def many(count: int, of: Problem = ERROR) -> list[Problem]:
    return [replace(of, line=number) for number in range(count, 0, -1)]


def test_text() -> None:
    """A person reads place, code, line, caret, seen, wanted and the line to write; errors come last."""
    assert as_text([ERROR, WARNING], files=12) == (
        "directory/food/b.yaml:3:1: W601 Old facts\n"
        "  seen:   2019\n"
        "  wanted: something newer\n"
        "\n"
        "directory/food/a.yaml:7:13: E210 Not a phone number\n"
        "  7 |   - number: (910) 555-0100\n"
        "    |             ^^^^^^^^^^^^^^\n"
        "  seen:   (910) 555-0100\n"
        "  wanted: ten digits as 910-555-0100\n"
        "  write:    - number: 910-555-0100\n"
        "\n"
        "1 error and 1 warning in 12 files. What each code means: docs/handbook/problems.md\n"
    )


@pytest.mark.parametrize(
    ("problems", "files", "line"),
    [
        ([], 0, "No problems."),
        ([], 1, "No problems in 1 file."),
        ([WARNING] * 2, 0, "2 warnings. Warnings stop nothing."),
        ([ERROR], 1200, "1 error in 1,200 files. What each code means: docs/handbook/problems.md"),
    ],
)
def test_count(problems: list[Problem], files: int, line: str) -> None:
    """The last line counts, with one or many, and says where to read on."""
    assert as_text(problems, files=files).splitlines()[-1] == line


def test_colour_only_when_asked() -> None:
    """Colours are added when asked for, and nothing else changes."""
    plain, coloured = as_text([ERROR, WARNING]), as_text([ERROR, WARNING], colour=True)
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain
    assert coloured != plain


@pytest.mark.parametrize("column", [1, 60, 150, 260, 299])
def test_long_lines_are_cut_around_the_caret(column: int) -> None:
    """Of a long line the part around the caret is shown, and the caret stands below its character."""
    source = "".join(chr(ord("a") + index % 26) for index in range(300))
    shown, caret = as_text([replace(ERROR, source=source, column=column, length=1)]).splitlines()[1:3]
    assert len(shown) < 130
    assert shown[caret.index("^")] == source[column - 1]


def test_nothing_controls_the_terminal() -> None:
    """Control characters of a value are not sent to a terminal."""
    text = as_text([replace(ERROR, seen="a\x1b[2Jb", source="\x07" * 30, fix="\x9b1m")])
    assert set(text) - {"\n"} == {c for c in text if c.isprintable()}


def test_json() -> None:
    """A program reads counts and every field, sorted, and the same bytes whatever the order was."""
    text = as_json([WARNING, ERROR], files=12)
    report = json.loads(text)
    assert (report["version"], report["files"], report["errors"], report["warnings"]) == (1, 12, 1, 1)
    assert [p["file"] for p in report["problems"]] == ["directory/food/a.yaml", "directory/food/b.yaml"]
    assert report["problems"][0] == {
        "file": "directory/food/a.yaml",
        "line": 7,
        "column": 13,
        "length": 14,
        "lines": 1,
        "code": "E210",
        "title": "Not a phone number",
        "severity": "error",
        "seen": "(910) 555-0100",
        "wanted": "ten digits as 910-555-0100",
        "fix": "  - number: 910-555-0100",
        "source": "  - number: (910) 555-0100",
    }
    assert text == as_json([ERROR, WARNING], files=12)
    assert text.endswith("}\n")


def test_github() -> None:
    """GitHub reads one command for each problem, with file, line, columns and title."""
    assert as_github([ERROR]) == (
        "::error file=directory/food/a.yaml,line=7,col=13,endColumn=27,title=E210 Not a phone number::"
        "Seen: (910) 555-0100%0AWanted: ten digits as 910-555-0100%0AWrite:%0A  - number: 910-555-0100\n"
    )


def test_no_value_begins_a_command() -> None:
    """Line breaks, percent signs, colons and commas of values cannot end a command or begin another."""
    evil = "x\n::error file=b::y\r\n::set-output name=a::b%0A,line=1"
    (line,) = as_github([replace(ERROR, seen=evil, wanted=evil, fix=evil, file="a,line=9::b\n.yaml")]).splitlines()
    properties, _, message = line.removeprefix("::error ").partition("::")
    assert properties.startswith("file=a%2Cline=9%3A%3Ab%0A.yaml,line=7,")
    assert "\r" not in message
    assert message.count("%250A") == 3


@pytest.mark.parametrize(("errors", "warnings"), [(9, 0), (10, 0), (11, 0), (5, 40), (0, 60), (60, 60), (9, 1), (9, 2)])
def test_github_is_capped(errors: int, warnings: int) -> None:
    """At most ten annotations, errors first; the last one counts what is left out."""
    lines = as_github([*many(warnings, WARNING), *many(errors)]).splitlines()
    total = errors + warnings
    assert len(lines) == min(total, ANNOTATIONS)
    kinds = [line.split(" ")[0] for line in lines]
    shown = lines if total <= ANNOTATIONS else lines[:-1]
    assert sum(kind == "::error" for kind in kinds[: len(shown)]) == min(errors, len(shown))
    if total > ANNOTATIONS:
        assert f"title=and {total - ANNOTATIONS + 1} more::" in lines[-1]


def test_summary() -> None:
    """The job summary has every problem as a row, and no value is taken for markup."""
    evil = replace(ERROR, seen="<img src=x> | @everyone `a` [b](c) **d**", fix="a: <b> | @c")
    text = github_summary([evil, WARNING], files=3)
    rows = [line for line in text.splitlines() if line.startswith("| directory")]
    assert len(rows) == 2
    assert all(row.count(" | ") == 4 for row in rows)
    assert not re.search(r"<(?!code>|/code>|br>)|@|`|\*\*|\]\(", text)
    assert "1 error and 1 warning in 3 files." in text
    assert len(github_summary(many(SUMMARY_ROWS + 40)).encode()) < 2**20
    assert "and 40 more" in github_summary(many(SUMMARY_ROWS + 40))
    assert "No problems" in github_summary([])


def test_titles() -> None:
    """Every code of every table has a title; no two tables share a code; an unknown one is told plainly."""
    tables = (CODES, CONFIG_CODES, PLACE_CODES)
    assert sum(map(len, tables)) == len({code for table in tables for code in table})
    assert all(title(code) != "Problem" for table in tables for code in table)
    assert title("E999") == "Problem"


def test_goldens_are_plain_and_short() -> None:
    """What volunteers read has no word of a machine: no Python, no schema keywords, no git."""
    for case in cases():
        text = case.golden.read_text(encoding="utf-8")
        words = [line for line in text.splitlines() if line.startswith("  wanted:")]
        assert words, case.name
        for line in words:
            assert len(line) < 190, case.name
            assert not re.search(r"\b(None|dict|str|regex|pattern|schema|enum|git|commit|scalar|node|YAML)\b", line), (
                line
            )
