"""Seconds that publishing takes: `python tests/bench/publishing.py [FOLDER ...]`, a temporary folder by default.

For 1,000, 1,100 and 5,000 files of 6 KB: a first site, a new one with every file changed, one with a file in a
hundred changed, and one that another program wrote into the staging folder, as mkdocs does. Median of 3; the file
system is synced before each, so that nobody pays for the one before.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from generator.publish import begin, finish, write

Pages = list[tuple[str, bytes]]


def pages(count: int, seed: int, changed: float = 1.0) -> Pages:
    """That many pages; those that do not change are the same for every seed."""
    same, other = random.Random(0), random.Random(seed)
    return [(f"r/{n % 37}/{n}.html", (other if n < changed * count else same).randbytes(6000)) for n in range(count)]


def publish(site: Path, files: Pages, *, by_others: bool, durable: bool) -> tuple[float, float, float]:
    """Publish once; seconds of begin, of writing, of finish."""
    os.sync()
    times = [time.perf_counter()]
    with begin(site) as stage:
        times.append(time.perf_counter())
        if by_others:
            for path, data in files:
                (stage.folder / path).parent.mkdir(parents=True, exist_ok=True)
                (stage.folder / path).write_bytes(data)
        else:
            write(stage, files)
        times.append(time.perf_counter())
        finish(stage, {"data": "0"}, durable=durable)
        times.append(time.perf_counter())
    return times[1] - times[0], times[2] - times[1], times[3] - times[2]


def measure(folder: Path, count: int, name: str) -> None:
    """Print one line: the median of three of each kind."""
    rows = []
    with tempfile.TemporaryDirectory(dir=folder) as top:
        for number in range(3):
            site = Path(top) / (f"site-{number}" if name == "first" else "site")
            if name != "first" and number == 0:
                publish(site, pages(count, 99, 0.01), by_others=False, durable=True)
            changed = 0.01 if name == "1 % changed" else 1.0
            files = pages(count, number, changed)
            rows.append(publish(site, files, by_others=name == "by others", durable=name != "not durable"))
    begun, written, finished = (statistics.median(column) for column in zip(*rows, strict=True))
    print(f"{folder!s:12} {count:6,} files, {name:12} begin {begun:.3f}  write {written:.3f}  finish {finished:.3f} s")


def main() -> None:
    """Measure in every folder named."""
    for folder in sys.argv[1:] or [tempfile.gettempdir()]:
        for count in (1000, 1100, 5000):
            for name in ("first", "all changed", "not durable", "1 % changed", "by others"):
                measure(Path(folder), count, name)


if __name__ == "__main__":
    main()
