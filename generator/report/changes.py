"""What changed since a day, as Markdown and JSON, for the digest that people read before a meeting."""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING

from generator.report.markdown import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.compile.model import Compiled
    from generator.measure.changes import News


def as_markdown(directory: Compiled, some: Sequence[News], since: str) -> str:
    """Give the changes from a day on (YYYY-MM-DD, empty for all), a heading for each day."""
    return "\n".join(_lines(directory, some, since)) + "\n"


def as_json(some: Sequence[News]) -> str:
    """Give the changes as a list of objects with the names of the register."""
    told = [
        {"date": one.change.date, "entry": one.change.entry, "what": one.change.what.value, "origin": one.change.origin}
        for one in some
    ]
    return json.dumps(told, indent=1, ensure_ascii=False) + "\n"


def _lines(directory: Compiled, some: Sequence[News], since: str) -> Iterator[str]:
    words = directory.settings.words
    yield f"# {plain(directory.settings.site.name)}: what changed" + (f" since {since}" if since else "")
    if not some:
        yield ""
        yield "Nothing."
    for date, group in groupby(some, key=lambda one: one.change.date):
        yield ""
        yield f"## {date}"
        yield ""
        for one in group:
            told = f" ({words(f'changes.origin.{one.change.origin}')})" if one.change.origin else ""
            yield f"- {plain(one.place.title)}: {words(f'changes.what.{one.change.what}')}{told}"
