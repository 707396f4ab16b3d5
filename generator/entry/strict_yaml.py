"""Strict YAML: every scalar stays the text that was typed, and everything with two readings is refused.

PyYAML's own loading turns `12:30` into 750, `02134` into 1116 and lets a second `phone:` win silently
(measured; handbook, decisions). So the events of the C parser are read here, scalars are kept as strings, and
anchors, aliases, tags, merge keys, duplicate keys, odd characters, deep nesting and big files are problems.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import yaml

from generator.entry.problem import Problem, ProblemError, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
Path: TypeAlias = tuple[str | int, ...]

ENTRY_LIMIT = 16 * 1024
"""Bytes of one entry. 100 KB of `[` cost the C parser 21 s; 16 KB cost 0.6 s (measured)."""

CONFIG_LIMIT = 1024 * 1024
"""Bytes of one file of `site_config/` or of `directory/geocodes.yaml`, which only maintainers write."""

DEPTH_LIMIT = 8
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_ODD = re.compile(r"[^\n\r\t\x20-\x7e]")
_LONE_CR = re.compile(r"\r(?!\n)")

Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value, and its key if it has one, begin: 1-based line and column."""

    line: int
    column: int
    length: int
    key_line: int
    key_column: int


@dataclass(frozen=True, slots=True)
class Document:
    """One file that was read: its plain data (dicts, lists and strings) and its text, from which places are found.

    `problems` are those that did not stop the reading, such as a key written twice.
    """

    file: str
    text: str
    data: dict[str, Value]
    problems: tuple[Problem, ...] = ()

    def places(self) -> dict[Path, Place]:
        """Give the place of every value by its path, e.g. `("phones", 0, "number")`; `()` is the file's start."""
        reader = _Reader(self.file, self.text, places=True)
        reader.read()
        return reader.found

    def line(self, number: int) -> str:
        """Give one line of the text as it stands, `number` counted from 1; empty past the end."""
        lines = self.text.splitlines()
        return lines[number - 1] if 0 < number <= len(lines) else ""


def read(file: str, data: bytes, limit: int = ENTRY_LIMIT) -> Document:
    """Read one file.

    `file` is the name shown in problems, `limit` the greatest size in bytes. Raises ProblemError where no data can
    be had at all: too big, not UTF-8, odd characters, not YAML, nested too deep.
    """
    text = _decode(file, data, limit)
    reader = _Reader(file, text, places=False)
    values = reader.read()
    return Document(file, text, values, tuple(reader.problems))


