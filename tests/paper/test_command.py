"""`offramp print`: files that are whole, and one plain sentence where it cannot."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import pypdf
import pytest
from click.testing import CliRunner

from generator.cli import cli
from tests.invented import COUNTY, copy_settings

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(name="project")
def _project(tmp_path: Path) -> Path:
    copy_settings(tmp_path)
    shutil.copytree(COUNTY / "directory", tmp_path / "directory")
    return tmp_path


def run(project: Path, *arguments: str) -> tuple[int, str]:
    result = CliRunner(env={"SOURCE_DATE_EPOCH": "1790000000"}).invoke(
        cli, ["print", "--project", str(project), "--out", str(project / "print"), *arguments]
    )
    return result.exit_code, result.output + str(result.exception or "")


def test_all_five_forms_are_written(project: Path) -> None:
    code, _ = run(project)
    assert code == 0
    names = ["booklet.pdf", "card.pdf", "poster.pdf", "roll-call.pdf", "slip.pdf"]
    assert sorted(file.name for file in (project / "print").iterdir()) == names


def test_a_slip_of_ones_own_choice_names_those_places(project: Path) -> None:
    assert run(project, "slip", "harbor-pantry", "harbor-clinic")[0] == 0
    text = pypdf.PdfReader(project / "print" / "slip.pdf").pages[0].extract_text()
    assert text.index("910-555-0110") < text.index("910-555-0140")
    assert "Discard after" in text


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("slip", "no-such-place"), "no-such-place: no published entry has this id"),
        (("booklet", "--discreet"), "choose card, slip or poster"),
        (("card", "--language", "tlh"), "there is no file site_config/strings/tlh.yaml"),
    ],
)
def test_what_cannot_be_printed_is_told_and_nothing_is_written(
    project: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    code, said = run(project, *arguments)
    assert code != 0
    assert sentence in said
    assert not (project / "print").exists()


def test_without_typst_the_pages_are_named_instead(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    code, said = run(project, "card")
    assert code != 0
    assert "pip install 'offramp[print]'" in said
