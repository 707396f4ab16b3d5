"""QR codes: what a phone reads is the address, to the letter."""

from __future__ import annotations

import os
import random
import re

import pytest
import segno
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image

from generator.compile.qr import BORDER, QrCode, qr_code
from generator.compile.qr_modules import modules

try:
    from pyzbar.pyzbar import decode
except ImportError:
    if os.environ.get("CI") == "true":
        raise
    pytest.skip("libzbar, which reads the codes back, is not installed", allow_module_level=True)

_STROKE = re.compile(r"M(\d+) (\d+)\.5h(\d+)")
_ADDRESS = st.text("abcdefghijklmnopqrstuvwxyz0123456789-", min_size=3, max_size=64)


MOST = (
    14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666,
    711, 779, 857, 911, 997, 1059, 1125, 1190, 1264, 1370, 1452, 1538, 1628, 1722, 1809, 1911, 1989, 2099, 2213, 2331,
)  # fmt: skip
"""Bytes that a version holds at level M: table 7 of the standard."""


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


@pytest.mark.parametrize("version", range(1, 41))
def test_every_version_is_as_a_library_makes_it(version: int) -> None:
    """Module for module, with as few and as many bytes as one holds."""
    dice = random.Random(version)
    least, most = MOST[version - 2] + 1 if version > 1 else 1, MOST[version - 1]
    for length in (least, dice.randint(least, most), most):
        text = "".join(dice.choice("abcdefghijklmnopqrstuvwxyz0123456789-./:") for _ in range(length))
        found = _library(text)
        assert modules(text.encode()) == (len(found.matrix), b"".join(bytes(row) for row in found.matrix))
        assert found.version == version


def _library(text: str) -> segno.QRCode:
    return segno.make(text, error="m", mode="byte", micro=False, boost_error=False, mask=3)


def test_four_modules_of_white_surround_the_code() -> None:
    code = qr_code("https://help.example.org/r/harbor-house.html")
    edges = [(int(x), int(y), int(x) + int(run)) for x, y, run in _STROKE.findall(code.path)]
    assert min(x for x, _, _ in edges) == min(y for _, y, _ in edges) == BORDER
    assert max(end for _, _, end in edges) == max(y for _, y, _ in edges) + 1 == code.size - BORDER


def test_an_address_too_long_for_any_code_is_refused() -> None:
    with pytest.raises(ValueError, match="too large"):
        qr_code("https://help.example.org/" + "a" * 2400)
