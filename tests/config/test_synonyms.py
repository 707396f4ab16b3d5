"""`synonyms.yaml`: words and what they mean, and what is told about each mistake."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.config.settings import load_settings
from generator.config.synonyms import Meaning, Pin, Synonyms, folded
from generator.entry.problem import ProblemError

if TYPE_CHECKING:
    from collections.abc import Mapping

TABLE = """\
pins:
  safe: {entry: harbor-line}
  "911": {number: 911}
words:
  - means: [meals, pantry]
    en: [food, soup kitchen]
    es: [comida]
  - means: [domestic-violence]
    pin: safe
    en: [hit me]
  - means: [meals]
    pin: "911"
    street: [fell out]
  - means: [pantry]
    fact: cost
    brand: [harbor boxes]
  - like: salvation army
    es: [ejército de salvación]
"""
ROOT = Path(__file__).parents[2]


def _told(files: Mapping[str, bytes], old: str, new: str) -> list[str]:
    assert TABLE.count(old) == 1
    with pytest.raises(ProblemError) as caught:
        load_settings({**files, "synonyms.yaml": TABLE.replace(old, new).encode()})
    return [
        f"{p.line}:{p.column} {p.code} {p.seen} | {p.wanted}" + (f" | {p.fix.strip()}" if p.fix else "")
        for p in caught.value.problems
    ]


def test_a_table_is_read_in_its_order(files: Mapping[str, bytes]) -> None:
    """Pins and blocks keep the order of the file; the lists of one block become one."""
    table = load_settings({**files, "synonyms.yaml": TABLE.encode()}).synonyms
    assert table == Synonyms(
        (Pin("safe", entry="harbor-line"), Pin("911", number="911")),
        (
            Meaning(("meals", "pantry"), ("food", "soup kitchen", "comida")),
            Meaning(("domestic-violence",), ("hit me",), pin="safe"),
            Meaning(("meals",), ("fell out",), pin="911"),
            Meaning(("pantry",), ("harbor boxes",), fact="cost"),
            Meaning((), ("ejército de salvación",), like="salvation army"),
        ),
    )


def test_a_site_may_have_no_table(files: Mapping[str, bytes]) -> None:
    """Without the file the table is empty."""
    assert load_settings(files).synonyms == Synonyms()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "means: [meals]",
            "means: [meal]",
            ["11:13 E780 meal | meals (did you mean that?) | - means: [meals]"],
        ),
        (
            "  - like: salvation army\n",
            "  - fact: cost\n",
            ["17:5 E781 neither means: nor like: | one of the two: services, or words of a name"],
        ),
        (
            "  - like: salvation army\n",
            "  - like: salvation army\n    means: [meals]\n",
            ["17:5 E781 both means: and like: | one of the two: services, or words of a name"],
        ),
        (
            "    es: [ejército de salvación]\n",
            "    fact: cost\n",
            ["17:5 E781 no words | words in one of en, es, street, brand"],
        ),
        ("pin: safe", "pin: save", [
            "2:3 E783 safe: without words | a block with this pin, or no pin",
            "9:10 E782 save | safe (did you mean that?) | pin: safe",
        ]),
        ("fact: cost", "fact: costs", ["15:11 E784 costs | cost (did you mean that?) | fact: cost"]),
        (
            "harbor boxes",
            "Soup kitchen",
            ["16:13 E706 Soup kitchen | small letters and digits, such as  food bank"],
        ),
        (
            "harbor boxes",
            "soup kitchens",
            ["16:13 E785 soup kitchens (also in line 6) | each word once: plurals and accents count as the same word"],
        ),
        (
            "hit me",
            "meals",
            [
                "10:10 E786 meals, which is the name of another service | a word that nobody types without danger",
            ],
        ),
    ],
)  # fmt: skip
def test_each_mistake_is_told_at_its_place(files: Mapping[str, bytes], old: str, new: str, told: list[str]) -> None:
    """One mistake gives one problem, with its line and, where it can be known, the right word."""
    assert _told(files, old, new) == told


def test_the_name_of_the_service_itself_may_be_a_word_of_crisis(files: Mapping[str, bytes]) -> None:
    """Violence at home is a service and a word of crisis for it."""
    text = TABLE.replace("hit me", "violence at home")
    assert load_settings({**files, "synonyms.yaml": text.encode()}).synonyms.meanings[1].terms == ("violence at home",)


@pytest.mark.parametrize(
    ("typed", "compared"),
    [
        ("Desintoxicación", "desintoxicacion"),
        ("baños", "bano"),
        ("he od'd", "he od"),
        ("He O.D.", "he od"),
        ("don't", "dont"),
        ("groceries", "grocery"),
        ("kids kms dts class", "kid kms dts class"),
        ("3/4 house", "3 4 house"),
    ],
)
def test_spellings_that_count_as_the_same(typed: str, compared: str) -> None:
    """Accents, capitals, apostrophes, points and plurals do not count."""
    assert folded(typed) == compared


def test_lines_of_words_of_crisis_must_be_reachable(root: Path) -> None:
    """The pins of this repository's own table name 911 and entries; the words of each are there."""
    folder = root / "site_config"
    table = load_settings({p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*.*")}).synonyms
    assert {pin.name for pin in table.pins} == {m.pin for m in table.meanings if m.pin}
    assert {pin.number for pin in table.pins if not pin.entry} == {"911"}
