"""The page of one resource: what to do first, how far each answer can be trusted, and what to do when it fails."""

from __future__ import annotations

import re
from typing import Any

import pytest

from generator.compile.qr import qr_code
from generator.pages.links import host
from tests.pages.html import Html
from tests.pages.site import harbor, html, page, rendered, with_site
from tests.phrases import county
from tests.phrases.county import CHECK

CLAIM = re.compile(r"\b(checked|confirmed|verified)\b", re.IGNORECASE)
NOT_CONFIRMED = re.compile(r"\b(not|nobody has) confirmed\b", re.IGNORECASE)
PLACE = {"street": "1 Water Street", "city": "Harborview", "state": "NC", "zip": "28300"}
PHONE = [{"number": "910-555-0102"}]


def answers(found: Html) -> dict[str, str]:
    """Give the answers of a page by their questions."""
    given: dict[str, str] = {}
    question = ""
    for element in found.elements:
        if element.tag == "dt":
            question = element.text
        elif element.tag == "dd" and "more" not in element.classes:
            given[question] = element.text
    return given


def first(**fields: Any) -> str:
    """Give what to do first."""
    return page(**fields).one("section", class_="first").text.removeprefix("What to do first").strip()


def test_pages_without_a_check_never_claim_one() -> None:
    """On the real directory nobody has asked anybody: the words are kept for those who did."""
    for path, found in html("real").items():
        if path.startswith(("r/", "find/")) or path == "index.html":
            assert not CLAIM.search(NOT_CONFIRMED.sub("", found.main)), path


def test_a_listed_fact_says_its_year_and_to_call_first() -> None:
    """One line for a section whose facts all come from the same source."""
    found = page(pets="yes", address=PLACE)
    assert answers(found)["Dog or cat"] == "Yes"
    assert "Dog or cat Yes Listed. Source 2024, call first" in found.main
    assert not found.all(class_="sure")


def test_a_confirmed_fact_says_who_asked_how_and_when() -> None:
    """Its sign is filled, and the phone knows the last day of the check and the words after it."""
    found = page(pets="yes", id_required="none", verified=[CHECK | {"facts": ["pets"]}])
    assert "Dog or cat Yes Confirmed by phone, November 11, 2026" in found.main
    assert "Photo ID Not needed Listed. Source 2024, call first" in found.main
    [answer] = found.all("dd", class_="sure")
    assert (answer.text, answer.attrs["data-until"]) == ("Yes", "2027-11-11")
    line = next(e for e in found.all("dd", class_="more") if e.text.startswith("Confirmed"))
    assert line.attrs["data-aged"] == "Listed. Last asked by phone November 11, 2026, call first"


def test_a_check_past_its_limit_is_listed_on_the_day_of_the_build_too() -> None:
    """With JavaScript off a page says no more than it should."""
    found = page(on="2027-11-12", pets="yes", verified=[CHECK | {"facts": ["pets"]}])
    assert "Listed. Last asked by phone November 11, 2026, call first" in found.main
    assert not found.all(class_="sure")


@pytest.mark.parametrize(
    ("name", "value", "question"),
    [
        ("le_dropoff", "yes", "Police drop-off"),
        ("medical_clearance", "not-required", "Hospital check first"),
        ("ivc_first_exam_site", "yes", "First exam for commitment (IVC)"),
    ],
)
def test_what_an_officer_relies_on_is_a_yes_only_while_it_is_confirmed(name: str, value: str, question: str) -> None:
    """Listed, it is a question with its source; confirmed, it becomes that question on the phone in time."""
    services = ["crisis-dropoff"]
    listed = page(services=services, **{name: value})
    row = next(e for e in listed.all("dd") if e.text == answers(listed)[question])
    assert "ask" in row.classes
    assert row.text.endswith("? A source of 2024 says so. Call first and ask")
    assert not re.search(r"\b(yes|not needed|checked|confirmed|verified)\b", row.text, re.IGNORECASE)
    sure = page(services=services, verified=[CHECK | {"facts": [name]}], **{name: value})
    [row] = sure.all("dd", class_="sure")
    assert ("yes" in row.classes, row.attrs["data-aged-state"]) == (True, "ask")


