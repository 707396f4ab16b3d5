"""The checker has nothing to refuse in the real directory."""

from __future__ import annotations

from datetime import date

from generator.check.run import check
from generator.config.geocodes import read_geocodes
from generator.config.settings import load_settings
from generator.entry.problem import Severity
from generator.project import read_project
from tests.directory.real import ROOT

TODAY = date(2026, 11, 23)


def test_the_real_directory_has_no_errors() -> None:
    """Every rule passes over all 79 entries and the committed points; warnings are allowed."""
    project = read_project(ROOT)
    checked = check(project.entries, load_settings(project.config), read_geocodes(project.geocodes), TODAY)
    assert [problem for problem in checked.problems if problem.severity is Severity.ERROR] == []
    assert len(checked.entries) == 79
