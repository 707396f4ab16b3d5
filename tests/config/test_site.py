"""`site.yaml`: what it gives, and what is told about each mistake in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.config.site import Allowed, Limits, QuickLink, Site, Stage

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.config.settings import Settings

FILE = "site_config/site.yaml"


def test_settings_that_may_be_left_open_are_none_whether_absent_or_none(
    changed: Callable[[str, str, str], Settings],
) -> None:
    """`url: none` and no `url:` at all mean the same, so that a file may say that it is open on purpose."""
    words = "stage: preview\nurl: none\nrepository: none\ncontact: none\nneutral_page: none"
    said = changed("site.yaml", "stage: preview", words).site
    absent = changed("site.yaml", "stage: preview", "stage: preview").site
    assert said == absent
    assert (said.url, said.repository, said.contact, said.neutral_page) == (None, None, None, None)


def test_addresses_are_given_as_written(changed: Callable[[str, str, str], Settings]) -> None:
    """Address, repository and contact of an adopter come through unchanged."""
    words = (
        "stage: live\nurl: https://directory.example/harbor\n"
        "repository: https://code.example/harbor/directory\ncontact: help@harbor.example"
    )
    site = changed("site.yaml", "stage: preview", words).site
    assert site.url == "https://directory.example/harbor"
    assert site.repository == "https://code.example/harbor/directory"
    assert site.contact == "help@harbor.example"
    assert (site.stage, site.preview) == (Stage.LIVE, False)


def test_the_quick_row_keeps_its_order_and_may_be_absent(
    settings: Settings, changed: Callable[[str, str, str], Settings]
) -> None:
    """The quick row lists entries with label and hint; without it, only 911 is there."""
    assert settings.site.quick == (QuickLink("harbor-line", "Harbor line", "day and night"),)
    row = "quick:\n  - entry: harbor-line\n    label: Harbor line\n    hint: day and night\n"
    assert changed("site.yaml", row, "").site.quick == ()


@pytest.mark.parametrize(
    ("fact", "crisis", "days"),
    [
        ("le_dropoff", False, 30),
        ("hours.le_dropoff", False, 30),
        ("le_dropoff_entrance", True, 30),
        ("hours.intake", False, 90),
        ("phones", True, 90),
        ("hours.phone", True, 90),
        ("phones", False, 180),
        ("hours.open", True, 180),
        ("hours", False, 180),
        ("pets", True, 365),
        ("criminal_record.arson", False, 365),
    ],
)
def test_each_kind_of_fact_has_its_limit(fact: str, crisis: bool, days: int) -> None:
    """Drop-off holds shortest, then crisis numbers and intake, then other hours and phones, then the rest."""
    assert Limits(30, 90, 180, 365).days(fact, crisis=crisis) == days


def test_zip_codes_are_allowed_by_their_first_digits() -> None:
    """`283` allows every ZIP code that begins so; no list allows all."""
    allowed = Allowed(("NC",), ("283", "28441"), 25)
    assert [code for code in ("28301", "28399", "28441", "28442", "27609") if allowed.zip(code)] == [
        "28301",
        "28399",
        "28441",
    ]
    assert Allowed(("NC",), (), 25).zip("99999")


def test_the_pseudo_language_leaves_names_alone(settings: Settings) -> None:
    """Only the words of the quick row change; name, area and entry ids are not words of the interface."""
    site: Site = settings.site.reworded(str.upper)
    assert site.quick == (QuickLink("harbor-line", "HARBOR LINE", "DAY AND NIGHT"),)
    assert (site.name, site.area) == ("Harbor Help", "Harbor County")


HTTPS = "an https address without a slash at the end, such as  https://directory.example,  or  none"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("name: Harbor Help\n", "", "1:1 E703 no name: here | the key name:, such as  name: Offramp"),
        (
            "name: Harbor Help",
            "nmae: Harbor Help",
            "1:1 E702 nmae: | name: (did you mean that?) | name: Harbor Help",
        ),
        ("name: Harbor Help", "name: [Harbor]", "1:7 E704 a list, one  - value  a line | one text"),
        ("name: Harbor Help", "name: H", "1:7 E707 1 character | at least 2 characters"),
        (
            "name: Harbor Help",
            "name: |\n  Harbor\n  Help",
            "1:7 E708 blanks around the text, or a second line | one line of text",
        ),
        ("state: NC", "state: nc", "4:8 E706 nc | two capital letters, such as  NC"),
        (
            "America/New_York",
            "America/New_Yrok",
            "5:11 E720 America/New_Yrok | America/New_York (did you mean that?) | timezone: America/New_York",
        ),
        (
            "America/New_York",
            "Nowhere/At_all",
            "5:11 E720 Nowhere/At_all | a name of the time zone database, such as  America/New_York",
        ),
        (
            "America/New_York",
            "Eastern",
            "5:11 E706 Eastern | a name of the time zone database, such as  America/New_York",
        ),
        ("stage: preview", "stage: previw", "7:8 E705 previw | preview or live | stage: preview"),
        ("stage: preview", "stage: [live]", "7:8 E704 a list, one  - value  a line | one text"),
        (
            "stage: preview",
            "stage: preview\nurl: http://harbor.example",
            f"8:6 E706 http://harbor.example | {HTTPS}",
        ),
        (
            "stage: preview",
            "stage: preview\nurl: https://harbor.example/",
            f"8:6 E706 https://harbor.example/ | {HTTPS}",
        ),
        (
            "stage: preview",
            "stage: preview\nurl: https://me:pw@harbor.example",
            f"8:6 E706 https://me:pw@harbor.example | {HTTPS}",
        ),
        (
            "stage: preview",
            "stage: preview\ncontact: help@harbor",
            "8:10 E706 help@harbor | an e-mail address, such as  directory@county.example,  an https address, or  none",
        ),
        (
            "    hint: day and night\n",
            "    hint: day and night\n    number: 988\n",
            "12:5 E702 number: | one of entry, label, hint",
        ),
        (
            "    hint: day and night\n",
            "    hint: day and night\n  - entry: harbor-line\n    label: again\n    hint: again\n",
            "12:12 E721 harbor-line a second time | another entry",
        ),
        ("drop_off: 30", "drop_off: 0", "15:13 E706 0 | a whole number of days, such as  30"),
        ("drop_off: 30", "drop_off: thirty", "15:13 E706 thirty | a whole number of days, such as  30"),
        ("states: [NC]", "states: NC", "20:11 E704 one text | a list, one  - value  a line"),
        ("states: [NC]", "states: []", "20:11 E707 0 values | at least 1 value"),
        ("states: [NC]", "states: [NC, NC]", "20:16 E709 NC a second time | each value once"),
    ],
)
def test_one_mistake_gives_one_message(
    messages: Callable[[str, str, str], list[str]], old: str, new: str, told: str
) -> None:
    """A mistake is told once, at its place, with what is wanted and, where it is sure, the corrected line."""
    assert messages("site.yaml", old, new) == [f"{FILE}:{told}"]
