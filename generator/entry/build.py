"""Plain data that has passed the schema becomes a typed Entry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from generator.entry import hours
from generator.entry.model import (
    PURPOSES,
    Address,
    Backup,
    Entry,
    Fact,
    Hours,
    Language,
    OwnPoint,
    Phone,
    Source,
    Verification,
)
from generator.entry.place import Point
from generator.entry.schema import fields

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.entry.hours import Schedule
    from generator.entry.schema import Field
    from generator.entry.strict_yaml import Value

FACT_BLOCKS = frozenset({"first", "requires", "officers", "accepts", "offers", "cost", "place"})
_TYPED = frozenset({"address", "point", "confidential", "address_release", "service_area"})
_WHOLE = frozenset({"ages", "typical_wait"})


def fact_names() -> tuple[str, ...]:
    """Give the names of the fields that become facts, in the order of the schema; parts of an object one by one."""
    return tuple(f.name for f in fields() if f.block in FACT_BLOCKS and _is_fact(f))


def _is_fact(field: Field) -> bool:
    whole, _, part = field.name.partition(".")
    if whole in _TYPED:
        return False
    return not part if whole in _WHOLE else field.kind != "object"


def build(entry_id: str, file: str, data: Mapping[str, Value]) -> Entry:
    """Give the Entry of one file.

    `data` has passed the schema and its hours parse (else hours.HoursError). Nothing is guessed or filled in.
    """
    raw = cast("Mapping[str, Any]", data)
    return Entry(
        id=entry_id,
        file=file,
        name=raw["name"],
        organization=raw["organization"],
        summary=raw["summary"],
        services=tuple(raw["services"]),
        status=raw["status"],
        sources=tuple(_source(s) for s in raw["sources"]),
        facts={f.name: f for f in _facts(raw)},
        also_known_as=tuple(raw.get("also_known_as", ())),
        intercepts=tuple(int(i) for i in raw.get("intercepts", ())),
        phones=tuple(_phone(p) for p in raw.get("phones", ())),
        hours=_hours(raw.get("hours", {})),
        timezone=raw.get("timezone", ""),
        website=raw.get("website", ""),
        email=raw.get("email", ""),
        online_form=raw.get("online_form", ""),
        online_chat=raw.get("online_chat", ""),
        backup=Backup(**raw["backup_contact"]) if "backup_contact" in raw else None,
        languages=tuple(_language(v) for v in raw.get("languages", ())),
        address=Address(**raw["address"]) if "address" in raw else None,
        point=_point(raw["point"]) if "point" in raw else None,
        confidential=raw.get("confidential") == "yes",
        service_area=_texts(raw.get("service_area", ())),
        alert=raw.get("alert", ""),
        alert_until=raw.get("alert_until", ""),
        if_closed_or_full=tuple(raw.get("if_closed_or_full", ())),
        verified=tuple(Verification(**{**v, "facts": tuple(v["facts"])}) for v in raw.get("verified", ())),
        review_every_days=int(raw.get("review_every_days", 0)),
        sensitive=None if "sensitive" not in raw else raw["sensitive"] == "yes",
        lead_partner=raw.get("lead_partner") == "yes",
        external_codes={k: _codes(v) for k, v in raw.get("external_codes", {}).items()},
        editor_note=raw.get("editor_note", ""),
    )


def _texts(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _codes(value: str | list[str] | dict[str, str]) -> tuple[str, ...]:
    return tuple(f"{k}:{v}" for k, v in value.items()) if isinstance(value, dict) else _texts(value)


def _source(raw: Mapping[str, Any]) -> Source:
    return Source(**{**raw, "facts": tuple(raw.get("facts", ()))})


def _point(raw: Mapping[str, str]) -> OwnPoint:
    return OwnPoint(Point(float(raw["lat"]), float(raw["lon"])), raw["source"])


def _language(raw: str | Mapping[str, str]) -> Language:
    return Language(raw) if isinstance(raw, str) else Language(**raw)


def _phone(raw: Mapping[str, Any]) -> Phone:
    languages = tuple(_language(v) for v in raw.get("languages", ()))
    answered = hours.parse(raw["hours"]) if "hours" in raw else None
    return Phone(**{**raw, "languages": languages, "hours": answered})


def _hours(raw: Mapping[str, Any]) -> Hours:
    by_service = {service: _schedules(texts) for service, texts in raw.get("by_service", {}).items()}
    return Hours(_schedules(raw), by_service, raw.get("note", ""))


def _schedules(raw: Mapping[str, Any]) -> dict[str, Schedule]:
    return {purpose: hours.parse(raw[purpose]) for purpose in PURPOSES if purpose in raw}


def _facts(raw: Mapping[str, Any]) -> Iterator[Fact]:
    for name in _FACTS:
        whole, _, part = name.partition(".")
        value = raw.get(whole)
        if value is None:
            continue
        if not part:
            yield from _fact(name, value)
        elif isinstance(value, dict) and part in value:
            yield from _fact(name, value[part])


def _fact(name: str, value: Any) -> Iterator[Fact]:  # noqa: ANN401 - whatever shape the schema lets through
    """Give the fact of one value; what says `unknown` and nothing more is no fact."""
    if isinstance(value, dict):
        answer = value.get("answer", value.get("text"))
        note = value.get("note", "")
        if name == "ages":
            answer = f"{value.get('min', '')}-{value.get('max', '')}"
        elif dated := value.get("plan_date") or value.get("date"):
            note = f"{note} ({dated})" if note else dated
        if answer and (answer != "unknown" or note):
            yield Fact(name, (answer,), note)
        for medicine, accepted in value.get("by_medicine", {}).items():
            yield from _fact(f"{name}.{medicine}", accepted)
    elif isinstance(value, list):
        yield Fact(name, tuple(value))
    elif value != "unknown":
        yield Fact(name, (value,))


_FACTS = fact_names()
