"""What a person does with a place that was found: call, maps, text, share, copy, print, and a list of one's own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

    from tests.finder.conftest import Visit

NOW = "2026-11-28T09:00"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Version/17.0 Mobile Safari/604.1"
ANDROID = "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36"
SHEET = """window.shared = [];
Object.defineProperty(navigator, "share", { value: async (told) => { window.shared.push(told); } });"""
PRINTER = """() => { window.print = () => {
  window.printed = [document.body.className, document.querySelector("#slip").innerText];
}; }"""


def found(person: Visit, words: str, name: str) -> Locator:
    """Give the card of a place that words find, with what else can be done open."""
    person.page.locator("#q").fill(words)
    card = person.page.locator(".results .card", has_text=name).first
    card.locator("summary").click()
    return card


def answering(page: Page, *, agree: bool) -> list[str]:
    """Answer every question of the page; give what it asked."""
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.accept() if agree else dialog.dismiss()))
    return asked


def test_a_card_is_texted(visit: Callable[..., Visit]) -> None:
    """Name, number and address, made on the phone."""
    card = found(visit(NOW), "saturday table", "Saturday Table")
    link = card.get_by_role("link", name="Text it, Saturday Table")
    text = unquote((link.get_attribute("href") or "").removeprefix("sms:?&body="))
    assert text == "Saturday Table: Call 910-555-0172, 330 Anchor Street, Harborview, NC 28300"


def test_a_private_card_is_texted_after_a_question_and_by_its_number_alone(visit: Callable[..., Visit]) -> None:
    """No name, no place; and nothing at all where somebody says that it is not safe."""
    person = visit(NOW)
    card = found(person, "he hits me", "Safe Harbor Line")
    link = card.get_by_role("link", name="Text it")
    assert unquote(link.get_attribute("href") or "") == "sms:?&body=Call 910-555-0130"
    asked = answering(person.page, agree=False)
    link.click()
    assert len(asked) == 1
    assert card.get_by_role("button", name="Copy address").count() == 0


def test_a_card_is_shared(visit: Callable[..., Visit]) -> None:
    """The phone's own sheet gets name and text; of a private place the number, after a question."""
    person = visit(NOW, "about.html")
    person.page.add_init_script(SHEET)
    person.page.goto(person.page.url.replace("about", "index"))
    person.ready()
    found(person, "saturday table", "Saturday Table").get_by_role("button", name="Share").click()
    told = person.page.evaluate("window.shared")
    assert [t["title"] for t in told] == ["Saturday Table"]
    assert told[0]["text"].startswith("Saturday Table: Call 910-555-0172")
    asked = answering(person.page, agree=True)
    found(person, "he hits me", "Safe Harbor Line").get_by_role("button", name="Share").click()
    assert person.page.evaluate("window.shared")[1:] == [{"text": "Call 910-555-0130"}]
    assert len(asked) == 1


def test_an_address_is_copied(visit: Callable[..., Visit]) -> None:
    """For whatever maps somebody has."""
    person = visit(NOW, permissions=["clipboard-read", "clipboard-write"])
    card = found(person, "saturday table", "Saturday Table")
    card.get_by_role("button", name="Copy address").click()
    person.page.locator("#said", has_text="Copied").wait_for(state="attached")
    assert person.page.evaluate("navigator.clipboard.readText()") == "330 Anchor Street, Harborview, NC 28300"


def test_one_place_is_printed(visit: Callable[..., Visit]) -> None:
    """The sheet has this place and nothing else; afterwards the page is as it was."""
    person = visit(NOW)
    card = found(person, "pantry", "Saturday Table")
    person.page.evaluate(PRINTER)
    card.get_by_role("button", name="Print").click()
    style, text = person.page.evaluate("window.printed")
    assert "slip-only" in style
    assert "Saturday Table" in text
    assert "Birch Pantry" not in text
    assert person.page.locator("#slip").count() == 0


def test_maps_are_those_of_the_phone(visit: Callable[..., Visit]) -> None:
    """Apple's on an iPhone, whatever is there on Android, a web page elsewhere."""
    for agent, begin in (
        (IPHONE, "https://maps.apple.com/?daddr="),
        (ANDROID, "geo:"),
        (None, "https://www.google.com/"),
    ):
        card = found(visit(NOW, user_agent=agent), "saturday table", "Saturday Table")
        assert (card.locator("[data-to]").get_attribute("href") or "").startswith(begin)


