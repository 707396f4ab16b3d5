"""Where a secret place is cannot be written in any ordinary spelling, with or without the line that says it is one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.check.run import check_file
from generator.config.gazetteer import read_gazetteer
from generator.config.table import Text
from generator.entry.source import SourceFile
from tests.check.conftest import county_settings
from tests.check.test_safety import HARMLESS, LEAKS, PATH, SAFE

if TYPE_CHECKING:
    from generator.config.settings import Settings

STREETS = b"""city,street,block,lat,lon
Harborview,HAY ST,100,35.053,-78.878
Harborview,RAMSEY ST,100,35.054,-78.878
Harborview,BRAGG BLVD,100,35.055,-78.878
Harborview,MURCHISON RD,100,35.056,-78.878
Harborview,HOPE MILLS RD,100,35.057,-78.878
Harborview,CAPE FEAR AVE,100,35.058,-78.878
Harborview,DURHAM ST,100,35.059,-78.878
Harborview,VILLAGE DR,100,35.060,-78.878
Harborview,VOLUNTEER DR,100,35.061,-78.878
Harborview,PERSON ST,100,35.062,-78.878
"""
PLACES = b"""id,name,kind,towns,lat,lon,source
hope-mills,Hope Mills,town,Hope Mills,34.97,-78.95,invented
cape-fear,Cape Fear Valley Medical Center,hospital,,35.06,-78.93,invented
"""
SPELLINGS = (
    "120 ramsey",
    "Ramsey 120",
    "the house on ramsey street",
    "the house on larch street",
    "the green door on Ramsey",
    "Hay St",
    "hay st.",
    "bragg blvd and hay st",
    "1200 block of Murchison",
    "twelve hundred block",
    "at murchison",
    "Ramsey and Hay",
    "between Hay and Ramsey",
    "down Ramsey",
    "Larch Rd",
    "MLK Freeway",
    "123 Main",
    "number 512 on Larch",
    "a house at 512",
    "behind Walmart",
    "off the 401",
    "Box 12",
    "35,05 -78,88",
    "zip 283 01",
    "twelve Hay Street",
    "twelve larch street",
    "123-Hay-Street",
    "123.Hay.St",
    "123_larch_street",
    "Village Drive",
    "on third street",
    "Calle Hay 123",
    "Avenida Larch",
    "carretera 24",
    "PO Box 1234",
    "P. O. Box 12",
    "Suite 101",
    "Apt 5B",
    "apt C",
    "Lot 12 Pine Acres",
    "NC 87 South at mile 4",
    "off I-95",
    "off highway 24",
    "2 miles north of town",
    "35 03 10 N 78 52 40 W",
    "n 35.05 w 78.88",
    "35.05, -78.88",
    "35 degrees north",
    "latitude 35",
    "what3words filled.count.soap",
    "w3w filled.count.soap",
    "the geohash dnq8mvh3k",
    "dnq8mvh3k",
    "8773x4r2+6v",
    "near Cape Fear Valley hospital",
    "behind Cape Fear Valley Medical Center",
    "beside the fire station on Ramsey",
    "near the old fire station",
    "\u041d\u0430\u0443 St",
    "\uff11\uff12\uff13 \uff28\uff41\uff59 Street",
    "\u2460\u2461\u2462 Hay Street",
)
SENTENCES = (
    *HARMLESS,
    "Call NC 211 or 988. Call us 24/7.",
    "Volunteer drive on Saturday, with 12 volunteers.",
    "One person drives you to court.",
    "30 people live in this village.",
    "Someone meets you at Cape Fear Valley Medical Center.",
    "In Harborview, near Hope Mills and near Durham County.",
    "A safe room 24 hours a day.",
    "Street outreach on Monday.",
    "A unit of 4 nurses; a lot of help.",
    "La gente en la calle puede llamar.",
    "Ask about the 50B order. Up to 12 visits, 2 each week.",
    "On nights below 35 degrees.",
    "Central Time, one hour behind Fayetteville.",
    "Lee and Davis are two of our 12 counselors.",
    "We find a home at no cost. 12 oak trees stand for 12 women.",
)


def _settings() -> Settings:
    gazetteer = read_gazetteer(streets=Text("streets.csv", STREETS), places=Text("places.csv", PLACES))
    return replace(county_settings(), gazetteer=gazetteer)


def _told(text: str) -> list[tuple[str, int]]:
    problems = check_file(SourceFile(PATH, text.encode()), _settings()).problems
    return [(problem.code, problem.line) for problem in problems if problem.code[0] == "E"]


def _forgotten(text: str) -> str:
    return text.replace("confidential: yes\n", "")


@pytest.mark.parametrize("leak", SPELLINGS)
@pytest.mark.parametrize("line", ['what_happens: "Come to {}"', "# {}"], ids=["text", "remark"])
def test_every_spelling_is_found(leak: str, line: str) -> None:
    """Local names, number words, signs for blanks and letters of other alphabets hide nothing."""
    assert _told(SAFE + line.format(leak) + "\n") == [("E502", SAFE.count("\n") + 1)]


@pytest.mark.parametrize("leak", [*LEAKS, *SPELLINGS])
def test_one_forgotten_line_publishes_nothing(leak: str) -> None:
    """Without `confidential: yes` the same texts are refused, because the service needs written leave."""
    text = _forgotten(SAFE)
    assert _told(f'{text}eligibility: "Come to {leak}"\n') == [("E503", text.count("\n") + 1)]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentences_pass(sentence: str) -> None:
    """What a hotline writes is not taken for a place, with the line or without it."""
    more = f'what_happens: "{sentence}"\n# {sentence}\n'
    assert _told(SAFE + more) == []
    assert _told(_forgotten(SAFE) + more) == []


def test_leave_opens_the_entry() -> None:
    """With written leave an address may stand in every field."""
    leave = "address_release:\n  on_file: yes\n  by_role: director\n  date: 2026-01-01\n"
    assert _told(_forgotten(SAFE) + leave + "what_happens: Come to 12 Hay Street\n") == []


@pytest.mark.parametrize(("area", "right"), [("Hope Mills", True), ("Haymount", False), ("Oak Street", False)])
def test_the_area_of_a_secret_place(area: str, right: bool) -> None:
    """A secret place may serve a town of the area by its name, and no smaller part."""
    assert _told(f"{SAFE}service_area: [{area}]\n") == ([] if right else [("E502", SAFE.count("\n") + 1)])


@pytest.mark.parametrize("field", ["online_form: https://quiet.example/form", "external_codes: {other: {a: b}}"])
def test_fields_that_can_hold_a_place(field: str) -> None:
    """Forms and codes of other systems cannot be written in a confidential entry."""
    assert [code for code, _ in _told(SAFE.replace('external_codes:\n  oe: ["11800"]\n', "") + field)] == ["E501"]


@pytest.mark.parametrize("name", ["12-larch-street", "hay-st-house", "near-cape-fear-valley-medical-center"])
def test_a_file_name_is_looked_through(name: str) -> None:
    """The name of a file, which is the address of its page, tells no more than its texts."""
    text = SAFE.replace("[domestic-violence]", "[crisis-line, domestic-violence]")
    for code, data in (("E502", text), ("E503", _forgotten(text))):
        file = SourceFile(f"directory/crisis/{name}.yaml", data.encode())
        assert [problem.code for problem in check_file(file, _settings()).problems] == [code]


def test_a_zip_code_does_not_pass_as_a_code_of_a_service() -> None:
    """A ZIP code of the area is one wherever it stands."""
    assert [code for code, _ in _told(SAFE.replace("11800", "28301"))] == ["E502"]
