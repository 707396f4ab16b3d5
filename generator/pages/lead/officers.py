"""The officer's page: the call first, then the words of the offer, then what the program has published."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.pages.cards import CARD_ICONS, card_view
from generator.pages.lead.parts import Onward, Origin, lists, origin, resource
from generator.pages.phrases import dates
from generator.pages.quick import officer_view
from generator.pages.shell import Page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.config.lead import CustodyExam, LegalNote, LocalList
    from generator.config.strings import Words
    from generator.pages.said import Said
    from generator.pages.shell import Shell

OFFICER_VIEW = "index.html#officer"
"""Does what the finder's officer button does: open now, takes police drop-off, nearest first (js/finder/finder.js)."""

SLIP = "print/slip.html"
"""The leave-behind slip, made by another room; its address never changes."""

_DROPOFF = "le_dropoff"
_TAKES = ("yes", "conditional")
MOST = 10
"""Cards of places that take drop-off; a large county has the finder for the rest."""

_LEAVE = ("naloxone", "moud", "peer-support", "meals", "crisis-line")
"""Services for a person who stays behind after an overdose or turns an offer down."""

_AROUND = ("crisis-dropoff", "bh-urgent-care", "sobering", "withdrawal-care", "crisis", "withdrawal", "sleep")
"""Lists to look through without JavaScript, where an officer might take somebody."""

_WELLNESS = "responder-wellness"


@dataclass(frozen=True, slots=True)
class ListView:
    """A list that somebody keeps: its items, and whose it is."""

    items: tuple[str, ...]
    owner: str
    origin: Origin
    reviewed: str


@dataclass(frozen=True, slots=True)
class CustodyView:
    """Where the plan has the first exam: its places in order, and whose word that is."""

    plan: str
    sites: tuple[Onward, ...]
    medical: str
    otherwise: str
    origin: Origin
    reviewed: str


@dataclass(frozen=True, slots=True)
class NoteView:
    """One law. `text` and `ask` are empty or None unless somebody has reviewed the note."""

    anchor: str
    title: str
    statute: str
    link: str
    text: str
    ask: Onward | None
    origin: Origin
    reviewed: str


@dataclass(frozen=True, slots=True)
class OfficersView:
    """All that the officer's page shows beside the LEAD line."""

    say: tuple[str, ...]
    say_origin: Origin | None
    checklist: ListView | None
    paperwork: ListView | None
    custody: CustodyView | None
    notes: tuple[NoteView, ...]
    dropoff: tuple[Markup, ...]
    more: str
    around: tuple[Onward, ...]
    leave: tuple[Onward, ...]
    wellness: Onward | None


def officers_page(shell: Shell, said: Mapping[str, Said]) -> bytes:
    """Give the officer's page. It shows what is published, decides nothing, and nothing can be typed on it."""
    words, directory = shell.words, shell.directory
    area = directory.settings.site.area
    page = Page("officers.html", words("officers.title"), words("officers.description", area=area))
    lead = officer_view(directory, words)
    icons = tuple(sorted({"lead", "next", *CARD_ICONS}))
    view = officers_view(shell, said)
    notice = directory.settings.lead.notice
    finder = OFFICER_VIEW if shell.data else ""
    return shell.render("officers.html", page, icons, coverage=lead, v=view, notice=notice, finder=finder, slip=SLIP)


def officers_view(shell: Shell, said: Mapping[str, Said]) -> OfficersView:
    """Put into words what the officer's page shows."""
    lead, words = shell.directory.settings.lead, shell.words
    around = lists(shell.directory, _AROUND)
    taking = _taking(said)
    return OfficersView(
        say=lead.script.say if lead.script else (),
        say_origin=origin(lead.script.proof, words) if lead.script else None,
        checklist=_list(lead.checklist, words),
        paperwork=_list(lead.paperwork, words),
        custody=_custody(shell, lead.custody_exam),
        notes=tuple(_note(shell, note) for note in lead.legal_notes),
        dropoff=tuple(_card(shell, one) for one in taking[:MOST]),
        more=words("officers.dropoff.more", n=len(taking) - MOST) if taking[MOST:] else "",
        around=tuple({onward.path: onward for onward in around}.values()),
        leave=lists(shell.directory, _LEAVE),
        wellness=next(iter(lists(shell.directory, (_WELLNESS,))), None),
    )


def _list(block: LocalList | None, words: Words) -> ListView | None:
    if block is None:
        return None
    owner = words("officers.owner", owner=block.owner, date=dates.partial_date(block.proof.as_of, words))
    reviewed = words("refer.reviewed", who=block.proof.reviewed_by) if block.proof.reviewed_by else ""
    return ListView(block.items, owner, origin(block.proof, words), reviewed)


def _custody(shell: Shell, block: CustodyExam | None) -> CustodyView | None:
    """Give the places of the plan; None where one of them is not published, since the order is the plan's."""
    if block is None:
        return None
    words = shell.words
    sites = tuple(resource(shell, entry) for entry in block.sites)
    known = tuple(site for site in sites if site)
    if len(known) < len(sites):
        return None
    key = "officers.custody.plan" if len(known) == 1 else "officers.custody.order"
    plan = words(key, plan=block.plan, date=dates.partial_date(block.proof.as_of, words))
    reviewed = words("officers.custody.reviewed", who=block.proof.reviewed_by)
    return CustodyView(plan, known, block.medical, block.otherwise, origin(block.proof, words), reviewed)


def _note(shell: Shell, note: LegalNote) -> NoteView:
    words, who = shell.words, note.proof.reviewed_by
    return NoteView(
        anchor=note.topic.value,
        title=words(f"officers.law.{note.topic}"),
        statute=note.statute,
        link=note.link,
        text=note.text if who else "",
        ask=resource(shell, note.ask) if who and note.ask else None,
        origin=origin(note.proof, words),
        reviewed=words("officers.law.reviewed", who=who) if who else words("officers.law.open"),
    )


def _taking(said: Mapping[str, Said]) -> list[Said]:
    """Give the places that are known to take police drop-off, the sure ones first."""
    ranked = []
    for one in said.values():
        fact = one.resource.fact(_DROPOFF)
        if fact and fact.values and fact.values[0] in _TAKES and not one.resource.closed:
            unasked = one.resource.trust[_DROPOFF].verified is None
            ranked.append(((_TAKES.index(fact.values[0]), unasked, one.resource.id), one))
    return [one for _, one in sorted(ranked, key=lambda item: item[0])]


def _card(shell: Shell, one: Said) -> Markup:
    view = replace(card_view(one, shell.words, shell.directory.build_date), path=one.resource.path)
    return Markup(shell.template("card.html").render(c=view))  # noqa: S704 - rendered with escaping
