from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from generator.publish import MANIFEST, PublishError, read_manifest, verify
from tests.publish.sites import OLD, publish

if TYPE_CHECKING:
    from pathlib import Path


def test_every_difference_is_told(site: Path) -> None:
    """Changed, lost, added and replaced files each get a line, in the order of their paths."""
    publish(site, OLD | {"same-size.html": b"1"})
    (site / "index.html").write_bytes(b"longer than before")
    (site / "same-size.html").write_bytes(b"2")
    (site / "r/pantry.html").unlink()
    (site / "extra.html").write_bytes(b"")
    (site / "css/site.css").unlink()
    (site / "css/site.css").symlink_to("/etc/passwd")
    assert verify(site) == [
        "css/site.css: not a plain file",
        "extra.html: not in the manifest",
        "index.html: other content than the manifest says",
        "r/pantry.html: missing",
        "same-size.html: other content than the manifest says",
    ]


def test_site_without_a_manifest_is_told(site: Path) -> None:
    """A folder without a manifest, or none at all, gives one line."""
    assert verify(site) == [f"{site} has no {MANIFEST}."]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "{}",
        '{"format": 1}',
        '{"format": 1, "facts": [], "files": {}}',
        "[" * 100_000,
        '"\udcff"',
    ],
)
def test_damaged_manifest_is_told(site: Path, text: str) -> None:
    """A manifest of any wrong shape gives one line and never a traceback."""
    publish(site, OLD)
    (site / MANIFEST).write_bytes(text.encode("utf-8", "surrogateescape"))
    told = verify(site)
    assert len(told) == 1
    assert "cannot be read" in told[0]
    with pytest.raises(PublishError, match="cannot be read"):
        read_manifest(site)


def test_path_in_a_manifest_is_never_opened(site: Path) -> None:
    """A manifest from somebody else that names a file elsewhere makes nobody read that file."""
    publish(site, OLD)
    document = json.loads((site / MANIFEST).read_text())
    document["files"]["../../outside"] = {"sha256": "0" * 64, "size": 0}
    (site / MANIFEST).write_text(json.dumps(document))
    (site.parent.parent / "outside").touch()
    assert verify(site) == ["../../outside: missing"]
