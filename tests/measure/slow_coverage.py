"""Coverage a second time, from the plain data of entries: quarter of an hour by quarter of an hour, place by place.

It shares no code with `generator.measure` and takes the state at an instant from `compile.week`, which has a second
opinion of its own in the tests of hours.
"""

from __future__ import annotations

import math
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from generator.compile.week import state_at
from generator.entry import hours

if TYPE_CHECKING:
    from tests.measure.random_directories import Made

MEETS = {"drop-off": (), "withdrawal": ("withdrawal-care",), "shelter": ("shelter",), "food": ("meals", "pantry")}
PURPOSES = {"drop-off": "le_dropoff", "withdrawal": "intake", "shelter": "intake", "food": "open"}
LIMITS = {"drop": 30, "crisis": 90, "hours": 180, "rest": 365}
"""Of tests/county/site_config/site.yaml."""

URGENT = ("crisis-dropoff", "withdrawal-care", "moud", "shelter", "weather-shelter")
"""Of the services here, those of a kind for which a wrong number harms at once."""

START = datetime(2026, 2, 2)  # noqa: DTZ001 - a wall clock
QUARTERS = 7 * 96


class Slow:
    """One random directory, measured slowly."""

    def __init__(self, made: Made, on: date) -> None:
        self.made, self.on = made, on
        self.site = made.directory.settings.site.timezone
        shown = {k: e for k, e in made.entries.items() if e["status"] in {"active", "temporarily-closed"}}
        self.open = {k: e for k, e in shown.items() if e["status"] == "active"}

    def sure(self, name: str, fact: str) -> bool:
        """Whether somebody asked about a fact within its limit."""
        entry = self.open[name]
        urgent = any(service in URGENT for service in entry["services"])
        if fact.startswith("le_") or fact == "hours.le_dropoff":
            limit = LIMITS["drop"]
        elif fact == "hours.intake" or (urgent and fact in {"phones", "hours.phone"}):
            limit = LIMITS["crisis"]
        else:
            limit = LIMITS["hours"] if fact.split(".", maxsplit=1)[0] in {"hours", "phones"} else LIMITS["rest"]
        days = [
            (self.on - date.fromisoformat(check["date"])).days
            for check in entry.get("verified", ())
            if fact in check["facts"] or fact.split(".", maxsplit=1)[0] in check["facts"]
        ]
        return bool(days) and min(days) <= limit

    def reached(self, name: str) -> bool:
        """Whether somebody asked about its number, its address or its hours."""
        told = {purpose for _, purpose in self.made.regular[name]}
        return any(self.sure(name, fact) for fact in ("phones", "address", *(f"hours.{purpose}" for purpose in told)))

    def standing(self, name: str, need: str) -> str:
        """Give confirmed, listed or nothing."""
        entry = self.open[name]
        if need == "drop-off":
            if entry.get("le_dropoff") != "yes":
                return ""
            return "confirmed" if self.sure(name, "le_dropoff") else "listed"
        if not set(MEETS[need]) & set(entry["services"]):
            return ""
        return "confirmed" if self.reached(name) else "listed"

    def quarters(self, name: str, need: str) -> tuple[set[int], set[int]]:
        """Give the quarters of an hour of the site's week that are open: surely, and in any way."""
        purpose, told = PURPOSES[need], self.made.regular[name]
        if need == "drop-off":
            keys = [key for key in told if key[1] == purpose]
        else:
            mine = [s for s in self.open[name]["services"] if s in MEETS[need]]
            keys = [(s if (s, purpose) in told else "", purpose) for s in mine]
        texts = {told[key] for key in keys if key in told}
        some = {q for text in texts for q in range(QUARTERS) if self._open(name, text, q)}
        known = self.sure(name, f"hours.{purpose}") and (need != "drop-off" or self.sure(name, "le_dropoff"))
        return (some if known else set()), some

    def _open(self, name: str, text: str, quarter: int) -> bool:
        zone = self.open[name].get("timezone", "America/New_York" if self.site != "America/Denver" else self.site)
        noon = datetime(self.on.year, self.on.month, self.on.day, 12, tzinfo=ZoneInfo("UTC"))
        here, there = (noon.astimezone(ZoneInfo(one)).replace(tzinfo=None) for one in (self.site, zone))
        minutes = (15 * quarter - int((here - there).total_seconds()) // 60) % (7 * 1440)
        return state_at(hours.parse(text), START + timedelta(minutes=minutes), lambda _: False).kind == "open"

    def week(self, need: str) -> tuple[list[int], list[int], list[int], list[int], int, int]:
        """Give counts an hour (confirmed, listed), quarters without (confirmed, any) help, places, silent ones."""
        confirmed, listed, sure, some, places, silent = [0] * 168, [0] * 168, set(), set(), 0, 0
        for name in self.open:
            if not self.standing(name, need):
                continue
            places += 1
            known, any_ = self.quarters(name, need)
            silent += not any_
            sure |= known
            some |= any_
            for hour in range(168):
                four = set(range(4 * hour, 4 * hour + 4))
                confirmed[hour] += four <= known
                listed[hour] += four <= any_ and not four <= known
        without = [sorted(set(range(QUARTERS)) - found) for found in (sure, some)]
        return confirmed, listed, without[0], without[1], places, silent

    def matrix(self) -> dict[tuple[str, int], tuple[int, int]]:
        """Give (confirmed, listed) for each group and intercept where there is anything."""
        services = self.made.directory.settings.taxonomy.services
        found: dict[tuple[str, int], tuple[int, int]] = {}
        for group in {service.group for service in services.values()}:
            for number in range(6):
                here = [n for n in self.open if self._in_cell(n, group, number)]
                sure = sum(self.reached(n) for n in here)
                if here:
                    found[group, number] = (sure, len(here) - sure)
        return found

    def _in_cell(self, name: str, group: str, number: int) -> bool:
        entry, services = self.open[name], self.made.directory.settings.taxonomy.services
        mine = [services[slug] for slug in entry["services"]]
        own = {int(n) for n in entry["intercepts"]} if "intercepts" in entry else None
        if own is not None and number not in own:
            return False
        if any(s.group == group and number in s.intercepts for s in mine):
            return True
        return own is not None and mine[0].group == group and not any(number in s.intercepts for s in mine)

    def barrier(self, fact: str, yes: set[str], maybe: set[str]) -> dict[str, int]:
        """Give how many places give each answer."""
        counts = dict.fromkeys(("confirmed", "listed", "conditional", "no", "unknown"), 0)
        services = self.made.directory.settings.taxonomy.services
        for name, entry in self.open.items():
            whole, _, part = fact.partition(".")
            value: Any = entry.get(whole)
            asked_as = whole
            if isinstance(value, dict) and part in value.get("by_medicine", {}):
                value, asked_as = value["by_medicine"][part], fact
            elif isinstance(value, dict):
                value = value["answer"]
            if value is None or value == "unknown":
                if {fact, whole} & set(services[entry["services"][0]].ask):
                    counts["unknown"] += 1
                continue
            values = set(value) if isinstance(value, list) else {value}
            if values & yes:
                counts["confirmed" if self.sure(name, asked_as) else "listed"] += 1
            elif values & maybe:
                counts["conditional"] += 1
            else:
                counts["unknown" if whole == "accessibility" else "no"] += 1
        return counts

    def nearest(self, need: str, standing: str, lat: float, lon: float) -> tuple[str, float] | None:
        """Give the nearest place and its miles, by the chord through the earth."""
        best = None
        for name in sorted(self.open):
            point = self.open[name].get("point")
            if point is None or self.standing(name, need) != standing:
                continue
            chord = math.dist(_on_sphere(lat, lon), _on_sphere(float(point["lat"]), float(point["lon"])))
            found = 2 * (6371.0088 / 1.609344) * math.asin(chord / 2)
            if best is None or found < best[1]:
                best = (name, found)
        return best


def _on_sphere(lat: float, lon: float) -> tuple[float, float, float]:
    one, other = math.radians(lat), math.radians(lon)
    return math.cos(one) * math.cos(other), math.cos(one) * math.sin(other), math.sin(one)
