"""Who this site is for and how it behaves: `site_config/site.yaml`, typed."""

from __future__ import annotations

import zoneinfo
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from generator.config.reading import chosen, nearest
from generator.entry.problem import ProblemError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from generator.config.reading import ConfigFile
    from generator.entry.problem import Problem


class Stage(StrEnum):
    """`preview` puts a warning on every page and keeps search engines away; `live` needs phone checks."""

    PREVIEW = "preview"
    LIVE = "live"


@dataclass(frozen=True, slots=True)
class QuickLink:
    """One button of the quick row beside 911: the id of an entry, a short label, a hint of a few words."""

    entry: str
    label: str
    hint: str


@dataclass(frozen=True, slots=True)
class Geocoding:
    """The provider that `offramp geocode` may ask: `nominatim`, `census`, `photon`, `pelias` or `none`.

    `endpoint` is its address without a slash at the end, empty for its public server. `user_agent` names the site
    to the provider; while it is None, no request may be sent. A key never stands here.
    """

    provider: str
    endpoint: str
    user_agent: str | None


class Kind(StrEnum):
    """Kinds of facts that a check holds for equally long, the most dangerous first: each is a key of `limits`."""

    DROP_OFF = "drop_off"
    CRISIS_AND_INTAKE = "crisis_and_intake"
    HOURS_AND_PHONES = "hours_and_phones"
    REST = "rest"

    @property
    def risk(self) -> int:
        """0 for what costs most when it is wrong."""
        return _RISKS[self]


_RISKS = {kind: risk for risk, kind in enumerate(Kind)}


@lru_cache(maxsize=1024)
def kind_of(fact: str, *, crisis: bool = False) -> Kind:
    """Give the kind of one fact by its dotted field name, e.g. `hours.open`.

    `crisis` is whether the number is for a crisis, or belongs to an entry of an urgent kind.
    """
    first, _, part = fact.partition(".")
    if first.startswith("le_") or fact == "hours.le_dropoff":
        return Kind.DROP_OFF
    if fact == "hours.intake" or (crisis and (first == "phones" or part == "phone")):
        return Kind.CRISIS_AND_INTAKE
    return Kind.HOURS_AND_PHONES if first in {"hours", "phones"} else Kind.REST


@dataclass(frozen=True, slots=True)
class Limits:
    """Days for which a check holds before a confirmed fact is only listed again, by kind of fact (see Kind)."""

    drop_off: int
    crisis_and_intake: int
    hours_and_phones: int
    rest: int

    def of(self, kind: Kind) -> int:
        """Give the limit in days of one kind."""
        days: int = getattr(self, kind.value)
        return days

    def days(self, fact: str, *, crisis: bool = False) -> int:
        """Give the limit in days of one fact; the arguments are those of `kind_of`."""
        return self.of(kind_of(fact, crisis=crisis))


@dataclass(frozen=True, slots=True)
class Allowed:
    """Where places with an area of service may lie.

    `states` are two-letter codes; `zips` the first three to five digits of ZIP codes; `margin_km` how far a
    point may lie outside the outline of the area. Statewide and national entries may lie elsewhere.
    """

    states: tuple[str, ...]
    zips: tuple[str, ...]
    margin_km: int

    def zip(self, code: str) -> bool:
        """Whether a five-digit ZIP code belongs to the area; always if no ZIP codes are named."""
        return not self.zips or code.startswith(self.zips)


@dataclass(frozen=True, slots=True)
class Site:
    """One site. `area` is the area in words; `county` and `state` are what an entry's place defaults to.

    `timezone` is a name of the time zone database; `language` the code of a file in `strings/`. `url`,
    `repository` and `contact` are None until an adopter has them; `url` and `repository` have no slash at the
    end; `contact` is an https address or an e-mail address. `neutral_page` is where "Leave this page" goes,
    None for the built-in one. `saved_copies` is `offered` or `withdrawn`.
    """

    name: str
    area: str
    county: str
    state: str
    timezone: str
    language: str
    stage: Stage
    url: str | None
    repository: str | None
    contact: str | None
    neutral_page: str | None
    quick: tuple[QuickLink, ...]
    geocoding: Geocoding
    limits: Limits
    allowed: Allowed
    saved_copies: str = "offered"

    @property
    def copies_offered(self) -> bool:
        """Whether visitors may keep a copy on their phone; if not, copies that are kept are called back."""
        return self.saved_copies == "offered"

    @property
    def preview(self) -> bool:
        """Whether every page says that it is a preview."""
        return self.stage is Stage.PREVIEW

    def reworded(self, change: Callable[[str], str]) -> Site:
        """Give the same site with the words of its quick row changed; names stay."""
        quick = (replace(link, label=change(link.label), hint=change(link.hint)) for link in self.quick)
        return replace(self, quick=tuple(quick))


def load_site(file: ConfigFile) -> Site:
    """Give the site of a file that has passed its schema. Raises ProblemError with all its problems."""
    data = file.data
    problems = [*_timezone(file), *_quick_row(file), *_endpoint(file)]
    if problems:
        raise ProblemError(*sorted(problems))
    return Site(
        name=data["name"],
        area=data["area"],
        county=data["county"],
        state=data["state"],
        timezone=data["timezone"],
        language=data["language"],
        stage=Stage(data["stage"]),
        url=chosen(data, "url"),
        repository=chosen(data, "repository"),
        contact=chosen(data, "contact"),
        neutral_page=chosen(data, "neutral_page"),
        quick=tuple(QuickLink(**button) for button in data.get("quick", ())),
        geocoding=_geocoding(data["geocoding"]),
        limits=Limits(**{name: int(days) for name, days in data["limits"].items()}),
        allowed=_allowed(data["allowed"]),
        saved_copies=data.get("saved_copies", "offered"),
    )


def _geocoding(data: Mapping[str, Any]) -> Geocoding:
    return Geocoding(data["provider"], data.get("endpoint", ""), chosen(data, "user_agent"))


def _allowed(data: Mapping[str, Any]) -> Allowed:
    return Allowed(tuple(data["states"]), tuple(data.get("zips", ())), int(data["margin_km"]))


def _timezone(file: ConfigFile) -> Iterator[Problem]:
    name = file.data["timezone"]
    try:
        zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        meant = nearest(name, sorted(zoneinfo.available_timezones()))
        fix = file.swapped(("timezone",), name, meant)
        wanted = (
            f"{meant} (did you mean that?)" if meant else "a name of the time zone database, such as  America/New_York"
        )
        yield file.problem(("timezone",), "E720", name, wanted, fix=fix)


def _endpoint(file: ConfigFile) -> Iterator[Problem]:
    settings = file.data["geocoding"]
    if settings["provider"] == "pelias" and not settings.get("endpoint"):
        wanted = "a line  endpoint:  with the address of your server: pelias has no public one"
        yield file.problem(("geocoding", "provider"), "E723", "pelias", wanted)


def _quick_row(file: ConfigFile) -> Iterator[Problem]:
    entries = [button["entry"] for button in file.data.get("quick", ())]
    for index, entry in enumerate(entries):
        if entry in entries[:index]:
            yield file.problem(("quick", index, "entry"), "E721", f"{entry} a second time", "another entry")
