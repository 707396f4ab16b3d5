"""Has an entry the shape its JSON Schema wants: if not, every difference in plain words, one for each cause."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from generator.check.finding import Finding, shown
from generator.check.guess import nearest
from generator.check.shape_fix import as_keys, as_list, unwrapped
from generator.check.shape_help import Difference, belongs_to, difference, example_line, help_of, keys_of, node_at
from generator.check.shape_value import bad_form, choice, date_text
from generator.entry.schema import conforms, entry_schema, entry_validator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from generator.entry.strict_yaml import Path, Value

MOST = 60
"""Differences told of one file; a file with more needs another look as a whole."""

_OTHER_KEYS = {
    "phone": "phones", "telephone": "phones", "tel": "phones", "number": "phones", "url": "website", "web": "website",
    "homepage": "website", "link": "website", "mail": "email", "e-mail": "email", "description": "summary",
    "about": "summary", "category": "services", "categories": "services", "service": "services", "org": "organization",
    "agency": "organization", "location": "address", "source": "sources", "language": "languages", "verify": "verified",
    "aka": "also_known_as", "price": "cost", "fee": "cost", "opening_hours": "hours", "open": "hours", "title": "name",
    "comment": "editor_note", "notes": "editor_note", "state_status": "status", "age": "ages", "gender": "genders",
    "secret": "confidential", "id": "id_required", "dogs": "pets", "animals": "pets", "bus": "transport_note",
}  # fmt: skip


def differences(data: Mapping[str, Value]) -> tuple[Finding, ...]:
    """Give every difference between an entry's data and its schema, at most MOST."""
    if conforms(data):
        return ()
    errors = list(islice(entry_validator().iter_errors(data), 4 * MOST))
    found = {(finding.path, finding.code, finding.seen): finding for finding in _secrets(data)}
    for error in errors:
        # A key that may not be there at all comes without its path: _secrets tells it.
        if error.schema is not False:
            for finding in islice(_explain(tuple(error.absolute_path), difference(error)), MOST):
                found.setdefault((finding.path, finding.code, finding.seen), finding)
    return tuple(islice(_one_for_each_cause(list(found.values())), MOST))


def _one_for_each_cause(findings: list[Finding]) -> Iterator[Finding]:
    """Leave out what another finding explains: parts of a forbidden block, a key that is only misspelled."""
    forbidden = {f.path for f in findings if f.code == "E501"}
    meant = {f.key for f in findings if f.code == "E201" and f.key}
    told: set[Path] = set()
    for finding in findings:
        if any(finding.path[: len(path)] == path and finding.code != "E501" for path in forbidden):
            continue
        if finding.code == "E202" and finding.seen.removeprefix("no ").removesuffix(": line") in meant:
            continue
        if finding.code == "E203" and meant & {"phones", "website", "address", "point", "confidential"}:
            continue
        if finding.code not in {"E201", "E202", "E203"}:
            if finding.path in told:
                continue
            told.add(finding.path)
        yield finding


def _explain(path: Path, wrong: Difference) -> Iterator[Finding]:
    yield from _TELLERS.get(wrong.keyword, _other)(path, wrong)


def _secrets(data: Mapping[str, Value]) -> Iterator[Finding]:
    """Tell the keys that an entry with a secret place may not have."""
    refused = entry_schema()["dependentSchemas"]["confidential"]["properties"]
    for key in data:
        if "confidential" in data and refused.get(key) is False:
            wanted = (
                f"no {key}: with  confidential: yes.  Delete it before you send this file: old versions stay readable"
            )
            yield Finding("E501", (key,), f"{key}: in a confidential entry", wanted, at_key=True)


def _unknown_keys(path: Path, wrong: Difference) -> Iterator[Finding]:
    known = keys_of(wrong.node)
    for key in wrong.value:
        if key in known:
            continue
        here = (*path, key)
        meant = _meant(path, key, known)
        whole = belongs_to(path, key)
        if meant and meant not in wrong.value:
            yield Finding("E201", here, f"{key}:", f"did you mean  {meant}: ?", key=meant)
        elif whole:
            yield Finding("E201", here, f"{key}: in this place", whole, at_key=True)
        else:
            yield Finding("E201", here, f"{key}:", _known(known, path), at_key=True)


def _meant(path: Path, key: str, known: tuple[str, ...]) -> str:
    usual = _OTHER_KEYS.get(key.lower(), "") if not path else ""
    return nearest(key, known) or (usual if usual in known else "")


def _known(known: tuple[str, ...], path: Path) -> str:
    if len(known) > 12:
        return "a field that entries have: docs/handbook/fields.md lists them. What has none goes into  editor_note:"
    name = f"{path[-1]}: has only" if path and isinstance(path[-1], str) else "here may stand only"
    return f"{name}  {', '.join(known)}"


def _missing_keys(path: Path, wrong: Difference) -> Iterator[Finding]:
    wanted_keys = wrong.limit
    if wrong.value.get("answer") == "conditional" and wanted_keys == ["note"]:
        yield _no_condition((*path, "answer"), "a line  note:  below it")
        return
    for key in wanted_keys:
        if key not in wrong.value:
            wanted = f"a line such as  {example_line(path, key, wrong.node)}"
            yield Finding("E202", path, f"no {key}: line", wanted, at_key=bool(path))


