"""A run over the links of a directory: it speaks late, hurries nobody, blocks nothing, and proves nothing."""

from __future__ import annotations

import json
import shutil
from datetime import date, timedelta
from typing import TYPE_CHECKING

from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cli import cli
from generator.linkcheck.links import links
from generator.linkcheck.look import Look, Verdict
from generator.linkcheck.memory import Memory, read_memory, remembered, write_memory
from generator.linkcheck.run import Manners, due, run
from generator.linkcheck.told import as_json, as_markdown
from tests.invented import COUNTY, copy_settings
from tests.linkcheck.servers import AGENT, by_path, head, network, serving
from tests.pages.site import harbor
from tests.phrases.county import compiled, entry

if TYPE_CHECKING:
    from pathlib import Path

BAD, GOOD, UNSURE = (
    Look(Verdict.BROKEN, "status 404"),
    Look(Verdict.GOOD, "status 200"),
    Look(Verdict.UNKNOWN, "status 403"),
)
MONDAY = date(2026, 11, 2)


def after(*looks: tuple[int, Look]) -> Memory:
    """Give what is known after looks on some days, counted from a Monday."""
    known = None
    for days, found in looks:
        known = remembered(known, found, (MONDAY + timedelta(days=days)).isoformat())
    assert known
    return known


def test_it_speaks_after_two_bad_looks_a_week_apart() -> None:
    """Not after one, nor after two in one week; a good look between begins anew, one that says nothing does not."""
    assert not after((0, BAD)).speaks
    assert not after((0, BAD), (6, BAD)).speaks
    assert after((0, BAD), (7, BAD)).speaks
    assert not after((0, BAD), (7, GOOD), (8, BAD)).speaks
    assert after((0, BAD), (3, UNSURE), (7, BAD)).speaks
    assert not after((0, BAD), (7, UNSURE), (14, UNSURE)).speaks
    assert not after((0, UNSURE), (7, UNSURE)).speaks


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 6), st.sampled_from([BAD, GOOD, UNSURE])), min_size=1, max_size=30))
def test_it_never_speaks_without_two_bad_looks_a_week_apart(steps: list[tuple[int, Look]]) -> None:
    """Whatever the order of looks: held against a slow count of the same rule."""
    day, looks = 0, []
    for step, found in steps:
        day += step
        looks.append((day, found))
    last_good = max((at for at, (_, found) in enumerate(looks) if found is GOOD), default=-1)
    bad = [when for when, found in looks[last_good + 1 :] if found is BAD]
    assert after(*looks).speaks == (bool(bad) and bad[-1] - bad[0] >= 7)


def test_memory_reads_back_and_forgets_what_it_cannot_read() -> None:
    """It is a cache: a broken one costs a week, never a run."""
    known = {"https://a.example/": after((0, BAD), (7, BAD)), "https://b.example/": after((0, GOOD))}
    assert read_memory(write_memory(known)) == known
    for broken in (b"", b"{", b"[]", b'{"links": []}', b'{"links": {"x": {"looked": "soon"}}}', b"[" * 100_000):
        assert read_memory(broken) == {}
    half = b'{"links": {"x": {"looked": "2026-11-02", "since": "2026-11-02"}, "y": {"looked": "2026-11-02"}}}'
    assert set(read_memory(half)) == {"y"}


def test_every_link_of_a_published_place_is_looked_at_once() -> None:
    """Pages and sources; of drafts and of places that are gone nothing."""
    found = links(harbor())
    assert "https://harbor.example/visit" in found
    assert len(found["https://harbor.example/visit"]) >= 1
    assert {use.field for uses in found.values() for use in uses} >= {"website", "sources"}
    assert not links(compiled(entry("a", status="draft")))


def test_what_was_looked_at_lately_waits_and_the_oldest_comes_first() -> None:
    """New links first; a day in the future, from a wrong clock, does not hide a link for ever."""
    old = {
        url: Memory(day)
        for url, day in (("a", "2026-11-22"), ("b", "2026-11-01"), ("c", "2026-10-01"), ("d", "2031-01-01"))
    }
    assert due(["a", "b", "c", "d", "e"], old, date(2026, 11, 23)) == ["e", "c", "b", "d"]


def test_a_run_hurries_nobody_and_keeps_to_its_limit() -> None:
    """Between any two requests there is a pause."""
    events: list[str] = []

    def answer(first: str, line: object) -> None:
        events.append(first.split()[1])
        by_path(gone=head("404 Not Found"))(first, line)  # type: ignore[arg-type]

    with serving(answer) as server:
        urls = [f"http://site.example:{server.port}/{name}" for name in ("a", "gone", "b", "c")]
        manners = Manners(3, AGENT, lambda: events.append("pause"))
        done = run(urls, {}, network(server.port), manners, MONDAY, lambda: None)
    assert events == ["/a", "pause", "/gone", "pause", "/gone", "pause", "/b"]
    assert (done.looked, set(done.memory)) == (3, set(urls[:3]))
    assert done.memory[urls[1]].why == "status 404"


def test_a_machine_that_is_cut_off_learns_nothing() -> None:
    """If most hosts cannot be found it is not the hosts: nothing is written down against them."""
    with serving(by_path()) as server:
        port = server.port
    old = {f"http://site{n}.example:{port}/": after((0, BAD)) for n in range(6)}
    done = run(old, old, network(port), Manners(10, AGENT, lambda: None), MONDAY + timedelta(days=8), lambda: None)
    assert done.offline
    assert done.memory == old


def test_what_is_told_is_told_by_entry() -> None:
    """The file and field to mend, in Markdown and in JSON; a link that moved asks whose it is now."""
    uses = links(harbor())
    url = "https://harbor.example/visit"
    moved = Memory("2026-11-20", "2026-11-01", "2026-11-20", "moved", "to casino.example")
    text = as_markdown(uses, {url: moved})
    assert f"- <{url}> since 2026-11-01" in text
    assert "it leads to casino.example now; is that still them?" in text
    assert "  - `directory/" in text
    assert json.loads(as_json(uses, {url: moved}))[0]["verdict"] == "moved"
    assert json.loads(as_json(uses, {url: after((0, BAD))})) == []


def test_the_command_blocks_nothing(tmp_path: Path) -> None:
    """A link that is broken for weeks: it says so, ends with 0, and changes no file of the project."""
    copy_settings(tmp_path)
    shutil.copytree(COUNTY / "directory", tmp_path / "directory")
    bad = Memory("2026-01-08", "2026-01-01", "2026-01-08", "broken", "status 404")
    state = tmp_path / ".offramp" / "links.json"
    state.parent.mkdir()
    state.write_bytes(write_memory({"https://harbor.example/visit": bad}))
    before = {path: path.read_bytes() for path in sorted(tmp_path.rglob("*")) if path.is_file()}
    done = CliRunner().invoke(cli, ["links", "--project", str(tmp_path), "--limit", "0"], catch_exceptions=False)
    assert done.exit_code == 0
    assert "- <https://harbor.example/visit> since 2026-01-01, last seen 2026-01-08: status 404" in done.output
    assert {path: path.read_bytes() for path in sorted(tmp_path.rglob("*")) if path.is_file()} == before
