"""The five forms: which parts each has, in which order, and what stands above and below them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from generator.compile.qr import qr_code
from generator.pages.phrases import dates
from generator.pages.quick import lead_view, quick_row
from generator.paper.choose import chosen
from generator.paper.lines import full_line, short_line
from generator.paper.model import Form, Part, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.compile.model import Compiled, Resource
    from generator.config.strings import Words
    from generator.pages.cards import Card
    from generator.pages.said import Said

_BLANK = {Form.SLIP: 4, Form.CARD: 1}
"""Ruled lines for a pen: a name that the person chose, a time, a bus. Never a field of a form."""


def sheet(
    form: Form,
    directory: Compiled,
    words: Words,
    said: Mapping[str, Said],
    cards: Mapping[str, Card],
    *,
    discreet: bool = False,
    only: tuple[str, ...] = (),
) -> Sheet:
    """Give one form.

    `said` and `cards` are what `pages.put_in_words` and `pages.card_words` gave. `only` names the places of a slip or
    a card by id, in order; without it they are chosen (see `choose`). Raises KeyError for an id that is not published,
    ValueError for a discreet form that is not small.
    """
    if discreet and not form.small:
        raise ValueError(f"{form} names places: it has no discreet form")
    site = directory.settings.site
    parts = tuple(_parts(form, directory, words, said, cards, discreet, only))
    return Sheet(
        form=form,
        discreet=discreet,
        language=words.language,
        title=words("paper.discreet") if discreet else words(f"paper.{form}.title", area=site.area),
        area="" if discreet else site.area,
        calls=tuple(_calls(directory, words, discreet=discreet)),
        lead=() if discreet else _lead(directory, words),
        parts=parts,
        index=_index(parts) if form is Form.BOOKLET else (),
        preview=words("site.preview") if site.preview and not discreet else words("paper.unchecked") * site.preview,
        dated=_dated(directory, words),
        how="" if discreet else words("paper.how"),
        address="" if discreet else (site.url or "").removeprefix("https://"),
        code=qr_code(f"{site.url}/index.html") if site.url and not discreet else None,
        blank=_BLANK.get(form, 0),
    )


def _parts(
    form: Form,
    directory: Compiled,
    words: Words,
    said: Mapping[str, Said],
    cards: Mapping[str, Card],
    discreet: bool,  # noqa: FBT001 - passed on from a keyword
    only: tuple[str, ...],
) -> Iterator[Part]:
    if form.small:
        picked = tuple(("", said[one].resource) for one in only) or chosen(directory, form)
        url = directory.settings.site.url or ""
        carried = form is not Form.POSTER
        short = (
            short_line(need, said[r.id], cards[r.id], words, url, carried=carried, discreet=discreet)
            for need, r in picked
        )
        yield Part("", tuple(short))
        return
    grouped = _by_area(directory, said, words) if form is Form.ROLL_CALL else _by_need(directory)
    number = 0
    for title, resources in grouped:
        lines = []
        for resource in resources:
            number += form is Form.BOOKLET
            on = directory.build_date
            lines.append(full_line(said[resource.id], cards[resource.id], words, on, number))
        yield Part(title, tuple(lines))


def _by_need(directory: Compiled) -> Iterator[tuple[str, tuple[Resource, ...]]]:
    """Give every resource once, under the first need in which it is listed."""
    seen: set[str] = set()
    for listing in directory.listings:
        if listing.service is None:
            fresh = tuple(r for r in listing.resources if r.id not in seen)
            seen.update(r.id for r in fresh)
            if fresh:
                yield listing.label, fresh


def _by_area(directory: Compiled, said: Mapping[str, Said], words: Words) -> Iterator[tuple[str, tuple[Resource, ...]]]:
    """Give the lines that reach everywhere, then every town by its name; of a secret place no town."""
    everywhere = words("paper.everywhere")
    towns: dict[str, list[Resource]] = {everywhere: []}
    for _, resources in _by_need(directory):
        for resource in resources:
            address = resource.entry.address
            there = address and said[resource.id].place.lines
            towns.setdefault(address.city if address and there else everywhere, []).append(resource)
    first = [(everywhere, tuple(towns.pop(everywhere)))]
    yield from (pair for pair in first if pair[1])
    yield from ((town, tuple(towns[town])) for town in sorted(towns))


def _calls(directory: Compiled, words: Words, *, discreet: bool) -> Iterator[tuple[str, str]]:
    """Give 911, then the LEAD line, then the quick row. A discreet form has 911 and bare numbers."""
    yield "911", "" if discreet else words("home.danger")
    lead = directory.settings.lead.line
    if lead and lead.number:
        yield lead.number, "" if discreet else words("lead.line")
    for quick in quick_row(directory, words):
        name = " · ".join(part for part in (quick.label if quick.number else "", quick.hint) if part)
        yield quick.number or quick.label, "" if discreet else name


def _lead(directory: Compiled, words: Words) -> tuple[str, ...]:
    view = lead_view(directory, words)
    return (*view.lines, view.source) if view else (words("lead.none"),)


def _dated(directory: Compiled, words: Words) -> str:
    """Say how old the facts are, and when the paper is to be thrown away.

    That is when a check of a crisis number made on the day of printing would run out: the shortest promise on paper.
    """
    printed = date.fromisoformat(directory.build_date)
    end = printed + timedelta(days=directory.settings.site.limits.crisis_and_intake)
    facts = dates.partial_date(directory.facts_date, words)
    return words("paper.dated", date=facts, discard=dates.partial_date(end.isoformat(), words))


def _index(parts: tuple[Part, ...]) -> tuple[tuple[str, int], ...]:
    names = [(line.name, line.number) for part in parts for line in part.lines]
    return tuple(sorted(names, key=lambda pair: (pair[0].casefold(), pair[1])))
