"""Scenario 15: a coordinator before a meeting finds matrix, holes, barriers, gaps and downloads in two taps."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.lead.conftest import Visit


def test_a_coordinator_before_a_meeting(visit: Callable[..., Visit]) -> None:
    """Two taps from home, without JavaScript; nothing about a person, and no count of visits."""
    person = visit(script=False)
    person.tap("About", within="footer")
    person.tap("Coverage and gaps")
    assert person.taps <= 2
    text = person.page.locator("main").inner_text()
    for said in (
        "Listings are not capacity",
        "Groups and intercepts",
        "No withdrawal intake is even listed: Monday 09:00 to Wednesday 06:00",
        "a dog or cat",
        "Gaps that people have named",
        "Since August",
    ):
        assert said in text
    assert person.page.locator("td[data-of=Opportunity]:empty").count() == 6
    links = [link.get_attribute("href") for link in person.page.locator("main a[download]").all()]
    assert links == ["data/coverage.csv", "data/coverage.md", "data/coverage.json"]
    assert person.page.locator("main :is(input, textarea, form)").count() == 0