def test_how_answers_are_known_is_said_once_where_it_is_the_same() -> None:
    """Below the section; beside each answer where sources differ; and never beside a question, which says it itself."""
    listed = "Listed. Source 2024, call first"
    alike = page(pets="no", couples_together="yes", pregnant="accepts")
    assert [e.text for e in alike.all("p", class_="quiet")].count(listed) == 1
    assert not alike.all("dd", class_="small")
    newer = {"publisher": "Harbor", "url": "https://harbor.example/pets", "date": "2026", "facts": ["pets"]}
    older = {"publisher": "Harbor", "url": "https://harbor.example", "date": "2024"}
    differing = page(pets="no", couples_together="yes", le_dropoff="yes", sources=[newer, older])
    assert sorted(e.text for e in differing.all("dd", class_="small")) == [listed, "Listed. Source 2026, call first"]


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://harbor.example", "harbor.example"),
        ("https://www.harbor.example/visit?day=1", "harbor.example"),
        ("https://Harbor.Example/", "harbor.example"),
        ("https://harbor.example:8443/x", "harbor.example"),
        ("https://harbor.example@elsewhere.example/", "elsewhere.example"),
    ],
)
def test_an_address_is_named_by_the_host_that_it_leads_to(address: str, shown: str) -> None:
    """Also where the check was passed over: nobody is led astray by what stands before an @."""
    assert host(address) == shown


def test_what_nobody_told_is_listed_to_be_asked_and_never_as_a_no() -> None:
    """The questions of the need in their order, then those that matter everywhere."""
    found = page(address=PLACE, pets="yes")
    box = found.one(class_="askbox").text
    assert box == (
        "Not confirmed: call first and ask Opening hours Police drop-off Photo ID Partners stay together "
        "After drinking or using On methadone or buprenorphine On the sex-offense registry "
        "Wheelchair and other access Cost Languages"
    )
    assert "Dog or cat" not in box


def test_hours_that_nobody_told_are_not_closed() -> None:
    """An empty table would look like a closed door."""
    found = page()
    assert "Hours are not confirmed. Call first." in found.main
    assert "losed" not in re.sub(r"If it is closed or full", "", found.main)


def test_hours_are_a_table_in_words_with_their_source() -> None:
    """Days, times, exceptions and notes as people say them."""
    found = page(hours={"open": "Mo-Fr 09:00-17:00; PH off", "intake": 'Tu 18:00-20:00 open "ring the bell"'})
    tables = [e.text for e in found.all("table")]
    assert tables[0] == "Open Days Times Monday to Friday 9 am to 5 pm"
    assert "Intake" in tables[1]
    assert "ring the bell" in tables[1]
    assert "Public holidays: closed" in found.main
    assert "Listed. Source 2024, call first" in found.main


def test_the_number_to_call_first_is_the_big_button_and_others_follow() -> None:
    """A number to text, an extension, a key to press, a fax: each says all that a person must do."""
    found = page(
        phones=[
            {"number": "910-555-0102"},
            {"number": "910-555-0103", "extension": "77", "purpose": "intake"},
            {"number": "988", "press": "1"},
            {"number": "741741", "kind": "text", "text": "HOME"},
            {"number": "910-555-0104", "kind": "tty"},
            {"number": "910-555-0105", "kind": "fax"},
        ]
    )
    big = found.one("a", class_="call")
    assert (big.text, big.attrs["href"]) == ("Call 910-555-0102", "tel:+19105550102")
    others = found.one("ul", class_="tel")
    assert [e.attrs["href"] for e in found.all("a") if "li" in e.within and e.attrs["href"].startswith(("tel", "sms"))][
        :4
    ] == ["tel:+19105550103", "tel:988", "sms:741741?&body=HOME", "tel:+19105550104"]
    for words in ("extension 77", "press 1", "Text HOME to 741741", "910-555-0104", "910-555-0105", "Intake"):
        assert words in others.text


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        ({"first_step": "Ring at the green door.", "phones": PHONE}, "Ring at the green door."),
        ({"status": "temporarily-closed", "first_step": "Ring.", "phones": PHONE}, "Closed for now."),
        ({"intake_for": "responders-only", "access": ["walk-in"], "phones": PHONE}, "Officers and other responders"),
        ({"access": ["walk-in"], "phones": PHONE, "address": PLACE}, "Listed as walk-in. Call first"),
        (
            {
                "access": ["walk-in"],
                "phones": PHONE,
                "address": PLACE,
                "verified": [CHECK | {"facts": ["access"]}],
            },
            "You can walk in. Call first",
        ),
        ({"access": ["appointment"], "phones": PHONE, "address": PLACE}, "Call and ask for an appointment."),
        ({"access": ["referral-only"], "phones": PHONE}, "Someone has to refer the person."),
        ({"access": ["outreach-comes-to-you"], "phones": PHONE}, "Call. Ask if they can come"),
        ({"phones": PHONE}, "Call this number."),
        ({"phones": PHONE, "address": PLACE}, "Call first. Ask if they are open"),
        ({"phones": [{"number": "741741", "kind": "text"}]}, "Send this text message."),
        ({"website": "https://harbor.example"}, "No phone number is known. Look at their website"),
        ({"website": "https://harbor.example", "access": ["online"]}, "Start on their website."),
        ({"address": PLACE}, "No phone number is known. Nobody has confirmed"),
    ],
)
def test_there_is_always_one_thing_to_do_first(fields: dict[str, Any], wanted: str) -> None:
    """The entry's own words, else what follows from how to get in; a call comes before a trip."""
    assert first(**fields).startswith(wanted)


