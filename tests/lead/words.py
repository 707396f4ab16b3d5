"""Our own words: what stands on a page beside the texts of entries and settings, and in every string."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from generator.check.rules.words import hurting
from tests.pages.html import Html
from tests.pages.site import ROOT, harbor, marked, rendered

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

DATA = re.compile(r"«[^«»]*»")
MORE = (
    (r"\busers?\b", "a person who uses drugs, a visitor"),
    (r"\b(?:the )?addict(?:ed|s)?\b", "a person with a substance use disorder"),
    (r"\b(?:drug|substance|alcohol)[- ]abus\w+", "substance use"),
    (r"\bhabit\b", "use"),
    (r"\bdirty\b", "positive, used"),
    (r"\bhomeless\b", "without housing"),
    (r"\b(?:target|suspect|subject|perpetrator|victim)s?\b", "a person"),
    (r"\brefus(?:ed|es)\b", "did not want to"),
    (r"\b(?:official|certified|guaranteed?)\b", "nothing: this site has no such standing"),
)
"""Rows of domain words that entries may use with care (a test is told, a name is kept) and our own pages never do."""

_EACH = tuple((re.compile(expression, re.IGNORECASE), better) for expression, better in MORE)


def findings(text: str) -> list[str]:
    """Give the words of a text that our own pages do not use."""
    found = [hit.group() for hit, _ in hurting(text)]
    return found + [hit.group() for expression, _ in _EACH for hit in expression.finditer(text)]


@cache
def pages() -> Mapping[str, tuple[str, ...]]:
    """Give the words of every page of the invented county, without the texts of its data, as short texts."""
    site = {path: data for path, data in rendered(marked()).items() if path.endswith(".html")}
    return {path: tuple(DATA.sub("", node) for node in Html(data.decode()).nodes) for path, data in site.items()}


def strings() -> Mapping[str, str]:
    """Give every string by its key."""
    return harbor().settings.words.texts


def labels() -> Iterator[tuple[str, str]]:
    """Give the words of every group and service."""
    for group in harbor().settings.taxonomy.groups:
        yield group.slug, f"{group.label}. {group.title}"
        for service in group.services:
            yield service.slug, f"{service.label}. {service.definition} {service.title}"


def documents() -> Iterator[tuple[str, str]]:
    """Give every page of the handbook and the pages written by hand, without code, by path."""
    for path in sorted((ROOT / "docs").rglob("*.md")):
        text = re.sub(r"```.*?```|`[^`\n]*`", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        yield path.relative_to(ROOT).as_posix(), text
