"""The community's door: the setting of the doors changes the page, 911 comes first, and no form is ours."""

from __future__ import annotations

import pytest

from tests.lead.counties import NOTHING, changed, page, real_page

DOORS = "doors: [arrest, social-contact]\n"
NAMES = ("Instead of an arrest", "Through an officer, without an arrest", "Without police")
REFERRAL = """\
referral:
  how:
    - Tell an officer whom you know. The officer makes the referral.
    - Or call the LEAD line and ask how.
  next:
    - A case manager looks for the person and offers help.
    - Nobody has to say yes.
  name_needed: no
"""


def doors(lead: str) -> dict[str, str]:
    """Give what the page says of each door."""
    found = page("refer.html", lead)
    states = [e.text for e in found.all("dd") if set(e.classes) & {"yes", "no", "ask"}]
    return dict(zip([e.text for e in found.all("dt")], states, strict=True))


@pytest.mark.parametrize(
    ("setting", "states"),
    [
        (DOORS, ("Open here", "Open here", "Not open here")),
        ("doors: [arrest]\n", ("Open here", "Not open here", "Not open here")),
        ("doors: [community, arrest, social-contact]\n", ("Open here", "Open here", "Open here")),
        ("doors: [community]\n", ("Not open here", "Not open here", "Open here")),
        ("doors: not published\n", ("Not published",) * 3),
        ("", ("Not published",) * 3),
    ],
)
def test_the_doors_are_a_setting(setting: str, states: tuple[str, ...]) -> None:
    """Each door is open, not open, or not published; nothing is taken for granted."""
    assert doors(changed((DOORS, setting))) == dict(zip(NAMES, states, strict=True))


def test_how_to_refer_is_the_programs_own_word() -> None:
    """Steps, whether a name is needed, what happens then, and where that is from."""
    text = page("refer.html").main
    assert "Tell an officer whom you know. The officer makes the referral." in text
    assert "You do not need to know the person\u2019s name." in text
    assert "A case manager looks for the person and offers help." in text
    assert "Source: Harbor LEAD, operating protocol, November 2026" in text


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        (DOORS, "Here only an officer can refer."),
        ("doors: [community]\n", "Call the LEAD line and ask how to refer."),
        ("doors: not published\n", "How to refer is not published here."),
    ],
)
def test_without_steps_the_doors_say_how(setting: str, told: str) -> None:
    """What follows from the doors is said, and no more."""
    assert told in page("refer.html", changed((DOORS, setting), (REFERRAL, ""))).main


def test_the_programs_form_is_linked_and_never_copied() -> None:
    """A tap leads to the program, without a word about where from."""
    found = page("refer.html", changed(("  name_needed: no\n", "  form: https://lead.example/refer\n")))
    link = next(e for e in found.all("a") if e.attrs["href"] == "https://lead.example/refer")
    assert link.attrs["rel"] == "noopener noreferrer external"
    assert link.text == "Form of the program lead.example"
    assert "name" not in found.main.split("What happens next")[0].split("How to refer")[1]


def test_a_line_is_shown_to_neighbors_only_where_a_door_is_theirs() -> None:
    """Where nothing says that others than officers may call it, the page does not send them there."""
    silent = changed((REFERRAL, ""))
    assert not page("refer.html", silent).all(class_="lead")
    assert page("refer.html", changed((DOORS, "doors: [community]\n"), text=silent)).all(class_="lead")


def test_when_to_call_911_comes_first() -> None:
    """Signs, the call, the label that they always carry, and who has reviewed them."""
    text = page("refer.html").main
    assert text.startswith(
        "Worried about someone? Call 911 for any of these Cannot be woken Trouble breathing Chest pain A seizure "
        "Call 911 General emergency signs, not medical advice. Reviewed by medical director, Harbor County emergency "
        "services. Source: Harbor County emergency services, April 2026"
    )
    bare = page("refer.html", NOTHING).main
    assert bare.startswith("Worried about someone? Call 911 for any of these Call 911 How to refer")


def test_signs_without_a_reviewer_say_so() -> None:
    """Of this county nobody with that role has reviewed them."""
    assert "General emergency signs, not medical advice. Not reviewed." in real_page("refer.html").main


def test_a_notice_stands_above_everything() -> None:
    """Whoever opens an example sees what it is."""
    noted = "notice: Historical example, not for use.\n"
    for path in ("officers.html", "refer.html", "roles.html"):
        found = page(path, noted + NOTHING)
        assert found.one("p", class_="alert").text == "Historical example, not for use."
