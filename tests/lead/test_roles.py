"""Who does what, the goals in their own words, and this directory at each intercept."""

from __future__ import annotations

import re

from tests.lead.counties import NOTHING, page
from tests.pages.site import harbor

CLAIMS = re.compile(
    r"\d+ ?%|percent|recidivism|evidence-based|\bproven\b|\bstudy\b|\breduces?d? (?:crime|arrests)", re.I
)


def test_the_goals_are_quoted_with_the_version_they_come_from() -> None:
    """Six quotes of 2023, and the one that the earlier list has in its place."""
    found = page("roles.html")
    quotes = [e.text for e in found.all(class_="quote")]
    assert len(quotes) == 7
    assert all(quote.startswith("“") and quote.endswith("”") for quote in quotes)
    assert "In the words of the Community Toolkit of 2023, shortened:" in found.main
    assert "https://leadbureau.org/toolkit/chapters/design-principles/" in found.links


def test_no_outcome_is_claimed() -> None:
    """What LEAD achieves is for its own reports."""
    assert not CLAIMS.search(page("roles.html").main)


def test_who_has_a_part_here_is_said_or_said_not_to_be_published() -> None:
    """Roles and organizations, never names."""
    assert "Case management: Harbor Outreach. Answers the LEAD line" in page("roles.html").main
    assert "Who has these parts here is not published." in page("roles.html", NOTHING).main


def test_each_intercept_has_the_services_of_the_taxonomy() -> None:
    """A service with a list is linked with its count; one without is named as not listed."""
    found = page("roles.html")
    text = found.main[found.main.index("0. Community services") :]
    parts = re.split(r"(?=[0-5]\. (?:Community services|Law |Initial|Jails|Reentry|Community corr))", text)[1:]
    assert len(parts) == 6
    for number, part in enumerate(parts):
        for service in harbor().settings.taxonomy.services.values():
            listing = harbor().listing(service.slug)
            if number in service.intercepts:
                told = f"{service.label} {len(listing.resources)}" if listing else service.label
                assert told in part, (number, service.slug)
