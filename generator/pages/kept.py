"""The short list of the pages that show how this directory is kept true: on About, and on each of them."""

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
    return Markup(shell.template("kept.html").render(links=_links(shell, "")))  # noqa: S704 - rendered with escaping


def kept_nav(shell: Shell, here: str) -> Markup:
    """Give the same list for the foot of one of these pages, without that page."""
    text = shell.template("kept-nav.html").render(links=_links(shell, here), title=shell.words("kept.title"))
    return Markup(text)  # noqa: S704 - rendered with escaping


def _links(shell: Shell, here: str) -> tuple[tuple[str, str], ...]:
    return tuple((path, shell.words(key)) for path, key in PAGES if path != here)


def limits_line(shell: Shell) -> str:
    """Say for how long an answer holds on this site."""
    limits = shell.directory.settings.site.limits
    return shell.words(
        "check.limits",
        drop_off=limits.drop_off,
        crisis=limits.crisis_and_intake,
        hours=limits.hours_and_phones,
        rest=limits.rest,
    )
