"""A printed form as values: plain texts in the order in which they stand, the same for page and PDF."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.compile.qr import QrCode


class Form(StrEnum):
    """What can be printed. The word is also the name of the page and of the file."""

    CARD = "card"
    ROLL_CALL = "roll-call"
    BOOKLET = "booklet"
    POSTER = "poster"
    SLIP = "slip"

    @property
    def small(self) -> bool:
        """Whether it holds a choice of places, each in a line or two, and may be made discreet."""
        return self in {Form.CARD, Form.POSTER, Form.SLIP}


@dataclass(frozen=True, slots=True)
class Line:
    """One place or line on a form.

    `number` counts through a booklet from 1, and is 0 elsewhere. `need` is what it helps with, empty where a heading
    says so. `phone` is what must be dialled or sent, all of it; `others` are further numbers. `where` is the address or
    the area served; of a confidential place neither. `when` says hours and how they are known, or that nobody
    confirmed them. `facts` are told answers, `unknown` names what nobody has told. `officers` is the answer to police
    drop-off. `code` leads to its page.
    """

    id: str
    number: int
    name: str
    need: str
    phone: str
    others: tuple[str, ...]
    where: str
    when: str
    officers: str
    facts: tuple[str, ...]
    unknown: str
    alert: str
    code: QrCode | None


@dataclass(frozen=True, slots=True)
class Part:
    """Lines under one heading, such as a need or a town."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One form.

    `calls` are the numbers that come before all else, 911 first, each with a few words. `preview` is empty on a live
    site. `dated` says how old the facts are and when to throw the paper away. `address` is where the newest facts are,
    with its code, both empty while the site has no address. `blank` counts ruled lines for a pen. `index` leads from
    names to numbers of lines. `discreet` forms name neither services nor places.
    """

    form: Form
    discreet: bool
    language: str
    title: str
    area: str
    calls: tuple[tuple[str, str], ...]
    lead: tuple[str, ...]
    parts: tuple[Part, ...]
    index: tuple[tuple[str, int], ...]
    preview: str
    dated: str
    how: str
    address: str
    code: QrCode | None
    blank: int

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines, in the order of the form."""
        return tuple(line for part in self.parts for line in part.lines)
