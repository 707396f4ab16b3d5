"""Scripts and styles as they are served: one script for a page, small, and it says what the modules say."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from generator.pages.assets import load_assets
from generator.pages.scripts import served

if TYPE_CHECKING:
    from pathlib import Path

PAGE = b"""// @ts-check
/** What it does. */
import { half as part } from "./half.js";
import { two } from "./two.js";

globalThis.said = part(two) + "/* kept */ // kept";
globalThis.later = import("./later.js");
"""
HALF = b"""/**
 * Half.
 * @param {number} n
 */
export function half(n) {
  // why
  return n / mine;
}
const mine = 2;
"""
TWO = b"""import { half } from "./half.js";
const mine = /** @type {number} */ (8);
const two = half(mine);
export { two };
"""
LATER = b"""import { two } from "./two.js";
export const late = two + 1;
"""
MODULES = {
    "js/page.js": PAGE,
    "js/half.js": HALF,
    "js/two.js": TWO,
    "js/later.js": LATER,
    "icon.svg": b"<svg><!-- kept --></svg>\n",
    "site.css": b"a {\n  color: red; /* why */\n}\n",
}


def test_a_page_loads_one_script() -> None:
    """What a page imports is in its script, without comments; a module for later stays alone; other files stay."""
    found = served(MODULES)
    assert list(found) == ["icon.svg", "js/later.js", "js/page.js", "site.css"]
    assert found["icon.svg"] == MODULES["icon.svg"]
    assert found["site.css"] == b"a{color:red}"
    text = found["js/page.js"].decode()
    assert '"/* kept */ // kept"' in text
    assert "What it does" not in text
    assert "why" not in text
    assert not re.search(r"^import", text, re.MULTILINE)


def test_names_do_not_meet(tmp_path: Path) -> None:
    """Two modules with the same private name give what they give alone, also to a module that comes later."""
    node = shutil.which("node")
    if not node:
        pytest.skip("no node on this machine")
    (tmp_path / "package.json").write_text('{"type": "module"}')
    for path, data in served(MODULES).items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(data)
    (tmp_path / "ask.js").write_text(
        'await import("./js/page.js"); console.log(said, (await later).late);', encoding="utf-8"
    )
    done = subprocess.run([node, "ask.js"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout == "2/* kept */ // kept 5\n"


def test_a_script_that_cannot_be_read_is_refused() -> None:
    """A slip in a module fails the build, not the phone."""
    with pytest.raises(ValueError, match="unexpected"):
        served({"js/page.js": b"const one = ;\n"})


def test_circles_are_refused() -> None:
    """Modules that import each other cannot stand one after the other."""
    circle = {"js/page.js": b'import { a } from "./a.js";\n', "js/a.js": b'import { b } from "./page.js";\n'}
    with pytest.raises(ValueError, match="imports itself"):
        served(circle)


def test_pages_load_few_scripts() -> None:
    """One for every page, one that brings the finder to home, the finder, places of a first touch, the form, checks."""
    scripts = {name for name, _ in load_assets().files if name.endswith(".js")}
    assert scripts == {
        "js/check.js",
        "js/page.js",
        "js/keep/page.js",
        "js/keep/told.js",
        "js/finder/start.js",
        "js/finder/main.js",
        "js/finder/near.js",
        "js/suggest/main.js",
    }
