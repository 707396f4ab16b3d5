"""Nothing moves under a thumb: what scripts show has its room before they come."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page, Route

PLACES = """() => [...document.querySelectorAll('h1, h2, main a.btn, address, footer')]
  .filter(e => e.getBoundingClientRect().height && getComputedStyle(e).visibility === 'visible' && !e.closest('.acts'))
  .map(e => [e.tagName, e.textContent.slice(0, 30), Math.round(e.getBoundingClientRect().y)])"""
SHARE = "navigator.share = async () => {};"


def _later(route: Route) -> None:
    route.abort()


@pytest.mark.parametrize("path", ["r/river-house.html", "r/safety-1.html", "r/line-988.html", "r/winter-hall.html"])
@pytest.mark.parametrize("width", [320, 360, 412, 1280])
def test_a_resource_stands_still_while_its_scripts_arrive(new_page: Callable[..., Page], path: str, width: int) -> None:
    """Every heading and button stands where it stood before the script came, on a phone that can share."""
    page = new_page("harbor/privacy.html", has_touch=True, is_mobile=width < 1000)
    page.set_viewport_size({"width": width, "height": 740})
    page.add_init_script(SHARE)
    address = page.url.replace("privacy.html", path)
    page.route("**/js/*.js", _later)
    page.goto(address)
    before = page.evaluate(PLACES)
    page.unroute("**/js/*.js")
    page.goto(address)
    assert page.evaluate("document.querySelector('[data-share]').hidden") is False
    assert page.evaluate(PLACES) == before
