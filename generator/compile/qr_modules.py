"""QR codes of short texts after ISO/IEC 18004: byte mode, error correction level M, mask 3, and no other kind.

Where the modules of a version lie is reckoned once; a code then costs some 0.1 ms. A library that can all kinds takes
five times as long, which was a quarter of the time for the pages of a large directory; the tests hold every version
against it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import product
from operator import itemgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_CHECK_BYTES = (
    10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26,
    26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
)  # fmt: skip
"""Of one block, by version from 1: table 9 of the standard, level M."""
_BLOCKS = (
    1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16,
    17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49,
)  # fmt: skip
"""By version, likewise."""

_FIELD = 0x11D
"""The polynomial of the field in which check bytes are reckoned."""
_LEVEL_AND_MASK = 0b00_011
"""Trying all eight masks takes longer and reads no better: of 240 blurred and turned pictures zbar read 95 % with this
one and 91 % with the one of the best mark."""
_FILLING = (0xEC, 0x11)
_BITS = [bytes(byte >> place & 1 for place in range(7, -1, -1)) for byte in range(256)]


@dataclass(frozen=True, slots=True)
class _Layout:
    """One version: `size` in modules, `blocks` as bytes of text and filling in each, `check` as check bytes of each.

    `free` is how many modules hold bits, `mask` which of these are turned over. `pick` gives all modules row by row
    from those bits and, behind them, a light and a dark one.
    """

    size: int
    blocks: tuple[int, ...]
    check: int
    free: int
    mask: int
    pick: Callable[[bytes], tuple[int, ...]]


def modules(text: bytes) -> tuple[int, bytes]:
    """Give the width of a code in modules, and its modules row by row: 1 is dark.

    Raises ValueError for more bytes than any code holds: 2,331.
    """
    layout, stream = _fitting(text)
    blocks, start = [], 0
    for length in layout.blocks:
        blocks.append(stream[start : start + length])
        start += length
    checks = [_check(block, layout.check) for block in blocks]
    mixed = [block[at] for at in range(layout.blocks[-1]) for block in blocks if at < len(block)]
    mixed += [check[at] for at in range(layout.check) for check in checks]
    bits = b"".join([_BITS[byte] for byte in mixed]).ljust(layout.free, b"\0")
    turned = (int.from_bytes(bits, "big") ^ layout.mask).to_bytes(layout.free, "big")
    return layout.size, bytes(layout.pick(turned + b"\0\1"))


def _fitting(text: bytes) -> tuple[_Layout, bytes]:
    """Give the smallest version that holds a text, and what stands in it: the mode, the length, the text, filling."""
    for version in range(1, 41):
        room, counted = sum(_block_sizes(version)), 8 if version < 10 else 16
        spare = room * 8 - 4 - counted - 8 * len(text)
        if spare >= 0:
            # Four bits of mode and four of nothing, at the end, make whole bytes of it; the byte of nothing behind
            # them says no more, but is what the tests' library writes.
            head = (0b0100 << counted | len(text)) << 8 * len(text) | int.from_bytes(text, "big")
            stream = (head << 12).to_bytes((room * 8 - spare + 12) // 8, "big")[:room]
            filling = (_FILLING[at % 2] for at in range(room - len(stream)))
            return _layout(version), stream + bytes(filling)
    raise ValueError(f"{len(text)} bytes are too large for a QR code")


def _block_sizes(version: int) -> tuple[int, ...]:
    whole, count = _free(version) // 8, _BLOCKS[version - 1]
    longer = whole % count
    short = whole // count - _CHECK_BYTES[version - 1]
    return (short,) * (count - longer) + (short + 1,) * longer


def _free(version: int) -> int:
    """Give how many modules of a version hold bits."""
    count = len(_alignments(version))
    free = (16 * version + 128) * version + 64
    if count:
        free -= (25 * count - 10) * count - 55
    return free - 36 if version >= 7 else free


def _alignments(version: int) -> list[int]:
    """Give the rows, and columns, in whose crossings alignment patterns lie (annex E)."""
    if version == 1:
        return []
    count = version // 7 + 2
    step = 26 if version == 32 else (version * 4 + count * 2 + 1) // (count * 2 - 2) * 2
    return [6, *(version * 4 + 10 - step * back for back in range(count - 2, -1, -1))]


@cache
def _layout(version: int) -> _Layout:
    size = version * 4 + 17
    fixed = dict(_fixed(version, size))
    way = [place for place in _way(size) if place not in fixed]
    source = {place: number for number, place in enumerate(way)}
    light = len(way)
    pick = itemgetter(
        *(source[x, y] if (x, y) in source else light + fixed[x, y] for y, x in product(range(size), repeat=2))
    )
    mask = int.from_bytes(bytes((x + y) % 3 == 0 for x, y in way), "big")
    return _Layout(size, _block_sizes(version), _CHECK_BYTES[version - 1], light, mask, pick)


def _fixed(version: int, size: int) -> Iterator[tuple[tuple[int, int], int]]:
    """Give column, row and color of every module that does not depend on the text; a later one wins."""
    for at in range(size):
        yield (6, at), 1 - at % 2
        yield (at, 6), 1 - at % 2
    middles = _alignments(version)
    for x, y in product(middles, repeat=2):
        if (x, y) not in {(6, 6), (6, size - 7), (size - 7, 6)}:
            yield from _square(x, y, 2, size, light=1)
    for x, y in ((3, 3), (size - 4, 3), (3, size - 4)):
        yield from _square(x, y, 4, size, light=2)
    stated = _with_check(_LEVEL_AND_MASK, 10, 0x537) ^ 0x5412
    for bit in range(15):
        dark = stated >> bit & 1
        yield (8, bit + (bit > 5)) if bit < 8 else (14 - bit + (bit < 9), 8), dark
        yield (size - 1 - bit, 8) if bit < 8 else (8, size - 15 + bit), dark
    yield (8, size - 8), 1
    if version >= 7:
        stated = _with_check(version, 12, 0x1F25)
        for bit in range(18):
            x, y = size - 11 + bit % 3, bit // 3
            yield (x, y), stated >> bit & 1
            yield (y, x), stated >> bit & 1


def _square(x: int, y: int, reach: int, size: int, *, light: int) -> Iterator[tuple[tuple[int, int], int]]:
    """Give a pattern around its middle: rings of one module, light at `light` and at 4 from the middle, else dark."""
    for left, up in product(range(-reach, reach + 1), repeat=2):
        if 0 <= x + left < size and 0 <= y + up < size:
            yield (x + left, y + up), int(max(abs(left), abs(up)) not in {light, 4})


def _way(size: int) -> Iterator[tuple[int, int]]:
    """Give columns and rows in the order in which bits fill a code: up and down in pairs of columns, from the right."""
    up = True
    for right in (x if x > 6 else x - 1 for x in range(size - 1, 0, -2)):
        for step in range(size):
            y = size - 1 - step if up else step
            yield right, y
            yield right - 1, y
        up = not up


def _with_check(value: int, width: int, divisor: int) -> int:
    """Append the remainder of a division of polynomials over two elements."""
    rest = value
    for _ in range(width):
        rest = rest << 1 ^ (rest >> width - 1) * divisor
    return value << width | rest


def _check(block: bytes, count: int) -> bytes:
    """Give the check bytes of one block (Reed and Solomon): the remainder of its division by the divisor of `count`."""
    multiples, rest, low = _multiples(count), 0, (1 << 8 * (count - 1)) - 1
    for byte in block:
        rest = (rest & low) << 8 ^ multiples[byte ^ rest >> 8 * (count - 1)]
    return rest.to_bytes(count, "big")


@cache
def _multiples(count: int) -> list[int]:
    """Give what each leading byte takes from the remainder: that many times the divisor, its first term left out."""
    divisor, root = [1], 1
    for _ in range(count):
        longer = [*divisor, 0]
        for at, term in enumerate(divisor):
            longer[at + 1] ^= _times(term, root)
        divisor, root = longer, _times(root, 2)
    return [int.from_bytes(bytes(_times(term, factor) for term in divisor[1:]), "big") for factor in range(256)]


def _times(a: int, b: int) -> int:
    product_ = 0
    for place in range(7, -1, -1):
        product_ = product_ << 1 ^ (product_ >> 7) * _FIELD ^ (b >> place & 1) * a
    return product_
