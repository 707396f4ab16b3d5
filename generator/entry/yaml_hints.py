"""What the YAML parser could not read, in a volunteer's words: where, what was seen, what is wanted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.entry.strict_text import line_of

if TYPE_CHECKING:
    from collections.abc import Callable

_KEY_WITHOUT_SPACE = re.compile(r"^(\s*(?:- )?[a-z_]+):(?! |$)(.+)$")
_BROKEN_QUOTE = re.compile(r"""^(\s*(?:- )?(?:[a-z_]+: )?)(["'])(.*)$""")


@dataclass(frozen=True, slots=True)
class Trouble:
    """What the parser says: its words, and the 1-based places where it began and where it gave up."""

    text: str
    context: str
    problem: str
    start: tuple[int, int]
    stop: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Hint:
    """Where to look, what was seen, what is wanted, and the line to write if it can be known."""

    place: tuple[int, int]
    seen: str
    wanted: str
    fix: str = ""


def explain(trouble: Trouble) -> Hint:
    """Give the most helpful words for one broken place."""
    for sign, hint in _HINTS:
        if sign.search(f"{trouble.context}; {trouble.problem}"):
            return hint(trouble)
    return _anything(trouble)


def quoted(text: str) -> str:
    """Give a text in double quotes, as YAML reads it back."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _special(trouble: Trouble) -> Hint:
    line = line_of(trouble.text, trouble.start[0])
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent:
        return Hint((trouble.start[0], 1), "a tab", "spaces instead of the tab", line.replace("\t", "  "))
    column = trouble.start[1]
    before, rest = line[: column - 1], line[column - 1 :]
    if not rest.strip():
        return Hint(trouble.start, "a text that ends too early", "the rest of it, or a closing ] or }")
    if not re.match(r"\s*(- )?([a-z_]+: +)?$", before):
        return Hint(trouble.start, f"{rest[:1]} at the beginning of a key", "a key of this form:  name: Harbor Pantry")
    seen = f"a text that begins with {rest[:1]}"
    return Hint(
        trouble.start,
        seen,
        "quotes around a text that begins with a special sign",
        before + quoted(rest.rstrip()),
    )


def _tab(trouble: Trouble) -> Hint:
    number = trouble.stop[0]
    line = line_of(trouble.text, number)
    return Hint((number, 1), "a tab", "spaces instead of the tab", line.replace("\t", "  "))


def _not_in_line(trouble: Trouble) -> Hint:
    number, column = trouble.stop
    line = line_of(trouble.text, number)
    key, colon, value = line.strip().partition(": ")
    before = line[: len(line) - len(line.lstrip())]
    above = glued(trouble.text, number - 1)
    if above:
        return above
    if colon and re.search(r":( |$)", value):
        fix = f"{before}{key}: {quoted(value)}"
        return Hint((number, column), "a second colon in the line", "quotes around a text that has a colon in it", fix)
    previous = line_of(trouble.text, number - 1)
    wanted = "as many spaces before it as the line above it has"
    place = (number, len(before) + 1)
    fix = previous[: len(previous) - len(previous.lstrip())] + line.strip() if previous.strip() else line.strip()
    return Hint(place, "a line that begins too far to the right", wanted, fix if fix != line else "")


def _no_colon(trouble: Trouble) -> Hint:
    number, column = trouble.start
    here = glued(trouble.text, number)
    if here:
        return here
    return Hint((number, column), "a line without a colon", "a key, a colon and a space, such as  name: Harbor Pantry")


def glued(text: str, number: int) -> Hint | None:
    """Give the hint for a line in which a key's colon has no space after it, else None."""
    line = line_of(text, number)
    found = _KEY_WITHOUT_SPACE.match(line)
    if not found or found.group(2).startswith("//"):
        return None
    place = (number, found.end(1) + 1)
    return Hint(place, "no space after the colon", "a space after the colon", f"{found.group(1)}: {found.group(2)}")


def _open_quote(trouble: Trouble) -> Hint:
    number = trouble.start[0]
    line = line_of(trouble.text, number)
    found = _BROKEN_QUOTE.match(line)
    fix = found.group(1) + quoted(found.group(3).rstrip()) if found else ""
    return Hint(trouble.start, "a quote that is never closed", "a closing quote at the end of the text", fix)


def _escape(trouble: Trouble) -> Hint:
    line = line_of(trouble.text, trouble.start[0])
    column = trouble.start[1]
    inside = line[column:].rstrip().removesuffix('"')
    fix = line[: column - 1] + quoted(inside) if "\\u" not in inside and "\\U" not in inside else ""
    return Hint(trouble.stop, "a \\ in a text", "plain words; a \\ is rarely meant", fix)


def _after_value(trouble: Trouble) -> Hint:
    number, column = trouble.stop
    line = line_of(trouble.text, number)
    found = _BROKEN_QUOTE.match(line)
    if found and column > found.end(1) + 1:
        inside = found.group(3).rstrip().removesuffix(found.group(2))
        wanted = "quotes only at the beginning and at the end of the text"
        return Hint((number, found.end(1) + 1), "words after a closing quote", wanted, found.group(1) + quoted(inside))
    star = re.match(r"(\s*(?:- )?[a-z_]+: )(\*.*)$", line)
    if star:
        wanted = "quotes around a text that begins with a special sign"
        return Hint(
            (number, star.start(2) + 1), "a text that begins with *", wanted, star[1] + quoted(star[2].rstrip())
        )
    if line.lstrip().startswith("- "):
        wanted = "this  -  as far to the right as the others of its list, below the key of the list"
        return Hint((number, column), "a  -  that does not line up", wanted)
    if "]" in line[: column + 1]:
        return Hint((number, column), "something after the  ]", "a list such as  services: [pantry, meals]")
    wanted = "as many spaces before it as the other keys beside it have"
    above = line_of(trouble.text, number - 1)
    whole = above.strip() and not above.rstrip().endswith(":")
    fix = above[: len(above) - len(above.lstrip(" -"))].replace("-", " ") + line.strip() if whole else ""
    return Hint((number, column), "a line that does not line up", wanted, fix if fix != line else "")


def _open_list(trouble: Trouble) -> Hint:
    number, column = trouble.start
    line = line_of(trouble.text, number)
    sign = "]" if "sequence" in trouble.context else "}"
    fix = line.rstrip() + sign if sign not in line else ""
    return Hint((number, column), f"a {line[column - 1 : column]} that is never closed", f"a closing {sign}", fix)


def _list_in_line(trouble: Trouble) -> Hint:
    number, column = trouble.stop
    line = line_of(trouble.text, number)
    before, after = line[: column - 1].rstrip(), line[column - 1 :].strip()
    indent = before[: len(before) - len(before.lstrip())]
    wanted = "the list below its key, one  -  a line"
    return Hint((number, column), "a list that begins beside its key", wanted, f"{before}\n{indent}  {after}")


def _block(trouble: Trouble) -> Hint:
    number, column = trouble.start
    line = line_of(trouble.text, number)
    fix = line[: column - 1] + quoted(line[column - 1 :].rstrip())
    return Hint(
        (number, column),
        f"a text that begins with {line[column - 1 : column]}",
        "quotes around the text",
        fix,
    )


def _dash_wanted(trouble: Trouble) -> Hint:
    wanted = "a  -  before each value of this list, or a key that begins further to the left"
    return Hint(trouble.stop, "a line that does not line up with its list", wanted)


def _anything(trouble: Trouble) -> Hint:
    wanted = "lines such as  name: Harbor Pantry,  lists with  - ,  lined up with spaces"
    return Hint(trouble.stop, "a line that is not  key: value", wanted)


_HINTS: tuple[tuple[re.Pattern[str], Callable[[Trouble], Hint]], ...] = (
    (re.compile("violates indentation"), _tab),
    (re.compile("scanning a block scalar"), _block),
    (re.compile("cannot start any token|scanning an anchor|scanning an alias|node content"), _special),
    (re.compile("mapping values are not allowed"), _not_in_line),
    (re.compile("block sequence entries are not allowed"), _list_in_line),
    (re.compile("could not find expected ':'"), _no_colon),
    (re.compile("scanning a quoted scalar"), _open_quote),
    (re.compile("escape c"), _escape),
    (re.compile("flow sequence|flow mapping"), _open_list),
    (re.compile("expected '-' indicator"), _dash_wanted),
    (re.compile("expected key"), _after_value),
)
