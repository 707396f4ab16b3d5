"""The lists: everything that meets a need, each place once, with the means to call it."""

from __future__ import annotations

import re

from generator.pages import cards
from tests.pages.html import Html
from tests.pages.site import harbor, html, real, rendered
from tests.phrases import county
from tests.phrases.county import CHECK

SAFETY = re.compile(r"violence|assault|traffick|abuse|rape|runaway", re.IGNORECASE)


def sleep(*entries: object, **fields: object) -> Html:
    """Give the list of the need that one entry of these fields meets."""
    made = [county.entry(**fields)] if fields or not entries else []
    return Html(rendered(county.compiled(*made, *entries))["find/sleep.html"].decode())  # type: ignore[arg-type]


def card(page: Html, name: str = "Harbor House") -> str:
    """Give the text of one card."""
    return next(e.text for e in page.all("article") if name in e.text)


def test_a_list_shows_every_place_once() -> None:
    """A place with several services has one card; its other services only link to its page."""
    for directory in (harbor(), real()):
        pages = rendered(directory)
        for listing in directory.listings:
            page = Html(pages[listing.path].decode())
            names = [e.text for e in page.all("h3")]
            assert sorted(names) == sorted(r.entry.name for r in listing.resources), listing.path


def test_a_list_of_a_need_is_sorted_under_its_services_and_jumps_to_them() -> None:
    """Somebody who knows what it is has one tap to it, counted."""
    page = html("harbor")["find/sleep.html"]
    jumps = [(e.attrs["href"], e.text) for e in page.all("a") if e.attrs["href"].startswith("#") and "li" in e.within]
    assert jumps == [
        ("#shelter", "Emergency shelter 1"),
        ("#weather-shelter", "Cold or heat shelter 1"),
        ("#day-center", "Day center 1"),
    ]
    assert [e.text for e in page.all("h2")] == ["Emergency shelter", "Cold or heat shelter", "Day center"]
    assert page.one("p", class_="also").text == "Also here: River House"


def test_a_list_of_one_service_says_what_it_is_and_leads_back() -> None:
    """A list found by a saved address explains itself."""
    page = html("harbor")["find/shelter.html"]
    assert page.main.startswith("A place to sleep Emergency shelter A bed for tonight. 1 place or line")
    assert "sleep.html" in page.links[page.links.index("tel:+19105550101") + 1]


def test_places_that_somebody_asked_come_first_and_closed_ones_last() -> None:
    """What is known best is what an officer sees first."""
    asked = county.entry("a-asked", name="Zebra House", verified=[CHECK | {"facts": ["phones"]}])
    closed = county.entry("closed", name="Closed House", status="temporarily-closed")
    page = sleep(county.entry("listed", name="Amber House"), closed, asked)
    assert [e.text for e in page.all("h3")] == ["Zebra House", "Amber House", "Closed House"]
    assert "Closed for now" in card(page, "Closed House")


def test_a_card_can_be_called_and_found() -> None:
    """The number is written out, and each button says for whom it is."""
    page = sleep(
        phones=[{"number": "910-555-0102"}],
        address={"street": "1 Water Street", "city": "Harborview", "state": "NC", "zip": "28300"},
    )
    call = page.one("a", class_="call")
    assert (call.text, call.attrs["href"]) == ("Call 910-555-0102", "tel:+19105550102")
    assert call.attrs["aria-label"] == "Call 910-555-0102: 9 1 0, 5 5 5, 0 1 0 2, Harbor House"
    assert "1 Water Street, Harborview, NC 28300" in card(page)
    maps = next(e for e in page.all("a", class_="btn") if e.text == "Maps")
    assert maps.attrs["href"].startswith("https://www.google.com/maps/dir/?api=1&destination=1%20Water%20Street")


def test_a_card_says_how_its_hours_are_known() -> None:
    """Listed hours carry their year; hours that nobody told are to be asked, never closed."""
    assert "Listed hours: Mon-Fri 9 am to 5 pm. Source 2024, call first" in card(
        sleep(hours={"open": "Mo-Fr 09:00-17:00"})
    )
    told = sleep(hours={"open": "Mo-Fr 09:00-17:00"}, verified=[CHECK | {"facts": ["hours.open"]}])
    assert "Open: Mon-Fri 9 am to 5 pm. Confirmed by phone, November 11, 2026" in card(told)
    assert "Hours not confirmed: call first" in card(sleep())
    assert "losed" not in card(sleep())


