"""`offramp report changes`: the register from the history of the entries, and the digest from the register."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from generator.cli import cli
from generator.config.settings import load_settings
from generator.project import ProjectError, read_project
from tests.invented import COUNTY, copy_settings

if TYPE_CHECKING:
    from pathlib import Path

PANTRY = "directory/food/harbor-pantry.yaml"


@pytest.fixture(name="project")
def _project(tmp_path: Path) -> Path:
    """Give the invented county as a folder of a repository, with one commit."""
    project = tmp_path / "county"
    project.mkdir()
    copy_settings(project)
    (project / "site_config" / "changes.yaml").unlink()
    shutil.copytree(COUNTY / "directory", project / "directory")
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path, "2026-10-01", "All of it")
    return project


def git(folder: Path, *arguments: str, day: str = "2026-10-01") -> str:
    """Run git as somebody, on a day."""
    when = {"GIT_AUTHOR_DATE": f"{day}T12:00:00Z", "GIT_COMMITTER_DATE": f"{day}T12:00:00Z"}
    own = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "TZ": "UTC"}
    names = ["-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false"]
    command = ["git", *names, "-C", str(folder), *arguments]
    return subprocess.run(command, env=os.environ | when | own, capture_output=True, text=True, check=True).stdout


def commit(folder: Path, day: str, *message: str) -> None:
    """Commit everything on a day."""
    git(folder, "add", "-A")
    git(folder, "commit", "-q", *(part for text in message for part in ("-m", text)), day=day)


def edit(project: Path, path: str, old: str, new: str) -> None:
    """Change one text of one file."""
    text = (project / path).read_text()
    assert old in text
    (project / path).write_text(text.replace(old, new))


def run(project: Path, *arguments: str) -> str:
    """Run `offramp report changes`."""
    done = CliRunner().invoke(cli, ["report", "changes", "--project", str(project), *arguments], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def register(project: Path) -> list[tuple[str, str, str, str]]:
    """Give what the register says, without what was added on the first day."""
    changes = load_settings(read_project(project).config).changes
    return [(c.date, c.entry, c.what.value, c.origin) for c in changes if c.date != "2026-10-01"]


def test_history_becomes_a_register(project: Path) -> None:
    """A number, a move to another folder, a merge and who told us; then nothing new, then only what is new."""
    edit(project, PANTRY, "910-555-0110", "910-555-0151")
    commit(project, "2026-10-05", "The number", "Origin: suggestion")
    git(project, "checkout", "-q", "-b", "hours")
    edit(project, PANTRY, "12:45", "12:50")
    commit(project, "2026-10-07", "Hours")
    git(project, "checkout", "-q", "main")
    git(project, "merge", "-q", "--no-ff", "-m", "Merge hours", "hours", day="2026-10-09")
    git(project, "mv", "directory/sleep/winter-hall.yaml", "directory/crisis/winter-hall.yaml")
    git(project, "commit", "-q", "-m", "Another folder", day="2026-10-10")
    git(project, "mv", "directory/crisis/winter-hall.yaml", "directory/sleep/winter-hall.yaml")
    git(project, "commit", "-q", "-m", "And back", day="2026-10-11")
    assert run(project, "--write") == "site_config/changes.yaml: 15 new, 15 in all\n"
    told = [("2026-10-09", "harbor-pantry", "hours", ""), ("2026-10-05", "harbor-pantry", "phone", "suggestion")]
    assert register(project) == told
    before = (project / "site_config" / "changes.yaml").read_bytes()
    assert b"0110" not in before
    assert run(project, "--write") == "site_config/changes.yaml: 0 new, 15 in all\n"
    assert (project / "site_config" / "changes.yaml").read_bytes() == before


def test_the_digest_is_made_from_the_register_alone(project: Path) -> None:
    """Without a history, from a day on, in both forms."""
    run(project, "--write")
    shutil.rmtree(project.parent / ".git")
    assert "- Harbor Pantry: added\n" in run(project)
    assert run(project, "--since", "2026-10-02") == "# Harbor Help: what changed since 2026-10-02\n\nNothing.\n"
    assert len(json.loads(run(project, "--format", "json"))) == 13


def test_half_a_history_is_refused(project: Path, tmp_path: Path) -> None:
    """Its first commit would look as if all had been added that day."""
    edit(project, PANTRY, "910-555-0110", "910-555-0151")
    commit(project, "2026-10-05", "The number")
    git(tmp_path, "clone", "-q", "--depth", "1", tmp_path.as_uri(), str(tmp_path / "shallow"))
    with pytest.raises(ProjectError, match="git fetch --unshallow"):
        run(tmp_path / "shallow" / "county", "--write")
    assert not (tmp_path / "shallow" / "county" / "site_config" / "changes.yaml").exists()


def test_a_folder_that_is_in_no_repository_says_so(project: Path) -> None:
    """In one sentence, and nothing is written."""
    shutil.rmtree(project.parent / ".git")
    with pytest.raises(ProjectError, match="git cannot tell the history"):
        run(project, "--write")
