"""`changes.yaml` and `do-not-list.yaml`: what they give, and what is told about each mistake in them."""

from __future__ import annotations

import pytest

from generator.config.changes import Change, What
from generator.config.do_not_list import Unlisted
from generator.config.settings import load_settings
from generator.entry.problem import ProblemError
from tests.invented import county

WHATS = "added, closed, paused, reopened, phone, hours, address, services, name, answers or checked"
HOST = "a host in small letters without https:// and without a path, such as  quiet-house.example"


def told(name: str, text: str) -> list[str]:
    """Give line, column, code, what was seen and what is wanted, for each problem of one register."""
    try:
        load_settings({**county().config, name: text.encode()})
    except ProblemError as error:
        return [f"{p.line}:{p.column} {p.code} {p.seen} | {p.wanted}" for p in error.problems]
    return []


def test_changes_come_newest_first() -> None:
    """Whatever their order in the file; the origin may be missing."""
    text = (
        "changes:\n"
        "  - {date: 2026-01-05, entry: a, what: hours}\n"
        "  - {date: 2026-11-05, entry: b, what: checked, origin: check}\n"
        "  - {date: 2026-11-05, entry: a, what: added}\n"
    )
    assert load_settings({**county().config, "changes.yaml": text.encode()}).changes == (
        Change("2026-11-05", "a", What.ADDED),
        Change("2026-11-05", "b", What.CHECKED, "check"),
        Change("2026-01-05", "a", What.HOURS),
    )


def test_both_registers_may_be_missing_or_empty() -> None:
    """A new county has neither."""
    config = {name: data for name, data in county().config.items() if name != "changes.yaml"}
    bare = load_settings(config)
    empty = load_settings({**config, "changes.yaml": b"changes: []\n", "do-not-list.yaml": b"agencies: []\n"})
    assert (bare.changes, bare.do_not_list) == (empty.changes, empty.do_not_list) == ((), ())


def test_an_agency_keeps_its_line() -> None:
    """So that a message can say where it stands."""
    text = "agencies:\n  - name: Quiet House\n    phones: [910-555-0199]\n    reason: asked\n    date: 2026-11-01\n"
    settings = load_settings({**county().config, "do-not-list.yaml": text.encode()})
    assert settings.do_not_list == (Unlisted("asked", "2026-11-01", 2, "Quiet House", "", ("910-555-0199",), ()),)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (
            "{date: 2026-02-30, entry: a, what: hours}",
            "2:12 E791 2026-02-30 | a day of the calendar, year first, such as  2026-11-23",
        ),
        (
            "{date: 11/05/2026, entry: a, what: hours}",
            "2:12 E706 11/05/2026 | a date written year first, such as  2026-11-23",
        ),
        (
            "{date: 2026-02-03, entry: a, what: hour}",
            f"2:40 E705 hour | {WHATS}",
        ),
        (
            "{date: 2026-02-03, entry: a, what: hours, note: The old number was}",
            "2:47 E702 note: | one of date, entry, what, origin",
        ),
        ("{date: 2026-02-03, entry: a}", "2:5 E703 no what: here | the key what:, such as  what: phone"),
    ],
    ids=["no day", "another form", "misspelled", "free text", "missing"],
)
def test_a_change_is_told_its_mistake(row: str, message: str) -> None:
    """Above all, there is no room for a text that could repeat an old value."""
    assert told("changes.yaml", f"changes:\n  - {row}\n") == [message]


def test_a_change_stands_once() -> None:
    """Who merges two branches sees it."""
    row = "  - {date: 2026-02-03, entry: a, what: hours}\n"
    other = "  - {date: 2026-02-03, entry: a, what: hours, origin: agency}\n"
    assert told("changes.yaml", f"changes:\n{row}{other}") == [
        "3:5 E792 a: hours on 2026-02-03, a second time | each change of a day once: delete this line"
    ]


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (
            "reason: asked\n    date: 2026-11-01",
            "E795 nothing to know it by | one of name, id, phones, hosts, by which an entry is known again",
        ),
        (
            "name: Quiet House\n    reason: asked\n    date: 2026-11-31",
            "E796 2026-11-31 | a day of the calendar, year first, such as  2026-11-23",
        ),
        (
            "hosts: [https://quiet.example/]\n    reason: asked\n    date: 2026-11-01",
            f"E706 https://quiet.example/ | {HOST}",
        ),
        (
            "phones: [(910) 555-0199]\n    reason: asked\n    date: 2026-11-01",
            "E706 (910) 555-0199 | ten digits with hyphens, such as  910-555-0199",
        ),
        ("name: Quiet House\n    date: 2026-11-01", "E703 no reason: here | the key reason:, such as  reason: asked"),
    ],
    ids=["nothing", "no day", "address", "phone", "missing"],
)
def test_an_agency_is_told_its_mistake(lines: str, message: str) -> None:
    """In words that say what to write."""
    assert [text.partition(" ")[2] for text in told("do-not-list.yaml", f"agencies:\n  - {lines}\n")] == [message]
