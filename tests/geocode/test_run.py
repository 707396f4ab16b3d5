"""How a run talks to a server: slowly, seldom, and not at all once it is asked to stop. No server here, no waiting."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from generator.geocode.answer import Cause, Refused
from generator.geocode.run import Run, retry_after_s
from generator.geocode.services import nominatim
from generator.geocode.services.service import Service
from generator.geocode.settings import RunSettings, SettingsError
from generator.geocode.transport import FaultError, FaultKind
from tests.geocode.server import HOUSE

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.geocode.query import Query
    from generator.geocode.services.service import Raw, Server
    from tests.geocode.conftest import Hours

FOUND = [HOUSE]
GOOD = (nominatim.read(HOUSE),)
SETTINGS = RunSettings("https://geocoder.example", "harbor-help (info@directory.example)")


class Script:
    """Replies in turn, the last one for ever; each request takes two seconds."""

    def __init__(self, hours: Hours, *replies: list[Raw] | Exception) -> None:
        self.hours, self.replies = hours, list(replies)
        self.times: list[float] = []
        self.asked: list[tuple[Server, Query]] = []

    def __call__(self, server: Server, query: Query) -> list[Raw]:
        self.times.append(self.hours.clock.monotonic())
        self.asked.append((server, query))
        self.hours.slept.append(2.0)
        reply = self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]
        if isinstance(reply, Exception):
            raise reply
        return reply


def talk(hours: Hours, *replies: list[Raw] | Exception, settings: RunSettings = SETTINGS) -> tuple[Run, Script]:
    script = Script(hours, *replies)
    service = Service("test", "Test", "", script, nominatim.read)
    return Run(service, settings, hours.clock), script


def too_many(retry_after: str = "") -> FaultError:
    return FaultError(FaultKind.RATE_LIMITED, "status 429", retry_after)


BROKEN = FaultError(FaultKind.SERVER, "status 502")
SILENCE = FaultError(FaultKind.TIMEOUT, "no whole reply within 10 s")


def test_requests_are_spaced(hours: Hours, ask: Callable[..., Query]) -> None:
    """Between the end of one request and the start of the next lies the whole interval."""
    provider, script = talk(hours, FOUND)
    for _ in range(3):
        provider.ask(ask())
    assert script.times == pytest.approx([1000.0, 1003.1, 1006.2])


def test_a_slower_pace_can_be_set(hours: Hours, ask: Callable[..., Query]) -> None:
    """Four a minute, as the public server wants it of a script that runs all day."""
    slow = RunSettings(SETTINGS.endpoint, SETTINGS.user_agent, interval_s=15)
    provider, script = talk(hours, FOUND, settings=slow)
    for _ in range(2):
        provider.ask(ask())
    assert script.times == pytest.approx([1000.0, 1017.0])


def test_a_server_error_is_asked_again_twice(hours: Hours, ask: Callable[..., Query]) -> None:
    """The third answer counts."""
    provider, script = talk(hours, BROKEN, BROKEN, FOUND)
    assert provider.ask(ask()) == GOOD
    assert len(script.times) == 3


def test_a_server_error_is_not_asked_a_fourth_time(hours: Hours, ask: Callable[..., Query]) -> None:
    """After three the address is given up."""
    provider, script = talk(hours, BROKEN)
    assert provider.ask(ask()) == Refused(Cause.TROUBLE, "server: status 502")
    assert len(script.times) == 3


def test_a_short_wait_is_kept(hours: Hours, ask: Callable[..., Query]) -> None:
    """Retry-After: 7 is waited once, then the answer is taken."""
    provider, _ = talk(hours, too_many("7"), FOUND)
    assert provider.ask(ask()) == GOOD
    assert 7.0 in hours.slept
    assert provider.stopped == ""


def test_waits_of_a_run_are_added_up(hours: Hours, ask: Callable[..., Query]) -> None:
    """Sixty seconds in all, over all addresses; the next wait ends the run."""
    provider, script = talk(hours, too_many("40"), FOUND, too_many("21"), FOUND)
    assert provider.ask(ask()) == GOOD
    assert isinstance(provider.ask(ask()), Refused)
    assert provider.stopped == "the server asks to wait 21 s: try again another day"
    assert isinstance(provider.ask(ask()), Refused)
    assert len(script.times) == 3


def test_a_ban_ends_the_run(hours: Hours, ask: Callable[..., Query]) -> None:
    """After a 403 nothing more is sent."""
    provider, script = talk(hours, FaultError(FaultKind.FORBIDDEN, "status 403"))
    provider.ask(ask())
    assert provider.ask(ask()) == Refused(Cause.STOPPED, provider.stopped)
    assert "refuses us" in provider.stopped
    assert len(script.times) == 1


def test_three_silences_end_the_run(hours: Hours, ask: Callable[..., Query]) -> None:
    """A server that is down costs three deadlines, not twenty-five."""
    provider, script = talk(hours, SILENCE)
    for _ in range(5):
        provider.ask(ask())
    assert len(script.times) == 3
    assert provider.stopped == "3 addresses in a row without a reply (no whole reply within 10 s)"


def test_a_reply_between_silences_counts(hours: Hours, ask: Callable[..., Query]) -> None:
    """Only silences in a row end the run."""
    provider, _ = talk(hours, SILENCE, SILENCE, FOUND, SILENCE, SILENCE)
    for _ in range(5):
        provider.ask(ask())
    assert provider.stopped == ""


def test_a_wait_that_did_not_help_ends_the_run(hours: Hours, ask: Callable[..., Query]) -> None:
    """Who says "too many" twice running is asked no more."""
    provider, script = talk(hours, too_many("2"))
    assert isinstance(provider.ask(ask()), Refused)
    assert "twice running" in provider.stopped
    assert provider.ask(ask()) == Refused(Cause.STOPPED, provider.stopped)
    assert len(script.times) == 2


def test_no_more_requests_than_allowed(hours: Hours, ask: Callable[..., Query]) -> None:
    """What is asked again counts as asked."""
    provider, script = talk(hours, BROKEN, settings=RunSettings(SETTINGS.endpoint, SETTINGS.user_agent, limit=2))
    provider.ask(ask())
    assert provider.ask(ask()) == Refused(Cause.LIMIT, "no request left in this run")
    assert len(script.times) == provider.requests == 2


def test_a_key_is_shown_nowhere() -> None:
    """Not where settings are printed in a log."""
    settings = RunSettings(SETTINGS.endpoint, SETTINGS.user_agent, key="s3cret")
    assert "s3cret" not in repr(settings)
    assert "s3cret" not in repr(
        Run(Service("test", "Test", "", lambda _server, _query: [], nominatim.read), settings)._server
    )


@pytest.mark.parametrize("street", ["", "PO Box 12", "Anchor Street and Mole Lane"])
def test_what_no_provider_can_answer_is_not_asked(hours: Hours, ask: Callable[..., Query], street: str) -> None:
    """A PO box, a crossing, an address without a street."""
    provider, script = talk(hours, FOUND)
    assert provider.ask(ask(street)) == Refused(Cause.NO_STREET, "no street and house number to ask about")
    assert script.times == []


NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("7", 7),
        ("0", 1),
        (" 30 ", 30),
        ("9" * 5000, pytest.approx(1e18)),
        ("Mon, 23 Nov 2026 12:00:45 GMT", 45),
        ("Mon, 23 Nov 2026 12:00:45 -0000", 45),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 1),
        ("", 10),
        ("-5", 10),
        ("soon", 10),
        ("Fri, 99 Foo 2026 12:00:00 GMT", 10),
        ("\u0663", 10),
    ],
)
def test_retry_after(header: str, seconds: float) -> None:
    """Seconds, a date, or a guess of ten seconds; never less than one."""
    assert retry_after_s(header, NOW) == seconds


def test_retry_after_in_the_year_9999() -> None:
    """A date beyond all patience is a long wait, not an error."""
    assert retry_after_s("Fri, 31 Dec 9999 23:59:59 GMT", NOW) > timedelta(days=365).total_seconds()


@pytest.mark.parametrize(
    "wrong",
    [
        {"endpoint": "http://geocoder.example"},
        {"endpoint": "ftp://geocoder.example"},
        {"endpoint": "https://"},
        {"endpoint": "https://user:pass@geocoder.example"},
        {"endpoint": "https://geocoder.example/?key=1"},
        {"user_agent": ""},
        {"user_agent": "geopy/2.5.0"},
        {"user_agent": "harbor\r\nX-Header: 1"},
        {"interval_s": 0.5},
        {"interval_s": float("nan")},
        {"deadline_s": 0},
        {"deadline_s": float("inf")},
        {"limit": 26},
    ],
)
def test_settings_that_break_the_rules_are_refused(wrong: dict[str, object]) -> None:
    """An own user agent, https, and a second between two requests are not a matter of taste."""
    right: dict[str, object] = {"endpoint": SETTINGS.endpoint, "user_agent": SETTINGS.user_agent}
    with pytest.raises(SettingsError):
        RunSettings(**{**right, **wrong})
