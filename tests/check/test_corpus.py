"""Every broken file gets exactly its golden message, and every code has a broken file."""

from __future__ import annotations

import os
import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

from generator.check.run import check, check_file
from generator.config.geocodes import read_geocodes
from generator.config.settings import load_settings
from generator.entry.codes import CODES
from generator.entry.problem import Severity
from generator.project import read_project
from tests.check.conftest import county_settings
from tests.check.corpus import BROKEN, TODAY, Case, cases
from tests.invented import copy_settings
from tests.invented import county as invented_county

CASES = cases()
TOLD = re.compile(r"^\S.*:\d+:\d+: ([EW]\d{3}) ", re.MULTILINE)

NAMED = {
    "size cap before parsing": {"E101"},
    "encoding and odd characters": {"E102", "E103"},
    "no anchors": {"E108"},
    "no tags": {"E114"},
    "no duplicate or merge keys": {"E111", "E113"},
    "no symlinks": {"E121"},
    "did-you-mean for keys": {"E201"},
    "did-you-mean for services": {"E303"},
    "did-you-mean for weekdays, hours that parse": {"E304"},
    "unique ids and paths after case-folding": {"E401"},
    "phones": {"E306", "E307", "E308", "E309", "E310"},
    "https URLs": {"E312", "E313", "E314", "W603"},
    "ZIP against state": {"E317"},
    "ZIP against city": {"E318"},
    "point inside the area": {"E320", "E406"},
    "point near its ZIP": {"E321", "E407"},
    "near-duplicates": {"W605", "W606"},
    "references that exist": {"E402"},
    "anything address-like in a confidential entry": {"E501", "E502"},
    "personal-data patterns": {"E506", "E507", "E508", "E509"},
    "future dates": {"E323"},
    "age": {"W601"},
    "centroids": {"W607"},
    "reading level": {"W609"},
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_golden(case: Case) -> None:
    """A broken file is told exactly as its golden says."""
    assert case.text() == case.golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_one_mistake_one_problem(case: Case) -> None:
    """One mistake gives one problem, of the code in the folder's name, unless the folder says why not."""
    told = TOLD.findall(case.golden.read_text(encoding="utf-8"))
    assert case.code in told
    assert len(told) == 1 or case.why


def test_a_build_finds_every_error() -> None:
    """Without advice, as a build checks, the errors of every broken file are the same, and few warnings are left."""
    for case in CASES:
        errors = [p for p in case.problems() if p.severity is Severity.ERROR]
        assert [p for p in case.problems(advice=False) if p.severity is Severity.ERROR] == errors, case.name


def test_every_code_has_a_broken_file() -> None:
    """No code of the table is without a file that shows it, and no file shows a code that is not in the table."""
    told = {code for case in CASES for code in TOLD.findall(case.golden.read_text(encoding="utf-8"))}
    assert told == set(CODES)


@pytest.mark.parametrize("check_name", sorted(NAMED))
def test_every_named_check_has_two_files(check_name: str) -> None:
    """Each check that the directory promises is shown by two broken files or more."""
    assert sum(case.code in NAMED[check_name] for case in CASES) >= 2


def test_the_corpus_is_large() -> None:
    """There are at least 150 broken files and 60 codes, so that a rule cannot quietly fall away."""
    assert len(CASES) >= 150
    assert len(Counter(case.code for case in CASES)) >= 60


@pytest.mark.parametrize("case", [case for case in CASES if case.code[0] == "W"], ids=lambda case: case.name)
def test_warnings_are_never_errors(case: Case) -> None:
    """What is only a warning stops nothing."""
    assert {problem.severity for problem in case.problems()} == {Severity.WARNING}


def test_the_county_is_right() -> None:
    """The invented county, on which all cases are laid, has no problem of its own."""
    county = invented_county()
    checked = check(county.entries, load_settings(county.config), read_geocodes(county.geocodes), TODAY)
    assert checked.problems == ()
    assert len(checked.entries) == checked.files == len(county.entries)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_line_to_paste_is_right(case: Case, tmp_path: Path) -> None:
    """Pasting the line that is offered in place of the broken one leaves no problem at all."""
    problem = next(problem for problem in case.problems() if problem.code == case.code)
    if problem.fix:
        mended = Case(Path(shutil.copytree(case.folder, tmp_path / case.name, symlinks=True)))
        file = mended.folder / problem.file
        lines = file.read_bytes().decode("utf-8").split("\n")
        lines[problem.line - 1 : problem.line - 1 + problem.lines] = problem.fix.split("\n")
        file.write_bytes("\n".join(lines).encode("utf-8"))
        assert mended.problems() == ()


def test_every_computer_can_check_the_corpus_out() -> None:
    """The corpus holds plain files with names that Windows can store, and no two that differ in capitals only."""
    paths = [path for path in BROKEN.rglob("*") if path.is_symlink() or not path.is_dir()]
    names = {part.partition(".")[0].lower() for path in paths for part in path.relative_to(BROKEN).parts}
    assert [path for path in paths if path.is_symlink() or path.stat().st_mode & 0o111] == []
    assert not names & {"aux", "con", "nul", "prn", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
    assert len({str(path).lower() for path in paths}) == len(paths)


@pytest.mark.skipif(os.name != "posix", reason="links and executable bits are of POSIX")
def test_the_disk_gives_what_the_recipes_say(tmp_path: Path) -> None:
    """A link, a link to a folder and a program on a disk are told as the corpus tells them."""
    copy_settings(tmp_path)
    food = tmp_path / "directory" / "food"
    food.mkdir(parents=True)
    (food / "cedar-pantry.yaml").symlink_to("harbor-pantry.yaml")
    (food / "linkdir").symlink_to("..")
    (food / "harbor-pantry.yaml").write_bytes(b"name: Harbor\n")
    (food / "harbor-pantry.yaml").chmod(0o755)
    results = [check_file(file, county_settings()) for file in read_project(tmp_path).entries]
    told = [(result.file, problem.code) for result in results for problem in result.problems if problem.code < "E2"]
    assert told == [
        ("directory/food/cedar-pantry.yaml", "E121"),
        ("directory/food/harbor-pantry.yaml", "E122"),
        ("directory/food/linkdir", "E121"),
    ]


def test_most_mistakes_have_a_line_to_paste() -> None:
    """All tell file, line, what was seen and what is wanted; 150 and more can be mended by pasting the line.

    What touches safety and the rest need a person.
    """
    told = [case.problems() for case in CASES]
    assert all(p.file and p.line and p.column and p.seen and p.wanted for problems in told for p in problems)
    assert sum(any(problem.fix for problem in problems) for problems in told) >= 200
