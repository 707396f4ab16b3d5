"""What the pages about LEAD share: where a text is from, lists to go on to, and entries to call."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.pages.phrases import dates, phones

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.compile.model import Compiled
    from generator.config.lead import Proof
    from generator.config.strings import Words
    from generator.pages.phrases.model import PhoneAction
    from generator.pages.shell import Shell


@dataclass(frozen=True, slots=True)
class Onward:
    """A page to go on to. `count` is how many it lists, None for one resource; `phone` is its number, if any."""

    label: str
    path: str
    count: int | None = None
    phone: PhoneAction | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a text is from, as one line, and its public page or nothing."""

    text: str
    link: str


def origin(proof: Proof, words: Words) -> Origin:
    """Give source and date of a text in words."""
    date = dates.partial_date(proof.as_of, words)
    return Origin(words("lead.source", source=proof.source, date=date), proof.link)


def lists(directory: Compiled, slugs: Iterable[str]) -> tuple[Onward, ...]:
    """Give the list pages of these groups and services, without those that nobody offers."""
    found = (directory.listing(slug) for slug in slugs)
    return tuple(Onward(x.label, x.path, len(x.resources)) for x in found if x)


def resource(shell: Shell, entry_id: str) -> Onward | None:
    """Give one published resource and the number to call first, or None where it is not published."""
    found = shell.directory.resource(entry_id)
    if found is None:
        return None
    phone = found.first_phone()
    action = phones.action(phone, shell.words) if phone else None
    return Onward(found.title, found.path, phone=action if action and action.href else None)