def test_a_place_without_a_number_gives_the_number_of_another_to_ask() -> None:
    """The officer is never left with nothing to dial."""
    other = county.entry("other-house", name="Other House", phones=PHONE)
    found = page("r/harbor-house.html", other, address=PLACE, if_closed_or_full=["other-house"])
    assert "No phone number is known. Ask Other House before you go." in found.main
    assert found.one("a", class_="call").attrs["href"] == "tel:+19105550102"


def test_a_place_without_a_number_offers_its_website_beside() -> None:
    """What the first step says can be tapped at once."""
    found = page(website="https://harbor.example/beds", address=PLACE)
    buttons = [e.text for e in found.all("a", class_="btn")]
    assert buttons[:2] == ["Website", "Directions in Maps"]


def test_directions_work_without_javascript_and_say_what_they_do() -> None:
    """The phone's own program may take over; the address can be copied as well."""
    found = page(address=PLACE)
    link = next(e for e in found.all("a", class_="btn") if e.text == "Directions in Maps")
    assert link.attrs["href"].startswith("https://www.google.com/maps/dir/?api=1&destination=1%20Water%20Street")
    assert link.attrs["data-to"] == "1 Water Street, Harborview, NC 28300"
    assert "Directions open your maps program and give it this address." in found.main
    assert found.one("address").text == "1 Water Street Harborview, NC 28300"
    copy = next(e for e in found.all("button") if e.text == "Copy address")
    assert copy.attrs["data-copy"] == "1 Water Street, Harborview, NC 28300"


def test_a_point_that_is_not_exact_says_so() -> None:
    """Nobody stands in the middle of a ZIP code and wonders."""
    assert "only the ZIP area is known" in html("harbor")["r/winter-hall.html"].main


def test_a_confidential_place_has_no_place_but_the_area_it_serves() -> None:
    """No address, no town, no way there, nothing to copy or share but its number."""
    found = html("harbor")["r/safety-1.html"]
    where = next(e.text for e in found.all("section") if e.text.startswith("Where"))
    assert where == "Where The address is kept secret, so that people are safe there. Area served: Whole county"
    assert not found.all("address")
    assert not [e for e in found.elements if "data-to" in e.attrs or "maps" in e.attrs.get("href", "")]
    share = found.one("button", data_share="Call 910-555-0130")
    assert (share.attrs["data-title"], "data-url" in share.attrs) == ("Help and support", False)


def test_sensitive_pages_are_neutral_in_tab_and_share_text() -> None:
    """A history, a tab and a sent message say nothing."""
    for name, ids in (("harbor", ("safety-1", "safety-2")), ("real", ("safety-2", "safety-3", "safety-4"))):
        for entry_id in ids:
            found = html(name)[f"r/{entry_id}.html"]
            assert found.title == "Help and support"
            assert not found.all("meta", name="description")
            share = next(e for e in found.all("button") if "data-share" in e.attrs)
            assert share.attrs["data-title"] == "Help and support"
            assert re.fullmatch(r"((Call|Text|TTY) .*\d)?", share.attrs["data-share"])


def test_other_pages_share_name_number_and_address() -> None:
    """One message that helps somebody who has no data left, with the page where the site has an address."""
    found = html("harbor")["r/river-house.html"]
    share = next(e for e in found.all("button") if "data-share" in e.attrs)
    text = "River House. Call 910-555-0120. 1108 South Kelp Road, Harborview, NC 28300"
    assert share.attrs["data-share"] == text
    assert share.attrs["data-url"] == "https://directory.example/r/river-house.html"
    assert not [e for path in html("real") for e in html("real")[path].elements if "data-url" in e.attrs]


def test_a_place_that_is_closed_for_now_says_so_loudly_and_points_on() -> None:
    """Before anything can be tapped."""
    found = html("harbor")["r/winter-hall.html"]
    text = found.one(class_="stop").text
    assert text.startswith("Closed for now Do not send anyone there")
    assert found.main.index("Closed for now") < found.main.index("What to do first")
    assert "River House" in found.main


def test_an_alert_has_its_last_day_for_people_and_for_the_phone() -> None:
    """It disappears by itself, by the calendar of the place."""
    alert = html("harbor")["r/river-house.html"].one(class_="alert")
    assert alert.text.endswith("Until November 27, 2026.")
    assert (alert.attrs["data-alert-until"], alert.attrs["data-zone"]) == ("2026-11-27", "America/New_York")
    assert "data-alert-until" not in page(alert="The door is blue now.").one(class_="alert").attrs


