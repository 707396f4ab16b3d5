"""`offramp check` on the command line: exit codes, formats, and the files asked for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.site.conftest import run
from tests.site.test_build import BROKEN, spoil

if TYPE_CHECKING:
    from pathlib import Path


def test_the_real_directory_has_no_errors(root: Path) -> None:
    """Exit code 0, whatever the warnings."""
    done = run(root, "offramp", "check")
    assert done.returncode == 0, done.stdout
    assert " error" not in done.stdout.splitlines()[-1]


def test_an_error_ends_with_one(project: Path) -> None:
    """A misspelled key is an error."""
    spoil(project)
    done = run(project, "offramp", "check")
    assert done.returncode == 1
    assert f"{BROKEN}:7:1: E201" in done.stdout


def test_only_the_files_asked_for_are_told(project: Path) -> None:
    """A volunteer who mends one file is not told about the others."""
    spoil(project)
    assert run(project, "offramp", "check", "directory/crisis/nc-988.yaml").returncode == 0
    asked = run(project, "offramp", "check", BROKEN)
    assert asked.returncode == 1
    assert {line.partition(":")[0] for line in asked.stdout.splitlines() if line.startswith("directory/")} == {BROKEN}


def test_json_is_for_programs(project: Path) -> None:
    """Every problem has its place and its code."""
    spoil(project)
    told = json.loads(run(project, "offramp", "check", "--format", "json").stdout)
    first = next(p for p in told["problems"] if p["code"] == "E201")
    assert (first["file"], first["line"], first["column"]) == (BROKEN, 7, 1)


def test_github_gets_annotations_and_a_summary(project: Path) -> None:
    """Annotations go to the log, the whole table to the job summary."""
    spoil(project)
    summary = project / "summary.md"
    done = run(project, "offramp", "check", "--format", "github", GITHUB_STEP_SUMMARY=str(summary))
    assert done.stdout.startswith(f"::error file={BROKEN},line=7,col=1,")
    assert done.stdout.count("\n::") < 10
    assert BROKEN in summary.read_text(encoding="utf-8")


def test_python_m_generator_is_offramp(root: Path) -> None:
    """The module runs without the installed command."""
    done = run(root, "python", "-m", "generator", "check", "--help")
    assert done.returncode == 0
    assert "Example: offramp check" in done.stdout


def test_an_unknown_command_is_told_plainly(root: Path) -> None:
    """Exit code 2 and a sentence."""
    done = run(root, "offramp", "chekc")
    assert done.returncode == 2
    assert "No such command 'chekc'" in done.stderr
