"""Two versions of one entry, field by field, in words. What could tell where a secret place is, is not repeated."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from generator.check.finding import shown
from generator.check.subject import text_at
from generator.entry.schema import fields
from generator.proposal.model import Change

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.entry.strict_yaml import Path, Value
    from generator.proposal.version import Page

_ITEM = {"phones": "Phone", "sources": "Source", "verified": "Check"}
"""What one item of a list of blocks is called."""

UNKNOWN = "A field that entries do not have"

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,40}")
"""Names of services, numbers and parts that may stand in a sentence as they are."""

_WORDS = {"date": "date", "how": "how", "role": "role", "facts": "about"}


def changes(old: Page, new: Page) -> tuple[Change, ...]:
    """Give what differs between two versions of one entry, in the order of the new file."""
    hidden = old.secret or new.secret
    found = [change for key in dict.fromkeys((*new.data, *old.data)) for change in _field(old, new, key)]
    return tuple(_withheld(change) for change in found) if hidden else tuple(found)


def said(value: Value | None) -> str:
    """Give a value on one line: texts as they stand, the items of a list with commas, keys with their colons."""
    if value is None:
        return ""
    if isinstance(value, str):
        return shown(value)
    if isinstance(value, dict):
        return shown(", ".join(f"{key}: {said(inner)}" for key, inner in value.items()))
    return shown(", ".join(said(inner) for inner in value))


def title(name: str) -> str:
    """Give the words of a field by its dotted name; words of our own where the schema knows none."""
    return _titles().get(name, UNKNOWN)


@cache
def _titles() -> Mapping[str, str]:
    return {field.name: field.title for field in fields()}


def _withheld(change: Change) -> Change:
    return Change(change.name, change.title, "", "", change.line)


def _field(old: Page, new: Page, key: str) -> Iterator[Change]:
    before, after = old.data.get(key), new.data.get(key)
    if before == after:
        return
    if key in _ITEM and isinstance(before or [], list) and isinstance(after or [], list):
        yield from _items(new, key, _blocks(before), _blocks(after))
    elif isinstance(before, dict) and isinstance(after, dict):
        yield from _parts(new, (key,), before, after)
    else:
        yield Change(key, title(key), said(before), said(after), new.line((key,)))


def _parts(new: Page, path: Path, before: dict[str, Value], after: dict[str, Value]) -> Iterator[Change]:
    """Give what differs below a key; `path` is the way to it."""
    for part in dict.fromkeys((*after, *before)):
        here, old, now = (*path, part), before.get(part), after.get(part)
        if isinstance(old, dict) and isinstance(now, dict):
            yield from _parts(new, here, old, now)
        elif old != now:
            yield Change(".".join(map(str, here)), _words(here), said(old), said(now), new.line(here))


def _words(path: Path) -> str:
    """Give the words for a value below a key: `Hours, open` or `Hours, meals, open`."""
    names = [plain for part in path[1:-1] if part != "by_service" and (plain := _plain(str(part)))]
    last = title(f"{path[0]}.{path[-1]}")
    return ", ".join([title(str(path[0])), *names, *([last.lower()] if last != UNKNOWN else [_plain(str(path[-1]))])])


def _plain(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else ""


def _blocks(value: Value | None) -> list[Value]:
    return value if isinstance(value, list) else []


def _items(new: Page, key: str, before: list[Value], after: list[Value]) -> Iterator[Change]:
    """Give the items that are new, gone or changed; items are the same if what names them is."""
    gone = [item for item in before if item not in after]
    for index, item in enumerate(after):
        if item in before:
            continue
        path: Path = (key, index)
        same = next((one for one in gone if _name(key, one) == _name(key, item)), None)
        if same is None and key == "phones":
            same = next((one for one in gone if text_at(one, "purpose") == text_at(item, "purpose")), None)
        if same is not None:
            gone.remove(same)
        yield from _item(new, key, path, same, item)
    for item in gone:
        yield Change(key, _ITEM[key], _told(key, item), "", new.line((key,)))


def _item(new: Page, key: str, path: Path, before: Value | None, after: Value) -> Iterator[Change]:
    if isinstance(before, dict) and isinstance(after, dict) and key == "phones":
        number = _plain(text_at(after, "number"))
        for part in dict.fromkeys((*after, *before)):
            if before.get(part) == after.get(part):
                continue
            words = _ITEM[key] if part == "number" else f"{_ITEM[key]} {number}, {_plain(part)}"
            yield Change(f"{key}.{part}", words, said(before.get(part)), said(after.get(part)), new.line((*path, part)))
        return
    yield Change(key, _ITEM[key], _told(key, before) if before is not None else "", _told(key, after), new.line(path))


def _name(key: str, item: Value) -> str:
    parts = {"phones": ("number",), "sources": ("url",), "verified": ("date", "how")}[key]
    return " ".join(text_at(item, part) for part in parts)


def _told(key: str, item: Value) -> str:
    """Give one item: a number with what it is for, a source with its date, a check with how and what."""
    if not isinstance(item, dict):
        return said(item)
    if key == "phones":
        return " ".join(text for text in (text_at(item, "number"), text_at(item, "purpose")) if text) or said(item)
    if key == "sources":
        named = (text_at(item, "publisher"), text_at(item, "date"), text_at(item, "url"))
        return shown(", ".join(text for text in named if text))
    told = (f"{word} {said(item[part])}" for part, word in _WORDS.items() if part in item)
    return shown(", ".join(told)) or said(item)
