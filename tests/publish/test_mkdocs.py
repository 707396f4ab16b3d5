"""That mkdocs can write into a stage, driven the way a plugin drives it."""

from __future__ import annotations

import threading
import urllib.request
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.plugins import BasePlugin

from generator.publish import Stage, abort, begin, finish, verify
from tests.publish.sites import beside, held, publish

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


class Shell(BasePlugin):
    """The three events that a plugin needs."""

    stage: Stage | None = None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        self.stage = begin(Path(config.site_dir))
        config.site_dir = str(self.stage.folder)
        return config

    def on_post_build(self, config: MkDocsConfig) -> None:
        finish(self.stage, {"site": config.site_name}, durable=False)

    def on_build_error(self, **_: object) -> None:
        if self.stage:
            abort(self.stage)


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    # The theme of mkdocs prints the time of the build.
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    (tmp_path / "mkdocs.yml").write_text("site_name: Handbook\ntheme: mkdocs\nplugins: []\n")
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "index.md").write_text("# One")
    return folder


def run(docs: Path, site: Path) -> None:
    config = load_config(str(docs.with_name("mkdocs.yml")), site_dir=str(site))
    config.plugins["shell"] = Shell()
    build(config)


def test_mkdocs_builds_into_the_same_folder_again_and_again(docs: Path, tmp_path: Path) -> None:
    """As in mkdocs serve: an empty folder first, then rebuilds into it, each whole, with nothing beside."""
    site = tmp_path / "served" / "mkdocs_1"
    site.mkdir(parents=True)
    for title in ("One", "Two", "Three"):
        (docs / "index.md").write_text(f"# {title}")
        run(docs, site)
        assert title in (site / "index.html").read_text()
        assert verify(site) == []
    assert beside(site) == ["mkdocs_1"]


def test_failed_mkdocs_build_leaves_the_old_site(docs: Path, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error in the middle of mkdocs' writing leaves the site before, and the next build works."""
    run(docs, site)
    before = held(site)
    with monkeypatch.context() as patch:
        patch.setattr("mkdocs.commands.build._build_page", _fail)
        with pytest.raises(ZeroDivisionError):
            run(docs, site)
    assert held(site) == before
    assert beside(site) == ["site"]
    run(docs, site)
    assert held(site) == before


def _fail(*_: object, **__: object) -> None:
    raise ZeroDivisionError


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def test_server_of_the_site_never_misses_a_page(site: Path) -> None:
    """A server that serves the folder answers every request while the site is replaced over and over."""
    publish(site, {"index.html": b"0"})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    answers: set[bytes] = set()
    enough = threading.Event()

    def visit() -> None:
        while not enough.is_set():
            with urllib.request.urlopen(f"http://127.0.0.1:{server.server_port}/index.html") as page:
                answers.add(page.read())

    serving, visiting = threading.Thread(target=server.serve_forever), threading.Thread(target=visit)
    serving.start()
    visiting.start()
    for number in range(1, 60):
        publish(site, {"index.html": str(number).encode()})
    enough.set()
    visiting.join()
    server.shutdown()
    server.server_close()
    serving.join()
    assert answers <= {str(number).encode() for number in range(60)}
    assert len(answers) > 1
