"""Fills what is missing in the committed answers: the offline gazetteer first, then a provider, if any."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeAlias

from generator.config.geocodes import Geocode, Precision
from generator.geocode.answer import Answer, Cause, Refused
from generator.geocode.judge import MARGIN_KM, judge, moved
from generator.geocode.offline import PROVIDER, offline
from generator.geocode.query import Query, same_query

if TYPE_CHECKING:
    from generator.config.gazetteer import Gazetteer
    from generator.geocode.candidate import Candidate

Progress: TypeAlias = Callable[[int, int, str], None]
"""Told how many of how many addresses are done, and the id of the one done last."""


class Provider(Protocol):
    """Somebody who can be asked: `run.Run`, or a stand-in."""

    name: str
    requests: int
    stopped: str

    def ask(self, query: Query) -> tuple[Candidate, ...] | Refused:
        """Give what is offered for one address, or why nothing is."""
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
    refused: tuple[tuple[str, Refused], ...] = ()
    missing: tuple[str, ...] = ()
    requests: int = 0
    stopped: str = ""


def fill(  # noqa: PLR0913 - the run, and the two settings of the site that it keeps
    queries: Iterable[Query],
    committed: Mapping[str, Geocode],
    gazetteer: Gazetteer,
    provider: Provider | None = None,
    progress: Progress | None = None,
    *,
    today: str,
    margin_km: float = MARGIN_KM,
    again: Collection[str] = (),
) -> FillResult:
    """Answer every query that has no committed answer that fits it, and better what is worse than `block`.

    The offline gazetteer answers first. A provider is asked about those whose best answer is then worse than `block`,
    and about those in `again`: first those without any, then the coarsest; its answer is taken if it is more exact,
    and lies where the address was known to be. `today` is the date of new records, YYYY-MM-DD. Somebody who
    interrupts the run keeps what it has found.
    """
    by_id = {query.id: query for query in sorted(queries, key=lambda query: query.id)}
    best = {entry: located(query, committed, gazetteer) for entry, query in by_id.items()}
    refused: dict[str, Refused] = {}
    before, stopped = provider.requests if provider else 0, ""
    if provider:
        coarse = [q for q in by_id.values() if q.id in again or _rank(best[q.id]) > Precision.BLOCK.rank]
        coarse.sort(key=lambda query: (-_rank(best[query.id]), query.id))
        try:
            for number, query in enumerate(coarse, 1):
                found = _asked(provider, query, best[query.id], gazetteer, margin_km)
                if isinstance(found, Refused):
                    refused[query.id] = found
                elif _rank(found) < _rank(best[query.id]):
                    best[query.id] = found
                if progress:
                    progress(number, len(coarse), query.id)
        except KeyboardInterrupt:
            stopped = "interrupted: what was found until then is kept"
    missing = tuple(entry for entry, answer in best.items() if answer is None)
    for entry in missing:
        refused.setdefault(entry, Refused(Cause.NO_ANSWER, "not in the offline gazetteer"))
    return FillResult(
        {e: _record(by_id[e], answer, today) for e, answer in best.items() if answer and _worth_keeping(answer)},
        tuple(sorted(refused.items())),
        missing,
        provider.requests - before if provider else 0,
        stopped or (provider.stopped if provider else ""),
    )


def located(query: Query, committed: Mapping[str, Geocode], gazetteer: Gazetteer) -> Answer | None:
    """Give the best that is known without asking anybody: the committed answer, else the offline one.

    A committed answer to another address is not used; one that the gazetteer gave makes room for a better
    one of it.
    """
    record = committed.get(query.id)
    if record and same_query(record.query, query.text):
        kept = Answer(record.point, record.precision, record.provider, record.date, record.note, record.place_id)
        if record.provider != PROVIDER:
            return kept
        again = offline(query, gazetteer)
        return again if again and again.precision.rank < record.precision.rank else kept
    return offline(query, gazetteer)


def merged(committed: Mapping[str, Geocode], result: FillResult, allowed: Collection[str]) -> dict[str, Geocode]:
    """Give the records to write: the committed ones and the new ones, of entries in `allowed` only.

    `allowed` are the ids of all entries that may have a record, drafts too. A record of an entry that is
    gone, or has become confidential, is dropped; nothing else is.
    """
    return {entry: record for entry, record in {**committed, **result.answers}.items() if entry in allowed}


def _asked(
    provider: Provider, query: Query, known: Answer | None, gazetteer: Gazetteer, margin_km: float
) -> Answer | Refused:
    offered = provider.ask(query)
    if isinstance(offered, Refused):
        return offered
    found = judge(query, offered, gazetteer, provider=provider.name, margin_km=margin_km)
    if isinstance(found, Refused):
        return found
    elsewhere = (moved(found, place) for place in (known, offline(query, gazetteer)) if place)
    return next(filter(None, elsewhere), found)


def _worth_keeping(answer: Answer) -> bool:
    """Whether an answer is new, and more than the middle of a town, which every build finds by itself."""
    return not answer.date and (answer.provider != PROVIDER or answer.precision is not Precision.CITY)


def _record(query: Query, answer: Answer, today: str) -> Geocode:
    return Geocode(
        query.id, query.text, answer.point, answer.precision, answer.provider, today, answer.note, answer.place_id
    )


def _rank(answer: Answer | None) -> int:
    return answer.precision.rank if answer else len(Precision)
