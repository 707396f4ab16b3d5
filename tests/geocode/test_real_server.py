"""The judge against a real Nominatim that serves Harbor County; runs where OFFRAMP_NOMINATIM_PYTHON is set."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.geocode.fill import fill
from generator.geocode.nominatim import Clock, Nominatim, NominatimSettings
from tests.geocode.town import town

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.config.gazetteer import Gazetteer
    from generator.geocode.query import Query

PYTHON = os.environ.get("OFFRAMP_NOMINATIM_PYTHON", "")
pytestmark = pytest.mark.skipif(not PYTHON, reason="no real Nominatim: tests/geocode/README.md says how to get one")

EXPECTED = {
    "a house": ("12 Anchor Street", "Tidewater", "28399", "rooftop"),
    "a suite, capitals": ("12 ANCHOR ST, Suite 4", "Tidewater", "28399", "rooftop"),
    "the same number in the other town": ("12 Anchor Street", "Saint Anns", "28398", "rooftop"),
    "a named shelter's address": ("30 Anchor St", "Tidewater", "28399", "rooftop"),
    "no accent": ("7 Pena Trl", "Tidewater", "28399", "rooftop"),
    "no ZIP": ("5 Mole Lane", "Saint Anns", "", "rooftop"),
    "a short direction": ("3 S Eel St", "Tidewater", "28399", "rooftop"),
    "a direction left out": ("3 Eel Street", "Tidewater", "28399", "rooftop"),
    "a number between two known ones": ("104 Kelp Rd", "Tidewater", "28399", "block"),
    "a number that does not exist": ("99 Anchor Street", "Tidewater", "28399", "street"),
    "a street without a number": ("Anchor Street", "Tidewater", "28399", "street"),
    "the next town's ZIP": ("12 Anchor Street", "Tidewater", "28398", "in ZIP 28399, not 28398"),
    "a street in two towns": ("12 Anchor Street", "", "", "2 places of that address, up to 23"),
    "the other direction": ("3 N Eel St", "Tidewater", "28399", "no answer"),
    "another town's street": ("5 Mole Ln", "Tidewater", "28399", "no answer"),
    "no such street": ("12 Squid Street", "Tidewater", "28399", "no answer"),
    "no such town": ("12 Anchor Street", "Raleigh", "", "no answer"),
}


@pytest.fixture(scope="module")
def provider(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nominatim]:
    """Build, serve and end a real server; about ten seconds."""
    folder = tmp_path_factory.mktemp("nominatim")
    (folder / "town.osm").write_text(town(), encoding="utf-8")
    script = Path(__file__).with_name("real_server.py")
    command = [PYTHON, "-P", str(script), str(folder / "town.osm"), str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout
            port = server.stdout.readline().strip()
            settings = NominatimSettings(f"http://127.0.0.1:{port}", "harbor-help-tests", deadline_s=30)
            yield Nominatim(settings, clock=Clock(sleep=lambda _: None))
        finally:
            server.terminate()


@pytest.mark.parametrize(("street", "city", "zip_code", "expected"), EXPECTED.values(), ids=EXPECTED)
def test_what_a_real_server_gives(
    street: str,
    city: str,
    zip_code: str,
    expected: str,
    provider: Nominatim,
    harbor: Gazetteer,
    ask: Callable[..., Query],
) -> None:
    """Taken with the right label, or refused for the right reason, as test_judge.py says of the recorded shapes."""
    bare = type(harbor)(outlines=harbor.outlines)
    result = fill([ask(street, city=city, zip=zip_code)], {}, bare, provider, today="2026-11-23")
    told = [answer.precision.value for answer in result.answers.values()] or [reason for _, reason in result.refused]
    assert told[0].startswith(expected)
