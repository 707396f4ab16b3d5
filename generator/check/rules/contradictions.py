"""Answers of one entry that cannot all be true, or not for long."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.check.finding import Finding
from generator.check.guess import word_set
from generator.check.rules.address_words import MAPS
from generator.check.subject import block_at, text_at, texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.check.subject import Subject

ALONE = {
    "naloxone": ("none", None),
    "withdrawal_care": ("none", None),
    "transport": ("none", None),
    "insurance": ("none-accepted", word_set("medicaid medicare private tricare-va")),
}
"""Lists with a word that stands for nothing, and the words beside which it cannot stand: None for all."""

_MAP = re.compile(MAPS, re.IGNORECASE)
_COUNTED = re.compile(
    r"\b(?:\d+|no|one|two|three|four|five|six|seven|eight|nine|ten) (?:[a-z]+ ){0,2}"
    r"(?:beds?|places?|spots?|slots?|rooms?|cots?|mats?)\b[^.]{0,30}"
    r"\b(?:free|open|left|available|now|today|tonight|this week|right now|currently)\b"
    r"|\b(?:currently|now|today|tonight)\b[^.]{0,20} \d+ (?:[a-z]+ ){0,2}(?:beds?|places?|spots?|slots?)\b"
    r"|\b\d+ (?:free|open|available|empty) (?:beds?|places?|spots?|slots?|rooms?|cots?|mats?)\b",
    re.IGNORECASE,
)


def lists(subject: Subject) -> Iterator[Finding]:
    """Refuse a list that says none and something."""
    for key, (nothing, beside) in ALONE.items():
        told = {text: path for path, text in texts_of(subject.data, key)}
        others = [text for text in told if text != nothing and (beside is None or text in beside)]
        if nothing in told and others:
            wanted = f"either  {nothing}  alone, or the list without it"
            yield Finding("E331", told[nothing], f"{nothing} beside {others[0]}", wanted)


def drop_off(subject: Subject) -> Iterator[Finding]:
    """Refuse hours of police drop-off where there is none."""
    answer = subject.data.get("le_dropoff")
    said = answer if isinstance(answer, str) else text_at(answer, "answer")
    if said == "no" and "le_dropoff" in block_at(subject.data, "hours"):
        wanted = "no such hours, or  le_dropoff: yes"
        yield Finding("E331", ("hours", "le_dropoff"), "hours of drop-off, with  le_dropoff: no", wanted, at_key=True)


def free_places(subject: Subject) -> Iterator[Finding]:
    """Tell a count of free places, which is wrong tomorrow, and a map in place of a list of free places."""
    found = _COUNTED.search(text_at(subject.data, "capacity_note"))
    if found:
        wanted = "how many there are in all, and how to ask; what is free changes every hour"
        yield Finding("W622", ("capacity_note",), found.group(), wanted, part=found.group())
    url = text_at(subject.data, "live_availability_url")
    if _MAP.search(url):
        yield Finding("W623", ("live_availability_url",), url, "a page that shows what is free now, or no such line")
