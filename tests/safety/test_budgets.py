"""Bytes are the same on every machine, so they are held here; times are printed by the benches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bench.budgets import HOME, ROUND_TRIP, cost, costs

if TYPE_CHECKING:
    from pathlib import Path


def test_every_page_of_the_directory_arrives_in_one_round_trip(built: Path) -> None:
    """HTML and style, compressed, of the dearest page of each kind."""
    found = costs(built)
    assert all(found.values())
    assert {c.page: c.text for pages in found.values() for c in pages if c.text > ROUND_TRIP} == {}


def test_home_with_the_finder_and_its_data_stays_small(built: Path) -> None:
    """Everything that the first search needs."""
    home = cost(built, "index.html")
    assert home.first < home.used <= HOME
