"""The whole way against a real Nominatim that serves Harbor County from `town.sqlite.gz`, on loopback."""

from __future__ import annotations

import gzip
import hashlib
import os
import signal
import sqlite3
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.entry.model import Address
from generator.geocode.answer import Cause, Refused
from generator.geocode.fill import fill
from generator.geocode.judge import judge
from generator.geocode.query import Query
from generator.geocode.run import Clock, Run
from generator.geocode.services import SERVICES, nominatim
from generator.geocode.services.service import Server
from generator.geocode.settings import RunSettings
from tests.geocode.town import town

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.config.gazetteer import Gazetteer

HERE = Path(__file__).parent
OWN = HERE.parents[1] / ".venv-nominatim/bin/python"
PYTHON = os.environ.get("OFFRAMP_NOMINATIM_PYTHON", str(OWN) if OWN.exists() else "")
AGENT = "harbor-help-tests"

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


class Real:
    """A server of its own process; `address` is where it listens."""

    def __init__(self, folder: Path) -> None:
        command = [PYTHON, "-P", str(HERE / "real_server.py"), "serve", str(HERE / "town.sqlite.gz"), str(folder)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout
        self.address = f"http://127.0.0.1:{self.process.stdout.readline().strip()}"

    def run(self, seconds: float = 30) -> Run:
        """Give a run that waits for nobody between two requests."""
        return Run(SERVICES["nominatim"], RunSettings(self.address, AGENT, deadline_s=seconds), Clock(sleep=_at_once))

    def end(self) -> None:
        self.process.kill()
        self.process.communicate()


def _at_once(_seconds: float) -> None:
    """Sleep not at all: the server is ours alone."""


def started(folder: Path) -> Real:
    if not PYTHON:
        if os.environ.get("CI") == "true":
            pytest.fail("no Nominatim here, and CI wants one: see .ci/run")
        pytest.skip("no real Nominatim here: tests/geocode/README.md says how to get one in a minute")
    return Real(folder)


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Real]:
    server = started(tmp_path_factory.mktemp("nominatim"))
    yield server
    server.end()


def first(server: Real, query: Query, gazetteer: Gazetteer, seconds: float = 30) -> str:
    """Ask, and give the precision of what was stored, else the reason."""
    bare = type(gazetteer)(outlines=gazetteer.outlines)
    result = fill([query], {}, bare, server.run(seconds), today="2026-11-23")
    told = [record.precision.value for record in result.answers.values()]
    return (told or [refused.reason for _, refused in result.refused])[0]


def test_the_file_is_of_this_county(tmp_path: Path) -> None:
    """`town.sqlite.gz` was made of what `town.py` writes today; README.md says how to make it again."""
    unpacked = tmp_path / "town.sqlite"
    unpacked.write_bytes(gzip.decompress((HERE / "town.sqlite.gz").read_bytes()))
    database = sqlite3.connect(unpacked)
    found = database.execute("SELECT value FROM nominatim_properties WHERE property = 'town_sha256'").fetchone()
    database.close()
    assert found == (hashlib.sha256(town().encode()).hexdigest(),)


@pytest.mark.parametrize(("street", "city", "zip_code", "expected"), EXPECTED.values(), ids=EXPECTED)
def test_what_a_real_server_gives(
    street: str, city: str, zip_code: str, expected: str, real: Real, harbor: Gazetteer, ask: Callable[..., Query]
) -> None:
    """Taken with the right label, or refused for the right reason, as test_judge.py says of the recorded shapes."""
    assert first(real, ask(street, city=city, zip=zip_code), harbor).startswith(expected)


def test_the_evidence_of_a_real_answer(real: Real, harbor: Gazetteer, ask: Callable[..., Query]) -> None:
    """What was asked, who answered, with which of its places, how exactly, and when."""
    bare = type(harbor)(outlines=harbor.outlines)
    record = fill([ask("12 Anchor St #4")], {}, bare, real.run(), today="2026-11-23").answers["harbor-pantry"]
    assert record.query == "12 Anchor St, Tidewater, NC 28399"
    assert record.provider == "OpenStreetMap, by Nominatim at 127.0.0.1"
    assert record.place_id.startswith("node/")
    assert (record.precision.value, record.date) == ("rooftop", "2026-11-23")


def test_a_zip_alone_has_no_id(real: Real, harbor: Gazetteer) -> None:
    """A query without a street is never sent; if it were, the ZIP's middle would be refused, id or none."""
    query = Query("harbor-pantry", Address("", "", "", zip="28399"))
    assert isinstance(real.run().ask(query), Refused)
    places = [nominatim.read(raw) for raw in nominatim.ask(Server(real.address, AGENT, 30), query)]
    assert [place.place_id for place in places] == [""]
    found = judge(query, places, harbor)
    assert isinstance(found, Refused)
    assert found.cause is Cause.COARSE


def test_a_suite_is_nothing_to_a_real_server(real: Real) -> None:
    """That is why it is cut before anybody is asked."""

    class Uncut:
        address = Address("Tidewater", "NC", "12 Anchor Street Suite 4", zip="28399")
        street = type("Line", (), {"line": "12 Anchor Street Suite 4"})

    assert list(nominatim.ask(Server(real.address, AGENT, 30), Uncut())) == []  # type: ignore[arg-type]


def test_a_real_server_that_stands_still(tmp_path: Path, harbor: Gazetteer, ask: Callable[..., Query]) -> None:
    """Stopped it costs the deadline; woken it answers; killed it is unreachable at once."""
    server = started(tmp_path)
    try:
        assert first(server, ask(), harbor) == "rooftop"
        server.process.send_signal(signal.SIGSTOP)
        assert first(server, ask(), harbor, 0.3) == "timeout: no whole reply within 0.3 s"
        server.process.send_signal(signal.SIGCONT)
        assert first(server, ask(), harbor) == "rooftop"
    finally:
        server.end()
    assert first(server, ask(), harbor).startswith("unreachable")
