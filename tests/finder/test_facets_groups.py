"""Groups and cards as the phone makes them, by its own modules: nothing is lost, and nothing is said too boldly."""

from __future__ import annotations

import json
import random
import re
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from tests.finder.hours_pairs import ask_node
from tests.finder.places import data, directory

NOW = "2026-11-28T02:10:00-05:00"
CLOSED = re.compile(r"\b(closed|opens)\b", re.IGNORECASE)


@cache
def file() -> dict[str, Any]:
    """Give the data file of the county, read."""
    found: dict[str, Any] = json.loads(data())
    return found


def ask(*questions: dict[str, Any]) -> list[Any]:
    """Ask the modules."""
    answers: list[Any] = ask_node(
        "interface_ask.mjs", {"file": file(), "questions": [{"now": NOW} | q for q in questions]}
    )
    return answers


def options() -> list[str]:
    """Give the id of every option."""
    return [
        f"{facet['key']}.{option[0]}" if option[0] else facet["key"]
        for facet in file()["facets"]
        for option in facet["options"]
    ]


def moments(count: int) -> list[str]:
    """Give instants over a year, the same ones each time."""
    rng = random.Random(7)
    start = datetime(2026, 11, 20, tzinfo=UTC)
    return [(start + timedelta(minutes=rng.randrange(365 * 1440))).isoformat() for _ in range(count)]


def test_yes_unknown_and_no_are_all() -> None:
    """For every option alone, and for hundreds of mixtures at any time, each place is in one group and none is lost."""
    rng = random.Random(3)
    alone = [{"ask": "groups", "chosen": [option]} for option in options()]
    mixed = [
        {
            "ask": "groups",
            "chosen": rng.sample(options(), rng.randint(1, 6)),
            "when": rng.choice(["", "now", "2026-12-25T12:00", "2026-12-01T18:30"]),
            "now": now,
        }
        for now in moments(300)
    ]
    everyone = list(range(len(directory().resources)))
    for found in ask(*alone, *mixed):
        assert sorted(found["yes"] + found["unknown"] + found["no"]) == everyone


def test_an_option_sorts_by_its_signs() -> None:
    """A yes is in the first group, confirmed before listed; what nobody told is in the second; a no is not shown."""
    (signs,) = ask({"ask": "signs"})
    groups = ask(*({"ask": "groups", "chosen": [option]} for option, _ in signs))
    for (_, column), found in zip(signs, groups, strict=True):
        assert {column[row] for row in found["yes"]} <= {2, 3}
        assert [column[row] for row in found["yes"]] == sorted((column[row] for row in found["yes"]), reverse=True)
        assert {column[row] for row in found["unknown"]} <= {0}
        assert {column[row] for row in found["no"]} <= {1}


def test_options_of_one_facet_are_one_or_the_other() -> None:
    """Who asks for women or men gets both; who asks for two facets gets what answers both."""
    one, other, both, beside = ask(
        {"ask": "groups", "chosen": ["medicine.methadone"]},
        {"ask": "groups", "chosen": ["medicine.buprenorphine"]},
        {"ask": "groups", "chosen": ["medicine.methadone", "medicine.buprenorphine"]},
        {"ask": "groups", "chosen": ["medicine.methadone", "pets"]},
    )
    assert set(both["yes"]) == set(one["yes"]) | set(other["yes"])
    assert set(beside["yes"]) < set(one["yes"])


def test_counts_are_what_choosing_gives() -> None:
    """The number on an option is the number of places that say yes to it once it is chosen."""
    chosen = ["pets"]
    (counts,) = ask({"ask": "counts", "chosen": chosen})
    after = ask(*({"ask": "groups", "chosen": [*chosen, option]} for option in options()))
    (signs,) = ask({"ask": "signs"})
    for (option, column), count, groups in zip(signs, counts, after, strict=True):
        if option in chosen:
            continue
        shown = groups["yes"] + groups["unknown"]
        assert count["yes"] == sum(column[row] >= 2 for row in shown), option
        assert count["unknown"] == sum(column[row] == 0 for row in shown), option


def test_a_confirmed_yes_ages() -> None:
    """Drop-off that was confirmed is unknown once its check is past the limit; other facts become listed."""
    early, late = ask(
        {"ask": "signs", "now": "2026-11-20T12:00:00-05:00"}, {"ask": "signs", "now": "2027-12-31T12:00:00-05:00"}
    )
    (before, after) = (dict(found) for found in (early, late))
    assert 3 in before["dropoff"]
    assert {2, 3}.isdisjoint(after["dropoff"])
    assert 3 in before["pets"]
    assert 3 not in after["pets"]
    assert after["pets"].count(2) == before["pets"].count(2) + before["pets"].count(3)


