"""Officer and neighbor with a phone that has no signal, at 360 px: each finds the place that fits, as with one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.finder import test_interface_scenarios as scenarios
from tests.finder.conftest import Visit
from tests.offline.host import Host
from tests.offline.phones import Chromium, keep
from tests.offline.releases import release

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

SCENARIOS = {
    "1: withdrawal with a dog at 2 am": scenarios.test_withdrawal_with_a_dog_at_two_in_the_morning,
    "1: a line is no open unit": scenarios.test_a_phone_that_is_answered_day_and_night_opens_no_unit,
    "4: psychosis at a shop": scenarios.test_psychosis_at_a_shop,
    "4: the team that comes now": scenarios.test_the_team_that_comes_now,
    "10: a way out": scenarios.test_a_way_out,
    "8: a pantry on Saturday": scenarios.test_a_pantry_on_saturday,
}


@pytest.fixture(name="visit")
def _visit(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Visit]]:
    """Give a function that opens a page of the copy at a time of the county; the host is dead, its process killed."""
    host = Host(tmp_path)
    host.publish(release(1))
    host.start()
    context = browser.new_context(viewport={"width": 360, "height": 740}, timezone_id="America/New_York")
    page = context.new_page()
    keep(Chromium(page), host.address)
    host.die()

    def visit(now: str, path: str = "index.html") -> Visit:
        page.clock.set_fixed_time(f"{now}:00-05:00")
        page.on("pageerror", lambda error: pytest.fail(f"a script failed: {error}"))
        page.goto(host.address + path)
        found = Visit(page)
        found.ready()
        return found

    yield visit
    context.close()
    host.die()


@pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=SCENARIOS)
def test_it_is_found_in_aeroplane_mode(visit: Callable[..., Visit], scenario: Callable[..., None]) -> None:
    """The same taps, the same first place, the same number."""
    scenario(visit)


def test_a_list_is_made_and_printed(visit: Callable[..., Visit]) -> None:
    """A person's own list, as a slip, from the copy."""
    officer = visit("2026-11-28T02:10", "find/food.html#my=saturday-table,clover-pantry")
    officer.tap("#my-list [data-slip]")
    officer.page.evaluate("window.print = () => { document.body.dataset.printed = 'yes' }")
    officer.tap("#my-list [data-print-slip]")
    assert officer.page.evaluate("document.body.dataset.printed") == "yes"
    slip = officer.page.locator("#my-list").text_content()
    assert "Saturday Table" in slip
    assert "910-555-0172" in slip


def test_forms_to_print_are_there(visit: Callable[..., Visit]) -> None:
    """Card, roll call, booklet, poster and slip."""
    officer = visit("2026-11-28T02:10", "print/index.html")
    paths = [str(a.get_attribute("href")) for a in officer.page.locator("main a[href$='.html']").all()]
    forms = [path for path in paths if "/" not in path and path != "index.html"]
    assert len(forms) >= 5
    for path in forms:
        visit("2026-11-28T02:10", f"print/{path}")
        assert "not on this phone" not in officer.page.title()
