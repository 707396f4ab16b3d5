"""The words of the site: placeholders, plurals, other languages, the pseudo-language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.config.settings import load_settings
from generator.config.strings import Words, placeholders, pseudo, pseudo_text
from generator.entry.problem import ProblemError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.config.settings import Settings

FILE = "site_config/strings/en.yaml"


def test_placeholders_are_filled_in(settings: Settings) -> None:
    """Words in braces become the values given; values that no placeholder names are left alone."""
    assert settings.words("home.title", area="Harbor County", n=3) == "Find help in Harbor County"


@pytest.mark.parametrize(("n", "text"), [(0, "0 places"), (1, "1 place"), (2, "2 places")])
def test_counts_take_the_right_plural(settings: Settings, n: int, text: str) -> None:
    """One is `.one`; everything else, zero too, is `.other`."""
    assert settings.words("results.count", n=n) == text


def test_a_missing_key_or_value_is_told_in_plain_words(settings: Settings) -> None:
    """A template that asks for words nobody wrote, or forgets a value, fails at once and says which."""
    with pytest.raises(KeyError, match=r"no words for 'home\.titel' in strings/en\.yaml"):
        settings.words("home.titel")
    with pytest.raises(KeyError, match=r"no words for 'results\.count' in strings/en\.yaml"):
        settings.words("results.count")
    with pytest.raises(KeyError, match=r"the words 'home\.title' need a value for area"):
        settings.words("home.title")


def test_a_text_for_other_may_stand_alone(changed: Callable[[str, str, str], Settings]) -> None:
    """`.other` is also a value that a field may have, so it needs no `.one`."""
    words = changed("strings/en.yaml", "home.title:", "value.substances.other: Others\nhome.title:").words
    assert words("value.substances.other") == "Others"


def test_values_with_braces_are_not_filled_in_again() -> None:
    """A name with braces in it is shown as it is."""
    assert Words("en", {"a": "{x} and {y}"})("a", x="{y}", y="{x}") == "{y} and {x}"


def test_words_say_what_they_hold(settings: Settings) -> None:
    """A template may ask whether there are words for a key, as a text or as a plural."""
    assert "home.title" in settings.words
    assert "results.count" in settings.words
    assert "results" not in settings.words


def test_every_text_of_the_pseudo_language_is_bracketed_and_keeps_its_placeholders(settings: Settings) -> None:
    """The pseudo-language has the same keys, and its texts are filled in like any other."""
    words = pseudo(settings.words)
    assert (words.language, words.texts.keys()) == ("qps-ploc", settings.words.texts.keys())
    assert words("home.title", area="Harbor") == "⟦Fiind heelp iin Harbor ~~~ ~~~⟧"
    assert settings.pseudo().words == words


@given(st.text(alphabet=st.sampled_from("aeiou bcd{}n_09.€"), min_size=1, max_size=60))
def test_pseudo_texts_are_40_percent_longer(text: str) -> None:
    """Whatever the text, it is bracketed, at least 40 % longer, and has the placeholders it had."""
    longer = pseudo_text(text)
    assert re.fullmatch("⟦.*⟧", longer)
    assert len(longer) - 2 >= 1.4 * len(text)
    assert placeholders(longer) == placeholders(text)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("{area}", "{area", "1:13 E743 Find help in {area | braces only around one word, such as  {name}"),
        ("{area}", "{Area}", "1:13 E743 Find help in {Area} | braces only around one word, such as  {name}"),
        (
            'results.count.other: "{n} places"\n',
            "",
            "2:1 E744 results.count.one: alone | results.count.other: as well",
        ),
        (
            "home.title",
            "Home title",
            "1:1 E706 Home title: | small letters and digits with dots, such as  home.title",
        ),
        ('"Find help in {area}"', "[help]", "1:13 E704 a list, one  - value  a line | one text"),
        ('"Find help in {area}"', '""', "1:13 E707 0 characters | at least 1 character"),
        (
            '"Find help in {area}"',
            '"Find help "',
            "1:13 E708 blanks around the text, or a second line | one line of text",
        ),
    ],
)
def test_one_mistake_gives_one_message(
    messages: Callable[[str, str, str], list[str]], old: str, new: str, told: str
) -> None:
    """A mistake is told once, at its place, with what is wanted."""
    assert messages("strings/en.yaml", old, new) == [f"{FILE}:{told}"]


def test_a_second_language_stands_beside_english(files: Mapping[str, bytes]) -> None:
    """The site's language gives its words; all languages are there by code."""
    spanish = 'home.title: "Ayuda en {area}"\nresults.count.one: un lugar\nresults.count.other: "{n} lugares"\n'
    site = files["site.yaml"].replace(b"language: en", b"language: es")
    settings = load_settings({**files, "site.yaml": site, "strings/es.yaml": spanish.encode()})
    assert settings.words("results.count", n=1) == "un lugar"
    assert sorted(settings.languages) == ["en", "es"]


def test_a_second_language_has_exactly_the_words_of_english(files: Mapping[str, bytes]) -> None:
    """What it lacks, has too much or fills in differently is told together, with the line to paste."""
    spanish = b"home.titel: Ayuda\nresults.count.one: un lugar\nresults.count.other: lugares\nextra: hola\n"
    with pytest.raises(ProblemError) as caught:
        load_settings({**files, "strings/es.yaml": spanish})
    assert [(p.file, p.line, p.column, p.code, p.seen, p.wanted, p.fix) for p in caught.value.problems] == [
        (
            "site_config/strings/es.yaml",
            1,
            1,
            "E741",
            "home.titel:",
            "home.title: (did you mean that?)",
            "home.title: Ayuda",
        ),
        ("site_config/strings/es.yaml", 3, 22, "E742", "no placeholder", "{n}", ""),
        (
            "site_config/strings/es.yaml",
            4,
            1,
            "E741",
            "extra:",
            "no line for this key: English has none",
            "",
        ),
    ]


def test_words_that_a_second_language_lacks_are_told_with_the_english_line(
    files: Mapping[str, bytes],
) -> None:
    """The line to paste is valid YAML of the English words, to be translated."""
    spanish = b'results.count.one: un lugar\nresults.count.other: "{n} lugares"\n'
    with pytest.raises(ProblemError) as caught:
        load_settings({**files, "strings/es.yaml": spanish})
    (problem,) = caught.value.problems
    assert (problem.code, problem.seen, problem.fix) == (
        "E740",
        "no home.title:",
        'home.title: "Find help in {area}"',
    )
