"""One request in a child process that is killed at a total deadline, whatever the server does."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from generator.geocode.candidate import Candidate, read_candidate

CHILD = Path(__file__).with_name("child.py")


class FaultKind(StrEnum):
    """Why there is no reply. The words after = are also what `child.py` writes."""

    RATE_LIMITED = "rate-limited"
    FORBIDDEN = "forbidden"
    SERVER = "server"
    REJECTED = "rejected"
    TIMEOUT = "timeout"
    UNREACHABLE = "unreachable"
    REDIRECT = "redirect"
    TOO_LARGE = "too-large"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Ask:
    """One request: where, as whom, what, and for how many seconds at most."""

    endpoint: str
    user_agent: str
    country: str
    seconds: float
    street: str
    city: str
    state: str
    zip: str


@dataclass(frozen=True, slots=True)
class Fault:
    """No reply. `retry_after` is that header as the server sent it, empty without one."""

    kind: FaultKind
    detail: str
    retry_after: str = ""


Reply: TypeAlias = tuple[Candidate, ...] | Fault
Fetch: TypeAlias = Callable[[Ask], Reply]


def fetch_in_child(ask: Ask) -> Reply:
    """Ask once; give candidates or a fault after at most `ask.seconds`, whatever the server does."""
    query = {"street": ask.street, "city": ask.city, "state": ask.state, "postalcode": ask.zip}
    job = {
        "endpoint": ask.endpoint,
        "user_agent": ask.user_agent,
        "country": ask.country,
        "seconds": ask.seconds,
        "query": {key: text for key, text in query.items() if text},
    }
    with subprocess.Popen(  # noqa: S603 - our own file, run by the Python that runs us
        [sys.executable, "-P", str(CHILD)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as child:
        try:
            written, _ = child.communicate(json.dumps(job).encode(), timeout=ask.seconds)
        except subprocess.TimeoutExpired:
            return Fault(FaultKind.TIMEOUT, f"no whole reply within {ask.seconds:g} s")
        finally:
            child.kill()
    return _reply(written)


def _reply(written: bytes) -> Reply:
    try:
        reply = json.loads(written)
        if "fault" in reply:
            kind, detail = FaultKind(reply["fault"]), str(reply["detail"])
            return Fault(kind, detail, str(reply["retry_after"]))
        return tuple(read_candidate(place) for place in reply["places"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Fault(FaultKind.UNREADABLE, "the reply could not be handed over")
