"""The page of one resource: what to do first, whom it takes, and what nobody has confirmed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.compile.qr import QrCode, qr_code
from generator.entry.model import Phone
from generator.pages.aging import until
from generator.pages.first import first_step
from generator.pages.links import WebLink, web_links
from generator.pages.outgoing import fix_view, share_view
from generator.pages.phrases import dates, languages, phones, sources, trust
from generator.pages.sections import Section, ask_rows, sections
from generator.pages.shell import Page

if TYPE_CHECKING:
    from generator.compile.model import Link, Resource
    from generator.config.strings import Words
    from generator.pages.outgoing import FixView, ShareView
    from generator.pages.phrases.model import (
        FactRow,
        HoursView,
        LanguageItem,
        PhoneAction,
        PlaceView,
        SourceItem,
        TrustLine,
    )
    from generator.pages.said import Said
    from generator.pages.shell import Shell

ICONS = (
    "lead", "back", "call", "text", "go", "pin", "web", "mail", "copy", "share", "print", "edit", "stop", "next",
    "yes", "no", "ask", "info", "add",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Timetable:
    """Hours of one purpose, and until when their check holds."""

    view: HoursView
    until: str


@dataclass(frozen=True, slots=True)
class Onward:
    """Another resource to try, and its number. `path` is empty where there is only a number."""

    name: str
    path: str
    phone: PhoneAction | None


@dataclass(frozen=True, slots=True)
class ResourceView:
    """All that a resource page shows, in words. `main` is the number to call first; `instead` is whom else to call.

    `code` is the QR code of its address, None where the site has no address yet.
    """

    first: str
    expect: str
    main: PhoneAction | None
    phone_source: TrustLine
    phone_until: str
    others: tuple[PhoneAction, ...]
    links: tuple[WebLink, ...]
    place: PlaceView
    sections: tuple[Section, ...]
    ask: tuple[FactRow, ...]
    hours: tuple[Timetable, ...]
    languages: tuple[LanguageItem, ...]
    alert_until: str
    next: tuple[Onward, ...]
    backup: Onward | None
    backup_note: str
    sources: tuple[SourceItem, ...]
    checks: tuple[SourceItem, ...]
    fix: FixView
    share: ShareView
    run: str
    known_as: str
    write: str
    file: str
    others_label: str
    area: str
    instead: Onward | None
    code: QrCode | None


def resource_page(shell: Shell, said: Said) -> bytes:
    """Give the page of one resource."""
    resource, entry = said.resource, said.resource.entry
    page = Page(resource.path, resource.title, "" if entry.confidential else entry.summary, resource.sensitive)
    group = shell.directory.listing(resource.group.slug)
    service = shell.directory.listing(resource.services[0].slug)
    view = resource_view(shell, said)
    return shell.render("resource.html", page, ICONS, r=resource, e=entry, v=view, group=group, service=service)


def resource_view(shell: Shell, said: Said) -> ResourceView:
    """Give all that the page of one resource shows."""
    resource, entry = said.resource, said.resource.entry
    words, on, site = shell.words, shell.directory.build_date, shell.directory.settings.site
    phone_source = trust.line(resource.trust["phones"], words, on)
    expect = resource.fact("what_happens")
    next_ = tuple(_onward(link, words) for link in resource.next)
    instead = None if said.main else next((onward for onward in next_ if onward.phone), None)
    return ResourceView(
        first=first_step(resource, said.main, instead.name if instead else "", words),
        expect="; ".join(expect.values) if expect else "",
        main=said.main,
        phone_source=phone_source,
        phone_until=until(phone_source),
        others=tuple(action for action in said.numbers if action is not said.main),
        links=web_links(entry, words),
        place=said.place,
        sections=sections(shell, said),
        ask=ask_rows(said, words, on),
        hours=tuple(Timetable(view, until(view.trust)) for view in said.hours),
        languages=languages.items(entry.languages, words),
        alert_until=words("page.alert.until", date=dates.partial_date(entry.alert_until, words))
        if entry.alert_until
        else "",
        next=next_,
        instead=instead,
        area=words("page.area", area=said.place.area) if said.place.area else "",
        backup=_backup(resource, words),
        backup_note=entry.backup.note if entry.backup else "",
        sources=sources.items(resource, words),
        checks=sources.checks(resource, words),
        fix=fix_view(said, site, words),
        share=share_view(said, site),
        run=words("page.run", organization=entry.organization),
        known_as=words("page.known-as", names=", ".join(entry.also_known_as)) if entry.also_known_as else "",
        write=words("fix.write", contact=site.contact) if site.contact else "",
        file=words("fix.file", file=entry.file),
        code=qr_code(f"{site.url}/{resource.path}") if site.url else None,
        others_label=words("page.next.list", label=resource.services[0].label),
    )


def _onward(link: Link, words: Words) -> Onward:
    action = phones.action(link.phone, words) if link.phone else None
    return Onward(link.name, f"../{link.path}", action if action and action.href else None)


def _backup(resource: Resource, words: Words) -> Onward | None:
    if resource.backup:
        return _onward(resource.backup, words)
    backup = resource.entry.backup
    return Onward("", "", phones.action(Phone(backup.number), words)) if backup and backup.number else None
