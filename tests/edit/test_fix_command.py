"""`offramp check --fix` and `--diff` on the command line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.check.conftest import PANTRY
from tests.invented import copy_county
from tests.site.conftest import run, tree

if TYPE_CHECKING:
    from pathlib import Path

WRONG = PANTRY.replace("910-555-0180", "(910) 555-0180").replace("status: active", "status: Active  ")
CEDAR = "directory/food/cedar-pantry.yaml"


@pytest.fixture(name="project")
def _project(tmp_path: Path) -> Path:
    """The invented county with one file that can be repaired and one that cannot."""
    copy_county(tmp_path)
    (tmp_path / CEDAR).write_text(WRONG, encoding="utf-8")
    (tmp_path / "directory/food/maple-pantry.yaml").write_text(PANTRY.replace("[pantry]", "[panty]"), encoding="utf-8")
    return tmp_path


def test_fix_writes_and_tells_what_is_left(project: Path) -> None:
    """The file is right, the diff was shown, and what a person must do is still told."""
    done = run(project, "offramp", "check", "--fix")
    assert (project / CEDAR).read_text(encoding="utf-8") == PANTRY
    assert "-  - number: (910) 555-0180\n+  - number: 910-555-0180\n" in done.stdout
    assert "-status: Active\u00b7\u00b7\n+status: active\n" in done.stdout
    assert "maple-pantry.yaml:4:12: E303" in done.stdout
    assert "cedar-pantry.yaml:" not in done.stdout
    assert done.returncode == 1


def test_diff_only_shows(project: Path) -> None:
    """Nothing is written, and the check speaks of the files as they are."""
    before = tree(project)
    done = run(project, "offramp", "check", "--diff", CEDAR)
    assert tree(project) == before
    assert "+  - number: 910-555-0180" in done.stdout
    assert f"{CEDAR}:7:13: E210" in done.stdout
    assert done.returncode == 1


def test_only_the_files_asked_for_are_repaired(project: Path) -> None:
    """Another file keeps its mistakes."""
    run(project, "offramp", "check", "--fix", "directory/food/maple-pantry.yaml")
    assert (project / CEDAR).read_text(encoding="utf-8") == WRONG


def test_a_program_gets_clean_json(project: Path) -> None:
    """The changes go to the error stream where the other one is for a program."""
    done = run(project, "offramp", "check", "--fix", "--format", "json", CEDAR)
    assert json.loads(done.stdout)["problems"] == []
    assert "+status: active" in done.stderr
    assert done.returncode == 0


def test_a_second_run_has_nothing_to_do(project: Path) -> None:
    """Repairing twice is repairing once."""
    run(project, "offramp", "check", "--fix")
    before = tree(project)
    assert "+++" not in run(project, "offramp", "check", "--fix").stdout
    assert tree(project) == before
