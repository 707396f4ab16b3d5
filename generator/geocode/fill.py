"""Fills what is missing in the committed answers: the offline gazetteer first, then a provider, if any."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeAlias

from generator.config.geocodes import Geocode, Precision
from generator.entry.place import distance_km
from generator.geocode.answer import Answer, Refused
from generator.geocode.judge import MARGIN_KM, judge
from generator.geocode.offline import PROVIDER, offline
from generator.geocode.query import Query, same_query

if TYPE_CHECKING:
    from generator.config.gazetteer import Gazetteer
    from generator.geocode.candidate import Candidate

LIMIT = 25
"""Requests to a provider in one run."""

STREET_KM = 2.0
"""A provider's answer farther than this from where the gazetteer has the street is not taken."""

Progress: TypeAlias = Callable[[int, int, str], None]
"""Told how many of how many queries are done, and the id of the one done last."""


class Provider(Protocol):
    """Somebody who can be asked: `nominatim.Nominatim`, or a stand-in."""

    name: str
    requests: int
    stopped: str

    def ask(self, query: Query, at_most: int) -> tuple[Candidate, ...] | Refused:
        """Give what is offered for one address, with at most so many requests, or why nothing is."""
        ...


@dataclass(frozen=True, slots=True)
class FillResult:
    """What a run gave.

    `answers` are the new records by entry id; every other committed one stays as it is. `refused` are pairs
    of entry id and reason: what the provider gave that was not taken, and what nobody could answer.
    `missing` are the ids that are left without any record that may be used. `stopped` says why the provider
    was given up on, empty otherwise.
    """

    answers: Mapping[str, Geocode]
    refused: tuple[tuple[str, str], ...] = ()
    missing: tuple[str, ...] = ()
    requests: int = 0
    stopped: str = ""


def fill(  # noqa: PLR0913 - the run, and the two settings of the site that it keeps
    queries: Iterable[Query],
    committed: Mapping[str, Geocode],
    gazetteer: Gazetteer,
    provider: Provider | None = None,
    limit: int = LIMIT,
    progress: Progress | None = None,
    *,
    today: str,
    margin_km: float = MARGIN_KM,
) -> FillResult:
    """Answer every query that has no committed answer that fits it, and better what is worse than `block`.

    The offline gazetteer answers first. A provider is asked, with at most `limit` requests, about those
    whose best answer is then worse than `block`: first those without any, then the coarsest; its answer is
    taken if it is more exact. `today` is the date of new records, YYYY-MM-DD.
    """
    by_id = {query.id: query for query in sorted(queries, key=lambda query: query.id)}
    best = {entry: located(query, committed, gazetteer) for entry, query in by_id.items()}
    refused: dict[str, str] = {}
    before = provider.requests if provider else 0
    if provider:
        coarse = [query for query in by_id.values() if _rank(best[query.id]) > Precision.BLOCK.rank]
        coarse.sort(key=lambda query: (-_rank(best[query.id]), query.id))
        for number, query in enumerate(coarse, 1):
            found = _asked(provider, limit - provider.requests + before, query, gazetteer, margin_km)
            if isinstance(found, Refused):
                refused[query.id] = found.reason
            elif _rank(found) < _rank(best[query.id]):
                best[query.id] = found
            if progress:
                progress(number, len(coarse), query.id)
    missing = tuple(entry for entry, answer in best.items() if answer is None)
    for entry in missing:
        refused.setdefault(entry, "not in the offline gazetteer")
    return FillResult(
        {e: _record(by_id[e], answer, today) for e, answer in best.items() if answer and _worth_keeping(answer)},
        tuple(sorted(refused.items())),
        missing,
        provider.requests - before if provider else 0,
        provider.stopped if provider else "",
    )


def located(query: Query, committed: Mapping[str, Geocode], gazetteer: Gazetteer) -> Answer | None:
    """Give the best that is known without asking anybody: the committed answer, else the offline one.

    A committed answer to another address is not used; one that the gazetteer gave makes room for a better
    one of it.
    """
    record = committed.get(query.id)
    if record and same_query(record.query, query.text):
        kept = Answer(record.point, record.precision, record.provider, record.date, record.note)
        if record.provider != PROVIDER:
            return kept
        again = offline(query, gazetteer)
        return again if again and again.precision.rank < record.precision.rank else kept
    return offline(query, gazetteer)


def merged(committed: Mapping[str, Geocode], result: FillResult, allowed: Collection[str]) -> dict[str, Geocode]:
    """Give the records to write: the committed ones and the new ones, of entries in `allowed` only.

    `allowed` are the ids of all entries that may be looked up, drafts too. A record of an entry that is
    gone, or has become confidential, is dropped; nothing else is.
    """
    return {entry: record for entry, record in {**committed, **result.answers}.items() if entry in allowed}


def _asked(provider: Provider, at_most: int, query: Query, gazetteer: Gazetteer, margin_km: float) -> Answer | Refused:
    offered = provider.ask(query, at_most)
    if isinstance(offered, Refused):
        return offered
    found = judge(query, offered, gazetteer, provider=provider.name, margin_km=margin_km)
    street = offline(query, gazetteer)
    if isinstance(found, Answer) and street and street.precision.pin:
        apart = distance_km(found.point, street.point)
        if apart > STREET_KM:
            return Refused(f"{apart:.1f} km from where the gazetteer has that street")
    return found


def _worth_keeping(answer: Answer) -> bool:
    """Whether an answer is new, and more than the middle of a town, which every build finds by itself."""
    return not answer.date and (answer.provider != PROVIDER or answer.precision is not Precision.CITY)


def _record(query: Query, answer: Answer, today: str) -> Geocode:
    return Geocode(query.id, query.text, answer.point, answer.precision, answer.provider, today, answer.note)


def _rank(answer: Answer | None) -> int:
    return answer.precision.rank if answer else len(Precision)
