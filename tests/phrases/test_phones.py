"""What a tap on a number does, and what is printed beside it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.entry import hours
from generator.entry.model import Language, Phone
from generator.pages.phrases import phones
from tests.phrases.county import words

KINDS = ("voice", "text", "tty", "fax", "video")
DIGITS = "0123456789"
PHONES = st.builds(
    Phone,
    number=st.from_regex(r"[0-9]{3}-[0-9]{3}-[0-9]{4}|[0-9]{3}|[0-9]{5,6}", fullmatch=True, alphabet=DIGITS + "-"),
    kind=st.sampled_from(KINDS),
    purpose=st.sampled_from(("main", "intake", "crisis", "after-hours", "officer")),
    extension=st.text(DIGITS, max_size=7),
    press=st.text(DIGITS + "*#", max_size=3),
    text=st.sampled_from(("", "HOME", "AYUDA 2", "Hi there")),
)


@pytest.mark.parametrize(
    ("phone", "kind", "href", "label"),
    [
        (Phone("910-555-0100"), "call", "tel:+19105550100", "Call 910-555-0100"),
        (Phone("988"), "call", "tel:988", "Call 988"),
        (Phone("988", press="1"), "call", "tel:988", "Call 988, then press 1"),
        (Phone("910-555-0100", extension="7744"), "call", "tel:+19105550100", "Call 910-555-0100, extension 7744"),
        (Phone("741741", "text", text="HOME"), "text", "sms:741741?&body=HOME", "Text HOME to 741741"),
        (Phone("988", "text", text="I AM HERE"), "text", "sms:988?&body=I%20AM%20HERE", "Text I AM HERE to 988"),
        (Phone("910-555-0100", "text"), "text", "sms:+19105550100", "Text 910-555-0100"),
        (Phone("910-555-0100", "tty"), "tty", "tel:+19105550100", "TTY 910-555-0100"),
        (Phone("910-555-0100", "video"), "video", "tel:+19105550100", "Video phone 910-555-0100"),
        (Phone("910-555-0100", "fax"), "fax", "", "Fax 910-555-0100"),
    ],
)
def test_each_kind_has_its_address_and_label(phone: Phone, kind: str, href: str, label: str) -> None:
    """Calls, texts, TTY, fax and video lead where they should, and say so."""
    action = phones.action(phone, words())
    assert (action.kind, action.href, action.label) == (kind, href, label)


def test_hints_say_purpose_hours_languages_and_note() -> None:
    """Whatever else the entry knows about a number stands beside it."""
    answered = hours.parse("Mo-Fr 09:00-17:00")
    phone = Phone("910-555-0100", purpose="intake", note="Ask for a bed.", hours=answered, languages=(Language("es"),))
    assert phones.action(phone, words()).hints == (
        "Intake",
        "Answered Mon-Fri 9 am to 5 pm",
        "In Spanish",
        "Ask for a bed.",
    )


def test_the_main_number_needs_no_word_for_its_purpose() -> None:
    """A plain main number has no hint at all."""
    action = phones.action(Phone("910-555-0100"), words())
    assert (action.purpose, action.hint) == ("", "")


@given(PHONES)
def test_a_tap_dials_the_digits_of_the_entry_and_no_others(phone: Phone) -> None:
    """The digits of an address are those of the number, after +1 unless it is a short code."""
    href = phones.action(phone, words()).href
    if phone.kind == "fax":
        assert href == ""
        return
    dialled = href.partition(":")[2].partition("?")[0]
    digits = phone.number.replace("-", "")
    assert dialled == (digits if phone.short else f"+1{digits}")


@given(PHONES)
def test_everything_to_dial_press_or_send_is_in_the_label(phone: Phone) -> None:
    """A person who reads the label alone has all that is needed, and can copy the number as it stands."""
    action = phones.action(phone, words())
    sent = phone.text if phone.kind == "text" else ""
    for part in (phone.number, phone.extension, phone.press, sent):
        assert part in action.label
    assert action.number == phone.number


@given(PHONES)
def test_a_screen_reader_hears_the_label_and_every_digit(phone: Phone) -> None:
    """The spoken name begins with the words that are seen, and then gives the digits one by one."""
    action = phones.action(phone, words())
    assert action.aria.startswith(action.label)
    spoken = action.aria.removeprefix(action.label)
    assert re.findall(r"\d", spoken) == re.findall(r"\d", phone.number)
    assert not re.search(r"\d\d", spoken)
