"""Needs checking: whom to call next, in order, each with a script, an e-mail and the lines to write down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from generator.measure.ages import ranked
from generator.pages.calls import call
from generator.pages.kept import kept_nav, limits_line
from generator.pages.outgoing import fix_view
from generator.pages.phrases.dates import partial_date
from generator.pages.shell import Page

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.measure.ages import Upkeep
    from generator.pages.calls import Call
    from generator.pages.phrases.model import PhoneAction
    from generator.pages.said import Said
    from generator.pages.shell import Shell

MOST: Final = 100
"""Resources with script, e-mail and lines: more than anybody calls before the site is built again. Others are rows."""

ROWS: Final = 400
"""Others as rows; of still more only their number: a page of a whole nation would load for minutes."""

ICONS = ("lead", "call", "text", "web", "mail", "copy", "edit", "ask", "yes", "clock")
PATH = "check.html"


@dataclass(frozen=True, slots=True)
class Task:
    """One resource on the page.

    `kinds` is what the device sorts by: `risk:last day:date of the source` for each kind of fact, a blank between.
    `crisis` is a line that people in danger call. `call` is None for a row without details.
    """

    id: str
    name: str
    organization: str
    path: str
    kinds: str
    due: bool
    phone: PhoneAction | None
    website: str
    secret: bool
    crisis: bool
    call: Call | None
    edit: str
    file: str
    listed: bool


def check_page(shell: Shell, known: Sequence[Upkeep], said: Mapping[str, Said]) -> bytes:
    """Give the page, sorted by the day of the build; the device sorts it anew by its own day.

    `known` is what `ages.upkeep` gave, `said` is as for `card_words`.
    """
    directory, words, on = shell.directory, shell.words, shell.directory.build_date
    order = ranked(known, on)
    tasks = [_task(shell, one, said[one.resource.id], full=at < MOST) for at, one in enumerate(order[: MOST + ROWS])]
    full = [task for task in tasks if task.call]
    return shell.render(
        "check.html",
        Page(PATH, words("check.title"), words("check.description"), listed=False),
        ICONS,
        due=[task for task in full if task.due],
        later=[task for task in full if not task.due],
        rest=tasks[len(full) :],
        more=len(order) - len(full),
        beyond=words("check.beyond", n=len(order) - len(tasks)) if len(order) > len(tasks) else "",
        sorted=words("check.sorted", date=partial_date(on, words)),
        kept=kept_nav(shell, PATH),
        limits=limits_line(shell),
        words=words,
        area=directory.settings.site.area,
        repository=bool(directory.settings.site.repository),
    )


def kinds(one: Upkeep) -> str:
    """Give what the device sorts by: see Task."""
    return " ".join(f"{deadline.kind.risk}:{deadline.until}:{deadline.read}" for deadline in one.deadlines)


def _task(shell: Shell, one: Upkeep, said: Said, *, full: bool) -> Task:
    resource, site, on = one.resource, shell.directory.settings.site, shell.directory.build_date
    entry = resource.entry
    return Task(
        id=resource.id,
        name=entry.name,
        organization=entry.organization if entry.organization != entry.name else "",
        path=resource.path,
        kinds=kinds(one),
        due=one.first(on) is not None,
        phone=said.main,
        website=entry.website,
        secret=entry.confidential,
        crisis=resource.urgent and entry.address is None,
        call=call(one, said, site, shell.words, on) if full else None,
        edit=fix_view(said, site, shell.words).edit if full else "",
        file=entry.file,
        listed=bool(entry.verified),
    )
