"""Damages right entries at random and counts what the check says: no exception, no slow file.

python -m tests.bench.fuzz 100000 [seed]
"""

from __future__ import annotations

import random
import resource
import sys
import time
import traceback
from collections import Counter
from pathlib import Path

from generator.check.run import check_file
from generator.config.settings import load_settings
from generator.entry.problem import Severity
from generator.entry.source import SourceFile
from generator.project import read_project
from tests.check.mutations import mutate

COUNTY = Path(__file__).parents[1] / "county"


def main(count: int, seed: int) -> int:
    """Check `count` damaged entries, print counts, and give 1 if any of them raised an exception."""
    county = read_project(COUNTY)
    settings = load_settings(county.config)
    rng = random.Random(seed)
    texts = [(file.path, file.data.decode()) for file in county.entries]
    codes: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    slowest, slow_data, bytes_read = 0.0, b"", 0
    begin = time.perf_counter()
    for _ in range(count):
        path, text = rng.choice(texts)
        data = mutate(text, rng)
        start = time.perf_counter()
        try:
            result = check_file(SourceFile(path, data), settings)
        except Exception:  # noqa: BLE001 - whatever is raised is what this looks for
            traceback.print_exc()
            print(repr(data))
            kinds["exceptions"] += 1
            continue
        took = time.perf_counter() - start
        if took > slowest:
            slowest, slow_data = took, data
        bytes_read += len(data)
        lines = data.count(b"\n") + 1
        if any(not 1 <= p.line <= lines or p.column < 1 for p in result.problems):
            print(repr(data))
            kinds["problems outside the file"] += 1
        codes.update({p.code for p in result.problems})
        errors = any(p.severity is Severity.ERROR for p in result.problems)
        kinds["with errors" if errors else "with warnings only" if result.problems else "still right"] += 1
    seconds = time.perf_counter() - begin
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{count:,} damaged entries, {bytes_read / 1e6:.0f} MB, {seconds:.0f} s, {count / seconds:,.0f} a second")
    print(f"slowest file {slowest * 1000:.1f} ms ({len(slow_data):,} bytes), peak memory {memory:.0f} MB, seed {seed}")
    for kind in ("exceptions", "problems outside the file", "with errors", "with warnings only", "still right"):
        print(f"  {kind:26} {kinds[kind]:>9,}")
    print(f"{len(codes)} codes: " + ", ".join(f"{code} {number:,}" for code, number in codes.most_common(24)))
    return 1 if kinds["exceptions"] else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000, int(sys.argv[2]) if len(sys.argv) > 2 else 1))
