"""The last look before a site is published: whatever made a listed file go missing, no phone shall find that out."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.site.conftest import copy_project, tree

ROOT = Path(__file__).parents[2]
BUILD = """
import sys
from pathlib import Path
from generator import plugin
whole = plugin.site_files
def lossy(*args, **options):
    return (file for file in whole(*args, **options) if file[0] != sys.argv[1])
plugin.site_files = lossy
try:
    plugin.build_site(Path("mkdocs.yml"), strict=True)
except SystemExit as end:
    sys.exit(end.code)
"""


def build(folder: Path, lost: str) -> subprocess.CompletedProcess[str]:
    """Build the site of a project with one file lost on the way; nothing is lost where that is no file."""
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", BUILD, lost]
    return subprocess.run(command, cwd=folder, env=surroundings, capture_output=True, text=True, check=False)


def test_a_site_that_lost_a_listed_file_is_not_published(tmp_path: Path) -> None:
    """The old site stays as it was, and one line names the file; a file of no copy may go."""
    folder = copy_project(ROOT, tmp_path / "project")
    done = build(folder, "nothing")
    assert done.returncode == 0, done.stderr
    before = tree(folder / "site")
    done = build(folder, "r/nc-211.html")
    assert done.returncode == 1
    assert "r/nc-211.html is not in the site, but phones that keep a copy would ask for it" in done.stderr
    assert "Traceback" not in done.stderr
    assert tree(folder / "site") == before
    assert build(folder, "data/directory.geojson").returncode == 0
