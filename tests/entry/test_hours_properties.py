"""Promises that hold for every hours text, written well or not."""

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.entry.hours import HoursError, parse, write_rules
from tests.entry.hours_texts import rules, texts

WORDS = (
    *("Mo", "Tu", "mo", "Monday", "tues", "PH", "holidays", "weekdays", "daily", "SH", "Fri", "M-F", "Wendesday"),
    *("Dec", "dec", "December", "25", "2026", "12/25", "2026-12-25", "Feb 29", "31", "3rd", "last", "[1-3]", "[-1]"),
    *("9", "5", "9am", "5pm", "09:00", "17.00", "0900", "24:00", "26:00", "noon", "midnight", "09:00-17:00", "24/7"),
    *(
        "-",
        "\u2013",
        " - ",
        "to",
        ",",
        ", ",
        ";",
        "; ",
        "and",
        "||",
        "+",
        "/",
        ":",
        "(",
        ")",
        " ",
        "\n",
        "\t",
        "\u00a0",
    ),
    *("off", "closed", "open", "unknown", '"x"', '"', "“by”", "by appointment", "may", "we", "week", "sunrise"),
)
SALAD = st.lists(st.sampled_from(WORDS), max_size=8).flatmap(
    lambda words: st.sampled_from((" ", "")).map(lambda space: space.join(words))
)


def refusal(text: str) -> HoursError | None:
    """The error of a text, None if it is read; any other exception fails the test."""
    try:
        parse(text)
    except HoursError as error:
        return error
    return None


@given(texts())
@settings(deadline=None, max_examples=150)
def test_what_the_grammar_makes_comes_back(text: str) -> None:
    """Writing the rules that were read gives a text with the same rules."""
    schedule = parse(text)
    assert parse(write_rules(schedule.rules)).rules == schedule.rules


@given(st.one_of(st.text(), SALAD, st.lists(rules(), max_size=4).map("; ".join)))
@settings(deadline=None, max_examples=500)
def test_any_text_is_read_or_refused_with_a_fix_that_reads(text: str) -> None:
    """No text makes the parser fail in another way; the place is inside the text; a fix is different and is read."""
    error = refusal(text)
    if error is None:
        assert parse(text).text == text
        assert parse(text).rules
    else:
        assert 0 <= error.offset <= error.offset + error.length <= len(text)
        assert text[error.offset : error.offset + error.length].startswith(error.seen)
        assert error.wanted
        if error.fix is not None:
            assert error.fix != text
            assert parse(error.fix).rules


@given(texts(), st.data())
@settings(deadline=None, max_examples=150)
def test_a_mistyped_text_is_read_or_refused(text: str, data: st.DataObject) -> None:
    """One character taken out, doubled or swapped never does worse than an error."""
    at = data.draw(st.integers(0, len(text) - 1))
    typed = data.draw(
        st.sampled_from(
            (
                text[:at] + text[at + 1 :],
                text[:at] + text[at] + text[at:],
                text[:at] + text[at:][1::-1] + text[at + 2 :],
            )
        )
    )
    error = refusal(typed)
    assert error is None or error.fix is None or parse(error.fix).rules
