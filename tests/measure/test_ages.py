"""Age asks for a call and changes words and order. It never removes a place, and never makes a fact more sure."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.compile.directory import compile_directory
from generator.config.geocodes import read_geocodes
from generator.config.site import Kind, Limits, kind_of
from generator.entry import strict_yaml
from generator.entry.build import build
from generator.entry.model import Verification
from generator.measure.ages import rank, ranked, upkeep
from generator.pages.phrases import trust
from tests.invented import county
from tests.pages.site import harbor, rendered
from tests.phrases.county import compiled, entry

if TYPE_CHECKING:
    from generator.compile.model import Compiled
    from generator.measure.ages import Upkeep

DAYS = st.dates(date(2024, 1, 1), date(2032, 12, 31)).map(date.isoformat)
LIMITS = Limits(30, 90, 180, 365)


def asked(day: str, *facts: str, how: str = "phone") -> Verification:
    """Give one check."""
    return Verification(day, how, "directory volunteer", facts)


def one(directory: Compiled, entry_id: str = "harbor-house") -> Upkeep:
    """Give what to ask about one resource."""
    return next(found for found in upkeep(directory) if found.resource.id == entry_id)


def test_each_kind_of_fact_has_its_limit() -> None:
    """Drop-off 30 days, crisis numbers and intake 90, other hours and numbers 180, the rest 365."""
    days = {name: LIMITS.days(name) for name in ("le_dropoff", "hours.le_dropoff", "hours.intake", "phones", "pets")}
    assert days == {"le_dropoff": 30, "hours.le_dropoff": 30, "hours.intake": 90, "phones": 180, "pets": 365}
    assert [LIMITS.days(name, crisis=True) for name in ("phones", "hours.phone", "hours.open")] == [90, 90, 180]
    assert [kind.risk for kind in Kind] == [0, 1, 2, 3]
    assert kind_of("le_typical_minutes") is Kind.DROP_OFF


def test_a_check_holds_to_the_last_day_of_its_limit() -> None:
    """A number that was asked about on one day is due 181 days later, not 180."""
    check = {"date": "2026-03-01", "how": "phone", "role": "volunteer", "facts": ["phones"]}
    found = one(compiled(entry(services=["pantry"], phones=[{"number": "910-555-0150"}], verified=[check])))
    age = next(age for age in found.ages if age.fact == "phones")
    assert (age.until, age.due("2026-08-28"), age.due("2026-08-29")) == ("2026-08-28", False, True)


def test_what_nobody_asked_about_is_due_at_once() -> None:
    """A source is no check, however new it is."""
    assert all(age.due("1970-01-01") for age in one(compiled(entry())).ages)


def test_a_secret_place_is_not_asked_where_it_is() -> None:
    """Nothing that the schema keeps out of a confidential entry is asked for."""
    found = one(harbor(), "safety-1")
    assert not {"address", "transport", "point"} & {*found.unknown, *(age.fact for age in found.ages)}


def test_the_worst_comes_first_then_the_oldest() -> None:
    """Drop-off before crisis numbers before other numbers; what was never asked before what was."""
    order = [found.resource.id for found in ranked(upkeep(harbor()), "2026-11-20")]
    assert order[:3] == ["harbor-crisis-center", "river-house", "safety-1"]
    ranks = [rank(found, "2026-11-20") for found in ranked(upkeep(harbor()), "2026-11-20")]
    assert ranks == sorted(ranks)


@settings(deadline=None)
@given(DAYS, DAYS)
def test_ageing_never_removes_and_never_confirms(first: str, second: str) -> None:
    """On any two days the same places are listed, and what was due before stays due after."""
    early, late = sorted((first, second))
    some = upkeep(harbor())
    before, after = ranked(some, early), ranked(some, late)
    assert {u.resource.id for u in before} == {u.resource.id for u in after} == {r.id for r in harbor().resources}
    for found in some:
        assert set(found.due(early)) <= set(found.due(late))


@settings(deadline=None)
@given(DAYS, st.lists(st.tuples(DAYS, st.sampled_from(["phone", "visit", "provider"])), max_size=3), DAYS, DAYS)
def test_words_only_ever_grow_weaker(source: str, checks: list[tuple[str, str]], first: str, second: str) -> None:
    """A fact without a check is never called confirmed, and one past its limit never again."""
    early, late = sorted((first, second))
    resource = compiled(entry()).resources[0]
    verified = tuple(asked(day, "phones", how=how) for day, how in checks)
    newest = max(verified, key=lambda check: check.date, default=None)
    known = resource.trust["phones"]
    known = replace(known, source=replace(known.source, date=source), verified=newest)
    words = harbor().settings.words
    said = {day: trust.line(known, words, day) for day in (early, late)}
    for day, line in said.items():
        holds = newest is not None and date.fromisoformat(day) <= date.fromisoformat(newest.date) + timedelta(
            days=known.limit_days
        )
        assert line.text.startswith("Confirmed") == holds
    assert not (said[early].text.startswith("Listed") and said[late].text.startswith("Confirmed"))


def test_every_page_grows_weaker_and_none_goes() -> None:
    """The county built on six days over eleven years: the same pages, the same cards, never one sure sign more."""
    days = ("2026-11-20", "2026-12-20", "2027-03-01", "2027-06-01", "2028-01-01", "2037-11-20")
    built = [rendered(on_day(date.fromisoformat(day))) for day in days]
    lists = [path for path in built[0] if path.startswith("find/")]
    assert lists
    cards = [{path: sorted(re.findall(rb'<h3><a href="([^"]+)', site[path])) for path in lists} for site in built]
    pages = [{path for path in site if path.endswith(".html")} for site in built]
    assert all(one == cards[0] for one in cards)
    assert all(one == pages[0] for one in pages)
    sure = [sum(data.count(b' sure"') for path, data in site.items() if path.endswith(".html")) for site in built]
    assert sure == sorted(sure, reverse=True)
    assert sure[0] > sure[-1] == 0


def on_day(day: date) -> Compiled:
    """Give the invented county built on a day."""
    project, settings_ = county(), harbor().settings
    entries = [
        build(file.stem, file.path, strict_yaml.read(file.path, file.data).data)
        for file in project.entries
        if file.path.endswith(".yaml")
    ]
    return compile_directory(entries, settings_, read_geocodes(project.geocodes), day)
