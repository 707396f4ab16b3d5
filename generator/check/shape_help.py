"""What the schema says about a field, found by the path of a value: its help, an example, its keys, its place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from generator.entry.schema import entry_schema

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jsonschema.exceptions import ValidationError

    from generator.entry.strict_yaml import Path


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: the keyword of the schema that is not met, what it asks for, the value, and the schema there."""

    keyword: str
    limit: Any
    value: Any
    node: Mapping[str, Any]


def difference(error: ValidationError) -> Difference:
    """Give the parts of a validator's error that are used here."""
    return Difference(
        str(error.validator), error.validator_value, error.instance, cast("Mapping[str, Any]", error.schema)
    )


def node_at(path: Path, fallback: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give the schema of the value at a path, references followed; `fallback` where the schema knows no such path."""
    node = entry_schema()
    for part in path:
        inner = _inside(_resolved(node), part)
        if inner is None:
            return fallback
        node = inner
    return _resolved(node)


def help_of(path: Path, fallback: object) -> str:
    """Give the help of a field as one line, with an example: `Five digits. For example  28301`."""
    node = node_at(path, cast("Mapping[str, Any]", fallback) if isinstance(fallback, dict) else {})
    words = str(node.get("description", "another form"))
    example = next((e for e in node.get("examples", ()) if isinstance(e, str)), "")
    return f"{words} For example  {example}" if example and example not in words else words


def keys_of(node: object) -> tuple[str, ...]:
    """Give the keys that a value with keys may have."""
    if not isinstance(node, dict):
        return ()
    resolved = _resolved(cast("Mapping[str, Any]", node))
    if "properties" not in resolved and "then" in resolved:
        resolved = _resolved(resolved["then"])
    return tuple(resolved.get("properties", ()))


def example_line(path: Path, key: str, fallback: object) -> str:
    """Give a line that shows how a key is written, such as `status: active`."""
    properties = fallback.get("properties", {}) if isinstance(fallback, dict) else {}
    node = node_at((*path, key), _resolved(properties.get(key, {})))
    return f"{key}: {_written(next(iter(node.get('examples', ())), '...'))}"


def belongs_to(path: Path, key: str) -> str:
    """Say where a key belongs that stands in the wrong place; empty if there is no such key anywhere."""
    wholes = [whole for whole in _homes().get(key, ()) if whole != tuple(p for p in path if isinstance(p, str))]
    if () in wholes:
        return f"{key}: at the beginning of a line, without blanks before it"
    if not wholes or path:
        return ""
    names = " or ".join(dict.fromkeys(f"{whole[0]}:" for whole in wholes[:3]))
    return f"{key}: below {names}  as far to the right as the other lines there"


@cache
def _homes() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Where each key may stand: the names of the keys around it."""
    homes: dict[str, list[tuple[str, ...]]] = {}
    for key, home in _all_keys(entry_schema(), ()):
        homes.setdefault(key, []).append(home)
    return {key: tuple(dict.fromkeys(places)) for key, places in homes.items()}


def _all_keys(node: Mapping[str, Any], home: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    resolved = _resolved(node)
    for key, inner in resolved.get("properties", {}).items():
        if isinstance(inner, dict):
            yield key, home
            yield from _all_keys(inner, (*home, key))
    for word in ("items", "then"):
        if isinstance(resolved.get(word), dict):
            yield from _all_keys(resolved[word], home)


def _inside(node: Mapping[str, Any], part: str | int) -> Mapping[str, Any] | None:
    if isinstance(part, int):
        inner = node.get("items")
        inner = (
            inner
            if isinstance(inner, dict)
            else _inside(_resolved(node.get("then", {})), part)
            if "then" in node
            else None
        )
    else:
        inner = node.get("properties", {}).get(part)
        if inner is None and "then" in node:
            inner = _inside(_resolved(node["then"]), part)
        if inner is None and isinstance(node.get("additionalProperties"), dict):
            inner = node["additionalProperties"]
    return inner if isinstance(inner, dict) else None


def _resolved(node: Mapping[str, Any]) -> Mapping[str, Any]:
    """Follow references; what stands beside one wins over what it points at."""
    reference = node.get("$ref")
    if not isinstance(reference, str):
        return node
    target: Any = entry_schema()
    for part in reference.split("/")[1:]:
        target = target[part]
    below, above = _resolved(target), {key: value for key, value in node.items() if key != "$ref"}
    keys = {**below.get("properties", {})}
    for key, value in above.get("properties", {}).items():
        keys[key] = {**keys.get(key, {}), **value}
    return {**below, **above, **({"properties": keys} if keys else {})}


def _written(value: object) -> str:
    if isinstance(value, list):
        inner = ", ".join(_written(item) for item in value)
        return f"[{inner}]"
    if isinstance(value, dict):
        inner = ", ".join(f"{key}: {_written(item)}" for key, item in value.items())
        return f"{{{inner}}}"
    return str(value)
