"""One look at one link: HEAD, and GET where that says nothing good; a redirect is judged like the first address."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin, urlsplit

from generator.linkcheck.network import FaultError, FaultKind
from generator.linkcheck.request import ask

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.linkcheck.network import Network

SECONDS: Final = 10.0
"""For one try with all its redirects, so that a look takes twenty at most."""

MOST_REDIRECTS: Final = 5
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_GONE = frozenset({404, 410})
_DOWN = frozenset({500, 502, 504, 521, 522, 523, 525, 526, 530})
_NO_SIGN = frozenset({FaultKind.NO_NAME_SERVER, FaultKind.UNREADABLE, FaultKind.TOO_LARGE})
"""Faults that may be ours, or of a program that guards a page which people can open."""


class Verdict(StrEnum):
    """What one look says. Unknown is no sign of anything: many hosts refuse programs and serve people."""

    GOOD = "good"
    MOVED = "moved"
    BROKEN = "broken"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Look:
    """The outcome: the verdict, and why in a short code: `status 404`, a FaultKind, or the host it moved to."""

    verdict: Verdict
    why: str

    @property
    def bad(self) -> bool:
        """Whether a person should look, once it has lasted."""
        return self.verdict in {Verdict.MOVED, Verdict.BROKEN}


def look(network: Network, url: str, agent: str, pause: Callable[[], None], seconds: float = SECONDS) -> Look:
    """Look at one address. `pause` is called before each further request, so that no host is hurried. Never raises."""
    first = _try(network, "HEAD", url, agent, pause, seconds)
    if first.verdict is Verdict.GOOD or first.why in {FaultKind.PRIVATE, FaultKind.NO_HOST, FaultKind.PORT}:
        return first
    pause()
    return _try(network, "GET", url, agent, pause, seconds)


def _try(network: Network, method: str, url: str, agent: str, pause: Callable[[], None], seconds: float) -> Look:
    here, seen, end = url, {url}, network.clock() + seconds
    try:
        while True:
            reply = ask(network, method, here, agent, end)
            if reply.status not in _REDIRECTS or not reply.location:
                return _judged(reply.status, url, here)
            here = _next(here, reply.location, url, seen)
            seen.add(here)
            pause()
    except FaultError as fault:
        return Look(Verdict.UNKNOWN if fault.kind in _NO_SIGN else Verdict.BROKEN, fault.kind.value)


def _next(here: str, location: str, first: str, seen: set[str]) -> str:
    """Give where a redirect leads. Raises FaultError for one that leaves https, unless the entry itself says http."""
    try:
        there = urljoin(here, location).partition("#")[0]
        scheme = urlsplit(there).scheme
    except ValueError:
        raise FaultError(FaultKind.SCHEME) from None
    if scheme == "http" and not first.startswith("http:"):
        raise FaultError(FaultKind.INSECURE)
    if scheme not in {"http", "https"}:
        raise FaultError(FaultKind.SCHEME)
    if there in seen or len(seen) > MOST_REDIRECTS:
        raise FaultError(FaultKind.LOOP)
    return there


def _judged(status: int, first: str, last: str) -> Look:
    if 200 <= status < 300:
        if _host(first) == _host(last):
            return Look(Verdict.GOOD, f"status {status}")
        return Look(Verdict.MOVED, f"to {_host(last)}")
    return Look(Verdict.BROKEN if status in _GONE | _DOWN else Verdict.UNKNOWN, f"status {status}")


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")
