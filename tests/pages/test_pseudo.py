"""A build in the pseudo-language: every word of the site comes from the strings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.pages.site import html

if TYPE_CHECKING:
    from tests.pages.html import Html

HOST = re.compile(r"\b[a-z0-9.@-]+\.example\b")
AUTHORED = {"about.html", "privacy.html"}
SPOKEN = ("aria-label", "title", "alt", "content", "data-aged", "data-done", "data-copy")


def yaml_lines(page: Html) -> set[str]:
    """Give the lines that are meant for an entry: its language is that of the files."""
    written = [e for e in page.all("pre") if e.attrs.get("id", "").startswith("still-")]
    return {" ".join(text.split()) for element in written for text in element.texts}


def left_over(text: str) -> str:
    """Give what stands outside ⟦words of the site⟧ and «texts of the data», without names of hosts."""
    depth, out = 0, []
    for character in text:
        depth += character in "⟦«"
        if not depth:
            out.append(character)
        depth -= character in "⟧»"
    return HOST.sub("", "".join(out))


def test_no_visible_word_stands_outside_the_strings() -> None:
    """Whoever translates the strings has translated the pages; hosts of links are addresses, not words."""
    found = {
        f"{path}: {left_over(node).strip()}"
        for path, page in html("pseudo").items()
        if path not in AUTHORED
        for node in set(page.nodes) - yaml_lines(page)
        if re.search(r"[A-Za-z]", left_over(node))
    }
    assert not found


def test_no_spoken_word_stands_outside_the_strings() -> None:
    """What a screen reader says, what a tab shows, what is copied: from the strings as well."""
    names = {"viewport", "robots", "referrer", "color-scheme", "theme-color", "format-detection"}
    found = set()
    for path, page in html("pseudo").items():
        for element in page.elements:
            if element.attrs.keys() & {"http-equiv"} or element.attrs.get("name") in names:
                continue
            if element.attrs.get("property") in {"og:type", "og:url"}:
                continue
            for name in SPOKEN:
                text = re.sub(r"https://\S+", "", element.attrs.get(name, ""))
                if path not in AUTHORED and re.search(r"[A-Za-z]", left_over(text)):
                    found.add(f"{path}: {name}: {left_over(text).strip()}")
    assert not found
