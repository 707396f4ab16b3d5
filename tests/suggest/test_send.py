"""Addresses with a text in them: within the limit of their reader, and read back letter by letter."""

from __future__ import annotations

import random
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from generator.check.browser import browser_tables
from generator.config.settings import load_settings
from generator.entry.schema import entry_schema
from generator.entry.strict_yaml import read
from generator.pages.suggest_form import service_facts
from generator.project import GEOCODES, read_project
from tests.invented import ROOT, county
from tests.suggest.node import ask

HOSTING = {"kind": "github", "base": "https://github.com/harbor-county/directory", "branch": "main"}
LETTERS = "abc \n&#+%=?/\\\"'<>\u00e9\u00d6\u4e2d\U0001f600:;,[]{}~-_.!*()"
ADDRESS, MAIL = 8192, 2000


def texts(count: int, longest: int) -> list[str]:
    """Give texts of all lengths made of the letters that addresses trip over."""
    chance = random.Random(f"addresses {longest}")
    return ["".join(chance.choices(LETTERS, k=chance.randint(1, longest))) for _ in range(count)]


def told(name: str, *given: list[Any]) -> list[Any]:
    """Give what a function of the form answers to each list of arguments."""
    return list(ask("send.mjs", [{"name": name, "given": one} for one in given]))


@pytest.mark.parametrize("longest", [80, 6000])
def test_new_files_and_issues_fit_and_read_back(longest: int) -> None:
    """Every address is plain letters, at most 8,192 of them, and gives the very text; too long a text gives none."""
    known = texts(300, longest)
    files = told("newFileAddress", *([HOSTING, "directory/food/x.yaml", text] for text in known))
    issues = told("issueAddress", *([HOSTING, "Change: caf\u00e9 & co #1", text] for text in known))
    for text, file, issue in zip(known, files, issues, strict=True):
        for address, key in ((file, "value"), (issue, "body")):
            if address is None:
                assert len(text) > 1000
                continue
            assert len(address.encode("ascii")) <= ADDRESS
            assert parse_qs(urlsplit(address).query, keep_blank_values=True, strict_parsing=True)[key] == [text]
    assert (None in files) is (longest > 1000)


def test_every_entry_there_is_would_fit() -> None:
    """The real and the invented ones, each as the new file that the form would propose."""
    files = [file for project in (county(), read_project(ROOT)) for file in project.entries if file.path.endswith("l")]
    entries = [{"id": file.stem, "data": read(file.path, file.data).data} for file in files if file.path != GEOCODES]
    settings = load_settings(county().config)
    asked = {"schema": entry_schema(), "tables": browser_tables(), "services": service_facts(settings)}
    written = [one["text"] for one in ask("agree.mjs", {**asked, "entries": entries})["told"]]
    addresses = told("newFileAddress", *([HOSTING, f"directory/food/{'x' * 64}.yaml", text] for text in written))
    assert None not in addresses
    print(f"\n{len(addresses)} entries, the longest address has {max(map(len, addresses))} of {ADDRESS} bytes")


def test_the_longest_that_fits_is_not_refused() -> None:
    """One letter more is one too many."""
    start = len(told("newFileAddress", [HOSTING, "x.yaml", ""])[0])
    fits, not_ = told(
        "newFileAddress",
        [HOSTING, "x.yaml", "a" * (ADDRESS - start)],
        [HOSTING, "x.yaml", "a" * (ADDRESS - start + 1)],
    )
    assert len(fits) == ADDRESS
    assert not_ is None


def test_letters_fit_and_read_back() -> None:
    """Lines end as RFC 6068 wants, a plus is a plus; too long a text is left to be pasted."""
    known = [*texts(200, 60), *texts(50, 3000)]
    letters = told("mailAddress", *(["help+desk@harbor.example", "Change: x", text] for text in known))
    for text, letter in zip(known, letters, strict=True):
        assert len(letter["address"].encode("ascii")) <= MAIL
        query = letter["address"].partition("?")[2]
        if letter["whole"]:
            body = dict(part.split("=", 1) for part in query.split("&"))["body"]
            assert unquote(body) == text.replace("\n", "\r\n")
        else:
            assert query == "subject=Change%3A%20x"
    assert {letter["whole"] for letter in letters} == {True, False}
    assert all(letter["address"].startswith("mailto:help%2Bdesk@harbor.example?") for letter in letters)


def test_nothing_is_made_up_for_another_service() -> None:
    """What is not known to work is not offered."""
    other = {"kind": "other", "base": "https://code.example/harbor", "branch": "main"}
    asked = [("newFileAddress", [other, "x", "y"]), ("editAddress", [other, "x"]), ("issueAddress", [other, "x", "y"])]
    assert [ask("send.mjs", [{"name": name, "given": given}])[0] for name, given in asked] == [None, None, None]


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("(910) 555-0100", "910-555-0100"),
        ("+1 910.555.0100", "910-555-0100"),
        ("1-910-555-0100", "910-555-0100"),
        ("9105550100", "910-555-0100"),
        ("9-8-8", "988"),
        ("555-0100", "555-0100"),
        ("call us", "call us"),
    ],
)
def test_numbers_are_written_in_one_way(typed: str, number: str) -> None:
    """What is unclear stays as it was typed, so that somebody looks at it."""
    assert told("cleanNumber", [typed]) == [number]


def test_texts_are_cleaned_of_what_nobody_sees() -> None:
    """No-break spaces, zero-width signs, marks of direction; an accent is one letter with its letter."""
    assert told("cleanText", ["\u00a0Cafe\u0301\u200b \u202eline\n two\ufe0f "]) == ["Caf\u00e9 line two"]
    assert told("slug", ["St. Ann's \u00c9glise #2"], ["\u4e2d"], ["A"]) == ["st-anns-eglise-2", "", ""]
    assert told("cleanUrl", ["harbor.example/visit"], ["http://harbor.example"], ["no page"]) == [
        "https://harbor.example/visit",
        "http://harbor.example",
        "no page",
    ]
