"""Prints entries a second for each stage, and peak memory: python -m tests.bench.stages [100 1000 5000]."""

from __future__ import annotations

import itertools
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from generator.check.run import check
from generator.clock import today
from generator.entry.strict_yaml import read
from generator.pipeline import compiled, load, site_files
from generator.project import read_project
from tests.bench.synthetic import project

ROOT = Path(__file__).parents[2]


def measure(count: int) -> None:
    """Print one line for one size."""
    with tempfile.TemporaryDirectory() as name:
        folder = project(Path(name, "p"), count, ROOT / "docs")
        marks = [time.perf_counter()]
        source = read_project(folder)
        for file in source.entries:
            read(file.path, file.data)
        marks.append(time.perf_counter())
        loaded = load(source, today())
        check(source.entries, loaded.settings, loaded.geocodes, today())
        marks.append(time.perf_counter())
        directory = compiled(loaded)
        marks.append(time.perf_counter())
        files = list(site_files(directory, source))
        marks.append(time.perf_counter())
        out = Path(name, "out")
        for path, data in files:
            target = out / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        marks.append(time.perf_counter())
    # The check stage ran twice (once in load), so its time is halved.
    spans = [b - a for a, b in itertools.pairwise(marks)]
    spans[1] /= 2
    names = ("read", "checked", "compiled", "rendered", "written")
    rates = "  ".join(f"{n} {count / s:9,.0f}/s" for n, s in zip(names, spans, strict=True))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{count:6} entries  {rates}  peak {peak:5.0f} MB", flush=True)


def main() -> None:
    """Measure each size in a process of its own, so that peaks do not add up."""
    if len(sys.argv) == 3 and sys.argv[1] == "--one":
        measure(int(sys.argv[2]))
        return
    for count in sys.argv[1:] or ["100", "1000", "5000"]:
        subprocess.run([sys.executable, "-m", "tests.bench.stages", "--one", count], check=True, cwd=ROOT)


if __name__ == "__main__":
    main()
