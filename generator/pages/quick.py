"""The buttons beside 911, and the LEAD line: whom an officer calls before searching anything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.entry import hours as hours_text
from generator.entry.model import Phone
from generator.pages.phrases import dates, hours, phones

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.compile.model import Compiled
    from generator.config.lead import LeadLine
    from generator.config.strings import Words


@dataclass(frozen=True, slots=True)
class Quick:
    """One button. `number` is empty where the label is the number; `short` is whether it fits the top of a page."""

    label: str
    hint: str
    number: str
    href: str
    aria: str
    short: bool


@dataclass(frozen=True, slots=True)
class LeadView:
    """The published LEAD line: its number, sentences about it, and where they are from (or nothing)."""

    number: str
    href: str
    aria: str
    lines: tuple[str, ...]
    source: str


def quick_row(directory: Compiled, words: Words) -> tuple[Quick, ...]:
    """Give the buttons of `site.yaml` whose entry is published and has a number."""
    return tuple(_quick(directory, words))


def _quick(directory: Compiled, words: Words) -> Iterator[Quick]:
    for link in directory.settings.site.quick:
        resource = directory.resource(link.entry)
        phone = resource.first_phone() if resource else None
        if phone is None or not phones.href(phone):
            continue
        number = "" if phone.number == link.label else phone.number
        action = phones.action(phone, words)
        aria = ", ".join(part for part in (link.label, action.aria, link.hint) if part)
        yield Quick(link.label, link.hint, number, action.href, aria, not number)


def lead_view(directory: Compiled, words: Words) -> LeadView | None:
    """Give the LEAD block, or None where no number is published."""
    lead = directory.settings.lead
    if lead.line is None or lead.line.number is None:
        return None
    action = phones.action(Phone(lead.line.number), words)
    date = dates.partial_date(lead.as_of or "", words)
    source = words("lead.source", source=lead.source, date=date) if lead.source else ""
    return LeadView(lead.line.number, action.href, action.aria, tuple(_about(lead.line, words)), source)


@dataclass(frozen=True, slots=True)
class OfficerView:
    """The LEAD line for officers: the block, or None without a number, and its coverage in sentences."""

    line: LeadView | None
    lines: tuple[str, ...]


def officer_view(directory: Compiled, words: Words) -> OfficerView:
    """Give the LEAD line with who answers, when, and what to do outside these hours, each also where not published."""
    line = directory.settings.lead.line
    shown = lead_view(directory, words)
    if line is None:
        return OfficerView(None, ())
    told = list(_about(line, words))
    if not line.hours:
        told.append(words("lead.hours.none"))
    if not line.after_hours and not _always(line, words):
        told.append(words("lead.after.none"))
    return OfficerView(shown, tuple(told))


def _always(line: LeadLine, words: Words) -> bool:
    return line.hours is not None and hours.say(hours_text.parse(line.hours), words).always


def _about(line: LeadLine, words: Words) -> Iterator[str]:
    who = words("lead.answered", who=line.answered_by[:1].upper() + line.answered_by[1:]) if line.answered_by else ""
    when = ""
    if line.hours:
        when = words("lead.hours", hours=hours.say(hours_text.parse(line.hours), words).one_line)
    if who or when:
        yield f"{who} {when}".strip()
    if line.after_hours:
        yield words("lead.after", text=line.after_hours)
