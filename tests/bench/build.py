"""Prints build times beside plain mkdocs with Material, cold, median of some runs, with peak memory.

python -m tests.bench.build --counts 1000 5000 --runs 3 [--no-default-nav-over 1000]
"""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import psutil

from tests.bench.synthetic import markdown, project

ROOT = Path(__file__).parents[2]
MKDOCS = Path(sys.executable).with_name("mkdocs")
PLAIN = """site_name: Plain
theme: {{name: material, font: false}}
use_directory_urls: false
plugins: [search]
{nav}
"""
NOT_IN_NAV = "nav: [index.md]\nnot_in_nav: |\n  place-*.md\n"


def timed(folder: Path) -> tuple[float, float]:
    """Build once from nothing; give seconds and peak resident megabytes."""
    shutil.rmtree(folder / "site", ignore_errors=True)
    before = os.times()
    with subprocess.Popen([MKDOCS, "build", "-q"], cwd=folder, stderr=subprocess.DEVNULL) as process:
        peak = 0
        watched = psutil.Process(process.pid)
        while process.poll() is None:
            with contextlib.suppress(psutil.NoSuchProcess):
                peak = max(peak, watched.memory_info().rss)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(0.02)
    if process.wait():
        raise SystemExit(f"mkdocs failed in {folder}")
    return os.times().elapsed - before.elapsed, peak / 1e6


def row(label: str, folder: Path, runs: int) -> None:
    """Print the median of some runs."""
    taken = [timed(folder) for _ in range(runs)]
    pages = sum(1 for _ in (folder / "site").rglob("*.html"))
    size = sum(f.stat().st_size for f in (folder / "site").rglob("*") if f.is_file()) / 1e6
    seconds = statistics.median(t for t, _ in taken)
    print(
        f"{label:38} {seconds:8.2f} s {max(m for _, m in taken):7.0f} MB {pages:6} pages {size:8.1f} MB out",
        flush=True,
    )


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--counts", type=int, nargs="+", default=[1000])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--no-default-nav-over", type=int, default=1000)
    parser.add_argument("--only-ours", action="store_true")
    options = parser.parse_args()
    scratch = "/dev/shm" if Path("/dev/shm").is_dir() else None
    for count in options.counts:
        with tempfile.TemporaryDirectory(dir=scratch) as name:
            ours = project(Path(name, "ours"), count, ROOT / "docs")
            shutil.copy(ROOT / "mkdocs.yml", ours)
            row(f"offramp, {count} entries", ours, options.runs)
            if options.only_ours:
                continue
            plain = markdown(Path(name, "plain"), count)
            (plain / "mkdocs.yml").write_text(PLAIN.format(nav=NOT_IN_NAV))
            row(f"Material, {count} pages, not in nav", plain, options.runs)
            if count <= options.no_default_nav_over:
                (plain / "mkdocs.yml").write_text(PLAIN.format(nav=""))
                row(f"Material, {count} pages, default nav", plain, options.runs)


if __name__ == "__main__":
    main()
