"""The comparison of two versions: pure, and the same for the same bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.config.geocodes import read_geocodes
from generator.entry.problem import ProblemError, Severity
from generator.proposal.fields import changes
from generator.proposal.missing import missing
from generator.proposal.model import EntryChange, Kind, Proposal
from generator.proposal.reasons import reasons
from generator.proposal.withhold import private, withheld, without_texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.config.geocodes import Geocode
    from generator.entry.problem import Problem
    from generator.proposal.version import Page, Version


def compare(base: Version, proposed: Version, elsewhere: tuple[str, ...] = ()) -> Proposal:
    """Give the account of what `proposed` changes in `base`.

    `elsewhere` names the files outside of the data that differ.
    """
    entries = tuple(_entries(base, proposed))
    settings = tuple(sorted(_differing(base.config, proposed.config)))
    moved = _moved_points(base, proposed)
    known = {(p.file, p.code, p.seen) for p in base.problems}
    touched = {entry.file for entry in entries} | {f"site_config/{name}" for name in settings}
    new = [p for p in proposed.problems if p.file in touched or (p.file, p.code, p.seen) not in known]
    secret = {page.file.path for v in (base, proposed) for page in v.pages.values() if page.secret}
    told = tuple(withheld(problem, hidden=problem.file in secret) for problem in new)
    return Proposal(
        entries,
        told,
        sum(p.severity is Severity.ERROR for p in proposed.problems) - sum(p.severity is Severity.ERROR for p in new),
        tuple(reasons(entries, base, proposed, settings, elsewhere, moved)),
        settings,
        elsewhere,
    )


def _entries(base: Version, proposed: Version) -> Iterator[EntryChange]:
    told: dict[str, set[int]] = {}
    for problem in filter(private, proposed.problems):
        told.setdefault(problem.file, set()).add(problem.line)
    for entry_id in sorted({*base.pages, *proposed.pages}):
        old, new = base.pages.get(entry_id), proposed.pages.get(entry_id)
        if old and new:
            if old.file != new.file:
                yield _changed(entry_id, old, new, told.get(new.file.path, set()))
        elif new:
            name = "" if new.line(("name",)) in told.get(new.file.path, ()) else _name(new)
            readable = new.document is not None
            yield EntryChange(Kind.ADDED, entry_id, new.file.path, name, hidden=new.secret, readable=readable)
        elif old:
            yield EntryChange(Kind.DELETED, entry_id, old.file.path, _name(old), hidden=old.secret)


def _changed(entry_id: str, old: Page, new: Page, lines: set[int]) -> EntryChange:
    hidden = old.secret or new.secret
    readable = old.document is not None and new.document is not None
    found = without_texts(changes(old, new), lines) if readable else ()
    kind = Kind.CHANGED if old.file.path == new.file.path or found else Kind.MOVED
    name = "" if hidden or new.line(("name",)) in lines else _name(new) or _name(old)
    return EntryChange(kind, entry_id, new.file.path, name, found, tuple(missing(old, new, found)), hidden, readable)


def _name(page: Page) -> str:
    name = page.data.get("name")
    return name if isinstance(name, str) and not page.secret else ""


def _differing(base: Mapping[str, bytes], proposed: Mapping[str, bytes]) -> Iterator[str]:
    yield from (name for name in {*base, *proposed} if base.get(name) != proposed.get(name))


def _moved_points(base: Version, proposed: Version) -> tuple[str, ...] | None:
    """Give the ids whose committed point moves or goes, while their entry stays; None where that cannot be known."""
    if base.geocodes == proposed.geocodes:
        return ()
    old, new = _points(base.geocodes), _points(proposed.geocodes)
    if old is None or new is None:
        return None
    stay = (entry for entry in old if entry in proposed.pages)
    return tuple(sorted(e for e in stay if e not in new or new[e].point != old[e].point))


def _points(data: bytes) -> Mapping[str, Geocode] | None:
    try:
        return read_geocodes(data).records
    except ProblemError:
        return None


def problems_of(error: ProblemError) -> tuple[Problem, ...]:
    """Give the problems of settings that cannot be read, sorted."""
    return tuple(sorted(error.problems))
