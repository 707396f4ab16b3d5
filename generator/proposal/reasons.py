"""Why a second person must read a proposal before it is merged: a wrong number or address does the most harm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.check.subject import text_at
from generator.proposal.model import Kind, Reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.proposal.model import Change, EntryChange
    from generator.proposal.version import Version

MOST = 10
"""Entries in one proposal that one person can read with care."""

_PHONES = frozenset({"phones", "backup_contact"})
_LINKS = frozenset({"website", "online_form", "online_chat", "live_availability_url", "email"})
_PLACES = frozenset({"address", "point", "le_dropoff_entrance"})
_SECRECY = frozenset({"confidential", "address_release"})
_NUMBERS = frozenset({"number", "kind", "text", "extension", "press"})
"""Parts of a phone that decide whom a caller reaches."""


def reasons(
    entries: Sequence[EntryChange],
    base: Version,
    proposed: Version,
    settings: Sequence[str],
    elsewhere: Sequence[str],
    moved: Sequence[str] | None,
) -> Iterator[Reason]:
    """Give every reason, each entry's before those of the whole."""
    for entry in entries:
        yield from _entry(entry, base, proposed)
    if len(entries) > MOST:
        yield Reason(f"{len(entries)} entries at once: more than {MOST} are easier to read in several proposals")
    if moved is None:
        yield Reason("the committed points cannot be compared", "directory/geocodes.yaml")
    elif moved:
        yield Reason(f"{len(moved)} committed points move or go", "directory/geocodes.yaml")
    if settings:
        yield Reason("settings of the whole site change", f"site_config/{settings[0]}")
    if elsewhere and (entries or settings):
        yield Reason(
            f"{len(elsewhere)} files outside of the data change too: data and program are better proposed apart"
        )


def _entry(entry: EntryChange, base: Version, proposed: Version) -> Iterator[Reason]:
    if entry.kind is Kind.DELETED:
        yield Reason(
            "an entry is deleted: a printed address then leads nowhere. A closed place gets  status: defunct",
            entry.file,
        )
    elif not entry.readable:
        yield Reason("a changed entry cannot be read, so nobody knows what changes", entry.file)
    elif entry.kind is Kind.CHANGED:
        told: dict[str, Change] = {}
        for change in entry.changes:
            if why := _why(change):
                told.setdefault(why, change)
        yield from (Reason(why, entry.file, change.line) for why, change in told.items())
        yield from _gone(entry, base, proposed)
    elif entry.hidden and entry.kind is Kind.ADDED:
        yield Reason("a new entry about a secret place", entry.file)


def _why(change: Change) -> str:
    name, _, part = change.name.partition(".")
    if name in _PHONES and (part in _NUMBERS or not part or name != "phones"):
        return "a phone number of an existing entry changes"
    if name in _LINKS:
        return "a web or mail address of an existing entry changes"
    if name in _PLACES:
        return "the address of an existing entry changes"
    return "what is said of a secret place changes" if name in _SECRECY else ""


def _gone(entry: EntryChange, base: Version, proposed: Version) -> Iterator[Reason]:
    """Tell that a page is taken off the site, which a reader of the page cannot tell from a deletion."""
    shown = {"active", "temporarily-closed"}
    old, new = (text_at(dict(version.pages[entry.id].data), "status") for version in (base, proposed))
    if old in shown and new not in shown:
        line = proposed.pages[entry.id].line(("status",))
        yield Reason("a published entry is taken off the site", entry.file, line)
