"""Keys in the order of the handbook: every line is moved whole, and only where that is certain."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.check.run import check_file
from generator.edit.order import ORDER, ordered
from generator.edit.repair import mend
from generator.entry.schema import entry_schema
from generator.entry.source import SourceFile
from tests.check.conftest import PANTRY, county_settings
from tests.invented import county

PATH = "directory/food/cedar-pantry.yaml"
ENTRIES = [file for file in county().entries if not check_file(file, county_settings()).problems]


def after(text: str) -> str:
    """Give a text with its keys in order."""
    file = SourceFile(PATH, text.encode())
    return ordered(file, mend(file, county_settings())).after


def test_keys_come_in_the_order_of_the_schema() -> None:
    """Lines of a key stay together, a remark beside a value goes along, the head stays."""
    text = "# head\nstatus: active # since May\n" + PANTRY.replace("status: active\n", "")
    result = after(text)
    keys = [line.partition(":")[0] for line in result.split("\n") if line[:1].isalpha()]
    known = list(entry_schema()["properties"])
    assert keys == sorted(keys, key=known.index)
    assert result.startswith("# head\nname: Cedar Pantry\n")
    assert "status: active # since May\n" in result
    assert Counter(result.split("\n")) == Counter(text.split("\n"))


UNCERTAIN = {
    "a remark between keys": PANTRY.replace("status:", "# Asked in May.\nstatus:"),
    "an empty line": PANTRY.replace("status:", "\nstatus:"),
    "a key that nobody knows": "zebra: 1\n" + PANTRY,
    "a text that cannot be read": PANTRY.replace("status:", "  status:"),
}


@pytest.mark.parametrize("text", UNCERTAIN.values(), ids=UNCERTAIN)
def test_what_is_not_certain_stays(text: str) -> None:
    """Where a remark may belong to several keys, or a key to nothing, the order is for a person."""
    wrong = text.replace("services: [pantry]\n", "") + "services: [pantry]\n"
    assert after(wrong) == wrong


@given(st.sampled_from(ENTRIES), st.integers(0, 2**32))
@settings(max_examples=60, deadline=None)
def test_a_shuffled_entry_is_the_same_entry(file: SourceFile, seed: int) -> None:
    """Whatever order the keys had: the same entry, the same lines, and a second time nothing."""
    blocks: list[str] = []
    for line in file.data.decode().splitlines(keepends=True):
        if line[:1].isalpha():
            blocks.append(line)
        else:
            blocks[-1] += line
    random.Random(seed).shuffle(blocks)
    wrong = SourceFile(file.path, "".join(blocks).encode())
    done = ordered(wrong, mend(wrong, county_settings()))
    right = SourceFile(file.path, done.data)
    assert check_file(right, county_settings()).entry == check_file(file, county_settings()).entry
    assert Counter(done.after.split("\n")) == Counter(done.before.split("\n"))
    again = ordered(right, mend(right, county_settings()))
    assert ORDER not in {repair.code for repair in again.repairs}