def test_a_place_is_added_on_its_own_page(visit: Callable[..., Visit]) -> None:
    """The list is in the fragment, goes along to home, survives a link within a page, and can be taken back."""
    person = visit(NOW, "r/saturday-table.html#my=dune-clinic")
    page = person.page
    button = page.locator("[data-mine]")
    assert button.inner_text() == "Add to my list"
    button.click()
    assert page.url.endswith("#my=dune-clinic,saturday-table")
    assert button.get_attribute("aria-pressed") == "true"
    page.evaluate("location.hash = '#next'")
    page.locator(".mark").click()
    person.ready()
    assert page.url.endswith("index.html#my=dune-clinic,saturday-table")
    person.tap("[data-slip]")
    assert page.locator("#slip h3").all_text_contents() == ["Dune Clinic", "Saturday Table"]
    page.locator("#slip h3 a", has_text="Saturday Table").click()
    page.locator("[data-mine]").click()
    assert page.url.endswith("saturday-table.html#my=dune-clinic")
    page.locator("[data-list]").click()
    person.ready()
    assert page.url.endswith("index.html#my=dune-clinic")


def test_private_places_go_by_a_neutral_title_unless_somebody_asked(visit: Callable[..., Visit]) -> None:
    """Among all that is open now, and on paper, a private line does not tell what it is; to its own words it does."""
    person = visit(NOW)
    person.tap(".strip [data-when]")
    while person.page.locator("[data-more]").count():
        person.page.locator("[data-more]").click()
    shown = person.page.locator(".results h3").all_text_contents()
    assert "Help and support" in shown
    assert "Safe Harbor Line" not in shown
    person.page.locator("#q").fill("safe harbor line")
    card = person.page.locator(".results .card", has_text="Safe Harbor Line").first
    card.locator("[data-add]").click()
    person.tap("[data-slip]")
    assert person.page.locator("#slip h3").all_text_contents() == ["Help and support"]
    card = person.page.locator("#slip .card")
    assert "secret" not in (card.text_content() or "")
    assert "Call 910-555-0130" in (card.text_content() or "")


def test_a_slip_can_be_read_on_paper(visit: Callable[..., Visit]) -> None:
    """Black on white, with each number or website, and when it was made."""
    person = visit(NOW, "index.html#my=lantern-shelter,saturday-table", color_scheme="dark")
    person.tap("[data-slip]")
    person.page.evaluate("document.body.classList.add('slip-only')")
    person.page.emulate_media(media="print")
    call = person.page.locator("#slip .call").first
    assert call.is_visible()
    style = call.evaluate("e => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor]")
    assert style == ["rgb(0, 0, 0)", "rgba(0, 0, 0, 0)"]
    assert "As of November 28, 2026 at 9:00" in person.page.locator("#slip").inner_text()
    assert person.page.locator("#slip .extra:visible").count() == 0


def test_hostile_words_stay_words(visit: Callable[..., Visit]) -> None:
    """Names and texts with markup are shown as they stand."""
    person = visit(NOW, "about.html")
    hostile = "<img src=x onerror=alert(1)>\"'&"

    def planted(data: dict[str, dict[str, list[str]]]) -> str:
        data["search"]["name"] = [hostile] * len(data["search"]["name"])
        data["cards"]["street"] = ["<b>1</b>"] * len(data["cards"]["street"])
        return json.dumps(data)

    person.page.route(
        "**/data/finder-*.json", lambda route: route.fulfill(body=planted(route.fetch().json()), status=200)
    )
    person.page.goto(person.page.url.replace("about.html", "find/food.html#open=now"))
    person.ready()
    assert person.page.locator(".results h3").first.text_content() == hostile
    assert person.page.locator(".results :is(img, b)").count() == 0


def test_what_nobody_confirmed_is_a_sentence(visit: Callable[..., Visit]) -> None:
    """It reads as plain words, and says what to do."""
    notes = visit(NOW, "find/food.html").page.locator(".unasked .note")
    assert notes.count() == 1
    text = notes.inner_text()
    assert text.startswith("No place here has confirmed ")
    assert text.endswith(": call first.")


def test_the_lead_line_stays_while_results_show(visit: Callable[..., Visit]) -> None:
    """Whoever is with somebody may call LEAD at any time."""
    person = visit(NOW)
    person.page.locator("#q").fill("pantry")
    person.page.locator(".results .card").first.wait_for()
    assert person.page.locator(".lead a").is_visible()


def test_results_come_with_the_first_letter(visit: Callable[..., Visit]) -> None:
    """One letter is enough to see something."""
    person = visit(NOW)
    person.page.locator("#q").press_sequentially("p")
    person.page.locator(".results .card").first.wait_for()
    assert any("Pantry" in name for name in person.page.locator(".results h3").all_text_contents())


def test_the_way_to_leave_shows_with_private_results(visit: Callable[..., Visit]) -> None:
    """It comes with words of danger, and goes with them."""
    person = visit(NOW)
    assert person.page.locator("#leave").is_hidden()
    person.page.locator("#q").fill("he hits me")
    person.page.locator("#leave:not([hidden])").wait_for()
    person.page.locator("#q").fill("")
    person.page.locator("#leave[hidden]").wait_for(state="attached")
