"""Write the search columns of a project as JSON, for a look or for search_speed.mjs.

Example: python -m tests.finder.search_columns . columns.json && node tests/finder/search_speed.mjs columns.json
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from pathlib import Path

from generator import pipeline
from generator.finder.words import search_columns
from generator.project import read_project


def main(folder: str, to: str) -> None:
    """Compile the project in `folder` and write its columns."""
    directory = pipeline.compiled(pipeline.load(read_project(Path(folder)), dt.date(2026, 12, 1)))
    columns = search_columns(directory)
    offers = [[resource.id, *resource.entry.services] for resource in directory.resources]
    Path(to).write_text(json.dumps({"columns": columns, "offers": offers}, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
