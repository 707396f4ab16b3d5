"""Prints the bytes of a first view, everything included, for each page type of a built site.

python -m tests.bench.first_view site
"""

from __future__ import annotations

import gzip
import re
import sys
from pathlib import Path

LOADED = re.compile(rb"<(?:link[^>]+(?:stylesheet|icon|modulepreload)[^>]*|script[^>]+|img[^>]+|use[^>]+)>")
TARGET = re.compile(rb'(?:href|src)="([^"#?:]+)[^"]*"')
ASKED = re.compile(rb'data-form="([^"]+)"')
IMPORT = re.compile(rb'(?:from|import)\s*"(\./[^"]+)"')


def view(site: Path, page: str) -> dict[str, int]:
    """Give the gzip size of a page and of every file it loads, modules that modules import among them."""
    sizes: dict[str, int] = {}
    waiting = [page]
    while waiting:
        path = waiting.pop()
        if path in sizes or not (site / path).is_file():
            continue
        data = (site / path).read_bytes()
        sizes[path] = len(gzip.compress(data, 9, mtime=0))
        here = Path(path).parent
        found = (
            [m for tag in LOADED.findall(data) for m in TARGET.findall(tag)] if path == page else IMPORT.findall(data)
        )
        found += ASKED.findall(data) if path == page else []
        waiting += [Path(*_resolve(here, target.decode())).as_posix() for target in found]
    return sizes


def _resolve(here: Path, target: str) -> list[str]:
    parts: list[str] = []
    for part in (*here.parts, *Path(target).parts):
        if part == ".." and parts:
            parts.pop()
        elif part not in {".", ".."}:
            parts.append(part)
    return parts


def main() -> None:
    """Print the largest page of each type."""
    site = Path(sys.argv[1] if len(sys.argv) > 1 else "site")
    types = {
        "home": ["index.html"],
        "list": [f"find/{p.name}" for p in site.glob("find/*.html")],
        "resource": [f"r/{p.name}" for p in site.glob("r/*.html")],
        "about": ["about.html"],
        "privacy": ["privacy.html"],
        "suggest": ["suggest.html"],
        "404": ["404.html"],
    }
    for name, pages in types.items():
        views = {p: view(site, p) for p in pages}
        worst = max(views, key=lambda p: sum(views[p].values()))
        sizes = views[worst]
        html_css = sum(n for p, n in sizes.items() if p.endswith((".html", ".css")))
        print(f"{name:9} {worst:38} {sum(sizes.values()):7,} bytes gzip, {len(sizes)} files; HTML and CSS {html_css:,}")


if __name__ == "__main__":
    main()
