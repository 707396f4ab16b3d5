"""A value of the wrong kind, written anew: one text as a list, a line of text as keys, a list of one as a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from generator.check.finding import scalar
from generator.check.shape_help import node_at
from generator.entry.phone import normal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.entry.strict_yaml import Path, Value

Lines = tuple[str, ...]

_ADDRESS = re.compile(
    r"(?:(?P<street>[^,]+), *)?(?P<city>[A-Z][A-Za-z .'-]+), *(?P<state>[A-Z]{2})(?:,? +(?P<zip>[0-9]{5}))?"
)
_POINT = re.compile(r"(-?[0-9]{1,2}\.[0-9]{3,7})[, ]+(-?[0-9]{1,3}\.[0-9]{3,7})")
_AGES = re.compile(
    r"(?P<min>[0-9]{1,3})? *(?:-|to|and) *(?P<max>[0-9]{1,3}|up|older|over)|(?P<only>[0-9]{1,3}) *\+?", re.IGNORECASE
)
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")


def as_list(path: Path, value: Value) -> Lines:
    """Give the lines of a list, from one text or from keys that lack their dash; empty where a person must look."""
    key = str(path[-1]) if path else ""
    items = node_at(path, {}).get("items", {})
    if isinstance(value, str) and value:
        inner = node_at((*path, 0), items)
        if _wants_keys(inner):
            lines = as_keys((*path, 0), value)
            return (f"{key}:", f"  - {lines[0]}", *(f"    {line}" for line in lines[1:])) if lines else ()
        texts = [part.strip() for part in re.split(r"[,;]", value.removeprefix("-")) if part.strip()]
        return (f"{key}: [{', '.join(scalar(text, in_flow=True) for text in texts)}]",) if texts else ()
    if isinstance(value, dict) and value and all(isinstance(v, str) for v in value.values()):
        first, *others = [f"{name}: {scalar(str(text))}" for name, text in value.items()]
        return (f"{key}:", f"  - {first}", *(f"    {line}" for line in others))
    return ()


def as_keys(path: Path, value: Value) -> Lines:
    """Give the lines of a value with keys, from one text that says as much; empty where a person must look."""
    if not isinstance(value, str) or not path:
        return ()
    inside = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
    lines = _WRITERS[inside](value.strip()) if inside in _WRITERS else ()
    if not lines or isinstance(path[-1], int):
        return lines
    return (f"{inside}:", *(f"  {line}" for line in lines))


def unwrapped(path: Path, value: Value) -> Lines:
    """Give the line with the one text that a list or a single key holds."""
    only = value[0] if isinstance(value, list) and len(value) == 1 else None
    if isinstance(only, str) and only and path and isinstance(path[-1], str):
        return (f"{path[-1]}: {scalar(only)}",)
    return ()


def _wants_keys(node: Mapping[str, Any]) -> bool:
    return node.get("type") == "object"


def _phone(text: str) -> Lines:
    number, extension = normal(text)
    return (f"number: {number}", *([f"extension: {extension}"] if extension else [])) if number else ()


def _address(text: str) -> Lines:
    found = _ADDRESS.fullmatch(text)
    parts = found.groupdict() if found else {}
    return tuple(f"{key}: {scalar(part)}" for key, part in parts.items() if part)


def _hours(text: str) -> Lines:
    return (f"open: {scalar(text)}",)


def _point(text: str) -> Lines:
    found = _POINT.fullmatch(text)
    return (f"lat: {found[1]}", f"lon: {found[2]}", "source: where this point comes from") if found else ()


def _ages(text: str) -> Lines:
    found = _AGES.fullmatch(text)
    if not found:
        return ()
    parts = {"min": found["min"] or found["only"] or "", "max": found["max"] or ""}
    return tuple(f"{key}: {part}" for key, part in parts.items() if part.isdigit())


def _backup(text: str) -> Lines:
    number, _ = normal(text)
    if number:
        return (f"number: {number}",)
    return (f"entry: {text}",) if _ID.fullmatch(text) else ()


def _wait(text: str) -> Lines:
    return (f"text: {scalar(text)}",)


_WRITERS: Mapping[str, Callable[[str], Lines]] = {
    "phones": _phone,
    "address": _address,
    "hours": _hours,
    "point": _point,
    "ages": _ages,
    "backup_contact": _backup,
    "typical_wait": _wait,
}
