"""One run's talk with one provider: slowly, seldom, under a name of our own, and given up on early.

The rules are those of the strictest public server (operations.osmfoundation.org, Nominatim usage policy), and are kept
with every provider: at most one request a second, an own user agent, results kept, no scheduled sweeps.
"""

from __future__ import annotations

import time
import warnings
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from geopy.exc import GeopyError

from generator.geocode.answer import Cause, Refused
from generator.geocode.services.service import PLACES, Server
from generator.geocode.transport import Fault, FaultError, FaultKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.geocode.candidate import Candidate
    from generator.geocode.query import Query
    from generator.geocode.services.service import Service
    from generator.geocode.settings import RunSettings

WAIT_LIMIT_S = 60.0
"""Seconds that all "try again later" answers of one run may cost together; then the run asks no more."""

UNSAID_WAIT_S = 10.0
"""Seconds to wait when a server says "too many requests" but not for how long."""

SERVER_RETRIES = 2
"""How often one address is asked again after a 5xx answer; after any other failure it is not."""

SILENT_LIMIT = 3
"""Addresses in a row without any reply after which the run asks no more."""


@dataclass(frozen=True, slots=True)
class Clock:
    """Time, handed in: seconds that only rise, a sleep of so many seconds, and the time of day in UTC."""

    monotonic: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], datetime] = lambda: datetime.now(UTC)


class Run:
    """One run. `stopped` says why nothing more is asked, empty while all is well; `requests` counts what was sent."""

    def __init__(self, service: Service, settings: RunSettings, clock: Clock | None = None) -> None:
        self.name = f"{service.title} at {urlsplit(settings.endpoint).hostname}"
        self.requests = 0
        self.stopped = ""
        self._service, self._settings = service, settings
        self._server = Server(settings.endpoint, settings.user_agent, settings.deadline_s, settings.key)
        self._clock = clock or Clock()
        self._next: float | None = None
        self._waited = 0.0
        self._silent = 0

    def ask(self, query: Query) -> tuple[Candidate, ...] | Refused:
        """Ask about one address; give what is offered, not yet judged.

        Asks nothing about a query without a street, and nothing once the run is stopped or its requests are used up.
        """
        street = query.street
        if not street.name or street.cross:
            return Refused(Cause.NO_STREET, "no street and house number to ask about")
        last: Fault | None = None
        failed = waited = 0
        while not self.stopped and self.requests < self._settings.limit:
            reply = self._request(query)
            if not isinstance(reply, Fault):
                self._silent = 0
                return reply
            last = reply
            if reply.kind is FaultKind.SERVER:
                failed += 1
                if failed > SERVER_RETRIES:
                    break
            elif reply.kind is FaultKind.RATE_LIMITED:
                waited += 1
                self._wait(reply, waited)
            else:
                break
        if last is None:
            return Refused(
                Cause.STOPPED if self.stopped else Cause.LIMIT, self.stopped or "no request left in this run"
            )
        return self._give_up(last)

    def _request(self, query: Query) -> tuple[Candidate, ...] | Fault:
        if self._next is not None:
            self._clock.sleep(max(0.0, self._next - self._clock.monotonic()))
        self.requests += 1
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # geopy warns about coordinates that are refused here anyway
                found = self._service.ask(self._server, query)
            return tuple(self._service.read(place) for place in list(found)[:PLACES])
        except FaultError as error:
            return error.fault
        except (GeopyError, ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError):
            return Fault(FaultKind.UNREADABLE, "not a list of places")
        finally:
            self._next = self._clock.monotonic() + self._settings.interval_s

    def _wait(self, fault: Fault, times: int) -> None:
        """Wait as the server asks, once for one address; end the run where that is too long or not enough."""
        wait = retry_after_s(fault.retry_after, self._clock.now())
        if times > 1:
            self.stopped = "the server says twice running that we ask too much: try again another day"
        elif self._waited + wait > WAIT_LIMIT_S:
            self.stopped = f"the server asks to wait {wait:.0f} s: try again another day"
        else:
            self._waited += wait
            self._clock.sleep(wait)

    def _give_up(self, fault: Fault) -> Refused:
        self._silent += 1
        if fault.kind is FaultKind.FORBIDDEN:
            self.stopped = f"the server refuses us ({fault.detail}): look up its rules before asking again"
        elif self._silent >= SILENT_LIMIT and not self.stopped:
            self.stopped = f"{SILENT_LIMIT} addresses in a row without a reply ({fault.detail})"
        return Refused(Cause.TROUBLE, f"{fault.kind}: {fault.detail}")


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
