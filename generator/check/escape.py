"""Texts of strangers, written so that nothing that reads them takes them for more than text.

Whoever proposes a change chooses names of files and values. A log of GitHub reads lines that begin with `::` as
commands, a terminal obeys control characters, and a Markdown page makes links, images and mentions.
"""

from __future__ import annotations

import html


def visible(text: str) -> str:
    """Give a text without control characters, which could rewrite a terminal."""
    return "".join(c if c.isprintable() else " " if c == "\t" else "\N{REPLACEMENT CHARACTER}" for c in text)


def command_data(text: str) -> str:
    """Give a message as GitHub reads it in a log, so that no value of an entry can begin a command of its own."""
    return "%0A".join(visible(line).replace("%", "%25") for line in text.split("\n"))


def command_property(text: str) -> str:
    """Give a property of a workflow command: nothing in it can end it or begin another."""
    return command_data(text).replace(":", "%3A").replace(",", "%2C")


def table_cell(text: str) -> str:
    """Give a text for a Markdown table: no markup, no mention, no second cell."""
    escaped = "".join(f"&#{ord(c)};" if c in "\\`*_{}[]<>()#+!|@~&$:" else c for c in visible(text))
    return " ".join(escaped.split())


def table_code(text: str) -> str:
    """Give a text for a Markdown table as code, with its blanks."""
    shown = visible(text).replace("&", "&amp;").replace("<", "&lt;").replace("|", "&#124;").replace("@", "&#64;")
    return f"<code>{shown.replace(' ', '&nbsp;')}</code>"


def html_code(text: str) -> str:
    """Give a text of a stranger inside a block of HTML, on one line and as code.

    Markdown is not read inside such a block, and GitHub makes no link, mention or number of an issue out of code.
    """
    return f"<code>{html.escape(' '.join(visible(text).split()))}</code>"
