"""The pages beside the directory: about, privacy, the page for wrong addresses, and what once was a resource."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from markdown import Markdown
from markupsafe import Markup

from generator.pages.phrases import phones
from generator.pages.shell import Page, Shell, base_path, neutral_lines

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.compile.model import Tombstone


def authored_page(shell: Shell, name: str, text: str, values: Mapping[str, str], blocks: Mapping[str, Markup]) -> bytes:
    """Give a page written by hand in Markdown. Its first heading is its title; `{area}` and the like are filled in.

    `blocks` take the place of a paragraph that is only a name in braces, such as `{credits}`. HTML in the text is
    shown as text: what a page may do is decided in the templates alone.
    """
    for key, value in values.items():
        text = text.replace(f"{{{key}}}", value)
    title = next((line[2:].strip() for line in text.splitlines() if line.startswith("# ")), name)
    html = _markdown().reset().convert(text)
    for key, block in blocks.items():
        html = html.replace(f"<p>{{{key}}}</p>", block)
    body = Markup(html)  # noqa: S704 - HTML in the text has been escaped, and blocks are rendered with escaping
    return shell.render("plain.html", Page(f"{name}.html", title), ("lead",), body=body)


@cache
def _markdown() -> Markdown:
    markdown = Markdown(output_format="html")
    markdown.preprocessors.deregister("html_block")
    markdown.inlinePatterns.deregister("html")
    return markdown


def lost_page(shell: Shell) -> bytes:
    """Give the page that a host shows for a wrong address, at whatever depth that is.

    Where the site's address is known, its links start from there. Where it is not, they are relative and lead to a page
    of that name in every folder a printed address can be in (`index.html`, `find/index.html`, `r/index.html`); the
    style sheet is asked for both here and one folder up, and whichever is there is used. 911 and 988 need no link. The
    way to tell what is missing is one page at the root, so it is linked where the address is known.
    """
    base = base_path(shell.directory.settings.site)
    page = Page("404.html", shell.words("lost.title"), listed=False, start=base)
    folders = (base,) if base else ("", "../")
    sheets = tuple(f"{folder}{shell.assets.folder}/site.css" for folder in folders)
    return shell.render("lost.html", page, ("lead",), sheets=sheets)


def neutral_page(shell: Shell) -> bytes:
    """Give the page that takes the place of one left in a hurry: a shopping list without a sign of this site."""
    lines = neutral_lines(shell.words)
    return shell.template("list.html").render(shell.parts[""], lines=lines).encode()


def tombstone_page(shell: Shell, tombstone: Tombstone) -> bytes:
    """Give the page of an address that once was a resource: that it is gone, and where to turn."""
    words = shell.words
    next_ = [(link, phones.action(link.phone, words) if link.phone else None) for link in tombstone.next]
    listing = tombstone.listing
    page = Page(tombstone.path, tombstone.title, sensitive=tombstone.sensitive, listed=False)
    return shell.render(
        "gone.html",
        page,
        ("lead", "next", "call", "text", "back"),
        text=words("gone.text", name=tombstone.name),
        next=next_,
        listing=listing,
        all=words("gone.list", label=listing.label) if listing else "",
    )
