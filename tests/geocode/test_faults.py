"""Every fault that a geocoder was seen to have, served on loopback: a clean refusal, and nothing wrong is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.config.geocodes import Geocode, Precision
from generator.entry.place import Point
from generator.geocode.fill import fill, merged
from generator.geocode.nominatim import Nominatim, NominatimSettings
from tests.geocode import server as s

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.config.gazetteer import Gazetteer
    from generator.geocode.fill import FillResult
    from generator.geocode.query import Query
    from tests.geocode.conftest import Hours

AGENT = "harbor-help-tests (maintainer@directory.example)"
BEFORE = Geocode(
    "harbor-pantry",
    "12 Anchor Street, Tidewater, NC 28399",
    Point(35.04, -78.89),
    Precision.ZIP,
    "offline gazetteer",
    "2026-01-01",
)
PAST, FAR = "Wed, 21 Oct 2015 07:28:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT"

REPLIES = {
    "429 for 3600 seconds": (s.status(429, Retry_After="3600"), "rate-limited", 1),
    "429 for a number beyond all measure": (s.status(429, Retry_After="9" * 5000), "rate-limited", 1),
    "429 until the year 9999": (s.status(429, Retry_After=FAR), "rate-limited", 1),
    "429 for 7 seconds, for ever": (s.status(429, Retry_After="7"), "rate-limited", 9),
    "429 with a date in the past, for ever": (s.status(429, Retry_After=PAST), "rate-limited", 10),
    "429 without a word on how long": (s.status(429), "rate-limited", 7),
    "429 for minus one second": (s.status(429, Retry_After="-1"), "rate-limited", 7),
    "500": (s.status(500), "server", 3),
    "502": (s.status(502), "server", 3),
    "503": (s.status(503), "server", 3),
    "403": (s.status(403), "forbidden", 1),
    "404": (s.status(404), "rejected", 1),
    "400": (s.status(400), "rejected", 1),
    "garbage bytes": (s.body(b"\xff\xfe\x00garbage"), "unreadable", 1),
    "the page of a captive portal": (s.body(b"<html>Welcome to our Wi-Fi</html>"), "unreadable", 1),
    "a body that breaks off": (s.truncated, "unreachable", 1),
    "a connection that is closed at once": (s.hang_up, "unreachable", 1),
    "no HTTP": (s.no_http, "unreachable", 1),
    "a text": (s.body(b'"hello"'), "unreadable", 1),
    "a number": (s.body(b"7"), "unreadable", 1),
    "an error in a good reply": (s.body(b'{"error": "we are tired"}'), "unreadable", 1),
    "100,000 brackets": (s.body(b"[" * 100_000), "unreadable", 1),
    "an empty list": (s.places(), "no answer", 1),
    "a list of lists": (s.places([], [1]), "unreadable", 1),
    "no coordinates": (s.places(s.house(lat=None, lon=None)), "no coordinates", 1),
    "coordinates null, no name": (s.body(b'[{"lat": null, "lon": null}]'), "unreadable", 1),
    "coordinates 0, 0": (s.places(s.house(lat="0.0", lon="0.0")), "0, 0", 1),
    "latitude nan": (s.places(s.house(lat="nan")), "unreadable", 1),
    "latitude NaN as a bare word": (s.body(b'[{"lat": NaN, "lon": 1}]'), "unreadable", 1),
    "latitude 1e999": (s.places(s.house(lat="1e999")), "unreadable", 1),
    "latitude 999": (s.places(s.house(lat="999")), "unreadable", 1),
    "longitude once more round the earth": (s.places(s.house(lon="281.1222")), "not between", 1),
    "latitude of 5,000 digits": (s.body(b'[{"lat": ' + b"3" * 5000 + b', "lon": 1}]'), "unreadable", 1),
    "latitude a list": (s.places(s.house(lat=[35.05])), "unreadable", 1),
    "a redirect to another host": (s.redirect("http://elsewhere.invalid/search"), "redirect", 1),
    "a redirect to a file": (s.redirect("file:///etc/hostname"), "rejected", 1),
    "a redirect loop": (s.loop, "rejected", 1),
    "a redirect to ever new addresses": (s.endless_path, "rejected", 1),
    "a gzip bomb": (s.gzip_bomb, "packed reply", 1),
    "50 MB, announced": (s.fifty_megabytes(announced=True), "too-large", 1),
    "50 MB, not announced": (s.fifty_megabytes(announced=False), "too-large", 1),
}
SILENCES = {
    "a connection held open": s.held_open,
    "one byte at a time": s.slow_drip,
    "one byte of the head at a time": s.slow_head,
}


def run(
    fault: s.Fault, query: Query, gazetteer: Gazetteer, hours: Hours, deadline: float
) -> tuple[FillResult, list[tuple[str, dict[str, str]]]]:
    with s.serving(fault) as server:
        settings = NominatimSettings(server.address, AGENT, deadline_s=deadline)
        provider = Nominatim(settings, clock=hours.clock)
        result = fill([query], {BEFORE.id: BEFORE}, gazetteer, provider, 10, today="2026-11-23")
        return result, server.asked


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")


@pytest.fixture
def bare(harbor: Gazetteer) -> Gazetteer:
    """Harbor County without streets: a provider is asked about every address."""
    return type(harbor)(harbor.places, harbor.zips, {}, harbor.outlines)


@pytest.mark.parametrize(("fault", "reason", "requests"), REPLIES.values(), ids=REPLIES)
def test_a_wrong_reply_is_refused(
    fault: s.Fault, reason: str, requests: int, bare: Gazetteer, ask: Callable[..., Query], hours: Hours
) -> None:
    """Whatever the server sends, the committed answer stays and the reason is told in words."""
    result, asked = run(fault, ask(), bare, hours, deadline=30)
    assert dict(result.refused).keys() == {"harbor-pantry"}
    assert reason in dict(result.refused)["harbor-pantry"]
    assert merged({BEFORE.id: BEFORE}, result, {BEFORE.id}) == {BEFORE.id: BEFORE}
    assert result.requests == requests
    assert result.requests <= len(asked) <= result.requests + 3


@pytest.mark.parametrize("fault", SILENCES.values(), ids=SILENCES)
def test_a_server_that_never_ends_is_left_at_the_deadline(
    fault: s.Fault, bare: Gazetteer, ask: Callable[..., Query], hours: Hours
) -> None:
    """A reply that never ends costs the deadline once, and changes nothing."""
    result, _ = run(fault, ask(), bare, hours, deadline=1.5)
    assert dict(result.refused) == {"harbor-pantry": "timeout: no whole reply within 1.5 s"}
    assert merged({BEFORE.id: BEFORE}, result, {BEFORE.id}) == {BEFORE.id: BEFORE}


def test_the_same_server_is_believed_when_it_answers_well(
    bare: Gazetteer, ask: Callable[..., Query], hours: Hours
) -> None:
    """The control of all the above: one good reply becomes a rooftop answer that says who gave it and when."""
    result, asked = run(s.places(s.HOUSE), ask("12 Anchor Street, Suite 4"), bare, hours, deadline=30)
    assert result.refused == ()
    assert result.answers["harbor-pantry"] == Geocode(
        "harbor-pantry",
        "12 Anchor Street, Tidewater, NC 28399",
        Point(35.0527, -78.8778),
        Precision.ROOFTOP,
        "OpenStreetMap, by Nominatim at 127.0.0.1",
        "2026-11-23",
    )
    path, headers = asked[0]
    assert path.startswith("/search?street=12+Anchor+Street&city=Tidewater&state=NC&postalcode=28399&")
    assert "addressdetails=1" in path
    assert headers["User-Agent"] == AGENT


def test_a_redirect_on_the_same_host_is_followed(bare: Gazetteer, ask: Callable[..., Query], hours: Hours) -> None:
    """A server may move its own path."""

    def moved(handler: s.Handler) -> None:
        if handler.path.startswith("/new"):
            handler.send(200, s.json.dumps([s.HOUSE]).encode())
        else:
            handler.send(302, b"", Location="/new" + handler.path)

    result, _ = run(moved, ask(), bare, hours, deadline=30)
    assert result.answers["harbor-pantry"].precision is Precision.ROOFTOP


def test_another_host_hears_nothing(bare: Gazetteer, ask: Callable[..., Query], hours: Hours) -> None:
    """A redirect to another port is another host: the address is not sent there."""
    with s.serving(s.places(s.HOUSE)) as other:
        result, _ = run(s.redirect(other.address + "/search"), ask(), bare, hours, deadline=30)
        assert other.asked == []
    assert "redirect" in dict(result.refused)["harbor-pantry"]


def test_a_server_that_is_not_there(bare: Gazetteer, ask: Callable[..., Query], hours: Hours) -> None:
    """A closed port is a refusal like any other."""
    with s.serving(s.places()) as server:
        address = server.address
    provider = Nominatim(NominatimSettings(address, AGENT, deadline_s=30), clock=hours.clock)
    result = fill([ask()], {}, bare, provider, today="2026-11-23")
    assert "unreachable" in dict(result.refused)["harbor-pantry"]
    assert result.answers["harbor-pantry"].precision is Precision.ZIP


def test_one_good_place_among_bad_ones_is_not_lost(bare: Gazetteer, ask: Callable[..., Query], hours: Hours) -> None:
    """A wrong town beside the right house does not take the house away."""
    elsewhere = s.house(lat="36.05", lon="-80.2", address={**s.HOUSE["address"], "postcode": "27101"})
    result, _ = run(s.places(elsewhere, s.HOUSE), ask(), bare, hours, deadline=30)
    assert result.answers["harbor-pantry"].point == Point(35.0527, -78.8778)
