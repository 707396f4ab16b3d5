"""Hours in words: nothing that was written is lost, and nothing is made up."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.entry import hours as hours_text
from generator.entry.hours import HoursError, Schedule
from generator.entry.hours.model import WEEKDAYS, Rule
from generator.pages.phrases import hours
from tests.phrases.county import CHECK, resource, words

NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def said(text: str) -> list[tuple[str, str, str]]:
    """Give the rows of an hours text."""
    return [(row.days, row.times, row.note) for row in hours.say(hours_text.parse(text), words()).rows]


@pytest.mark.parametrize(
    ("text", "rows", "line"),
    [
        ("Mo-Fr 09:00-17:00", [("Monday to Friday", "9 am to 5 pm", "")], "Mon-Fri 9 am to 5 pm"),
        ("24/7", [("Every day", "24 hours", "")], "24 hours, every day"),
        (
            "Mo-Fr 08:00-17:00; Th 10:00-19:00",
            [("Monday to Wednesday and Friday", "8 am to 5 pm", ""), ("Thursday", "10 am to 7 pm", "")],
            "Mon-Wed and Fri 8 am to 5 pm; Thu 10 am to 7 pm",
        ),
        ("Sa,Su 12:00-12:30", [("Saturday and Sunday", "noon to 12:30 pm", "")], "Sat and Sun noon to 12:30 pm"),
        (
            "Mo,We,Fr 09:00-12:00,13:00-16:00",
            [("Monday, Wednesday and Friday", "9 am to noon and 1 pm to 4 pm", "")],
            "Mon, Wed and Fri 9 am to noon and 1 pm to 4 pm",
        ),
        ("Fr-Mo 20:00-02:00", [("Friday to Monday", "8 pm to 2 am next day", "")], "Fri-Mon 8 pm to 2 am next day"),
        ("Mo-Su 00:00-06:00", [("Every day", "midnight to 6 am", "")], "midnight to 6 am, every day"),
        ("Tu 18:00-24:00", [("Tuesday", "6 pm to midnight", "")], "Tue 6 pm to midnight"),
        ("We[3] 09:00-17:00", [("Every third Wednesday of the month", "9 am to 5 pm", "")], "3rd Wed 9 am to 5 pm"),
        (
            "Tu[1,-1] 09:00-10:00",
            [("Every first and last Tuesday of the month", "9 am to 10 am", "")],
            "1st and last Tue 9 am to 10 am",
        ),
        (
            'unknown "white flag nights only"',
            [("When", "white flag nights only", "Call first")],
            "white flag nights only",
        ),
        ("unknown", [("When", "Not known", "Call first")], "not known"),
        (
            'Mo-Su 17:30-21:00 unknown "on activated nights"',
            [("Every day", "5:30 pm to 9 pm", "on activated nights: call first")],
            "5:30 pm to 9 pm (on activated nights), every day",
        ),
        (
            "Mo-Fr 07:00-22:00 unknown",
            [("Monday to Friday", "7 am to 10 pm", "Not sure: call first")],
            "Mon-Fri 7 am to 10 pm (not sure)",
        ),
        (
            'Sa 10:00-12:00 open "side door"',
            [("Saturday", "10 am to noon", "side door")],
            "Sat 10 am to noon (side door)",
        ),
        (
            "Mo 09:00-12:00; Sa off",
            [("Monday", "9 am to noon", ""), ("Saturday", "Closed", "")],
            "Mon 9 am to noon; Sat closed",
        ),
    ],
)
def test_a_week_in_words(text: str, rows: list[tuple[str, str, str]], line: str) -> None:
    """Days with the same hours stand together, in the form Americans say them; the short line says the same."""
    assert said(text) == rows
    assert hours.say(hours_text.parse(text), words()).one_line == line


@pytest.mark.parametrize(
    ("text", "exceptions"),
    [
        ("Mo-Fr 09:00-17:00; PH off", ("Public holidays: closed",)),
        ("Mo-Fr,PH 09:00-12:00", ("Public holidays: 9 am to noon",)),
        ("24/7; Dec 25 off", ("December 25: closed",)),
        ("Mo-Fr 09:00-17:00; Dec 24-Jan 02 off", ("December 24 to January 2: closed",)),
        ("Mo-Fr 09:00-17:00; 2026 Nov 26 off", ("November 26, 2026: closed",)),
        ("Nov-Mar Mo-Su 18:00-08:00", ("November to March, every day: 6 pm to 8 am next day",)),
        ("Jul 10:00-14:00", ("July: 10 am to 2 pm",)),
        ("Nov-Mar We[2] 18:00-20:00", ("November to March, Every second Wednesday of the month: 6 pm to 8 pm",)),
        ('24/7; Dec 25 unknown "ask"', ("December 25: ask (call first)",)),
    ],
)
def test_exceptions_in_words(text: str, exceptions: tuple[str, ...]) -> None:
    """Seasons, dates and public holidays are told beside the table."""
    assert hours.say(hours_text.parse(text), words()).exceptions == exceptions


def test_always_means_without_exception() -> None:
    """Only hours that never end, on any day of the year, are always."""
    texts = ("24/7", "Mo-Su 00:00-24:00", "24/7; Dec 25 off", "Mo-Sa 00:00-24:00", "unknown")
    assert [hours.say(hours_text.parse(text), words()).always for text in texts] == [True, True, False, False, False]


def test_the_sentence_of_listed_hours_names_the_year() -> None:
    """Listed hours say so, with the year of their source."""
    (view,) = hours.views(resource(hours={"open": "Mo-Fr 09:00-17:00"}), words())
    assert view.sentence == "Listed hours: Mon-Fri 9 am to 5 pm. Source 2024, call first"
    assert view.aged_sentence == ""


def test_the_sentence_of_confirmed_hours_ages() -> None:
    """Confirmed hours say who was asked and when, and have the words for later ready."""
    here = resource(hours={"intake": "24/7"}, verified=[CHECK | {"facts": ["hours"]}])
    (view,) = hours.views(here, words())
    assert view.sentence == "Intake: 24 hours, every day. Confirmed by phone, November 11, 2026"
    assert view.aged_sentence == (
        "Listed intake hours: 24 hours, every day. Last asked by phone November 11, 2026, call first"
    )
    assert view.trust.limit_days == 90


def test_hours_past_their_limit_on_the_day_of_the_build_are_listed() -> None:
    """A page that is made too late after the check does not say confirmed, even without JavaScript."""
    here = resource(hours={"intake": "24/7"}, verified=[CHECK | {"facts": ["hours"]}])
    (view,) = hours.views(here, words(), "2027-02-10")
    assert view.sentence == view.aged_sentence
    (view,) = hours.views(here, words(), "2027-02-09")
    assert view.sentence != view.aged_sentence


def test_services_have_hours_of_their_own() -> None:
    """Hours of one service are named after it."""
    texts = {"open": "Mo-Fr 09:00-17:00", "by_service": {"meals": {"open": "Mo-Su 12:00-12:30", "intake": "unknown"}}}
    here = resource(services=["shelter", "meals"], hours=texts)
    views = hours.views(here, words())
    label = here.services[1].label
    assert [(view.title, view.service) for view in views] == [
        ("Open", ""),
        (label, "meals"),
        (f"{label}: Intake", "meals"),
    ]
    assert views[1].sentence == f"Listed hours, {label}: noon to 12:30 pm, every day. Source 2024, call first"


TIMES = st.tuples(st.integers(0, 23), st.sampled_from((0, 15, 30))).map(lambda t: f"{t[0]:02}:{t[1]:02}")
COMMENTS = st.sampled_from(("", ' open "side door"', ' unknown "ask the desk"', " unknown"))
PARTS = st.builds(
    lambda days, start, end, comment: f"{','.join(days)} {start}-{end}{comment}",
    st.lists(
        st.sampled_from((*WEEKDAYS, "Mo-Fr", "Sa-Mo", "We[1,3]", "Fr[-1]", "PH")), min_size=1, max_size=3, unique=True
    ),
    TIMES,
    TIMES,
    COMMENTS,
)
OFF = st.sampled_from(("PH off", "Dec 25 off", "Su off", "2026 Nov 26-2026 Nov 28 off", "Jul-Aug Mo-Su 08:00-09:00"))


def schedules() -> st.SearchStrategy[Schedule]:
    """Give hours texts that parse."""
    texts = st.lists(st.one_of(PARTS, PARTS, OFF), min_size=1, max_size=4).map("; ".join)
    return texts.map(_parsed).filter(lambda schedule: schedule is not None)


def _parsed(text: str) -> Schedule | None:
    try:
        return hours_text.parse(text)
    except HoursError as error:
        return hours_text.parse(error.fix) if error.fix else None


def weekdays_in(days: str) -> set[str]:
    """Give the weekdays that a row names, ranges read as a visitor reads them."""
    if days in {"Every day", "When"}:
        return set(NAMES)
    named = set(re.findall("|".join(NAMES), days))
    for first, last in re.findall(r"(\w+day) to (\w+day)", days):
        start, length = NAMES.index(first), (NAMES.index(last) - NAMES.index(first)) % 7
        named |= {NAMES[(start + step) % 7] for step in range(length + 1)}
    return named


@given(schedules())
def test_every_weekday_with_hours_is_named(schedule: Schedule) -> None:
    """The rows name exactly the weekdays that a rule of the regular week names."""
    week = [rule for rule in schedule.rules if not rule.dates and (rule.days or not rule.picks_days)]
    wanted = {NAMES[day] for rule in week for day in rule.days or range(7)}
    rows = hours.say(schedule, words()).rows
    assert set().union(*(weekdays_in(row.days) for row in rows if row.weekdays)) == wanted


def overridden(rule: Rule, later: tuple[Rule, ...]) -> bool:
    """Whether every day of a rule of the regular week has another rule further on, which holds in its place."""
    if rule.dates or rule.nth or rule.holiday:
        return False
    weekly = [other for other in later if not (other.dates or other.nth or other.holiday)]
    named = {day for other in weekly for day in other.days or range(7)}
    return set(rule.days or range(7)) <= named


@given(schedules())
@example(hours_text.parse('Sa,Su 09:00-10:00 open "side door"; Sa 11:00-12:00; Su 11:00-12:00'))
def test_every_rule_is_told(schedule: Schedule) -> None:
    """Comments, nth weekdays, holidays and dates of the text are in the words and in the short line."""
    phrases = hours.say(schedule, words())
    table = " ".join([*phrases.exceptions, *(f"{row.days} {row.times} {row.note}" for row in phrases.rows)])
    for number, rule in enumerate(schedule.rules):
        if rule.comment and not overridden(rule, schedule.rules[number + 1 :]):
            assert rule.comment in table
            assert rule.comment in phrases.one_line
        if rule.holiday:
            assert "holidays" in phrases.one_line
            assert "Public holidays" in table
        for nth in rule.nth:
            assert NAMES[nth.weekday] in table
        for dates in rule.dates:
            assert str(dates.first.year or "") in table
