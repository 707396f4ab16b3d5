"""Coverage and gaps as Markdown to paste into a workshop's report, and as JSON; `coverage_csv` has the third form.

The three say the same. Confirmed and listed are always two figures; the columns for people are empty.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from generator.measure.coverage import INTERCEPTS, Coverage, Since, quarter_before, since
from generator.measure.coverage_words import gap_in_words, holes_in_words, places_in_words, since_in_words
from generator.measure.needs import Need, Standing
from generator.report.coverage_csv import as_csv
from generator.report.markdown import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.compile.model import Compiled
    from generator.measure.distances import Nearest, ZipRow
    from generator.measure.week_hours import NeedWeek


def coverage_files(directory: Compiled, found: Coverage) -> Iterator[tuple[str, bytes]]:
    """Give the three files of a site, by path, looking back a quarter from the day of the build.

    `found` is what `measure.coverage` gave for the directory, here and below.
    """
    lately = since(directory, quarter_before(directory.build_date))
    for kind, tell in TELLERS.items():
        yield f"data/coverage.{kind}", tell(directory, found, lately).encode()


def as_json(directory: Compiled, found: Coverage, lately: Since) -> str:
    """Give all figures as one object."""
    told = {
        "site": directory.settings.site.name,
        "date": directory.build_date,
        "caveat": directory.settings.words("coverage.caveat"),
        "closed_for_now": found.closed,
        "matrix": [
            {
                "group": row.group.slug,
                "intercepts": [{"confirmed": c.confirmed, "listed": c.listed} for c in row.counts],
            }
            for row in found.matrix
        ],
        "nothing_listed": [{"intercept": n, "services": list(found.empty[n])} for n in INTERCEPTS],
        "weeks": [_week(week) for week in found.weeks],
        "barriers": [
            {"barrier": row.barrier.key, "field": row.barrier.fact, **{a.value: n for a, n in row.counts.items()}}
            for row in found.barriers
        ],
        "zips": [_zip(row) for row in found.zips],
        "gaps": [asdict(gap) for gap in found.gaps],
        "since": _since(lately),
    }
    return json.dumps(told, indent=1, ensure_ascii=False) + "\n"


def as_markdown(directory: Compiled, found: Coverage, lately: Since) -> str:
    """Give all figures as headings, sentences and tables."""
    return "\n".join(_markdown(directory, found, lately)) + "\n"


TELLERS = {"md": as_markdown, "csv": as_csv, "json": as_json}
"""What tells the figures, by the end of a file's name."""


def _week(week: NeedWeek) -> dict[str, Any]:
    return {
        "need": week.need.value,
        "places": week.resources,
        "without_hours": week.silent,
        "confirmed": list(week.confirmed),
        "listed": list(week.listed),
        "holes_confirmed": [list(span) for span in week.unconfirmed],
        "holes_listed": [list(span) for span in week.holes],
    }


def _zip(row: ZipRow) -> dict[str, Any]:
    needs = {
        need.value: {standing.value: _near(row.nearest.get((need, standing))) for standing in Standing} for need in Need
    }
    return {"zip": row.zip, "city": row.city, **needs}


def _near(found: Nearest | None) -> dict[str, Any] | None:
    return {"id": found.id, "miles": round(found.miles, 2), "approximate": found.approximate} if found else None


def _since(lately: Since) -> dict[str, Any]:
    return {
        "date": lately.day,
        "changes": len(lately.changes),
        "asked": [resource.id for resource in lately.asked],
        "gaps_named": len(lately.named),
        "gaps_closed": len(lately.ended),
    }


def _markdown(directory: Compiled, found: Coverage, lately: Since) -> Iterator[str]:
    words, site = directory.settings.words, directory.settings.site
    yield f"# {plain(site.name)}: {words('coverage.title').lower()}, {directory.build_date}"
    yield from ("", words("coverage.caveat"), "", words("coverage.legend"))
    if found.closed:
        yield from ("", words("coverage.closed", n=found.closed))
    yield from _matrix(directory, found)
    yield from _weeks(directory, found)
    yield from _table(
        words("coverage.barriers"),
        (words("coverage.barrier"), *(words(f"coverage.answer.{a}") for a in found.barriers[0].counts)),
        ((words(f"coverage.barrier.{r.barrier.key}"), *(str(n) for n in r.counts.values())) for r in found.barriers),
        words("coverage.barriers.text"),
    )
    if found.zips:
        none = words("coverage.none")
        rows = (
            (words("coverage.zip.row", zip=z.zip, city=z.city).strip(), *(_miles(z, need, none) for need in Need))
            for z in found.zips
        )
        head = (words("coverage.zip"), *(words(f"coverage.need.{need}") for need in Need))
        yield from _table(words("coverage.zips"), head, rows, words("coverage.zips.text"))
    yield from ("", f"## {words('coverage.gaps')}", "")
    yield from [f"- {plain(gap_in_words(gap, directory.settings.taxonomy, words))}" for gap in found.gaps] or [
        words("coverage.gaps.none")
    ]
    yield from ("", f"## {words('coverage.since', date=lately.day)}", "", since_in_words(lately, words))


def _matrix(directory: Compiled, found: Coverage) -> Iterator[str]:
    words, services = directory.settings.words, directory.settings.taxonomy.services
    rows = ((row.group.label, *(f"{c.confirmed} / {c.listed}" for c in row.counts)) for row in found.matrix)
    head = (words("coverage.group"), *(str(number) for number in INTERCEPTS))
    yield from _table(words("coverage.matrix"), head, rows, words("coverage.matrix.text"))
    keys = ("intercept", "empty", "opportunity", "priority", "owner")
    work = (
        (f"{n}. {words(f'roles.sim.{n}')}", " · ".join(services[slug].label for slug in found.empty[n]), "", "", "")
        for n in INTERCEPTS
    )
    yield from _table(words("coverage.work"), tuple(words(f"coverage.{key}") for key in keys), work)


def _weeks(directory: Compiled, found: Coverage) -> Iterator[str]:
    words = directory.settings.words
    yield from ("", f"## {words('coverage.weeks')}", "", words("coverage.weeks.text"))
    for week in found.weeks:
        yield from ("", f"### {words(f'coverage.need.{week.need}')}", "")
        yield from (places_in_words(week, words), "")
        yield from (f"- {sentence}" for sentence in holes_in_words(week, words))


def _table(title: str, head: tuple[str, ...], rows: Iterator[tuple[str, ...]], text: str = "") -> Iterator[str]:
    yield from ("", f"## {title}", "")
    if text:
        yield from (text, "")
    yield f"| {' | '.join(plain(cell) for cell in head)} |"
    yield f"|{' --- |' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(plain(cell) for cell in row)} |"


def _miles(row: ZipRow, need: Need, none: str) -> str:
    found = [row.nearest.get((need, standing)) for standing in Standing]
    return " / ".join(f"{place.miles:.1f}" if place else none for place in found)
