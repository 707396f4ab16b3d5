"""Names that say where in this area: streets of the gazetteer, its towns, and the landmarks that people go by.

A street named like an ordinary word (Village Drive, School Street) is known only with capitals and its kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.check.guess import STATES, word_set
from generator.config.streets import plain_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.check.text_scan import Span
    from generator.config.gazetteer import Gazetteer

Words = tuple[str, ...]

KINDS = word_set(
    "alley aly apts ave av avenue blvd boulevard cir circle court cove crossing ct cv dr drive expressway freeway fwy "
    "highway hwy lane ln loop lp parkway pike pkwy pl place plaza plz point pt rd road rte route run square sq st str "
    "street ter terrace trail trl way xing"
)
"""Words that say what kind of street a name belongs to."""

_DIRECTIONS = word_set("n s e w north south east west northeast northwest southeast southwest old upper lower")
_BEFORE = word_set("on at off near along behind beside opposite past by down up between corner")
_SURELY = word_set("on at off near corner between")
_CROSSING = word_set("and at n y")
_BESIDE = word_set("near behind beside opposite past by around across close next")
_UNITS = word_set(
    "hours hour hrs days day weeks months years year minutes nights beds people persons adults families women men "
    "children percent dollars am pm a p calls county"
)
_ORDINARY = word_set(
    "academy advocate airport alpha amber anchor april arrow attorney august autumn bank battle beach bear beaver "
    "bedrock birch blue bridge brook campground canal cannon cascade castle cedar center central century chapel "
    "cherry church circle city club college colonial commerce concord copper corporate country court creek cross "
    "crystal dairy december delta distinct dove eagle east elm emerald enclave english enterprise essex facility fair "
    "faith family farm february ferry field first forest fork fort fountain fox freedom friend front furnish garden "
    "gate ginger glen gold good grace grand green grove hall harbor harmony heartland heritage high highland hill "
    "holly home homestead honor hope horseshoe hospital house independence industrial island january joy july june "
    "justice lady lagoon lake land landing laurel law leisure liberty library light link lion lock long main maple "
    "march market mechanic media medical memorial mill minor miracle mission monday moon mountain new north november "
    "oak ocean october officer old orange orchard our pacific park pasture pavilion peace pearl people person pine "
    "plain plantation platinum pleasant plum point pond poplar post prestige professional progress promise providence "
    "public railroad recovery regency relaxing republican rest ridge rim river road rock rolls rose ruby saddle "
    "sailor school second september service shelter silver slim smooth south spring spruce square squire standard "
    "star station stone straight summer summit sun sunrise sunset superior support third tower town trade turnpike "
    "twin union united university valley varsity view villa village volunteer walnut washington water west white "
    "willow winter woman women wood woods young"
)
"""First names and nouns that sentences use too. A street of such a name needs capitals and its kind."""

_GENERIC = word_set(
    "airfield center clinic college community field health hospital library mall medical place public specialty "
    "technical"
)
_WORD = re.compile(r"[A-Za-z]+(?:['\u2019][A-Za-z]+)*\.?|[0-9]+(?:st|nd|rd|th)?")
_LONGEST = 6


@dataclass(frozen=True, slots=True)
class LocalNames:
    """Words of names, small and without accents, by their first word.

    `streets` are names without kind and direction, `landmarks` names of hospitals and the like, whole and short.
    """

    streets: Mapping[str, tuple[Words, ...]]
    landmarks: Mapping[str, tuple[Words, ...]]

    def find(self, text: str) -> Iterator[Span]:
        """Give every place of a text that names a street or lies beside a landmark."""
        words = [(m.group().rstrip("."), m.start(), m.end()) for m in _WORD.finditer(text)]
        plain = [word.lower().replace("'", "").replace("\u2019", "") for word, _, _ in words]
        before = (0, -1)
        for index, word in enumerate(plain):
            for name in self.streets.get(word, ()):
                last = index + len(name)
                if tuple(plain[index:last]) == name and _joined(text, words[index:last]):
                    yield from _street(text, words, plain, index, last)
                    if before[1] == index - 1 and plain[index - 1] in _CROSSING and _titled(words[index:last]):
                        yield before[0], words[last - 1][2], "a crossing"
                    if _titled(words[index:last]) and (len(name) > 1 or word not in _ORDINARY):
                        before = (words[index][1], last)
            for name in self.landmarks.get(word, ()):
                last = index + len(name)
                if tuple(plain[index:last]) == name and _BESIDE & set(plain[max(0, index - 3) : index]):
                    yield words[index][1], words[last - 1][2], "a landmark"


def local_names(gazetteer: Gazetteer) -> LocalNames:
    """Give the names of an area."""
    places = tuple((place.name, bool(place.towns)) for place in gazetteer.places)
    return _local_names(gazetteer.street_names, places, gazetteer.area_names)


@lru_cache(maxsize=4)
def _local_names(streets: frozenset[str], places: tuple[tuple[str, bool], ...], areas: frozenset[str]) -> LocalNames:
    taken = {tuple(name.lower().split()) for name in (*areas, *map(str.upper, STATES.values())) if name}
    starts = {tuple(_words(name)[:length]) for name, _ in places for length in range(1, _LONGEST)}
    bare = {_bare(name) for name in streets} - {()} - taken - starts
    marks = {tuple(_words(name)) for name, town in places if not town}
    short = {_short(name) for name in marks}
    return LocalNames(_by_first(bare), _by_first({name for name in marks | short if name and name not in taken}))


def _street(text: str, words: list[tuple[str, int, int]], plain: list[str], first: int, last: int) -> Iterator[Span]:
    """Give the span of a street's name if what stands beside it says that a street is meant."""
    ordinary = last - first == 1 and plain[first] in _ORDINARY
    kind = last < len(words) and plain[last] in KINDS and _joined(text, words[last - 1 : last + 1])
    after = plain[last] if last < len(words) else ""
    titled = _titled(words[first:last])
    if kind and (not ordinary or (titled and words[last][0][:1].isupper())):
        yield words[first][1], words[last][2], "the name of a street"
    elif not ordinary and after != "county":
        start = first
        while start and plain[start - 1] in _DIRECTIONS:
            start -= 1
        before = start - 1
        if before < 0 or not _joined(text, words[before : start + 1]):
            before = -1
        number = before >= 0 and words[before][0].isdigit() and _free(text, words[before][1])
        if number and len(words[before][0]) <= 6:
            yield words[before][1], words[last - 1][2], "a house number and a street"
        elif before >= 0 and plain[before] in (_BEFORE if titled else _SURELY):
            yield words[first][1], words[last - 1][2], "the name of a street"
        elif titled and after.isdigit() and 2 <= len(after) <= 6 and _house_number(text, words, plain, last):
            yield words[first][1], words[last][2], "a house number and a street"


