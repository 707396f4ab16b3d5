"""Another county with the same generator: another state, two time zones, other doors, another language first."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path

import pytest

from generator.config.strings import pseudo_text
from generator.entry.problem import Severity
from generator.pipeline import compiled, load, site_files
from generator.project import Project, read_project
from tests.invented import ROOT

RIDGE = Path(__file__).parents[1] / "ridge"
SHARED = ("taxonomy.yaml", "strings/en.yaml")


def spanish(english: bytes) -> bytes:
    """Give a file of strings for another language: every text in ⟦brackets⟧, which shows where each comes from."""
    lines = []
    for line in english.decode().splitlines():
        key, mark, text = line.partition(': "')
        if mark and not key.startswith("#"):
            inner = json.loads(f'"{text}')
            line = f"{key}: {json.dumps(pseudo_text(inner), ensure_ascii=False)}"  # noqa: PLW2901
        lines.append(line)
    return ("\n".join(lines) + "\n").encode()


@pytest.fixture(name="project", scope="module")
def _project() -> Project:
    project = read_project(RIDGE)
    shared = {name: (ROOT / "site_config" / name).read_bytes() for name in SHARED}
    shared["strings/es.yaml"] = spanish(shared["strings/en.yaml"])
    authored = {"about": "# {name}\n\n{area}", "privacy": "# Nada"}
    return replace(project, config=dict(sorted({**project.config, **shared}.items())), authored=authored)


@pytest.fixture(name="files", scope="module")
def _files(project: Project) -> dict[str, bytes]:
    loaded = load(project, dt.date(2026, 11, 23))
    return dict(site_files(compiled(loaded, dt.date(2026, 11, 23)), project))


def test_its_files_have_no_error(project: Project) -> None:
    problems = load(project, dt.date(2026, 11, 23)).checked.problems
    assert [p for p in problems if p.severity is Severity.ERROR] == []


def test_its_language_comes_first(files: dict[str, bytes]) -> None:
    home = files["index.html"].decode()
    assert '<html lang="es"' in home
    assert pseudo_text("Search in your own words") in home
    assert "Search in your own words" not in home


def test_each_side_of_the_border_has_its_own_clock(files: dict[str, bytes]) -> None:
    """The same text of hours means another moment: the phone is told the zone of each place."""
    data = json.loads(files["data/directory.json"])
    zones = {record["id"]: record["timezone"] for record in data["resources"]}
    assert zones["east-pantry"] == "America/New_York"
    assert zones["west-pantry"] == "America/Chicago"


def test_its_doors_and_its_line_are_its_own(files: dict[str, bytes]) -> None:
    refer = files["refer.html"].decode()
    officers = files["officers.html"].decode()
    assert "423-555-0100" in officers
    assert "423-555-0100" in refer
    assert "Cumberland" not in "".join(data.decode() for path, data in files.items() if path.endswith(".html"))


def test_its_limits_decide_when_paper_is_thrown_away(files: dict[str, bytes]) -> None:
    card = files["print/card.html"].decode()
    assert "2027" in card
    assert "22" in card


def test_nothing_names_the_first_county(files: dict[str, bytes]) -> None:
    for path, data in files.items():
        if path.endswith((".html", ".json", ".xml", ".webmanifest", ".txt")):
            text = data.decode()
            assert "Fayetteville" not in text, path
            assert "Cumberland" not in text, path
