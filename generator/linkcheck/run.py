"""One run over the links of a directory: those that waited longest first, one at a time, and what to remember."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from generator.linkcheck.look import look
from generator.linkcheck.memory import remembered
from generator.linkcheck.network import FaultKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from generator.linkcheck.look import Look
    from generator.linkcheck.memory import Memory
    from generator.linkcheck.network import Network

SPACING: Final = 1.1
"""Seconds between two requests, whatever the host: a whole county takes minutes, once a week."""

_EVERY: Final = timedelta(days=6)
"""A link that was looked at within this time is left alone."""

_OURS = frozenset({FaultKind.NO_HOST.value, FaultKind.NO_NAME_SERVER.value, FaultKind.UNREACHABLE.value})
_ENOUGH = 3


@dataclass(frozen=True, slots=True)
class Run:
    """What one run gives: the memory of all links that are still in the directory, and how many were looked at.

    `offline` says that so many hosts could not be found that this machine itself must be cut off; then nothing was
    learned, and the memory is the old one.
    """

    memory: Mapping[str, Memory]
    looked: int
    offline: bool = False


@dataclass(frozen=True, slots=True)
class Manners:
    """How to go about it: at most `limit` links, said to be `agent`, with `pause` before each request but the first."""

    limit: int
    agent: str
    pause: Callable[[], None]


def run(
    urls: Iterable[str],
    old: Mapping[str, Memory],
    network: Network,
    manners: Manners,
    today: date,
    tell: Callable[[], None],
) -> Run:
    """Look at the links that are due; `tell` is called after each. Never raises for what a link does."""
    known = list(dict.fromkeys(urls))
    day = today.isoformat()
    found: dict[str, Look] = {}
    for url in due(known, old, today)[: manners.limit]:
        if found:
            manners.pause()
        found[url] = look(network, url, manners.agent, manners.pause)
        tell()
    kept = {url: old[url] for url in known if url in old}
    lost = sum(one.why in _OURS for one in found.values())
    if len(found) >= _ENOUGH and lost * 2 > len(found):
        return Run(kept, len(found), offline=True)
    return Run(kept | {url: remembered(old.get(url), one, day) for url, one in found.items()}, len(found))


def due(urls: Iterable[str], old: Mapping[str, Memory], today: date) -> list[str]:
    """Give the links to look at: new ones first, then those that were not looked at for longest."""
    last = (today - _EVERY).isoformat()
    waiting = [url for url in urls if url not in old or old[url].looked <= last or old[url].looked > today.isoformat()]
    return sorted(waiting, key=lambda url: old[url].looked if url in old else "")
