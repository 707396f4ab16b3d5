"""Results that show a private place can be left as its page can; and every list is whole without JavaScript."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.pages.html import Html
from tests.pages.site import real
from tests.safety.hosts import host

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page


@pytest.fixture(name="address", scope="module")
def _address(built: Path) -> Iterator[str]:
    with host(built) as address:
        yield address


@pytest.fixture(name="phone")
def _phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 320, "height": 560})
    yield context.new_page()
    context.close()


def test_private_results_can_be_left(phone: Page, address: str) -> None:
    """On home the button comes with the results, within reach, and goes with them; Back shows none of them."""
    phone.goto(f"{address}about.html")
    phone.goto(f"{address}index.html")
    leave = phone.locator(".leave")
    assert leave.is_hidden()
    phone.locator("#q").fill("food pantry")
    phone.locator("#results .card:visible").first.wait_for()
    assert leave.is_hidden()
    phone.locator("#q").fill("my husband hits me")
    leave.wait_for()
    box = leave.locator("a").bounding_box()
    assert box
    assert box["height"] >= 56
    assert box["y"] + box["height"] <= 560
    leave.locator("a").click()
    phone.wait_for_url("**/list.html")
    assert phone.title() == "Shopping list"
    assert "husband" not in phone.url + phone.content()
    phone.go_back()
    phone.wait_for_url("**/about.html")


def test_the_bar_of_a_list_of_ones_own_does_not_cover_it(phone: Page, address: str) -> None:
    """Both stand at the bottom of the screen: one above the other."""
    phone.goto(f"{address}find/safety.html#my=safety-6,nc-988")
    bar = phone.locator("#my-list .bar").bounding_box()
    leave = phone.locator(".leave a").bounding_box()
    assert bar
    assert leave
    assert leave["y"] + leave["height"] <= bar["y"] or bar["y"] + bar["height"] <= leave["y"]
    phone.locator(".leave a").click()
    phone.wait_for_url("**/list.html")
    assert "safety" not in phone.url


def test_lists_are_whole_without_javascript(built: Path) -> None:
    """Every place of a need stands on its list, with a way to call it where there is one."""
    for listing in real().listings:
        page = Html((built / listing.path).read_text())
        names = {e.text for e in page.all("a") if not e.attrs["href"].startswith("tel:")}
        assert {r.entry.name for r in listing.resources} <= names, listing.path
        dialled = {e.attrs["href"] for e in page.all("a", class_="call")}
        for resource in listing.resources:
            phone = resource.first_phone()
            if phone and phone.kind == "voice" and listing.service:
                digits = phone.number.replace("-", "")
                assert any(digits in target for target in dialled), f"{listing.path}: {resource.id}"


def test_every_real_place_can_be_read_and_called_without_javascript(browser: Browser, address: str) -> None:
    """In a browser that has it switched off, nothing is hidden but what needs it."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    for resource in real().resources:
        page.goto(address + resource.path)
        assert page.locator("h1").inner_text() == resource.entry.name
        if resource.first_phone():
            assert page.locator("main a.call").first.is_visible(), resource.id
        assert page.locator("main button:visible").count() == 0, resource.id
    context.close()
