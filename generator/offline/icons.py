"""Draws the app icons: the mark of the site as PNG files, from the same lines as `icon.svg`.

The files lie in `generator/web/app/`, so that no build draws them. After a change here:
`python -m generator.offline.icons`.
"""

from __future__ import annotations

import math
import struct
import zlib
from itertools import pairwise
from pathlib import Path
from typing import Final

from generator.offline.manifest import SIZES

_BACK: Final = (0x0C, 0x3A, 0x30)
_LINE: Final = (0xFF, 0xFF, 0xFF)
_FIELD: Final = 32.0
"""The drawing is 32 units wide, as in icon.svg. The mark lies in the middle 80 %, which no mask cuts off."""

_WIDTH: Final = 2.4
_SHIFT: Final = 4.0
_STEPS: Final = 12

Point = tuple[float, float]


def _corner(center: Point, radius: float) -> list[Point]:
    """Give the quarter of a circle from its left to its top."""
    angles = (math.pi + math.pi / 2 * step / _STEPS for step in range(_STEPS + 1))
    return [(center[0] + radius * math.cos(a), center[1] + radius * math.sin(a)) for a in angles]


_STROKES: Final[tuple[list[Point], ...]] = (
    [(6.0, 21.5), *_corner((11.0, 14.5), 5.0), (19.0, 9.5)],
    [(14.5, 4.5), (19.5, 9.5), (14.5, 14.5)],
    [(6.0, 3.0), (6.0, 6.0)],
)


def draw(size: int) -> list[bytes]:
    """Give the rows of one icon, three bytes a pixel: the mark on its field, which fills the square."""
    scale = _FIELD / size
    lines = [pair for stroke in _STROKES for pair in pairwise(stroke)]
    return [b"".join(_pixel(x, y, scale, lines) for x in range(size)) for y in range(size)]


def _pixel(x: int, y: int, scale: float, lines: list[tuple[Point, Point]]) -> bytes:
    spot = ((x + 0.5) * scale - _SHIFT, (y + 0.5) * scale - _SHIFT)
    far = min(_distance(spot, start, end) for start, end in lines)
    cover = min(1.0, max(0.0, 0.5 + (_WIDTH / 2 - far) / scale))
    return bytes(round(back + (line - back) * cover) for back, line in zip(_BACK, _LINE, strict=True))


def _distance(spot: Point, start: Point, end: Point) -> float:
    """Give the distance of a spot from a line between two points."""
    run, rise = end[0] - start[0], end[1] - start[1]
    along = ((spot[0] - start[0]) * run + (spot[1] - start[1]) * rise) / (run * run + rise * rise)
    along = min(1.0, max(0.0, along))
    return math.hypot(spot[0] - start[0] - along * run, spot[1] - start[1] - along * rise)


def png(rows: list[bytes]) -> bytes:
    """Give the PNG file of rows of red, green and blue bytes (PNG specification, colour type 2)."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", len(rows[0]) // 3, len(rows), 8, 2, 0, 0, 0)
    body = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def main(folder: Path) -> None:
    """Draw every icon into a folder."""
    for name, size in SIZES.items():
        (folder / name).write_bytes(png(draw(size)))


if __name__ == "__main__":
    main(Path(__file__).parents[1] / "web" / "app")
