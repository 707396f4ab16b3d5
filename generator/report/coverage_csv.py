"""Coverage and gaps as one table of comma-separated values, for a program that opens tables."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from generator.measure.coverage import INTERCEPTS, Coverage, Since
from generator.measure.coverage_words import gap_in_words, holes_in_words, since_in_words
from generator.measure.needs import Need, Standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.compile.model import Compiled
    from generator.config.strings import Words
    from generator.measure.week_hours import NeedWeek

COLUMNS = (
    "section", "what", "where", "confirmed", "listed", "conditional", "no", "unknown", "note",
    "opportunity", "priority", "owner",
)  # fmt: skip
"""Of the CSV. Sections are matrix, empty, week, hole, barrier, zip, gap and since."""


def as_csv(directory: Compiled, found: Coverage, lately: Since) -> str:
    """Give all figures as rows of one table, ready for a program that opens CSV; texts cannot begin a formula."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    for row in _rows(directory, found, lately):
        writer.writerow({key: _safe(value) for key, value in row.items()})
    return out.getvalue()


def _safe(value: object) -> object:
    """Give a text that no table program takes for a formula."""
    return f"'{value}" if isinstance(value, str) and value[:1] in {"=", "+", "-", "@", "\t", "\r"} else value


def _rows(directory: Compiled, found: Coverage, lately: Since) -> Iterator[dict[str, object]]:
    words = directory.settings.words
    yield from _intercepts(found)
    for week in found.weeks:
        yield from _week(week, words)
    for barrier in found.barriers:
        counts = {answer.value: count for answer, count in barrier.counts.items()}
        yield {"section": "barrier", "what": barrier.barrier.key, "where": "", **counts}
    yield from _zips(found)
    for gap in found.gaps:
        text = gap_in_words(gap, directory.settings.taxonomy, words)
        where = " ".join(str(number) for number in gap.intercepts)
        yield {"section": "gap", "what": gap.about, "where": where, "note": text}
    yield {"section": "since", "what": lately.day, "where": "", "note": since_in_words(lately, words)}


def _intercepts(found: Coverage) -> Iterator[dict[str, object]]:
    for row in found.matrix:
        for number, count in enumerate(row.counts):
            yield _two("matrix", row.group.slug, number, count.confirmed, count.listed)
    for number in INTERCEPTS:
        for slug in found.empty[number]:
            yield {"section": "empty", "what": slug, "where": number}


def _week(week: NeedWeek, words: Words) -> Iterator[dict[str, object]]:
    for hour in range(168):
        when = f"{words(f'hours.day.{hour // 24}')} {hour % 24:02}:00"
        yield _two("week", week.need.value, when, week.confirmed[hour], week.listed[hour])
    for kind, sentence in zip(("confirmed", "listed"), holes_in_words(week, words), strict=True):
        yield {"section": "hole", "what": week.need.value, "where": kind, "note": sentence}


def _zips(found: Coverage) -> Iterator[dict[str, object]]:
    for one in found.zips:
        for need in Need:
            near = {s.value: one.nearest.get((need, s)) for s in Standing}
            miles = {name: round(place.miles, 2) if place else "" for name, place in near.items()}
            yield {"section": "zip", "what": need.value, "where": one.zip, "note": "miles", **miles}


def _two(section: str, what: str, where: object, confirmed: int, listed: int) -> dict[str, object]:
    return {"section": section, "what": what, "where": where, "confirmed": confirmed, "listed": listed}
