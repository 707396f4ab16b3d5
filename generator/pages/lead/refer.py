"""The community's door: when to call 911, which ways into LEAD are open here, how to refer, what happens then."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.config.lead import Door
from generator.pages.lead.parts import Onward, Origin, lists, origin
from generator.pages.phrases import dates
from generator.pages.quick import lead_view
from generator.pages.shell import Page

if TYPE_CHECKING:
    from generator.config.lead import Emergency, Lead
    from generator.config.strings import Words
    from generator.pages.shell import Shell

_TODAY = ("crisis-line", "mobile-crisis", "meals", "pantry", "shelter", "day-center", "naloxone", "family-support")
"""Services that a neighbor can call for somebody today."""


@dataclass(frozen=True, slots=True)
class DoorView:
    """One way into LEAD. `state` is yes, no or ask, as the icons are called; `says` is that in words."""

    name: str
    text: str
    state: str
    says: str


@dataclass(frozen=True, slots=True)
class SignsView:
    """General emergency signs, with the label that they always carry, and where they are from."""

    signs: tuple[str, ...]
    origin: Origin
    reviewed: str


@dataclass(frozen=True, slots=True)
class ReferView:
    """All that the page shows beside the LEAD line."""

    signs: SignsView | None
    doors: tuple[DoorView, ...]
    doors_known: bool
    how: tuple[str, ...]
    name: str
    form: str
    next: tuple[str, ...]
    today: tuple[Onward, ...]
    source: str


def refer_page(shell: Shell) -> bytes:
    """Give the page for everyone who is not an officer. It has no form and asks nothing about anyone."""
    words, directory = shell.words, shell.directory
    page = Page("refer.html", words("refer.title"), words("refer.description", area=directory.settings.site.area))
    view = refer_view(shell)
    lead = directory.settings.lead
    shown = lead_view(directory, words) if Door.COMMUNITY in lead.doors or lead.referral else None
    icons = ("lead", "next", "call", "text", "yes", "no", "ask", "web")
    return shell.render("refer.html", page, icons, line=shown, v=view, notice=lead.notice)


def refer_view(shell: Shell) -> ReferView:
    """Put into words what the page shows."""
    lead, words = shell.directory.settings.lead, shell.words
    referral = lead.referral
    named = {True: words("refer.name.yes"), False: words("refer.name.no"), None: ""}
    vouched = lead.source and (lead.doors or referral)
    date = dates.partial_date(lead.as_of or "", words)
    return ReferView(
        signs=_signs(lead.emergency, words),
        doors=tuple(_door(door, lead, words) for door in Door),
        doors_known=bool(lead.doors),
        how=_how(lead, words),
        name=named[referral.name_needed if referral else None],
        form=referral.form if referral else "",
        next=(*(referral.next if referral else ()), words("refer.next.offer"), words("refer.next.room")),
        today=lists(shell.directory, _TODAY),
        source=words("lead.source", source=lead.source, date=date) if vouched else "",
    )


def _signs(emergency: Emergency | None, words: Words) -> SignsView | None:
    if emergency is None:
        return None
    who = emergency.proof.reviewed_by
    reviewed = words("refer.reviewed", who=who) if who else words("refer.danger.open")
    return SignsView(emergency.signs, origin(emergency.proof, words), reviewed)


def _door(door: Door, lead: Lead, words: Words) -> DoorView:
    state, key = ("ask", "refer.unknown")
    if lead.doors:
        state, key = ("yes", "refer.open") if door in lead.doors else ("no", "refer.shut")
    return DoorView(words(f"refer.door.{door}"), words(f"refer.door.{door}.text"), state, words(key))


def _how(lead: Lead, words: Words) -> tuple[str, ...]:
    """Give the steps: the program's own, else what follows from the open doors, else that none are published."""
    if lead.referral:
        return lead.referral.how
    if not lead.doors:
        return (words("refer.how.none"),)
    if Door.COMMUNITY not in lead.doors:
        return (words("refer.how.officer"),)
    return (words("refer.how.line" if lead.line and lead.line.number else "refer.how.none"),)
