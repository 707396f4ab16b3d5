"""The words of the finder: each is used, and each that a script asks for is there."""

from __future__ import annotations

import re

from generator.finder.facets import facets
from tests.finder.places import ROOT, directory

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


def test_every_word_is_used() -> None:
    """A key that nothing uses is work for every translator."""
    found = facets(directory())
    labels = {option.label for facet in found for option in facet.options} | {f"facet.{facet.key}" for facet in found}
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
