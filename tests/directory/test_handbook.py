"""What the handbook page on entries tells volunteers to type is what the schema takes."""

from __future__ import annotations

import re

import pytest

from generator.entry.build import build
from generator.entry.schema import entry_validator
from generator.entry.strict_yaml import read
from tests.directory.real import DIRECTORY, ROOT

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


def test_named_folders_and_the_next_safety_number_are_real() -> None:
    """The page names folders that exist, and the first neutral name that is still free."""
    for folder in ("food", "sleep", "crisis"):
        assert (DIRECTORY / folder).is_dir()
    last = max(int(path.stem.removeprefix("safety-")) for path in DIRECTORY.glob("*/safety-*.yaml"))
    assert f"`safety-{last + 1}`" in PAGE
