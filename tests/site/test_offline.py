"""No command needs the network after the install, unless a person asks a provider."""

from __future__ import annotations

from pathlib import Path

from tests.site.conftest import run

GUARD = str(Path(__file__).parent / "no_network")


def test_build_check_and_geocode_ask_nobody(project: Path) -> None:
    """With every connection refused, all three do their work."""
    before = (project / "directory/geocodes.yaml").read_bytes()
    for command in (("build",), ("check",), ("geocode",)):
        done = run(project, "offramp", *command, PYTHONPATH=GUARD)
        assert done.returncode == 0, done.stdout + done.stderr
    assert (project / "directory/geocodes.yaml").read_bytes() == before


def test_a_build_needs_no_answer(project: Path) -> None:
    """Without any committed answer the site is built, and places are known about or not at all."""
    (project / "directory/geocodes.yaml").unlink()
    done = run(project, "offramp", "build", PYTHONPATH=GUARD)
    assert done.returncode == 0, done.stderr


def test_a_provider_is_not_asked_without_a_name(project: Path) -> None:
    """A site that has not said who it is sends nothing to anybody."""
    done = run(project, "offramp", "geocode", "--provider", "nominatim", PYTHONPATH=GUARD)
    assert done.returncode == 2
    assert "user_agent" in done.stderr
