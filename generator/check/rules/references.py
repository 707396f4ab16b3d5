"""References lead to entries that exist and are open; the quick row and words of crisis reach somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.check.finding import Finding
from generator.check.guess import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.check.gist import Gist
    from generator.config.lead import Lead
    from generator.config.site import Site
    from generator.config.synonyms import Synonyms
    from generator.entry.strict_yaml import Path


def references(gist: Gist, ids: Mapping[str, Gist | None]) -> Iterator[Finding]:
    """Require that every entry that is named exists and is another one; tell one that is closed."""
    for path, other in gist.references:
        if other == gist.id:
            yield Finding("E403", path, f"{other}, which is this entry", "another entry, or no line")
        elif other not in ids:
            yield _missing(path, other, ids)
        elif gist.published:
            there = ids[other]
            if there and not there.published and there.status:
                wanted = "an entry that is open, or no line; the page leaves it out until then"
                yield Finding("W611", path, f"{other}, whose status is {there.status}", wanted)


def quick_row(site: Site, ids: Mapping[str, Gist | None]) -> Iterator[Finding]:
    """Require that every button beside 911 calls a published entry with a phone. Paths are of site.yaml."""
    for index, link in enumerate(site.quick):
        yield from _callable(("quick", index, "entry"), link.entry, ids, "button")


def pins(synonyms: Synonyms, ids: Mapping[str, Gist | None]) -> Iterator[Finding]:
    """Require that every line for words of crisis is a published entry with a phone. Paths are of synonyms.yaml."""
    for pin in synonyms.pins:
        if pin.entry:
            yield from _callable(("pins", pin.name, "entry"), pin.entry, ids, "pin")


def lead(lead: Lead, ids: Mapping[str, Gist | None]) -> Iterator[Finding]:
    """Require that places of the plan and who can tell more are published entries. Paths are of lead.yaml."""
    for index, site in enumerate(lead.custody_exam.sites if lead.custody_exam else ()):
        yield from _callable(("custody_exam", "sites", index), site, ids, "first exam")
    for index, note in enumerate(lead.legal_notes):
        if note.ask:
            yield from _callable(("legal_notes", index, "ask"), note.ask, ids, "line  ask:")


def _callable(path: Path, entry: str, ids: Mapping[str, Gist | None], what: str) -> Iterator[Finding]:
    there = ids.get(entry)
    if entry not in ids:
        yield _missing(path, entry, ids)
    elif there and not there.published:
        wanted = f"an entry that is active, or no {what}"
        yield Finding("E404", path, f"{entry}, whose status is {there.status or 'missing'}", wanted)
    elif there and not there.phones:
        yield Finding("E404", path, f"{entry}, which has no phone", f"an entry with a phone, or no {what}")


def _missing(path: Path, other: str, ids: Mapping[str, Gist | None]) -> Finding:
    near = sorted(known for known in ids if abs(len(known) - len(other)) <= 3)
    meant = nearest(other, near, cutoff=0.75)
    wanted = f"did you mean  {meant} ?" if meant else "the id of an entry: its file name without .yaml"
    return Finding("E402", path, f"{other}, which does not exist", wanted, value=meant or None)
