"""What the handbook page on entries tells volunteers to type is what the schema takes."""

from __future__ import annotations

import re

import pytest

from generator.config.settings import load_settings
from generator.entry.build import build
from generator.entry.schema import entry_validator
from generator.entry.strict_yaml import read
from generator.project import read_project
from tests.directory.real import ROOT

PAGE = (ROOT / "docs/handbook/entry.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```yaml\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
WHOLE = EXAMPLES[0]


@pytest.mark.parametrize("example", EXAMPLES)
def test_examples_of_the_page_are_right(example: str) -> None:
    """The whole entry is valid, and stays valid with each of the other examples in it."""
    data = {**read("whole", WHOLE.encode()).data, **read("part", example.encode()).data}
    assert [error.message for error in entry_validator().iter_errors(data)] == []
    assert build("harbor-pantry", "directory/food/harbor-pantry.yaml", data).name == "Harbor Pantry"


def test_the_pantry_needs_about_20_lines() -> None:
    """The first example is a complete pantry in at most 22 lines."""
    assert WHOLE.count("\n") <= 22


def test_the_folders_of_the_page_are_needs() -> None:
    """The page names folders that stand for a group of the taxonomy."""
    named = re.findall(r"`([a-z-]+)`", PAGE.split("Find the folder.")[1].split("Needs and services")[0])
    assert len(named) > 2
    assert set(named) <= {group.slug for group in load_settings(read_project(ROOT).config).taxonomy.groups}
