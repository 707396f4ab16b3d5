"""The typed values of an entry. A field that is absent is unknown; nothing here stands for a guess."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.entry.hours import Schedule
    from generator.entry.place import Point

PURPOSES = ("open", "phone", "intake", "le_dropoff")
"""Purposes of hours, in the order in which a page shows them."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language in which people are served. `code` is ISO 639; `how` is empty where nobody knows."""

    code: str
    how: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Phone:
    """One number. `number` is `910-555-0100` or a short code; `text` is the word to send, `press` the key to press."""

    number: str
    kind: str = "voice"
    purpose: str = "main"
    extension: str = ""
    press: str = ""
    text: str = ""
    note: str = ""
    hours: Schedule | None = None
    languages: tuple[Language, ...] = ()

    @property
    def short(self) -> bool:
        """Whether it is a short code (988, 741741), which is dialled as it stands."""
        return "-" not in self.number


@dataclass(frozen=True, slots=True)
class Address:
    """A street address that may be printed. Empty parts are unknown."""

    city: str
    state: str
    street: str = ""
    unit: str = ""
    zip: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class OwnPoint:
    """A point that the entry itself gives, with where it comes from."""

    point: Point
    source: str


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours by purpose (see PURPOSES), and by service and purpose. A purpose that is absent is unknown."""

    by_purpose: Mapping[str, Schedule] = field(default_factory=dict)
    by_service: Mapping[str, Mapping[str, Schedule]] = field(default_factory=dict)
    note: str = ""

    def __bool__(self) -> bool:
        """Whether any hours are known."""
        return bool(self.by_purpose or self.by_service)


@dataclass(frozen=True, slots=True)
class Fact:
    """One known answer: `values` are words of the schema or texts, `note` the condition or detail.

    Parts of an object have dotted names: `criminal_record.arson`, `moud.methadone`, `handoff.answers`.
    """

    name: str
    values: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where facts were read. `date` is YYYY-MM-DD, YYYY-MM, YYYY or unknown; no `facts` means all others."""

    publisher: str
    url: str
    date: str
    facts: tuple[str, ...] = ()
    note: str = ""

    @property
    def year(self) -> str:
        """The year of the source, or empty where it is unknown."""
        return "" if self.date == "unknown" else self.date[:4]


@dataclass(frozen=True, slots=True)
class Verification:
    """Somebody asked the provider. `date` is YYYY-MM-DD, `how` is phone, visit or provider."""

    date: str
    how: str
    role: str
    facts: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Backup:
    """Whom to call when nobody answers: another entry's id, a number, or both."""

    entry: str = ""
    number: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One resource as its file says it. `facts` holds every barrier, access, cost and offer field by dotted name."""

    id: str
    file: str
    name: str
    organization: str
    summary: str
    services: tuple[str, ...]
    status: str
    sources: tuple[Source, ...]
    facts: Mapping[str, Fact] = field(default_factory=dict)
    also_known_as: tuple[str, ...] = ()
    intercepts: tuple[int, ...] = ()
    phones: tuple[Phone, ...] = ()
    hours: Hours = field(default_factory=Hours)
    timezone: str = ""
    website: str = ""
    email: str = ""
    online_form: str = ""
    online_chat: str = ""
    backup: Backup | None = None
    languages: tuple[Language, ...] = ()
    address: Address | None = None
    point: OwnPoint | None = None
    confidential: bool = False
    service_area: tuple[str, ...] = ()
    alert: str = ""
    alert_until: str = ""
    if_closed_or_full: tuple[str, ...] = ()
    verified: tuple[Verification, ...] = ()
    review_every_days: int = 0
    sensitive: bool | None = None
    lead_partner: bool = False
    external_codes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    editor_note: str = ""

    @property
    def published(self) -> bool:
        """Whether the public sees it as a place to go to: active, or closed for a time."""
        return self.status in {"active", "temporarily-closed"}

    @property
    def removed(self) -> bool:
        """Whether its address shows that it is gone: inactive or defunct."""
        return self.status in {"inactive", "defunct"}

    def source_of(self, fact: str) -> Source:
        """Give the source of one field: the first that names it or its whole, else the first that names no field."""
        whole = fact.partition(".")[0]
        named = next((s for s in self.sources if fact in s.facts or whole in s.facts), None)
        return named or next((s for s in self.sources if not s.facts), self.sources[0])

    def verification_of(self, fact: str) -> Verification | None:
        """Give the newest verification that asked about one field, or None."""
        whole = fact.partition(".")[0]
        asked = [v for v in self.verified if fact in v.facts or whole in v.facts]
        return max(asked, key=lambda v: v.date, default=None)