def test_what_to_leave_out_gives_what_it_says() -> None:
    """The numbers beside "without this filter" are those of the places then shown."""
    chosen = ["record.registry", "couples", "pets"]
    rows = [row for row, r in enumerate(directory().resources) if r.id in {"river-house", "anchor-shelter"}]
    (found,) = ask({"ask": "drops", "chosen": chosen, "rows": rows})
    assert found
    for option, count in found:
        (groups,) = ask({"ask": "groups", "chosen": [c for c in chosen if c != option], "rows": rows})
        assert count == len(groups["yes"]) + len(groups["unknown"])


def test_no_place_without_hours_is_closed() -> None:
    """At any time of a year, a card without hours never says closed, and open now does not leave it out."""
    silent = {r.id for r in directory().resources if not r.hours and not r.closed}
    assert len(silent) >= 4
    rows = [row for row, r in enumerate(directory().resources) if r.id in silent]
    asked = [{"ask": "cards", "rows": rows, "now": now} for now in moments(60)]
    open_now = [{"ask": "groups", "rows": rows, "when": "now", "now": now} for now in moments(60)]
    for cards in ask(*asked):
        for _, lines in cards:
            assert not any(CLOSED.search(text) for kind, text in lines if "now" in kind.split())
    for groups in ask(*open_now):
        assert groups["no"] == []


def test_open_now_means_what_the_cards_say() -> None:
    """At any time: shown as fitting are those that say open, left out are those that say closed; a doubt is a doubt."""
    instants = [*moments(40), "2026-11-26T12:00:00-05:00", "2026-12-25T10:00:00-05:00"]
    asked = [
        q for now in instants for q in ({"ask": "groups", "when": "now", "now": now}, {"ask": "cards", "now": now})
    ]
    answers = ask(*asked)
    held = {"yes": 0, "unknown": 0, "no": 0}
    for groups, cards in zip(answers[::2], answers[1::2], strict=True):
        for group, rows in groups.items():
            for row in rows:
                entry_id, lines = cards[row]
                kind, text = next((k, t) for k, t in lines if {"now", "shut"} & set(k.split()) and "Only" not in t)
                held[group] += 1
                said = f"{entry_id} {group}: {text}"
                if group == "yes":
                    assert re.search(r"open until|24 hours|building open", text, re.IGNORECASE), said
                elif group == "no":
                    assert re.search(r"\bclosed\b|\bopens?\b", text, re.IGNORECASE), said
                    assert "ask" not in kind.split(), said
                    assert not re.search(r"holiday: call|hours not known", text, re.IGNORECASE), said
    assert min(held.values()) > 100


def test_no_listed_fact_is_worded_as_confirmed() -> None:
    """A line says confirmed only where somebody asked and the check holds; listed hours say listed."""
    never = {r.id for r in directory().resources if not r.entry.verified}
    rng = random.Random(5)
    asked = [{"ask": "cards", "chosen": rng.sample(options(), 3), "now": now} for now in moments(60)]
    for cards in ask(*asked):
        for entry_id, lines in cards:
            for kind, text in lines:
                if entry_id in never:
                    assert "(confirmed" not in text, text
                    assert "sure" not in kind.split(), text
                if "now" in kind.split() and re.search(r"\bopen until\b|24 hours", text, re.IGNORECASE):
                    assert ("sure" in kind.split()) != ("listed" in text.lower()), text


def test_alerts_and_how_officers_should_come_stay() -> None:
    """However many filters are chosen, a card that says them goes on saying them."""
    staying = re.compile(r"^(Notice|Officers coming)")
    plain = dict(ask({"ask": "cards"})[0])
    kept = {entry_id: {t for _, t in lines if staying.search(t)} for entry_id, lines in plain.items()}
    assert sum(map(len, kept.values())) >= 2
    chosen = [option for option in options() if not option.startswith("officers")][:8]
    for entry_id, lines in ask({"ask": "cards", "chosen": chosen})[0]:
        assert kept[entry_id] <= {text for _, text in lines}, entry_id


def test_a_message_is_two_parts_at_most_and_keeps_secrets() -> None:
    """A text of several places fits two parts; of a private place it has the number and no name."""
    everyone, secret = ask(
        {"ask": "message"},
        {"ask": "message", "rows": [row for row, r in enumerate(directory().resources) if r.id == "safety-1"]},
    )
    assert 0 < len(everyone) <= 306
    assert secret == "Call 910-555-0130"
