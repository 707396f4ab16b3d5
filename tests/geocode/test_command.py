"""`offramp geocode` in an invented project, with a provider on loopback and a clock that nobody waits for."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import pytest

from generator.cli import main
from generator.config.geocodes import read_geocodes
from tests.geocode import server as s
from tests.geocode.faults import AGENT
from tests.invented import COUNTY, copy_settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.geocode.conftest import Hours

WINTER_HALL = s.house(
    lat="35.0561",
    lon="-78.8779",
    address={**s.HOUSE["address"], "house_number": "320", "city": "Harborview", "postcode": "28300"},
)
ALL_STREETS = {"320+Anchor+Street", "1108+South+Kelp+Road"}
"""The public addresses of the county that are known to less than the block."""


class Project:
    """A copy of the invented county whose site asks the server of the test."""

    def __init__(self, root: Path, run: Callable[..., tuple[int, str]]) -> None:
        self.root, self.run = root, run
        self.geocodes = root / "directory/geocodes.yaml"

    def ask_at(self, address: str, provider: str = "nominatim") -> None:
        self.settings(f"  provider: {provider}\n  endpoint: {address}\n  user_agent: {AGENT}\n")

    def settings(self, lines: str) -> None:
        path = self.root / "site_config/site.yaml"
        text = path.read_text(encoding="utf-8")
        head, _, tail = text.partition("geocoding:\n")
        path.write_text(head + "geocoding:\n" + lines + tail[tail.index("limits:") :], encoding="utf-8")


@pytest.fixture
def project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], hours: Hours
) -> Project:
    shutil.copytree(COUNTY / "directory", tmp_path / "directory")
    copy_settings(tmp_path)
    monkeypatch.setattr("generator.geocode.run.Clock", lambda: hours.clock)

    def run(*options: str) -> tuple[int, str]:
        monkeypatch.setattr(sys, "argv", ["offramp", "geocode", "--project", str(tmp_path), *options])
        code: object = 0
        try:
            main()
        except SystemExit as end:
            code = end.code or 0
        told = capsys.readouterr()
        assert isinstance(code, int)
        return code, told.out + told.err

    return Project(tmp_path, run)


def test_a_better_place_is_written_with_its_evidence(project: Project) -> None:
    """What changed is told, what was refused too, with what to do; exit code 1 says that somebody has to look."""
    with s.serving(s.places(WINTER_HALL)) as server:
        project.ask_at(server.address)
        code, told = project.run("--provider")
    record = read_geocodes(project.geocodes.read_bytes()).records["winter-hall"]
    assert (record.precision, record.place_id) == ("rooftop", "node/4711")
    assert record.provider == "OpenStreetMap, by Nominatim at 127.0.0.1"
    assert "winter-hall: zip becomes rooftop, 35.0561, -78.8779, OpenStreetMap, by Nominatim at 127.0.0.1," in told
    assert "river-house: on ANCHOR ST, not S KELP RD\n  is the street spelled" in told
    assert code == 1


def test_only_public_addresses_leave(project: Project) -> None:
    """Everything that was sent, held against the list: nothing of a confidential place, no names, no suites."""
    with s.serving(s.places()) as server:
        project.ask_at(server.address)
        project.run("--provider")
    sent = [path for path, _ in server.asked]
    assert {path.partition("street=")[2].partition("&")[0] for path in sent} == ALL_STREETS
    for words in ("Safe", "safety", "910-555", "555-01", "Suite", "Hall", "tire"):
        assert words not in str(sent)


def test_a_place_that_became_confidential_is_not_looked_up(project: Project) -> None:
    """Its address still stands in the file by mistake: that is an error, and nothing at all is sent."""
    path = project.root / "directory/sleep/winter-hall.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("status:", "confidential: yes\nstatus:"), encoding="utf-8")
    before = project.geocodes.read_bytes()
    with s.serving(s.places(WINTER_HALL)) as server:
        project.ask_at(server.address)
        code, told = project.run("--provider")
        assert project.run("--provider", "--only", "winter-hall")[0] == 1
    assert server.asked == []
    assert (code, project.geocodes.read_bytes()) == (1, before)
    assert "winter-hall" in told


def test_a_confidential_entry_cannot_be_asked_for_by_name(project: Project) -> None:
    """The answer is a sentence, not a request."""
    with s.serving(s.places(WINTER_HALL)) as server:
        project.ask_at(server.address)
        code, told = project.run("--provider", "--only", "safety-1")
    assert server.asked == []
    assert (code, told) == (2, "offramp: safety-1 is confidential: it is never looked up\n")


def test_nobody_is_asked_unless_told_to(project: Project) -> None:
    """A configured provider is not asked without --provider."""
    with s.serving(s.places(WINTER_HALL)) as server:
        project.ask_at(server.address)
        code, _ = project.run()
        project.run("--provider", "offline")
    assert server.asked == []
    assert code == 0


def test_a_dry_run_writes_nothing(project: Project) -> None:
    """It tells the same."""
    before = project.geocodes.read_bytes()
    with s.serving(s.places(WINTER_HALL)) as server:
        project.ask_at(server.address)
        _, told = project.run("--provider", "--dry-run", "--only", "winter-hall")
    assert "winter-hall: zip becomes rooftop" in told
    assert told.endswith("nothing was written\n")
    assert project.geocodes.read_bytes() == before


def test_only_one_entry(project: Project) -> None:
    """And that one even if its place is known: here the known place is as good, and stays."""
    before = project.geocodes.read_bytes()
    good = s.house(lat="35.0563", lon="-78.8779", address={**WINTER_HALL["address"], "house_number": "310"})
    with s.serving(s.places(good)) as server:
        project.ask_at(server.address)
        code, told = project.run("--provider", "--only", "harbor-crisis-center")
    assert len(server.asked) == 1
    assert (code, told) == (0, "0 new or better, 0 without a place, 1 asked\n")
    assert project.geocodes.read_bytes() == before


@pytest.mark.parametrize(
    ("entry", "words"),
    [("winter-hal", "there is no entry winter-hal: did you mean winter-hall?"), ("line-988", "no street to look up")],
)
def test_an_entry_that_cannot_be_looked_up(entry: str, words: str, project: Project) -> None:
    """The reason, and exit code 2."""
    code, told = project.run("--only", entry)
    assert code == 2
    assert words in told


@pytest.mark.parametrize(
    ("settings", "options", "words"),
    [
        ("  provider: none\n", ("--provider",), "name nominatim, census, photon or pelias"),
        ("  provider: nominatim\n", ("--provider",), "no geocoding user_agent"),
        ("  provider: nominatim\n  user_agent: none\n", ("--provider", "nominatim"), "no geocoding user_agent"),
        ("  provider: none\n", ("--provider", "pelias"), "no geocoding endpoint for pelias"),
        ("  provider: census\n  user_agent: short\n", ("--provider",), "the user agent names your site"),
    ],
)
def test_settings_that_allow_no_request(settings: str, options: tuple[str, ...], words: str, project: Project) -> None:
    """One sentence that says what to set, exit code 2, and nothing is written."""
    project.settings(settings)
    before = project.geocodes.read_bytes()
    code, told = project.run(*options)
    assert code == 2
    assert words in told
    assert project.geocodes.read_bytes() == before


def test_a_ban_ends_the_run(project: Project) -> None:
    """One request, the reason, exit code 1, and every committed point as it was."""
    before = read_geocodes(project.geocodes.read_bytes()).records
    with s.serving(s.status(403)) as server:
        project.ask_at(server.address)
        code, told = project.run("--provider")
    assert len(server.asked) == 1
    assert code == 1
    assert "stopped: the server refuses us (status 403): look up its rules before asking again" in told
    after = read_geocodes(project.geocodes.read_bytes()).records
    assert {entry: after[entry] for entry in before} == before


def test_a_damaged_file_is_told_and_left_alone(project: Project) -> None:
    """The command does not write over what it cannot trust."""
    with s.serving(s.places(WINTER_HALL)) as server:
        project.ask_at(server.address)
        project.run("--provider")
    damaged = project.geocodes.read_text(encoding="utf-8").replace("35.0561", "35.0961")
    project.geocodes.write_text(damaged, encoding="utf-8")
    code, told = project.run()
    assert code == 1
    assert "E768" in told
    assert project.geocodes.read_text(encoding="utf-8") == damaged


def test_a_key_comes_from_the_environment_only(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """A key in the file is refused; one in the environment reaches its provider and no message."""
    monkeypatch.setenv("OFFRAMP_GEOCODING_KEY", "s3cret")
    with s.serving(s.status(500)) as server:
        project.ask_at(server.address, "pelias")
        _, told = project.run("--provider")
    assert all("api_key=s3cret" in path for path, _ in server.asked)
    assert "s3cret" not in told
    project.settings("  provider: pelias\n  endpoint: https://pelias.example\n  api_key: s3cret\n")
    code, told = project.run("--provider")
    assert (code, "E702 api_key" in " ".join(told.split()) or "api_key" in told) == (1, True)
