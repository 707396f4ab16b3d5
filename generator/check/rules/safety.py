"""Secret places stay secret: nothing address-like in a confidential entry, no address without leave, neutral names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.check.finding import Finding
from generator.check.subject import block_at, leaves, text_at
from generator.check.text_scan import Pattern, scan
from generator.check.zip_states import STATE_OF
from generator.entry.phone import SHORT_CODES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.check.subject import Subject

_UNITS = (
    r"(?!\s*(?:hours?|hrs?|h|days?|weeks?|months?|years?|minutes?|mins?|nights?|beds?|people|persons?|adults?|families"
    r"|women|men|children|percent|dollars|a\.?m|p\.?m)\b)"
)
_NUMBER = rf"(?<![\w.$-])\d{{1,6}}(?:-?[A-Za-z])?\b{_UNITS}"
_LINK_WORDS = (
    r"(?!(?:a|an|and|any|are|as|at|by|each|every|for|free|from|if|in|is|it|of|on|or|other|our|per|people|safe|so|that"
    r"|the|their|to|we|when|who|with|you|your)\b)"
)
_WORD = rf"{_LINK_WORDS}[\w.'\u2019-]+"
_TITLE = r"[A-Z0-9][\w.'\u2019-]*"
_STREETS = r"(?:street|str|st|avenue|ave|av|boulevard|blvd|road|rd|highway|hwy|parkway|pkwy|drive|dr|lane|ln|terrace)"
_TITLE_STREETS = (
    r"(?:Street|St|Avenue|Ave|Boulevard|Blvd|Road|Rd|Highway|Hwy|Parkway|Pkwy|Drive|Dr|Lane|Ln|Terrace|Ter|Court|Ct"
    r"|Circle|Cir|Place|Pl|Way|Trail|Trl|Loop|Run|Square|Sq|Point|Pt|Plaza|Alley|Pike|Crossing|Cove|Bypass|STREET|ST"
    r"|AVENUE|AVE|BLVD|ROAD|RD|HWY|DRIVE|DR|LANE|LN|COURT|CT|CIR|WAY)"
)
_MAPS = (
    r"maps\.(?:google|apple|app)\b|google\.[a-z.]+/maps|goo\.gl/maps|openstreetmap\.org|\bosm\.org|bing\.com/maps"
    r"|mapquest\.com|waze\.com|plus\.codes|what3words\.com|w3w\.co|///[a-z]+\.[a-z]+\.[a-z]+|\bgeo:-?\d"
)

ADDRESS_LIKE = (
    Pattern("a house number and a street", rf"{_NUMBER}\s+(?:{_WORD}\s+){{1,4}}{_STREETS}\b", re.IGNORECASE),
    Pattern("a house number and a street", rf"{_NUMBER}\s+(?:{_TITLE}\s+){{1,4}}{_TITLE_STREETS}\b"),
    Pattern("the name of a street", rf"\b(?:on|off|at|along|near)\s+(?:{_TITLE}\s+){{1,3}}{_TITLE_STREETS}\b"),
    Pattern("a crossing", rf"\b{_TITLE_STREETS}\.?\s+(?:and|&|at)\s+(?:{_TITLE}\s+){{1,3}}{_TITLE_STREETS}\b"),
    Pattern(
        "a way to find the place",
        r"\bcorner\s+of\b|\bintersection\s+of\b|\bcross\s+streets?\b|\bacross\s+(?:the\s+street\s+)?from\b|\bnext\s+door"
        r"\s+to\b|\blocated\s+(?:at|behind|beside|on|next)\b|\bturn\s+(?:left|right)\b|\bexit\s+\d+|\bbehind\s+the\b",
        re.IGNORECASE,
    ),
    Pattern("coordinates", r"-?\d{1,3}\.\d{3,}\s*[,;/\s]\s*-?\d{1,3}\.\d{3,}|(?<![\w.])-?\d{2,3}\.\d{4,}(?![\w.])"),
    Pattern("coordinates", r"\d{1,3}\s?\u00b0\s?\d{0,2}[\s.'\u2032\d\"\u2033]*[NSEW]?\b"),
    Pattern("a plus code", r"(?<![\w+])[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,3}(?![\w+])"),
    Pattern("a link to a map", _MAPS, re.IGNORECASE),
)
_ZIP = Pattern("a ZIP code", r"(?<![\w.$/#-])\d{5}(?:-\d{4})?(?![\w-])")
_URL = re.compile(r"https?://\S+")
_DATE_IN_URL = re.compile(r"/\d{4}/\d{1,2}(?:/\d{1,2})?(?=/)")

_TELLING = re.compile(
    r"abus|assault|batter|domestic|\bdv\b|escap|exploit|family-violence|hidden|\bipv\b|molest|prostitut|rape|refuge"
    r"|runaway|safe-?house|secret|sex|shelter|stalk|survivor|traffick|victim|violen"
)
"""Beginnings of words that tell what a page is about to whoever sees its address."""


def address_like(subject: Subject) -> Iterator[Finding]:
    """Refuse anything in a confidential entry that looks like an address, remarks included."""
    if not subject.confidential:
        return
    text = subject.document.text
    wanted = "nothing that tells where the place is, only the hotline and the county: mend it before you send this file"
    for found in scan(_opened(text), ADDRESS_LIKE, subject.data):
        yield Finding("E502", (), f"{found.text} ({found.what})", wanted, spot=found.spot)
    without_links = _URL.sub(lambda m: " " * len(m.group()), text)
    known = {*SHORT_CODES, *(code for _, code in leaves(block_at(subject.data, "external_codes")))}
    for found in scan(without_links, (_ZIP,), subject.data):
        if found.text not in known and found.text[:3] in STATE_OF:
            yield Finding("E502", (), f"{found.text} ({found.what})", wanted, spot=found.spot)


def leave(subject: Subject) -> Iterator[Finding]:
    """Require written leave where a service that hides its address shows one."""
    needing = next((service for service in subject.services if service.address_release_needed), None)
    if needing is None or subject.confidential or "address_release" in subject.data:
        return
    shown = next((k for k in ("street", "zip") if text_at(subject.data.get("address"), k)), "")
    path = ("address", shown) if shown else ("point",) if "point" in subject.data else ()
    if path:
        wanted = "confidential: yes  and no address; or an  address_release:  if those who run it gave written leave"
        yield Finding("E503", path, f"an address, for the service {needing.slug}", wanted, at_key=True)


def neutral_name(subject: Subject) -> Iterator[Finding]:
    """Require that the file name of a sensitive entry tells nothing."""
    first = subject.services[0] if subject.services else None
    name = subject.file.stem
    group = next((g for g in subject.settings.taxonomy.groups if first and g.slug == first.group), None)
    sensitive = text_at(subject.data, "sensitive")
    if group and group.sensitive:
        if not re.fullmatch(rf"{re.escape(group.path)}-[0-9]+", name):
            wanted = f"a number instead of a name: rename the file to  {group.path}-7.yaml  with the next free number"
            yield Finding("E504", (), f"{name}.yaml", wanted)
    elif sensitive == "yes" or (sensitive != "no" and any(service.sensitive for service in subject.services)):
        telling = _TELLING.search(name)
        if telling:
            wanted = "a name that tells nothing: rename the file to  help-7.yaml  with the next free number"
            yield Finding("E504", (), f"{name}.yaml", wanted)


def _opened(text: str) -> str:
    """Give a text in which words inside links stand apart, character for character, and dates in links are gone."""

    def apart(found: re.Match[str]) -> str:
        link = _DATE_IN_URL.sub(lambda m: " " * len(m.group()), found.group())
        if re.search(_MAPS, link, re.IGNORECASE):
            return link
        scheme = link.index("//") + 2
        return link[:scheme] + re.sub(r"[-_+/]", " ", link[scheme:].replace("%20", "   "))

    return _URL.sub(apart, text)
