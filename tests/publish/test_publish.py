from __future__ import annotations

import json
import os
import platform
import stat
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from generator.publish import (
    MANIFEST,
    PublishError,
    _swap,
    abort,
    begin,
    fail,
    finish,
    others,
    read,
    read_manifest,
    verify,
    write,
)
from tests.publish.sites import NEW, OLD, beside, held, publish, put

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(params=["exchange", "rename aside"])
def _way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "rename aside":
        monkeypatch.setattr(_swap, "_exchange", lambda _one, _other: False)


@pytest.mark.usefixtures("_way")
def test_first_site_is_published_whole(site: Path) -> None:
    """A first build makes the folder and those above it, and leaves nothing beside it."""
    publish(site, OLD)
    assert held(site) == OLD
    assert verify(site) == []
    assert beside(site) == ["site"]


@pytest.mark.usefixtures("_way")
def test_new_site_replaces_the_old_one(site: Path) -> None:
    """After a second build exactly its files are there, none of the first, and nothing beside."""
    publish(site, OLD)
    publish(site, NEW)
    assert held(site) == NEW
    assert verify(site) == []
    assert beside(site) == ["site"]


@pytest.mark.parametrize("durable", [True, False])
def test_old_site_stands_until_the_new_one_is_finished(site: Path, durable: bool) -> None:
    """Whoever reads the site while the next one is built sees the old one whole."""
    publish(site, OLD)
    with begin(site) as stage:
        write(stage, NEW.items())
        assert held(site) == OLD
        finish(stage, {}, durable=durable)
    assert held(site) == NEW


def test_what_another_program_wrote_into_the_stage_is_published(site: Path) -> None:
    """Files that mkdocs writes into the staging folder are in the site and in its manifest."""
    with begin(site) as stage:
        put(stage.folder, {"handbook/index.html": b"handbook"})
        write(stage, OLD.items())
        manifest = finish(stage, {})
    assert held(site) == OLD | {"handbook/index.html": b"handbook"}
    assert set(manifest.files) == set(held(site))


def test_a_build_can_read_what_it_will_be(site: Path) -> None:
    """Files that did not change are read from the earlier site, files of another program too, and no old ones."""
    publish(site, OLD)
    with begin(site) as stage:
        write(stage, NEW.items())
        put(stage.folder, {"handbook/index.html": b"by hand"})
        assert {path: read(stage, path) for path in NEW} == NEW
        assert read(stage, "handbook/index.html") == b"by hand"
        assert read(stage, "r/pantry.html") is None
        assert list(others(stage)) == [("handbook/index.html", b"by hand")]


def test_same_bytes_keep_their_date(site: Path) -> None:
    """A file that did not change is not written again, so a browser that has it need not fetch it."""
    publish(site, OLD)
    os.utime(site / "css/site.css", (1, 1))
    os.utime(site / "index.html", (1, 1))
    publish(site, NEW)
    assert (site / "css/site.css").stat().st_mtime == 1
    assert (site / "index.html").stat().st_mtime != 1


def test_shortened_page_is_written_again(site: Path) -> None:
    """A page that is the beginning of the earlier one is another page."""
    publish(site, {"index.html": b"home and more"})
    publish(site, {"index.html": b"home"})
    assert held(site) == {"index.html": b"home"}


