"""Every field and every answer of the schema has its words, and no words are left over."""

from __future__ import annotations

import re

import pytest

from generator.compile.labels import label
from generator.config.strings import pseudo
from generator.entry.build import fact_names
from generator.entry.schema import Field, entry_schema, fields
from generator.pages.phrases import facts, hours
from generator.pages.phrases.facts import value_key
from generator.pages.phrases.states import STATES, TRI, state
from tests.phrases.county import resource, words

CHOICES = tuple(field for field in fields() if field.values)
MADE = ("value.language.", "value.how.", "value.minutes.", "value.ages.")
"""Words that are made of something else than an answer of the schema; the tests of their modules read them."""


@pytest.mark.parametrize("field", fields(), ids=lambda field: field.name)
def test_every_field_has_a_label(field: Field) -> None:
    """A source, a check or a row can name any field."""
    assert f"fact.{field.name}" in words()
    assert label(field.name, words()) == words()(f"fact.{field.name}")


@pytest.mark.parametrize(("field", "value"), [(f, v) for f in CHOICES for v in f.values], ids=str)
def test_every_answer_has_words(field: Field, value: str) -> None:
    """No answer is ever shown as the word that stands in the file."""
    assert words()(value_key(field, value, words()))


def test_no_label_is_left_over() -> None:
    """A label without a field is a field that was renamed."""
    medicines = {f"accepts_people_on_moud.{name}" for name in ("methadone", "buprenorphine", "naltrexone")}
    known = {f"fact.{field.name}" for field in fields()} | {f"fact.{name}" for name in medicines}
    assert {key for key in words().texts if key.startswith("fact.")} == known


def test_no_answer_is_left_over() -> None:
    """Words for an answer that the schema does not have are an answer that was renamed."""
    known = {value_key(field, value, words()) for field in CHOICES for value in field.values}
    known |= {"value.language_with", "value.typical_wait.date", "value.ivc_first_exam_site.date"}
    mine = {key for key in words().texts if key.startswith("value.") and not key.startswith(MADE)}
    assert mine == known


def test_every_kind_of_phone_and_way_of_speaking_has_words() -> None:
    """Answers inside lists, which are no fields of their own, have words too."""
    definitions = entry_schema()["$defs"]
    phone = definitions["phone"]["properties"]
    wanted = [f"phone.{kind}" for kind in phone["kind"]["enum"] if kind != "voice"]
    wanted += [f"phone.purpose.{purpose}" for purpose in phone["purpose"]["enum"] if purpose != "main"]
    wanted += [
        f"value.how.{how}" for how in definitions["language"]["then"]["properties"]["how"]["enum"] if how != "unknown"
    ]
    for how in definitions["verification"]["properties"]["how"]["enum"]:
        wanted += [f"trust.{kind}.{how}" for kind in ("aged", "confirmed", "asked")]
    assert [key for key in wanted if key not in words()] == []


def test_words_for_what_is_listed_never_claim_a_check() -> None:
    """Checked, confirmed and verified are kept for what somebody asked the provider."""
    claims = re.compile(r"\b(checked|confirmed|verified)\b", re.IGNORECASE)
    listed = [
        key
        for key in words().texts
        if key.startswith(("trust.", "hours.", "fact.", "value."))
        and not key.startswith(("trust.confirmed.", "value.any.unknown"))
    ]
    assert [key for key in listed if claims.search(words().texts[key])] == []


def test_words_put_the_person_first() -> None:
    """No label and no answer uses words that blame."""
    blame = re.compile(
        r"\b(addict|abuse|abuser|junkie|felon|offender|ex-con|inmate|the homeless|suspect|refus\w+)\b", re.IGNORECASE
    )
    assert [
        key for key, text in words().texts.items() if key.startswith(("fact.", "value.")) and blame.search(text)
    ] == []


def test_each_language_has_phrases_of_its_own() -> None:
    """What is remembered of one language is never said in another."""
    here = resource(pets="yes", hours={"open": "24/7"})
    english = facts.row(here, "pets", words())
    strange = facts.row(here, "pets", pseudo(words()))
    assert (english.label, english.text) == ("Dog or cat", "Yes")
    assert strange.label != english.label
    assert strange.text != english.text
    assert hours.views(here, pseudo(words()))[0].one_line != hours.views(here, words())[0].one_line


def test_every_state_is_of_an_answer_that_exists() -> None:
    """A feeling for an answer that nobody can give is a slip."""
    values = {field.name: set(field.values) for field in fields()} | {"moud": {"both"}}
    for name, felt in STATES.items():
        assert set(felt) - {"", "conditional"} <= values[name], name


def test_every_answer_feels_some_way() -> None:
    """Unknown is to be asked in every field, and every choice has a state."""
    for field in CHOICES:
        if field.name not in fact_names():
            continue
        for value in field.values:
            felt = state(field.name, value, tri=TRI.keys() >= set(field.values))
            assert felt in {"yes", "no", "ask", "info"}
            assert value != "unknown" or felt == "ask"