def _decode(file: str, data: bytes, limit: int) -> str:
    if len(data) > limit:
        raise _fail(
            file, "E101", f"{len(data):,} bytes", f"at most {limit:,} bytes in this file: shorten the texts"
        )
    if data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        raise _fail(
            file, "E102", "a byte order mark", "UTF-8 without a byte order mark: save the file as plain UTF-8"
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = error.start - (before.rfind(b"\n") + 1) + 1
        seen = f"the byte 0x{data[error.start]:02x}"
        raise _fail(
            file, "E102", seen, "UTF-8 text: save the file as UTF-8", line=line, column=column
        ) from None
    problems = [_odd(file, text, offset) for offset in _odd_characters(text)]
    if problems:
        raise ProblemError(*problems)
    return text


def _odd(file: str, text: str, offset: int) -> Problem:
    line, column = _line_column(text, offset)
    source = _line(text, line)
    fix = unicodedata.normalize("NFC", "".join(_plain(c) for c in source))
    wanted = "plain letters, digits and spaces: delete it or type it again"
    return _problem(
        file, "E103", _name(text[offset]), wanted, line=line, column=column, source=source, fix=fix
    )


def _odd_characters(text: str) -> Iterator[int]:
    """Give the offsets of characters that cannot be seen, reorder text, or have two spellings."""
    if text.isascii():
        yield from (m.start() for m in _ODD.finditer(text))
    else:
        yield from (m.start() for m in _ODD.finditer(text) if _is_odd(m.group()))
        if not unicodedata.is_normalized("NFC", text):
            yield next(i for i, c in enumerate(text) if unicodedata.combining(c))
    yield from (m.start() for m in _LONE_CR.finditer(text))


def _is_odd(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp", "Zs"}


def _plain(character: str) -> str:
    if unicodedata.category(character) == "Zs" or character == "\r":
        return " "
    return "" if _ODD.match(character) and _is_odd(character) else character


def _name(character: str) -> str:
    return f"U+{ord(character):04X} {unicodedata.name(character, 'a control character').lower()}"


class _Reader:
    """One pass over the events of one text."""

    def __init__(self, file: str, text: str, *, places: bool) -> None:
        self.file = file
        self.text = text
        self.places = places
        self.found: dict[Path, Place] = {}
        self.problems: list[Problem] = []
        self.suspicious = "\\" in text

    def read(self) -> dict[str, Value]:
        loader = Loader(self.text)
        try:
            return self._document(loader)
        except yaml.MarkedYAMLError as error:
            raise self._syntax(error) from None
        except yaml.YAMLError:
            raise _fail(self.file, "E104", "text that is not YAML", "key: value lines") from None
        finally:
            loader.dispose()

    def _document(self, loader: yaml.SafeLoader) -> dict[str, Value]:
        event = loader.get_event()
        while not isinstance(event, (yaml.DocumentStartEvent, yaml.StreamEndEvent)):
            event = loader.get_event()
        if isinstance(event, yaml.StreamEndEvent):
            raise _fail(
                self.file, "E105", "an empty file", "name, organization, summary, services, status, sources"
            )
        if event.explicit and (event.version or event.tags):
            raise self._at(event, "E106", "a % directive", "no directives: delete the line")
        first = loader.get_event()
        if not isinstance(first, yaml.MappingStartEvent):
            raise self._at(
                first, "E105", "a list or a text", "key: value lines, such as  name: Harbor Pantry"
            )
        data = self._mapping(loader, first, (), 1)
        loader.get_event()
        end = loader.get_event()
        if not isinstance(end, yaml.StreamEndEvent):
            raise self._at(
                end, "E107", "a second document (---)", "one entry in one file: delete it from here"
            )
        return data

    def _value(self, loader: yaml.SafeLoader, event: yaml.Event, path: Path, depth: int) -> Value:
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.AliasEvent):
            self._note(event, "E108", f"*{event.anchor}", "the value itself, written out")
            return ""
        if depth >= DEPTH_LIMIT:
            raise self._at(event, "E109", f"more than {DEPTH_LIMIT} levels", "fewer levels inside each other")
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(loader, event, path, depth + 1)
        return self._sequence(loader, event, path, depth + 1)

    def _scalar(self, event: yaml.ScalarEvent) -> str:
        self._no_anchor_or_tag(event)
        text: str = event.value
        if not event.style and text in _NOTHING:
            wanted = "a value; if nobody knows it, delete the line"
            self._note(event, "E110", text or "nothing after the colon", wanted, length=max(1, len(text)))
        if self.suspicious and event.style == '"':
            odd = next((c for c in text if _ODD.match(c) and _is_odd(c)), None)
            if odd:
                self._note(event, "E103", _name(odd), "plain letters, digits and spaces: delete the escape")
        return text

    def _mapping(
        self, loader: yaml.SafeLoader, start: yaml.Event, path: Path, depth: int
    ) -> dict[str, Value]:
        self._no_anchor_or_tag(start)
        data: dict[str, Value] = {}
        lines: dict[str, int] = {}
        while not isinstance(key := loader.get_event(), yaml.MappingEndEvent):
            name = self._key(key)
            if name in data:
                seen = f"{name}: a second time (first in line {lines[name]})"
                self._note(
                    key, "E111", seen, f"{name}: once; for several values write one list", length=len(name)
                )
            lines.setdefault(name, key.start_mark.line + 1)
            event = loader.get_event()
            here = (*path, name)
            if self.places:
                self._remember(here, event, key)
            data.setdefault(name, self._value(loader, event, here, depth))
        return data

    def _key(self, event: yaml.Event) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            raise self._at(event, "E112", "a key that is not a word", "a word and a colon, such as  name:")
        self._no_anchor_or_tag(event)
        if event.value == "<<":
            self._note(event, "E113", "<<", "the keys themselves, written out", length=2)
        return str(event.value)

    def _sequence(self, loader: yaml.SafeLoader, start: yaml.Event, path: Path, depth: int) -> list[Value]:
        self._no_anchor_or_tag(start)
        values: list[Value] = []
        while not isinstance(event := loader.get_event(), yaml.SequenceEndEvent):
            here = (*path, len(values))
            if self.places:
                self._remember(here, event, event)
            values.append(self._value(loader, event, here, depth))
        return values

    def _no_anchor_or_tag(self, event: yaml.Event) -> None:
        if event.anchor is not None:
            self._note(event, "E108", f"&{event.anchor}", "no & before a value, or the text in quotes")
        if event.tag is not None:
            self._note(event, "E114", "a ! tag", "no ! before a value, or the text in quotes")

    def _remember(self, path: Path, event: yaml.Event, key: yaml.Event) -> None:
        start, end = event.start_mark, event.end_mark
        length = end.column - start.column if end.line == start.line else 1
        self.found[path] = Place(
            start.line + 1,
            start.column + 1,
            max(1, length),
            key.start_mark.line + 1,
            key.start_mark.column + 1,
        )

    def _at(self, event: yaml.Event, code: str, seen: str, wanted: str) -> ProblemError:
        self._note(event, code, seen, wanted)
        return ProblemError(*self.problems)

    def _note(self, event: yaml.Event, code: str, seen: str, wanted: str, length: int = 1) -> None:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        source = _line(self.text, line)
        self.problems.append(
            _problem(self.file, code, seen, wanted, line=line, column=column, source=source, length=length)
        )

    def _syntax(self, error: yaml.MarkedYAMLError) -> ProblemError:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        source = _line(self.text, line)
        seen, wanted, fix = _explain(error.problem or "", source)
        return _fail(self.file, "E104", seen, wanted, line=line, column=column, source=source, fix=fix)


def _explain(problem: str, source: str) -> tuple[str, str, str]:
    """Turn PyYAML's sentence about a line into a volunteer's: what was seen, what is wanted, the line to paste."""
    indent = source[: len(source) - len(source.lstrip())]
    if "\t" in indent or "cannot start any token" in problem and "\t" in source:
        return "a tab", "spaces instead of tabs", source.replace("\t", "  ")
    key, colon, value = source.strip().partition(": ")
    if "mapping values are not allowed" in problem and ":" in value:
        quoted = value.replace("\\", "\\\\").replace('"', '\\"')
        return (
            "a second colon in the line",
            "quotes around a text with a colon",
            f'{indent}{key}{colon}"{quoted}"',
        )
    if "mapping values are not allowed" in problem:
        return (
            "a line that does not line up",
            "the same number of spaces as the line above it",
            source.strip(),
        )
    if "found unexpected end of stream" in problem or "quoted scalar" in problem:
        return "a quote that is never closed", "a closing quote at the end of the text", ""
    if "cannot start any token" in problem:
        quoted = value.replace("\\", "\\\\").replace('"', '\\"')
        fix = f'{indent}{key}: "{quoted}"' if value else ""
        return "a text that begins with a special sign", "quotes around the text", fix
    if "could not find expected ':'" in problem:
        return "a key without a colon", "a colon and a space after the key, such as  name: Harbor Pantry", ""
    return "a line that is not  key: value", "key: value lines, lists with  - , lined up with spaces", ""


def _line_column(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1


def _line(text: str, number: int) -> str:
    lines = text.split("\n")
    return lines[number - 1].rstrip("\r") if 0 < number <= len(lines) else ""


def _fail(file: str, code: str, seen: str, wanted: str, **where: Any) -> ProblemError:
    return ProblemError(_problem(file, code, seen, wanted, **where))


def _problem(  # noqa: PLR0913 - one argument for each thing a problem tells
    file: str,
    code: str,
    seen: str,
    wanted: str,
    *,
    line: int = 1,
    column: int = 1,
    source: str = "",
    fix: str = "",
    length: int = 1,
) -> Problem:
    return Problem(
        file, line, column, code, Severity.ERROR, seen, wanted, fix=fix, source=source, length=length
    )
