"""The form and `offramp check` say the same of an entry, as far as the form can say it."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING, Any

import pytest

from generator.check.browser import browser_tables
from generator.check.subject import Subject
from generator.check.table import RULES
from generator.config.settings import load_settings
from generator.entry import strict_yaml
from generator.entry.schema import entry_schema, entry_validator
from generator.entry.source import SourceFile
from generator.pages.suggest_form import service_facts
from tests.invented import county
from tests.suggest.making import Maker
from tests.suggest.node import ask

if TYPE_CHECKING:
    from generator.config.settings import Settings

ENTRIES = 1000
SAME = {"E307": "E306"}
"""What the browser cannot tell apart: impossible numbers, and numbers of elsewhere."""

Told = set[tuple[str, str]]


@pytest.fixture(name="settings", scope="module")
def _settings() -> Settings:
    return load_settings(county().config)


def made(kind: str, settings: Settings) -> list[dict[str, Any]]:
    """Give entries with their ids, some of them on subjects that hide.

    `valid` are such as the check finds no error in, `loose` keep the schema, `broken` keep nothing.
    """
    chance = random.Random(f"suggest {kind}")
    maker = Maker(chance, tuple(settings.taxonomy.services), good=kind == "valid")
    ids = ("harbor-pantry", "safety-7", "womens-shelter", "help-3")
    entries: list[dict[str, Any]] = []
    while len(entries) < ENTRIES:
        entry = {"id": chance.choice(ids), "data": maker.broken() if kind == "broken" else maker.entry()}
        if kind != "valid" or not errors(entry, settings):
            entries.append(entry)
    return entries


def errors(entry: dict[str, Any], settings: Settings) -> Told:
    """Give the errors of an entry by the schema and the shared rules; JSON is YAML too."""
    shape = of_schema(entry["data"])
    found = of_rules(subject(entry, json.dumps(entry["data"], ensure_ascii=False), settings), shape)
    return shape | {(path, code) for path, code in found if code.startswith("E")}


def subject(entry: dict[str, Any], text: str, settings: Settings) -> Subject:
    """Give what the rules look at."""
    file = SourceFile(f"directory/food/{entry['id']}.yaml", text.encode())
    document = strict_yaml.Document(file.path, text, entry["data"])
    services = settings.taxonomy.of(s for s in entry["data"].get("services", ()) if isinstance(s, str))
    return Subject(file, document, settings, services, invented=True)


def in_browser(entries: list[dict[str, Any]], settings: Settings) -> Any:
    """Give what the form's modules say."""
    asked = {
        "schema": entry_schema(),
        "tables": browser_tables(),
        "services": service_facts(settings),
        "entries": entries,
    }
    return ask("agree.mjs", asked)


def of_schema(data: dict[str, Any]) -> Told:
    """Give the differences from the schema as places and keywords; of a key that may not be there, the place above."""
    errors = entry_validator().iter_errors(data)
    return {(json.dumps(list(error.absolute_path)), str(error.validator or "false")) for error in errors}


def of_rules(subject: Subject, shape: Told) -> Told:
    """Give what the rules that are marked for the browser find, where the schema has told nothing."""
    told = {path for path, _ in shape}
    rules = [rule for rule in RULES if rule.in_browser]
    found = [(json.dumps(list(f.path)), SAME.get(f.code, f.code)) for rule in rules for f in rule.run(subject)]
    return {(path, code) for path, code in found if path == "[]" or path not in told}


def browser_shape(answer: Any) -> Told:
    """Give the same of the browser."""
    return {(json.dumps(path[:-1] if keyword == "false" else path), keyword) for path, keyword in answer["differences"]}


def browser_rules(answer: Any, scans: set[str]) -> Told:
    """Give the same of the browser; a scan of the whole text tells lines in Python and fields here."""
    return {("[]" if code in scans else json.dumps(path), code) for code, path in answer["findings"]}


def test_every_rule_for_the_browser_is_there(settings: Settings) -> None:
    """The table in Python and the table in JavaScript have the same names."""
    told = in_browser([], settings)
    assert sorted(told["rules"]) == sorted(rule.name for rule in RULES if rule.in_browser)


@pytest.mark.parametrize("kind", ["valid", "loose", "broken"])
def test_form_and_check_agree(kind: str, settings: Settings) -> None:
    """Every difference from the schema and every finding of a shared rule, of 1,000 entries of each kind."""
    entries = made(kind, settings)
    scans = {"E506", "E507", "E508", "E509", "E510", "E511", "W614"}
    told = in_browser(entries, settings)["told"]
    agreed, faults, differing = 0, 0, []
    for entry, answer in zip(entries, told, strict=True):
        shape = of_schema(entry["data"])
        found = of_rules(subject(entry, answer["text"], settings), shape)
        rules = {("[]" if code in scans else path, code) for path, code in found}
        here = (browser_shape(answer), browser_rules(answer, scans))
        faults += len(shape) + sum(code.startswith("E") for _, code in rules)
        if here == (shape, rules):
            agreed += 1
        else:
            differing.append((entry, here[0] ^ shape, here[1] ^ rules))
    print(f"\n{kind}: {agreed} of {len(entries)} agree, {faults} errors")
    assert not differing, differing[0]
    assert faults == 0 if kind == "valid" else faults > ENTRIES


def test_an_expression_that_a_browser_cannot_read_stops_nothing(settings: Settings) -> None:
    """An old phone goes on without it, and the check after sending finds what it looks for."""
    entry = {"id": "harbor-pantry", "data": {"summary": "DOB 1/2/1990"}}
    tables = {**browser_tables(), "personal": [["E506", "", "(?<=(?<!"]]}
    asked = {"schema": entry_schema(), "tables": tables, "services": service_facts(settings), "entries": [entry]}
    assert "E506" not in {code for code, _ in ask("agree.mjs", asked)["told"][0]["findings"]}
    asked["tables"] = browser_tables()
    assert "E506" in {code for code, _ in ask("agree.mjs", asked)["told"][0]["findings"]}


def test_what_the_form_writes_reads_back_as_the_same_texts(settings: Settings) -> None:
    """Strict reading of 1,000 written entries gives the data they were written from, and finds nothing odd."""
    entries = made("loose", settings)
    for entry, answer in zip(entries, in_browser(entries, settings)["told"], strict=True):
        document = strict_yaml.read("x.yaml", answer["text"].encode())
        assert (document.data, document.problems) == (entry["data"], ()), answer["text"]
