"""What changed, found by comparing versions of entries: kinds of changes only, never the values.

So a wrong number that was corrected, or an address that should never have been there, is not said a second time.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from generator.config.changes import Change, What, newest_first
from generator.entry.problem import ProblemError
from generator.entry.strict_yaml import read

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from generator.compile.model import Compiled, Resource, Tombstone

_PUBLISHED = frozenset({"active", "temporarily-closed"})
_GONE = frozenset({"inactive", "defunct"})
_NUMBER = ("number", "kind", "extension", "press", "text")
_NO_NEWS = frozenset(
    {
        "address", "address_release", "alert", "alert_until", "also_known_as", "backup_contact",
        "confidential", "editor_note", "external_codes", "hours", "if_closed_or_full", "intercepts", "lead_partner",
        "name", "organization", "phones", "point", "review_every_days", "sensitive", "services", "sources", "status",
        "summary", "timezone", "verified",
    }
)  # fmt: skip
"""Keys that have a kind of change of their own, or whose change no visitor needs to hear of."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What one commit did to one entry: its bytes before and after, None where it was not there.

    `date` is YYYY-MM-DD; `origin` is as in Change. Edits come in the order in which they were made.
    """

    date: str
    entry: str
    before: bytes | None
    after: bytes | None
    origin: str = ""


@dataclass(frozen=True, slots=True)
class News:
    """One change to show: of a place that is listed, or of one whose address says that it is gone."""

    change: Change
    place: Resource | Tombstone


def derive(edits: Iterable[Edit]) -> tuple[Change, ...]:
    """Give the changes that some edits made, the newest first.

    Edits of one entry on one day count as one. What cannot be read is left out, as if it had not been there. Of an
    entry that was ever a secret place, neither name nor address are said to have changed.
    """
    some = list(edits)
    secret = {
        edit.entry for edit in some if "confidential" in _data(edit.before) or "confidential" in _data(edit.after)
    }
    days = sorted(some, key=lambda edit: (edit.entry, edit.date))
    changes: list[Change] = []
    for (entry, date), group in groupby(days, key=lambda edit: (edit.entry, edit.date)):
        day = list(group)
        origin = next((edit.origin for edit in reversed(day) if edit.origin), "")
        hidden = {What.NAME, What.ADDRESS} if entry in secret else set()
        found = _compared(_data(day[0].before), _data(day[-1].after))
        changes.extend(Change(date, entry, what, origin) for what in found if what not in hidden)
    return newest_first(changes)


def renewed(old: Iterable[Change], found: Iterable[Change], ids: Collection[str]) -> tuple[Change, ...]:
    """Give a register with what was found added; what stands there already stays as it is, with its origin.

    Entries that are in no file any more disappear from it.
    """
    merged = {change.key: change for change in found} | {change.key: change for change in old}
    return newest_first(change for change in merged.values() if change.entry in ids)


def news(directory: Compiled) -> tuple[News, ...]:
    """Give the changes that visitors may see, the newest first: those of places that are listed or known to be gone."""
    places: dict[str, Resource | Tombstone] = {tombstone.id: tombstone for tombstone in directory.tombstones}
    places |= {resource.id: resource for resource in directory.resources}
    return tuple(News(c, places[c.entry]) for c in directory.settings.changes if c.entry in places)


def _compared(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[What]:
    was, now = str(before.get("status", "")), str(after.get("status", ""))
    if now not in _PUBLISHED:
        if was in _PUBLISHED and now in _GONE:
            yield What.CLOSED
        return
    if was not in _PUBLISHED:
        yield What.REOPENED if was in _GONE else What.ADDED
        return
    if was != now:
        yield What.PAUSED if now == "temporarily-closed" else What.REOPENED
    yield from _details(before, after)


def _details(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[What]:
    if _numbers(before) != _numbers(after):
        yield What.PHONE
    for what, key in ((What.HOURS, "hours"), (What.ADDRESS, "address")):
        if _without_note(before.get(key)) != _without_note(after.get(key)):
            yield what
    if set(before.get("services", ())) != set(after.get("services", ())):
        yield What.SERVICES
    if before.get("name") != after.get("name"):
        yield What.NAME
    if {k: v for k, v in before.items() if k not in _NO_NEWS} != {k: v for k, v in after.items() if k not in _NO_NEWS}:
        yield What.ANSWERS
    known = before.get("verified", ())
    if any(check not in known for check in after.get("verified", ())):
        yield What.CHECKED


def _numbers(data: Mapping[str, Any]) -> set[tuple[str, ...]]:
    """Give what can be dialled; notes, hours and the order of numbers may change without news."""
    return {tuple(str(phone.get(key, "")) for key in _NUMBER) for phone in data.get("phones", ())}


def _without_note(block: object) -> object:
    return {key: value for key, value in block.items() if key != "note"} if isinstance(block, dict) else block


def _data(text: bytes | None) -> Mapping[str, Any]:
    """Give the plain data of one version; nothing for one that is not there or that nobody could read."""
    if text is None:
        return {}
    try:
        return read("entry.yaml", text).data
    except ProblemError:
        return {}
