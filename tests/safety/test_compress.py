"""Files made small beforehand: the same once they are unpacked, in the manifest, and handed out by a server."""

from __future__ import annotations

import gzip
import http.client
import os
import shutil
from typing import TYPE_CHECKING

import brotli
import pytest

from generator.publish import PublishError, compressed, verify
from tests.safety.hosts import nginx, program
from tests.site.conftest import run

if TYPE_CHECKING:
    from pathlib import Path

CI = os.environ.get("CI") == "true"


@pytest.fixture(name="small", scope="module")
def _small(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the real site, built with compressed files beside the others."""
    folder = tmp_path_factory.mktemp("small") / "project"
    shutil.copytree(built.parent, folder)
    done = run(folder, "offramp", "build", "--compress")
    assert done.returncode == 0, done.stderr
    return folder / "site"


def test_every_large_text_has_two_smaller_ones_that_unpack_to_it(small: Path, built: Path) -> None:
    """And nothing else is new; the manifest has them all."""
    assert verify(small) == []
    plain = {p.relative_to(built).as_posix() for p in built.rglob("*") if p.is_file()}
    found = {p.relative_to(small).as_posix() for p in small.rglob("*") if p.is_file()}
    assert {path.removesuffix(".br").removesuffix(".gz") for path in found} == plain
    unpack = {".br": brotli.decompress, ".gz": gzip.decompress}
    for path in found - plain:
        packed, whole = (small / path).read_bytes(), (small / path[:-3]).read_bytes()
        assert unpack[path[-3:]](packed) == whole
        assert len(packed) < len(whole)
    for path in ("index.html", "sw.js", "data/directory.json", "handbook/index.html"):
        assert {f"{path}.br", f"{path}.gz"} <= found


def test_the_same_file_gives_the_same_bytes() -> None:
    """No date, no name; what would not get smaller is left out."""
    files = [("a.html", b"<p>x</p>" * 100), ("b.html", b"short"), ("c.png", b"\0" * 999), ("d.json", os.urandom(999))]
    assert list(compressed(files)) == list(compressed(files))
    assert [path for path, _ in compressed(files)] == ["a.html.br", "a.html.gz"]


def test_a_server_hands_them_out(small: Path, public: Path) -> None:
    """With `gzip_static on;` nginx sends the file beside the page to whoever takes it."""
    site = public / "site"
    shutil.copytree(small, site)
    with nginx(program("nginx", CI), site, "# In the server\n", public, "gzip_static on;") as port:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        connection.request("GET", "/index.html", headers={"Accept-Encoding": "gzip"})
        answer = connection.getresponse()
        assert answer.getheader("Content-Encoding") == "gzip"
        assert answer.read() == (site / "index.html.gz").read_bytes()
        connection.close()


def test_without_the_package_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """In one line."""
    monkeypatch.setitem(__import__("sys").modules, "brotli", None)
    with pytest.raises(PublishError, match=r"pip install 'offramp\[compress\]'"):
        list(compressed([("a.html", b"x" * 999)]))
