from __future__ import annotations

import contextlib
import os
import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from generator.publish import PublishError, begin, fail, finish, verify, write
from tests.publish.sites import NEW, OLD, beside, held, publish, put

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

OLD_SITE = {f"old/{number}.html": b"o" * 6000 for number in range(20)}
NEW_SITE = {f"new/{number}.html": b"n" * 6000 for number in range(60)}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Callable[[int], Path]]:
    """Give a folder on a disk of its own with that many kilobytes, in memory."""
    mounted = []

    def mount(kilobytes: int) -> Path:
        folder = tmp_path / f"disk-{len(mounted)}-{kilobytes}"
        folder.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "none", str(folder)]
        if os.name != "posix" or os.geteuid() != 0:
            pytest.skip("mounting a small disk needs root")
        if subprocess.run(command, check=False, capture_output=True).returncode != 0:
            pytest.skip("this machine does not let root mount")
        mounted.append(folder)
        return folder

    yield mount
    for folder in mounted:
        subprocess.run(["umount", str(folder)], check=True)


def test_disk_of_any_size_holds_the_old_site_or_the_new_one(small_disk: Callable[[int], Path]) -> None:
    """On twenty disks, from room for the old site alone to room for both, the site is never a mix of them."""
    published = 0
    for kilobytes in range(200, 800, 30):
        site = small_disk(kilobytes) / "site"
        publish(site, OLD_SITE)
        with contextlib.suppress(PublishError):
            publish(site, NEW_SITE)
            published += 1
        assert held(site) in (OLD_SITE, NEW_SITE)
        assert verify(site) == []
        assert beside(site) == ["site"]
    assert 0 < published < 20


def test_the_space_asked_for_is_enough(small_disk: Callable[[int], Path]) -> None:
    """The line tells the folder, the files and the space needed, and with that much space the build works."""
    folder = small_disk(300)
    site = folder / "site"
    publish(site, OLD_SITE)
    with pytest.raises(PublishError) as caught:
        publish(site, NEW_SITE)
    told = re.fullmatch(
        r"The disk is full, or your share of it: the new site needs at least (\d\.\d) MB for 60 files"
        rf" in {re.escape(str(folder))} beside the earlier one, and (\d\.\d) MB is free\."
        r" The earlier site is untouched\.",
        str(caught.value),
    )
    assert told
    needed, free = float(told[1]), float(told[2])
    assert free < needed
    more = 300 + int((needed - free + 0.1) * 1000)
    subprocess.run(["mount", "-o", f"remount,size={more}k", str(folder)], check=True)
    publish(site, NEW_SITE)
    assert held(site) == NEW_SITE


def test_disk_that_another_writer_fills_is_told_too(small_disk: Callable[[int], Path]) -> None:
    """When mkdocs is the one that meets the full disk, the line is the same and the old site stays."""
    site = small_disk(300) / "site"
    publish(site, OLD_SITE)
    stage = begin(site)
    with pytest.raises(OSError, match="No space left") as caught:
        put(stage.folder, NEW_SITE)
    assert "The disk is full" in str(fail(stage, caught.value))
    assert held(site) == OLD_SITE
    assert beside(site) == ["site"]


def test_disk_full_at_the_manifest(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that fills up with the very last file leaves the old site; tried without a small disk."""
    publish(site, OLD)
    stage = begin(site)
    write(stage, NEW.items())
    monkeypatch.setattr(os, "write", _no_space)
    with pytest.raises(PublishError, match=r"at least 0\.1 MB for 4 files"):
        finish(stage, {})
    assert held(site) == OLD
    assert beside(site) == ["site"]


def _no_space(_fd: int, _data: bytes) -> int:
    raise OSError(28, "No space left on device")
