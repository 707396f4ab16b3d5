"""Ways to check one text of the invented county."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from generator.check.run import FileResult, check_file
from generator.config.settings import Settings, load_settings
from generator.entry.source import SourceFile
from tests.invented import county

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.entry.problem import Problem

PANTRY = """\
name: Cedar Pantry
organization: Cedar Neighbors
summary: Groceries to take home on Saturdays.
services: [pantry]
status: active
phones:
  - number: 910-555-0180
sources:
  - publisher: Cedar Neighbors
    url: https://cedar-pantry.example/visit
    date: 2026-08-02
"""


@cache
def county_settings() -> Settings:
    """Give the county's settings without its register of changes, which names entries that a small test has not."""
    config = dict(county().config)
    del config["changes.yaml"]
    return load_settings(config)


@pytest.fixture
def settings() -> Settings:
    """The settings of the invented county."""
    return county_settings()


@pytest.fixture
def pantry() -> str:
    """The text of a small right entry."""
    return PANTRY


@pytest.fixture
def checked() -> Callable[..., FileResult]:
    """Check one text as a file of the invented county."""

    def run(text: str, path: str = "directory/food/cedar-pantry.yaml") -> FileResult:
        return check_file(SourceFile(path, text.encode()), county_settings())

    return run


@pytest.fixture
def told(checked: Callable[..., FileResult]) -> Callable[..., list[Problem]]:
    """Give the problems of one text."""

    def run(text: str, path: str = "directory/food/cedar-pantry.yaml") -> list[Problem]:
        return list(checked(text, path).problems)

    return run


@pytest.fixture
def codes(told: Callable[..., list[Problem]]) -> Callable[..., list[str]]:
    """Give the codes of the problems of a right entry with more lines."""

    def run(more: str, base: str = PANTRY, path: str = "directory/food/cedar-pantry.yaml") -> list[str]:
        return [problem.code for problem in told(base + more, path)]

    return run
