"""Every fault that a geocoder was seen to have, served on loopback: a clean refusal, and nothing wrong is stored.

`python -m tests.bench.geocode_faults` prints the table of faults and providers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.config.geocodes import Geocode, Precision
from generator.entry.place import Point
from generator.geocode.answer import WHAT_TO_DO
from generator.geocode.fill import fill, merged
from generator.geocode.run import Run
from generator.geocode.services import SERVICES
from generator.geocode.settings import RunSettings
from tests.geocode import server as s
from tests.geocode.faults import AGENT, ENDLESS, FAULTS, PAST, outcome
from tests.geocode.recorded import GOOD, reply

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.config.gazetteer import Gazetteer
    from generator.geocode.fill import FillResult
    from generator.geocode.query import Query
    from tests.geocode.conftest import Hours

BEFORE = Geocode(
    "harbor-pantry",
    "12 Anchor Street, Tidewater, NC 28399",
    Point(35.04, -78.89),
    Precision.ZIP,
    "offline gazetteer",
    "2026-01-01",
)
FAR = "Fri, 31 Dec 9999 23:59:59 GMT"

MORE = {
    "429 for a number beyond all measure": (s.status(429, Retry_After="9" * 5000), "rate-limited", 1),
    "429 until the year 9999": (s.status(429, Retry_After=FAR), "rate-limited", 1),
    "429 with a date in the past": (s.status(429, Retry_After=PAST), "rate-limited", 2),
    "429 without a word on how long": (s.status(429), "rate-limited", 2),
    "429 for minus one second": (s.status(429, Retry_After="-1"), "rate-limited", 2),
    "400": (s.status(400), "rejected", 1),
    "a connection that is closed at once": (s.hang_up, "unreachable", 1),
    "no HTTP": (s.no_http, "unreachable", 1),
    "a number": (s.body(b"7"), "unreadable", 1),
    "an error in a good reply": (s.body(b'{"error": "we are tired"}'), "unreadable", 1),
    "a list of lists": (s.places([], [1]), "unreadable", 1),
    "coordinates null, no name": (s.body(b'[{"lat": null, "lon": null}]'), "unreadable", 1),
    "coordinates 0, 0": (s.places(s.house(lat="0.0", lon="0.0")), "0, 0", 1),
    "latitude NaN as a bare word": (s.body(b'[{"lat": NaN, "lon": 1}]'), "unreadable", 1),
    "longitude once more round the earth": (s.places(s.house(lon="281.1222")), "not between", 1),
    "latitude of 5,000 digits": (s.body(b'[{"lat": ' + b"3" * 5000 + b', "lon": 1}]'), "unreadable", 1),
    "latitude a list": (s.places(s.house(lat=[35.05])), "unreadable", 1),
    "a redirect to a file": (s.redirect("file:///etc/hostname"), "rejected", 1),
    "a redirect to ever new addresses": (s.endless_path, "rejected", 1),
    "50 MB, announced": (s.fifty_megabytes(announced=True), "too-large", 1),
}


def run(
    fault: s.Fault, query: Query, gazetteer: Gazetteer, hours: Hours, deadline: float = 30
) -> tuple[FillResult, list[tuple[str, dict[str, str]]]]:
    with s.serving(fault) as server:
        settings = RunSettings(server.address, AGENT, deadline_s=deadline)
        provider = Run(SERVICES["nominatim"], settings, hours.clock)
        result = fill([query], {BEFORE.id: BEFORE}, gazetteer, provider, today="2026-11-23")
        return result, server.asked


@pytest.fixture
def bare(harbor: Gazetteer) -> Gazetteer:
    """Harbor County without streets: a provider is asked about every address."""
    return type(harbor)(harbor.places, harbor.zips, {}, harbor.outlines)


def test_the_faults_are_all_there() -> None:
    """Twenty-four, and four providers."""
    assert len(FAULTS) == 24
    assert list(SERVICES) == ["nominatim", "census", "photon", "pelias"]


@pytest.mark.parametrize("provider", SERVICES)
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_costs_nothing_but_a_refusal(fault: str, provider: str, harbor: Gazetteer) -> None:
    """No wrong point is stored, no good one is lost, and the server is not pestered.

    Two faults never end by themselves: that this test ends at all is their deadline.
    """
    found = outcome(fault, provider, harbor, deadline=0.3 if fault in ENDLESS else 30)
    assert (found.wrong, found.lost) == (0, 0)
    assert found.reason
    assert found.requests == FAULTS[fault][1]
    assert ("no whole reply within 0.3 s" in found.reason) == (fault in ENDLESS)


@pytest.mark.parametrize("provider", SERVICES)
def test_the_same_server_is_believed_when_it_answers_well(
    provider: str, bare: Gazetteer, ask: Callable[..., Query], hours: Hours
) -> None:
    """The control of all the above: one good reply becomes a record with its evidence."""
    with s.serving(s.body(reply(provider, GOOD[provider]))) as server:
        talk = Run(SERVICES[provider], RunSettings(server.address, AGENT), hours.clock)
        result = fill([ask("12 Anchor Street, Suite 4")], {}, bare, talk, today="2026-11-23")
    record = result.answers["harbor-pantry"]
    assert result.refused == ()
    assert (record.query, record.date) == ("12 Anchor Street, Tidewater, NC 28399", "2026-11-23")
    assert record.point == Point(35.0527, -78.8778)
    assert (record.precision.value, record.provider, record.place_id) == {
        "nominatim": ("rooftop", "OpenStreetMap, by Nominatim at 127.0.0.1", "node/4711"),
        "census": ("block", "US Census Bureau, by the Census geocoder at 127.0.0.1", "tiger/76099901/L"),
        "photon": ("rooftop", "OpenStreetMap, by Photon at 127.0.0.1", "node/4711"),
        "pelias": ("rooftop", "OpenAddresses, by Pelias at 127.0.0.1", "openaddresses:address:us/nc/harbor:4711"),
    }[provider]
    path, headers = server.asked[0]
    assert headers["User-Agent"] == AGENT
    assert "Suite" not in path


@pytest.mark.parametrize(("fault", "reason", "requests"), MORE.values(), ids=MORE)
def test_a_wrong_reply_is_refused(
    fault: s.Fault, reason: str, requests: int, bare: Gazetteer, ask: Callable[..., Query], hours: Hours
) -> None:
    """Whatever else a server sends, the committed answer stays and the reason is told in words."""
    result, asked = run(fault, ask(), bare, hours)
    assert dict(result.refused).keys() == {"harbor-pantry"}
    refused = dict(result.refused)["harbor-pantry"]
    assert reason in refused.reason
    assert refused.what_to_do in WHAT_TO_DO.values()
    assert merged({BEFORE.id: BEFORE}, result, {BEFORE.id}) == {BEFORE.id: BEFORE}
    assert result.requests == requests
    assert result.requests <= len(asked) <= result.requests + 3


def test_a_redirect_on_the_same_host_is_followed(bare: Gazetteer, ask: Callable[..., Query], hours: Hours) -> None:
    """A server may move its own path."""

    def moved(handler: s.Handler) -> None:
        if handler.path.startswith("/new"):
            handler.send(200, s.json.dumps([s.HOUSE]).encode())
        else:
            handler.send(302, b"", Location="/new" + handler.path)

    result, _ = run(moved, ask(), bare, hours)
    assert result.answers["harbor-pantry"].precision is Precision.ROOFTOP


def test_another_host_hears_nothing(bare: Gazetteer, ask: Callable[..., Query], hours: Hours) -> None:
    """A redirect to another port is another host: the address is not sent there."""
    with s.serving(s.places(s.HOUSE)) as other:
        result, _ = run(s.redirect(other.address + "/search"), ask(), bare, hours)
        assert other.asked == []
    assert "redirect" in dict(result.refused)["harbor-pantry"].reason


def test_a_server_that_is_not_there(bare: Gazetteer, ask: Callable[..., Query], hours: Hours) -> None:
    """A closed port is a refusal like any other."""
    with s.serving(s.places()) as server:
        address = server.address
    provider = Run(SERVICES["nominatim"], RunSettings(address, AGENT), hours.clock)
    result = fill([ask()], {}, bare, provider, today="2026-11-23")
    assert "unreachable" in dict(result.refused)["harbor-pantry"].reason
    assert result.answers["harbor-pantry"].precision is Precision.ZIP


def test_one_good_place_among_bad_ones_is_not_lost(bare: Gazetteer, ask: Callable[..., Query], hours: Hours) -> None:
    """A wrong town beside the right house does not take the house away."""
    elsewhere = s.house(lat="36.05", lon="-80.2", address={**s.HOUSE["address"], "postcode": "27101"})
    result, _ = run(s.places(elsewhere, s.HOUSE), ask(), bare, hours)
    assert result.answers["harbor-pantry"].point == Point(35.0527, -78.8778)
