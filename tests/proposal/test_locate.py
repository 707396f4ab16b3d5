"""After a merge: the job's own commands push one branch and make one proposal, or do nothing."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.proposal.test_hostile import git
from tests.proposal.workflows import run_step, script

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

GH = """#!/bin/sh
echo "$@" >> "$HOME/gh.txt"
case "$1 $2" in
  "pr list") cat "$HOME/open.txt" ;;
esac
"""


@pytest.fixture(name="work")
def _work(tmp_path: Path) -> Path:
    """A clone of a repository with a file of points and a register, and a `gh` that writes down what it is asked."""
    origin = tmp_path / "origin.git"
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch", "main", str(origin))
    work = tmp_path / "work"
    git(tmp_path, "clone", "--quiet", str(origin), str(work))
    for path in ("directory/geocodes.yaml", "site_config/changes.yaml", ".github/locate.md"):
        (work / path).parent.mkdir(parents=True, exist_ok=True)
        (work / path).write_text("one\n", encoding="utf-8")
    git(work, "add", "--all")
    git(work, "commit", "--quiet", "--message", "base")
    git(work, "push", "--quiet", "origin", "HEAD:main")
    (work / "open.txt").write_text("0\n", encoding="utf-8")
    tools = work / ".tools"
    tools.mkdir()
    (tools / "gh").write_text(GH, encoding="utf-8")
    (tools / "gh").chmod(0o755)
    return work


def propose(work: Path) -> subprocess.CompletedProcess[str]:
    """Run the step."""
    return run_step(
        script("locate", "Propose the answers"),
        work,
        BRANCH="offramp/points",
        GH_TOKEN="x",
        GIT_CONFIG_GLOBAL=os.devnull,
    )


def asked(work: Path) -> list[str]:
    """Give what `gh` was asked."""
    file = work / "gh.txt"
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


def test_nothing_new_does_nothing(work: Path) -> None:
    """No branch, no proposal."""
    done = propose(work)
    assert (done.returncode, done.stdout) == (0, "Nothing new.\n"), done.stderr
    assert asked(work) == []


def test_new_points_are_proposed_once(work: Path) -> None:
    """The branch holds the answers alone; the second time it is renewed, and no second proposal is made."""
    (work / "directory/geocodes.yaml").write_text("two\n", encoding="utf-8")
    done = propose(work)
    assert done.returncode == 0, done.stderr
    assert [line.split()[:2] for line in asked(work)] == [["auth", "setup-git"], ["pr", "list"], ["pr", "create"]]
    assert git(work, "diff", "--name-only", "origin/main", "origin/offramp/points").split() == [
        "directory/geocodes.yaml"
    ]
    git(work, "switch", "--quiet", "--detach", "origin/main")
    git(work, "branch", "--quiet", "--delete", "--force", "offramp/points")
    (work / "open.txt").write_text("1\n", encoding="utf-8")
    (work / "directory/geocodes.yaml").write_text("three\n", encoding="utf-8")
    assert propose(work).returncode == 0
    assert [line.split()[1] for line in asked(work)[3:]] == ["setup-git", "list"]
    assert git(work, "show", "origin/offramp/points:directory/geocodes.yaml") == "three\n"
