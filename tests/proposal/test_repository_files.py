"""Forms, hooks and editor settings: they are what the program makes, and what they name exists."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from generator.cli import cli
from generator.edit.issue_forms import issue_forms
from generator.edit.questions import QUESTIONS
from generator.entry.schema import editor_schema, fields
from tests.invented import ROOT
from tests.site.conftest import run

BIN = Path(sys.executable).parent
FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))


def test_every_form_is_made_and_nothing_else_lies_there() -> None:
    """A form that nobody makes any more would grow old."""
    assert {path.relative_to(ROOT).as_posix() for path in FORMS} == set(issue_forms())


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_forms_have_the_form_that_github_reads(path: Path) -> None:
    """The published schemas of forms accept them."""
    kind = "config" if path.name == "config.yml" else "forms"
    command = [BIN / "check-jsonschema", "--builtin-schema", f"vendor.github-issue-{kind}", path]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_forms_ask_first_for_nothing_about_people() -> None:
    """The first thing of every form is the sentence on persons and secret places, and each part has its own id."""
    for path in FORMS:
        form = yaml.safe_load(path.read_text(encoding="utf-8"))
        if "body" not in form:
            continue
        assert "nothing about any person" in form["body"][0]["attributes"]["value"]
        ids = [part["id"] for part in form["body"] if "id" in part]
        assert len(ids) == len(set(ids))


def test_the_questions_are_fields_of_the_schema() -> None:
    """Every question writes to a field that exists, and has an example that the schema gives."""
    known = {field.name for field in fields()}
    for one in QUESTIONS:
        whole = str(one.path[0])
        assert whole in known
        assert one.example


def test_hooks_run_commands_that_exist() -> None:
    """What the hooks run is a command with its options, and starts for files of the directory only."""
    shared = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    local = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0]["hooks"]
    assert [hook["id"] for hook in shared] == ["offramp-check", "offramp-fix"]
    for hook in (*shared, *local):
        program, command, *options = hook["entry"].split()
        known = {option for parameter in cli.commands[command].params for option in parameter.opts}
        assert program == "offramp"
        assert set(options) <= known
        assert re.search(hook["files"], "directory/food/harbor-pantry.yaml")
        assert not re.search(hook["files"], "docs/directory/x.md")


def test_the_hook_passes_on_this_directory(root: Path) -> None:
    """The local hook's own command passes over the real directory."""
    hook = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0]["hooks"][0]
    assert run(root, *hook["entry"].split()).returncode == 0


def test_an_editor_gets_the_current_schema() -> None:
    """The editor's settings lead to the editor's copy of the schema for every entry."""
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    ((path, patterns),) = settings["yaml.schemas"].items()
    assert json.loads((ROOT / path).read_text(encoding="utf-8")) == editor_schema()
    assert patterns == ["directory/*/*.yaml"]
    assert all(len(file.relative_to(ROOT).parts) == 3 for file in (ROOT / "directory").glob("*/*.yaml"))
    assert settings["files.eol"] == "\n"


def test_every_entry_tells_an_editor_its_schema() -> None:
    """The first line of every entry leads to the schema."""
    line = "# yaml-language-server: $schema=../../generator/entry/editor.schema.json"
    files = list((ROOT / "directory").glob("*/*.yaml"))
    assert len(files) > 50
    assert [path.name for path in files if path.read_text(encoding="utf-8").split("\n")[0] != line] == []


def test_owners_are_a_pattern_until_somebody_fills_them_in() -> None:
    """Nobody is named who does not exist; every path of the pattern is one of this repository."""
    lines = (ROOT / ".github" / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    assert all(line.startswith("#") for line in lines)
    named = [match[1] for line in lines if (match := re.match(r"# (/\S+) +@", line))]
    assert len(named) >= 4
    assert all((ROOT / path.lstrip("/")).exists() for path in named)
