"""The words of the finder: each is used, and each that a script asks for is there."""

from __future__ import annotations

import json
import re

from generator.finder.facets import facets
from tests.finder.places import ROOT, data, directory

ASKED = re.compile(r'\b(?:say\(\s*[\w.]+,\s*|t\()"([a-z][a-z0-9.-]+)"')
MINE = ("find.", "facet.", "my.", "share.")


def sources() -> str:
    """Give scripts and templates as one text."""
    web = ROOT / "generator" / "web"
    paths = [*sorted((web / "static" / "js").rglob("*.js")), *sorted((web / "templates").glob("*.html"))]
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def test_every_word_that_is_asked_for_is_there() -> None:
    """A key in a script leads to words, as a text or as a plural."""
    words = directory().settings.words
    asked = set(ASKED.findall(sources()))
    assert len(asked) > 30
    assert [key for key in sorted(asked) if key not in words] == []


def test_the_phone_has_the_words_that_it_asks_for() -> None:
    """What the finder's scripts say is in the finder's data."""
    folder = ROOT / "generator" / "web" / "static" / "js" / "finder"
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.js")))
    asked = set(
        re.findall(r"""["'`]((?:act|card|find|list|my|near|open|page|phone|share)\.[a-z][a-z.-]*[a-z])["'`]""", text)
    )
    held = json.loads(data())["words"]
    assert len(asked) > 60
    assert [k for k in sorted(asked) if k not in held and f"{k}.one" not in held and not k.startswith("open.of")] == []


def test_every_word_is_used() -> None:
    """A key that nothing uses is work for every translator."""
    found = facets(directory())
    labels = {option.label for facet in found for option in facet.options} | {f"facet.{facet.key}" for facet in found}
    labels |= {f"facet.{facet.key}.asked" for facet in found}
    text = sources()
    keys = {re.sub(r"\.(one|other)$", "", key) for key in directory().settings.words.texts if key.startswith(MINE)}
    used = set(re.findall(r"[\"']([a-z]+\.[a-z0-9.-]+)[\"']", text)) | labels
    assert sorted(keys - used) == []


def test_every_facet_has_words() -> None:
    """Each option and each facet of several options can be named."""
    words = directory().settings.words
    for facet in facets(directory()):
        for option in facet.options:
            assert option.label in words
            assert not option.key or f"facet.{facet.key}" in words
        assert f"facet.{facet.key}.asked" in words
