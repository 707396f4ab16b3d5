"""What the handbook page on synonyms tells volunteers to write is what the table takes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.config.settings import load_settings
from generator.project import read_project

if TYPE_CHECKING:
    from pathlib import Path


def test_examples_of_the_page_are_right(root: Path) -> None:
    """Each example is a whole table without a problem."""
    page = (root / "docs/handbook/synonyms.md").read_text(encoding="utf-8")
    examples = re.findall(r"^```yaml\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    files = read_project(root).config
    assert len(examples) == 4
    for example in examples:
        assert load_settings({**files, "synonyms.yaml": example.encode()}).synonyms.meanings


def test_the_page_names_files_that_are_there(root: Path) -> None:
    """The commands of the page name scripts of the repository."""
    page = (root / "docs/handbook/synonyms.md").read_text(encoding="utf-8")
    for name in re.findall(r"(?:tests|site_config)/[\w/.-]+\.\w+", page):
        assert (root / name).is_file(), name
