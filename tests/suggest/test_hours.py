"""Days and times can write only what the check reads, and mean what was ticked."""

from __future__ import annotations

import random
from typing import Any

import pytest

from generator.entry import hours
from generator.project import read_project
from tests.invented import ROOT, county
from tests.suggest.node import ask

STATES = 4000
TIMES = ("00:00", "02:00", "06:30", "09:00", "12:00", "13:00", "17:00", "18:15", "20:00", "22:45", "24:00", "")
WORDS = ("", "", "", "by appointment", 'say "hello" first', "on cold nights")


def made(chance: random.Random) -> dict[str, Any]:
    """Give a state that a person can bring the fields into."""
    rows = [
        {
            "days": sorted(chance.sample(range(7), chance.randint(0, 5))),
            "weeks": sorted(chance.sample(["1", "2", "3", "4", "5", "-1"], chance.choice((0, 0, 0, 1, 2)))),
            "times": [[chance.choice(TIMES), chance.choice(TIMES)] for _ in range(chance.choice((0, 1, 1, 2)))],
            "words": chance.choice(WORDS),
        }
        for _ in range(chance.randint(1, 4))
    ]
    kind = chance.choice(("", "always", "times", "times", "times", "times", "depends"))
    return {"kind": kind, "rows": rows, "words": chance.choice(WORDS), "holidays": chance.choice(("", "off", "ask"))}


def texts() -> list[str]:
    """Give every hours text of the real and of the invented county."""
    from generator.entry.strict_yaml import read  # noqa: PLC0415

    files = [file for project in (county(), read_project(ROOT)) for file in project.entries]
    data = [read(file.path, file.data).data for file in files if file.path.endswith(".yaml")]
    found = []
    for entry in data:
        block = entry.get("hours")
        inner = block.get("by_service") if isinstance(block, dict) else None
        for one in (block, *(inner.values() if isinstance(inner, dict) else ())):
            if isinstance(one, dict):
                found += [text for key, text in one.items() if key != "note" and isinstance(text, str)]
    return sorted(set(found))


def test_whatever_is_ticked_the_text_is_one_that_the_check_reads() -> None:
    """4,000 states: each gives a text of the subset, nothing, or says what is missing."""
    chance = random.Random("hours")
    states = [made(chance) for _ in range(STATES)]
    told = ask("hours.mjs", {"states": states, "texts": []})["states"]
    written = [answer["text"] for answer in told if answer["text"]]
    for text in written:
        assert hours.write_rules(hours.parse(text).rules) == text
        assert len(text) <= 300
    silent = [state for state, answer in zip(states, told, strict=True) if not answer["text"] and not answer["trouble"]]
    assert {state["kind"] for state in silent} == {""}
    print(f"\n{len(written)} texts, {len(set(written))} different, {STATES - len(written)} left empty or refused")
    assert len(set(written)) > 300


def minutes(text: str, day: int) -> set[int]:
    """Give the minutes of a weekday that are open by the regular week, the night before included."""
    found: set[int] = set()
    for one, shift in ((day, 0), ((day - 1) % 7, 1440)):
        rules = [rule for rule in hours.parse(text).rules if one in rule.days or not rule.picks_days]
        for span in rules[-1].spans if rules else ():
            found |= set(range(max(0, span.start - shift), min(1440, span.end - shift)))
    return found


def test_the_text_means_what_was_ticked() -> None:
    """Minute by minute, for weeks of sure hours, nights past midnight among them."""
    chance = random.Random("weeks")
    states = []
    for _ in range(400):
        state = made(chance)
        states.append(
            {
                **state,
                "kind": "times",
                "holidays": "",
                "rows": [{**row, "weeks": [], "words": ""} for row in state["rows"]],
            }
        )
    told = ask("hours.mjs", {"states": states, "texts": []})["states"]
    seen = 0
    for state, answer in zip(states, told, strict=True):
        if not answer["text"]:
            continue
        seen += 1
        wanted: dict[int, set[int]] = {day: set() for day in range(7)}
        for row in state["rows"]:
            for day in row["days"]:
                for start, end in row["times"]:
                    first, last = clock(start), clock(end) or 1440
                    length = (last - first) % 1440 or 1440
                    for minute in range(first, first + length):
                        wanted[(day + minute // 1440) % 7].add(minute % 1440)
        assert {day: minutes(answer["text"], day) for day in range(7)} == wanted, (state["rows"], answer["text"])
    assert seen > 30


def clock(text: str) -> int:
    """Give minutes."""
    hour, _, minute = text.partition(":")
    return int(hour or 0) * 60 + int(minute or 0)


def test_hours_that_are_there_are_read_and_written_the_same() -> None:
    """Looking at an entry changes nothing; what is richer than days and times stays as it is."""
    known = texts()
    told = ask("hours.mjs", {"states": [], "texts": known})
    for text, answer in zip(known, told["written"], strict=True):
        assert hours.parse(answer["text"]).rules == hours.parse(text).rules
    kinds = [state["kind"] for state in told["read"]]
    print(f"\n{len(known)} texts: {kinds.count('text')} stay as text")
    assert kinds.count("times") > kinds.count("text")


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        ([([4], [], ["20:00-02:00"]), ([5], [], ["10:00-12:00"])], "Fr 20:00-24:00; Sa 00:00-02:00,10:00-12:00"),
        ([(range(7), [], ["18:00-07:00"])], "Mo-Su 18:00-07:00"),
        ([([1], ["2", "4"], ["10:00-12:00"])], "Tu[2,4] 10:00-12:00"),
        ([([0, 1, 2, 3, 4], [], ["09:00-12:00", "13:00-17:00"])], "Mo-Fr 09:00-12:00,13:00-17:00"),
        ([([0], [], ["09:00-12:00"]), ([0], [], ["12:00-17:00"])], "Mo 09:00-17:00"),
        ([([6], [], ["00:00-00:00"])], "Su 00:00-24:00"),
    ],
)
def test_examples(rows: list[Any], text: str) -> None:
    """As the handbook shows them."""
    state = {
        "kind": "times",
        "words": "",
        "holidays": "",
        "rows": [
            {"days": list(days), "weeks": weeks, "times": [span.split("-") for span in spans], "words": ""}
            for days, weeks, spans in rows
        ],
    }
    assert ask("hours.mjs", {"states": [state], "texts": []})["states"] == [{"text": text, "trouble": []}]


def test_nine_to_five_in_the_night_is_asked_about() -> None:
    """Who means the afternoon is not sent there at three in the morning."""
    row = {"days": [0], "weeks": [], "times": [["09:00", "05:00"]], "words": ""}
    state = {"kind": "times", "words": "", "holidays": "", "rows": [row]}
    (told,) = ask("hours.mjs", {"states": [state], "texts": []})["states"]
    assert told == {"text": "", "trouble": [{"key": "afternoon", "row": 0}]}
