"""The words of the form: none is missing, none is left over, and each fault that can be found has some."""

from __future__ import annotations

import re
from functools import cache

from generator.check.browser import browser_tables
from generator.config.settings import load_settings
from tests.invented import ROOT, county

MADE = re.compile(
    r"suggest\.(fault|shape|help|label|value|block|know|add|item|later|lines?|title|hours\.(kind|trouble|holidays|week))\.|suggest\.hours\.(from|to)"
)
"""Keys that are put together from a code, a keyword, the name of a field or a choice."""


@cache
def scripts() -> str:
    """Give everything that may name a key."""
    folders = {
        "generator/web/static/js": "**/*.js",
        "generator/web/templates": "*.html",
        "generator/pages": "*.py",
    }
    paths = [path for folder, kind in folders.items() for path in sorted((ROOT / folder).glob(kind))]
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def keys() -> set[str]:
    """Give the keys of the form, plural forms as one."""
    texts = load_settings(county().config).words.texts
    return {re.sub(r"\.(one|other)$", "", key) for key in texts if key.startswith("suggest.")}


def test_every_key_that_is_named_has_words() -> None:
    """A key without words would be shown as it stands."""
    named = set(re.findall(r"[\"'](suggest\.[a-z]+(?:[.-][a-z]+)*)[\"']", scripts()))
    assert named - keys() == {"suggest.html"}


def test_no_words_are_left_over() -> None:
    """A key that nothing names is work for every translator."""
    used = scripts()
    assert [
        key for key in sorted(keys()) if not MADE.match(key) and not re.search(rf"[\"']{re.escape(key)}[\"']", used)
    ] == []


def test_every_fault_has_words() -> None:
    """Every code in the rules of the form, and every kind of what may be about a person."""
    folder = ROOT / "generator/web/static/js/suggest"
    codes = {code for path in folder.glob("*.js") for code in re.findall(r'"([EW]\d{3})"', path.read_text())}
    codes |= {code for code, *_ in browser_tables()["personal"]}
    told = {key.removeprefix("suggest.fault.").upper() for key in keys() if key.startswith("suggest.fault.")}
    assert told == codes - {"E", "W"}
