"""The facts of one resource, sorted under the questions that people ask, each fact once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.pages.aging import until
from generator.pages.phrases import facts

if TYPE_CHECKING:
    from jinja2 import Template

    from generator.config.strings import Words
    from generator.pages.phrases.model import FactRow, TrustLine
    from generator.pages.said import Said
    from generator.pages.shell import Shell

_ELIGIBILITY = "eligibility"
_ALWAYS_ASKED = ("cost", "languages")
"""Facts that matter everywhere, whatever the taxonomy asks for."""

_BLOCKS = (("need", "requires"), ("officers", "officers"), ("cost", "cost"), ("offers", "offers"), ("getting", "place"))
_ELSEWHERE = frozenset({"languages", "service_area"})
"""Facts that have a place of their own on the page, as have hours."""


@dataclass(frozen=True, slots=True)
class Section:
    """Facts under one heading (`page.<key>`); `source` is how all of them are known, where that is the same for all."""

    key: str
    rows: Markup
    source: TrustLine | None


def sections(shell: Shell, said: Said) -> tuple[Section, ...]:
    """Give all facts: first, always, whom it takes (`take`), then those of each block of which something is known."""
    template = shell.template("row.html")
    known = facts.known_rows(said.resource, shell.words, shell.directory.build_date)
    take = _take(said, known.get("accepts", ()))
    shown = {row.name for row in take}
    found = [("take", take)]
    for key, block in _BLOCKS:
        rows = tuple(row for row in known.get(block, ()) if row.name not in shown)
        if rows:
            found.append((key, rows))
    return tuple(_section(template, key, rows) for key, rows in found)


def ask_rows(said: Said, words: Words, on: str) -> tuple[FactRow, ...]:
    """Give what matters and nobody has told, most important first."""
    asked = {row.name for row in said.asked}
    more = (facts.row(said.resource, name, words, on) for name in _ALWAYS_ASKED if name not in asked)
    missing = tuple(row for row in (*said.asked, *more) if not row.known)
    if said.hours or any(row.name.startswith("hours.") for row in missing):
        return missing
    return (facts.unknown(words, "hours.open"), *missing)


def _take(said: Said, accepts: tuple[FactRow, ...]) -> tuple[FactRow, ...]:
    told = [row for row in said.asked if row.known and not _elsewhere(row.name)]
    first = [row for row in accepts if row.name == _ELIGIBILITY]
    return tuple({row.name: row for row in (*first, *told, *accepts)}.values())


def _elsewhere(name: str) -> bool:
    return name in _ELSEWHERE or name.startswith("hours.")


def _section(template: Template, key: str, rows: tuple[FactRow, ...]) -> Section:
    shared = _shared(rows)
    told = shared is not None
    html = "".join(_html(template, row, told=told) for row in rows)
    return Section(key, Markup(html), shared)  # noqa: S704 - rendered with escaping


def _shared(rows: tuple[FactRow, ...]) -> TrustLine | None:
    """Give how all rows are known, where it is the same for all and stays so."""
    if len({row.trust.text if row.trust and not row.asks else "" for row in rows}) != 1:
        return None
    source = rows[0].trust
    return None if rows[0].asks or until(source) else source


@lru_cache(maxsize=8192)
def _html(template: Template, fact: FactRow, *, told: bool) -> str:
    """Give one question and its answer; how it is known stands with it unless the section or the answer has told."""
    source = None if told or fact.asks else fact.trust
    ends = "" if told else until(fact.trust)
    return template.render(f=fact, until=ends, source=source)
