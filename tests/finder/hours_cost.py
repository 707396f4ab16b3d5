"""What hours cost: `python -m tests.finder.hours_cost` prints bytes of the table, and time to make and to ask it."""

from __future__ import annotations

import gzip
import json
import random
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from generator.entry.hours import parse
from generator.finder.hours import device_hours
from generator.pipeline import load
from generator.project import read_project
from tests.bench.synthetic import HOURS
from tests.finder.hours_pairs import DAYS, FIRST, HOLIDAYS, ask_node, sample_texts

if TYPE_CHECKING:
    from generator.entry.hours import Schedule

ROOT = Path(__file__).parents[2]
ZONES = ("America/New_York", "America/Chicago", "America/Los_Angeles")


def plain_weeks(count: int) -> list[str]:
    """Give hours as places have them: two groups of days, sometimes with a pause, a season or holidays."""
    rng = random.Random(count)

    def span(low: int, high: int) -> str:
        start = rng.randrange(low * 2, high * 2) * 30
        end = start + rng.randrange(4, 18) * 30
        return f"{start // 60:02}:{start % 60:02}-{end // 60:02}:{end % 60:02}"

    def one() -> str:
        parts = [f"{rng.choice(('Mo-Fr', 'Mo-Th', 'Tu-Sa', 'Mo,We,Fr'))} {span(7, 11)}"]
        extra = (
            f"Su {span(9, 14)}",
            f"Jun-Aug Mo-Fr {span(8, 12)}",
            f"Sa[{rng.randint(1, 4)}] {span(8, 12)}",
            "PH off",
        )
        return "; ".join([*parts, *(part for part in extra if rng.random() < 0.3)])

    return [one() for _ in range(count)]


def report(name: str, schedules: list[Schedule | None]) -> None:
    """Print the cost of places with these hours; None is a place without any."""
    known = [schedule for schedule in schedules if schedule]
    begin = time.perf_counter()
    hours = device_hours(known, FIRST, DAYS, HOLIDAYS)
    made = time.perf_counter() - begin
    given = iter(hours.numbers)
    numbers = [next(given) if schedule else None for schedule in schedules]
    size = len(gzip.compress(json.dumps([hours.table, numbers], separators=(",", ":")).encode(), mtime=0))
    phone = ask_node("hours_speed.mjs", {"table": hours.table, "numbers": numbers, "zones": ZONES})
    print(
        f"{name}: {len(schedules)} hours, {len(set(hours.numbers))} distinct; {size} bytes compressed, "
        f"{size / len(schedules):.1f} each; made in {made * 1000:.0f} ms; phone {phone['cold']:.1f} ms at first, "
        f"then {phone['median']:.1f} ms, at worst {phone['worst']:.1f} ms"
    )


def main() -> None:
    """Print the cost for the real directory, for the usual hours of a bench, and for hours that are all different."""
    rng = random.Random(1000)
    loaded = load(read_project(ROOT), date(2026, 11, 20))
    real: list[Schedule | None] = []
    for entry in loaded.checked.entries:
        texts = [entry.hours.by_purpose, *entry.hours.by_service.values()]
        real += [schedule for some in texts for schedule in some.values()] or [None]
    report("the directory", real)
    report("bench, 1,000 entries", [parse(rng.choice(HOURS)) for _ in range(2000)])
    report("1,000 entries, each with hours of its own", [parse(text) for text in plain_weeks(1000)])
    report("1,000 entries, nearly all with odd hours", [parse(text) for text in sample_texts(2000, 3)[:1000]])


if __name__ == "__main__":
    main()
