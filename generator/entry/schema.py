"""The JSON Schema of an entry: the one definition behind the check, the editor's copy and the field reference."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, cast

import jsonschema_rs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jsonschema import Draft202012Validator

SIZES = ("maxItems", "maxLength", "maxProperties", "minItems", "minLength", "minProperties")
"""Keywords of a schema that limit how much a value holds."""

_NUMBER_LIKE = ("0", "7", "12", "120", "988", "2024", "28301", "741741", "35.052", "-78.877")
"""Texts that an editor, which reads YAML 1.2, takes for numbers."""


@cache
def entry_schema() -> Mapping[str, Any]:
    """Give the schema as it is checked: draft 2020-12, every scalar a string."""
    text = resources.files("generator.entry").joinpath("entry.schema.json").read_text(encoding="utf-8")
    return cast("Mapping[str, Any]", json.loads(text))


@cache
def entry_validator() -> Draft202012Validator:
    """Give the one validator of entries; building it costs more than using it (11 ms to 0.4 ms)."""
    from jsonschema import Draft202012Validator  # noqa: PLC0415 - slow to import, and only a wrong entry needs it

    return Draft202012Validator(dict(entry_schema()))


@cache
def _gate() -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(dict(entry_schema()))


def conforms(data: Mapping[str, Any]) -> bool:
    """Whether an entry's data keeps the schema, told 100 times faster than by `entry_validator`, which says why not."""
    return _gate().is_valid(data)


def editor_schema() -> dict[str, Any]:
    """Give the editor's copy: what may look like a number may also be one, so `zip: 28301` is not underlined."""
    return cast("dict[str, Any]", _widen(json.loads(json.dumps(entry_schema()))))


def _widen(node: object) -> object:
    if isinstance(node, list):
        return [_widen(item) for item in node]
    if not isinstance(node, dict):
        return node
    if node.get("type") == "string" and any(_accepts(node, text) for text in _NUMBER_LIKE):
        return {**node, "type": ["string", "number"]}
    if "enum" in node and any(_number(value) for value in node["enum"]):
        return {**node, "enum": [*node["enum"], *(int(v) for v in node["enum"] if _number(v))]}
    return {key: value if key in {"examples", "enum"} else _widen(value) for key, value in node.items()}


def _accepts(node: Mapping[str, Any], text: str) -> bool:
    if not node.get("minLength", 0) <= len(text) <= node.get("maxLength", len(text)):
        return False
    return re.search(node.get("pattern", ""), text) is not None


def _number(value: object) -> bool:
    return isinstance(value, str) and value.isdigit()


@dataclass(frozen=True, slots=True)
class Field:
    """One field for the reference, the forms and the help: its dotted name, words, need and block of the page.

    `need` is required, recommended, crisis (asked for in crisis, withdrawal and shelter entries) or optional.
    `kind` is text, choice, list, texts, object, or items. `values` are the words it may hold, if they are fixed.
    """

    name: str
    title: str
    help: str
    need: str
    block: str
    kind: str
    values: tuple[str, ...]
    examples: tuple[object, ...]


@cache
def fields() -> tuple[Field, ...]:
    """Give every field of an entry, parts after their whole, in the order of the schema."""
    return tuple(_fields(entry_schema()["properties"], "", "optional", ""))


@cache
def field_names() -> frozenset[str]:
    """Give the dotted names of all fields and parts, for `facts` lists."""
    return frozenset(f.name for f in fields())


def _fields(properties: Mapping[str, Any], prefix: str, need: str, block: str) -> Iterator[Field]:
    for key, raw in properties.items():
        node = {**_resolve(raw), **raw}
        name, own_need, own_block = prefix + key, node.get("x-need", need), node.get("x-block", block)
        kind, values = _kind(node)
        yield Field(
            name, node["title"], node["description"], own_need, own_block, kind, values, tuple(node.get("examples", ()))
        )
        if "properties" in node:
            yield from _fields(node["properties"], f"{name}.", own_need, own_block)


def _resolve(node: Mapping[str, Any]) -> Mapping[str, Any]:
    """Follow one `$ref` inside the schema."""
    reference = node.get("$ref")
    target: Any = entry_schema() if reference else {}
    for part in reference.split("/")[1:] if reference else ():
        target = target[part]
    return cast("Mapping[str, Any]", {**_resolve(target), **target} if reference else {})


def _kind(node: Mapping[str, Any]) -> tuple[str, tuple[str, ...]]:
    if "enum" in node:
        return "choice", tuple(node["enum"])
    if "else" in node:
        answer = {**node.get("then", {}).get("properties", {})}.get("answer", {})
        plain = node["else"].get("enum", ())
        return "choice", tuple(answer.get("enum", plain)) if len(answer.get("enum", ())) > len(plain) else tuple(plain)
    if node.get("type") == "array":
        items = node["items"]
        if "enum" in items:
            return "list", tuple(items["enum"])
        return ("texts" if items.get("type") == "string" else "items"), ()
    return ("object" if node.get("type") == "object" else "text"), ()