def test_if_it_is_closed_or_full_there_is_somebody_to_call() -> None:
    """The named places with their numbers, whom to call when nobody answers, and the whole list."""
    found = html("harbor")["r/harbor-crisis-center.html"]
    text = next(e.text for e in found.all("section") if e.attrs.get("id") == "next")
    assert text.startswith("If it is closed or full Harbor Line Call 910-555-0101 If nobody answers Harbor Line")
    assert "Other places: Crisis center, police drop-off" in text
    assert "800-555-0131" in html("harbor")["r/safety-1.html"].main


def test_a_line_is_not_said_to_be_full() -> None:
    """A number that does not answer is another trouble than a closed door."""
    assert page(phones=PHONE).one("section", id="next").text.startswith("If you do not get through")
    assert page(phones=PHONE, address=PLACE).one("section", id="next").text.startswith("If it is closed or full")


def test_a_page_says_who_runs_it_and_where_each_fact_was_read() -> None:
    """Sources with dates and links that a reader can open; checks with the role of who asked."""
    found = html("harbor")["r/river-house.html"]
    text = found.one("section", class_="from").text
    assert "Run by River House Ministries" in text
    assert "River House Ministries, August 2026 river-house.example" in text
    assert "For: Size" in text
    assert "Phone call by directory volunteer, October 30, 2026" in text
    assert "https://river-house.example/rules" in found.links
    assert "Nobody has asked this place yet." in page().main


def test_without_a_repository_or_contact_nobody_pretends_to_receive_corrections() -> None:
    """The facts can be copied and printed; the buttons wait for JavaScript, which they need."""
    found = page(phones=PHONE, address=PLACE, hours={"open": "24/7"}, website="https://harbor.example")
    nobody = Html(
        rendered(with_site(county.compiled(county.entry(phones=PHONE)), repository=None, contact=None))[
            "r/harbor-house.html"
        ].decode()
    )
    assert "Nobody receives corrections yet." in nobody.one("section", class_="fix").text
    assert not [link for link in nobody.links if "/edit/" in link or link.startswith("mailto:")]
    copy = next(e for e in found.all("button") if e.text == "Copy these facts")
    assert "hidden" in copy.attrs
    assert copy.attrs["data-copy"].splitlines() == [
        "Harbor House",
        "Harbor Ministries",
        "Call 910-555-0102",
        "1 Water Street, Harborview, NC 28300",
        "Open: 24 hours, every day",
        "https://harbor.example",
        "Entry: directory/sleep/harbor-house.yaml",
    ]


def test_with_a_repository_and_a_contact_a_correction_is_one_tap_away() -> None:
    """The very file, and a letter about this entry."""
    links = html("harbor")["r/river-house.html"].links
    assert "https://code.example/harbor/directory/edit/main/directory/sleep/river-house.yaml" in links
    assert "mailto:directory@harbor.example?subject=river-house" in links


def test_a_fact_stands_on_the_page_once() -> None:
    """No question is answered in two places."""
    for name in ("harbor", "real"):
        for path, found in html(name).items():
            questions = [e.text for e in found.all("dt")]
            assert len(questions) == len(set(questions)), path


def test_every_known_fact_is_on_its_page() -> None:
    """Whatever an entry tells, a visitor can read."""
    from generator.pages.phrases import facts  # noqa: PLC0415
    from tests.pages.site import harbor, real  # noqa: PLC0415

    for name, directory in (("harbor", harbor()), ("real", real())):
        for resource in directory.resources:
            found = html(name)[resource.path]
            for fact in resource.entry.facts:
                row = facts.row(resource, fact, directory.settings.words, directory.build_date)
                for part in row.items or (row.text,):
                    if not (fact == "first_step" and resource.closed) and not row.href:
                        assert " ".join(part.split()) in found.main, f"{resource.id}: {fact}"


def test_a_person_s_text_is_never_markup() -> None:
    """Whatever stands in an entry is shown as it is."""
    found = page(name='<b>House</b> & "Co"', summary="<script>alert(1)</script>", pets={"answer": "yes", "note": "<i>"})
    assert found.one("h1").text == '<b>House</b> & "Co"'
    assert "House" not in [e.text for e in found.all("b")]
    assert len(found.all("script")) == 1


def test_a_page_with_an_address_carries_it_as_a_code() -> None:
    pages = rendered(with_site(harbor(), url="https://help.example.org/lead"))
    page = pages["r/harbor-pantry.html"].decode()
    assert f'stroke="#000" d="{qr_code("https://help.example.org/lead/r/harbor-pantry.html").path}"' in page


def test_a_page_without_an_address_has_no_code() -> None:
    assert 'class="qr"' not in rendered(with_site(harbor(), url=None))["r/harbor-pantry.html"].decode()
