"""Prints what axe finds on the handbook's pages, Material's own parts included.

python -m tests.bench.axe_handbook site
"""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.bench.screenshots import FLAGS
from tests.browser.test_axe import faults

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def main() -> None:
    """Print a count for each rule, theme and element."""
    site = Path(sys.argv[1] if len(sys.argv) > 1 else "site").resolve()
    found: Counter[tuple[str, str, str]] = Counter()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for scheme in ("light", "dark"):
            page = browser.new_page(viewport={"width": 360, "height": 740}, color_scheme=scheme)  # type: ignore[arg-type]
            for path in sorted(site.glob("handbook/*.html")):
                page.goto(path.as_uri())
                found.update((scheme, rule, html[:70]) for rule, _, nodes in faults(page, TAGS) for html in nodes)
        browser.close()
    for (scheme, rule, html), count in found.most_common():
        print(f"{count:4} {scheme:5} {rule:24} {html}")
    print(f"{sum(found.values())} faults on {len(list(site.glob('handbook/*.html')))} pages in two themes")


if __name__ == "__main__":
    main()
