"""`lead.yaml` becomes a Lead: what nobody vouches for, and words that an officer should not say, are refused."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any, TypeVar

from generator.config.lead import (
    CustodyExam,
    Door,
    Emergency,
    Lead,
    LeadLine,
    LegalNote,
    LocalList,
    Part,
    Proof,
    Referral,
    Script,
    Topic,
)
from generator.entry import hours
from generator.entry.problem import ProblemError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from generator.config.reading import ConfigFile
    from generator.entry.problem import Problem
    from generator.entry.strict_yaml import Path

T = TypeVar("T")

NOT_PUBLISHED = "not published"
"""What `lead.yaml` says of what is not published. A key that is absent means the same."""

_VOUCHED = ("line", "doors", "referral", "parts")
"""Blocks for which source, date and reviewer stand once, at the end of the file."""

_SERVICE = re.compile(
    r"\b(treatments?|rehab|detox|therapy|counsell?ing|methadone|suboxone|shelters?|housing|beds?|program(?:me)?s?)\b",
    re.IGNORECASE,
)
"""Names of services: the offer is open, and above all not of "treatment" (LEAD toolkit, arrest diversion)."""

_PROMISE = re.compile(
    r"\b(promise[sd]?|guarantee[sd]?|for sure|we will get you|i will get you|you will get|drop the charges?)\b",
    re.IGNORECASE,
)


def load_lead(file: ConfigFile) -> Lead:
    """Give the LEAD block of a file that has passed its schema. Raises ProblemError with all its problems."""
    data = file.data
    problems = [*_proof(file), *_hours(file), *_dates(file), *_script(file), *_topics(file)]
    if problems:
        raise ProblemError(*sorted(problems))
    return Lead(
        line=_given(data, "line", _line),
        doors=_given(data, "doors", lambda doors: tuple(Door(door) for door in doors)) or (),
        source=data.get("source"),
        as_of=data.get("as_of"),
        reviewed_by=data.get("reviewed_by"),
        notice=data.get("notice", ""),
        script=_given(data, "script", lambda block: Script(tuple(block["say"]), _proof_of(block))),
        checklist=_given(data, "checklist", _list),
        paperwork=_given(data, "paperwork", _list),
        custody_exam=_given(data, "custody_exam", _custody),
        legal_notes=_given(data, "legal_notes", lambda notes: tuple(_note(note) for note in notes)) or (),
        emergency=_given(data, "emergency", lambda block: Emergency(tuple(block["signs"]), _proof_of(block))),
        referral=_given(data, "referral", _referral),
        parts=_given(data, "parts", lambda parts: tuple(Part(**part) for part in parts)) or (),
    )


def _given(data: Mapping[str, Any], key: str, typed: Callable[[Any], T]) -> T | None:
    value = data.get(key, NOT_PUBLISHED)
    return None if value == NOT_PUBLISHED else typed(value)


def _line(block: Mapping[str, str]) -> LeadLine:
    number = block["number"]
    return LeadLine(**{**block, "number": None if number == NOT_PUBLISHED else number})


def _list(block: Mapping[str, Any]) -> LocalList:
    return LocalList(tuple(block["items"]), block["owner"], _proof_of(block))


def _custody(block: Mapping[str, Any]) -> CustodyExam:
    sites, more = tuple(block["sites"]), (block.get("medical", ""), block.get("otherwise", ""))
    return CustodyExam(block["plan"], sites, _proof_of(block), *more)


def _note(block: Mapping[str, Any]) -> LegalNote:
    more = (block.get("text", ""), block.get("ask", ""))
    return LegalNote(Topic(block["topic"]), block["statute"], block["link"], _proof_of(block), *more)


def _referral(block: Mapping[str, Any]) -> Referral:
    named = {"yes": True, "no": False}.get(block.get("name_needed", ""))
    return Referral(tuple(block["how"]), tuple(block.get("next", ())), block.get("form", ""), named)


def _proof_of(block: Mapping[str, Any]) -> Proof:
    return Proof(block["source"], block["as_of"], block.get("link", ""), block.get("reviewed_by", ""))


def _proof(file: ConfigFile) -> Iterator[Problem]:
    """Refuse a number or a door that nobody vouches for: it would stand above all else on every page."""
    stated = next((key for key in _VOUCHED if file.data.get(key, NOT_PUBLISHED) != NOT_PUBLISHED), None)
    lacking = [f"{key}:" for key in ("source", "as_of", "reviewed_by") if key not in file.data]
    if stated and lacking:
        names = " and ".join(lacking)
        wanted = f"{names} as well, so that readers know where it is from"
        yield file.problem((stated,), "E730", f"{stated}: without {names}", wanted, key=True)


def _hours(file: ConfigFile) -> Iterator[Problem]:
    line = file.data["line"]
    text = line.get("hours") if isinstance(line, dict) else None
    if text is None:
        return
    path = ("line", "hours")
    try:
        hours.parse(text)
    except hours.HoursError as error:
        fix = file.swapped(path, text, error.fix or "")
        yield file.problem(path, "E732", error.seen, error.wanted, fix=fix)


def _dates(file: ConfigFile) -> Iterator[Problem]:
    for path, text in _as_of(file.data, ()):
        year, month, day = (*(int(part) for part in text.split("-")), 1, 1)[:3]
        try:
            dt.date(year, month, day)
        except ValueError:
            wanted = "a date of the calendar, year first, such as  2026-11-23"
            yield file.problem(path, "E731", text, wanted)


def _as_of(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "as_of":
                yield (*path, key), inner
            else:
                yield from _as_of(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _as_of(inner, (*path, index))


def _script(file: ConfigFile) -> Iterator[Problem]:
    """Refuse an offer that names a service or promises one, and one that asks nothing."""
    script = file.data.get("script", NOT_PUBLISHED)
    if script == NOT_PUBLISHED:
        return
    for index, text in enumerate(script["say"]):
        path = ("script", "say", index)
        if found := _SERVICE.search(text):
            wanted = "an open offer, such as  Would you like some help with that?  and no name of a service"
            yield file.problem(path, "E733", found[0], wanted)
        elif found := _PROMISE.search(text):
            yield file.problem(path, "E733", found[0], "an offer that promises nothing")
    if not any(text.endswith("?") for text in script["say"]):
        yield file.problem(("script", "say"), "E734", "no question", "a question that leaves the answer open", key=True)


def _topics(file: ConfigFile) -> Iterator[Problem]:
    notes = file.data.get("legal_notes", NOT_PUBLISHED)
    topics = [note["topic"] for note in notes] if notes != NOT_PUBLISHED else []
    for index, topic in enumerate(topics):
        if topic in topics[:index]:
            wanted = "one note for each topic; put both laws in one note"
            yield file.problem(("legal_notes", index, "topic"), "E735", f"{topic} a second time", wanted)
