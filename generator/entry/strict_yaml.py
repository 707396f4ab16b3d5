"""Strict YAML: every scalar stays the text that was typed, and everything with two readings is refused.

PyYAML's own loading turns `12:30` into 750, `02134` into 1116 and lets a second `phone:` win silently
(measured; handbook, decisions). So the events of the C parser are read here, scalars are kept as strings, and
anchors, aliases, tags, merge keys, duplicate keys, odd characters, deep nesting and big files are problems.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeAlias, cast

import yaml

from generator.entry.problem import ProblemError
from generator.entry.strict_text import composed, decode, line_of, named, problem, unseen
from generator.entry.yaml_hints import Trouble, explain, glued, quoted

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.entry.problem import Problem
    from generator.entry.yaml_hints import Hint

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
Path: TypeAlias = tuple[str | int, ...]

ENTRY_LIMIT = 16 * 1024
"""Bytes of one entry. 100 KB of `[` cost the C parser 21 s; 16 KB cost 0.6 s (measured)."""

CONFIG_LIMIT = 1024 * 1024
"""Bytes of one file of `site_config/` or of `directory/geocodes.yaml`, which only maintainers write."""

DEPTH_LIMIT = 8
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


class _Mark(Protocol):
    """A place in the text, counted from 0; `index` counts characters from its start."""

    line: int
    column: int
    index: int


class _Event(Protocol):
    """What this module reads of an event of either parser; not every kind has every part."""

    start_mark: _Mark
    end_mark: _Mark
    anchor: str | None
    tag: str | None
    value: str
    style: str | None
    version: object
    tags: object


class _Parser(Protocol):
    """The part of a PyYAML loader that gives events."""

    def get_event(self) -> _Event: ...

    def dispose(self) -> None: ...


_new_parser = cast("Callable[[str], _Parser]", getattr(yaml, "CSafeLoader", yaml.SafeLoader))

# Events are told apart by their exact class: cheaper than isinstance, and there are no subclasses.
_SCALAR: type = yaml.ScalarEvent
_ALIAS: type = yaml.AliasEvent
_MAPPING: type = yaml.MappingStartEvent
_MAPPING_END: type = yaml.MappingEndEvent
_SEQUENCE_END: type = yaml.SequenceEndEvent
_STREAM_START: type = yaml.StreamStartEvent
_STREAM_END: type = yaml.StreamEndEvent


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value, and its key if it has one, begin: 1-based line and column.

    `length` is that of the value on its first line, `end_line` the line on which it ends.
    """

    line: int
    column: int
    length: int
    key_line: int
    key_column: int
    end_line: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """One file that was read: its plain data (dicts, lists and strings), and its text to find places in.

    `problems` are those that did not stop the reading, such as a key written twice.
    """

    file: str
    text: str
    data: dict[str, Value]
    problems: tuple[Problem, ...] = ()

    def places(self) -> dict[Path, Place]:
        """Give the place of every value by its path, e.g. `("phones", 0, "number")`; as slow as reading."""
        reader = _Reader(self.file, self.text, places=True)
        reader.read()
        return reader.found

    def line(self, number: int) -> str:
        """Give one line of the text as it stands, `number` counted from 1; empty past the end."""
        return line_of(self.text, number)


def read(file: str, data: bytes, limit: int = ENTRY_LIMIT) -> Document:
    """Read one file.

    `file` is the name shown in problems, `limit` the greatest size in bytes. Raises ProblemError where no data
    can be had at all: too big, not UTF-8, odd characters, not YAML, nested too deep.
    """
    text = decode(file, data, limit)
    reader = _Reader(file, text, places=False)
    values = reader.read()
    return Document(file, text, values, tuple(reader.problems))


def read_placed(file: str, data: bytes, limit: int = ENTRY_LIMIT) -> tuple[Document, dict[Path, Place]]:
    """Read one file as `read` does, and give the places of its values too, in the one pass."""
    text = decode(file, data, limit)
    reader = _Reader(file, text, places=True)
    values = reader.read()
    return Document(file, text, values, tuple(reader.problems)), reader.found


