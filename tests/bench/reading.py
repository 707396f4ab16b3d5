"""Prints the school grade of every page of a built site, the hardest first, with its hardest sentence.

python -m tests.bench.reading site
"""

from __future__ import annotations

import sys
from pathlib import Path

from generator.check.grade import counts, grade
from tests.lead.reading import page_grade, prose

AIM = 8.0


def main(folder: str) -> int:
    """Print one line a page; give 1 where one of our own pages is above the aim."""
    site = Path(folder)
    pages = [p for p in sorted(site.rglob("*.html")) if p.relative_to(site).parts[0] not in {"handbook"}]
    told = []
    for path in pages:
        html = path.read_text(encoding="utf-8")
        words, level = page_grade(html)
        if level is not None:
            told.append((level, words, path.relative_to(site).as_posix(), prose(html)))
    for level, words, name, found in sorted(told, reverse=True):
        hardest = max(found, key=lambda sentence: grade([counts(sentence)] * 30) or 0)
        print(f"{level:5.1f}  {words:5d} words  {name}  {hardest[:110] if level > AIM else ''}")
    own = [name for level, _, name, _ in told if level > AIM and "/" not in name]
    print(f"{len(told)} pages, {sum(level > AIM for level, *_ in told)} above {AIM:.0f}, of our own: {own or 'none'}")
    return 1 if own else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
