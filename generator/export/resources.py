"""One published resource as a record for other programs. A key that is absent means: nobody knows, or there is none."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from generator.compile.caution import CONFIRMED_ONLY, needs_confirming, secret_fields
from generator.entry.hours.model import DAY_MINUTES
from generator.export.places import address, location

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.compile.model import Resource, ServiceHours, Trust
    from generator.compile.week import Block, WeekTable
    from generator.entry.hours.model import Schedule
    from generator.entry.model import Language, Phone, Source, Verification

_BESIDE_FACTS: Final = ("address", "languages", "phones", "service_area", "website")
"""Fields outside `facts` whose trust is told too, where the resource has them."""


def record(resource: Resource, on: str) -> dict[str, Any]:
    """Give the record of one resource; states of facts are those of the day `on` (YYYY-MM-DD)."""
    entry = resource.entry
    facts = _facts(resource, on)
    always: dict[str, Any] = {
        "id": resource.id,
        "path": resource.path,
        "name": entry.name,
        "organization": entry.organization,
        "summary": entry.summary,
        "status": entry.status,
        "group": resource.group.slug,
        "services": list(entry.services),
        "intercepts": list(resource.intercepts),
        "sensitive": resource.sensitive,
        "confidential": entry.confidential,
        "lead_partner": entry.lead_partner,
        "timezone": resource.timezone,
        "sources": [_source(source) for source in entry.sources],
        "facts": facts,
        "unknown": list(resource.unknown),
    }
    return always | _known(
        also_known_as=list(entry.also_known_as),
        phones=[_phone(phone) for phone in entry.phones],
        website=entry.website,
        email=entry.email,
        online_form=entry.online_form,
        online_chat=entry.online_chat,
        backup=_backup(resource),
        languages=[_language(language) for language in entry.languages],
        hours=[_hours(resource, hours, on) for hours in resource.hours],
        hours_note=entry.hours.note,
        address=address(resource),
        location=location(resource),
        service_area=list(entry.service_area),
        alert=entry.alert,
        alert_until=entry.alert_until,
        trust=_trust_beside(resource, facts, on),
        verified=[_verification(verification) for verification in entry.verified],
        if_closed_or_full=[link.id for link in resource.next],
        external_codes={system: list(codes) for system, codes in entry.external_codes.items()},
    )


def _known(**values: object) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}


def _facts(resource: Resource, on: str) -> dict[str, Any]:
    secret = secret_fields() if resource.entry.confidential else frozenset()
    facts = {}
    for name, fact in resource.entry.facts.items():
        if name in secret:
            continue
        state = _trust(resource.trust[name], on)
        facts[name] = {**_answer(name, fact.values, state["state"]), **state}
        if fact.note:
            facts[name]["note"] = fact.note
    return facts


def _answer(name: str, values: tuple[str, ...], state: str) -> dict[str, Any]:
    """Give the answer. One that counts only while it is confirmed is unknown until then, as on a page."""
    if name not in CONFIRMED_ONLY:
        return {"values": values}
    good = needs_confirming(name, values)
    if good and state != "confirmed":
        return {"values": ("unknown",), "listed_values": values, "counts_as_yes": False}
    return {"values": values, "counts_as_yes": good}


def _trust_beside(resource: Resource, facts: Iterable[str], on: str) -> dict[str, Any]:
    entry = resource.entry
    has = {"address": bool(address(resource)), "phones": entry.phones, "website": entry.website}
    has |= {"languages": entry.languages, "service_area": entry.service_area}
    names = [name for name in _BESIDE_FACTS if name in resource.trust and has[name] and name not in facts]
    return {name: _trust(resource.trust[name], on) for name in names}


def _trust(trust: Trust, on: str) -> dict[str, Any]:
    """Give how a fact is known: listed or confirmed on that day, and what that rests on."""
    verified = trust.verified
    if verified is None:
        return _listed(trust.source.year)
    return _checked(verified.date, verified.how, trust.limit_days, trust.source.year, on)


@lru_cache(maxsize=1024)
def _listed(year: str) -> dict[str, Any]:
    """Give how a listed fact is known; thousands share one, and nobody writes to it."""
    return {"state": "listed", **_known(source_year=year)}


@lru_cache(maxsize=4096)
def _checked(checked: str, how: str, limit_days: int, year: str, on: str) -> dict[str, Any]:
    """Give how a fact is known that somebody asked about; nobody writes to it."""
    aged = (date.fromisoformat(on) - date.fromisoformat(checked)).days > limit_days
    state = {"state": "listed" if aged else "confirmed", "checked": checked, "how": how, "limit_days": limit_days}
    return state | _known(source_year=year)


def _phone(phone: Phone) -> dict[str, Any]:
    return {"number": phone.number, "kind": phone.kind, "purpose": phone.purpose} | _known(
        extension=phone.extension,
        press=phone.press,
        text=phone.text,
        note=phone.note,
        hours=phone.hours.text if phone.hours else "",
        languages=[_language(language) for language in phone.languages],
    )


def _backup(resource: Resource) -> dict[str, str]:
    """Give whom to call when nobody answers; another entry only if it is published."""
    backup = resource.entry.backup
    if backup is None:
        return {}
    return _known(entry=resource.backup.id if resource.backup else "", number=backup.number, note=backup.note)


def _language(language: Language) -> dict[str, str]:
    return {"code": language.code, **_known(how=language.how, note=language.note)}


def _hours(resource: Resource, hours: ServiceHours, on: str) -> dict[str, Any]:
    return {
        "purpose": hours.purpose,
        "text": _schedule(resource, hours).text,
        "week": _week(hours.week),
        "exceptions": bool(hours.week.specials),
        **_trust(hours.trust, on),
        **_known(service=hours.service.slug if hours.service else ""),
    }


def _schedule(resource: Resource, hours: ServiceHours) -> Schedule:
    entry = resource.entry.hours
    return (entry.by_service[hours.service.slug] if hours.service else entry.by_purpose)[hours.purpose]


@lru_cache(maxsize=4096)
def _week(week: WeekTable) -> list[list[dict[str, str]]]:
    """Give the regular week; many resources share one, and nobody writes to it."""
    return [[_block(block) for block in day] for day in week.days]


def _block(block: Block) -> dict[str, str]:
    times = {"from": _clock(block.start), "to": _clock(block.end), "state": block.kind}
    return times | _known(note=block.comment)


def _clock(minute: int) -> str:
    """Give `09:00`; the end of the day is `24:00`, and minutes after it are the next day's clock."""
    hour, rest = divmod(minute if minute <= DAY_MINUTES else minute - DAY_MINUTES, 60)
    return f"{hour:02}:{rest:02}"


def _source(source: Source) -> dict[str, Any]:
    own = {"publisher": source.publisher, "url": source.url, "date": source.date}
    return own | _known(facts=list(source.facts), note=source.note)


def _verification(verification: Verification) -> dict[str, Any]:
    own = {"date": verification.date, "how": verification.how, "role": verification.role}
    return own | _known(facts=list(verification.facts), note=verification.note)
