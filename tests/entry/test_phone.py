"""Numbers have one form, and only those that somebody can answer are let through."""

from __future__ import annotations

import pytest

from generator.entry.phone import SHORT_CODES, PhoneFault, fault, normal


@pytest.mark.parametrize(
    ("typed", "number", "extension"),
    [
        ("910-555-0100", "910-555-0100", ""),
        ("(910) 555-0100", "910-555-0100", ""),
        ("(910)555-0100", "910-555-0100", ""),
        ("910.555.0100", "910-555-0100", ""),
        ("910 555 0100", "910-555-0100", ""),
        ("9105550100", "910-555-0100", ""),
        ("910/555-0100", "910-555-0100", ""),
        ("1-910-555-0100", "910-555-0100", ""),
        ("+1 910 555 0100", "910-555-0100", ""),
        ("+1.910.555.0100", "910-555-0100", ""),
        ("tel:+19105550100", "910-555-0100", ""),
        ("910\u2013555\u20130100", "910-555-0100", ""),
        ("910-555-0100 ext 7", "910-555-0100", "7"),
        ("910-555-0100 ext. 7744", "910-555-0100", "7744"),
        ("910-555-0100, extension 12", "910-555-0100", "12"),
        ("910-555-0100x12", "910-555-0100", "12"),
        ("910-555-0100 #12", "910-555-0100", "12"),
        ("1-800-FLOWERS", "800-356-9377", ""),
        ("800 flowers", "800-356-9377", ""),
        ("9-8-8", "988", ""),
        ("9 1 1", "911", ""),
        ("741-741", "741741", ""),
    ],
)
def test_usual_ways_of_writing(typed: str, number: str, extension: str) -> None:
    """Every usual way of writing a number gives the one form."""
    assert normal(typed) == (number, extension)


@pytest.mark.parametrize(
    "typed",
    [
        "", "555-0100", "call 910-555-0100", "910-555-0100 or 910-555-0101", "+44 20 7946 0958", "910-555-01000",
        "910-555-01", "24/7", "none", "888-HELP", "12345678901234", "910-555-O1OO",
    ],
)  # fmt: skip
def test_unclear_numbers_are_not_guessed(typed: str) -> None:
    """What could be two numbers, a foreign one or a wrong one is left to a person."""
    assert normal(typed) == ("", "")


@pytest.mark.parametrize("number", ["910-323-1540", "919-733-4261", "800-273-8255", "833-870-5500", "787-765-2929"])
def test_numbers_of_the_states_territories_and_toll_free(number: str) -> None:
    """Numbers that an American phone can call without a fee are right."""
    assert fault(number) is None


@pytest.mark.parametrize("area", ["268", "284", "473", "649", "664", "767", "809", "829", "849", "876", "416", "900"])
def test_numbers_that_look_domestic(area: str) -> None:
    """Area codes of the Caribbean and Canada, and fee numbers, are refused although they are right numbers."""
    assert fault(f"{area}-455-1234") is PhoneFault.ABROAD


@pytest.mark.parametrize("number", ["910-155-1234", "155-455-1234", "211-455-1234", "555-455-1234"])
def test_numbers_that_cannot_exist(number: str) -> None:
    """Area codes and exchanges that the numbering plan does not have are refused."""
    assert fault(number) is PhoneFault.IMPOSSIBLE


@pytest.mark.parametrize(
    ("number", "refused"),
    [("910-555-0100", True), ("800-555-0199", True), ("910-555-0200", False), ("910-555-1212", False)],
)
def test_invented_numbers(number: str, refused: bool) -> None:
    """555-0100 to 555-0199 are for tests only, the rest of 555 is not."""
    assert fault(number) is (PhoneFault.INVENTED if refused else None)
    assert fault(number, invented=True) is None


@pytest.mark.parametrize("code", sorted(SHORT_CODES))
def test_short_codes(code: str) -> None:
    """Known short numbers of three digits are called or texted, longer ones only texted."""
    assert fault(code, "text") is None
    assert fault(code) is (PhoneFault.TEXT_ONLY if len(code) > 3 else None)


@pytest.mark.parametrize("code", ["411411", "12345", "999", "112", "000"])
def test_other_short_codes(code: str) -> None:
    """Any other short number is refused, also in tests."""
    assert fault(code, "text", invented=True) is PhoneFault.UNKNOWN_SHORT
