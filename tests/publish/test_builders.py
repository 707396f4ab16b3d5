from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator.publish import PublishError, _lock, abort, begin, verify
from tests.publish import builder
from tests.publish.sites import NEW, OLD, beside, held, publish

BUILDER = str(Path(builder.__file__))
ROOT = str(Path(__file__).parents[2])
BEGIN = (
    f"import sys, pathlib; sys.path.insert(0, {ROOT!r})\n"
    "from generator.publish import begin\n"
    "stage = begin(pathlib.Path(sys.argv[1]))\n"
)


def holder(site: Path, *, then: str = "") -> subprocess.Popen[str]:
    """A process that has begun a build and does nothing more until its input ends."""
    script = f"{BEGIN}{then}print('held', flush=True); sys.stdin.read()\n"
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(site)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_second_build_is_refused_and_told_who_is_first(site: Path) -> None:
    """While one process builds, another is refused in one line that names its number, and harms nothing."""
    publish(site, OLD)
    with holder(site) as first:
        with pytest.raises(PublishError) as caught:
            begin(site)
        assert re.fullmatch(
            rf"Another build \(process {first.pid}, started \d{{4}}-\d\d-\d\d \d\d:\d\d:\d\d UTC\) is writing"
            rf" {re.escape(str(site))}: wait until it ends and build again\.",
            str(caught.value),
        )
        assert len([name for name in beside(site) if ".new-" in name]) == 1
        first.kill()
    assert held(site) == OLD


def test_killed_build_does_not_hold_up_the_next(site: Path) -> None:
    """After a kill the next build begins at once, and clears what was left."""
    publish(site, OLD)
    with holder(site) as first:
        first.kill()
    assert "site.build-lock" in beside(site)
    publish(site, NEW)
    assert held(site) == NEW
    assert beside(site) == ["site"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_worker_of_a_killed_build_does_not_hold_up_the_next(site: Path) -> None:
    """A worker process that outlives its killed parent does not keep the site locked."""
    with holder(site, then="import os, signal\nos.fork() and signal.pause()\n") as first:
        first.kill()
        first.wait()
        publish(site, NEW)
        assert held(site) == NEW


def test_same_program_is_told_that_it_has_not_ended(site: Path) -> None:
    """A program that begins twice is told so, not made to wait for itself."""
    stage = begin(site)
    with pytest.raises(PublishError, match="has not ended its earlier build"):
        begin(site)
    abort(stage)
    publish(site, OLD)


def test_eight_builds_at_once_leave_one_whole_site(site: Path) -> None:
    """Of eight builds started together each publishes or is refused, and the site is one of theirs."""
    versions = [f"version-{number}" for number in range(8)]
    running = [
        subprocess.Popen([sys.executable, BUILDER, str(site), version], stderr=subprocess.PIPE, text=True)
        for version in versions
    ]
    told = [process.communicate()[1] for process in running]
    won = [version for version, process in zip(versions, running, strict=True) if process.returncode == 0]
    lost = [text for text, process in zip(told, running, strict=True) if process.returncode != 0]
    assert won
    assert all(re.fullmatch(r"Another build \(process \d+, .*\n", text) for text in lost), lost
    assert verify(site) == []
    assert held(site) in [dict(builder.pages(version)) for version in won]
    assert beside(site) == ["site"]


def test_lock_let_go_while_it_was_opened_is_taken_anew(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A lock on a file that the earlier holder just removed would lock out nobody, so it does not count."""
    site.parent.mkdir()
    lock = site.with_name("site.build-lock")
    lock.touch()
    flock = _lock.fcntl.flock

    def removed_before(fd: int, how: int) -> None:
        monkeypatch.setattr(_lock.fcntl, "flock", flock)
        lock.unlink()
        flock(fd, how)

    monkeypatch.setattr(_lock.fcntl, "flock", removed_before)
    stage = begin(site)
    with pytest.raises(PublishError, match="has not ended"):
        begin(site)
    abort(stage)


def test_lock_that_is_a_link_is_not_followed(site: Path, tmp_path: Path) -> None:
    """A link laid where the lock goes, as in a folder that others may write to, is not written through."""
    site.parent.mkdir()
    (tmp_path / "letter").write_text("dear")
    (site.parent / "site.build-lock").symlink_to(tmp_path / "letter")
    with pytest.raises(PublishError):
        begin(site)
    assert (tmp_path / "letter").read_text() == "dear"


def test_without_file_locks_the_file_itself_is_the_lock(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system has no file locks a second build is refused too, and told what to do after a crash."""
    monkeypatch.setattr(_lock, "fcntl", None)
    publish(site, OLD)
    site.with_name("site.build-lock").write_text("process 1, started 2026-11-23 05:44:00 UTC")
    with pytest.raises(PublishError, match=r"process 1.*If none is running, delete site\.build-lock"):
        begin(site)
    site.with_name("site.build-lock").unlink()
    publish(site, NEW)
    assert held(site) == NEW
    assert beside(site) == ["site"]


def test_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    """Where the system refuses the folder, that is told in one line with the path."""
    (tmp_path / "letter").write_text("dear")
    with pytest.raises(PublishError, match=r"Cannot publish .*\(.*letter.*\)\. The earlier site is untouched\.$"):
        begin(tmp_path / "letter" / "site")
