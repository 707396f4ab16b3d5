"""A settings file with every value explained, made from its JSON Schema and the values that a new site begins with."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_WIDTH = 110


def explained(schema: Mapping[str, Any], values: Mapping[str, Any], head: str) -> str:
    """Give a whole YAML file: `head` as a remark, then each key of the schema with what it means.

    `values` are those that are set; a key without one stands there as a remark with an example, to be filled in.
    """
    parts = [_remark(head), *_parts(schema, values)]
    return "\n\n".join(parts) + "\n"


def _parts(schema: Mapping[str, Any], values: Mapping[str, Any]) -> Iterator[str]:
    for key, about in schema["properties"].items():
        lines = [_remark(f"{about['title']}. {about['description']}"), *_details(about)]
        if key in values:
            example = _example(about)
            if values[key] != example:
                lines += ["# For example:", _shown({key: example})]
            lines.append("\n".join(_yaml({key: values[key]})))
        else:
            lines.append(_shown({key: _example(about)}))
        yield "\n".join(lines)


def _details(about: Mapping[str, Any]) -> Iterator[str]:
    """Explain the keys below a key."""
    for key, inner in _shape(about).get("properties", {}).items():
        yield _remark(f"{key}: {inner['description']}", indent="#   ")


def _shape(about: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give the fullest form that a value may have: the last, where there are several."""
    forms = about.get("anyOf")
    return forms[-1] if forms else about


def _example(about: Mapping[str, Any]) -> Any:  # noqa: ANN401 - any value that YAML can hold
    return _shape(about)["examples"][0]


def _yaml(value: Mapping[str, Any]) -> list[str]:
    return yaml.safe_dump(value, sort_keys=False, allow_unicode=True, width=_WIDTH).rstrip().split("\n")


def _remark(*lines: str, indent: str = "# ") -> str:
    wrapped = (part for line in lines for part in textwrap.wrap(line, _WIDTH) or [""])
    return "\n".join((indent + line).rstrip() for line in wrapped)


def _shown(value: Mapping[str, Any]) -> str:
    """Give values as a remark; a long line stays one, so that it is right when the # is taken away."""
    return "\n".join(f"# {line}" for line in _yaml(value))
