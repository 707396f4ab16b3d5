"""The one provider: Nominatim, asked slowly, seldom, under a name of our own, and given up on early.

Rules of the public server (operations.osmfoundation.org, Nominatim usage policy): at most one request a
second summed over all users of a site, an own user agent, results kept, no scheduled sweeps.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from generator.geocode.answer import Refused
from generator.geocode.fetch import Ask, Fault, FaultKind, Fetch, fetch_in_child

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.geocode.candidate import Candidate
    from generator.geocode.query import Query

WAIT_LIMIT_S = 60.0
"""Seconds that all "try again later" answers of one run may cost together; then the run asks no more."""

UNSAID_WAIT_S = 10.0
"""Seconds to wait when a server says "too many requests" but not for how long."""

SERVER_RETRIES = 2
"""How often one address is asked again after a 5xx answer."""

SILENT_LIMIT = 3
"""Addresses in a row without any reply after which the run asks no more."""


class SettingsError(ValueError):
    """The settings do not allow a request. The message says what is wanted."""


@dataclass(frozen=True, slots=True)
class NominatimSettings:
    """How to ask. `endpoint` is the server's address without `/search`, `user_agent` names the site to it.

    `interval_s` is the least time between two requests, never under a second; `deadline_s` the most that
    one may take, all in. Raises SettingsError.
    """

    endpoint: str
    user_agent: str
    country: str = "us"
    interval_s: float = 1.1
    deadline_s: float = 10.0

    def __post_init__(self) -> None:
        parts = urlsplit(self.endpoint)
        loopback = parts.hostname in {"127.0.0.1", "::1", "localhost"}
        if parts.scheme != "https" and not (parts.scheme == "http" and loopback):
            raise SettingsError("the endpoint of the geocoder is an https address")
        if not parts.hostname or parts.username or parts.query or parts.fragment:
            raise SettingsError("the endpoint of the geocoder is a plain address without name, ? or #")
        agent = self.user_agent
        if len(agent) < 8 or not agent.isascii() or not agent.isprintable() or agent.startswith("geopy"):
            raise SettingsError("the user agent names your site, such as: our-directory (info@example.org)")
        if not self.interval_s >= 1:
            raise SettingsError("at least 1 second between two requests")
        if not 0 < self.deadline_s <= 60:
            raise SettingsError("a deadline of more than 0 and at most 60 seconds")


@dataclass(frozen=True, slots=True)
class Clock:
    """Time, handed in: seconds that only rise, a sleep of so many seconds, and the time of day in UTC."""

    monotonic: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], datetime] = lambda: datetime.now(UTC)


class Nominatim:
    """One run's talk with one server. `stopped` says why nothing more is asked, empty while all is well."""

    def __init__(
        self, settings: NominatimSettings, *, fetch: Fetch = fetch_in_child, clock: Clock | None = None
    ) -> None:
        self.name = f"OpenStreetMap, by Nominatim at {urlsplit(settings.endpoint).hostname}"
        self.requests = 0
        self.stopped = ""
        self._settings = settings
        self._fetch = fetch
        self._clock = clock or Clock()
        self._next: float | None = None
        self._waited = 0.0
        self._silent = 0

    def ask(self, query: Query, at_most: int) -> tuple[Candidate, ...] | Refused:
        """Ask about one address with at most `at_most` requests; give what is offered, not yet judged.

        Asks nothing about a query without a street, and nothing once the run is stopped.
        """
        street = query.street
        if not street.name or street.cross:
            return Refused("no street to ask about")
        last: Fault | None = None
        failed = 0
        for _ in range(at_most):
            if self.stopped:
                break
            reply = self._request(query)
            if not isinstance(reply, Fault):
                self._silent = 0
                return reply
            last = reply
            failed += reply.kind is FaultKind.SERVER
            if not self._again(reply, failed):
                break
        if last is None:
            return Refused(self.stopped or "no request left in this run")
        return self._give_up(last)

    def _request(self, query: Query) -> tuple[Candidate, ...] | Fault:
        if self._next is not None:
            self._clock.sleep(max(0.0, self._next - self._clock.monotonic()))
        street, address, settings = query.street, query.address, self._settings
        self.requests += 1
        reply = self._fetch(
            Ask(
                settings.endpoint,
                settings.user_agent,
                settings.country,
                settings.deadline_s,
                street=street.line,
                city=address.city,
                state=address.state,
                zip=address.zip[:5],
            )
        )
        self._next = self._clock.monotonic() + settings.interval_s
        return reply

    def _again(self, fault: Fault, failed: int) -> bool:
        """Whether to ask once more, after waiting as the server asks."""
        if fault.kind is FaultKind.FORBIDDEN:
            self.stopped = f"the server refuses us ({fault.detail}): look up its rules before asking again"
        if fault.kind is FaultKind.SERVER:
            return failed <= SERVER_RETRIES
        if fault.kind is not FaultKind.RATE_LIMITED:
            return False
        wait = retry_after_s(fault.retry_after, self._clock.now())
        if self._waited + wait > WAIT_LIMIT_S:
            self.stopped = f"the server asks to wait {wait:.0f} s: try again another day"
            return False
        self._waited += wait
        self._clock.sleep(wait)
        return True

    def _give_up(self, fault: Fault) -> Refused:
        self._silent += 1
        if self._silent >= SILENT_LIMIT and not self.stopped:
            self.stopped = f"{SILENT_LIMIT} addresses in a row without a reply ({fault.detail})"
        return Refused(f"{fault.kind}: {fault.detail}")


def retry_after_s(text: str, now: datetime) -> float:
    """Read a Retry-After header, seconds or a date; at least 1 s, and UNSAID_WAIT_S for what is neither."""
    text = text.strip()
    if text.isascii() and text.isdigit():
        return max(1.0, float(text[:18]))
    try:
        date = parsedate_to_datetime(text)
        return max(1.0, ((date if date.tzinfo else date.replace(tzinfo=UTC)) - now).total_seconds())
    except (ValueError, TypeError, OverflowError, IndexError):
        return UNSAID_WAIT_S
