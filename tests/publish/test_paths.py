from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.publish import MANIFEST, PublishError, begin, finish, write
from tests.publish.sites import OLD, beside, held, publish, put

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "path",
    [
        "/etc/passwd", "../up.html", "r/../../up.html", "r//x.html", "./x.html", "", "r/", "..", "r\\x.html",
        "C:/x.html", "x.html:stream", "a\0b", "line\nbreak.html", "end.", "dot./x.html", "space /x.html",
        "NUL", "find/aux.html", "\udc80.html", "what?.html",
    ],
)  # fmt: skip
def test_unsafe_path_is_refused(site: Path, path: str) -> None:
    """A path that leaves the site or that some system cannot write is refused, and nothing is published."""
    publish(site, OLD)
    with begin(site) as stage, pytest.raises(PublishError, match="not a safe path") as caught:
        write(stage, [("index.html", b""), (path, b"")])
    assert "\n" not in str(caught.value)
    assert held(site) == OLD
    assert beside(site) == ["site"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("r/a.html", "r/a.html"),
        ("r/Alpha.html", "r/alpha.html"),
        ("r/Straße.html", "r/STRASSE.html"),
        ("r/caf\u00e9.html", "r/cafe\u0301.html"),
        ("find/x.html", "Find/y.html"),
        ("r", "r/a.html"),
        ("r/a.html", "R"),
    ],
)
def test_two_paths_that_are_one_file_are_refused(site: Path, one: str, other: str) -> None:
    """Two pages that some system would write to one place are refused, with both named."""
    for first, second in ((one, other), (other, one)):
        with begin(site) as stage, pytest.raises(PublishError) as caught:
            write(stage, [(first, b"1"), (second, b"2")])
        told = str(caught.value)
        assert first in told
        assert second in told
    assert not site.exists()


def test_path_taken_by_another_writer_is_refused(site: Path) -> None:
    """A page that mkdocs wrote too, in any spelling, is refused: it would be luck which of them is served."""
    stage = begin(site)
    put(stage.folder, {"404.html": b"theirs"})
    with pytest.raises(PublishError, match=r"Two pages would be written to 404\.html"):
        write(stage, [("404.html", b"ours")])
    stage = begin(site)
    put(stage.folder, {"about.html": b"theirs"})
    write(stage, [("About.html", b"ours")])
    with pytest.raises(PublishError, match=r"about\.html and About\.html"):
        finish(stage, {})


def test_unchanged_page_that_another_writer_writes_too_is_refused(site: Path) -> None:
    """An unchanged page that mkdocs writes too is refused as well, and the old one is not written into."""
    publish(site, OLD)
    stage = begin(site)
    write(stage, OLD.items())
    put(stage.folder, {"index.html": b"theirs"})
    with pytest.raises(PublishError, match=r"Two pages would be written to index\.html"):
        finish(stage, {})
    assert held(site) == OLD


def test_the_manifest_cannot_be_a_page(site: Path) -> None:
    """Nobody but the publisher writes the manifest."""
    with begin(site) as stage, pytest.raises(PublishError, match="written by the publisher"):
        write(stage, [("Build-Manifest.json", b"{}")])
    stage = begin(site)
    put(stage.folder, {MANIFEST: b"{}"})
    with pytest.raises(PublishError, match="written by the publisher"):
        finish(stage, {})
