"""What every page has: the line of a preview, who to call in danger, the foot, and what search engines may know."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, cast
from urllib.parse import urlsplit

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup, escape

from generator.pages.assets import Assets, icon_names, sprite, web
from generator.pages.links import host
from generator.pages.phrases import dates
from generator.pages.quick import lead_view, quick_row

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Template

    from generator.compile.model import Compiled
    from generator.config.site import Site
    from generator.config.strings import Words

HANDBOOK = "handbook/index.html"
"""Where the handbook is, from the site's root."""

NEUTRAL = "list.html"
"""Where "Leave this page" goes while `site.yaml` names no other page: a shopping list, with no word of ours."""

_EMERGENCY = re.compile(r"\b911\b")
_WORDS = re.compile(r"\{\{ t\['([a-z0-9_.-]+)'\] \}\}")


class _Environment(Environment):
    """Templates get typed values, so a dot reads an attribute and nothing else: the built-in function does."""

    getattr = staticmethod(getattr)  # type: ignore[assignment] # as strict, and a tenth of a page's time less


@lru_cache(maxsize=4)
def _environment(words: tuple[tuple[str, str], ...]) -> Environment:
    """Give the environment of one language.

    Its words are written into the templates as they are read: they are the same on every page, so that nothing is
    looked up or escaped again for each of thousands.
    """
    texts = dict(words)

    def read(name: str) -> str:
        source = web().joinpath("templates", name).read_text(encoding="utf-8")
        return _WORDS.sub(lambda match: str(escape(texts[match[1]])), source)

    environment = _Environment(
        loader=FunctionLoader(read),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters["host"] = host
    return environment


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says of itself. `path` is from the site's root; `title` is neutral where `sensitive`.

    `listed` is whether search engines may have it once the site is live. `start` is given where a page is not shown
    at its own address. `finds` is the script that brings the finder to it, if it has one. `leaves` is whether it shows
    somebody sensitive, so that it can be left at once, as every sensitive page can.
    """

    path: str
    title: str
    description: str = ""
    sensitive: bool = False
    listed: bool = True
    start: str | None = None
    finds: str = ""
    leaves: bool = False

    @property
    def root(self) -> str:
        """The way to the site's root: `start` where that is given, else up from the page's folder."""
        return "../" * self.path.count("/") if self.start is None else self.start


@dataclass(frozen=True, slots=True)
class Shell:
    """The parts that all pages of one build share, made once for each depth of folder (`parts` by way to the root)."""

    directory: Compiled
    words: Words
    assets: Assets
    environment: Environment
    parts: Mapping[str, Mapping[str, object]]
    data: str = ""

    def template(self, name: str) -> Template:
        """Give one template by its file name; each is compiled once for each language."""
        return self.environment.get_template(name)

    def render(self, name: str, page: Page, icons: tuple[str, ...], **values: object) -> bytes:
        """Give the bytes of one page from its template, with the symbols of the icons it draws."""
        site = self.directory.settings.site
        parts = self.parts[page.root]
        finds = page.finds if self.data else ""
        shown = page.sensitive or page.leaves
        text = self.template(name).render(
            parts,
            page=page,
            tab=page.title if page.sensitive else self.words("site.title", title=page.title, site=site.name),
            address=f"{site.url}/{page.path}" if site.url and page.listed else "",
            finds=finds,
            leave=parts["leave_shown"] if shown else parts["leave_hidden"] if finds else "",
            noindex=site.preview or not page.listed,
            sprite=sprite(icons),
            **values,
        )
        return text.encode("utf-8")


def open_shell(directory: Compiled, words: Words, assets: Assets, data: str = "", policy: str = "") -> Shell:
    """Make what all pages share. `data` is the path of the finder's data from the root, or empty.

    `policy` is the content-security policy that pages state in their head, or empty.
    """
    environment = _environment(tuple(sorted(words.texts.items())))
    common = {**_common(directory, words), "policy": Markup(policy)}  # noqa: S704 - our own text, without quotes or angles
    roots = ("", "../", base_path(directory.settings.site))
    parts = {root: _parts(environment, common, f"{root}{assets.folder}", root, data) for root in roots}
    return Shell(directory, words, assets, environment, parts, data)


def _common(directory: Compiled, words: Words) -> dict[str, object]:
    site = directory.settings.site
    return {
        "t": {key: escape(text) for key, text in words.texts.items()},
        "language": words.language,
        "words": words,
        "thin": False,
        "site": site,
        "data_date": directory.data_date,
        "preview": tappable(words("site.preview")) if site.preview else "",
        "quick": quick_row(directory, words),
        "lead": lead_view(directory, words),
        "danger": words("site.call", number="911"),
        "count": words("foot.count", n=len(directory.resources)),
        "dated": words("foot.date", date=dates.partial_date(directory.facts_date, words)),
        "clock": words("site.clock", date=dates.partial_date(directory.data_date, words)),
    }


def _parts(
    environment: Environment, common: Mapping[str, object], assets: str, root: str, data: str
) -> dict[str, object]:
    """Give what a template needs at one depth, the parts that are the same on all pages rendered already."""
    values = {**common, "root": root, "assets": assets, "handbook": root + HANDBOOK, "data": data and root + data}

    neutral = cast("Site", common["site"]).neutral_page or root + NEUTRAL
    listed = "|".join(neutral_lines(cast("Words", common["words"])))

    def part(name: str, **more: object) -> Markup:
        return Markup(environment.get_template(name).render(values, **more))  # noqa: S704 - rendered with escaping

    return {
        **values,
        "top": part("top.html", crisis=True),
        "home_top": part("top.html", crisis=False),
        "now": part("now.html"),
        "foot": part("foot.html"),
        "watched": part("watched.html"),
        "leave_shown": part("leave.html", shown=True, lines=listed, neutral=neutral),
        "leave_hidden": part("leave.html", shown=False, lines=listed, neutral=neutral),
    }


def neutral_lines(words: Words) -> tuple[str, ...]:
    """Give the lines of the shopping list into which a page turns that somebody leaves."""
    return tuple(line.strip() for line in words("leave.list.lines").split(","))


def base_path(site: Site) -> str:
    """Give the path of the site's address, such as `/` or `/offramp/`; empty where the address is not known."""
    return urlsplit(site.url).path.rstrip("/") + "/" if site.url else ""


def tappable(text: str) -> Markup:
    """Give a text in which 911 can be tapped."""
    return Markup(_EMERGENCY.sub('<a href="tel:911">911</a>', str(escape(text))))  # noqa: S704 - escaped here


def icon(name: str) -> str:
    """Give the icon of a group, or the one for everything else where nobody has drawn it."""
    return name if name in icon_names() else "more"
