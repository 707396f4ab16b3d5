"""Prints what 24 faults of a geocoder cost, for every provider: python -m tests.bench.geocode_faults [deadline, s].

Each cell is one fault served on loopback to three runs over one address each: one without a point, one with a coarse
point, one with a good one. The clock of the waits is invented, that of the deadline is real.
"""

from __future__ import annotations

import sys

from generator.geocode.services import SERVICES
from tests.geocode.conftest import county
from tests.geocode.faults import FAULTS, outcome


def main() -> None:
    """Print the table and the sums."""
    deadline = float(sys.argv[1]) if len(sys.argv) > 1 else 2.0
    gazetteer = county()
    print(f"deadline {deadline:g} s a request; wrong = wrong points stored, lost = committed points lost\n")
    print(f"{'fault':34} {'provider':10} {'requests':>8} {'s a run':>8} {'wrong':>5} {'lost':>4}  why refused")
    cells = wrong = lost = 0
    slowest = 0.0
    for fault in FAULTS:
        for provider in SERVICES:
            found = outcome(fault, provider, gazetteer, deadline)
            cells, wrong, lost = cells + 1, wrong + found.wrong, lost + found.lost
            slowest = max(slowest, found.seconds / 3)
            row = f"{fault:34} {provider:10} {found.requests:8} {found.seconds / 3:8.2f} {found.wrong:5} {found.lost:4}"
            print(f"{row}  {found.reason[:70]}")
    print(f"\n{cells} cells: {wrong} wrong points stored, {lost} good points lost, slowest run {slowest:.2f} s")


if __name__ == "__main__":
    main()
