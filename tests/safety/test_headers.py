"""Pages, `_headers`, nginx and Apache say the same."""

from __future__ import annotations

import os
import re
import shutil
from typing import TYPE_CHECKING

import pytest

from generator.safety import headers, policy
from tests.safety.hosts import apache, asked, nginx, program, rules, sent
from tests.safety.test_policy import directives
from tests.site.conftest import run

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

CI = os.environ.get("CI") == "true"
FRAMES = "frame-ancestors 'none'"
UNLIKE = ("handbook/", "offline.html")
"""Pages whose policy is not that of the light shell."""


def files(site: Path) -> dict[str, bytes]:
    return {p.relative_to(site).as_posix(): p.read_bytes() for p in site.rglob("*") if p.is_file()}


def allows(text: str) -> dict[str, list[str]]:
    """Read the header of one page, which may hold two policies that both count; the stricter one is told here."""
    both = [directives(one) for one in text.split(",")]
    return {name: sources for one in both for name, sources in one.items()}


def same_as_the_page(told: Mapping[str, str], path: str, page: bytes) -> None:
    """Hold what a server sends against what the page states: equal, but for who may frame it; hashes may be more."""
    header, stated = allows(told["Content-Security-Policy"]), policy.stated(page)
    assert stated, path
    assert header.pop("frame-ancestors") == ["'none'"], path
    for name, sources in stated.directives:
        extra = set(header.pop(name)) - set(sources)
        assert not extra or (path.startswith("handbook/") and all(x.startswith("'sha256-") for x in extra)), path
    assert header == {}, path


def test_every_page_of_the_site_is_sent_what_it_states(built: Path) -> None:
    """Netlify and Cloudflare Pages: with `.html` and without, and at the root."""
    found = rules((built / "_headers").read_text())
    pages = {path: data for path, data in files(built).items() if path.endswith(".html")}
    for path, page in pages.items():
        same_as_the_page(sent(found, f"/{path}"), path, page)
        same_as_the_page(sent(found, f"/{path.removesuffix('.html')}"), path, page)
    same_as_the_page(sent(found, "/"), "index.html", pages["index.html"])
    assert any(path.startswith("handbook/") for path in pages)


def test_all_files_are_sent_the_other_headers(built: Path) -> None:
    """Where a page may ask the phone for its place and nothing else; nothing tells another site where one was."""
    found = rules((built / "_headers").read_text())
    for path in files(built):
        told = sent(found, f"/{path}")
        assert told["Referrer-Policy"] == "no-referrer"
        assert told["X-Content-Type-Options"] == "nosniff"
        allowed = dict(part.split("=") for part in told["Permissions-Policy"].split(", "))
        assert {name for name, who in allowed.items() if who != "()"} == {"geolocation"}
        assert FRAMES in told["Content-Security-Policy"]
    lasting = {path for path in files(built) if "immutable" in sent(found, f"/{path}").get("Cache-Control", "")}
    assert {path.partition("/")[0] for path in lasting} == {"assets", "data"}
    assert all(re.search(r"[0-9a-f]{10}", path) for path in lasting)


def test_a_host_takes_the_file(built: Path) -> None:
    """Cloudflare Pages: at most 100 rules, and 2,000 characters a line."""
    text = (built / "_headers").read_text()
    assert len(rules(text)) <= 100
    assert max(map(len, text.splitlines())) <= 2000


@pytest.mark.parametrize("server", ["nginx", "apache"])
def test_a_real_server_sends_what_the_pages_state(built: Path, public: Path, server: str) -> None:
    """Each with the part of its configuration that `offramp headers` prints."""
    name = program({"nginx": "nginx", "apache": "apache2"}[server], CI)
    done = run(built.parent, "offramp", "headers", server)
    assert done.returncode == 0, done.stderr
    shutil.copytree(built, public / "site")
    with {"nginx": nginx, "apache": apache}[server](name, public / "site", done.stdout, public) as port:
        for path in ("index.html", "r/nc-988.html", "handbook/index.html", "handbook/hours.html", "404.html"):
            told = asked(port, f"/{path}")
            same_as_the_page(told, path, (built / path).read_bytes())
            assert told["Cache-Control"] == headers.ASK
            for header, value in headers.ALWAYS:
                assert told[header] == value
        assets = next(p for p in (built / "assets").glob("*/site.css")).relative_to(built).as_posix()
        assert asked(port, f"/{assets}")["Cache-Control"] == headers.FOREVER
        assert "nosniff" in asked(port, "/nothing-here", 404)["X-Content-Type-Options"]


def test_a_site_below_a_path_has_its_pages_found_there() -> None:
    """A project page: the handbook's policy goes with the handbook, wherever the site lies."""
    page = policy.with_policy(b'<meta charset="utf-8">', policy.handbook(b"<script>1</script>"))
    made = headers.plan([("handbook/index.html", page)])
    assert r"~^/offramp/handbook/ " in headers.nginx(made, "/offramp/")
    assert "m#^/offramp/handbook/#" in headers.apache(made, "/offramp/")


def test_a_page_without_a_policy_is_refused() -> None:
    """No page is sent a header that its own text does not bear out."""
    with pytest.raises(ValueError, match=r"r/odd\.html states no policy"):
        headers.plan([("r/odd.html", b"<!doctype html><title>x</title>")])


@pytest.mark.parametrize(("folder", "told"), [("empty", "there is no page"), ("served", "states no policy")])
def test_the_command_tells_plainly_that_there_is_no_site(tmp_path: Path, folder: str, told: str) -> None:
    """One line and exit code 2."""
    (tmp_path / folder).mkdir()
    if folder == "served":
        (tmp_path / folder / "index.html").write_text("<!doctype html>")
    done = run(tmp_path, "offramp", "headers", "nginx", "--site", folder)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr
