"""Bytes become text, or problems: size, encoding, and characters that cannot be seen or have two spellings."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from generator.entry.codes import severity
from generator.entry.problem import Problem, ProblemError

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_SUSPICIOUS = re.compile(r"[^\n\t\x20-\x7e]")
_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Zs"})
"""Unicode categories of characters that are not drawn, reorder text, or stand for nothing."""


def decode(file: str, data: bytes, limit: int) -> str:
    """Give the text of one file. `limit` is its greatest size in bytes. Raises ProblemError."""
    if len(data) > limit:
        wanted = f"at most {limit:,} bytes: make the texts shorter"
        raise ProblemError(problem(file, "E101", f"{len(data):,} bytes", wanted))
    if data.startswith(_MARKS):
        mark = data.startswith(_MARKS[0])
        seen = "an invisible mark before the first letter" if mark else "a file saved as UTF-16"
        wanted = "plain UTF-8: in your editor choose Save as, encoding UTF-8 (without BOM)"
        raise ProblemError(problem(file, "E102", seen, wanted))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ProblemError(_not_utf8(file, data, error.start)) from None
    problems = tuple(_odd_lines(file, text))
    if problems:
        raise ProblemError(*problems)
    return text


def unseen(text: str) -> str:
    """Give the first character that cannot be seen or reorders text, or an empty text; line breaks may stand."""
    return next((m.group() for m in _SUSPICIOUS.finditer(text) if _is_unseen(m.group())), "")


def line_of(text: str, number: int) -> str:
    """Give one line as it stands, `number` counted from 1; empty past the end."""
    lines = text.split("\n")
    return lines[number - 1].rstrip("\r") if 0 < number <= len(lines) else ""


def named(character: str) -> str:
    """Give a character's name for a message: `no-break space (U+00A0)`."""
    return f"{unicodedata.name(character, 'a control character').lower()} (U+{ord(character):04X})"


def problem(  # noqa: PLR0913 - one argument for each thing a problem tells
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
    """Give a problem; whether it is an error or a warning is in the table of codes."""
    return Problem(file, line, column, code, severity(code), seen, wanted, fix=fix, source=source, length=length)


def _not_utf8(file: str, data: bytes, offset: int) -> Problem:
    before = data[:offset]
    line = before.count(b"\n") + 1
    start = before.rfind(b"\n") + 1
    column = len(data[start:offset].decode("utf-8")) + 1
    end = data.find(b"\n", offset)
    source = data[start : end if end >= 0 else len(data)].decode("utf-8", "replace").rstrip("\r")
    seen = f"a letter in another encoding (byte 0x{data[offset]:02x})"
    wanted = "UTF-8: in your editor choose Save as, encoding UTF-8, and look at this letter again"
    return problem(file, "E102", seen, wanted, line=line, column=column, source=source)


def _odd_lines(file: str, text: str) -> Iterator[Problem]:
    """Give one problem for each line with odd characters; its fix mends the whole line."""
    if text.isascii() and not _SUSPICIOUS.search(text.replace("\r\n", "\n")):
        return
    for number, raw in enumerate(text.split("\n"), 1):
        line = raw.removesuffix("\r")
        if line.isascii() and not _SUSPICIOUS.search(line):
            continue
        column = next((i for i, c in enumerate(line, 1) if _SUSPICIOUS.match(c) and _is_unseen(c)), 0)
        if column:
            name = named(line[column - 1])
            wanted = "plain letters, digits and spaces: paste the line below, or type the line again"
            yield problem(file, "E103", name, wanted, line=number, column=column, source=_drawn(line), fix=_plain(line))
        elif not unicodedata.is_normalized("NFC", line):
            column = _first_difference(line, unicodedata.normalize("NFC", line))
            wanted = "the same letter typed as one character: paste the line below, or type the line again"
            seen = "a letter and its accent as two characters"
            yield problem(file, "E103", seen, wanted, line=number, column=column, source=_drawn(line), fix=_plain(line))


def _is_unseen(character: str) -> bool:
    return unicodedata.category(character) in _UNSEEN


def _plain(line: str) -> str:
    kept = (" " if _blank(c) else "" if _SUSPICIOUS.match(c) and _is_unseen(c) else c for c in line)
    return unicodedata.normalize("NFC", "".join(kept))


def _drawn(line: str) -> str:
    """Give a line in which unseen characters can be seen, one for one, so that a caret still points right."""
    return "".join("\N{OPEN BOX}" if _SUSPICIOUS.match(c) and _is_unseen(c) else c for c in line)


def _blank(character: str) -> bool:
    return character == "\r" or unicodedata.category(character) == "Zs"


def _first_difference(line: str, normal: str) -> int:
    same = (i for i, (a, b) in enumerate(zip(line, normal, strict=False), 1) if a != b)
    return next(same, min(len(line), len(normal)) or 1)
