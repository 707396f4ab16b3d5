"""Small accidents that happen to a text: a letter changed, a line lost, an indent gone, two lines swapped."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

LETTERS = "aZ09 -:,.'\"#&*!|>%@`[]{}?\\/~=+()\t\n\r\u00a0\u200b\u202e\u00e9e\u0301\U0001f600\x00\ufeff"
PIECES = ("<<: *a", "&a ", "!!int ", "unknown", "conditional", "yes", "- ", "  ", "---\n", "\\u0000", "24/7", "? [a]")


def mutate(text: str, rng: random.Random) -> bytes:
    """Give the bytes of a text after one to four accidents; about one in ten is no longer UTF-8."""
    for _ in range(rng.randint(1, 4)):
        text = rng.choice(_ACCIDENTS)(text, rng)
    data = text.encode("utf-8", "surrogatepass")
    if rng.random() < 0.1 and data:
        at = rng.randrange(len(data))
        data = data[:at] + bytes([rng.randrange(256)]) + data[at + 1 :]
    return data


def _change(text: str, rng: random.Random) -> str:
    at = rng.randrange(len(text) + 1)
    return text[:at] + rng.choice(LETTERS) + text[at + 1 :]


def _insert(text: str, rng: random.Random) -> str:
    at = rng.randrange(len(text) + 1)
    return text[:at] + rng.choice((*LETTERS, *PIECES)) + text[at:]


def _cut(text: str, rng: random.Random) -> str:
    at = rng.randrange(len(text) + 1)
    return text[:at] + text[at + rng.randint(1, 30) :]


def _lines(text: str, rng: random.Random) -> str:
    lines = text.split("\n")
    a, b = rng.randrange(len(lines)), rng.randrange(len(lines))
    kind = rng.randrange(5)
    if kind == 0:
        del lines[a]
    elif kind == 1:
        lines.insert(b, lines[a])
    elif kind == 2:
        lines[a], lines[b] = lines[b], lines[a]
    elif kind == 3:
        lines[a] = " " * rng.randint(0, 8) + lines[a].lstrip()
    else:
        lines[a] = "\t" + lines[a]
    return "\n".join(lines)


def _value(text: str, rng: random.Random) -> str:
    lines = text.split("\n")
    at = rng.randrange(len(lines))
    key, colon, _ = lines[at].partition(": ")
    lines[at] = key + (colon or ": ") + rng.choice((*PIECES, "", "[]", "{}", "[a, b]", "{a: b}", "x" * 700, "\ud800"))
    return "\n".join(lines)


_ACCIDENTS: tuple[Callable[[str, random.Random], str], ...] = (_change, _insert, _cut, _lines, _value)
