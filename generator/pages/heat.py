"""The hours of a week as a chart of 7 days by 24 hours, drawn as inline SVG, and the same figures as a table."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from generator.config.strings import Words
    from generator.measure.week_hours import NeedWeek
    from generator.pages.shell import Shell

CELL, LEFT, TOP = 12, 32, 14
"""Of the drawing, in its own units: side of a cell, room for names of days and for hours."""

WIDTH, HEIGHT = LEFT + 24 * CELL + 4, TOP + 7 * (CELL + 2)


@dataclass(frozen=True, slots=True)
class Square:
    """One hour of one day: where it is drawn, how it looks, and its figure or nothing."""

    x: int
    y: int
    look: str
    text: str


@dataclass(frozen=True, slots=True)
class HourRow:
    """Hours that are the same on each day: `00:00-08:00`, and for each day the two figures and how they look."""

    hours: str
    cells: tuple[tuple[str, str], ...]


def chart(shell: Shell, week: NeedWeek, title: str) -> Markup:
    """Give the drawing. Each square says by look and by figure how many are confirmed; a dot means only listed."""
    squares = tuple(_square(week, day, hour) for day in range(7) for hour in range(24))
    days = tuple((shell.words(f"hours.day.short.{day}"), TOP + day * (CELL + 2) + 10) for day in range(7))
    hours = tuple((f"{hour:02}", LEFT + hour * CELL) for hour in range(0, 24, 6))
    size = {"width": WIDTH, "height": HEIGHT, "cell": CELL}
    text = shell.template("heat.html").render(title=title, squares=squares, days=days, hours=hours, **size)
    return Markup(text)  # noqa: S704 - rendered with escaping


def hour_rows(week: NeedWeek, words: Words) -> tuple[HourRow, ...]:
    """Give the table, hours that are the same on every day made one row."""
    told = [(hour, tuple(_figures(week, 24 * day + hour, words) for day in range(7))) for hour in range(24)]
    rows = []
    for cells, group in groupby(told, key=lambda item: item[1]):
        hours = [hour for hour, _ in group]
        rows.append(HourRow(f"{hours[0]:02}:00-{hours[-1] + 1:02}:00", cells))
    return tuple(rows)


def _figures(week: NeedWeek, hour: int, words: Words) -> tuple[str, str]:
    confirmed, listed = week.confirmed[hour], week.listed[hour]
    if not confirmed and not listed:
        return words("coverage.none"), "zero"
    return words("coverage.pair", confirmed=confirmed, listed=listed), "good" if confirmed else "some"


def _square(week: NeedWeek, day: int, hour: int) -> Square:
    confirmed, listed = week.confirmed[24 * day + hour], week.listed[24 * day + hour]
    look = "more" if confirmed > 1 else "one" if confirmed else "listed" if listed else "none"
    text = str(min(confirmed, 9)) if confirmed else "·" if listed else ""
    return Square(LEFT + hour * CELL, TOP + day * (CELL + 2), look, text)
