"""Who does what in LEAD, its goals in their own words, and this directory's services at each intercept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.pages.lead.parts import Onward
from generator.pages.phrases import dates
from generator.pages.shell import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.compile.model import Compiled
    from generator.config.strings import Words
    from generator.pages.shell import Shell

INTERCEPTS = range(6)
"""Intercepts of the Sequential Intercept Model (Policy Research Associates), 0 to 5."""

_PARTS = (
    "officer",
    "sergeant",
    "case-manager",
    "prosecutor",
    "project-manager",
    "policy-group",
    "work-group",
    "community-team",
)
_GOALS = ("reorient", "improve", "increase", "undo", "sustain", "strengthen")
"""Of the Community Toolkit of 2023; the earlier list has Reduce in place of Increase."""

_BUREAU = {
    "roles.link.parts": "https://leadbureau.org/toolkit/chapters/roles-responsibilities/",
    "roles.link.care": "https://leadbureau.org/key-methods/case-management/",
    "roles.link.court": "https://leadbureau.org/toolkit/deeper-dives/second-golden-rule-do-what-works/",
}
_GOALS_SOURCE = "https://leadbureau.org/toolkit/chapters/design-principles/"
_SIM_SOURCE = "https://www.prainc.com/resources/sequential-intercept-model-microsite/"


@dataclass(frozen=True, slots=True)
class PartView:
    """One part in LEAD and what it does."""

    name: str
    does: str


@dataclass(frozen=True, slots=True)
class Intercept:
    """One intercept: its name, one sentence, the lists of this directory, and the kinds that nobody offers."""

    title: str
    text: str
    lists: tuple[Onward, ...]
    none: str


def roles_page(shell: Shell) -> bytes:
    """Give the page; what it says of LEAD everywhere is dated to its source."""
    words, lead = shell.words, shell.directory.settings.lead
    page = Page("roles.html", words("roles.title"), words("roles.description", area=shell.directory.settings.site.area))
    date = dates.partial_date(lead.as_of or "", words)
    return shell.render(
        "roles.html",
        page,
        ("lead",),
        parts=tuple(PartView(words(f"roles.who.{part}"), words(f"roles.who.{part}.does")) for part in _PARTS),
        here=lead.parts,
        here_source=words("lead.source", source=lead.source, date=date) if lead.parts else "",
        goals=tuple(_goal(name, words) for name in _GOALS),
        earlier=words("roles.quoted", text=words("roles.goals.earlier.quote")),
        intercepts=tuple(_intercepts(shell.directory, words)),
        bureau=tuple((words(key), link) for key, link in _BUREAU.items()),
        goals_source=_GOALS_SOURCE,
        sim_source=_SIM_SOURCE,
        notice=lead.notice,
    )


def _goal(name: str, words: Words) -> PartView:
    return PartView(words(f"roles.goal.{name}"), words("roles.quoted", text=words(f"roles.goal.{name}.quote")))


def _intercepts(directory: Compiled, words: Words) -> Iterator[Intercept]:
    """Give each intercept with the services that the taxonomy puts there, as far as published entries offer them."""
    for number in INTERCEPTS:
        services = [s for s in directory.settings.taxonomy.services.values() if number in s.intercepts]
        found = {s.slug: directory.listing(s.slug) for s in services}
        offered = tuple(Onward(x.label, x.path, len(x.resources)) for x in found.values() if x)
        missing = " · ".join(s.label for s in services if not found[s.slug])
        yield Intercept(
            title=words("roles.sim.title", n=number, name=words(f"roles.sim.{number}")),
            text=words(f"roles.sim.{number}.text"),
            lists=offered,
            none=words("roles.sim.none", labels=missing) if missing else "",
        )
