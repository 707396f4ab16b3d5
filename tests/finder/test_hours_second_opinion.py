"""A seeded sample of random hours at random instants, the phone beside the compiler and two other implementations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import pytest

from generator.entry.hours import DAY_MINUTES
from tests.finder.hours_pairs import (
    Comparison,
    Pair,
    ask_node,
    ask_npm,
    ask_phone,
    ask_python,
    compare_with_compiler,
    compare_with_others,
    holidays_of_npm,
    holidays_of_python,
    make_pairs,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.compile.week import State

COUNT, NUMBER = 2000, 7

Asked: TypeAlias = tuple[dict[str, object], list[Pair]]
Moment: TypeAlias = list[int]
"""Days since 1970 and minutes after 00:00 where the place is."""


@pytest.fixture(name="asked", scope="module")
def _asked() -> Asked:
    return make_pairs(COUNT, NUMBER)


@pytest.fixture(name="phone", scope="module")
def _phone(asked: Asked) -> list[State | str]:
    return ask_phone(*asked)


def agrees(found: Comparison) -> bool:
    """Nothing unexplained, and enough compared that agreement means something."""
    assert found.wrong == []
    return found.agreed > 0.8 * COUNT


def test_the_phone_says_what_the_compiler_says(asked: Asked, phone: list[State | str]) -> None:
    """At any instant the table gives the compiler's state, and a holiday is in doubt where the text leaves it open."""
    assert agrees(compare_with_compiler(asked[1], phone))


def test_the_phone_agrees_with_a_parser_in_rust(asked: Asked, phone: list[State | str]) -> None:
    """opening-hours-py says the same, but for holidays and for nights beside exceptions."""
    assert agrees(compare_with_others(asked[1], phone, ask_python(asked[1]), holidays_of_python()))


def test_the_phone_agrees_with_a_parser_in_javascript(asked: Asked, phone: list[State | str]) -> None:
    """The npm package says the same, but for holidays and for nights beside exceptions."""
    assert agrees(compare_with_others(asked[1], phone, ask_npm(asked[1]), holidays_of_npm()))


def test_what_is_said_to_come_does_come(asked: Asked) -> None:
    """Nothing changes before `until`, something changes then; nothing is open before `next`, and then it is."""
    table, pairs = asked
    now = [[pair.number, local(pair)] for pair in pairs]
    answers = ask_node("hours_device.mjs", {"table": table, "questions": now})
    questions, expected = [], []
    for (number, here), answer in zip(now, answers, strict=True):
        for there, said in promised(here, answer):
            questions.append([number, there])
            expected.append(said)
    came = ask_node("hours_device.mjs", {"table": table, "questions": questions})
    broken = [
        (question, found)
        for question, said, found in zip(questions, expected, came, strict=True)
        if not said(found[0], found[1])
    ]
    assert len(questions) > 3 * COUNT
    assert broken == []


def local(pair: Pair) -> Moment:
    return [pair.local.date().toordinal() - 719163, pair.local.hour * 60 + pair.local.minute]


def promised(here: Moment, answer: list[Any]) -> Iterator[tuple[Moment, Callable[[str, str], bool]]]:
    """Give times, and what must be said of them."""
    kind, comment, until, following = answer
    if until:
        for there in between(here, until):
            yield there, lambda k, c: (k, c) == (kind, comment)
        yield later(until, 0), lambda k, c: (k, c) != (kind, comment)
    if following:
        day, minute, next_kind, next_comment = following
        for there in between(here, [day, minute]):
            yield there, lambda k, _: k in {"closed", "holiday"}
        yield [day, minute], lambda k, c: (k, c) == (next_kind, next_comment)


def between(here: Moment, there: Moment) -> list[Moment]:
    """Give some times from one to just before another, both included."""
    minutes = (there[0] - here[0]) * DAY_MINUTES + there[1] - here[1]
    return [later(here, after) for after in sorted({*range(0, minutes, max(1, minutes // 7)), minutes - 1})]


def later(here: Moment, minutes: int) -> Moment:
    days, minute = divmod(here[1] + minutes, DAY_MINUTES)
    return [here[0] + days, minute]
