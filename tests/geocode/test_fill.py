"""A whole run: what is asked, kept and dropped. The provider is a stand-in; faults have a test of their own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.config.geocodes import Geocode, Precision
from generator.entry.place import Point
from generator.geocode.answer import Cause, Refused
from generator.geocode.fill import FillResult, fill, located, merged
from generator.geocode.services.nominatim import read
from tests.geocode.server import house

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.config.gazetteer import Gazetteer
    from generator.geocode.candidate import Candidate
    from generator.geocode.query import Query

TODAY = "2026-11-23"
KNOWN = Geocode(
    "harbor-pantry",
    "12 Anchor St, Tidewater, NC",
    Point(35.0527, -78.8778),
    Precision.ROOFTOP,
    "harbor map",
    "2026-05",
    "by hand",
)


class StandIn:
    """A provider that knows some streets and counts."""

    name = "stand-in"

    def __init__(self, limit: int = 25, **known: dict[str, object]) -> None:
        self.known, self.limit = known, limit
        self.requests = 0
        self.stopped = ""
        self.asked: list[str] = []

    def ask(self, query: Query) -> tuple[Candidate, ...] | Refused:
        if self.requests >= self.limit:
            return Refused(Cause.LIMIT, "no request left in this run")
        self.requests += 1
        self.asked.append(query.id)
        place = self.known.get(query.id.replace("-", "_"))
        return (read(place),) if place else ()


def test_what_is_committed_is_kept(ask: Callable[..., Query], harbor: Gazetteer) -> None:
    """A committed answer to the same address is neither asked again nor written again."""
    result = fill([ask()], {KNOWN.id: KNOWN}, harbor, StandIn(), today=TODAY)
    assert result == FillResult({})
    assert merged({KNOWN.id: KNOWN}, result, {KNOWN.id}) == {KNOWN.id: KNOWN}


def test_what_is_missing_is_filled_offline(ask: Callable[..., Query], harbor: Gazetteer) -> None:
    """Without a provider the gazetteer answers, and the record says that, how exactly, and when."""
    result = fill([ask()], {}, harbor, today=TODAY)
    assert result.answers == {
        "harbor-pantry": Geocode(
            "harbor-pantry",
            "12 Anchor Street, Tidewater, NC 28399",
            Point(35.053, -78.878),
            Precision.BLOCK,
            "offline gazetteer",
            TODAY,
            "0 block of ANCHOR ST",
        )
    }
    assert (result.refused, result.missing, result.requests) == ((), (), 0)


def test_an_address_that_changed_is_asked_again(ask: Callable[..., Query], harbor: Gazetteer) -> None:
    """The old point is not used for the new address, not even for lack of a better one."""
    moved = ask("320 Anchor St")
    assert fill([moved], {KNOWN.id: KNOWN}, harbor, today=TODAY).answers[KNOWN.id].point == Point(35.056, -78.878)
    away = ask("12 Anchor St", city="Raleigh", zip="27601")
    result = fill([away], {KNOWN.id: KNOWN}, harbor, today=TODAY)
    assert result.missing == (KNOWN.id,)
    assert result.refused == ((KNOWN.id, Refused(Cause.NO_ANSWER, "not in the offline gazetteer")),)
    assert located(away, {KNOWN.id: KNOWN}, harbor) is None
    assert merged({KNOWN.id: KNOWN}, result, {KNOWN.id}) == {KNOWN.id: KNOWN}


def test_a_provider_is_asked_only_about_what_is_coarse(ask: Callable[..., Query], harbor: Gazetteer) -> None:
    """Nothing that is known to the block goes out; what nobody knows goes out first, then ZIPs, then streets.

    The middle of a town is not kept: every build finds it by itself.
    """
    queries = [
        ask(id="a-block"),
        ask("500 Anchor St", id="b-street"),
        ask("9 Eel St", id="c-zip"),
        ask("9 Eel St", city="Raleigh", zip="", id="d-nothing"),
        ask("9 Eel St", zip="", id="e-town"),
    ]
    provider = StandIn()
    result = fill(queries, {}, harbor, provider, today=TODAY)
    assert provider.asked == ["d-nothing", "e-town", "c-zip", "b-street"]
    assert dict(result.refused) == dict.fromkeys(
        provider.asked, Refused(Cause.NO_ANSWER, "no answer from the provider")
    )
    assert {e: a.precision for e, a in result.answers.items()} == {
        "a-block": "block",
        "b-street": "street",
        "c-zip": "zip",
    }


def test_the_more_exact_answer_is_taken(ask: Callable[..., Query], harbor: Gazetteer) -> None:
    """A house from the provider beats the street from the gazetteer; another street does not beat it."""
    query = ask("500 Anchor St")
    found = house(lat="35.0571", address={**house()["address"], "house_number": "500"})
    result = fill([query], {}, harbor, StandIn(harbor_pantry=found), today=TODAY)
    assert (result.answers[query.id].precision, result.answers[query.id].provider) == (
        "rooftop",
        "OpenStreetMap, by stand-in",
    )
    road = house(**{"class": "highway", "addresstype": "road", "place_rank": 26, "lat": "35.0571"})
    road["address"] = {k: v for k, v in house()["address"].items() if k != "house_number"}
    again = fill([query], {}, harbor, StandIn(harbor_pantry=road), today=TODAY)
    assert again.answers[query.id].provider == "offline gazetteer"
    assert again.refused == ()


def test_a_house_far_from_its_street_is_refused(ask: Callable[..., Query], harbor: Gazetteer) -> None:
    """The gazetteer knows where that street is; a house 5 km away from it is another one."""
    found = house(lat="35.1", address={**house()["address"], "house_number": "500"})
    result = fill([ask("500 Anchor St")], {}, harbor, StandIn(harbor_pantry=found), today=TODAY)
    reason = "35.1000, -78.8778 is 4.9 km from where offline gazetteer has that address"
    assert dict(result.refused) == {"harbor-pantry": Refused(Cause.MOVED, reason)}
    assert result.answers["harbor-pantry"].precision is Precision.STREET


def test_the_limit_holds(ask: Callable[..., Query], harbor: Gazetteer) -> None:
    """No more requests than allowed; the rest is told, and answered offline."""
    queries = [ask("9 Eel St", id=f"place-{n}") for n in range(5)]
    provider = StandIn(3)
    result = fill(queries, {}, harbor, provider, today=TODAY)
    assert provider.requests == result.requests == 3
    assert [refused.cause for _, refused in result.refused].count(Cause.LIMIT) == 2
    assert len(result.answers) == 5


def test_progress_is_told(ask: Callable[..., Query], harbor: Gazetteer) -> None:
    """One call for each address that is asked about."""
    told: list[tuple[int, int, str]] = []
    queries = [ask("9 Eel St", id="a"), ask("9 Eel St", id="b"), ask(id="c")]
    fill(queries, {}, harbor, StandIn(), lambda *step: told.append(step), today=TODAY)
    assert told == [(1, 2, "a"), (2, 2, "b")]


def test_an_offline_answer_makes_room_for_a_better_one(ask: Callable[..., Query], harbor: Gazetteer) -> None:
    """When the gazetteer has grown, what it answered before is bettered; what a person committed is not touched."""
    old = replace(KNOWN, precision=Precision.ZIP, provider="offline gazetteer")
    assert fill([ask()], {old.id: old}, harbor, today=TODAY).answers[old.id].precision is Precision.BLOCK
    by_hand = replace(old, provider="harbor map")
    assert fill([ask()], {old.id: by_hand}, harbor, today=TODAY).answers == {}


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_entries_does_not_matter(order: int, ask: Callable[..., Query], harbor: Gazetteer) -> None:
    """Same input, same answers, same requests."""
    queries = [ask("9 Eel St", id=f"place-{n}") for n in range(4)][::order]
    provider = StandIn(2)
    result = fill(queries, {}, harbor, provider, today=TODAY)
    assert provider.asked == ["place-0", "place-1"]
    assert list(result.answers) == sorted(result.answers)


def test_a_place_that_became_confidential_leaves_the_file(ask: Callable[..., Query], harbor: Gazetteer) -> None:
    """A record of an entry that may no longer be looked up is not written again."""
    gone = replace(KNOWN, id="harbor-house")
    result = fill([ask()], {KNOWN.id: KNOWN, gone.id: gone}, harbor, today=TODAY)
    assert merged({KNOWN.id: KNOWN, gone.id: gone}, result, {KNOWN.id}) == {KNOWN.id: KNOWN}


def test_a_point_that_moved_is_refused(ask: Callable[..., Query], harbor: Gazetteer) -> None:
    """A committed street point and a house 1.3 km from it: one of them is another place, and a person decides."""
    old = replace(KNOWN, precision=Precision.STREET)
    bare = type(harbor)(outlines=harbor.outlines)
    far, near = house(lat="35.0644"), house(lat="35.0600")
    refused = fill([ask()], {old.id: old}, bare, StandIn(harbor_pantry=far), today=TODAY)
    assert refused.answers == {}
    assert dict(refused.refused)[old.id].cause is Cause.MOVED
    assert "mend the record by hand" in dict(refused.refused)[old.id].what_to_do
    taken = fill([ask()], {old.id: old}, bare, StandIn(harbor_pantry=near), today=TODAY)
    assert taken.answers[old.id].point == Point(35.06, -78.8778)


def test_a_coarse_point_may_move(ask: Callable[..., Query], harbor: Gazetteer) -> None:
    """The middle of a ZIP is kilometres from most of its houses."""
    old = replace(KNOWN, precision=Precision.ZIP, point=Point(35.09, -78.9))
    bare = type(harbor)(outlines=harbor.outlines)
    assert fill([ask()], {old.id: old}, bare, StandIn(harbor_pantry=house()), today=TODAY).answers[old.id].place_id


def test_what_is_known_well_is_asked_again_only_by_name(ask: Callable[..., Query], harbor: Gazetteer) -> None:
    """And then an answer as good as the committed one changes nothing; one elsewhere is told."""
    provider = StandIn(harbor_pantry=house(lat="35.0530"))
    result = fill([ask()], {KNOWN.id: KNOWN}, harbor, provider, today=TODAY, again=[KNOWN.id])
    assert provider.asked == [KNOWN.id]
    assert (result.answers, result.refused) == ({}, ())
    moved = fill(
        [ask()], {KNOWN.id: KNOWN}, harbor, StandIn(harbor_pantry=house(lat="35.08")), today=TODAY, again=[KNOWN.id]
    )
    assert dict(moved.refused)[KNOWN.id].cause is Cause.MOVED


def test_an_interrupted_run_keeps_what_it_found(ask: Callable[..., Query], harbor: Gazetteer) -> None:
    """Ctrl-C after the first answer: it was asked for, so it is kept."""

    class Interrupted(StandIn):
        def ask(self, query: Query) -> tuple[Candidate, ...] | Refused:
            if self.requests:
                raise KeyboardInterrupt
            return super().ask(query)

    queries = [ask("9 Eel St", id="a"), ask("9 Eel St", id="b")]
    bare = type(harbor)(outlines=harbor.outlines)
    eel = house(address={**house()["address"], "house_number": "9", "road": "Eel Street"})
    result = fill(queries, {}, bare, Interrupted(a=eel), today=TODAY)
    assert list(result.answers) == ["a"]
    assert "interrupted" in result.stopped
