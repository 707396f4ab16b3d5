"""`offramp new`: questions with examples of the schema, a draft that passes the check, and nothing overwritten."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from generator.cli import cli
from generator.edit.questions import QUESTIONS
from tests.invented import COUNTY, copy_county
from tests.site.conftest import run, tree

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

CEDAR = "directory/food/cedar-pantry.yaml"
OPTIONS = {
    "service": "pantry",
    "name": "Cedar Pantry",
    "organization": "Cedar Neighbors",
    "summary": "Groceries to take home on Saturdays.",
    "phone": "910-555-0180",
    "publisher": "Cedar Neighbors",
    "url": "https://cedar-pantry.example/visit",
    "date": "2026-08-02",
}


@pytest.fixture(name="project")
def _project(tmp_path: Path) -> Path:
    """The invented county."""
    copy_county(tmp_path)
    return tmp_path


def given(**options: str) -> list[str]:
    """Give options of the command line."""
    return [part for name, value in options.items() for part in (f"--{name}", value)]


def asked(project: Path, *answers: str, options: tuple[str, ...] = ()) -> Result:
    """Answer the questions one after the other; what is left is skipped."""
    lines = "\n".join([*answers, *[""] * 40]) + "\n"
    return CliRunner().invoke(cli, ["new", "--project", str(project), "--ask", *options], input=lines)


def test_options_write_a_draft_that_passes(project: Path) -> None:
    """With options alone: the file is in its group's folder, it is a draft, and the check has nothing to say."""
    done = run(project, "offramp", "new", *given(**OPTIONS))
    assert done.returncode == 0, done.stdout + done.stderr
    text = (project / CEDAR).read_text(encoding="utf-8")
    assert "status: draft\n" in text
    assert "  - number: 910-555-0180\n" in text
    assert "No problems in 1 file." in done.stdout
    assert run(project, "offramp", "check", CEDAR).returncode == 0


def test_what_nobody_said_is_not_there(project: Path) -> None:
    """No key without an answer, and no value that nobody gave."""
    run(project, "offramp", "new", *given(**OPTIONS))
    text = (project / CEDAR).read_text(encoding="utf-8")
    assert not any(f"{key}:" in text for key in ("website", "hours", "address", "verified", "cost", "languages"))


def test_options_that_are_wrong_write_nothing(project: Path) -> None:
    """A script gets the problems and the exit code, and no file."""
    before = tree(project)
    done = run(project, "offramp", "new", *given(**{**OPTIONS, "phone": "555-0180"}))
    assert done.returncode == 1
    assert "E210" in done.stdout
    assert "(not written)" in done.stdout
    assert tree(project) == before


@pytest.mark.parametrize("name", ["Harbor Pantry", "harbor pantry!"])
def test_nothing_is_overwritten(project: Path, name: str) -> None:
    """A name that leads to a file that is there is refused, with the file's name."""
    before = tree(project)
    done = run(project, "offramp", "new", *given(**{**OPTIONS, "name": name}))
    assert done.returncode == 2
    assert "harbor-pantry.yaml is there already" in done.stderr
    assert tree(project) == before


@pytest.mark.parametrize("entry_id", ["../../outside", "/tmp/outside", "..", "Cedar Pantry\n::error::x"])
def test_a_name_cannot_lead_outside(project: Path, entry_id: str) -> None:
    """Whatever is given as id, the file lies in the group's folder."""
    run(project, "offramp", "new", *given(**OPTIONS), "--id", entry_id)
    new = set(tree(project)) - {p.relative_to(COUNTY).as_posix() for p in COUNTY.rglob("*.yaml")}
    assert all(path.startswith(("directory/food/", "site_config/")) for path in new)
    assert len([path for path in new if path.startswith("directory/")]) == 1


def test_questions_come_with_help_and_an_example(project: Path) -> None:
    """Each question that is asked says what the schema says, and shows its example."""
    done = asked(project, "pantry")
    asked_for = [one for one in QUESTIONS if one.name not in {"state", "zip"}]
    for one in asked_for:
        assert f"{one.ask} {one.help}".rstrip() in done.output
        assert one.example in done.output
    assert "Food pantry" in done.output


def test_a_service_may_be_named_as_people_do(project: Path) -> None:
    """A label, any case, or a misspelling that is offered and confirmed."""
    by_label = asked(project, "FOOD PANTRY", "Cedar Pantry")
    assert "services: [pantry]" in by_label.output
    guessed = asked(project, "panty", "y", "Maple Pantry")
    assert "Is this what you mean:  pantry" in guessed.output
    assert (project / "directory/food/maple-pantry.yaml").exists()


def test_an_answer_is_mended_while_it_is_given(project: Path) -> None:
    """A number in another form is offered in the right one; one that cannot be right is asked for again."""
    done = asked(
        project, "pantry", "Cedar Pantry", "Cedar Neighbors", "Groceries on Saturdays.",
        "555-0180", "(910) 555-0180", "y", "", "", "", "Mon-Fri 9am-5pm", "y", "", "Cedar Neighbors",
        "https://cedar-pantry.example/visit", "August 2, 2026", "y",
    )  # fmt: skip
    assert "area code is missing" in done.output
    text = (project / CEDAR).read_text(encoding="utf-8")
    assert "  - number: 910-555-0180\n" in text
    assert "  open: Mo-Fr 09:00-17:00\n" in text
    assert "    date: 2026-08-02\n" in text
    assert done.exit_code == 0, done.output


def test_skipped_answers_are_told_at_the_end(project: Path) -> None:
    """Who skips what is needed has a file, and the check says what is missing."""
    done = asked(project, "pantry", "Cedar Pantry")
    assert done.exit_code == 1
    assert (project / CEDAR).exists()
    assert "E202 Key missing" in done.output


def test_the_address_of_a_secret_place_is_never_asked(project: Path) -> None:
    """A service that hides its address: no question for it, a neutral name, and the entry says that it is secret."""
    done = asked(project, "sexual-assault", "Harbor Safe Line")
    assert "House number" not in done.output
    assert "Which town" not in done.output
    new = [p for p in (project / "directory").rglob("*.yaml") if b"Harbor Safe Line" in p.read_bytes()]
    assert len(new) == 1
    assert new[0].stem.rpartition("-")[2].isdigit()
    assert b"confidential: yes" in new[0].read_bytes()


def test_the_address_of_a_secret_place_is_refused_as_an_option(project: Path) -> None:
    """An option cannot write it either."""
    before = tree(project)
    done = run(
        project, "offramp", "new", *given(**{**OPTIONS, "service": "sexual-assault", "street": "12 Water Street"})
    )
    assert done.returncode == 2
    assert "12 Water Street" not in done.stdout + done.stderr
    assert tree(project) == before


def test_an_editor_finds_the_schema(project: Path) -> None:
    """The first line leads to the schema where the project has one."""
    (project / ".vscode").mkdir()
    (project / ".vscode" / "entry.schema.json").write_text("{}", encoding="utf-8")
    run(project, "offramp", "new", *given(**OPTIONS))
    first = (project / CEDAR).read_text(encoding="utf-8").split("\n")[0]
    assert first == "# yaml-language-server: $schema=../../.vscode/entry.schema.json"


def test_the_order_of_keys(project: Path) -> None:
    """Keys stand in the order of the questions."""
    run(project, "offramp", "new", *given(**OPTIONS))
    keys = [
        line.partition(":")[0]
        for line in (project / CEDAR).read_text(encoding="utf-8").split("\n")
        if line[:1].isalpha()
    ]
    assert keys == ["services", "name", "organization", "summary", "status", "phones", "sources"]
