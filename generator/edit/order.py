"""The keys of an entry in the order of the handbook, each with its lines as they stand, where that is certain."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.edit.reading import reading
from generator.edit.repair import Mended, Repair
from generator.edit.span import smallest
from generator.entry.schema import entry_schema

if TYPE_CHECKING:
    from generator.entry.source import SourceFile

ORDER = "order"
"""What stands in place of a code where keys were put in order."""

_KEY = re.compile(r"([A-Za-z_]+):(?:\s|$)")


def ordered(file: SourceFile, mended: Mended) -> Mended:
    """Give a mended file with its keys in the order of the schema.

    Left as it is where a remark or an empty line stands between keys, because nobody can know how many of them it is
    about; where a key is unknown; and where the file cannot be read.
    """
    text = mended.after
    blocks = _blocks(text)
    known = {key: number for number, key in enumerate(entry_schema()["properties"])}
    if not blocks or any(key not in known for key, _ in blocks[1:]):
        return mended
    better = blocks[0][1] + "".join(lines for _, lines in sorted(blocks[1:], key=lambda block: known[block[0]]))
    now, then = reading(file.path, text), reading(file.path, better)
    same = sorted(now.remarks) == sorted(then.remarks) and dict(now.leaves) == dict(then.leaves)
    if better == text or not (now.readable and then.readable and same):
        return mended
    repair = Repair(ORDER, 1, smallest(0, text, better))
    return Mended(mended.before, better, (*mended.repairs, repair), better.encode("utf-8"))


def _blocks(text: str) -> list[tuple[str, str]]:
    """Cut a text into its head, under an empty key, and its keys with their lines; nothing where that is unsure."""
    blocks: list[tuple[str, str]] = [("", "")]
    for line in text.splitlines(keepends=True):
        key = _KEY.match(line)
        if key:
            blocks.append((key[1], line))
        elif len(blocks) > 1 and (not line.strip() or not line.startswith((" ", "- "))):
            return []
        else:
            blocks[-1] = (blocks[-1][0], blocks[-1][1] + line)
    keys = [key for key, _ in blocks]
    return blocks if text.endswith("\n") and len(set(keys)) == len(keys) else []
