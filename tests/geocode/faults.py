"""The 24 faults that geocoders were seen to have, for every provider, and what a run makes of one."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from generator.config.geocodes import Geocode, Precision
from generator.entry.model import Address
from generator.entry.place import Point
from generator.geocode.fill import fill, merged
from generator.geocode.query import Query
from generator.geocode.run import Clock, Run
from generator.geocode.services import SERVICES
from generator.geocode.settings import RunSettings
from tests.geocode import server as s
from tests.geocode.recorded import reply, reply_at, reply_without_point

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.config.gazetteer import Gazetteer

AGENT = "harbor-help-tests (maintainer@directory.example)"
PAST = "Wed, 21 Oct 2015 07:28:00 GMT"
ELSEWHERE = "http://elsewhere.invalid/search"

FAULTS: dict[str, tuple[Callable[[str], s.Fault], int]] = {
    "429, Retry-After 7, for ever": (lambda _: s.status(429, Retry_After="7"), 2),
    "429, Retry-After 3600": (lambda _: s.status(429, Retry_After="3600"), 1),
    "429, a date in the past, for ever": (lambda _: s.status(429, Retry_After=PAST), 2),
    "500": (lambda _: s.status(500), 3),
    "502": (lambda _: s.status(502), 3),
    "404": (lambda _: s.status(404), 1),
    "503": (lambda _: s.status(503), 3),
    "403": (lambda _: s.status(403), 1),
    "garbage bytes": (lambda _: s.body(b"\xff\xfe\x00garbage"), 1),
    "a captive portal's page": (lambda _: s.body(b"<html>Welcome to our Wi-Fi</html>"), 1),
    "a body that breaks off": (lambda _: s.truncated, 1),
    "a connection held open": (lambda _: s.held_open, 1),
    "one byte at a time": (lambda _: s.slow_drip, 1),
    "latitude nan": (lambda name: s.body(reply_at(name, "nan" if name == "nominatim" else "NaN", "-78.8778")), 1),
    "latitude 1e999": (lambda name: s.body(reply_at(name, "1e999", "-78.8778")), 1),
    "latitude 999": (lambda name: s.body(reply_at(name, "999", "-78.8778")), 1),
    'the text "hello"': (lambda _: s.body(b'"hello"'), 1),
    "100,000 brackets": (lambda _: s.body(b"[" * 100_000), 1),
    "no coordinates": (lambda name: s.body(reply_without_point(name)), 1),
    "an empty list": (lambda name: s.body(reply(name)), 1),
    "sent on to another host": (lambda _: s.redirect(ELSEWHERE), 1),
    "a redirect loop": (lambda _: s.loop, 1),
    "200 MB of blanks, packed": (lambda _: s.gzip_bomb, 1),
    "50 MB": (lambda _: s.fifty_megabytes(announced=False), 1),
}
"""By name: the fault for a provider, and how many requests one address may then cost at most."""

ENDLESS = ("a connection held open", "one byte at a time")
"""These last until the deadline, whatever it is."""

COARSE = Geocode(
    "coarse", "14 Anchor Street, Tidewater, NC 28399", Point(35.05, -78.9), Precision.ZIP, "by hand", "2026-01-01"
)
GOOD = Geocode(
    "good", "12 Anchor Street, Tidewater, NC 28399", Point(35.0527, -78.8778), Precision.ROOFTOP, "by hand", "2026-01"
)
COMMITTED = {record.id: record for record in (COARSE, GOOD)}
NEW = "new"
HOUSES = {"coarse": 14, "good": 12, NEW: 12}
QUERIES = [
    Query(entry_id, Address("Tidewater", "NC", f"{number} Anchor Street", zip="28399"))
    for entry_id, number in HOUSES.items()
]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run over three addresses came to: without any point, with a coarse one, with a good one.

    `wrong` counts records that were stored although nothing good was sent, `lost` committed ones that are not as they
    were; `requests` are those of the address that cost most; `seconds` is the whole run, in which `waited` was asked of
    an invented clock.
    """

    reason: str
    requests: int
    wrong: int
    lost: int
    seconds: float
    waited: float


def outcome(fault: str, provider: str, gazetteer: Gazetteer, deadline: float) -> Outcome:
    """Serve a fault on loopback and let one run after another meet it, one address a run."""
    slept: list[float] = []
    clock = Clock(
        monotonic=lambda: 1000.0 + sum(slept),
        sleep=slept.append,
        now=lambda: datetime(2026, 11, 23, 12, tzinfo=UTC) + timedelta(seconds=sum(slept)),
    )
    nowhere = type(gazetteer)(outlines=gazetteer.outlines)
    most = wrong = lost = 0
    reason, started = "", time.perf_counter()
    with s.serving(FAULTS[fault][0](provider)) as server:
        settings = RunSettings(server.address, AGENT, deadline_s=deadline)
        for query in QUERIES:
            run = Run(SERVICES[provider], settings, clock)
            ask = partial(fill, [query], COMMITTED, nowhere, run, today="2026-11-23")
            result = ask(again=(query.id,))
            after = merged(COMMITTED, result, [*COMMITTED, NEW])
            wrong += len(result.answers)
            lost += sum(after.get(entry_id) != record for entry_id, record in COMMITTED.items())
            most = max(most, run.requests)
            reason = "; ".join(refused.reason for _, refused in result.refused)
    return Outcome(reason, most, wrong, lost, time.perf_counter() - started, sum(slept))
