"""The phrases as values: what the functions of this package give and the templates print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

State = Literal["yes", "no", "ask", "info"]
"""How an answer feels to the person who looks: good news, a barrier, must be asked first, or neither."""

ActionKind = Literal["call", "text", "tty", "fax", "video"]


@dataclass(frozen=True, slots=True)
class TrustLine:
    """How a fact is known: "Listed. Source 2024, call first" or "Confirmed by phone, November 11, 2026".

    `checked` is the day of the check (YYYY-MM-DD), empty for what is only listed. When it is more than `limit_days`
    ago, the device shows `aged_text` in place of `text`; `aged_text` is empty where there is no check.
    """

    text: str
    aged_text: str
    checked: str
    limit_days: int

    @property
    def confirmed(self) -> bool:
        """Whether somebody asked the provider, and the device must hold the day of it against the limit."""
        return bool(self.checked)

    @property
    def aged(self) -> bool:
        """Whether the check was past its limit when the page was made."""
        return bool(self.checked) and self.text == self.aged_text


@dataclass(frozen=True, slots=True)
class PhoneAction:
    """One number and what a tap does.

    `label` is the button's whole text ("Call 910-555-0100, extension 7744", "Text HOME to 741741") and so holds all
    that must be dialled or sent. `aria` is the label followed by the number digit by digit. `number` is plain text as
    the entry has it, fit to copy. `href` is empty for a fax. `purpose` is empty for the main number, else "Intake" or
    the like. `hints` are short sentences to print below, in order: purpose, steps, hours, languages, note.
    """

    kind: ActionKind
    href: str
    label: str
    number: str
    aria: str
    purpose: str
    hints: tuple[str, ...]

    @property
    def hint(self) -> str:
        """All hints as one text, empty if there are none."""
        return " · ".join(self.hints)


@dataclass(frozen=True, slots=True)
class HoursRow:
    """Days with the same hours: "Monday to Friday" (`days_short` "Mon-Fri"), "9 am to 5 pm", and a note or nothing.

    `weekdays` are the days as numbers, 0 is Monday; empty for rows such as "Third Wednesday of the month".
    """

    days: str
    days_short: str
    times: str
    note: str
    weekdays: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class HoursWords:
    """What an hours text says. `exceptions` are whole texts: "Public holidays: closed", "December 25: closed".

    `one_line` says all of it in the short form, for cards and sentences. `always` is 24 hours on every day, without
    an exception.
    """

    rows: tuple[HoursRow, ...]
    exceptions: tuple[str, ...]
    always: bool
    one_line: str


@dataclass(frozen=True, slots=True)
class HoursView:
    """The hours of one purpose, of the entry or of one service.

    `title` heads the table: "Open", "Phone answered", "Meals", "Meals: Intake". `sentence` is the whole in one line
    with how it is known: "Listed hours: Mon-Fri 9 am to 5 pm. Source 2024, call first"; `aged_sentence` takes its place
    when the check is past its limit, and is empty where there is no check. `service` is a slug or empty.
    """

    purpose: str
    service: str
    title: str
    rows: tuple[HoursRow, ...]
    exceptions: tuple[str, ...]
    always: bool
    one_line: str
    sentence: str
    aged_sentence: str
    trust: TrustLine


@dataclass(frozen=True, slots=True, eq=False)
class FactRow:
    """One question and its answer: "Photo ID", "Not needed".

    Rows that say the same are one object (see `cache`), which is what they are compared by: fast, as a key.

    `known` is False where nobody has told: then `text` is "Not confirmed", `state` is "ask" and `trust` is None.
    Where an answer counts only while it is confirmed, `aged_text` and `aged_state` take the place of `text` and
    `state` once the check is past its limit (see `trust`); everywhere else both are empty. Such an `aged_text` names
    its source, and so does `text` where `asks`: it is that question already. `items` are the parts of an answer that
    is a list. `href` is set where the answer is a web address.
    """

    name: str
    label: str
    state: State
    text: str
    note: str
    trust: TrustLine | None
    known: bool = True
    aged_text: str = ""
    aged_state: State | Literal[""] = ""
    items: tuple[str, ...] = ()
    href: str = ""
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Directions:
    """Where a maps program is to go. `address` is fit to copy; `target` is the address or `lat,lon`.

    `href` is an https address that opens in any browser or maps program. A page must say that the tap hands the
    address over. `geo` is a `geo:` address for Android, empty where the point is too vague for it.
    """

    address: str
    target: str
    href: str
    geo: str


@dataclass(frozen=True, slots=True)
class PlaceView:
    """Where it is, in words.

    `lines` is the postal address line by line, empty where there is none; `one_line` the same in one. `area` is the
    area served ("Whole county"), empty if unknown. `approximate` says how vague the point on the map is, empty
    if it is exact or there is none. `confidential` says that the place is secret, and then nothing else is here.
    """

    lines: tuple[str, ...]
    one_line: str
    note: str
    area: str
    approximate: str
    confidential: str
    directions: Directions | None


@dataclass(frozen=True, slots=True)
class LanguageItem:
    """One language: "Spanish", "phone interpreter" (empty if unknown), the note, and all of it as one text."""

    code: str
    name: str
    how: str
    note: str
    text: str


@dataclass(frozen=True, slots=True)
class SourceItem:
    """One source or check: who, where to read it (empty for a check), when in words, and which facts in words.

    `text` is the line to print: "Harbor Ministries, January 2026". `facts` is empty where it stands for all others.
    """

    publisher: str
    url: str
    date: str
    facts: tuple[str, ...]
    note: str
    text: str