class _Reader:
    """One pass over the events of one text."""

    def __init__(self, file: str, text: str, *, places: bool) -> None:
        self.file = file
        self.text = text
        self.places = places
        self.found: dict[Path, Place] = {}
        self.problems: list[Problem] = []
        self.escapes = "\\" in text
        self.hashes = " #" in text

    def read(self) -> dict[str, Value]:
        parser = _new_parser(self.text)
        try:
            return self._document(parser)
        except yaml.MarkedYAMLError as error:
            last = self._syntax(error)
            raise ProblemError(*(p for p in self.problems if p.line < last.line), last) from None
        except yaml.YAMLError:
            wanted = "lines such as  name: Harbor Pantry"
            raise ProblemError(problem(self.file, "E104", "text that is not YAML", wanted)) from None
        finally:
            parser.dispose()

    def _document(self, parser: _Parser) -> dict[str, Value]:
        event = parser.get_event()
        while type(event) is _STREAM_START:
            event = parser.get_event()
        if type(event) is _STREAM_END:
            wanted = "an entry, which begins with a line such as  name: Harbor Pantry"
            raise ProblemError(problem(self.file, "E105", "a file with nothing in it", wanted))
        if event.version or event.tags:
            raise self._stop(event, "E106", "a line that begins with %", "no such line: delete it")
        first = parser.get_event()
        if type(first) is not _MAPPING:
            raise self._no_mapping(first)
        data = self._mapping(parser, first, (), 1)
        parser.get_event()
        after = parser.get_event()
        if type(after) is not _STREAM_END:
            raise self._stop(
                after,
                "E107",
                "a second entry after ---",
                "one entry in each file: move what is below --- to a file of its own",
            )
        return data

    def _no_mapping(self, first: _Event) -> ProblemError:
        hint = glued(self.text, first.start_mark.line + 1)
        if hint:
            return ProblemError(self._problem(hint))
        wanted = "lines such as  name: Harbor Pantry"
        return self._stop(first, "E105", "something that is not a key, a colon and a value", wanted)

    def _value(self, parser: _Parser, event: _Event, path: Path, depth: int) -> Value:
        kind = type(event)
        if kind is _SCALAR:
            return self._scalar(event)
        if kind is _ALIAS:
            fix = self._in_quotes(event)
            self._note(event, "E108", f"*{event.anchor}", "quotes around a text that begins with *", fix=fix)
            return ""
        if depth >= DEPTH_LIMIT:
            wanted = f"at most {DEPTH_LIMIT} levels; usually a line begins too far to the right"
            raise self._stop(event, "E109", "lists or keys too deep inside each other", wanted)
        if kind is _MAPPING:
            return self._mapping(parser, event, path, depth + 1)
        return self._sequence(parser, event, path, depth + 1)

    def _scalar(self, event: _Event) -> str:
        text = event.value
        if self._anchor_or_tag(event):
            return text
        if not event.style:
            if text in _NOTHING:
                self._nothing(event)
            elif self.hashes:
                self._no_lost_words(event)
        elif self.escapes and event.style == '"':
            odd = unseen(text)
            if odd:
                self._note(event, "E103", named(odd), "plain letters, digits and spaces: delete the part with the \\")
            elif not composed(text):
                seen = "a letter and its accent as two characters"
                self._note(event, "E103", seen, "the same letter typed as one character, without the \\")
        return text

    def _nothing(self, event: _Event) -> None:
        column = event.start_mark.column
        line = line_of(self.text, event.start_mark.line + 1)
        seen, wanted, fix = event.value, "a value; if nobody knows it, delete the line", ""
        if not event.value and " #" in line[max(0, column - 1) :]:
            seen, wanted = "only a # and words after it, which are left out", "quotes around a text that begins with #"
            fix = f"{line[:column].rstrip()} {quoted(line[column:].strip())}"
        elif not event.value:
            seen = "nothing after the colon" if line[:column].rstrip().endswith(":") else "nothing after the  -"
        self._note(event, "E110", seen, wanted, length=max(1, len(event.value)), fix=fix)

    def _no_lost_words(self, event: _Event) -> None:
        """Note words after ` #`, which YAML drops: `Suite #4` would lose its number. A remark has `# ` before it."""
        end = event.end_mark.index
        rest = self.text[end : self.text.find("\n", end)] if "\n" in self.text[end:] else self.text[end:]
        lost = rest.lstrip(" ")
        if lost.startswith("#") and len(lost) > 1 and lost[1] not in " #\r":
            start = event.start_mark
            before = line_of(self.text, start.line + 1)[: start.column]
            whole = event.value + rest.rstrip()
            fix = before + quoted(whole) if event.end_mark.line == start.line else ""
            wanted = "quotes around the text, or a space after the # if the rest is only a remark"
            self._note(event, "E115", f"{lost.rstrip()}, which is left out", wanted, length=len(whole), fix=fix)

    def _mapping(self, parser: _Parser, start: _Event, path: Path, depth: int) -> dict[str, Value]:
        self._anchor_or_tag(start)
        data: dict[str, Value] = {}
        lines: dict[str, int] = {}
        key = parser.get_event()
        while type(key) is not _MAPPING_END:
            name = self._key(key)
            if name in data:
                seen = f"{name}: a second time (first in line {lines[name]})"
                wanted = f"{name}: only once: delete one of the two"
                self._note(key, "E111", seen, wanted, length=len(name))
            lines.setdefault(name, key.start_mark.line + 1)
            event = parser.get_event()
            here = (*path, name)
            if self.places:
                self._remember(here, event, key)
            value = self._value(parser, event, here, depth)
            data.setdefault(name, value)
            key = parser.get_event()
        return data

    def _key(self, event: _Event) -> str:
        if type(event) is not _SCALAR:
            raise self._stop(event, "E112", "a key that is not a word", "a word and a colon, such as  name:")
        if self._anchor_or_tag(event):
            return event.value
        if event.value == "<<":
            self._note(event, "E113", "<<", "the keys themselves, each on its own line", length=2)
        elif self.escapes and unseen(event.value):
            self._note(event, "E103", named(unseen(event.value)), "a key of plain letters")
        return event.value

    def _sequence(self, parser: _Parser, start: _Event, path: Path, depth: int) -> list[Value]:
        self._anchor_or_tag(start)
        values: list[Value] = []
        event = parser.get_event()
        while type(event) is not _SEQUENCE_END:
            here = (*path, len(values))
            if self.places:
                self._remember(here, event, event)
            values.append(self._value(parser, event, here, depth))
            event = parser.get_event()
        return values

    def _anchor_or_tag(self, event: _Event) -> bool:
        """Note a & or ! before a value; both have a meaning in YAML that nobody here wants."""
        if event.anchor is None and event.tag is None:
            return False
        fix = self._in_quotes(event) if type(event) is _SCALAR else ""
        if event.anchor is not None:
            self._note(event, "E108", f"&{event.anchor}", "quotes around a text that begins with &", fix=fix)
            return True
        line = line_of(self.text, event.start_mark.line + 1)
        sign, _, rest = line[event.start_mark.column :].partition(" ")
        if sign.startswith("!!"):
            fix = line[: event.start_mark.column] + rest if fix else ""
            self._note(event, "E114", sign, "the value without it", fix=fix, length=len(sign))
        else:
            self._note(event, "E114", sign, "quotes around a text that begins with !", fix=fix, length=len(sign))
        return True

    def _in_quotes(self, event: _Event) -> str:
        """Give the line with the rest of it, from the event on, in quotes."""
        line = line_of(self.text, event.start_mark.line + 1)
        column = event.start_mark.column
        return line[:column] + quoted(line[column:].rstrip()) if event.start_mark.line == event.end_mark.line else ""

    def _remember(self, path: Path, event: _Event, key: _Event) -> None:
        start, end = event.start_mark, event.end_mark
        length = end.column - start.column if end.line == start.line else 1
        key_line, key_column = key.start_mark.line + 1, key.start_mark.column + 1
        # A text after | or > ends where the next line begins.
        end_line = end.line + 1 if end.column or end.line == start.line else end.line
        place = Place(start.line + 1, start.column + 1, max(1, length), key_line, key_column, end_line)
        self.found.setdefault(path, place)

    def _stop(self, event: _Event, code: str, seen: str, wanted: str) -> ProblemError:
        self._note(event, code, seen, wanted)
        return ProblemError(*self.problems)

    def _note(self, event: _Event, code: str, seen: str, wanted: str, *, length: int = 1, fix: str = "") -> None:
        line = self._line(event.start_mark.line + 1)
        column = event.start_mark.column + 1
        source = line_of(self.text, line)
        self.problems.append(
            problem(self.file, code, seen, wanted, line=line, column=column, source=source, length=length, fix=fix)
        )

    def _syntax(self, error: yaml.MarkedYAMLError) -> Problem:
        stop = _place(error.problem_mark)
        start = _place(error.context_mark) if error.context_mark else stop
        return self._problem(explain(Trouble(self.text, error.context or "", error.problem or "", start, stop)))

    def _line(self, number: int) -> int:
        """Give a line of the text: what is missing at the end begins, for the parser, on a line after the last."""
        return min(number, self.text.count("\n") + 1)

    def _problem(self, hint: Hint) -> Problem:
        line, column = self._line(hint.place[0]), hint.place[1]
        source = line_of(self.text, line)
        return problem(self.file, "E104", hint.seen, hint.wanted, line=line, column=column, source=source, fix=hint.fix)


def _place(mark: _Mark | None) -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
