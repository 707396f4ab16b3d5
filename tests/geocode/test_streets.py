"""One spelling for streets, and the parts of an address line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.config.streets import Street, parse_street, plain_name, same_street, street_name

SAME = [
    ("South King Street", "S. KING ST"),
    ("raven hill drive", "RAVEN HILL DR"),
    ("Saint Louis St.", "ST LOUIS STREET"),
    ("Mt. Airy Rd", "Mount Airy Road"),
    ("Ft Anchor Road", "FORT ANCHOR RD"),
    ("Peña Trail Extension", "PENA TRL EXT"),
    ("Kelp Loop", "KELP LP"),
    ("Main Street North", "MAIN ST N"),
    ("First Street", "1ST ST"),
    ("St. Ann's Way", "St Anns Way"),
    ("Old  Bay\tBoulevard", "OLD BAY BLVD"),
    ("O\u2019Hara Avenue", "OHARA AVE"),
    ("Winslow-Mole Court", "WINSLOW MOLE CT"),
]
DIFFERENT = [
    ("Anchor Street", "Anchor Road"),
    ("North Anchor Street", "South Anchor Street"),
    ("North Street", "South Street"),
    ("Anchor Court", "Anchor Circle"),
    ("First Street", "Second Street"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_two_spellings_of_one_street(a: str, b: str) -> None:
    """People, cities and providers write one street in many ways."""
    assert street_name(a) == street_name(b)


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_two_streets(a: str, b: str) -> None:
    """What differs in kind, number or direction stays apart."""
    assert street_name(a) != street_name(b)
    assert not same_street(street_name(a), street_name(b))


def test_a_direction_that_one_side_leaves_out() -> None:
    """It may be the same street; two directions that differ may not, and a name is no direction."""
    assert same_street("S ANCHOR ST", "ANCHOR ST")
    assert same_street("ANCHOR ST", "ANCHOR ST E")
    assert not same_street("S ANCHOR ST", "ANCHOR ST N")
    assert not same_street("N ST", "ST")


LINES = {
    "12 Anchor Street": Street(12, "ANCHOR ST", line="12 Anchor Street"),
    "  12   Anchor  Street ": Street(12, "ANCHOR ST", line="12 Anchor Street"),
    "12 Anchor Street, Suite 4": Street(12, "ANCHOR ST", line="12 Anchor Street"),
    "12 Anchor Street Suite 4": Street(12, "ANCHOR ST", line="12 Anchor Street"),
    "12 Anchor St #4": Street(12, "ANCHOR ST", line="12 Anchor St"),
    "12 Anchor St Apt. B": Street(12, "ANCHOR ST", line="12 Anchor St"),
    "12B Anchor St": Street(12, "ANCHOR ST", line="12B Anchor St"),
    "12-B Anchor St": Street(12, "ANCHOR ST", line="12-B Anchor St"),
    "12-16 Anchor St": Street(12, "ANCHOR ST", line="12-16 Anchor St"),
    "12 1/2 Anchor St": Street(12, "ANCHOR ST", line="12 Anchor St"),
    "12 Building St": Street(12, "BUILDING ST", line="12 Building St"),
    "12 1st Ave": Street(12, "1ST AVE", line="12 1st Ave"),
    "1st Ave": Street(None, "1ST AVE", line="1st Ave"),
    "Harbor Church, 12 Anchor St, Room 3": Street(12, "ANCHOR ST", line="12 Anchor St"),
    "Kelp Building, Room 630, Harbor College": Street(None, "KELP BUILDING", line="Kelp Building"),
    "Anchor St and Mole Lane": Street(None, "ANCHOR ST", "MOLE LN", "Anchor St and Mole Lane"),
    "Anchor St at Mole Lane": Street(None, "ANCHOR ST", "MOLE LN", "Anchor St at Mole Lane"),
    "Anchor St & Mole Lane": Street(None, "ANCHOR ST", "MOLE LN", "Anchor St & Mole Lane"),
    "Kelp Road": Street(None, "KELP RD", line="Kelp Road"),
    "PO Box 12": Street(None, ""),
    "P.O. Box 12": Street(None, ""),
    "Post Office Box 12": Street(None, ""),
    "": Street(None, ""),
    " , ,": Street(None, ""),
}


@pytest.mark.parametrize(("line", "street"), LINES.items())
def test_the_parts_of_a_line(line: str, street: Street) -> None:
    """House number, street, crossing; a unit and a building's name are cut."""
    assert parse_street(line) == street


@given(st.text(max_size=60))
def test_a_name_is_in_its_own_spelling(text: str) -> None:
    """Whatever is spelled once is not spelled otherwise the second time."""
    name = street_name(text)
    assert street_name(name) == name
    assert street_name(name.lower()) == name
    assert name == " ".join(name.split())
    assert name.isascii()


LIKELY = "North S SOUTHEAST Anchor King Saint St First Tenth 3rd Mt Fort Road Rd. Street Lane Trail Ext Extension"
words = st.sampled_from(LIKELY.split())


@given(st.lists(words, min_size=1, max_size=6).map(" ".join))
def test_names_of_likely_words_are_in_their_own_spelling(text: str) -> None:
    """The same with the words that the rules are about."""
    name = street_name(text)
    assert street_name(name) == name
    assert street_name(text.upper()) == street_name(text.lower()) == name


@given(
    st.integers(0, 999999), st.lists(words, min_size=1, max_size=4).map(" ".join), st.sampled_from(["", ", Suite 9"])
)
def test_any_number_and_street_are_told_apart(number: int, words: str, unit: str) -> None:
    """The number is the number, the rest is the street."""
    street = parse_street(f"{number} {words}{unit}")
    assert (street.number, street.name) == (number, street_name(words))


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    """Nothing that anybody types is an error, and what was read reads the same again."""
    street = parse_street(text)
    again = parse_street(street.line)
    assert (again.number, again.name, again.cross) == (street.number, street.name, street.cross)
    assert plain_name(plain_name(text)) == plain_name(text)
