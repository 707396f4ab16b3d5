"""Damages right entries at random and counts what the check says: no exception, no slow file, little memory.

python -m tests.bench.fuzz 100000 [seed]; tests/check/test_fuzz.py runs it in every CI run.
"""

from __future__ import annotations

import random
import resource
import sys
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.check.run import check_file
from generator.config.settings import load_settings
from generator.entry.problem import Severity
from generator.entry.source import SourceFile
from tests.check.mutations import mutate
from tests.invented import county as invented_county

if TYPE_CHECKING:
    from generator.check.run import FileResult

KINDS = ("exceptions", "problems outside the file", "with errors", "with warnings only", "still right")


@dataclass(slots=True)
class Figures:
    """What was counted. `slowest` is the processor time of one file in seconds, `memory` the peak in MB."""

    count: int
    codes: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    slow_data: bytes = b""
    read: int = 0
    seconds: float = 0.0
    memory: float = 0.0

    def add(self, data: bytes, result: FileResult) -> None:
        """Count one file."""
        lines = data.count(b"\n") + 1
        if any(not 1 <= p.line <= lines or p.column < 1 for p in result.problems):
            print(repr(data))
            self.kinds["problems outside the file"] += 1
        self.codes.update({p.code for p in result.problems})
        errors = any(p.severity is Severity.ERROR for p in result.problems)
        self.kinds["with errors" if errors else "with warnings only" if result.problems else "still right"] += 1


def fuzz(count: int, seed: int) -> Figures:
    """Check `count` damaged entries; what raises is printed and counted."""
    county = invented_county()
    settings = load_settings(county.config)
    rng = random.Random(seed)
    texts = [(file.path, file.data.decode()) for file in county.entries]
    figures = Figures(count)
    begin = time.perf_counter()
    for _ in range(count):
        path, text = rng.choice(texts)
        data = mutate(text, rng)
        start = time.process_time()
        try:
            result = check_file(SourceFile(path, data), settings)
        except Exception:  # noqa: BLE001 - whatever is raised is what this looks for
            traceback.print_exc()
            print(repr(data))
            figures.kinds["exceptions"] += 1
            continue
        took = time.process_time() - start
        if took > figures.slowest:
            figures.slowest, figures.slow_data = took, data
        figures.read += len(data)
        figures.add(data, result)
    figures.seconds = time.perf_counter() - begin
    figures.memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return figures


def main(count: int, seed: int) -> int:
    """Print the figures, and give 1 if a file raised an exception, took over a second or the run over 256 MB."""
    told = fuzz(count, seed)
    speed = count / told.seconds
    print(f"{count:,} damaged entries, {told.read / 1e6:.0f} MB, {told.seconds:.0f} s, {speed:,.0f} a second")
    print(
        f"slowest file {told.slowest * 1000:.1f} ms ({len(told.slow_data):,} bytes), peak memory {told.memory:.0f} MB"
    )
    for kind in KINDS:
        print(f"  {kind:26} {told.kinds[kind]:>9,}")
    print(f"{len(told.codes)} codes: " + ", ".join(f"{code} {number:,}" for code, number in told.codes.most_common(24)))
    wrong = told.kinds["exceptions"] or told.kinds["problems outside the file"]
    return 1 if wrong or told.slowest > 1 or told.memory > 256 else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000, int(sys.argv[2]) if len(sys.argv) > 2 else 1))
