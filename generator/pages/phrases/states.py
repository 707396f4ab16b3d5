"""How each answer of the schema feels to a person who looks for help: good news, a barrier, a question, or neither."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.pages.phrases.model import State

TRI: Final[Mapping[str, State]] = {"yes": "yes", "no": "no", "conditional": "ask", "unknown": "ask"}
"""Fields that ask whether somebody or something is accepted."""

_GOOD_UNLESS_NONE: Final[dict[str, State]] = {"": "yes", "none": "no"}
_TURNED_ROUND: Final[dict[str, State]] = {"yes": "no", "no": "yes", "conditional": "ask"}

STATES: Final[Mapping[str, Mapping[str, State]]] = {
    "police_contact": {"welcome": "yes", "call-ahead": "ask", "no-uniform": "no"},
    "refusal_policy": {"accepts-all": "yes", "accepts-all-police": "yes", "screens": "ask", "limited": "no"},
    "medical_clearance": {
        "not-required": "yes",
        "on-site-triage": "yes",
        "ed-first-if-red-flags": "ask",
        "ed-first-always": "no",
    },
    "sobriety_rule": {"none": "yes", "sober-at-entry": "no", "drug-test": "no", "abstinence-program": "no"},
    "genders": {"all": "yes"},
    "pregnant": {"accepts": "yes", "priority": "yes", "no": "no"},
    "pets": {
        "yes": "yes",
        "crates-or-kennel": "yes",
        "foster-or-boarding-partner": "ask",
        "service-animals-only": "no",
        "no": "no",
    },
    "veterans": {"priority": "yes", "welcome": "yes"},
    "background_check": _TURNED_ROUND,
    "staff_check_warrants": _TURNED_ROUND,
    "immigration_status_asked": _TURNED_ROUND,
    "faith_based": {"participation-required": "no"},
    "smoking": {"yes": "yes", "designated": "yes", "no": "no"},
    "residency": {"none": "yes", "county": "ask", "city": "ask"},
    "id_required": {"none": "yes", "can-help-get-one": "yes", "any": "no", "photo": "no"},
    "intake_for": {"anyone": "yes", "responders-only": "no"},
    "withdrawal_care": _GOOD_UNLESS_NONE,
    "moud": {"": "yes"},
    "naloxone": _GOOD_UNLESS_NONE,
    "harm_reduction": {"": "yes"},
    "cost": {"free": "yes"},
    "insurance": {"none-needed": "yes"},
    "transport": _GOOD_UNLESS_NONE,
    "accessibility": {"": "yes"},
}
"""Fields with answers of their own. An answer that is not named feels as the one named "" does, else neither way."""


def state(name: str, value: str, *, tri: bool) -> State:
    """Give how one answer of a field feels; `tri` is whether the field holds yes, no, conditional and unknown."""
    if value == "unknown":
        return "ask"
    own = STATES.get(name) or STATES.get(name.partition(".")[0])
    if own is None:
        return TRI[value] if tri else "info"
    return own.get(value, own.get("", "info"))
