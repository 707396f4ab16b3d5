"""Phone numbers as buttons: what a tap dials or writes, and everything that must be read beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from generator.pages.phrases import hours, languages
from generator.pages.phrases.cache import per_words
from generator.pages.phrases.model import ActionKind, PhoneAction

if TYPE_CHECKING:
    from generator.config.strings import Words
    from generator.entry.model import Phone

_KINDS: dict[str, ActionKind] = {"voice": "call", "text": "text", "tty": "tty", "fax": "fax", "video": "video"}
_COUNTRY = "+1"


def action(phone: Phone, words: Words) -> PhoneAction:
    """Give the button of one number, and the words beside it.

    An extension and a key to press are words only. In the address of a call they would have to be `;ext=` or pauses,
    and a phone that does not know them dials the letters or loses them: a person reads and presses.
    """
    kind = _KINDS[phone.kind]
    label = _label(words, kind, phone.number, phone.extension, phone.press, phone.text)
    return PhoneAction(
        kind=kind,
        href=href(phone),
        label=label,
        number=phone.number,
        aria=words("phone.aria", label=label, digits=digits(phone.number)),
        purpose=_purpose(words, phone.purpose),
        hints=tuple(_hints(phone, words)),
    )


def href(phone: Phone) -> str:
    """Give the address of a tap: `tel:+19105550100`, `tel:988`, `sms:741741?&body=HOME`; empty for a fax.

    `?&body=` fills the message in on both kinds of phone; where it is dropped, the label says what to send.
    """
    number = phone.number if phone.short else _COUNTRY + phone.number.replace("-", "")
    if phone.kind == "fax":
        return ""
    if phone.kind == "text":
        return f"sms:{number}?&body={quote(phone.text)}" if phone.text else f"sms:{number}"
    return f"tel:{number}"


def digits(number: str) -> str:
    """Give a number digit by digit, in its groups, for a screen reader: `9 1 0, 5 5 5, 0 1 0 0`."""
    return ", ".join(" ".join(group) for group in number.split("-"))


def _hints(phone: Phone, words: Words) -> list[str]:
    purpose = _purpose(words, phone.purpose)
    answered = words("phone.hours", hours=hours.say(phone.hours, words).one_line) if phone.hours else ""
    spoken = words("phone.languages", languages=languages.line(phone.languages, words)) if phone.languages else ""
    return [hint for hint in (purpose, answered, spoken, phone.note) if hint]


@per_words
def _label(words: Words, kind: ActionKind, number: str, extension: str, press: str, text: str) -> str:
    label = (
        words("phone.send", text=text, number=number)
        if kind == "text" and text
        else words(f"phone.{kind}", number=number)
    )
    if extension:
        label = words("phone.extension", label=label, extension=extension)
    return words("phone.press", label=label, digit=press) if press else label


@per_words
def _purpose(words: Words, purpose: str) -> str:
    return "" if purpose == "main" else words(f"phone.purpose.{purpose}")
