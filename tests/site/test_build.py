"""One path from files to site: the same for every command, the same bytes everywhere, and all or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.site.conftest import copy_project, run, tree

if TYPE_CHECKING:
    from pathlib import Path

EPOCH = "1795392000"
BROKEN = "directory/food/alms-house.yaml"


def spoil(project: Path) -> None:
    """Misspell a key of one entry."""
    path = project / BROKEN
    path.write_text(path.read_text(encoding="utf-8").replace("phones:", "phone:"), encoding="utf-8")


def test_both_commands_give_the_same_site(project: Path, site: Path) -> None:
    """`mkdocs build --strict` and `offramp build` are one path."""
    done = run(project, "mkdocs", "build", "--strict")
    assert done.returncode == 0, done.stderr
    assert tree(project / "site") == tree(site)


def test_same_input_same_bytes(root: Path, tmp_path: Path) -> None:
    """Folder, time zone, locale, hash seed and umask leave no trace."""
    worlds = [
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
        {"TZ": "Pacific/Pago_Pago", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2", "LANG": "de_DE.UTF-8"},
    ]
    built = []
    for number, world in enumerate(worlds):
        folder = copy_project(root, tmp_path / ("deep/" * number) / f"copy {number}")
        done = run(folder, "offramp", "build", SOURCE_DATE_EPOCH=EPOCH, **world)
        assert done.returncode == 0, done.stderr
        built.append(tree(folder / "site"))
    assert built[0].keys() == built[1].keys()
    assert [path for path in built[0] if built[0][path] != built[1][path]] == []


def test_a_broken_entry_leaves_the_old_site(project: Path) -> None:
    """A build with a problem tells file, line and fix, ends with 1, and touches nothing."""
    assert run(project, "offramp", "build").returncode == 0
    before = tree(project / "site")
    spoil(project)
    for command in (("offramp", "build"), ("mkdocs", "build", "--strict")):
        done = run(project, *command)
        assert done.returncode == 1
        assert f"{BROKEN}:7:1: E201" in done.stderr
        assert "write:  phones:" in done.stderr
        assert "Traceback" not in done.stderr
        assert tree(project / "site") == before
    assert sorted(p.name for p in project.iterdir()) == ["directory", "docs", "mkdocs.yml", "site", "site_config"]


def test_a_dirty_build_is_refused(project: Path) -> None:
    """A build of some pages would publish some pages."""
    done = run(project, "mkdocs", "build", "--dirty")
    assert done.returncode != 0
    assert "--dirty" in done.stderr
    assert not (project / "site").exists()


def test_a_warning_of_mkdocs_stops_a_strict_build(project: Path) -> None:
    """A dead link in the handbook is found before anything is published."""
    page = project / "docs/handbook/index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[gone](gone.md)\n", encoding="utf-8")
    done = run(project, "offramp", "build")
    assert done.returncode == 1
    assert "gone.md" in done.stderr
    assert not (project / "site").exists()


@pytest.mark.parametrize("missing", ["directory", "site_config", "mkdocs.yml"])
def test_a_folder_that_is_no_project_is_told_plainly(project: Path, missing: str) -> None:
    """Without the parts of a project the command says which, and ends with 2 or 1, never with a traceback."""
    (project / missing).rename(project / "elsewhere")
    done = run(project, "offramp", "build")
    assert done.returncode in {1, 2}
    assert missing in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "path", ["docs/about.md", "docs/handbook/hours.md", "site_config/site.yaml", "directory/geocodes.yaml"]
)
def test_nothing_from_outside_the_project_is_published(project: Path, path: str) -> None:
    """A link is refused by name, and what it points at is not shown."""
    outside = project.parent / "secret.txt"
    outside.write_text("something: of this machine", encoding="utf-8")
    (project / path).unlink()
    (project / path).symlink_to(outside)
    done = run(project, "offramp", "build")
    assert done.returncode == 1
    assert f"{path} is a link" in done.stderr
    assert "of this machine" not in done.stderr + done.stdout


@pytest.mark.parametrize("epoch", ["yesterday", "99999999999999999999", "-1e9"])
def test_a_build_date_that_is_none_is_told(project: Path, epoch: str) -> None:
    """SOURCE_DATE_EPOCH is never ignored and never a traceback."""
    done = run(project, "offramp", "build", SOURCE_DATE_EPOCH=epoch)
    assert done.returncode in {1, 2}
    assert "SOURCE_DATE_EPOCH" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_build_may_be_dated_back(project: Path) -> None:
    """Packagers date builds to 1980; that does not make the data come from the future."""
    done = run(project, "offramp", "build", SOURCE_DATE_EPOCH="315532800")
    assert done.returncode == 0, done.stderr
