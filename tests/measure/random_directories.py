"""Random directories of the invented county: entries as plain data, and the same compiled."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from generator.compile.directory import compile_directory
from generator.config.geocodes import Geocodes
from generator.entry.build import build
from generator.entry.hours import HoursError, parse
from tests.phrases.county import SOURCE, settings

if TYPE_CHECKING:
    from generator.compile.model import Compiled

BUILT = date(2026, 11, 23)
SERVICES = ("withdrawal-care", "shelter", "meals", "pantry", "crisis-dropoff", "moud", "reentry", "weather-shelter")
ZONES = ("", "", "America/Chicago", "Asia/Kolkata")
REGULAR = (
    "24/7",
    "Mo-Fr 09:00-17:00",
    "Mo-Su 20:00-08:00",
    "Tu,Th 12:15-16:45; Sa 10:00-12:00",
    "Mo-Fr 08:00-12:00,13:00-17:30; Sa off",
    "Fr 22:00-02:00; Sa 01:00-03:00",
    "Mo-Su 00:00-24:00; Su off",
    'Mo-We 09:00-11:00 open "side door"; Th 09:00-10:00 unknown',
    "Su 18:00-24:00; Mo 00:00-06:00",
    "unknown",
)
EXTRA = ("", "", "; PH off", "; Dec 25 off", "; Mo[1] 06:00-07:00", "; Jun-Aug 05:00-06:00")


def _reads(text: str) -> bool:
    try:
        parse(text)
    except HoursError:
        return False
    return True


TEXTS = [(text, extra) for text in REGULAR for extra in EXTRA if _reads(text) and _reads(text + extra)]
"""Pairs of a regular week and an exception that an entry may have."""

FACTS: dict[str, tuple[Any, ...]] = {
    "le_dropoff": ("yes", "no", "unknown", {"answer": "conditional", "note": "Call."}),
    "pets": ("yes", "no", "crates-or-kennel", "service-animals-only", "unknown"),
    "couples_together": ("yes", "no", "unknown"),
    "accepts_people_on_moud": (
        "yes",
        "no",
        {"answer": "conditional", "note": "Ask.", "by_medicine": {"methadone": "yes"}},
        {"answer": "conditional", "note": "Ask.", "by_medicine": {"buprenorphine": "no", "methadone": "no"}},
    ),
    "accepts_intoxicated": ("yes", "no", {"answer": "conditional", "note": "Calm."}),
    "id_required": ("none", "photo", "can-help-get-one"),
    "accessibility": (["step-free"], ["elevator"]),
    "pregnant": ("accepts", "no"),
}
CHECKABLE = ("phones", "hours.open", "hours.intake", "hours.le_dropoff", "address", *FACTS)
DAYS = ("2026-11-20", "2026-11-23", "2026-10-24", "2026-10-23", "2026-08-24", "2026-05-01", "2025-12-01", "2024-01-01")


@dataclass(frozen=True)
class Made:
    """One random directory. `regular` has for each entry its hours texts without exceptions, by service and purpose."""

    entries: dict[str, dict[str, Any]]
    regular: dict[str, dict[tuple[str, str], str]]
    directory: Compiled


def make(seed: int) -> Made:
    """Make the directory of one seed."""
    dice = random.Random(seed)
    entries, regular = {}, {}
    for number in range(dice.randint(0, 7)):
        entries[f"place-{number}"], regular[f"place-{number}"] = _entry(dice)
    built = [build(name, f"directory/sleep/{name}.yaml", data) for name, data in entries.items()]
    known = settings()
    if dice.random() < 0.3:
        known = replace(known, site=replace(known.site, timezone="America/Denver"))
    return Made(entries, regular, compile_directory(built, known, Geocodes("directory/geocodes.yaml"), BUILT))


def _entry(dice: random.Random) -> tuple[dict[str, Any], dict[tuple[str, str], str]]:
    services = dice.sample(SERVICES, dice.randint(1, 3))
    data: dict[str, Any] = {
        "name": "Place",
        "organization": "Harbor",
        "summary": "A place.",
        "services": services,
        "status": dice.choice(["active", "active", "active", "temporarily-closed", "draft"]),
        "sources": [SOURCE],
    }
    if dice.random() < 0.8:
        data["phones"] = [{"number": "910-555-0100"}]
    if dice.random() < 0.2:
        data["intercepts"] = [str(n) for n in sorted(dice.sample(range(6), dice.randint(1, 3)))]
    if zone := dice.choice(ZONES):
        data["timezone"] = zone
    if dice.random() < 0.7:
        data["point"] = {
            "lat": f"{dice.uniform(34.6, 35.4):.5f}",
            "lon": f"{dice.uniform(-79.2, -78.2):.5f}",
            "source": "us",
        }
    for name, answers in FACTS.items():
        if dice.random() < 0.5:
            data[name] = dice.choice(answers)
    regular = _hours(dice, data, services)
    checks = [
        {"date": dice.choice(DAYS), "how": "phone", "role": "us", "facts": dice.sample(CHECKABLE, dice.randint(1, 4))}
        for _ in range(dice.randint(0, 3))
    ]
    if checks:
        data["verified"] = checks
    return data, regular


def _hours(dice: random.Random, data: dict[str, Any], services: list[str]) -> dict[tuple[str, str], str]:
    hours: dict[str, Any] = {}
    regular: dict[tuple[str, str], str] = {}
    for service in ("", *services):
        for purpose in ("open", "intake", "le_dropoff", "phone"):
            if dice.random() < (0.5 if not service else 0.2):
                text, extra = dice.choice(TEXTS)
                regular[service, purpose] = text
                where = hours if not service else hours.setdefault("by_service", {}).setdefault(service, {})
                where[purpose] = text + extra
    if hours:
        data["hours"] = hours
    return regular
