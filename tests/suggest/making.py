"""Entries made by chance from the schema, right and wrong ones, the same for the same seed."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from generator.entry.schema import entry_schema, field_names

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping, Sequence

TEXTS = (
    "Harbor Pantry", "Groceries for families, twice a week.", "Ask at the desk: bring a card", "Öffnung für alle",
    "señora", "Côte & Söhne #4", "Ring the bell", "yes", "12:30", "- dash first", "It's open", "100% free",
    "a [bracket] {brace}",
    "tail:", "null", "Bus 7, stop Water Street", "\u201equoted\u201c words", "C++ & more", "@home", "! now", "24/7",
)  # fmt: skip
HOURS = ("24/7", "Mo-Fr 09:00-17:00", "Tu,Th 12:00-16:00; PH off", 'unknown "white flag nights only"', "Sa 20:00-02:00")
URLS = (
    "https://harbor.example/visit", "https://www.harbor.example/a?b=c#d", "https://harbor.example:8080/",
    "http://harbor.example", "https://bit.ly/x1", "https://me@harbor.example/", "https://192.0.2.7/x",
    "https://xn--hrbor-ira.example/", "https://harbor.example/?utm_source=x&a=1", "https://staging.harbor.example/p",
    "https://harbor", "https://hårbor.example/", "https://[2001:db8::1]/", "https://harbor.example/a b",
)  # fmt: skip
NUMBERS = (
    "910-555-0100", "910-555-0101", "910-323-0001", "800-273-8255", "900-555-1234", "876-922-1234", "416-967-1111",
    "910-911-1234", "999-323-0001", "988", "211", "741741", "838255", "66008", "999", "123456", "910-976-1234",
)  # fmt: skip
GOOD_URLS = ("https://harbor.example/visit", "https://www.harbor.example/a?b=c#d", "https://harbor.example")
GOOD_NUMBERS = ("910-555-0100", "910-555-0101", "910-323-0001", "800-273-8255", "988", "211", "340-774-1234")
DATES = ("2026-11-23", "2026-02-29", "2024-02-29", "2026-13", "2026-10", "2024", "unknown", "1989", "2026-06-31")
BAD_TEXTS = (
    "", " ", " blank before", "blank after ", "two\nlines", "x" * 700, "DOB 1/2/1990", "ssn 123-45-6789",
    "case number A-12345", "client J.", "ask for Maria Lopez", "Call Deputy Harris", "door code is 4411",
    "<b>bold</b>", "for drug addicts and junkies", "help@gmail.com",
    "call my cell 910-555-0100", "Text John at his phone",
    "tab\there",
)  # fmt: skip

_LIMITS = [(key, node["maxLength"]) for key, node in entry_schema()["properties"].items() if "maxLength" in node]
"""Fields with a greatest length: one letter more is too many."""


def _fitting(good: bool) -> tuple[str, ...]:
    return GOOD_URLS if good else tuple(url for url in URLS if " " not in url)


class Maker:
    """Makes entries from one source of chance."""

    def __init__(self, chance: random.Random, services: tuple[str, ...], *, good: bool = False) -> None:
        """`good` takes numbers, addresses, dates and languages that no rule refuses."""
        self.chance = chance
        self.services = services
        good_days, wrong_days = ("2026-11-23", "2024-02-29"), ("2026-02-29", "1989-01-01", "2026-06-31")
        pools: dict[str, Sequence[str]] = {
            **dict.fromkeys(("open", "phone", "intake", "le_dropoff", "hours"), HOURS),
            **dict.fromkeys(("website", "online_form", "online_chat", "live_availability_url", "url"), _fitting(good)),
            **dict.fromkeys(("languages", "code"), ("en", "es", "ase") if good else ("en", "ko", "sp", "eng", "mul")),
            **dict.fromkeys(("day", "alert_until"), good_days if good else good_days + wrong_days),
            **dict.fromkeys(("date", "plan_date"), ("2026-10", "2024", "unknown") if good else DATES[:3] + DATES[4:]),
            **dict.fromkeys(("min", "max"), tuple(map(str, range(0, 131, 7)))),
            "services": services,
            "facts": sorted(field_names()),
            "number": GOOD_NUMBERS if good else NUMBERS,
        }
        self._pools = pools

    def entry(self) -> dict[str, Any]:
        """Give an entry that keeps the schema; rules may still find something."""
        properties = entry_schema()["properties"]
        needed = entry_schema()["required"]
        data = {
            key: self.value(node, key)
            for key, node in properties.items()
            if key in needed or key == "phones" or self.chance.random() < 0.18
        }
        if "confidential" in data:
            for key in ("address", "point", "address_release", "transport_note", "le_dropoff_entrance"):
                data.pop(key, None)
            for key in ("live_availability_url", "online_form", "external_codes"):
                data.pop(key, None)
        if "alert" not in data:
            data.pop("alert_until", None)
        return data

    def broken(self) -> dict[str, Any]:
        """Give an entry with one to three faults planted, as slips of a hand would be."""
        data = copy.deepcopy(self.entry())
        for _ in range(self.chance.randint(1, 3)):
            self._break(data)
        return data

    def value(self, node: Mapping[str, Any], name: str) -> Any:
        """Give a value for a node of the schema."""
        node = self._resolved(node)
        if "enum" in node:
            return self.chance.choice(node["enum"])
        if "else" in node:
            return self.value(self._then(node) if self.chance.random() < 0.3 else node["else"], name)
        if node.get("type") == "array":
            items = [self.value(node["items"], name) for _ in range(self.chance.randint(1, 3))]
            unique = {repr(item): item for item in items}
            return list(unique.values())
        if node.get("type") == "object":
            return self._keys(node, name)
        return self._text(node, name)

    def _keys(self, node: Mapping[str, Any], name: str) -> dict[str, Any]:
        properties = node.get("properties", {})
        needed = set(node.get("required", ())) or {self.chance.choice(sorted(properties))} if properties else set()
        data = {
            key: self.value(inner, key)
            for key, inner in properties.items()
            if key in needed or self.chance.random() < 0.3
        }
        if name == "by_service" or not properties:
            data = {self.chance.choice(self.services): {"open": self.chance.choice(HOURS)}}
        if data.get("answer") == "conditional":
            data["note"] = "Only with a referral."
        return data

    def _text(self, node: Mapping[str, Any], name: str) -> str:
        whole_day = name == "date" and "unknown" not in str(node.get("pattern"))
        pool = self._pools.get("day" if whole_day else name, ())
        examples = [e for e in node.get("examples", ()) if isinstance(e, str)]
        if not pool and ("pattern" in node or self.chance.random() < 0.3):
            pool = examples
        return self.chance.choice(pool or [text for text in TEXTS if len(text) <= node.get("maxLength", 900)])

    def _break(self, data: dict[str, Any]) -> None:
        key = self.chance.choice(sorted(data)) if data else "name"
        kind = self.chance.randrange(10)
        if kind == 0:
            data.pop(key, None)
        elif kind == 1:
            data[self.chance.choice(("websit", "phone", "note", "hour"))] = "x"
        elif kind == 2:
            data[key] = self.chance.choice(BAD_TEXTS)
        elif kind == 3:
            data[key] = [self.chance.choice(TEXTS)]
        elif kind == 4:
            data[key] = {"answer": self.chance.choice(("conditional", "perhaps", "yes"))}
        elif kind == 5:
            data["phones"] = [{"number": self.chance.choice((*NUMBERS, "555-1234", "(910) 555-0100"))} for _ in "ab"]
        elif kind == 6:
            data["website"] = self.chance.choice(URLS)
        elif kind == 7:
            self._deep(data)
        elif kind == 8:
            key, limit = self.chance.choice(_LIMITS)
            data[key] = self.chance.choice("x\u00e9\U0001f600") * (limit + self.chance.randint(0, 1))
        else:
            data["summary"] = self.chance.choice(BAD_TEXTS)

    def _deep(self, data: dict[str, Any]) -> None:
        """Spoil one text somewhere inside."""
        blocks = [value for value in data.values() if isinstance(value, dict | list) and value]
        if not blocks:
            return
        block = self.chance.choice(blocks)
        while True:
            keys = list(block) if isinstance(block, dict) else list(range(len(block)))
            key = self.chance.choice(keys)
            if not isinstance(block[key], dict | list) or not block[key]:
                block[key] = self.chance.choice(BAD_TEXTS)
                return
            block = block[key]

    def _resolved(self, node: Mapping[str, Any]) -> Mapping[str, Any]:
        reference = node.get("$ref")
        if not reference:
            return node
        target: Any = entry_schema()
        for part in reference.split("/")[1:]:
            target = target[part]
        return {**self._resolved(target), **{key: value for key, value in node.items() if key != "$ref"}}

    def _then(self, node: Mapping[str, Any]) -> Mapping[str, Any]:
        branch = self._resolved(node["then"])
        keys = {key: dict(inner) for key, inner in self._resolved(branch).get("properties", {}).items()}
        own = node["then"].get("properties", {})
        for key, inner in own.items():
            keys[key] = {**keys.get(key, {}), **inner}
        return {**branch, "properties": keys}
