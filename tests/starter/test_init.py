"""`offramp init`: a folder that passes its own check, builds, and says what every value is for."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from generator.cli import cli
from generator.config.settings import load_settings
from generator.config.shape import schema
from generator.entry.problem import ProblemError, Severity
from generator.pipeline import load
from generator.project import read_project
from generator.starter import County, starter_files
from generator.starter.shipped import SHIPPED, shipped

ROOT = Path(__file__).parents[2]
RIDGE = County("Offramp", "Ridge", "TN", "America/Chicago")


@pytest.fixture(name="begun", scope="module")
def _begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("start") / "ridge-county"
    result = CliRunner().invoke(cli, ["init", str(folder), "--state", "TN", "--timezone", "America/Chicago"])
    assert result.exit_code == 0, result.output
    return folder


def test_a_new_county_has_no_error(begun: Path) -> None:
    problems = load(read_project(begun), dt.date(2026, 11, 23)).checked.problems
    assert [p for p in problems if p.severity is Severity.ERROR] == []


def test_it_builds_and_serves_what_is_true_everywhere(begun: Path) -> None:
    """Three national lines are published, so that words of crisis reach somebody; the examples are not."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "generator", "build", "--project", str(begun)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "3 resources" in done.stdout
    assert (begun / "site" / "index.html").is_file()
    assert (begun / "site" / "handbook" / "index.html").is_file()
    home = (begun / "site" / "index.html").read_text(encoding="utf-8")
    assert "Ridge County, TN" in home
    assert "Example of" not in home


def test_there_is_one_draft_for_each_need(begun: Path) -> None:
    settings = load_settings(read_project(begun).config)
    entries = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in (begun / "directory").rglob("*.yaml")]
    drafts = [entry for entry in entries if entry["status"] == "draft"]
    first = {group.services[0].slug for group in settings.taxonomy.groups}
    assert {entry["services"][0] for entry in drafts} == first
    assert all(entry["phones"][0]["number"][4:9] == "555-0" for entry in drafts)


@pytest.mark.parametrize("kind", ["site", "lead"])
def test_every_value_is_explained(begun: Path, kind: str) -> None:
    """What is not set stands there as a remark with an example: taking the # away makes it a setting."""
    text = (begun / "site_config" / f"{kind}.yaml").read_text(encoding="utf-8")
    for key, about in schema(kind)["properties"].items():
        assert f"# {about['title']}. {about['description'][:40]}" in text, key
        assert f"\n{key}:" in text or f"\n# {key}:" in text


def test_an_example_that_is_published_is_an_error(begun: Path) -> None:
    """Its number reaches nobody: only as a draft may it stand there."""
    project = read_project(begun)
    changed = [
        type(file)(file.path, file.data.replace(b"status: draft", b"status: active"), file.kind)
        if file.path.endswith("example-sleep.yaml")
        else file
        for file in project.entries
    ]
    problems = load(replace(project, entries=tuple(changed)), dt.date(2026, 11, 23)).checked.problems
    assert "E308" in {p.code for p in problems if p.file.endswith("example-sleep.yaml")}


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    result = CliRunner().invoke(cli, ["init", str(tmp_path)])
    assert "is not empty" in str(result.exception)
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]


def test_editors_are_told_what_an_entry_is(begun: Path) -> None:
    settings = json.loads((begun / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    (file,) = settings["yaml.schemas"]
    assert json.loads((begun / file).read_text(encoding="utf-8"))["type"] == "object"


def test_a_wheel_carries_what_a_new_county_is_made_of() -> None:
    """Each shipped file and folder is named in pyproject.toml, at the place where it is looked for."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for name in SHIPPED:
        assert f'"{name}" = "generator/starter/shipped/{name}"' in text


def test_workflows_install_the_program_that_one_file_names(begun: Path) -> None:
    """The folder of a county holds no program; a proposal is read by the one that its base branch names."""
    workflows = {file.name: file.read_text(encoding="utf-8") for file in (begun / ".github" / "workflows").iterdir()}
    assert sorted(workflows) == ["links.yml", "locate.yml", "proposal.yml", "publish.yml"]
    installs = {name: [x for x in text.splitlines() if "pip install" in x] for name, text in workflows.items()}
    assert all(
        line.endswith("-r .github/offramp.txt")
        for name in ("links.yml", "locate.yml", "publish.yml")
        for line in installs[name]
    )
    assert all(line.endswith("-r program/.github/offramp.txt") for line in installs["proposal.yml"])
    assert (begun / ".github" / "offramp.txt").read_text(encoding="utf-8").splitlines()[-1].startswith("offramp==")


def test_the_same_county_gives_the_same_bytes() -> None:
    assert dict(starter_files(RIDGE, shipped())) == dict(starter_files(RIDGE, shipped()))


def test_words_that_a_newer_generator_needs_are_told_with_the_line_to_paste(begun: Path) -> None:
    """A county that started last year is told what to add; it never meets a page without words."""
    project = read_project(begun)
    words = project.config["strings/en.yaml"].decode().splitlines(keepends=True)
    line = next(line for line in words if line.startswith("act.share:"))
    older = "".join(other for other in words if other != line).replace('"Call {number}"', '"Call"', 1)
    config = {**project.config, "strings/en.yaml": older.encode()}
    with pytest.raises(ProblemError) as caught:
        load(replace(project, config=config), dt.date(2026, 11, 23))
    told = {(problem.code, problem.fix) for problem in caught.value.problems}
    assert ("E740", line.strip()) in told
    assert "E742" in {code for code, _ in told}


def test_words_of_its_own_do_no_harm(begun: Path) -> None:
    project = read_project(begun)
    words = project.config["strings/en.yaml"] + b'ours.only: "Ours"\n'
    load(replace(project, config={**project.config, "strings/en.yaml": words}), dt.date(2026, 11, 23))
