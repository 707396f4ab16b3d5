"""The columns from which the phone searches: each word once, nothing confidential, small."""

from __future__ import annotations

import datetime as dt
import gzip
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from generator import pipeline
from generator.config.synonyms import folded
from generator.finder.words import search_columns
from generator.project import read_project
from tests.invented import county as invented

if TYPE_CHECKING:
    from pathlib import Path

    from generator.compile.model import Compiled
    from generator.project import Project

TODAY = dt.date(2026, 12, 1)
TABLE = """\
pins:
  home: {entry: safety-1}
  "911": {number: 911}
words:
  - means: [moud]
    fact: moud.buprenorphine
    brand: [suboxone]
  - means: [domestic-violence]
    pin: home
    en: [hit me]
  - means: [psych-emergency]
    pin: "911"
    en: [not breathing]
  - like: harbor ministries
    es: [ministerio del puerto]
"""
TEXT_BYTES = 80
"""Compressed bytes of text for an entry of the real directory. At 58 entries it is 73; each more costs about 62."""

PER_ROW = ("offers", "name", "summary", "aka", "org", "more", "city")


def project(table: str = TABLE) -> Project:
    """Give the invented county with a table of synonyms."""
    county = invented()
    return replace(county, config={**county.config, "synonyms.yaml": table.encode()})


def compiled(project: Project) -> Compiled:
    """Compile a project that has no problems in what is looked at."""
    return pipeline.compiled(pipeline.load(project, TODAY))


def columns(directory: Compiled) -> dict[str, Any]:
    """Give the columns as the phone reads them."""
    found: dict[str, Any] = json.loads(json.dumps(search_columns(directory)))
    return found


@pytest.fixture(name="county", scope="module")
def _county() -> Compiled:
    return compiled(project())


@pytest.fixture(name="told", scope="module")
def _told(county: Compiled) -> dict[str, Any]:
    return columns(county)


def row(told: dict[str, Any], name: str) -> int:
    """Give the row of a name."""
    found: int = told["name"].index(name)
    return found


def test_every_resource_has_a_row_in_order(county: Compiled, told: dict[str, Any]) -> None:
    """Row i is resource i; drafts and removed entries have none; services are places in the list of services."""
    assert told["name"] == [resource.entry.name for resource in county.resources]
    assert {len(told[name]) for name in PER_ROW} == {len(county.resources)}
    slugs = [slug for slug, _, _ in told["services"]]
    assert [[slugs[place] for place in services] for services in told["offers"]] == [
        list(resource.entry.services) for resource in county.resources
    ]


def test_each_word_stands_where_it_ranks_highest(county: Compiled, told: dict[str, Any]) -> None:
    """A word of the name is not repeated as one of the organization, nor one of the summary as a further word."""
    for index in range(len(county.resources)):
        shown = set(folded(told["name"][index]).split())
        other, org, more = (told[name][index].split() for name in ("aka", "org", "more"))
        assert shown.isdisjoint({*other, *org, *more})
        assert set(folded(told["summary"][index]).split()).isdisjoint(more)
        assert len({*other, *org, *more}) == len([*other, *org, *more])


def test_streets_without_their_numbers_are_found(told: dict[str, Any]) -> None:
    """The street of an address is among the further words, its number is not."""
    assert "water" in told["more"][row(told, "Harbor Pantry")].split()
    assert "12" not in json.dumps(told["more"])


def test_a_confidential_address_is_in_no_column() -> None:
    """Even where an entry has one by mistake, its street and town are not given."""
    directory = compiled(project())
    at = next(index for index, resource in enumerate(directory.resources) if resource.id == "safety-1")
    kitchen = next(resource for resource in directory.resources if resource.entry.address)
    hidden = replace(directory.resources[at].entry, address=kitchen.entry.address)
    resources = list(directory.resources)
    resources[at] = replace(resources[at], entry=hidden)
    told = columns(replace(directory, resources=tuple(resources)))
    assert told["city"][at] == -1
    assert told["more"][at] == columns(directory)["more"][at]


def test_sensitive_rows_come_with_neutral_words(told: dict[str, Any]) -> None:
    """Their own words are searched; what to show where others look on is beside them."""
    neutral = dict(told["neutral"])
    assert neutral[row(told, "Safe Harbor Line")] == neutral[row(told, "Lighthouse Advocates")] == "Help and support"
    assert row(told, "Harbor Pantry") not in neutral


def test_terms_are_folded_once_and_labels_are_terms(told: dict[str, Any]) -> None:
    """A block is its services, its words, its fact, its pin and what it is like, without an empty end."""
    slugs = [slug for slug, _, _ in told["services"]]
    terms = [([slugs[place] for place in services], *rest) for services, *rest in told["terms"]]
    assert terms[:4] == [
        (["moud"], "suboxone", "moud.buprenorphine"),
        (["domestic-violence"], "hit me", "", "home"),
        (["psych-emergency"], "not breathing", "", "911"),
        ([], "ministerio del puerto", "", "", "harbor ministry"),
    ]
    assert (["transport"], "bus pass|ride") in terms


def test_pins_and_facts_point_at_rows(told: dict[str, Any]) -> None:
    """A line is a row or a number; a fact has the rows that say yes and those that say no."""
    assert told["pins"] == {"home": {"row": row(told, "Safe Harbor Line")}, "911": {"number": "911"}}
    assert told["facts"] == {"moud.buprenorphine": [[row(told, "Cedar Treatment")], []]}


def test_a_site_without_a_table_is_searched_by_labels() -> None:
    """Without synonyms there are no pins and no facts, and every service is still a word."""
    told = columns(compiled(replace(project(), config=invented().config)))
    assert (told["pins"], told["facts"]) == ({}, {})
    assert {place for services, *_ in told["terms"] for place in services} == set(range(len(told["services"])))


def test_the_text_of_an_entry_is_small(root: Path) -> None:
    """Names, summaries and further words of the real directory, compressed, for each entry."""
    directory = compiled(read_project(root))
    told = columns(directory)
    text = json.dumps({name: told[name] for name in PER_ROW}, ensure_ascii=False, separators=(",", ":"))
    assert len(gzip.compress(text.encode(), mtime=0)) <= TEXT_BYTES * len(directory.resources)


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("new-pantry", "E404 new-pantry, whose status is draft | an entry that is active, or no pin"),
        ("saftey-1", "E402 saftey-1, which does not exist | did you mean  safety-1 ?"),
    ],
)
def test_a_line_for_crisis_that_reaches_nobody_is_told(entry: str, told: str) -> None:
    """The check refuses a pin to a draft or to nothing, at its line of the table."""
    loaded = pipeline.load(project(TABLE.replace("entry: safety-1", f"entry: {entry}")), TODAY)
    (problem,) = [p for p in loaded.checked.errors if p.file == "site_config/synonyms.yaml"]
    assert f"{problem.code} {problem.seen} | {problem.wanted}" == told
    assert (problem.line, problem.column) == (2, 17)
