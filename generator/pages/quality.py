"""How much is known: three tables that say, group by group, what is confirmed, only listed, and not known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.measure.quality import QUESTIONS, quality
from generator.pages.kept import kept_nav, limits_line
from generator.pages.phrases.dates import partial_date
from generator.pages.shell import Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.measure.ages import Upkeep
    from generator.measure.quality import Count
    from generator.pages.shell import Shell

PATH = "quality.html"


@dataclass(frozen=True, slots=True)
class Table:
    """One question: its key among the words, and all of it in a sentence, a row for each group, the last for all."""

    key: str
    share: str
    rows: tuple[Count, ...]


def quality_page(shell: Shell, known: Sequence[Upkeep]) -> bytes:
    """Give the page, counted for the day of the build; `known` is what `ages.upkeep` gave."""
    directory, words = shell.directory, shell.words
    tables = tuple(_table(shell, known, question) for question in QUESTIONS)
    return shell.render(
        "quality.html",
        Page(PATH, words("quality.title"), words("quality.description"), listed=False),
        ("lead",),
        tables=[table for table in tables if table.rows[-1].total],
        counted=words("quality.counted", date=partial_date(directory.build_date, words)),
        kept=kept_nav(shell, PATH),
        limits=limits_line(shell),
    )


def _table(shell: Shell, known: Iterable[Upkeep], question: str) -> Table:
    rows = quality(shell.directory, known, question)
    every = rows[-1]
    share = shell.words(
        "quality.share",
        confirmed=every.confirmed,
        total=every.total,
        share=every.share,
        listed=every.listed,
        unknown=every.unknown,
    )
    return Table(question, share, rows)
