"""Coverage in words that page and report share: the holes of a week, the gaps that people named, and what happened."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from generator.entry.hours import DAY_MINUTES
from generator.measure.week_hours import WEEK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.config.gaps import Gap
    from generator.config.strings import Words
    from generator.config.taxonomy import Taxonomy
    from generator.measure.coverage import Since
    from generator.measure.week_hours import NeedWeek, Span


def holes_in_words(week: NeedWeek, words: Words) -> tuple[str, str]:
    """Give two sentences: when nothing is confirmed, and when nothing is even listed.

    "No withdrawal intake is confirmed: Friday 17:00 to Monday 08:00."
    """
    need = words(f"coverage.low.{week.need}")
    return _sentence(week.unconfirmed, "confirmed", need, words), _sentence(week.holes, "listed", need, words)


def places_in_words(week: NeedWeek, words: Words) -> str:
    """Give how many places meet a need, and how many of them say nothing about when."""
    if not week.resources:
        return words("coverage.places.none")
    return words("coverage.places", n=week.resources, silent=week.silent)


def span_in_words(span: Span, words: Words) -> str:
    """Give `Friday 17:00 to Monday 08:00`, or `Friday 17:00 to 20:00` within one day. Midnight at an end is 24:00."""
    start_day, end_day = span[0] // DAY_MINUTES % 7, (span[1] - 1) // DAY_MINUTES % 7
    start, end = clock(span[0]), clock(span[1], ends=True)
    if start_day == end_day and span[1] - span[0] <= DAY_MINUTES:
        return words("coverage.span.day", day=words(f"hours.day.{start_day}"), start=start, end=end)
    days = {"start_day": words(f"hours.day.{start_day}"), "end_day": words(f"hours.day.{end_day}")}
    return words("coverage.span", start=start, end=end, **days)


def clock(minute: int, *, ends: bool = False) -> str:
    """Give `08:00` for a minute of the week; midnight is `24:00` where something ends."""
    of_day = minute % DAY_MINUTES
    if ends and of_day == 0:
        of_day = DAY_MINUTES
    return f"{of_day // 60:02}:{of_day % 60:02}"


def gap_in_words(gap: Gap, taxonomy: Taxonomy, words: Words) -> str:
    """Give one gap with what it is about, who named it and when, and when it was closed if it was."""
    labels = {s.slug: s.label for s in taxonomy.services.values()} | {g.slug: g.label for g in taxonomy.groups}
    note = words("coverage.gap.area", note=gap.note, area=gap.area) if gap.area else gap.note
    told = {"about": labels[gap.about], "note": note, "origin": gap.origin, "date": gap.date}
    return words("coverage.gap.closed", closed=gap.closed, **told) if gap.closed else words("coverage.gap.open", **told)


def since_in_words(found: Since, words: Words) -> str:
    """Give how much happened, in one sentence."""
    return words(
        "coverage.since.text",
        changed=len(found.changes),
        confirmed=len(found.asked),
        named=len(found.named),
        ended=len(found.ended),
    )


def _sentence(spans: Sequence[Span], kind: str, need: str, words: Words) -> str:
    if not spans:
        return words(f"coverage.full.{kind}", need=need)
    if spans == ((0, WEEK),):
        return words(f"coverage.hole.whole.{kind}", need=need)
    return words(f"coverage.hole.{kind}", need=need, spans=_list(spans, words))


def _list(spans: Sequence[Span], words: Words) -> str:
    if len(spans) == 7 and all((a + DAY_MINUTES, b + DAY_MINUTES) == later for (a, b), later in pairwise(spans)):
        start, end = spans[0]
        key = "coverage.span.daily" if (end - 1) // DAY_MINUTES == start // DAY_MINUTES else "coverage.span.nightly"
        return words(key, start=clock(start), end=clock(end, ends=True))
    told = [span_in_words(span, words) for span in spans]
    if len(told) == 1:
        return told[0]
    return words("coverage.and", list="; ".join(told[:-1]), last=told[-1])
