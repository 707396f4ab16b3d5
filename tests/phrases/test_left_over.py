"""No words of phones, hours, dates, trust and places are left over: each is read by some phrase."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from generator.compile.caution import CONFIRMED_ONLY
from generator.compile.model import Location
from generator.config.geocodes import Precision
from generator.config.strings import Words
from generator.entry import hours as hours_text
from generator.entry.model import PURPOSES, Language, Phone
from generator.entry.place import Point
from generator.export import files
from generator.pages.phrases import dates, facts, hours, languages, phones, places, sources, trust
from tests.phrases.county import CHECK, SOURCE, compiled, entry, resource, words

PREFIXES = ("phone.", "hours.", "date.", "trust.", "place.")
TEXTS = (
    "24/7; Dec 25 unknown",
    "Mo-Fr 09:00-12:00,13:00-17:00; Jan-Feb Mo 10:00-11:00; Mar-Apr 10:00-11:00; Jul-Aug 10:00-11:00",
    "May-Jun 10:00-11:00",
    "Mo 09:00-10:00; Th 00:00-01:00; Fr off; Sa 10:00-24:00; Tu[1,2,3] 09:00-10:00; Tu[4,5,-1] 10:00-11:00",
    "We 20:00-02:00",
    "Mo-Su 09:00-10:00 unknown; Sep-Oct 10:00-11:00; Nov-Dec 10:00-11:00; 2026 Nov 26 off; PH off",
    'Sa,Su 09:00-10:00 open "side door"',
    "unknown",
)


class Recorder(Mapping[str, str]):
    """Texts that note which of them were read."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = texts
        self.read: set[str] = set()

    def __getitem__(self, key: str) -> str:
        text = self.texts[key]
        self.read.add(key)
        return text

    def __iter__(self) -> Iterator[str]:
        return iter(self.texts)

    def __len__(self) -> int:
        return len(self.texts)


def say_everything(words: Words) -> None:
    """Give every kind of phrase once."""
    for purpose in ("main", "intake", "crisis", "after-hours", "officer"):
        phones.action(Phone("910-555-0100", purpose=purpose, extension="1", press="2"), words)
    for kind in ("voice", "text", "tty", "fax", "video"):
        phones.action(Phone("988", kind, text="HOME"), words)
        phones.action(Phone("988", kind, hours=hours_text.parse("24/7"), languages=(Language("es", "staff"),)), words)
    for text in TEXTS:
        hours.say(hours_text.parse(text), words)
    for how in ("phone", "visit", "provider"):
        checks = [CHECK | {"how": how, "facts": ["hours"]}]
        texts = dict.fromkeys(PURPOSES, "24/7")
        here = resource(hours=texts | {"by_service": {"shelter": texts}}, verified=checks)
        hours.together(hours.views(here, words), words)
        sources.checks(here, words)
    undated = resource(
        sources=[SOURCE | {"date": "unknown"}], hours={"open": "24/7"}, address={"city": "Harborview", "state": "NC"}
    )
    hours.views(undated, words)
    sources.items(undated, words)
    for precision in Precision:
        places.view(replace(undated, location=Location(Point(35.0, -78.0), precision, "Census")), words)
    places.view(resource(confidential="yes"), words)
    for month in range(1, 13):
        dates.partial_date(f"2026-{month:02}", words)
    languages.line([Language("es", "staff")], words)
    trust.line(undated.trust["phones"], words)
    for name, answers in CONFIRMED_ONLY.items():
        for answer in answers:
            ask(name, answer, words)
    list(files(compiled(entry()), words))


def ask(name: str, answer: str, words: Words) -> None:
    """Read one answer that counts only while it is confirmed, by every kind of source."""
    told: dict[str, Any] = {name: {"answer": answer} if name == "ivc_first_exam_site" else answer}
    for date in ("2024", "unknown"):
        facts.row(resource(**told, sources=[SOURCE | {"date": date}]), name, words)
    for how in ("phone", "visit", "provider"):
        facts.row(resource(**told, verified=[CHECK | {"how": how, "facts": [name]}]), name, words)


def test_every_text_is_read_by_some_phrase() -> None:
    """A text that nothing prints is one that translators work on for nothing."""
    recorder = Recorder(words().texts)
    say_everything(Words("en", recorder))
    mine = {key for key in words().texts if key.startswith(PREFIXES)}
    assert mine - recorder.read == set()
