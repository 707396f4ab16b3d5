"""Coverage and gaps on one page, for a meeting: what is confirmed, what is only listed, and where nothing is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.measure.barriers import Answer
from generator.measure.coverage import INTERCEPTS, quarter_before, since
from generator.measure.coverage_words import gap_in_words, holes_in_words, places_in_words, since_in_words
from generator.measure.needs import Need, Standing
from generator.pages.heat import chart, hour_rows
from generator.pages.phrases.dates import partial_date
from generator.pages.shell import Page

if TYPE_CHECKING:
    from markupsafe import Markup

    from generator.config.gaps import Gap
    from generator.config.strings import Words
    from generator.measure.barriers import BarrierRow
    from generator.measure.coverage import Count, Coverage
    from generator.measure.distances import ZipRow
    from generator.measure.week_hours import NeedWeek
    from generator.pages.heat import HourRow
    from generator.pages.shell import Shell

PATH = "coverage.html"

DOWNLOADS = (
    ("data/coverage.csv", "coverage.csv"),
    ("data/coverage.md", "coverage.md"),
    ("data/coverage.json", "coverage.json"),
)
"""Files with the same figures, made by another room, whose addresses never change; and the words of their links."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Two figures of a table, side by side; `state` is good, some or zero."""

    text: str
    state: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table."""

    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class WeekView:
    """One need: its holes in words, its chart, and the same as a table."""

    title: str
    anchor: str
    places: str
    sentences: tuple[str, str]
    chart: Markup
    rows: tuple[HourRow, ...]


@dataclass(frozen=True, slots=True)
class GapView:
    """One gap in words, with its public page or nothing."""

    text: str
    link: str


def coverage_page(shell: Shell, found: Coverage) -> tuple[str, bytes]:
    """Give the page with its path; `found` is what `measure.coverage` gave for its directory."""
    directory, words = shell.directory, shell.words
    area = directory.settings.site.area
    page = Page(PATH, words("coverage.title"), words("coverage.description", area=area))
    lately = since(directory, quarter_before(directory.build_date))
    content = shell.render(
        "coverage.html",
        page,
        ("lead",),
        counted=words("coverage.counted", date=partial_date(directory.build_date, words)),
        closed=words("coverage.closed", n=found.closed) if found.closed else "",
        downloads=tuple((path, words(key)) for path, key in DOWNLOADS),
        numbers=tuple(INTERCEPTS),
        matrix=tuple(Row(row.group.label, tuple(pair(c, words) for c in row.counts)) for row in found.matrix),
        work=_work(shell, found),
        weeks=tuple(_week(shell, week) for week in found.weeks),
        short=tuple(words(f"hours.day.short.{day}") for day in range(7)),
        answers=tuple(words(f"coverage.answer.{answer}") for answer in Answer),
        barriers=tuple(_barrier(row, words) for row in found.barriers),
        needs=tuple(words(f"coverage.need.{need}") for need in Need),
        zips=tuple(_zip(row, words) for row in found.zips),
        gaps=tuple(_gap(gap, shell) for gap in found.gaps),
        since=words("coverage.since", date=partial_date(lately.day, words)),
        lately=since_in_words(lately, words),
    )
    return PATH, content


def pair(count: Count, words: Words) -> Cell:
    """Give confirmed and listed side by side, a dash where both are zero."""
    if not count.confirmed and not count.listed:
        return Cell(words("coverage.none"), "zero")
    text = words("coverage.pair", confirmed=count.confirmed, listed=count.listed)
    return Cell(text, "good" if count.confirmed else "some")


def _work(shell: Shell, found: Coverage) -> tuple[tuple[str, str], ...]:
    """Give each intercept with the kinds of help of which nothing is listed."""
    services = shell.directory.settings.taxonomy.services
    return tuple(
        (
            shell.words("roles.sim.title", n=number, name=shell.words(f"roles.sim.{number}")),
            " · ".join(services[slug].label for slug in found.empty[number]),
        )
        for number in INTERCEPTS
    )


def _week(shell: Shell, week: NeedWeek) -> WeekView:
    words = shell.words
    need = words(f"coverage.need.{week.need}")
    return WeekView(
        title=need,
        anchor=week.need.value,
        places=places_in_words(week, words),
        sentences=holes_in_words(week, words),
        chart=chart(shell, week, words("coverage.chart", need=need)),
        rows=hour_rows(week, words),
    )


def _barrier(row: BarrierRow, words: Words) -> Row:
    good = {Answer.CONFIRMED: "good", Answer.LISTED: "some"}
    cells = (Cell(str(n), good.get(answer, "") if n else "zero") for answer, n in row.counts.items())
    return Row(words(f"coverage.barrier.{row.barrier.key}"), tuple(cells))


def _zip(row: ZipRow, words: Words) -> Row:
    cells = []
    for need in Need:
        told = {standing: row.nearest.get((need, standing)) for standing in Standing}
        texts = {standing: _miles(near.miles) if near else words("coverage.none") for standing, near in told.items()}
        text = words("coverage.pair", confirmed=texts[Standing.CONFIRMED], listed=texts[Standing.LISTED])
        state = "good" if told[Standing.CONFIRMED] else "some" if told[Standing.LISTED] else "zero"
        cells.append(Cell(text if state != "zero" else words("coverage.none"), state))
    return Row(words("coverage.zip.row", zip=row.zip, city=row.city).strip(), tuple(cells))


def _miles(miles: float) -> str:
    return f"{miles:.0f}" if miles >= 9.5 else f"{miles:.1f}"


def _gap(gap: Gap, shell: Shell) -> GapView:
    return GapView(gap_in_words(gap, shell.directory.settings.taxonomy, shell.words), gap.link)
