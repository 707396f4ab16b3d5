"""Entries and configuration become one Compiled: pages, lists, hours, places and what nobody has told."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from generator.compile.model import (
    Compiled,
    Link,
    Listing,
    Resource,
    ServiceHours,
    Tombstone,
    Trust,
)
from generator.compile.places import locate
from generator.compile.week import week_table
from generator.entry.model import PURPOSES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.config.geocodes import Geocodes
    from generator.config.settings import Settings
    from generator.config.taxonomy import Group, Service, Taxonomy
    from generator.entry.hours import Schedule
    from generator.entry.model import Entry

_ALWAYS_TRUSTED = ("phones", "website", "address", "languages", "service_area")


def compile_directory(
    entries: Sequence[Entry], settings: Settings, geocodes: Geocodes, build_date: date | None = None
) -> Compiled:
    """Compile checked entries. Without a build date the first day of the data's date is taken; no clock is asked."""
    ordered = sorted(entries, key=lambda e: e.id)
    shown = {e.id: e for e in ordered if e.published}
    resources = tuple(_resource(e, shown, settings, geocodes) for e in shown.values())
    newest = _data_date(ordered, settings, geocodes)
    built = (build_date or _first_day(newest)).isoformat()
    listings = tuple(_listings(resources, settings.taxonomy, built))
    return Compiled(
        settings=settings,
        resources=resources,
        listings=listings,
        tombstones=tuple(_tombstones((e for e in ordered if e.removed), shown, listings, settings.taxonomy)),
        drafts=sum(e.status == "draft" for e in ordered),
        facts_date=_facts_date(shown.values()),
        data_date=newest,
        build_date=built,
    )


def page_path(entry_id: str) -> str:
    """Give the permanent address of one resource, from the site's root."""
    return f"r/{entry_id}.html"


def _resource(entry: Entry, shown: Mapping[str, Entry], settings: Settings, geocodes: Geocodes) -> Resource:
    taxonomy = settings.taxonomy
    services = taxonomy.of(entry.services)
    group = taxonomy.group(services[0].group)
    sensitive = taxonomy.sensitive(entry.services) if entry.sensitive is None else entry.sensitive
    urgent = taxonomy.urgent(entry.services)
    asked = services[0].ask
    trusted = dict.fromkeys([*_ALWAYS_TRUSTED, *asked, *entry.facts])
    trust = {name: _trust(entry, name, settings, crisis=urgent) for name in trusted}
    return Resource(
        entry=entry,
        path=page_path(entry.id),
        title=_neutral_title(services) if sensitive else entry.name,
        sensitive=sensitive,
        urgent=urgent,
        group=group,
        services=services,
        intercepts=entry.intercepts or taxonomy.intercepts(entry.services),
        timezone=entry.timezone or settings.site.timezone,
        location=locate(entry, geocodes, settings.gazetteer),
        hours=tuple(_hours(entry, services, settings, crisis=urgent)),
        asked=asked,
        trust=trust,
        next=tuple(_links(entry.if_closed_or_full, shown)),
        backup=next(_links([entry.backup.entry] if entry.backup else [], shown), None),
    )


def _neutral_title(services: Iterable[Service]) -> str:
    return next(s.title for s in sorted(services, key=lambda s: not s.sensitive))


def _trust(entry: Entry, fact: str, settings: Settings, *, crisis: bool) -> Trust:
    limit = settings.site.limits.days(fact, crisis=crisis)
    if entry.review_every_days:
        limit = min(limit, entry.review_every_days)
    return Trust(fact, entry.source_of(fact), entry.verification_of(fact), limit)


def _hours(entry: Entry, services: Iterable[Service], settings: Settings, *, crisis: bool) -> Iterator[ServiceHours]:
    """Give the hours of the whole entry first, then those of each service in the entry's order."""
    scopes: list[tuple[Service | None, Mapping[str, Schedule]]] = [(None, entry.hours.by_purpose)]
    scopes += [(s, entry.hours.by_service[s.slug]) for s in services if s.slug in entry.hours.by_service]
    for service, texts in scopes:
        for purpose in PURPOSES:
            schedule = texts.get(purpose)
            if schedule is not None:
                trust = _trust(entry, f"hours.{purpose}", settings, crisis=crisis)
                yield ServiceHours(purpose, service, week_table(schedule), trust)


def _links(ids: Iterable[str], shown: Mapping[str, Entry]) -> Iterator[Link]:
    """Give links to published entries; one that has gone since is left out (the check tells)."""
    for entry_id in ids:
        if target := shown.get(entry_id):
            voice = next((p for p in target.phones if p.kind == "voice"), None)
            yield Link(entry_id, target.name, page_path(entry_id), voice)


def _listings(resources: Sequence[Resource], taxonomy: Taxonomy, on: str) -> Iterator[Listing]:
    for group in taxonomy.groups:
        members = [r for r in resources if any(s.group == group.slug for s in r.services)]
        if not members:
            continue
        yield _listing(group, None, members, on)
        for service in group.services:
            if offering := [r for r in resources if service in r.services]:
                yield _listing(group, service, offering, on)


def _listing(group: Group, service: Service | None, members: Iterable[Resource], on: str) -> Listing:
    of = service or group

    def order(resource: Resource) -> tuple[bool, bool, bool, str]:
        """Open doors first, then those whose check holds, then those whose main need this is, then by name."""
        main = resource.services[0] is service if service else resource.group is group
        return resource.closed, not _sure(resource, on), not main, resource.entry.name.casefold()

    ranked = tuple(sorted(members, key=order))
    return Listing(group, service, f"find/{of.path}.html", of.title, of.label, of.sensitive, ranked)


def _sure(resource: Resource, on: str) -> bool:
    """Whether its number or any of its hours are confirmed on a day (YYYY-MM-DD)."""
    return any(on <= trust.until for trust in (resource.trust["phones"], *(hours.trust for hours in resource.hours)))


def _tombstones(
    entries: Iterable[Entry], shown: Mapping[str, Entry], listings: Sequence[Listing], taxonomy: Taxonomy
) -> Iterator[Tombstone]:
    for entry in entries:
        services = taxonomy.of(entry.services)
        sensitive = taxonomy.sensitive(entry.services) if entry.sensitive is None else entry.sensitive
        near = next((x for x in listings if x.service is None and x.group.slug == services[0].group), None)
        title = _neutral_title(services) if sensitive else entry.name
        links = tuple(_links(entry.if_closed_or_full, shown))
        yield Tombstone(entry.id, page_path(entry.id), title, entry.name, sensitive, links, near)


def _dates(entries: Iterable[Entry]) -> Iterator[str]:
    """Give the dates of all sources and checks."""
    for entry in entries:
        yield from (source.date for source in entry.sources)
        yield from (verification.date for verification in entry.verified)


def _facts_date(published: Iterable[Entry]) -> str:
    return max((date for date in _dates(published) if date != "unknown"), default="")


def _data_date(entries: Iterable[Entry], settings: Settings, geocodes: Geocodes) -> str:
    """Give the newest date in data and registers: YYYY-MM-DD, YYYY-MM where that is later; 1970-01-01 without any."""
    dates = [*_dates(entries)]
    dates += [g.date for g in geocodes.records.values()]
    dates += settings.lead.dates
    dates += [change.date for change in settings.changes]
    return max((d for d in dates if len(d) >= 7 and d != "unknown"), default="1970-01-01")


def _first_day(text: str) -> date:
    return date.fromisoformat((text + "-01")[:10])
