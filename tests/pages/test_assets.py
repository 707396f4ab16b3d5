"""The files that every page loads: one folder, one hash, relative imports that hold; and colours that can be read."""

from __future__ import annotations

import posixpath
import re

import pytest

from generator.pages.assets import icon_names, load_assets
from tests.pages.site import ROOT, files, real

HEX = re.compile(r"--([a-z-]+): (#[0-9a-f]{3,6})\b")
NUMBERS = [
    ("on-act", "act"),
    ("on-alarm", "alarm"),
    ("on-sos", "sos"),
    ("act", "card"),
    ("on-band", "band"),
    ("act", "paper"),
]
TEXTS = [
    ("ink", "paper"), ("ink", "card"), ("quiet", "paper"), ("quiet", "card"), ("act", "act-soft"), ("ask", "ask-soft"),
    ("ink", "ask-soft"), ("yes", "card"), ("no", "card"), ("ask", "card"), ("band-quiet", "band"), ("paper", "ink"),
]  # fmt: skip
SIGNS = [("edge", "paper"), ("edge", "card"), ("alarm-edge", "paper"), ("act", "paper"), ("band-quiet", "band")]


def test_one_folder_holds_all_of_them() -> None:
    """Its name changes with any byte in it, so that no phone keeps half of an old set."""
    folders = {path.split("/")[1] for path in files("real") if path.startswith("assets/")}
    assert len(folders) == 1
    assert load_assets().folder == f"assets/{folders.pop()}"


def modules() -> dict[str, str]:
    """Give every module as it was written, by its path below the folder of scripts."""
    folder = ROOT / "generator" / "web" / "static"
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.js")}


def test_modules_import_each_other_where_they_are() -> None:
    """Every import is relative and leads to a file of the folder."""
    names = modules()
    for name, text in names.items():
        for target in re.findall(r'^(?:import|export) [^;"]*from "([^"]+)";', text, re.MULTILINE):
            assert target.startswith(("./", "../")), name
            assert posixpath.normpath(posixpath.join(posixpath.dirname(name), target)) in names, name


def test_modules_are_typed_for_the_checker() -> None:
    """Each file asks for a type check and tells its types."""
    for name, text in modules().items():
        assert text.startswith("// @ts-check\n"), name


def test_every_need_has_a_drawing() -> None:
    """The icons that the taxonomy names exist."""
    assert {group.icon for group in real().settings.taxonomy.groups} <= icon_names()


def palettes() -> dict[str, dict[str, str]]:
    """Give the colours of both themes as the style sheet sets them."""
    sheet = (ROOT / "generator" / "web" / "static" / "site.css").read_text(encoding="utf-8")
    light, dark = sheet.split("@media (prefers-color-scheme: dark)")[:2]
    colors = dict(HEX.findall(light))
    return {"light": colors, "dark": colors | dict(HEX.findall(dark.partition("*, ::before")[0]))}


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours as WCAG 2 defines it."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(color: str) -> float:
    digits = color[1:] if len(color) == 7 else "".join(digit * 2 for digit in color[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    ("pairs", "least"), [(NUMBERS, 7.0), (TEXTS, 4.5), (SIGNS, 3.0)], ids=["numbers", "text", "signs"]
)
def test_colors_can_be_read(theme: str, pairs: list[tuple[str, str]], least: float) -> None:
    """Phone numbers 7:1, other text 4.5:1, edges of what can be tapped 3:1, in both themes."""
    colors = palettes()[theme]
    poor = [
        (a, b, round(contrast(colors[a], colors[b]), 2)) for a, b in pairs if contrast(colors[a], colors[b]) < least
    ]
    assert not poor
