"""The compiled directory: everything the outputs need, computed once, frozen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.compile.week import WeekTable
    from generator.config.geocodes import Precision
    from generator.config.settings import Settings
    from generator.config.taxonomy import Group, Service
    from generator.entry.model import Entry, Fact, Phone, Source, Verification
    from generator.entry.place import Point


@dataclass(frozen=True, slots=True)
class Trust:
    """How one fact is known: *confirmed* while `verified` is within `limit_days`, as the device finds, else *listed*.

    `fact` is a dotted field name.
    """

    fact: str
    source: Source
    verified: Verification | None
    limit_days: int

    @property
    def until(self) -> str:
        """The last day (YYYY-MM-DD) on which the check holds; empty where nobody ever asked."""
        if self.verified is None:
            return ""
        return (date.fromisoformat(self.verified.date) + timedelta(days=self.limit_days)).isoformat()


@dataclass(frozen=True, slots=True)
class Location:
    """Where a resource is, how exactly (it says whether to show a pin, or "approximate"), and who gave the point."""

    point: Point
    precision: Precision
    credit: str

    @property
    def approximate(self) -> bool:
        """Whether the point may be more than 200 m off, and must say so."""
        return self.precision.approximate

    @property
    def pin(self) -> bool:
        """Whether a map may show a pin: never for the middle of a ZIP or a town."""
        return self.precision.pin


@dataclass(frozen=True, slots=True)
class ServiceHours:
    """The hours of one purpose, of the whole entry (`service` is None) or of one service. See entry.model.PURPOSES."""

    purpose: str
    service: Service | None
    week: WeekTable
    trust: Trust


@dataclass(frozen=True, slots=True)
class Link:
    """A reference to another resource: its name as shown, and its page from the site's root."""

    id: str
    name: str
    path: str
    phone: Phone | None


@dataclass(frozen=True, slots=True)
class Resource:
    """One published resource.

    `title` is what a browser tab and a shared link show: neutral words when `sensitive`. `asked` are the facts that
    matter for its main service, most important first; those that it does not know are unknown and are shown
    as not confirmed. `closed` is whether it is closed for a time. `location` is None for confidential, area-wide and
    placeless resources.
    """

    entry: Entry
    path: str
    title: str
    sensitive: bool
    urgent: bool
    group: Group
    services: tuple[Service, ...]
    intercepts: tuple[int, ...]
    timezone: str
    location: Location | None
    hours: tuple[ServiceHours, ...]
    asked: tuple[str, ...]
    trust: Mapping[str, Trust]
    next: tuple[Link, ...]
    backup: Link | None

    @property
    def id(self) -> str:
        """The permanent id, which is the entry's file name."""
        return self.entry.id

    @property
    def closed(self) -> bool:
        """Whether it is closed for a time."""
        return self.entry.status == "temporarily-closed"

    @property
    def unknown(self) -> tuple[str, ...]:
        """The facts that matter here and that nobody has told."""
        return tuple(name for name in self.asked if not self.knows(name))

    def knows(self, name: str) -> bool:
        """Whether a field that may be asked for is told: a fact, `hours.<purpose>`, languages, the area served."""
        entry = self.entry
        if name.startswith("hours."):
            return any(hours.purpose == name[6:] for hours in self.hours)
        if name in {"languages", "service_area"}:
            return bool(entry.languages if name == "languages" else entry.service_area)
        return name in entry.facts

    def fact(self, name: str) -> Fact | None:
        """Give one known fact by its dotted name, or None. An answer `unknown` with a note counts as a fact."""
        return self.entry.facts.get(name)

    def first_phone(self) -> Phone | None:
        """Give the number to call first: the first voice number, else the first of any kind."""
        phones = self.entry.phones
        return next((p for p in phones if p.kind == "voice"), phones[0] if phones else None)


@dataclass(frozen=True, slots=True)
class Listing:
    """One list page, of a group (`service` is None) or of one service: resources in the order to show."""

    group: Group
    service: Service | None
    path: str
    title: str
    label: str
    sensitive: bool
    resources: tuple[Resource, ...]


@dataclass(frozen=True, slots=True)
class Tombstone:
    """An address that once was a resource: it says so and points on. Of the old entry only the name is repeated."""

    id: str
    path: str
    title: str
    name: str
    sensitive: bool
    next: tuple[Link, ...]
    listing: Listing | None


@dataclass(frozen=True, slots=True)
class Compiled:
    """The whole directory.

    `resources` are the published ones by id; `listings` has every group that is not empty, then its services, in
    the order of the taxonomy; `drafts` counts entries that are checked but not published.

    `facts_date` is how old the published facts are: the newest date of a source or a check, as exact as it is known
    (YYYY-MM-DD, YYYY-MM or YYYY), empty where no source has a date. `data_date` is the newest date in all of
    `directory/` and `site_config/` (YYYY-MM-DD or YYYY-MM), so when somebody last worked on them; `build_date` is the
    day of the build (YYYY-MM-DD).
    """

    settings: Settings
    resources: tuple[Resource, ...]
    listings: tuple[Listing, ...]
    tombstones: tuple[Tombstone, ...]
    drafts: int
    facts_date: str
    data_date: str
    build_date: str

    def resource(self, entry_id: str) -> Resource | None:
        """Give one published resource by its id, or None."""
        return next((r for r in self.resources if r.id == entry_id), None)

    def listing(self, slug: str) -> Listing | None:
        """Give the list page of a group or a service by its slug, or None where it would be empty."""
        found = (x for x in self.listings if (x.service.slug if x.service else x.group.slug) == slug)
        return next(found, None)
