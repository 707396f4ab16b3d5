"""The field reference of the handbook, made from the JSON Schema so that it cannot disagree with the check."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from generator.entry.schema import fields

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.entry.schema import Field

_BLOCKS = {
    "identity": "What it is",
    "first": "What to do first",
    "contact": "How to reach it",
    "requires": "How to get in, and what is needed",
    "officers": "For officers",
    "hours": "Hours",
    "accepts": "Who is accepted",
    "offers": "What it gives",
    "cost": "Cost",
    "place": "Where it is",
    "languages": "Languages",
    "next": "If it is closed or full",
    "trust": "Where it was read, and who asked",
}
_NEEDS = {
    "required": "**required**",
    "recommended": "please, if you know it",
    "crisis": "please, for crisis, withdrawal and shelter",
    "optional": "if you know it",
}
_HEAD = """# Fields of an entry

Made from `generator/entry/entry.schema.json` by `offramp schema --write`. Do not edit this page.

Only six fields are required, and one way to reach the place. Everything else may be left out: what is left out is
unknown, and the site says "not confirmed, call first". Never guess. A field marked `yes | no | conditional | unknown`
takes a note when it is conditional:

```yaml
accepts_intoxicated:
  answer: conditional
  note: Breath test at the door.
```
"""


def reference() -> str:
    """Give the whole page as Markdown: a section for each block of the resource page, a table row for each field."""
    return _HEAD + "".join(_sections())


def _sections() -> Iterator[str]:
    by_block = sorted(fields(), key=lambda f: list(_BLOCKS).index(f.block))
    for block, members in groupby(by_block, key=lambda f: f.block):
        yield f"\n## {_BLOCKS[block]}\n\n| field | what it says | needed |\n| --- | --- | --- |\n"
        yield from (_row(f) for f in members)


def _row(field: Field) -> str:
    values = " &#124; ".join(f"`{v}`" for v in field.values)
    several = " one or more of" if field.kind == "list" else ""
    choice = f"<br>{several} {values}" if values else ""
    need = _NEEDS[field.need] if "." not in field.name else ""
    return f"| `{field.name}` | {field.title}. {field.help}{choice} | {need} |\n"
