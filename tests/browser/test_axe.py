"""No page of the light shell has a fault that axe can find."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import axe_playwright_python
import pytest

from tests.browser.kinds import PAGES, PRINTED

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = next(Path(axe_playwright_python.__file__).parent.glob("*.min.js")).read_text(encoding="utf-8")
RUN = "async tags => (await axe.run(document, {runOnly: tags, resultTypes: ['violations']})).violations"


def faults(page: Page, tags: list[str]) -> list[Any]:
    """Give rule, help and places of every fault."""
    page.evaluate(AXE)
    found = page.evaluate(RUN, tags)
    return [(fault["id"], fault["help"], [node["html"] for node in fault["nodes"]]) for fault in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES + PRINTED)
def test_axe_finds_nothing_at_360_px(open_page: Callable[..., Page], path: str, scheme: str) -> None:
    """WCAG 2.2 AA and best practice, every kind of page, both themes."""
    assert faults(open_page(f"harbor/{path}", color_scheme=scheme), TAGS) == []


def test_axe_would_find_a_fault(open_page: Callable[..., Page]) -> None:
    """The control: a picture without words is found."""
    page = open_page("harbor/privacy.html")
    page.evaluate("document.querySelector('main').append(document.createElement('img'))")
    assert [fault[0] for fault in faults(page, TAGS)] == ["image-alt"]