def test_same_bytes_are_copied_where_a_file_has_one_name_only(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a file system without second names an unchanged file is in the new site all the same."""
    publish(site, OLD)
    monkeypatch.setattr(os, "link", _refuse_link)
    publish(site, NEW)
    assert held(site) == NEW


def _refuse_link(_old: str, _new: str) -> None:
    raise PermissionError(1, "Operation not permitted")


def test_aborted_build_leaves_nothing(site: Path) -> None:
    """An aborted build leaves the old site, no staging folder and no lock, and may be aborted twice."""
    publish(site, OLD)
    stage = begin(site)
    write(stage, NEW.items())
    abort(stage)
    abort(stage)
    assert held(site) == OLD
    assert beside(site) == ["site"]


def test_error_in_the_block_aborts(site: Path) -> None:
    """A build that fails while its pages are made leaves the old site and nothing beside it."""
    publish(site, OLD)

    def pages() -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"new home"
        raise ZeroDivisionError

    with begin(site) as stage, pytest.raises(ZeroDivisionError):
        write(stage, pages())
    assert held(site) == OLD
    assert beside(site) == ["site"]


def test_ended_build_takes_nothing_more(site: Path) -> None:
    """Writing to a finished build, or finishing it again, is told and changes nothing."""
    publish(site, OLD)
    with begin(site) as stage:
        write(stage, NEW.items())
        finish(stage, {})
    with pytest.raises(PublishError, match="has ended"):
        write(stage, OLD.items())
    with pytest.raises(PublishError, match="has ended"):
        finish(stage, {})
    assert held(site) == NEW


@pytest.mark.parametrize("change", ["other bytes", "gone", "same size"])
def test_file_changed_after_it_was_written_is_not_published(site: Path, change: str) -> None:
    """The disk is held against what was written, so damage stops the build and the old site stays."""
    publish(site, OLD)
    stage = begin(site)
    write(stage, NEW.items())
    file = stage.folder / "r/clinic.html"
    if change == "gone":
        file.unlink()
    else:
        file.write_bytes(b"longer than it was" if change == "other bytes" else b"NEW CLINIC")
    with pytest.raises(PublishError, match=r"r/clinic\.html"):
        finish(stage, {})
    assert held(site) == OLD
    assert beside(site) == ["site"]


def test_link_in_the_stage_is_not_published(site: Path) -> None:
    """A link could lead out of the site, so a build that holds one is refused."""
    stage = begin(site)
    (stage.folder / "passwords").symlink_to("/etc/passwd")
    with pytest.raises(PublishError, match=r"passwords is not a plain file"):
        finish(stage, {})
    assert not site.exists()


def test_manifest_and_modes_are_the_same_everywhere(tmp_path: Path) -> None:
    """Folder, umask, order of the files and what stood there before do not change a byte or a mode."""
    found = set()
    for folder, umask, earlier in (("a", 0o022, False), ("b/c", 0o077, False), ("d", 0o000, True)):
        site = tmp_path / folder / "site"
        before = os.umask(umask)
        try:
            if earlier:
                publish(site, NEW)
                (site / "css/site.css").chmod(0o600)
            with begin(site) as stage:
                write(stage, sorted(OLD.items(), reverse=earlier))
                put(stage.folder, {"handbook/index.html": b"handbook"})
                finish(stage, {"tool": "1", "data": "2"} if earlier else {"data": "2", "tool": "1"})
        finally:
            os.umask(before)
        modes = {
            (path.relative_to(site).as_posix(), stat.S_IMODE(path.stat().st_mode)) for path in [site, *site.rglob("*")]
        }
        assert {mode for path, mode in modes if (site / path).is_dir()} == {0o755}
        assert {mode for path, mode in modes if (site / path).is_file()} == {0o644}
        found.add((frozenset(modes), (site / MANIFEST).read_bytes()))
    assert len(found) == 1


def test_manifest_says_what_is_there(site: Path) -> None:
    """The manifest is JSON with the facts and, sorted by path, the size and sha256 of every file."""
    returned = publish(site, {"b.html": b"abc", "a/ä.html": b""})
    document = json.loads((site / MANIFEST).read_text(encoding="utf-8"))
    assert document["facts"] == {"data": "0123", "tool": "offramp 0.1.0"}
    assert list(document["files"]) == ["a/ä.html", "b.html"]
    # The sha256 of "abc" is the first example of FIPS 180-2.
    abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert document["files"]["b.html"] == {"sha256": abc, "size": 3}
    assert read_manifest(site) == returned


def test_digest_tells_sites_apart(tmp_path: Path) -> None:
    """Equal sites have one digest, a changed byte another."""
    one, same, other = (publish(tmp_path / name, files) for name, files in (("1", OLD), ("2", OLD), ("3", NEW)))
    assert one.digest == same.digest != other.digest


def test_site_without_a_file_is_published(site: Path) -> None:
    """An empty build is odd, but it is a site with a manifest."""
    publish(site, {})
    assert verify(site) == []


def test_link_to_the_site_stays(tmp_path: Path) -> None:
    """Where the site is a link, as on some servers, the folder it leads to is replaced."""
    real, link = tmp_path / "real", tmp_path / "served"
    publish(real, OLD)
    link.symlink_to(real)
    publish(link, NEW)
    assert link.is_symlink()
    assert held(real) == NEW
    assert beside(real) == ["real", "served"]


def test_loop_of_links_is_told(tmp_path: Path) -> None:
    """A link that leads to itself is told in one line."""
    (tmp_path / "site").symlink_to("site")
    with pytest.raises(PublishError) as caught:
        begin(tmp_path / "site")
    assert "\n" not in str(caught.value)


def test_empty_folder_is_replaced_again_and_again(tmp_path: Path) -> None:
    """The empty temporary folder that mkdocs serve gives works, at every rebuild."""
    site = tmp_path / "mkdocs_1234"
    site.mkdir(mode=0o700)
    for files in (OLD, NEW, OLD):
        publish(site, files)
        assert held(site) == files
    assert beside(site) == ["mkdocs_1234"]


def test_failed_swap_leaves_the_old_site(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the new site cannot be moved in, the old one is moved back, and the reason is told."""
    publish(site, OLD)
    monkeypatch.setattr(_swap, "_exchange", lambda _one, _other: False)
    rename = type(site).rename

    def refuse_new(self: Path, target: Path) -> Path:
        if ".new-" in self.name:
            raise PermissionError(13, "Permission denied", str(self))
        return rename(self, target)

    monkeypatch.setattr(type(site), "rename", refuse_new)
    stage = begin(site)
    write(stage, NEW.items())
    with pytest.raises(PublishError, match="Permission denied"):
        finish(stage, {})
    assert held(site) == OLD
    assert beside(site) == ["site"]


@pytest.mark.skipif(platform.machine() not in _swap._RENAMEAT2_CALL, reason="no number known for this machine")
def test_exchange_without_the_function_of_the_c_library(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A C library that lacks the function, as in small containers, does not cost the one-step swap."""
    libc = _swap._libc()
    assert libc is not None
    monkeypatch.setattr(_swap, "_libc", lambda: SimpleNamespace(syscall=libc.syscall))
    monkeypatch.setattr(_swap, "_by_way_of", None)
    publish(site, OLD)
    publish(site, NEW)
    assert held(site) == NEW


def test_disk_error_while_flushing_leaves_the_old_site(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that fails to keep the new site stops the build before the swap."""

    def broken(folder: Path) -> None:
        raise OSError(5, "Input/output error", str(folder))

    publish(site, OLD)
    monkeypatch.setattr(_swap, "flush", broken)
    stage = begin(site)
    write(stage, NEW.items())
    with pytest.raises(PublishError, match="Input/output error"):
        finish(stage, {})
    assert held(site) == OLD
    assert beside(site) == ["site"]


@pytest.mark.parametrize("missing", ["syncfs", "syncfs and sync"])
def test_flushing_works_without_a_call_for_the_whole_disk(
    site: Path, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    """Systems that cannot flush one file system flush all, or file by file, and publish."""
    monkeypatch.setattr(_swap, "_libc", lambda: None)
    if missing == "syncfs and sync":
        monkeypatch.delattr(os, "sync")
    publish(site, OLD)
    publish(site, NEW)
    assert held(site) == NEW


def test_error_of_another_writer_is_told_in_plain_words(site: Path) -> None:
    """An error that mkdocs met while writing is told like our own, and the build is over."""
    publish(site, OLD)
    stage = begin(site)
    put(stage.folder, {"x.html": b"x" * 5000})
    told = str(fail(stage, OSError(28, "No space left on device", str(stage.folder / "y.html"))))
    assert "needs at least 0.1 MB for 1 files" in told
    assert str(site.parent) in told
    assert not stage.is_open
    assert beside(site) == ["site"]
