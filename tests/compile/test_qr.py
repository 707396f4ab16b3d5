"""QR codes: what a phone reads is the address, to the letter."""

from __future__ import annotations

import os
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image

from generator.compile.qr import BORDER, QrCode, qr_code

try:
    from pyzbar.pyzbar import decode
except ImportError:
    if os.environ.get("CI") == "true":
        raise
    pytest.skip("libzbar, which reads the codes back, is not installed", allow_module_level=True)

_STROKE = re.compile(r"M(\d+) (\d+)\.5h(\d+)")
_ADDRESS = st.text("abcdefghijklmnopqrstuvwxyz0123456789-", min_size=3, max_size=64)


def picture(code: QrCode, scale: int = 4) -> Image.Image:
    """Draw the path as a browser does: strokes one module wide, black on white."""
    drawn = Image.new("L", (code.size, code.size), 255)
    strokes = [(int(x), int(y), int(run)) for x, y, run in _STROKE.findall(code.path)]
    assert "".join(f"M{x} {y}.5h{run}" for x, y, run in strokes) == code.path
    for x, y, run in strokes:
        drawn.paste(0, (x, y, x + run, y + 1))
    return drawn.resize((code.size * scale, code.size * scale), Image.Resampling.NEAREST)


def read(code: QrCode) -> str:
    (found,) = decode(picture(code))
    return found.data.decode("utf-8")


@settings(max_examples=60, deadline=None)
@given(_ADDRESS)
@example("h")
def test_every_address_reads_back(name: str) -> None:
    address = f"https://help.example.org/r/{name}.html"
    assert read(qr_code(address)) == address


def test_four_modules_of_white_surround_the_code() -> None:
    code = qr_code("https://help.example.org/r/harbor-house.html")
    edges = [(int(x), int(y), int(x) + int(run)) for x, y, run in _STROKE.findall(code.path)]
    assert min(x for x, _, _ in edges) == min(y for _, y, _ in edges) == BORDER
    assert max(end for _, _, end in edges) == max(y for _, y, _ in edges) + 1 == code.size - BORDER


def test_an_address_too_long_for_any_code_is_refused() -> None:
    with pytest.raises(ValueError, match="too large"):
        qr_code("https://help.example.org/" + "a" * 2400)
