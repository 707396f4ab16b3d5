"""The real entries, as they lie in the repository."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.project import read_project
from tests.invented import ROOT

if TYPE_CHECKING:
    from generator.entry.source import SourceFile


@pytest.fixture(name="real_entries", scope="session")
def _real_entries() -> tuple[SourceFile, ...]:
    """Give the files of directory/."""
    return read_project(ROOT).entries