def _no_condition(path: Path, where: str) -> Finding:
    return Finding("E217", path, "conditional without the condition", f"the condition, in {where}")


def _no_way_in(path: Path, _wrong: Difference) -> Iterator[Finding]:
    wanted = "one of  phones:  website:  address:  point:  or  confidential: yes"
    yield Finding("E203", path, "an entry that nobody can reach", wanted)


def _needs_another(path: Path, wrong: Difference) -> Iterator[Finding]:
    for key, others in wrong.limit.items():
        for other in others:
            if key in wrong.value and other not in wrong.value:
                wanted = f"a line such as  {example_line(path, other, wrong.node)}  or no {key}:"
                yield Finding("E218", (*path, key), f"{key}: without {other}:", wanted, at_key=True)


def _type(path: Path, wrong: Difference) -> Iterator[Finding]:
    yield _kind(path, wrong.value, str(wrong.limit))


def _kind(path: Path, value: Value, kind: str) -> Finding:
    """One text, a list and keys are three kinds of values; here stands the wrong one."""
    name = next((str(part) for part in reversed(path) if isinstance(part, str)), "it")
    if kind == "array":
        seen = f"{name}: with one text" if isinstance(value, str) else f"{name}: with keys and no  -  before them"
        wanted = "a list: each value after a  -  on its own line, or all in [ ]"
        return Finding("E205", path, seen, wanted, block=as_list(path, value), at_key=True)
    if kind == "object":
        seen = f"{shown(value)}" if isinstance(value, str) else f"{name}: with a list"
        block = as_keys(path, value)
        keys = keys_of(node_at(path, {}))
        lines = "below it lines with the keys  " + ", ".join(keys[:5]) + (" and others" if len(keys) > 5 else "")
        return Finding("E207", path, seen, lines, block=block)
    seen = f"{name}: with a list" if isinstance(value, list) else f"{name}: with keys below it"
    return Finding("E206", path, seen, "one text beside the key", block=unwrapped(path, value), at_key=True)


def _choice(path: Path, wrong: Difference) -> Iterator[Finding]:
    choices = [str(choice) for choice in wrong.limit]
    if not isinstance(wrong.value, str):
        yield _kind(path, wrong.value, "string")
    elif wrong.value == "conditional" and "yes" in choices:
        yield _no_condition(path, f"two lines below {path[-1]}:  answer: conditional  and  note: Only with a referral.")
    else:
        yield choice(path, wrong.value, choices)


def _pattern(path: Path, wrong: Difference) -> Iterator[Finding]:
    if path[:1] == ("services",) or wrong.value == "":
        return
    yield date_text(path, wrong) if "date" in str(path[-1]) or path[-1] == "alert_until" else bad_form(path, wrong)


def _key_form(path: Path, wrong: Difference) -> Iterator[Finding]:
    for key in (wrong.value,):
        if path != ("hours", "by_service"):
            yield Finding("E213", (*path, key), f"{key}:", help_of((*path, key), wrong.node), at_key=True)


def _size(path: Path, wrong: Difference) -> Iterator[Finding]:
    count, limit = len(wrong.value), int(wrong.limit)
    name = next((str(part) for part in reversed(path) if isinstance(part, str)), "it")
    if count == 0:
        yield Finding("E209", path, f"{name}: with nothing in it", "a value; if nobody knows it, delete the line")
    elif isinstance(wrong.value, str):
        yield _length(path, wrong.value, limit, longer=wrong.keyword == "maxLength")
    else:
        things = "keys" if isinstance(wrong.value, dict) else "values"
        yield Finding(
            "E215", path, f"{name}: with {count} {things}", f"at most {limit}: keep the most useful", at_key=True
        )


def _length(path: Path, text: str, limit: int, *, longer: bool) -> Finding:
    count = len(text)
    if longer:
        return Finding("E208", path, f"{count} characters", f"at most {limit}: leave out {count - limit}")
    return Finding("E208", path, f"{count} character" + "s" * (count > 1), f"at least {limit} characters")


def _twice(path: Path, wrong: Difference) -> Iterator[Finding]:
    for index, value in enumerate(wrong.value):
        if value in wrong.value[:index]:
            yield Finding(
                "E214", (*path, index), f"{shown(str(value))} a second time", "each value once: delete this one"
            )


def _other(path: Path, wrong: Difference) -> Iterator[Finding]:
    yield Finding("E213", path, shown(str(wrong.value)), help_of(path, wrong.node))


_TELLERS: Mapping[str, Callable[[Path, Difference], Iterator[Finding]]] = {
    "additionalProperties": _unknown_keys,
    "anyOf": _no_way_in,
    "dependentRequired": _needs_another,
    "enum": _choice,
    "maxItems": _size,
    "maxLength": _size,
    "maxProperties": _size,
    "minItems": _size,
    "minLength": _size,
    "minProperties": _size,
    "pattern": _pattern,
    "propertyNames": _key_form,
    "required": _missing_keys,
    "type": _type,
    "uniqueItems": _twice,
}
