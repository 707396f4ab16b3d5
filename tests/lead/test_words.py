"""Our own pages and strings use no word that hurts, and can be read after eight years of school."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from generator.check.grade import counts, grade
from generator.config.shape import schema
from tests.invented import ROOT
from tests.lead.counties import site
from tests.lead.reading import page_grade, prose
from tests.lead.words import documents, findings, labels, pages, strings

if TYPE_CHECKING:
    from collections.abc import Mapping

RULE = "the handbook names what may not be written"
EXCEPTIONS = {
    ("find.hint", "detox"): "what people type, as an example",
    ("crime-victim-help", "victims"): "the name of the field in law",
    ("docs/handbook/entry.md", "suspect"): RULE,
    ("docs/handbook/entry.md", "victim"): RULE,
    ("docs/handbook/lead.md", "detox"): RULE,
    ("docs/handbook/lead.md", "guarantee"): RULE,
}
"""Every use that stays, and why."""

SYSTEMS = {"user", "refused", "refuses"}
"""In the handbook, words about programs: a user agent, a file that is refused."""


def found(where: str, text: str) -> set[tuple[str, str]]:
    """Give what may not be said, without what is excused."""
    return {(where, word) for word in findings(text) if (where, word.lower()) not in EXCEPTIONS}


def test_pages_say_nothing_that_hurts() -> None:
    """Every page of a whole site, without the texts of its data."""
    assert len(pages()) > 40
    excused = strings()["find.hint"]
    assert {
        hit for path, texts in pages().items() for text in texts if text != excused for hit in found(path, text)
    } == set()


def test_strings_say_nothing_that_hurts() -> None:
    """Also those that no page of the county shows."""
    assert {hit for key, text in strings().items() for hit in found(key, text)} == set()


def test_labels_say_nothing_that_hurts() -> None:
    """Groups and services, with what they mean."""
    assert {hit for slug, text in labels() for hit in found(slug, text)} == set()


def test_handbook_and_about_say_nothing_that_hurts() -> None:
    """Volunteers learn our words from it."""
    hits = {hit for path, text in documents() for hit in found(path, text)}
    assert {hit for hit in hits if not (hit[0].startswith("docs/handbook/") and hit[1].lower() in SYSTEMS)} == set()


def test_every_exception_is_used() -> None:
    """An excuse that nothing needs is an open door."""
    texts = [*strings().items(), *labels(), *documents()]
    used = {(where, word.lower()) for where, text in texts for word in findings(text)}
    assert set(EXCEPTIONS) - used == set()


@pytest.mark.parametrize(
    "text",
    [
        "Help for addicts", "A drug user", "He was an alcoholic.", "drug abuse", "a clean test", "the homeless",
        "ex-con", "prostitutes", "Choose a suspect", "an official site", "detox beds", "committed suicide",
    ],
)  # fmt: skip
def test_such_words_are_found(text: str) -> None:
    """The control: each of these is told."""
    assert findings(text)


def test_our_own_words_need_eight_years_of_school_or_less() -> None:
    """Each page of ours with enough sentences, names left out."""
    levels = {path: page_grade(data.decode())[1] for path, data in site().items() if path.endswith(".html")}
    own = {path: level for path, level in levels.items() if "/" not in path and level is not None}
    assert {"officers.html", "refer.html", "roles.html", "about.html", "privacy.html"} <= set(own)
    assert {path: level for path, level in own.items() if level > 8} == {}


def test_the_grade_is_the_one_of_the_formula() -> None:
    """0.39 x words a sentence + 11.8 x syllables a word - 15.59; names inside a sentence are left out."""
    easy = [counts("The cat sat on the mat.")] * 6
    assert grade(easy) == pytest.approx(0.39 * 6 + 11.8 * 1 - 15.59)
    hard = [counts("Administrative coordination necessitates interdepartmental communication.")] * 6
    assert (grade(hard) or 0) > 20
    assert counts("Call Harbor Outreach today.") == (2, 3)
    assert grade([(5, 6)]) is None


def test_sentences_are_taken_from_a_page_without_labels_and_quotes() -> None:
    """A button and a heading without a full stop are no sentences."""
    html = (
        "<main><h1>Help</h1><p>We go to the place with you.</p><p class='quote'>One two three four.</p>"
        "<nav>Go on to the next one.</nav></main>"
    )
    assert prose(html) == ["We go to the place with you."]


@pytest.mark.parametrize(("kind", "page"), [("lead", "lead.md"), ("gaps", "coverage.md")])
def test_the_handbook_explains_every_key(kind: str, page: str) -> None:
    """Whoever fills the file in finds each of its keys there, as code."""
    text = (ROOT / "docs" / "handbook" / page).read_text(encoding="utf-8")
    assert {
        key for key in keys(schema(kind)) if not re.search(rf"`{key}`|^\s*(?:- )?{key}:", text, re.MULTILINE)
    } == set()


def keys(node: Mapping[str, Any]) -> set[str]:
    """Give every key of a schema, at any depth."""
    inner = [
        *node.get("properties", {}).values(),
        *node.get("anyOf", ()),
        *([node["items"]] if "items" in node else []),
    ]
    return set(node.get("properties", {})) | {key for child in inner for key in keys(child)}
