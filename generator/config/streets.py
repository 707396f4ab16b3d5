"""Street addresses in one spelling: `128 S. King Street, Suite 4` is the place `128 SOUTH KING ST` too."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import product

DIRECTIONS = {
    "NORTH": "N", "SOUTH": "S", "EAST": "E", "WEST": "W",
    "NORTHEAST": "NE", "NORTHWEST": "NW", "SOUTHEAST": "SE", "SOUTHWEST": "SW",
}  # fmt: skip
KINDS = {
    "ALLEY": "ALY", "AV": "AVE", "AVENUE": "AVE", "BOULEVARD": "BLVD", "CENTER": "CTR", "CENTRE": "CTR",
    "CIRCLE": "CIR", "COURT": "CT", "COVE": "CV", "CROSSING": "XING", "DRIVE": "DR", "EXPRESSWAY": "EXPY",
    "EXTENSION": "EXT", "FREEWAY": "FWY", "HEIGHTS": "HTS", "HIGHWAY": "HWY", "LANE": "LN", "LP": "LOOP",
    "PARKWAY": "PKWY", "PIKE": "PIKE", "PKY": "PKWY", "PLACE": "PL", "PLAZA": "PLZ", "POINT": "PT",
    "ROAD": "RD", "ROUTE": "RTE", "RUN": "RUN", "SQUARE": "SQ", "STR": "ST", "STREET": "ST",
    "TERRACE": "TER", "TRACE": "TRCE", "TRAIL": "TRL", "WAY": "WAY",
}  # fmt: skip
FIRST_WORDS = {"SAINT": "ST", "FT": "FORT", "MT": "MOUNT"}
ORDINALS = {
    "FIRST": "1ST", "SECOND": "2ND", "THIRD": "3RD", "FOURTH": "4TH", "FIFTH": "5TH", "SIXTH": "6TH",
    "SEVENTH": "7TH", "EIGHTH": "8TH", "NINTH": "9TH", "TENTH": "10TH",
}  # fmt: skip
_SHORT_DIRECTIONS = frozenset(DIRECTIONS.values())
_SHORT_KINDS = frozenset(KINDS.values())

_NUMBER = re.compile(r"(([0-9]{1,6})(?:-?[A-Za-z]|-[0-9]{1,6})?)(?: [0-9]/[0-9])? (?=\S)")
_UNIT = re.compile(r" (?:(?:suite|ste|unit|apt|apartment|room|rm|bldg|building|floor|lot)\.? \S|#).*", re.IGNORECASE)
_PO_BOX = re.compile(r"\b(?:p\.? ?o\.?|post office) ?box\b", re.IGNORECASE)
_CROSSING = re.compile(r" (?:and|at) | ?[&/] ?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Street:
    """The part of an address that says where.

    `number` is the house number without a letter, None without one; `name` the street in one spelling,
    empty for a PO box; `cross` the second street of a crossing. `line` is the whole as it was written,
    without the unit.
    """

    number: int | None
    name: str
    cross: str = ""
    line: str = ""


def parse_street(text: str) -> Street:
    """Read the street line of an address; a building's name and a unit are cut. Never raises."""
    parts = [" ".join(part.split()) for part in text.split(",")]
    line = next((part for part in parts if _NUMBER.match(part)), next(filter(None, parts), ""))
    if _PO_BOX.search(line):
        return Street(None, "")
    found = _NUMBER.match(line)
    if found:
        words = _cut_unit(line[found.end() :])
        return Street(int(found.group(2)), street_name(words), line=f"{found.group(1)} {words}")
    words = _cut_unit(line)
    first, *others = _CROSSING.split(words, maxsplit=1)
    return Street(None, street_name(first), street_name(others[0]) if others else "", words)


def street_name(text: str) -> str:
    """Give a street's name in one spelling: upper case, kinds and directions short, no accents or dots.

    `South King Street` and `S. KING ST` give `S KING ST`. What it gives, it gives again when asked about it.
    """
    words = re.sub(r"[^A-Z0-9 ]", " ", _plain(text)).split()
    if not words:
        return ""
    words = _short_direction(words)
    first = 1 if len(words) > 2 and words[0] in _SHORT_DIRECTIONS else 0
    if len(words) > first + 1:
        words[first] = FIRST_WORDS.get(words[first], words[first])
        words = _short_kinds(words, first)
        if len(words) > first + 1 and words[first + 1] in _SHORT_KINDS:
            words[first] = ORDINALS.get(words[first], words[first])
    return " ".join(words)


def plain_name(text: str) -> str:
    """Give a town's name for comparing: upper case, no accents, no punctuation, `Saint` as `ST`."""
    words = re.sub(r"[^A-Z0-9 ]", " ", _plain(text)).split()
    return " ".join(FIRST_WORDS.get(word, word) for word in words)


def same_street(a: str, b: str) -> bool:
    """Whether two names from `street_name` may be one street: equal, or one leaves its direction out."""
    if a == b:
        return True
    bare_a, way_a = _without_direction(a)
    bare_b, way_b = _without_direction(b)
    return bare_a == bare_b and not (way_a and way_b)


def spellings(name: str) -> tuple[str, ...]:
    """Give ways to write a name from `street_name`: each direction and kind long, short or left out.

    What is left names the street, so it keeps at least four letters or digits; `S KING ST` gives `KING` too.
    """
    words = name.split()
    ways = [_written(word, first=place == 0) for place, word in enumerate(words)]
    found = (" ".join(filter(None, way)) for way in product(*ways))
    return tuple(dict.fromkeys(way for way in found if len(way.replace(" ", "")) >= min(4, len(name))))


def _written(word: str, *, first: bool) -> tuple[str, ...]:
    """Give the ways to write one word of a name."""
    longer = tuple(long for long, short in (*DIRECTIONS.items(), *KINDS.items()) if short == word)
    if word in _SHORT_DIRECTIONS or (word in _SHORT_KINDS and not first):
        return (word, *longer, "")
    more = (ORDINALS, FIRST_WORDS) if first else (ORDINALS,)
    return (word, *longer, *(long for table in more for long, short in table.items() if short == word))


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text)
    letters = "".join(c for c in folded if not unicodedata.combining(c)).upper()
    return " ".join(letters.replace(".", "").replace("'", "").replace("\u2019", "").split())


def _cut_unit(text: str) -> str:
    """Cut the unit, but never the first word: Building Street is a street."""
    head, space, tail = text.partition(" ")
    return head + _UNIT.sub("", space + tail)


def _short_direction(words: list[str]) -> list[str]:
    """Shorten a leading or trailing direction if a name is left without it: North Street keeps its name."""
    words = list(words)
    if len(words) > 2:
        words[0] = DIRECTIONS.get(words[0], words[0])
        words[-1] = DIRECTIONS.get(words[-1], words[-1])
    return words


def _short_kinds(words: list[str], first: int) -> list[str]:
    """Shorten the word that says what kind of street it is, before a trailing EXT or direction too."""
    last = len(words) - 1
    while last > first:
        words[last] = KINDS.get(words[last], words[last])
        if words[last] != "EXT" and words[last] not in _SHORT_DIRECTIONS:
            break
        last -= 1
    return words


def _without_direction(name: str) -> tuple[str, str]:
    words = name.split()
    if len(words) > 2 and words[0] in _SHORT_DIRECTIONS:
        return " ".join(words[1:]), words[0]
    if len(words) > 2 and words[-1] in _SHORT_DIRECTIONS:
        return " ".join(words[:-1]), words[-1]
    return name, ""
