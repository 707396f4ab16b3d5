"""Prints what each kind of page costs over the line, compressed, beside its budget.

python -m tests.bench.budgets site
"""

from __future__ import annotations

import gzip
import re
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.bench.first_view import view

ROUND_TRIP = 14_000
"""Bytes of HTML and CSS that arrive in one round trip: ten packets of 1,460 bytes (RFC 6928), less the headers."""

HOME = 50_000
"""Bytes of home with the finder and its data, once somebody turns to it."""

DATA = re.compile(r'data-src="([^"]+)"')
LATER = "js/finder/main.js"
DIRECTORY = ("index.html", "find/*.html", "r/*.html", "officers.html", "refer.html", "404.html", "list.html")
"""Pages that somebody in a hurry opens."""


@dataclass(frozen=True)
class Cost:
    """One page: bytes of HTML and CSS, of all that it loads by itself, and with what it loads when it is used."""

    page: str
    text: int
    first: int
    used: int


def cost(site: Path, page: str) -> Cost:
    """Give what one page of a built site costs, each file compressed with gzip."""
    sizes = view(site, page)
    text = sum(size for path, size in sizes.items() if path.endswith((".html", ".css")))
    return Cost(page, text, sum(sizes.values()), sum((sizes | _finder(site, page)).values()))


def _finder(site: Path, page: str) -> dict[str, int]:
    """Give the files that the finder of a page brings: its script, and the data that it shows at once."""
    found = DATA.search((site / page).read_text(encoding="utf-8"))
    if not found:
        return {}
    data = (site / page).parent.joinpath(found[1]).resolve().relative_to(site.resolve())
    script = next(site.glob(f"assets/*/{LATER}")).relative_to(site)
    return {p.as_posix(): len(gzip.compress((site / p).read_bytes(), 9, mtime=0)) for p in (data, script)}


def costs(site: Path) -> dict[str, list[Cost]]:
    """Give the cost of every page in a hurry, the dearest first, by kind."""
    kinds = {kind: [p.relative_to(site).as_posix() for p in site.glob(kind)] for kind in DIRECTORY}
    return {kind: sorted((cost(site, p) for p in pages), key=lambda c: -c.text) for kind, pages in kinds.items()}


def main() -> None:
    """Print the dearest page of each kind."""
    site = Path(sys.argv[1] if len(sys.argv) > 1 else "site")
    print(f"{'dearest page':38} {'HTML and CSS':>12} {'of':>7} {'first view':>11} {'in use':>8}")
    for found in costs(site).values():
        dear = found[0]
        print(f"{dear.page:38} {dear.text:12,} {ROUND_TRIP:7,} {dear.first:11,} {dear.used:8,}")
    home = cost(site, "index.html")
    print(f"home with the finder and its data: {home.used:,} of {HOME:,}")


if __name__ == "__main__":
    main()
