"""The directory as one file: every page of the copy as a part of it, with the finder and its data, and nothing to load.

It is made for e-mail and for a stick, and opens from a folder. What it says of private places is what the copy of
everybody says: hotlines.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from generator.pages.assets import load_assets, sprite, written
from generator.pages.cards import FINDER_ICONS
from generator.pages.phrases import dates
from generator.pages.scripts import in_one
from generator.pages.shell import neutral_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.pages.shell import Shell

ONE_FILE: Final = "offline.html"
_BESIDE: Final = ("officers.html", "refer.html", "about.html")
"""Pages beside lists and resources that are parts of it."""

_MAIN = re.compile(r'<main id="main" class="[^"]*">\n(.*)</main>', re.DOTALL)
_DO = re.compile(r'(?P<head><h1>.*?)<div class="cols">\n(?P<do><div class="do">.*)<div class="know">', re.DOTALL)
_DROPPED = re.compile(
    r'<form class="finder".*?</form>\n<section class="results".*?</section>|<section class="(?:fix|qr)">.*?</section>',
    re.DOTALL,
)
_LINK = re.compile(r'(<a\b[^>]*?) href="(?![a-z]+:)([^"#]*)(?:#([^"]*))?"')
_ID = re.compile(r'(<(?!symbol)[a-z0-9]+\b[^>]*?\s(?:id|aria-labelledby|for))="([^"]*)"')
_ICON = re.compile(r'<use href="#i-([a-z-]+)"')
_STYLES: Final = ("site.css", "finder.css")
_SHOWN: Final = (
    "@media (scripting: enabled) { main.view { scroll-margin-block-start: 100rem }"
    " main.view:not(:target, :has(:target)) { display: none } } main.view .card::after { display: none !important }"
)
"""Until the script is there, only home and what the address names are drawn, below who to call in danger.

Without scripts all of it is. Cards keep no room for buttons that the finder adds to those of a page.
"""


@dataclass(frozen=True, slots=True)
class View:
    """One part: its id in the file, what is in it, and whether its name is not for the title."""

    id: str
    body: Markup
    private: bool


@dataclass(frozen=True, slots=True)
class _Ways:
    """Where links lead.

    `names` are the ids of the parts by path (r-harbor-house, find-food); `lists` has the list of a need by the path of
    each list of a service; `private` are paths whose names are not for the title; `url` is the site's, or empty.
    """

    names: Mapping[str, str]
    lists: Mapping[str, str]
    private: frozenset[str]
    url: str


def one_file(
    shell: Shell, pages: Mapping[str, str], data: Mapping[str, bytes], state: Callable[[bytes, bytes], str]
) -> bytes:
    """Give the file.

    `shell` has the directory as everybody's copy has it; `pages` are the finished pages by path; `data` are the JSON
    files of the finder by the ids of the elements that hold them; `state` gives the policy for the inline script and
    style.
    """
    ways = _ways(shell, pages)
    views = [_view(path, pages[path], ways) for path in ways.names]
    home = _home(pages["index.html"], ways)
    icons = {
        "lead",
        *FINDER_ICONS,
        *(icon for body in (home, *(v.body for v in views)) for icon in _ICON.findall(body)),
    }
    style, script = _style(), _script()
    site, parts = shell.directory.settings.site, shell.parts[""]
    values = {
        **parts,
        "top": Markup(_linked("index.html", str(parts["top"]), ways)),  # noqa: S704 - rendered with escaping
        "stated": Markup(state(script.encode(), style.encode())),  # noqa: S704 - our own text, without quotes or angles
        "title": f"{site.name}, {site.area}",
        "style": Markup(style),  # noqa: S704 - our own file
        "script": Markup(script),  # noqa: S704 - our own file
        "home": home,
        "leave": Markup(shell.template("leave.html").render({**parts, **_leaving(shell)})),  # noqa: S704 - likewise
        "views": views,
        "made": shell.directory.build_date,
        "told": shell.words("one.told", date=dates.partial_date(shell.directory.build_date, shell.words)),
        "data": [(name, Markup(_inert(held))) for name, held in data.items()],  # noqa: S704 - made harmless
        "sprite": sprite(tuple(sorted(icons))),
    }
    return shell.template("one.html").render(values).encode("utf-8")


def _leaving(shell: Shell) -> dict[str, object]:
    """Give what the button to leave needs: from a folder it leads to the site's neutral page, or to an empty one."""
    neutral = shell.directory.settings.site.neutral_page or "about:blank"
    return {"shown": False, "neutral": neutral, "lines": "|".join(neutral_lines(shell.words))}


def _ways(shell: Shell, pages: Mapping[str, str]) -> _Ways:
    directory = shell.directory
    groups = {x.group.slug: x.path for x in directory.listings if not x.service}
    shown = [x.path for x in directory.listings if not x.service and x.resources]
    paths = ("find/index.html", *shown, *_BESIDE, *(resource.path for resource in directory.resources))
    sensitive = [one.path for one in directory.resources if one.sensitive]
    return _Ways(
        names={path: path.removesuffix(".html").replace("/", "-") for path in paths if path in pages},
        lists={x.path: groups[x.group.slug] for x in directory.listings if x.service},
        private=frozenset([*sensitive, *(one.path for one in directory.listings if one.sensitive)]),
        url=directory.settings.site.url or "",
    )


def _home(page: str, ways: _Ways) -> Markup:
    """Give the main part of home, with its finder, as it is."""
    start, end = page.index("<main "), page.index("</main>") + len("</main>")
    return Markup(_linked("index.html", page[start:end], ways))  # noqa: S704 - a finished page


def _view(path: str, page: str, ways: _Ways) -> View:
    """Give what is in the main part of a page; of a hotline the numbers alone."""
    found = _MAIN.search(page)
    if not found:
        raise ValueError(f"{path} has no main part")
    body, name, private = _DROPPED.sub("", found[1]), ways.names[path], path in ways.private
    if private and path.startswith("r/") and (numbers := _DO.search(body)):
        body = numbers["head"] + numbers["do"]
    body = _linked(path, _ID.sub(lambda m: f'{m[1]}="{name}--{m[2]}"', body), ways)
    return View(name, Markup(body), private)  # noqa: S704 - a finished page, rendered with escaping


def _linked(path: str, text: str, ways: _Ways) -> str:
    """Lead links to parts of the file; to what is not in it on the web, if the site has an address there."""

    def led(match: re.Match[str]) -> str:
        before, to, anchor = match[1], match[2], match[3]
        if not to:
            return f'{before} href="#{ways.names[path]}--{anchor}"' if path in ways.names else match[0]
        full = posixpath.normpath(posixpath.join(posixpath.dirname(path), to))
        if full == "index.html":
            return f'{before} href="#main"'
        part = ways.names.get(full) or ways.names.get(ways.lists.get(full, ""))
        if part:
            return f'{before} href="#{part}' + (f'--{anchor}"' if anchor and full == path else '"')
        return f'{before} href="{ways.url}/{full}" rel="noopener noreferrer external"' if ways.url else before

    return _LINK.sub(led, text)


def _inert(data: bytes) -> str:
    """Give JSON in which nothing can end the element that holds it."""
    return data.decode("utf-8").replace("<", "\\u003c")


@cache
def _style() -> str:
    held = dict(load_assets().files)
    return "".join(held[name].decode("utf-8") for name in _STYLES) + _SHOWN


@cache
def _script() -> str:
    return in_one("js/one.js", written()).replace("</script", "<\\/script")
