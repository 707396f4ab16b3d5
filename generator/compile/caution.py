"""What must never be shown too boldly: answers that count only while confirmed, and fields no secret place may have."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from generator.entry.schema import entry_schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

CONFIRMED_ONLY: Final[Mapping[str, frozenset[str]]] = {
    "le_dropoff": frozenset({"yes", "conditional"}),
    "medical_clearance": frozenset({"not-required", "on-site-triage"}),
    "ivc_first_exam_site": frozenset({"yes", "conditional"}),
}
"""By field, the answers that count as yes only while confirmed: a wrong one costs a trip, or a person's safety."""


def needs_confirming(name: str, values: Iterable[str]) -> bool:
    """Whether an answer counts as yes only while it is confirmed."""
    return name in CONFIRMED_ONLY and CONFIRMED_ONLY[name].issuperset(values)


@cache
def secret_fields() -> frozenset[str]:
    """Give the fields that the entry of a confidential place may not have, by the schema.

    The check refuses them; outputs leave them out all the same, so that one mistake there prints no address.
    """
    refused = entry_schema()["dependentSchemas"]["confidential"]["properties"]
    return frozenset(name for name, allowed in refused.items() if allowed is False)
