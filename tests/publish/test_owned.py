from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from generator.publish import MANIFEST, PublishError, begin, finish, write
from tests.publish.sites import NEW, OLD, beside, held, publish, put

MKDOCS = {
    "index.html": b"hello",
    "404.html": b'<meta name="generator" content="mkdocs-1.6.1, mkdocs-material-9.7.7">',
    "sitemap.xml": b"<urlset/>",
    "assets/main.css": b"",
}


@pytest.mark.parametrize(
    ("found", "named"),
    [
        ({"thesis.odt": b""}, "thesis.odt"),
        ({".git/HEAD": b"", ".git/config": b""}, r"\(\.git/\)"),
        ({"index.html": b"my own page"}, "index.html"),
        ({"404.html": b"by hand", "sitemap.xml": b"", "assets/a.css": b""}, "404.html"),
        (MKDOCS | {".git/HEAD": b""}, r"\(\.git/\)"),
        (MKDOCS | {"assets/.htaccess": b""}, "assets/.htaccess"),
        ({"404.html": MKDOCS["404.html"]}, "404.html"),
        ({f"{name}.txt": b"" for name in "abcde"}, r"a\.txt, b\.txt, c\.txt and 2 more"),
        ({MANIFEST: b"not json", "index.html": b""}, "cannot be read"),
        ({MANIFEST: b"[]", "index.html": b""}, "cannot be read"),
        ({MANIFEST: b'{"format": 1, "facts": {}, "files": {"a": 1}}', "index.html": b""}, "cannot be read"),
        ({MANIFEST: b'{"format": 2, "facts": {}, "files": {}}', "index.html": b""}, "another version"),
    ],
)
def test_folder_that_no_build_made_is_refused(site: Path, found: dict[str, bytes], named: str) -> None:
    """A folder with anybody's files is refused before a page is built, is told what is in it, and stays."""
    put(site, found)
    with pytest.raises(PublishError, match=named) as caught:
        begin(site)
    assert "\n" not in str(caught.value)
    assert {path: (site / path).read_bytes() for path in found} == found
    assert beside(site) == ["site"]


@pytest.mark.parametrize(
    ("stranger", "told"),
    [
        ("CNAME", "CNAME"),
        (".git/HEAD", ".git/"),
        ("r/notes.txt", "r/notes.txt"),
        ("css/a.css.gz", "css/a.css.gz"),
    ],
)
def test_file_put_into_a_site_of_ours_is_not_deleted(site: Path, stranger: str, told: str) -> None:
    """A file that is not in the manifest was put there by somebody, so the site is not replaced."""
    publish(site, OLD)
    put(site, {stranger: b"mine"})
    with pytest.raises(PublishError, match=re.escape(f"holds what no build made ({told})")):
        begin(site)
    assert held(site) == OLD | {stranger: b"mine"}


def test_file_put_there_during_the_build_is_not_deleted(site: Path) -> None:
    """The folder is looked at again before it is replaced."""
    publish(site, OLD)
    stage = begin(site)
    write(stage, NEW.items())
    put(site, {"CNAME": b"directory.example"})
    with pytest.raises(PublishError, match="CNAME"):
        finish(stage, {})
    assert held(site) == OLD | {"CNAME": b"directory.example"}
    assert beside(site) == ["site"]


@pytest.mark.parametrize(
    "found",
    [
        {},
        {".DS_Store": b""},
        MKDOCS,
        {path: data for path, data in MKDOCS.items() if path != "sitemap.xml"},
        {path: data for path, data in MKDOCS.items() if path != "assets/main.css"},
    ],
)
def test_empty_folder_and_earlier_mkdocs_site_are_replaced(site: Path, found: dict[str, bytes]) -> None:
    """What mkdocs itself would empty at its next build may be replaced."""
    site.mkdir(parents=True)
    put(site, found)
    publish(site, NEW)
    assert held(site) == NEW


def test_damaged_site_of_ours_is_replaced(site: Path) -> None:
    """A site of ours with files lost or changed is repaired by the next build."""
    publish(site, OLD)
    (site / "r/pantry.html").unlink()
    (site / "css/site.css").write_bytes(b"damaged")
    publish(site, OLD)
    assert held(site) == OLD


def test_file_in_the_way_is_refused(tmp_path: Path) -> None:
    """A file where the site should be is told, not deleted."""
    (tmp_path / "site").write_text("a letter")
    with pytest.raises(PublishError, match="is a file"):
        begin(tmp_path / "site")
    assert (tmp_path / "site").read_text() == "a letter"


def test_top_of_the_disk_is_refused() -> None:
    """The top folder of a disk is never a site."""
    with pytest.raises(PublishError, match="choose a folder inside it"):
        begin(Path(Path.cwd().anchor))


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="mounting needs root")
@pytest.mark.parametrize("how", [("-t", "tmpfs", "none"), ("--bind",)])
def test_mount_point_is_refused(tmp_path: Path, how: tuple[str, ...]) -> None:
    """A mount point cannot be swapped: it is refused before a page is built, with what to do."""
    site, other = tmp_path / "my site", tmp_path / "other"
    site.mkdir()
    other.mkdir()
    source = [str(other)] if how == ("--bind",) else []
    if subprocess.run(["mount", *how, *source, str(site)], check=False, capture_output=True).returncode != 0:
        pytest.skip("this machine does not let root mount")
    try:
        with pytest.raises(PublishError, match="mount point"):
            begin(site)
    finally:
        subprocess.run(["umount", str(site)], check=True)
