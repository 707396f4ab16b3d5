"""A draft says exactly what was answered, whatever was answered."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.check.guess import slug
from generator.edit.draft import draft, path_of
from generator.edit.questions import QUESTIONS
from generator.edit.reading import reading
from tests.check.conftest import county_settings

PATH = "directory/food/x.yaml"
PRINTABLE = st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=40)
ANSWER = PRINTABLE.map(lambda text: " ".join(text.split())).filter(bool)
ANSWERS = st.dictionaries(st.sampled_from([one.name for one in QUESTIONS]), ANSWER, min_size=1)


@given(ANSWERS)
@settings(max_examples=300, deadline=None)
def test_every_answer_reads_back_as_it_was_typed(typed: dict[str, str]) -> None:
    """Colons, quotes, hashes, brackets and dashes in an answer stay words; no answer becomes a key or a remark."""
    answers = {name: (text,) for name, text in typed.items()}
    now = reading(PATH, draft(answers, county_settings()))
    assert now.readable
    assert now.remarks == ()
    assert now.leaves.pop(("status",)) == "draft"
    paths = {one.name: (*one.path, 0) if one.several else one.path for one in QUESTIONS}
    assert dict(now.leaves) == {paths[name]: text for name, text in typed.items()}


@given(ANSWERS, PRINTABLE)
@settings(max_examples=200, deadline=None)
def test_the_file_lies_in_the_directory(typed: dict[str, str], entry_id: str) -> None:
    """No name and no id leads anywhere else, and the name is one that the check accepts."""
    answers = {name: (text,) for name, text in typed.items()}
    folder, group, name = path_of(answers, county_settings(), (), entry_id).split("/")
    stem = name.removesuffix(".yaml")
    assert (folder, group, slug(stem)) == ("directory", "new", stem)
    assert stem
