from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.publish import abort, begin, verify
from tests.publish import builder
from tests.publish.sites import beside, held, publish

if TYPE_CHECKING:
    from collections.abc import Iterator

BUILDER = str(Path(builder.__file__))
KILLS_SCRIPT = str(Path(__file__).parents[1] / "bench" / "kills.py")
OLD, NEW = dict(builder.pages("old")), dict(builder.pages("new"))
KILLED = -9


def build(site: Path, version: str, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, BUILDER, str(site), version, *options]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def instants(events: int, count: int) -> Iterator[int]:
    """One random instant in each of `count` equal parts of a build, so that the swap is met too."""
    chance = random.Random(20261123)
    for part in range(count):
        yield 1 + (part * events + chance.randrange(events)) // count


def test_thirty_kills_leave_the_old_site_or_the_new_one(site: Path) -> None:
    """Killed at any of thirty random instants, a build leaves the old or the new site, and the next works."""
    publish(site, OLD)
    events = count_events(site)
    found = []
    for instant in instants(events, 30):
        publish(site, OLD)
        assert build(site, "new", "--die", "any", str(instant)).returncode == KILLED
        assert verify(site) == []
        assert held(site) in (OLD, NEW)
        found.append(held(site) == NEW)
        publish(site, OLD)
        assert beside(site) == ["site"]
    # The instants are in order: from one of them on the site is the new one.
    assert found == sorted(found)
    assert 0 < sum(found) < 30


def count_events(site: Path) -> int:
    result = build(site, "new", "--die", "any", "0")
    assert result.returncode == 0, result.stderr
    return int(result.stdout)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux is known to exchange folders on every disk")
def test_swap_is_one_step(site: Path) -> None:
    """Where the system can exchange two folders, no folder is ever renamed away."""
    publish(site, OLD)
    renames = build(site, "new", "--die", "os.rename", "0")
    assert renames.stdout == "0\n"
    assert held(site) == NEW


@pytest.mark.parametrize(("event", "number"), [("os.rename", 1), ("os.rename", 2), ("os.rename", 3), ("os.rmdir", 1)])
def test_kill_between_two_renames_is_put_right_by_the_next_build(site: Path, event: str, number: int) -> None:
    """Where folders cannot be exchanged, the next build gives the old site back before anything else."""
    publish(site, OLD)
    assert build(site, "new", "--no-exchange", "--die", event, str(number)).returncode == KILLED
    # Killed before the second rename there is no site: the case this is about.
    assert site.exists() == (number != 2 or event != "os.rename")
    abort(begin(site))
    assert held(site) == (OLD if (event, number) in {("os.rename", 1), ("os.rename", 2)} else NEW)
    assert verify(site) == []
    assert beside(site) == ["site"]


def test_old_site_that_was_being_deleted_is_never_given_back(site: Path) -> None:
    """After a kill while the old site was deleted, and the site removed by hand, no half of it comes back."""
    publish(site, OLD)
    assert build(site, "new", "--no-exchange", "--die", "os.remove", "5").returncode == KILLED
    assert held(site) == NEW
    site.rename(site.with_name("moved-by-hand"))
    abort(begin(site))
    assert not site.exists()


def test_link_that_bears_the_name_of_an_old_site_is_not_given_back(site: Path, tmp_path: Path) -> None:
    """Only a folder is ever put in the site's place."""
    site.parent.mkdir()
    (tmp_path / "private").mkdir()
    site.with_name("site.old-build0123456789abcdef").symlink_to(tmp_path / "private")
    abort(begin(site))
    assert not site.exists()


def test_folders_of_other_people_beside_the_site_stay(site: Path) -> None:
    """Only what bears a name that no person gives is cleared beside the site."""
    names = [
        "site.new-design",
        "site.old-2024",
        "site.new-1",
        "site.old-build",
        "other.new-build0123456789abcdef",
    ]
    for name in names:
        (site.parent / name).mkdir(parents=True)
    (site.parent / "site.new-build0123456789abcdef").symlink_to(site.parent / "site.new-design")
    (site.parent / "site.new-buildfedcba9876543210").mkdir()
    publish(site, OLD)
    assert beside(site) == sorted([*names, "site", "site.new-build0123456789abcdef"])


def test_kill_script_counts_and_finds_no_mix(site: Path) -> None:
    """The script that kills real builds runs any command, and counts old and new sites only."""
    old = f"{sys.executable} {BUILDER} {site} old"
    command = [sys.executable, KILLS_SCRIPT, "--kills", "6", "--site", str(site), "--old-cmd", old, "--"]
    result = subprocess.run(
        [*command, sys.executable, BUILDER, str(site), "new"], capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr
    assert result.stdout.startswith("6 kills: ")
    assert " 0 mixed, 0 missing" in result.stdout
    assert "whole; left beside it: nothing" in result.stdout


def test_kill_script_finds_a_mix(site: Path) -> None:
    """A writer that writes straight into the site is caught, so the script's word is worth something."""
    plain = (
        "import os, pathlib, sys\n"
        "site = pathlib.Path(sys.argv[1]); site.mkdir(parents=True, exist_ok=True)\n"
        "with (site / 'index.html').open('wb', buffering=0) as page:\n"
        "    for n in range(400_000):\n"
        "        page.write(sys.argv[2].encode())\n"
    )
    script = site.parent.with_name("plain.py")
    script.write_text(plain)
    old = f"{sys.executable} {script} {site} old"
    command = [sys.executable, KILLS_SCRIPT, "--kills", "8", "--site", str(site), "--old-cmd", old, "--"]
    result = subprocess.run(
        [*command, sys.executable, str(script), str(site), "new"], capture_output=True, text=True, check=False
    )
    assert result.returncode == 1, result.stdout + result.stderr
    assert "the site is mixed" in result.stderr
