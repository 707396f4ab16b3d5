"""Puts every text of a county's data in « », so that what is left are words of the site itself."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.config.lead import Lead
    from generator.config.settings import Settings
    from generator.config.taxonomy import Group, Service

TEXTS = frozenset({
    "name", "organization", "summary", "also_known_as", "first_step", "what_happens", "note", "alert", "eligibility",
    "documents", "requirements", "also_offers", "length_of_stay", "curfew", "capacity_note", "text", "street", "unit",
    "city", "transport_note", "le_dropoff_entrance", "note_for_officers", "answers", "if_no_answer", "follow_up_role",
    "publisher", "role", "asam_text",
})  # fmt: skip
COMMENT = re.compile(r'"([^"]+)"')


def mark(text: str) -> str:
    """Put one text in « »."""
    return f"«{text}»"


def mark_entry(data: Any) -> Any:
    """Mark the texts of an entry's data; words of the schema, numbers and addresses of pages stay."""
    return {key: _value(key, value) for key, value in data.items()}


def _value(key: str, value: Any) -> Any:
    if isinstance(value, dict):
        return mark_entry(value)
    if isinstance(value, list):
        return [_value(key, item) for item in value]
    if key == "text" and value.isupper():
        return value  # the word to send to a number
    if key in TEXTS:
        return mark(value)
    return COMMENT.sub(lambda match: f'"{mark(match[1])}"', value) if isinstance(value, str) else value


def mark_settings(settings: Settings) -> Settings:
    """Mark name, area, labels and texts of a site."""
    site, lead, taxonomy = settings.site, settings.lead, settings.taxonomy
    quick = tuple(replace(q, label=mark(q.label), hint=mark(q.hint)) for q in site.quick)
    groups = tuple(_group(group) for group in taxonomy.groups)
    line = lead.line and replace(lead.line, answered_by=mark("a case manager"), after_hours=mark("Call us."))
    return replace(
        settings,
        site=replace(site, name=mark(site.name), area=mark(site.area), quick=quick),
        lead=_lead(replace(lead, line=line, source=mark(lead.source or ""))),
        taxonomy=replace(
            taxonomy, groups=groups, services={service.slug: service for group in groups for service in group.services}
        ),
    )


LEAD_TEXTS = frozenset({
    "say", "items", "owner", "plan", "medical", "otherwise", "text", "statute", "signs", "how", "next", "role",
    "organization", "does", "source", "reviewed_by",
})  # fmt: skip


def _lead(lead: Lead) -> Lead:
    """Mark every text of the blocks of `lead.yaml`."""
    blocks = ("script", "checklist", "paperwork", "custody_exam", "legal_notes", "emergency", "referral", "parts")
    return replace(lead, **{name: _block(getattr(lead, name)) for name in blocks})


def _block(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_block(item) for item in value)
    if not is_dataclass(value):
        return value
    found = {}
    for field in fields(value):
        inner = getattr(value, field.name)
        if field.name in LEAD_TEXTS and inner:
            found[field.name] = tuple(mark(item) for item in inner) if isinstance(inner, tuple) else mark(inner)
        elif is_dataclass(inner):
            found[field.name] = _block(inner)
    return replace(value, **found)


def _group(group: Group) -> Group:
    services = tuple(_service(service) for service in group.services)
    return replace(group, label=mark(group.label), title=mark(group.title), services=services)


def _service(service: Service) -> Service:
    return replace(service, label=mark(service.label), title=mark(service.title), definition=mark(service.definition))
