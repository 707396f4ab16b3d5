"""The handbook page on problems, made from the tables of codes so that it cannot disagree with the check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.config.codes import CODES as CONFIG_CODES
from generator.config.place_codes import PLACE_CODES
from generator.entry.codes import CODES

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEAD = """# Problems and what to do

Made from the tables of codes by `offramp schema --write`. Do not edit this page.

`offramp check` tells file, line and column, a code, what was seen, what is wanted and, where it can know it, the
line to paste. A code never changes its meaning. Warnings (W) never stop a build.
"""
_FAMILIES = {
    "E1": "Reading a file",
    "E2": "The shape of an entry",
    "E3": "What one entry says",
    "E4": "Entries beside each other",
    "E5": "Safety and privacy",
    "W6": "Warnings",
    "E7": "Settings of the site",
}


def problems_page() -> str:
    """Give the whole page as Markdown: a section for each family of codes, a table row for each code."""
    return _HEAD + "".join(_sections())


def _sections() -> Iterator[str]:
    rows = {code: (told.title, told.why) for code, told in CODES.items()}
    rows |= {code: (told.title, told.text) for code, told in (*CONFIG_CODES.items(), *PLACE_CODES.items())}
    for family, heading in _FAMILIES.items():
        yield f"\n## {heading}\n\n| code | problem | why, and what to do |\n| --- | --- | --- |\n"
        for code, (title, why) in sorted(rows.items()):
            if code.startswith(family):
                yield f"| {code} | {_cell(title)} | {_cell(why)} |\n"


def _cell(text: str) -> str:
    return text.replace("|", "&#124;").replace("<", "&lt;").replace("*", "&#42;")
