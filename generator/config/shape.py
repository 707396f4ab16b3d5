"""Has a file of `site_config/` the shape its JSON Schema wants: if not, every difference in plain words."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import islice
from typing import TYPE_CHECKING, Any, cast

import jsonschema_rs

from generator.config.reading import FOLDER, MOST, ConfigFile, nearest
from generator.entry.problem import Problem, ProblemError
from generator.entry.schema import SIZES
from generator.entry.strict_yaml import CONFIG_LIMIT, read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

    from generator.entry.strict_yaml import Path, Value

KINDS = ("taxonomy", "site", "lead", "strings", "synonyms", "gaps", "changes", "do-not-list")
"""The kinds of files that have a schema."""

_SHAPES = {
    "object": "keys with values below it",
    "array": "a list, one  - value  a line",
    "string": "one text",
}
_SHOWN = 60
"""Characters of a wrong value that a message repeats."""


@cache
def schema(kind: str) -> Mapping[str, Any]:
    """Give the JSON Schema (draft 2020-12) of one kind of file; every scalar is a string."""
    text = resources.files("generator.config").joinpath(f"{kind}.schema.json").read_text(encoding="utf-8")
    return cast("Mapping[str, Any]", json.loads(text))


@cache
def _gate(kind: str) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(dict(schema(kind)))


@cache
def _validator(kind: str) -> Draft202012Validator:
    from jsonschema import Draft202012Validator  # noqa: PLC0415 - slow to import, and only a wrong file needs it

    return Draft202012Validator(dict(schema(kind)))


def open_file(name: str, data: bytes, kind: str) -> ConfigFile:
    """Read one file strictly and hold it against the schema of its kind.

    `name` is relative to `site_config/`. Raises ProblemError with what it finds, at most MOST of each sort.
    """
    file = ConfigFile(name, read(FOLDER + name, data, limit=CONFIG_LIMIT))
    problems = [*file.document.problems, *islice(_blanks(file, file.document.data, ()), MOST)]
    taken = {(problem.line, problem.column) for problem in problems}
    problems.extend(islice((p for p in _differences(file, kind) if (p.line, p.column) not in taken), MOST))
    if problems:
        raise ProblemError(*sorted(problems))
    return file


def _differences(file: ConfigFile, kind: str) -> Iterator[Problem]:
    """Give each difference once; the validator tells a missing key as often as keys are missing beside it."""
    if _gate(kind).is_valid(file.document.data):
        return
    told: set[Problem] = set()
    for error in _validator(kind).iter_errors(file.document.data):
        for problem in _tell(file, error):
            if problem not in told:
                told.add(problem)
                yield problem


@dataclass(frozen=True, slots=True)
class _Broken:
    """One broken keyword of a schema: where, which, what it wants, the value there, and its field."""

    path: Path
    keyword: str
    want: Any
    value: Any
    field: Mapping[str, Any]
    inner: tuple[ValidationError, ...]


def _blanks(file: ConfigFile, value: Value, path: Path) -> Iterator[Problem]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _blanks(file, inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _blanks(file, inner, (*path, index))
    elif value != value.strip() or any(character in value for character in "\n\r\t"):
        yield file.problem(path, "E708", "blanks around the text, or a second line", "one line of text")


def _tell(file: ConfigFile, error: ValidationError) -> Iterator[Problem]:
    keyword = "propertyNames" if "propertyNames" in error.absolute_schema_path else str(error.validator)
    broken = _Broken(
        tuple(error.absolute_path),
        keyword,
        error.validator_value,
        error.instance,
        cast("Mapping[str, Any]", error.schema),
        tuple(error.context or ()),
    )
    return _TELLERS[keyword](file, broken)


def _unknown_keys(file: ConfigFile, broken: _Broken) -> Iterator[Problem]:
    known = tuple(broken.field.get("properties", {}))
    for key in broken.value:
        if key not in known:
            here, meant = (*broken.path, key), nearest(key, known)
            wanted = f"{meant}: (did you mean that?)" if meant else f"one of {', '.join(known)}"
            fix = file.swapped(here, key, meant, key=True)
            yield file.problem(here, "E702", f"{_short(key)}:", wanted, fix=fix, key=True)


def _missing_keys(file: ConfigFile, broken: _Broken) -> Iterator[Problem]:
    known = broken.field["properties"]
    unknown = (key for key in broken.value if key not in known)
    meant = {nearest(key, known) for key in islice(unknown, MOST)}
    for key in broken.want:
        if key not in broken.value and key not in meant:
            example = known[key]["examples"][0]
            such = f", such as  {key}: {example}" if isinstance(example, str) else ""
            yield file.problem(broken.path, "E703", f"no {key}: here", f"the key {key}:{such}", key=True)


def _type(file: ConfigFile, broken: _Broken) -> Iterator[Problem]:
    yield file.problem(broken.path, "E704", _SHAPES[_kind(broken.value)], _SHAPES[broken.want])


def _choice(file: ConfigFile, broken: _Broken) -> Iterator[Problem]:
    if isinstance(broken.value, str):
        meant = nearest(broken.value, broken.want)
        fix = file.swapped(broken.path, broken.value, meant)
        listed = ", ".join(broken.want[:-1])
        wanted = broken.field.get("x-wanted", f"{listed} or {broken.want[-1]}")
        yield file.problem(broken.path, "E705", _short(broken.value), wanted, fix=fix)


def _pattern(file: ConfigFile, broken: _Broken) -> Iterator[Problem]:
    if broken.value:
        yield file.problem(broken.path, "E706", _short(broken.value), broken.field["x-wanted"])


def _key_form(file: ConfigFile, broken: _Broken) -> Iterator[Problem]:
    here, seen = (*broken.path, broken.value), f"{_short(broken.value)}:"
    yield file.problem(here, "E706", seen, broken.field["x-wanted"], key=True)


def _size(file: ConfigFile, broken: _Broken) -> Iterator[Problem]:
    pattern = broken.field.get("pattern")
    if pattern and broken.value and not re.search(pattern, broken.value):
        return  # the form is told, and says the size too
    thing = {"object": "key", "array": "value", "string": "character"}[_kind(broken.value)]
    bound = "at least" if broken.keyword.startswith("min") else "at most"
    wanted = f"{bound} {_count(broken.want, thing)}"
    yield file.problem(broken.path, "E707", _count(len(broken.value), thing), wanted)


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _twice(file: ConfigFile, broken: _Broken) -> Iterator[Problem]:
    for index, value in enumerate(broken.value):
        if value in broken.value[:index]:
            seen = f"{_short(str(value))} a second time"
            yield file.problem((*broken.path, index), "E709", seen, "each value once")


def _branches(file: ConfigFile, broken: _Broken) -> Iterator[Problem]:
    """Tell what is wrong in the branch that was meant: the one with the same kind of value."""
    for index, branch in enumerate(broken.want):
        if branch["type"] == _kind(broken.value):
            for error in broken.inner:
                if error.schema_path[0] == index:
                    yield from _tell(file, error)
            return
    wanted = " or ".join(_SHAPES[branch["type"]] for branch in broken.want)
    yield file.problem(broken.path, "E704", _SHAPES[_kind(broken.value)], wanted)


def _kind(value: Value) -> str:
    return "object" if isinstance(value, dict) else "array" if isinstance(value, list) else "string"


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


_TELLERS: Mapping[str, Callable[[ConfigFile, _Broken], Iterator[Problem]]] = {
    "additionalProperties": _unknown_keys,
    "anyOf": _branches,
    "enum": _choice,
    "pattern": _pattern,
    "propertyNames": _key_form,
    "required": _missing_keys,
    "type": _type,
    "uniqueItems": _twice,
    **dict.fromkeys(SIZES, _size),
}
