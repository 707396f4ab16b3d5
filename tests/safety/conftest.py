"""The real site, built once, as hosts get it."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.site.conftest import copy_project, run

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(name="project")
def _project(root: Path, tmp_path: Path) -> Path:
    """Give a copy of the real project."""
    return copy_project(root, tmp_path / "project")


@pytest.fixture(name="built", scope="session")
def _built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of the real site, built by `offramp build`."""
    folder = copy_project(root, tmp_path_factory.mktemp("safety") / "project")
    done = run(folder, "offramp", "build")
    assert done.returncode == 0, done.stderr
    return folder / "site"


@pytest.fixture(name="public")
def _public() -> Iterator[Path]:
    """Give a folder that a server may read under whatever name it runs."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)
