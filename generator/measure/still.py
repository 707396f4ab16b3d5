"""The lines that say "this is still right": what a caller adds to an entry after one call."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.entry.model import Entry

ANY_DAY = "YYYY-MM-DD"
"""Stands where the day of the call belongs; the check refuses it, so that nobody can leave it there."""


def still_right(entry: Entry, facts: Iterable[str], day: str, role: str) -> str:
    """Give the YAML of one check of these facts, with a line break at its end; empty where there is no fact.

    It begins with `verified:` where the entry has no check yet; else it is one more item for that list. It always says
    how: there is no way to say "checked" without it. `day` is YYYY-MM-DD or ANY_DAY.
    """
    names = ", ".join(facts)
    if not names:
        return ""
    lines = [] if entry.verified else ["verified:"]
    lines += [f"  - date: {day}", "    how: phone", f"    role: {role}", f"    facts: [{names}]"]
    return "\n".join(lines) + "\n"
