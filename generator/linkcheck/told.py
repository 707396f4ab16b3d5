"""What a run says: links that a person should look at, by entry. As Markdown for people and as JSON for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from generator.linkcheck.look import Verdict
from generator.linkcheck.network import FaultKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.linkcheck.links import Use
    from generator.linkcheck.memory import Memory

_WORDS = {
    FaultKind.NO_HOST: "the host does not exist",
    FaultKind.PRIVATE: "it leads into a private network",
    FaultKind.PORT: "it leads to an unusual port",
    FaultKind.SCHEME: "it leads to something that is no web page",
    FaultKind.INSECURE: "it leads from https to http",
    FaultKind.UNREACHABLE: "the host does not answer",
    FaultKind.TIMEOUT: "no answer in time",
    FaultKind.TLS: "the certificate is not valid",
    FaultKind.LOOP: "it sends visitors in a circle",
}


def as_markdown(uses: Mapping[str, Sequence[Use]], memory: Mapping[str, Memory]) -> str:
    """Give the links that were bad twice, a week apart."""
    return "\n".join(_lines(uses, memory)) + "\n"


def as_json(uses: Mapping[str, Sequence[Use]], memory: Mapping[str, Memory]) -> str:
    """Give the same as a list of objects."""
    told = [
        {
            "url": url,
            "verdict": memory[url].verdict,
            "why": memory[url].why,
            "since": memory[url].since,
            "last": memory[url].last,
            "entries": [{"file": use.file, "field": use.field} for use in uses[url]],
        }
        for url in _bad(uses, memory)
    ]
    return json.dumps(told, indent=1, ensure_ascii=False) + "\n"


def _lines(uses: Mapping[str, Sequence[Use]], memory: Mapping[str, Memory]) -> Iterator[str]:
    bad = _bad(uses, memory)
    yield f"# Links to look at: {len(bad)} of {len(uses)}"
    yield ""
    yield "A link that answers proves no fact. One that does not may still work for people: open it yourself."
    if bad:
        yield ""
    for url in bad:
        one = memory[url]
        yield f"- <{url}> since {one.since}, last seen {one.last}: {_why(one)}"
        yield from (f"  - `{use.file}`, {use.field}" for use in uses[url])


def _bad(uses: Mapping[str, Sequence[Use]], memory: Mapping[str, Memory]) -> list[str]:
    return [url for url in uses if url in memory and memory[url].speaks]


def _why(one: Memory) -> str:
    if one.verdict == Verdict.MOVED:
        return f"it leads {one.why} now; is that still them?"
    return _WORDS.get(FaultKind(one.why), one.why) if one.why in list(FaultKind) else one.why
