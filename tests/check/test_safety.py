"""No address of a secret place and nothing about a person gets through; ordinary sentences do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

SAFE = """\
name: Quiet Line
organization: Quiet Line of Harbor County
summary: Talk to someone, day and night, when you are afraid at home.
services: [domestic-violence]
status: active
confidential: yes
phones:
  - number: 910-555-0190
  - number: 741741
    kind: text
    text: HOME
external_codes:
  oe: ["28301"]
sources:
  - publisher: Quiet Line
    url: https://quiet.example/2026/10/29/talk-to-us
    date: 2026-10-05
"""
PATH = "directory/safety/safety-3.yaml"

LEAKS = (
    "512 Maple Hill Road",
    "512 Maple Hill Rd.",
    "512-B Maple St",
    "512 N. Maple Street",
    "512 north maple street",
    "512 MAPLE ST",
    "9 Ferry Court",
    "1100 Bragg Blvd",
    "77 Martin Luther King Jr. Highway",
    "12 5th Avenue",
    "the brick house on Maple Street",
    "just off Ramsey Street",
    "near Hope Mills Road",
    "Maple St and Third Ave",
    "the corner of Maple and Third",
    "the intersection of Maple and Third",
    "across the street from the library",
    "across from the library",
    "next door to the fire station",
    "located behind the church",
    "located on the hill",
    "turn left at the light",
    "exit 49 of the freeway",
    "35.0527, -78.8784",
    "35.0527/-78.8784",
    "-78.87841",
    "35°03'10 N",
    "8773X4R2+6V",
    "https://www.google.com/maps/place/x",
    "https://maps.app.goo.gl/abcdef",
    "https://www.openstreetmap.org/node/1",
    "https://what3words.com/filled.count.soap",
    "///filled.count.soap",
    "geo:35.05,-78.87",
    "28399",
    "28399-1234",
)
HARMLESS = (
    "Call day and night, 24 hours a day, for a safe place to stay.",
    "Call 911 if you are in danger right now.",
    "Call 988 and press 1, or text HOME to 741741.",
    "There are 30 beds for women and 12 for children.",
    "Help within 24 hours in any place of the county.",
    "You can stay 30 to 45 days. It is free.",
    "Call 910-555-0190 or 800-555-0191 on your way.",
    "For 2 or 3 weeks you have your own place.",
    "Since 1998 we drive people to court.",
    "Open to people of 18 years and over.",
    "Ask for the advocate. She can meet you at any court.",
    "The line has 5 people on every shift, also on the road.",
    "100 percent free, 7 days a week, in every street of town.",
    "Serves Harbor County.",
)


@pytest.mark.parametrize("leak", LEAKS)
@pytest.mark.parametrize(
    "line",
    ['what_happens: "Come to {}"', "# {}", 'also_known_as: ["The house, {}"]', 'editor_note: "We read: {}"'],
    ids=["text", "remark", "name", "note"],
)
def test_addresses_are_found(told: Callable[..., list], leak: str, line: str) -> None:
    """Whatever says where a secret place is, is told once, in every field and in remarks."""
    problems = told(SAFE + line.format(leak) + "\n", PATH)
    assert [(problem.code, problem.line) for problem in problems] == [("E502", SAFE.count("\n") + 1)]


@pytest.mark.parametrize("text", HARMLESS)
def test_ordinary_sentences_pass(told: Callable[..., list], text: str) -> None:
    """Sentences that a hotline writes are not taken for addresses."""
    assert told(f'{SAFE}what_happens: "{text}"\n# {text}\n', PATH) == []


def test_an_address_over_two_lines(told: Callable[..., list]) -> None:
    """A number at the end of a line and its street on the next are one address."""
    (problem,) = told(SAFE + "what_happens: Come to 512\n  Maple Street in the evening.\n", PATH)
    assert (problem.code, problem.line, problem.length) == ("E502", SAFE.count("\n") + 1, len("512"))


def test_an_address_behind_escapes(told: Callable[..., list]) -> None:
    """Letters written as codes hide nothing."""
    (problem,) = told(SAFE + 'what_happens: "Come to \\x35\\x31\\x32 Maple Stree\\x74."\n', PATH)
    assert problem.code == "E502"


def test_an_address_in_a_link(told: Callable[..., list]) -> None:
    """An address in the words of a link is one, a date in it is none."""
    assert [p.code for p in told(SAFE.replace("/talk-to-us", "/512-maple-street"), PATH)] == ["E502"]
    assert told(SAFE.replace("/talk-to-us", "/new-street-outreach"), PATH) == []


@pytest.mark.parametrize("field", ["address", "point", "address_release", "transport_note", "live_availability_url"])
def test_fields_of_a_place_cannot_be_written(told: Callable[..., list], field: str) -> None:
    """A confidential entry has no field for a place, whatever it would hold; its lines are told once."""
    values = {
        "address": "\n  street: 512 Maple Street\n  city: Harborview\n  state: NC\n  zip: 28300",
        "point": "\n  lat: 35.0421\n  lon: -78.8967\n  source: map",
        "address_release": "\n  on_file: yes\n  by_role: director\n  date: 2026-01-01",
        "transport_note": " Bus 4",
        "live_availability_url": " https://beds.example/now",
    }
    problems = told(f"{SAFE}{field}:{values[field]}\n", PATH)
    assert [(problem.code, problem.seen.split(":")[0]) for problem in problems] == [("E501", field)]


def test_other_entries_may_have_addresses(codes: Callable[..., list[str]]) -> None:
    """What is told in a confidential entry is right in all others."""
    assert codes("transport_note: Across from the library, corner of Maple Street, 28399\n") == []


@pytest.mark.parametrize("service", ["domestic-violence", "sexual-assault", "human-trafficking"])
def test_safe_places_need_leave(told: Callable[..., list], service: str) -> None:
    """A street or point of a place for victims needs written leave; a town alone does not."""
    base = SAFE.replace("confidential: yes\n", "").replace("[domestic-violence]", f"[{service}]")
    town = "address:\n  city: Harborview\n  state: NC\n"
    assert [p.code for p in told(base + town + "  street: 12 Lantern Street\n", PATH)] == ["E503"]
    assert told(base + town, PATH) == []
    leave = "address_release:\n  on_file: yes\n  by_role: director\n  date: 2026-01-01\n"
    assert told(base + town + "  street: 12 Lantern Street\n" + leave, PATH) == []


@pytest.mark.parametrize(
    ("name", "services", "sensitive", "code"),
    [
        ("safety-12", "[domestic-violence]", "", None),
        ("quiet-line", "[domestic-violence]", "", "E504"),
        ("safety-one", "[sexual-assault]", "", "E504"),
        ("abuse-line", "[crisis-line, domestic-violence]", "", "E504"),
        ("quiet-line", "[crisis-line, domestic-violence]", "", None),
        ("survivor-group", "[peer-support]", "sensitive: yes\n", "E504"),
        ("survivor-group", "[peer-support]", "", None),
        ("survivor-group", "[crisis-line, domestic-violence]", "sensitive: no\n", None),
    ],
)
def test_file_names_of_sensitive_entries_tell_nothing(
    told: Callable[..., list], name: str, services: str, sensitive: str, code: str | None
) -> None:
    """The file name shows in the history of a browser, so a sensitive one is a number or a neutral word."""
    group = {"[dome": "safety", "[sexu": "safety", "[cris": "crisis", "[peer": "recovery"}[services[:5]]
    text = SAFE.replace("[domestic-violence]", services) + sensitive
    assert [p.code for p in told(text, f"directory/{group}/{name}.yaml")] == ([code] if code else [])


PERSONAL = {
    "E506": (
        "DOB 3/4/1988",
        "dob: 03-04-88",
        "D.O.B. 1988-03-04",
        "date of birth 03/04/1988",
        "born on March 4, 1988",
        "SSN 078-05-1120",
        "078-05-1120",
        "social security number 078051120",
    ),
    "E507": (
        "case number 2026-113",
        "Case #4471",
        "incident no. 26-11345",
        "docket # 26CVD1201",
        "report number 88123",
        "booking no 44719",
        "26 CRS 051234",
        "26CR051234",
        "26 CVD 1201",
    ),
    "E508": ("client J.", "Client A. B. came", "a participant Jane D. called", "caller M.", "Victims K. and L."),
    "E509": ("jane.doe@gmail.com", "pantry@YAHOO.com", "a+b@proton.me", "x@outlook.com"),
    "E510": ("door code 4471", "Gate code: #2580", "the access code is 1234#", "lock box code 0000", "alarm PIN 9911"),
}
NOT_PERSONAL = (
    "Bring your birth certificate and Social Security card.",
    "Give the date of birth of each child.",
    "Case managers call back within 2 days.",
    "Case management for 40 people.",
    "Bring your client ID and any report from court.",
    "Members of AA and NA meet at 8.",
    "Every resident has a key code of their own.",
    "Write to desk@pantry.example or me@outlook-hall.example.",
    "Participants A to K come on Monday.",
    "Call 910-555-0180 between 10 and 12.",
    "On 2026-11-23 the door opens at 10.",
    "The report of 2024 says 120 beds.",
    "Ask for an advocate; the subject is private.",
    "Access to code-compliant rooms.",
)


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in PERSONAL.items() for text in texts])
def test_personal_data_is_found(told: Callable[..., list], pantry: str, code: str, text: str) -> None:
    """Data about a person, private mailboxes and door codes are told, in texts and in remarks."""
    assert [p.code for p in told(f'{pantry}editor_note: "{text}"\n')] == [code]
    assert [p.code for p in told(f"# {text}\n{pantry}")] == [code]


@pytest.mark.parametrize("text", NOT_PERSONAL)
def test_ordinary_words_are_not_personal(told: Callable[..., list], pantry: str, text: str) -> None:
    """Ordinary sentences about papers, cases and people pass."""
    assert told(f'{pantry}editor_note: "{text}"\n# {text}\n') == []


@pytest.mark.parametrize(
    ("role", "code"),
    [
        ("directory volunteer", None),
        ("Peer specialist, county health department", None),
        ("Charge Nurse", None),
        ("Program Director", None),
        ("Jane Miller", "W614"),
        ("Jane B. Miller", "W614"),
        ("Ms. Ann Miller", "W614"),
    ],
)
def test_roles_are_not_names(codes: Callable[..., list[str]], role: str, code: str | None) -> None:
    """Who checked is a role; two words with capitals and no word of a role are perhaps a name."""
    more = f"verified:\n  - date: 2026-11-01\n    how: phone\n    role: {role}\n    facts: [phones]\n"
    assert codes(more) == ([code] if code else [])
