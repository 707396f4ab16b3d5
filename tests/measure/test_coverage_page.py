"""The coverage page and the report: figures side by side, holes in words, the same in every form, nothing added up."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from generator import pipeline
from generator.cli import cli
from generator.entry import hours
from generator.measure.coverage import coverage, since
from generator.measure.coverage_words import holes_in_words, span_in_words
from generator.measure.needs import Need
from generator.measure.week_hours import NeedWeek, holes, open_spans
from generator.report.coverage import TELLERS, coverage_files
from generator.report.coverage_csv import COLUMNS
from tests.invented import ROOT, county
from tests.pages.html import Html
from tests.pages.site import harbor, html, rendered
from tests.phrases.county import CHECK, compiled, entry, words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.compile.model import Compiled

GAPS = """\
gaps:
  - about: withdrawal-care
    note: No place takes people at night.
    origin: SIM workshop
    date: 2026-09
    area: the north
    link: https://reports.example/sim
  - about: sleep
    intercepts: ["4"]
    note: No beds for people who come home.
    origin: reentry council
    date: 2025-05-12
    closed: 2026-10
"""
DAY = "2026-08-24"
DASH = "\u2013"


@cache
def named() -> Mapping[str, bytes]:
    """Give the site of the county with two gaps, one of them closed."""
    base = county()
    made = replace(base, config={**base.config, "gaps.yaml": GAPS.encode()})
    loaded = pipeline.load(made, date(2026, 11, 23))
    assert loaded.checked.errors == ()
    return dict(pipeline.site_files(pipeline.compiled(loaded, date(2026, 11, 23)), made))


def told_as(directory: Compiled, kind: str) -> str:
    """Give the report of a directory in one form: md, csv or json."""
    return TELLERS[kind](directory, coverage(directory), since(directory, DAY))


def table(page: Html, first: str) -> list[list[str]]:
    """Give the rows of the table whose first heading is this, as texts."""
    rows: list[list[str]] = []
    taking = False
    for e in page.elements:
        if e.tag == "thead":
            taking = e.text.startswith(first)
        if taking and e.tag == "tr" and "tbody" in e.within:
            rows.append([])
        if taking and rows and e.tag in {"td", "th"} and "tbody" in e.within:
            rows[-1].append(e.text)
    return rows


def test_the_page_says_first_what_figures_are_not() -> None:
    """Listings are no capacity, listed is not confirmed, and unknown covers nothing."""
    page = html("harbor")["coverage.html"]
    assert page.one("p", class_="alert").text == (
        "Listings are not capacity: a place that is counted here may be full. Confirmed and listed stand side by side "
        "and are never added. What is not known covers nothing."
    )


def test_the_matrix_is_the_measure() -> None:
    """Each group has its row, each intercept its column; two figures in a cell, a dash where nothing is listed."""
    rows = table(html("harbor")["coverage.html"], "Group 0 1 2 3 4 5")
    told = [
        [f"{c.confirmed} / {c.listed}" if c.confirmed or c.listed else DASH for c in row.counts]
        for row in coverage(harbor()).matrix
    ]
    assert [row[1:] for row in rows] == told
    assert rows[0][0] == "Crisis now"


def test_each_chart_has_its_table() -> None:
    """What is drawn is told as well: 168 squares, and 24 hours on seven days."""
    page = html("harbor")["coverage.html"]
    charts = [e for e in page.all("svg", class_="heat") if e.attrs.get("role") == "img"]
    assert [e.attrs["aria-label"] for e in charts] == [
        "Police drop-off, hour by hour",
        "Withdrawal intake, hour by hour",
        "Shelter intake, hour by hour",
        "Food, hour by hour",
    ]
    assert len(page.all("rect")) == 4 * 168 + 4
    assert len(page.all("details")) == 4


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mo-Fr 08:00-17:00; Sa,Su off", "Friday 17:00 to Monday 08:00."),
        ("Mo-Su 08:00-22:00", "No withdrawal intake is confirmed: every day 22:00 to 08:00 the next day."),
        ("Mo-Su 00:00-08:00,17:00-24:00", "No withdrawal intake is confirmed: every day 08:00 to 17:00."),
        ("Mo-Sa 00:00-24:00; Su 12:00-24:00", "No withdrawal intake is confirmed: Sunday 00:00 to 12:00."),
        ("Mo-Fr 00:00-24:00", "No withdrawal intake is confirmed: Saturday 00:00 to Sunday 24:00."),
        ("24/7", "Some withdrawal intake is confirmed at every hour."),
    ],
)
def test_holes_are_told_in_words(text: str, told: str) -> None:
    """No withdrawal intake Friday 17:00 to Monday 08:00."""
    spans = holes(open_spans(hours.parse(text)))
    week = NeedWeek(Need.WITHDRAWAL, (0,) * 168, (0,) * 168, spans, spans, 1, 0)
    assert holes_in_words(week, words())[0].endswith(told)


def test_a_week_without_anything_is_one_sentence() -> None:
    """Nobody reads seven lines that say never."""
    week = NeedWeek(Need.FOOD, (0,) * 168, (0,) * 168, holes(()), holes(()), 0, 0)
    assert holes_in_words(week, words()) == (
        "No food is confirmed at any hour.",
        "No food is even listed at any hour.",
    )
    assert span_in_words((0, 60), words()) == "Monday 00:00 to 01:00"


def test_gaps_have_an_origin_and_a_date() -> None:
    """What people named stands there with who and when, open or closed."""
    page = Html(named()["coverage.html"].decode())
    first, second = (e.text for e in page.all("li") if "Named by" in e.text)
    assert first == (
        "Withdrawal care (detox): No place takes people at night. (the north) Named by SIM workshop, 2026-09. "
        "reports.example"
    )
    assert second == (
        "A place to sleep: No beds for people who come home. Named by reentry council, 2025-05-12. Closed 2026-10."
    )
    assert "Gaps named: 1. Gaps closed: 1." in page.main


def test_columns_for_people_are_empty() -> None:
    """Opportunity, priority and owner are for the meeting, on the page and in every file."""
    rows = table(html("harbor")["coverage.html"], "Intercept Nothing listed")
    assert len(rows) == 6
    assert all(row[2:] == ["", "", ""] for row in rows)
    for row in csv.DictReader(io.StringIO(told_as(harbor(), "csv"))):
        assert (row["opportunity"], row["priority"], row["owner"]) == ("", "", "")


def test_the_three_forms_say_the_same() -> None:
    """Markdown, CSV and JSON, as the site has them and as the command prints them."""
    told = json.loads(told_as(harbor(), "json"))
    rows = list(csv.DictReader(io.StringIO(told_as(harbor(), "csv"))))
    assert tuple(rows[0]) == COLUMNS
    cells = {(row["what"], int(row["where"])): row for row in rows if row["section"] == "matrix"}
    for group in told["matrix"]:
        for number, count in enumerate(group["intercepts"]):
            row = cells[group["group"], number]
            assert (int(row["confirmed"]), int(row["listed"])) == (count["confirmed"], count["listed"])
    text = told_as(harbor(), "md")
    for week in told["weeks"]:
        mine = [row for row in rows if row["section"] == "week" and row["what"] == week["need"]]
        assert [int(row["confirmed"]) for row in mine] == week["confirmed"]
        assert [int(row["listed"]) for row in mine] == week["listed"]
    for row in rows:
        if row["section"] == "hole":
            assert row["note"] in text
    assert {path for path, _ in coverage_files(harbor(), coverage(harbor()))} == {
        f"data/coverage.{kind}" for kind in ("md", "csv", "json")
    }
    assert "Listings are not capacity" in text


def test_a_formula_in_a_text_stays_a_text() -> None:
    """A table program runs nothing that somebody wrote into a gap."""
    base = county()
    evil = GAPS.replace("SIM workshop", '"=1+1"').replace("No place takes", "=HYPERLINK No place takes")
    made = replace(base, config={**base.config, "gaps.yaml": evil.encode()})
    directory = pipeline.compiled(pipeline.load(made, date(2026, 11, 23)), date(2026, 11, 23))
    rows = list(csv.reader(io.StringIO(told_as(directory, "csv"))))
    assert not [cell for row in rows for cell in row if cell[:1] in {"=", "+", "-", "@"}]


def test_the_command_tells_all_three_and_looks_back() -> None:
    """`offramp report coverage`: its own exit code is 0, whatever is missing: gaps are for people to judge."""
    for form, start in (("markdown", "# Offramp: coverage"), ("csv", "section,what"), ("json", "{")):
        arguments = ["report", "coverage", "--project", str(ROOT), "--format", form, "--date", "2026-11-23"]
        done = CliRunner().invoke(cli, [*arguments, "--since", "2026-11-01"], catch_exceptions=False)
        assert done.exit_code == 0
        assert done.output.startswith(start)
        assert "2026-11-01" in done.output


def test_no_word_is_left_over_and_none_is_missing() -> None:
    """Every key of the coverage is read by the page or the report."""
    texts = {key: value for key, value in words().texts.items() if key.startswith("coverage.")}
    sources = "".join(
        path.read_text(encoding="utf-8")
        for folder in ("pages", "report", "measure", "web/templates")
        for path in sorted((ROOT / "generator" / folder).iterdir())
        if path.suffix in {".py", ".html"} and "coverage" in path.read_text(encoding="utf-8")
    )
    made = re.compile(r"coverage\.(need|low|barrier|answer|hole|full|places|closed)\b.*|coverage\.[a-z]+")
    used = set(re.findall(r"[\"'](coverage\.[a-z.-]+)[\"']", sources))
    assert [k for k in texts if k not in used and not made.fullmatch(k)] == []


def test_a_place_that_is_closed_for_now_covers_nothing() -> None:
    """It is left out of every figure, and the page says how many are."""
    shut = entry(
        services=["shelter"],
        status="temporarily-closed",
        hours={"intake": "24/7"},
        verified=[CHECK | {"facts": ["hours.intake"]}],
    )
    found = coverage(compiled(shut))
    assert found.closed == 1
    assert all(not count.confirmed and not count.listed for row in found.matrix for count in row.counts)
    assert all(week.resources == 0 for week in found.weeks)
    page = Html(rendered(compiled(shut))["coverage.html"].decode())
    assert "1 place that is closed for now is left out." in page.main