def _titled(words: list[tuple[str, int, int]]) -> bool:
    return all(word[:1].isupper() or word[:1].isdigit() for word, _, _ in words)


def _house_number(text: str, words: list[tuple[str, int, int]], plain: list[str], at: int) -> bool:
    """Whether the number at a place is not one of hours, of a telephone or of people."""
    unit = plain[at + 1] if at + 1 < len(plain) else ""
    tail = text[words[at][2] : words[at][2] + 1]
    return _joined(text, words[at - 1 : at + 1]) and unit not in _UNITS and tail not in {"-", "/", ":"}


def _joined(text: str, words: list[tuple[str, int, int]]) -> bool:
    """Whether nothing but blanks stands between words."""
    return all(not text[a[2] : b[1]].strip(" \t\n,") for a, b in pairwise(words))


def _free(text: str, start: int) -> bool:
    """Whether a number is not the end of a longer one."""
    return start == 0 or text[start - 1] not in "-/.:$"


def _bare(name: str) -> Words:
    words = name.lower().split()
    while len(words) > 1 and (words[-1] in KINDS or words[-1] in _DIRECTIONS or words[-1] in {"ctr", "ext"}):
        words.pop()
    while len(words) > 1 and words[0] in _DIRECTIONS:
        del words[0]
    return tuple(words) if (words and words[0] not in KINDS | {"st"}) or len(words) > 1 else ()


def _short(words: Words) -> Words:
    """Give `cape fear valley` for `cape fear valley medical center`; a name of one word, or a county's, is none."""
    kept = list(words)
    while kept and kept[-1] in _GENERIC:
        kept.pop()
    return tuple(kept) if len(kept) > 1 and kept[-1] != "county" else ()


def _words(name: str) -> Words:
    return tuple(plain_name(name).lower().split())


def _by_first(names: Iterable[Words]) -> Mapping[str, tuple[Words, ...]]:
    found: dict[str, list[Words]] = {}
    for name in sorted(names):
        found.setdefault(name[0], []).append(name)
    return {first: tuple(sorted(same, key=len, reverse=True)) for first, same in found.items()}
