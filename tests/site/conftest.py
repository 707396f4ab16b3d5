"""The real project, copied, and the commands that build it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

BIN = Path(sys.executable).parent
PARTS = ("directory", "site_config", "docs")

Run = Callable[..., subprocess.CompletedProcess[str]]


def copy_project(root: Path, to: Path) -> Path:
    """Copy what a project is made of; give the new folder."""
    for part in PARTS:
        shutil.copytree(root / part, to / part)
    shutil.copy(root / "mkdocs.yml", to)
    return to


def run(folder: Path, *command: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run one of the installed commands in a folder."""
    environment = {**os.environ, **variables}
    return subprocess.run(
        [BIN / command[0], *command[1:]], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def tree(folder: Path) -> dict[str, bytes]:
    """Give every file below a folder by its path."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture(name="project")
def _project(root: Path, tmp_path: Path) -> Path:
    return copy_project(root, tmp_path / "project")


@pytest.fixture(name="site", scope="session")
def _site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built once by `offramp build`."""
    folder = copy_project(root, tmp_path_factory.mktemp("real") / "project")
    done = run(folder, "offramp", "build")
    assert done.returncode == 0, done.stderr
    return folder / "site"