def test_a_card_shows_three_facts_with_sign_word_and_color() -> None:
    """What matters most and is known, each with the year of its source, then what to ask."""
    page = sleep(id_required="none", pets="no", couples_together="yes", accepts_intoxicated="yes")
    facts = [(e.classes[-1], e.text) for e in page.all("li", class_="f")]
    assert facts == [
        ("yes", "Photo ID: Not needed (listed 2024)"),
        ("no", "Dog or cat: No (listed 2024)"),
        ("yes", "Partners stay together: Yes (listed 2024)"),
        ("ask", "Not confirmed: Police drop-off · On methadone or buprenorphine · On the sex-offense registry"),
    ]
    assert len(facts) == cards.FACTS + 1
    signs = [e.attrs["href"] for e in page.all("use") if "article" in e.within]
    assert [sign for sign in signs if sign in {"#i-yes", "#i-no", "#i-ask"}] == ["#i-yes", "#i-no", "#i-yes", "#i-ask"]


def test_a_confirmed_fact_says_so_and_knows_until_when() -> None:
    """The phone gets the last day of the check, and what to say after it."""
    page = sleep(pets="yes", verified=[CHECK | {"facts": ["pets"]}])
    fact = page.one("li", class_="sure")
    assert fact.text == "Dog or cat: Yes (confirmed November 11, 2026)"
    assert fact.attrs["data-until"] == "2027-11-11"
    text = next(e for e in page.all("span") if e.text == fact.text)
    assert text.attrs["data-aged"] == "Dog or cat: Yes (listed 2024)"


def test_police_drop_off_is_a_yes_only_while_it_is_confirmed() -> None:
    """A listed yes is a question with its source; a confirmed one becomes a question when its check is too old."""
    [listed] = [e for e in sleep(le_dropoff="yes").all("li", class_="f") if "Police" in e.text]
    assert ("ask" in listed.classes, listed.text) == (
        True,
        "Police drop-off: Can officers bring a person? A source of 2024 says so. Call first and ask",
    )
    sure = sleep(le_dropoff="yes", verified=[CHECK | {"facts": ["le_dropoff"]}])
    fact = sure.one("li", class_="sure")
    assert ("yes" in fact.classes, fact.text) == (True, "Police drop-off: Yes (confirmed November 11, 2026)")
    assert (fact.attrs["data-until"], fact.attrs["data-aged-state"]) == ("2026-12-11", "ask")
    text = sure.one("span", data_until="2026-12-11")
    assert text.attrs["data-aged"] == (
        "Police drop-off: Can officers bring a person? They said so by phone, November 11, 2026. Call first and ask"
    )


def test_lists_of_sensitive_services_are_neutral_wherever_others_may_look() -> None:
    """Address, title, parts of the address and description say nothing; the page itself says what it is."""
    for name in ("harbor", "real"):
        for path, page in html(name).items():
            if path.startswith("find/safety"):
                assert page.title == "Help and support"
                assert not page.all("meta", name="description")
            assert not SAFETY.search(path)
            assert not SAFETY.search(page.title)
            for element in page.elements:
                assert not SAFETY.search(element.attrs.get("id", "")), path
                if not element.attrs.get("href", "").startswith("http"):
                    assert not SAFETY.search(element.attrs.get("href", "")), path
    assert html("real")["find/safety-1.html"].one("h1").text == "Violence at home"


def test_the_list_of_everything_names_each_list_with_its_count() -> None:
    """It stands in both folders, so that an address cut short, and a wrong one, lead somewhere."""
    page = html("real")["find/index.html"]
    wanted = {f"../{listing.path}" for listing in real().listings}
    assert wanted <= set(page.links)
    assert html("real")["r/index.html"].main == page.main
    shown = {e.attrs["href"]: e.text for e in page.all("a")}
    for listing in real().listings:
        if listing.service:
            assert shown[f"../{listing.path}"] == f"{listing.label} {len(listing.resources)}"


def test_a_place_without_a_number_offers_its_website() -> None:
    """There is always something to do."""
    call = sleep(website="https://harbor.example/beds").one("a", class_="call")
    assert (call.text, call.attrs["href"]) == ("Website", "https://harbor.example/beds")


def test_an_answer_that_is_unknown_with_a_note_is_not_an_answer_on_a_card() -> None:
    """The note has its place on the page; the card says that nobody has confirmed it."""
    page = sleep(pets={"answer": "unknown", "note": "Ask the director."})
    facts = [e.text for e in page.all("li", class_="f")]
    assert facts == ["Not confirmed: Police drop-off · Photo ID · Dog or cat"]


def test_a_card_never_takes_a_phone_that_is_answered_for_an_open_door() -> None:
    """Hours of the door come first, then of intake; hours of the phone are called that."""
    both = card(sleep(hours={"phone": "24/7", "intake": "Mo 17:00-20:00", "open": "Mo-Fr 09:00-17:00"}))
    assert "Listed hours: Mon-Fri 9 am to 5 pm." in both
    assert "24 hours" not in both
    assert "Listed intake hours: Mon 5 pm to 8 pm." in card(sleep(hours={"phone": "24/7", "intake": "Mo 17:00-20:00"}))
    assert "Listed phone hours: 24 hours, every day." in card(sleep(hours={"phone": "24/7"}))
