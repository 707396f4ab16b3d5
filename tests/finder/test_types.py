"""The types that every script tells hold together."""

from __future__ import annotations

import shutil
import subprocess

from tests.finder.hours_pairs import HERE, missing


def test_the_types_of_all_scripts_hold() -> None:
    """The type checker, at its strictest, has nothing to say of any module that a page loads."""
    node, checker = shutil.which("node"), HERE / "node_modules" / "typescript" / "bin" / "tsc"
    if not node or not checker.exists():
        missing("no type checker on this machine: run npm install in tests/finder")
    done = subprocess.run(
        [str(node), str(checker), "--project", str(HERE / "tsconfig.json")], capture_output=True, text=True, check=False
    )
    assert done.stdout == ""
    assert done.returncode == 0
