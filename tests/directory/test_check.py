"""The checker has nothing to refuse in the real directory."""

from __future__ import annotations

import re
from datetime import date

from generator.check.run import check
from generator.config.geocodes import read_geocodes
from generator.config.settings import load_settings
from generator.entry.problem import Severity
from generator.project import read_project
from tests.directory.real import ROOT, documents

_DATE = re.compile(r"\bdate: (\d{4})(?:-(\d{2}))?(?:-(\d{2}))?\b")


def test_the_real_directory_has_no_errors() -> None:
    """Every rule passes over entries, settings and committed points on the newest day named; warnings are allowed."""
    project = read_project(ROOT)
    texts = [document.text for document in documents().values()]
    texts += [data.decode() for name, data in project.config.items() if name.endswith(".yaml")]
    dates = (found for text in texts for found in _DATE.findall(text))
    today = max(date(int(year), int(month or 1), int(day or 1)) for year, month, day in dates)
    checked = check(project.entries, load_settings(project.config), read_geocodes(project.geocodes), today)
    assert [problem for problem in checked.problems if problem.severity is Severity.ERROR] == []
    assert {entry.id for entry in checked.entries} == set(documents())
