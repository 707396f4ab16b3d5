"""What three programs have published, as whole files: they pass the check, and every page says what they are."""

from __future__ import annotations

import re
from datetime import date

import pytest

from generator import pipeline
from tests.lead.counties import EXAMPLES, page, project

FILES = sorted(EXAMPLES.glob("*.yaml"))
TODAY = date(2026, 11, 23)


def test_there_are_three() -> None:
    """Seattle, Santa Fe and Albany."""
    assert [file.stem for file in FILES] == ["albany", "santa-fe", "seattle"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_an_example_is_headed_has_sources_and_passes_the_check(file: object) -> None:
    """The first line says what it is; each source is an address; the check finds nothing."""
    text = file.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    assert text.startswith("# Historical example, not for use")
    assert re.search(r"^#   https://\S+$", text, re.MULTILINE)
    problems = pipeline.load(project(text), TODAY).checked.problems
    assert [str(problem) for problem in problems if problem.file.endswith("lead.yaml")] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
@pytest.mark.parametrize("path", ["officers.html", "refer.html", "roles.html"])
def test_its_pages_say_that_it_is_not_for_use(file: object, path: str) -> None:
    """Nobody can take the rules of another place for those of this one."""
    found = page(path, file.read_text(encoding="utf-8"))  # type: ignore[attr-defined]
    assert found.one("p", class_="alert").text == "Historical example, not for use."


def test_what_differs_between_them_differs_on_the_page() -> None:
    """Santa Fe lets nobody but officers refer; Albany publishes hours and no number; Seattle publishes no doors."""
    texts = {file.stem: file.read_text(encoding="utf-8") for file in FILES}
    santa_fe = page("refer.html", texts["santa-fe"]).main
    assert "Only an officer can refer." in santa_fe
    assert santa_fe.count("Not open here") == 1
    assert "Hours: 24 hours, every day." in page("officers.html", texts["albany"]).main
    assert page("refer.html", texts["seattle"]).main.count("Not published") == 3
