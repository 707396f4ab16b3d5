"""Damaged entries, 100,000 of them in a CI run: no traceback, no file over a second, no run over 256 MB."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.invented import ROOT

COUNT = 100_000 if os.environ.get("CI") == "true" else 3_000
"""On a person's machine a few are enough; the whole takes about a minute."""

RUN = """
import sys, types
package = types.ModuleType("tests")
package.__path__ = ["tests"]
sys.modules["tests"] = package  # the folder, whatever else is installed under this name
from tests.bench import fuzz
sys.exit(fuzz.main({count}, {seed}))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="peak memory is read in the way of POSIX")
def test_damaged_entries() -> None:
    """A process of its own, so that its memory is that of the check alone."""
    code = RUN.format(count=COUNT, seed=20261123)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    print(done.stdout)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    assert f"{COUNT:,} damaged entries" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
