"""What earlier looks found, so that one bad day says nothing: a link is told only when it was bad twice, a week apart.

The file is a cache beside the project. No build and no check reads it; without it the next two looks begin anew.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from generator.linkcheck.look import Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.linkcheck.look import Look

APART: Final = timedelta(days=7)
"""Between the first bad look and one that lets a link be told."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Memory:
    """What is known of one link. Days are YYYY-MM-DD.

    `looked` is the last look. `since` is the first of the bad looks in a row, `last` the newest; both are empty after a
    good one. `verdict` and `why` are those of the newest bad look.
    """

    looked: str
    since: str = ""
    last: str = ""
    verdict: str = ""
    why: str = ""

    @property
    def speaks(self) -> bool:
        """Whether it was bad twice, a week apart or more, and never good between."""
        return bool(self.since) and date.fromisoformat(self.last) - date.fromisoformat(self.since) >= APART


def remembered(old: Memory | None, found: Look, today: str) -> Memory:
    """Give what is known after one more look. A look that says nothing changes nothing but its day."""
    if found.verdict is Verdict.GOOD:
        return Memory(today)
    if not found.bad:
        return Memory(today, *((old.since, old.last, old.verdict, old.why) if old else ()))
    since = old.since if old and old.since else today
    return Memory(today, since, max(today, since), found.verdict.value, found.why)


def read_memory(data: bytes) -> dict[str, Memory]:
    """Read the file; what cannot be read is forgotten, as it is only a cache."""
    try:
        rows = json.loads(data)["links"].items()
        return {url: Memory(**row) for url, row in rows if _sound(row)}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def write_memory(links: Mapping[str, Memory]) -> bytes:
    """Give the bytes of the file, sorted by address."""
    rows = {url: {k: v for k, v in asdict(links[url]).items() if v} for url in sorted(links)}
    return (json.dumps({"links": rows}, indent=1, ensure_ascii=False) + "\n").encode("utf-8")


def _sound(row: object) -> bool:
    if not isinstance(row, dict) or not all(isinstance(value, str) for value in row.values()):
        return False
    days = [row.get("looked", ""), *(row[key] for key in ("since", "last") if row.get(key))]
    try:
        return all(_DAY.fullmatch(day) and date.fromisoformat(day) for day in days) and (
            bool(row.get("since")) == bool(row.get("last"))
        )
    except ValueError:
        return False
