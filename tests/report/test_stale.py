"""`offramp report stale`: one section for each owner, in Markdown for people and JSON for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from generator.cli import cli
from generator.report.markdown import code_block, plain
from generator.report.owners import owners
from generator.report.stale import as_json, as_markdown
from tests.invented import COUNTY, copy_settings
from tests.pages.site import harbor
from tests.phrases.county import compiled, entry

if TYPE_CHECKING:
    from pathlib import Path

ON = "2026-11-23"


@pytest.fixture(name="project")
def _project(tmp_path: Path) -> Path:
    """Give the invented county as a folder."""
    import shutil  # noqa: PLC0415

    copy_settings(tmp_path)
    shutil.copytree(COUNTY / "directory", tmp_path / "directory")
    return tmp_path


def run(project: Path, *arguments: str) -> tuple[int, str]:
    """Run `offramp report stale` and give its exit code and what it says."""
    done = CliRunner().invoke(cli, ["report", "stale", "--project", str(project), *arguments])
    return done.exit_code, done.output


def test_an_owner_has_one_section_however_many_entries() -> None:
    """Two places of one organization are one call."""
    some = compiled(entry("a", organization="Harbor Ministries"), entry("b", organization="Harbor Ministries"))
    found = owners(some, ON)
    assert [(owner.name, len(owner.entries)) for owner in found] == [("Harbor Ministries", 2)]
    assert as_markdown(some, found, ON, 20).count("\n## ") == 1


def test_it_says_what_to_ask_and_what_to_write(project: Path) -> None:
    """Something is due: exit code 1, the worst first, the lines to add with no day in them."""
    code, text = run(project, "--date", ON)
    assert code == 1
    assert text.startswith("# Harbor Help: needs checking on 2026-11-23\n")
    assert text.index("### Harbor Crisis Center") < text.index("### Harbor Pantry")
    assert "  - date: YYYY-MM-DD\n    how: phone\n" in text
    assert "- Phone numbers: last asked 2026-08-20 (phone), after the limit" in text


def test_a_secret_place_is_not_asked_where_it_is(project: Path) -> None:
    """Also in the report for an issue, which everybody reads."""
    section = run(project, "--date", ON)[1].split("### Safe Harbor Line")[1].split("\n## ")[0]
    assert "Do not ask where it is." in section
    assert "Address" not in section


def test_json_has_the_same_entries(project: Path) -> None:
    """Whoever works with it finds ids, kinds and days."""
    code, text = run(project, "--date", ON, "--format", "json")
    told = json.loads(text)
    assert code == 1
    assert told["due"] == sum(len(owner["entries"]) for owner in told["owners"]) == 13
    first = told["owners"][0]["entries"][0]
    assert (first["id"], first["risk"], first["phone"]) == ("harbor-crisis-center", "drop_off", "910-555-0104")


def test_one_owner_alone(project: Path) -> None:
    """For an issue of one agency; where nothing of it is due the exit code is 0."""
    told = json.loads(run(project, "--date", ON, "--format", "json", "--owner", "safe harbor")[1])
    assert [owner["owner"] for owner in told["owners"]] == ["Safe Harbor"]
    assert run(project, "--date", ON, "--owner", "Nobody") == (
        0,
        "# Harbor Help: needs checking on 2026-11-23\n\nNothing is due. 13 places and lines are listed.\n",
    )


def test_a_long_report_is_cut_and_says_so(project: Path) -> None:
    """Ten minutes a week: the rest is counted, with the command that shows it."""
    text = run(project, "--date", ON, "--most", "2")[1]
    assert text.count("\n## ") == 2
    assert "more owners, less urgent: `offramp report stale --most " in text


def test_a_folder_without_a_project_could_not_run(tmp_path: Path) -> None:
    """Exit code 2 is of the command line's own; a broken project is 1, with its problems."""
    copy_settings(tmp_path)
    (tmp_path / "directory").mkdir()
    (tmp_path / "directory" / "bad.yaml").write_text("name: x\n")
    code, text = run(tmp_path)
    assert code == 1
    assert "directory/bad.yaml:" in text


def test_names_are_data() -> None:
    """No name of an entry becomes a link, a mention or a heading, and no text leaves its block of code."""
    wild = entry("a", name="[x](https://evil.example) @all <b>`", organization="# Harbor\n@all")
    found = owners(compiled(wild), ON)
    text = as_markdown(compiled(wild), found, ON, 20)
    assert "](" not in text.replace("\\]\\(", "")
    assert "@" not in text
    assert "<b>" not in text.replace("\\<b\\>", "")
    assert json.loads(as_json(compiled(wild), found, ON))["owners"][0]["owner"] == "# Harbor\n@all"
    assert plain("a_b") == "a\\_b"
    assert next(code_block("````")) == "`````yaml"


def test_the_same_day_gives_the_same_text() -> None:
    """Nothing of it depends on anything but data and day."""
    texts = {as_markdown(harbor(), owners(harbor(), ON), ON, 20) for _ in range(3)}
    assert len(texts) == 1
