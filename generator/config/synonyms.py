"""`synonyms.yaml`: what people type, the services they mean, and the words of crisis that put a line on top."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.config.reading import nearest
from generator.entry.problem import ProblemError
from generator.entry.schema import field_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.config.reading import ConfigFile
    from generator.config.taxonomy import Taxonomy
    from generator.entry.problem import Problem
    from generator.entry.strict_yaml import Path

LISTS = ("en", "es", "street", "brand")
"""The lists of words a block may have. They are for the eye of who reviews; the search treats them alike."""

_APOSTROPHES = "'\u2019\u2018\u02bc\u00b4`"
_ENDING = re.compile(rf"[{_APOSTROPHES}](?:s|d|m|ll|re|ve)\b")
_SINGLE = re.compile(r"\b([a-z])\.(?=[a-z]\b)")
_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Pin:
    """A line that stands on top when a word of crisis is typed: of an entry, or a number that is true everywhere."""

    name: str
    entry: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Meaning:
    """Words with one meaning: `services` (the nearest first) or the text `like`; `terms` are as the file has them.

    `fact` is a dotted field whose places stand first, `pin` the name of a Pin; both may be empty.
    """

    services: tuple[str, ...]
    terms: tuple[str, ...]
    like: str = ""
    fact: str = ""
    pin: str = ""


@dataclass(frozen=True, slots=True)
class Synonyms:
    """The reviewed table. Without a file it is empty, and the search knows names and labels only."""

    pins: tuple[Pin, ...] = ()
    meanings: tuple[Meaning, ...] = ()


def folded(text: str) -> str:
    """Give words as the search compares them: small, without accents, points and plural endings, one blank between.

    The same rule as `fold` of `finder/fold.js`, which a test holds against each other.
    """
    plain = unicodedata.normalize("NFD", text.lower())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = re.sub(rf"[{_APOSTROPHES}]", "", _ENDING.sub("", plain))
    return " ".join(map(_single, _WORD.findall(_SINGLE.sub(r"\1", plain))))


def load_synonyms(taxonomy: Taxonomy, file: ConfigFile) -> Synonyms:
    """Give the table of a file that has passed its schema. Raises ProblemError with all its problems."""
    pins = tuple(Pin(name, **line) for name, line in file.data.get("pins", {}).items())
    blocks = file.data["words"]
    problems = [
        *_meant(file, taxonomy),
        *_pinned(file, {pin.name for pin in pins}),
        *_facts(file),
        *_twice(file),
        *_harmless(file, taxonomy),
    ]
    if problems:
        raise ProblemError(*sorted(problems))
    return Synonyms(pins, tuple(_meaning(block) for block in blocks))


def _single(word: str) -> str:
    """Take the ending of a plural off; words of up to three letters stay as they are."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith("sses"):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _meaning(block: Mapping[str, list[str]]) -> Meaning:
    texts = {key: str(block.get(key, "")) for key in ("like", "fact", "pin")}
    return Meaning(tuple(block.get("means", ())), tuple(text for _, text in _terms((), block)), **texts)


def _terms(path: Path, block: Mapping[str, list[str]]) -> Iterator[tuple[Path, str]]:
    for name in LISTS:
        for index, term in enumerate(block.get(name, ())):
            yield (*path, name, index), term


def _blocks(file: ConfigFile) -> Iterator[tuple[Path, Mapping[str, list[str]]]]:
    for index, block in enumerate(file.data["words"]):
        yield ("words", index), block


def _meant(file: ConfigFile, taxonomy: Taxonomy) -> Iterator[Problem]:
    """Require of each block one meaning that exists, and words."""
    for path, block in _blocks(file):
        for index, slug in enumerate(block.get("means", ())):
            if slug not in taxonomy.services:
                yield _unknown(file, (*path, "means", index), "E780", slug, taxonomy.services, "service")
        if ("means" in block) == ("like" in block):
            seen = "both means: and like:" if "means" in block else "neither means: nor like:"
            yield file.problem(path, "E781", seen, "one of the two: services, or words of a name", key=True)
        if not any(name in block for name in LISTS):
            yield file.problem(path, "E781", "no words", f"words in one of {', '.join(LISTS)}", key=True)


def _pinned(file: ConfigFile, pins: set[str]) -> Iterator[Problem]:
    used = {str(block["pin"]) for _, block in _blocks(file) if "pin" in block}
    for path, block in _blocks(file):
        if "pin" in block and str(block["pin"]) not in pins:
            yield _unknown(file, (*path, "pin"), "E782", str(block["pin"]), pins, "pin")
    for name in sorted(pins - used):
        yield file.problem(
            ("pins", name), "E783", f"{name}: without words", "a block with this pin, or no pin", key=True
        )


def _facts(file: ConfigFile) -> Iterator[Problem]:
    for path, block in _blocks(file):
        if "fact" in block and str(block["fact"]) not in field_names():
            yield _unknown(file, (*path, "fact"), "E784", str(block["fact"]), field_names(), "field of entries")


def _twice(file: ConfigFile) -> Iterator[Problem]:
    """Refuse a word a second time, in whatever spelling the search takes for the same."""
    seen: dict[str, Path] = {}
    for path, block in _blocks(file):
        for here, term in _terms(path, block):
            first = seen.setdefault(folded(term), here)
            if first != here:
                told = f"{term} (also in line {file.place(first).line})"
                yield file.problem(here, "E785", told, "each word once: plurals and accents count as the same word")


def _harmless(file: ConfigFile, taxonomy: Taxonomy) -> Iterator[Problem]:
    """Refuse as a word of crisis the name of a service it does not mean: who looks for that is not in danger."""
    for path, block in _blocks(file):
        if "pin" in block:
            others = (service for slug, service in taxonomy.services.items() if slug not in block.get("means", ()))
            names = {folded(name) for service in others for name in (service.slug, service.label)}
            for here, term in _terms(path, block):
                if folded(term) in names:
                    wanted = "a word that nobody types without danger"
                    yield file.problem(here, "E786", f"{term}, which is the name of another service", wanted)


def _unknown(file: ConfigFile, path: Path, code: str, word: str, known: Iterable[str], what: str) -> Problem:
    meant = nearest(word, sorted(known))
    wanted = f"{meant} (did you mean that?)" if meant else f"the name of a {what}"
    return file.problem(path, code, word, wanted, fix=file.swapped(path, word, meant))
