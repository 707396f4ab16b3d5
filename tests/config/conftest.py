"""An invented county, Harbor County: the smallest site_config/ that is right, and one mistake at a time in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.config.settings import Settings, load_settings
from generator.entry.problem import ProblemError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

SITE = """\
name: Harbor Help
area: Harbor County
county: Harbor
state: NC
timezone: America/New_York
language: en
stage: preview
quick:
  - entry: harbor-line
    label: Harbor line
    hint: day and night
geocoding:
  provider: none
limits:
  drop_off: 30
  crisis_and_intake: 90
  hours_and_phones: 180
  rest: 365
allowed:
  states: [NC]
  margin_km: 25
"""

LEAD = """\
line:
  number: 910-555-0100
  hours: Mo-Fr 08:00-17:00
doors: [arrest]
source: Harbor LEAD, operating protocol
as_of: 2026-11
reviewed_by: LEAD project manager
"""

TAXONOMY = """\
groups:
  food:
    label: Food
    icon: food
    tile: yes
    ask: [id_required, criminal_record.arson]
    services:
      meals:
        label: Meals
        definition: Hot food to eat now.
        intercepts: [0]
      pantry:
        label: Food pantry
        definition: Groceries to take home.
        kind: health
        intercepts: [1, 0]
        path: groceries
        ask: [cost]
        codes: {oe: [1130]}
  safety:
    label: Safety
    icon: safety
    tile: no
    sensitive: yes
    title: Help and support
    ask: [languages]
    services:
      domestic-violence:
        label: Violence at home
        definition: Call first.
        kind: safety
        intercepts: [0]
        path: safety-1
        address: release-needed
"""

WORDS = """\
home.title: "Find help in {area}"
results.count.one: "{n} place"
results.count.other: "{n} places"
"""


@pytest.fixture
def files() -> dict[str, bytes]:
    """A site_config/ with nothing wrong in it."""
    texts = {
        "site.yaml": SITE,
        "lead.yaml": LEAD,
        "taxonomy.yaml": TAXONOMY,
        "strings/en.yaml": WORDS,
    }
    return {name: text.encode() for name, text in texts.items()}


@pytest.fixture
def settings(files: Mapping[str, bytes]) -> Settings:
    """The settings of the invented county."""
    return load_settings(files)


@pytest.fixture
def changed(files: dict[str, bytes]) -> Callable[[str, str, str], Settings]:
    """Load the site_config/ with one text of one file replaced by another."""

    def load(name: str, old: str, new: str) -> Settings:
        text = files[name].decode()
        assert text.count(old) == 1, f"{old!r} is {text.count(old)} times in {name}"
        return load_settings({**files, name: text.replace(old, new).encode()})

    return load


@pytest.fixture
def messages(
    changed: Callable[[str, str, str], Settings],
) -> Callable[[str, str, str], list[str]]:
    """Give what is told about one such change: place and code, what was seen, what is wanted, the fix."""

    def tell(name: str, old: str, new: str) -> list[str]:
        with pytest.raises(ProblemError) as caught:
            changed(name, old, new)
        return [
            f"{p.file}:{p.line}:{p.column} {p.code} {p.seen} | {p.wanted}" + (f" | {p.fix}" if p.fix else "")
            for p in caught.value.problems
        ]

    return tell
