"""Every example in the handbook's page on hours is true."""

import re
from pathlib import Path

import pytest

from generator.entry.hours import HoursError, parse

PAGE = (Path(__file__).parents[2] / "docs/handbook/hours.md").read_text(encoding="utf-8")


def rows(*heads: str) -> list[tuple[str, str]]:
    """The two cells of each row of the tables with these heads."""
    tables = re.findall(rf"^\| {heads[0]} \| {heads[1]} \|\n\| --- \| --- \|\n((?:\|.*\n)+)", PAGE, re.MULTILINE)
    found = [line.strip("| ").split(" | ") for table in tables for line in table.splitlines()]
    return [(left, right.strip("`")) for left, right in found]


SAID = rows("you want to say", "you write")
SLIPS = rows("somebody writes", "the check offers")


def test_the_page_has_its_tables() -> None:
    """The tables are found, so that the tests below have something to read."""
    assert len(SAID) > 25
    assert len(SLIPS) > 10
    assert len(SAID) + len(SLIPS) == len(re.findall(r"^\| (?!---|you want to say|somebody writes)", PAGE, re.MULTILINE))


@pytest.mark.parametrize(("said", "text"), SAID, ids=[said for said, _ in SAID])
def test_what_the_page_tells_to_write_is_accepted(said: str, text: str) -> None:
    """What a volunteer copies from the page passes."""
    assert said
    assert parse(text).rules


@pytest.mark.parametrize(("slip", "offered"), SLIPS, ids=[slip for slip, _ in SLIPS])
def test_slips_get_the_line_that_the_page_says(slip: str, offered: str) -> None:
    """A slip on the page is refused, and the line offered for it is the one beside it."""
    with pytest.raises(HoursError) as refused:
        parse(slip.strip("`"))
    assert refused.value.fix == offered


def test_other_code_on_the_page_is_hours_too() -> None:
    """Hours in the running text, those of the file included, are accepted."""
    inline = re.findall(r"`([^`\n]*\d\d:\d\d-[^`\n]*)`", re.sub(r"^\|.*$", "", PAGE, flags=re.MULTILINE))
    written = re.findall(r"^  open: (.*)$", PAGE, re.MULTILINE)
    assert len(inline) >= 2
    assert written
    for text in inline + written:
        parse(text)
