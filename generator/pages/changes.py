"""What changed: a page and a feed from the register of changes. What was before is never said."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from generator.config.changes import What
from generator.measure.changes import news
from generator.pages.kept import kept_nav
from generator.pages.phrases.dates import partial_date
from generator.pages.shell import Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.config.strings import Words
    from generator.measure.changes import News
    from generator.pages.shell import Shell

PATH: Final = "changes.html"
FEED: Final = "changes.xml"
MOST: Final = 400
"""Changes on the page: some years of a county. Older ones stay in the register."""

FEED_DAYS: Final = 40
FEW: Final = 8
"""New places that a day names one by one; of more it says how many, and the names can be opened."""

_NAMES: Final = uuid.UUID("8b0f8f0a-5b0e-4f5c-9a53-6f1a1d3f2c11")
"""The name space of the feed's ids: a number of our own, the same for ever, so that no reader shows a day twice."""


@dataclass(frozen=True, slots=True)
class Line:
    """One change in words. `told` says who told us, where somebody wrote that down."""

    name: str
    path: str
    what: str
    told: str
    thanks: bool


@dataclass(frozen=True, slots=True)
class Day:
    """What changed on one day (YYYY-MM-DD, and in words). `many` heads `added` where that is long."""

    date: str
    said: str
    lines: tuple[Line, ...]
    added: tuple[Line, ...]
    many: str


def changes_files(shell: Shell) -> tuple[tuple[str, bytes], ...]:
    """Give the page and the feed by their paths."""
    days = _days(news(shell.directory)[:MOST], shell.words)
    return (PATH, _page(shell, days)), (FEED, _feed(shell, days[:FEED_DAYS]))


def _page(shell: Shell, days: Sequence[Day]) -> bytes:
    page = Page(PATH, shell.words("changes.title"), shell.words("changes.description"))
    return shell.render("changes.html", page, ("lead", "yes"), days=days, feed=FEED, kept=kept_nav(shell, PATH))


def _feed(shell: Shell, days: Sequence[Day]) -> bytes:
    """Give an Atom feed (RFC 4287), an entry for each day. Its ids need no address, and stay when the site moves."""
    site, words = shell.directory.settings.site, shell.words
    entries = [(day, _id(site.name, site.area, day.date), _text(day, words)) for day in days]
    text = shell.template("changes.xml").render(
        title=words("changes.feed.title", site=site.name),
        language=words.language,
        site=site,
        id=_id(site.name, site.area),
        updated=days[0].date if days else shell.directory.build_date,
        entries=entries,
        page=f"{site.url}/{PATH}" if site.url else "",
        feed=f"{site.url}/{FEED}" if site.url else "",
    )
    return text.encode("utf-8")


def _id(*names: str) -> str:
    return uuid.uuid5(_NAMES, "\n".join(names)).urn


def _text(day: Day, words: Words) -> str:
    lines = (*day.lines, *day.added)
    return "\n".join(words("changes.line", name=line.name, what=line.what) for line in lines)


def _days(some: Sequence[News], words: Words) -> tuple[Day, ...]:
    return tuple(_day(date, list(group), words) for date, group in groupby(some, key=lambda one: one.change.date))


def _day(date: str, some: Sequence[News], words: Words) -> Day:
    lines = [(one.change.what is What.ADDED, _line(one, words)) for one in some]
    added = tuple(line for new, line in lines if new)
    rest = tuple(line for new, line in lines if not new)
    if len(added) <= FEW:
        return Day(date, partial_date(date, words), (*added, *rest), (), "")
    return Day(date, partial_date(date, words), rest, added, words("changes.many", n=len(added)))


def _line(one: News, words: Words) -> Line:
    origin = "" if one.change.what is What.CHECKED and one.change.origin == "check" else one.change.origin
    return Line(
        name=one.place.title,
        path=one.place.path,
        what=words(f"changes.what.{one.change.what}"),
        told=words(f"changes.origin.{origin}") if origin and origin != "suggestion" else "",
        thanks=origin == "suggestion",
    )
