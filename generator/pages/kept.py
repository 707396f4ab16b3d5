"""The short list on About of the pages that show how this directory is kept true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from generator.pages.shell import Shell

PAGES = (
    ("check.html", "kept.check"),
    ("quality.html", "kept.quality"),
    ("changes.html", "kept.changes"),
    ("coverage.html", "coverage.title"),
    ("roles.html", "roles.title"),
)
"""Address of each page from the site's root, and the key of the words of its link."""


def kept_block(shell: Shell) -> Markup:
    """Give the list of links, for the paragraph `{kept}` of a page written by hand."""
    links = tuple((path, shell.words(key)) for path, key in PAGES)
    return Markup(shell.template("kept.html").render(links=links))  # noqa: S704 - rendered with escaping
