"""What needs checking, as Markdown for a weekly issue and as JSON: one section for each owner, never one per entry."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from generator.compile.labels import label
from generator.measure.still import ANY_DAY, still_right
from generator.report.markdown import code_block, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.compile.model import Compiled
    from generator.config.strings import Words
    from generator.entry.model import Phone
    from generator.measure.ages import Upkeep
    from generator.report.owners import Owner

_ROLE = "directory volunteer"
_LATE = "after the limit"


def as_markdown(directory: Compiled, found: Sequence[Owner], on: str, most: int) -> str:
    """Give the report for people, with the first `most` owners in full; `on` is the day (YYYY-MM-DD)."""
    return "\n".join(_markdown(directory, found, on, most)) + "\n"


def as_json(directory: Compiled, found: Sequence[Owner], on: str) -> str:
    """Give the report for programs: `date`, `due`, and `owners` with their `entries`."""
    site = directory.settings.site
    told = {
        "site": site.name,
        "date": on,
        "due": sum(len(owner.entries) for owner in found),
        "listed": len(directory.resources),
        "owners": [
            {"owner": owner.name, "entries": [_entry(one, on, site.url or "") for one in owner.entries]}
            for owner in found
        ],
    }
    return json.dumps(told, indent=1, ensure_ascii=False) + "\n"


def _markdown(directory: Compiled, found: Sequence[Owner], on: str, most: int) -> Iterator[str]:
    site, words, due = directory.settings.site, directory.settings.words, sum(len(owner.entries) for owner in found)
    yield f"# {plain(site.name)}: needs checking on {on}"
    yield ""
    if not found:
        yield f"Nothing is due. {len(directory.resources)} places and lines are listed."
        return
    listed = len(directory.resources)
    yield f"{due} of {listed} places and lines are due, from {len(found)} owners, the most urgent first."
    yield "Ask about the place only. Never ask about a person, and write down nothing about one."
    yield f"Scripts and e-mails: {site.url}/check.html" if site.url else "Scripts and e-mails: the page check.html."
    for owner in found[:most]:
        yield ""
        yield f"## {plain(owner.name)}"
        for one in owner.entries:
            yield ""
            yield from _section(one, words, on)
    if found[most:]:
        yield ""
        yield f"And {len(found) - most} more owners, less urgent: `offramp report stale --most {len(found)}`"


def _section(one: Upkeep, words: Words, on: str) -> Iterator[str]:
    entry, phone = one.resource.entry, one.resource.first_phone()
    yield f"### {plain(entry.name)}"
    yield ""
    yield f"- Call: {_number(phone)}" if phone else f"- No number is known. Website: {entry.website or 'none'}"
    if entry.confidential:
        yield "- This place is secret. Do not ask where it is."
    for age in one.due(on):
        asked = f"last asked {age.checked} ({age.how}), {_LATE}" if age.checked else "nobody has asked yet"
        yield f"- {plain(label(age.fact, words))}: {asked}"
    if one.unknown:
        yield f"- Nobody has told us: {plain(', '.join(label(name, words) for name in one.unknown))}"
    lines = still_right(entry, (age.fact for age in one.due(on)), ANY_DAY, _ROLE)
    if lines:
        where = "below `verified:`" if entry.verified else "at the end"
        yield f"- If all of it is still right, add {where} in `{entry.file}`, with the day of the call:"
        yield ""
        yield from code_block(lines)


def _entry(one: Upkeep, on: str, url: str) -> dict[str, object]:
    entry, phone, first = one.resource.entry, one.resource.first_phone(), one.first(on)
    return {
        "id": entry.id,
        "name": entry.name,
        "file": entry.file,
        "url": f"{url}/{one.resource.path}" if url else "",
        "phone": phone.number if phone else "",
        "confidential": entry.confidential,
        "risk": first.kind.value if first else "",
        "due": [{"fact": a.fact, "kind": a.kind.value, "checked": a.checked, "until": a.until} for a in one.due(on)],
        "unknown": list(one.unknown),
    }


def _number(phone: Phone) -> str:
    extension = f", extension {phone.extension}" if phone.extension else ""
    return f"{phone.number}{extension}"
