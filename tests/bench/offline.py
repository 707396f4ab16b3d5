"""Prints what a copy weighs, and how soon a call button is on the screen when the host is dead.

python -m tests.bench.offline

The processor is slowed four times, like a phone of four years; the worker is asleep before each page, as after a pause.
"""

from __future__ import annotations

import gzip
import shutil
import statistics
import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from generator import pipeline
from generator.offline.worker import kept_of
from generator.project import read_project
from tests.conftest import FLAGS
from tests.offline.host import Host
from tests.offline.phones import Chromium, keep

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import BrowserContext

ROOT = Path(__file__).parents[2]
PAGES = ("index.html", "find/withdrawal.html", "r/nc-211.html")
RUNS = 9
SEEN = """
const look = () => {
  const button = document.querySelector(".now a[href^='tel:'], main .call");
  if (button && button.getClientRects().length) requestAnimationFrame(() => { window.seen = performance.now(); });
  else requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""


def site() -> Mapping[str, bytes]:
    """Give the site of this repository."""
    project = read_project(ROOT)
    day = date(2026, 11, 23)
    found = pipeline.compiled(pipeline.load(project, day, advice=False), day)
    return dict(pipeline.site_files(found, project))


def weigh(files: Mapping[str, bytes]) -> None:
    """Print the bytes of each part, as they are and compressed."""
    kept = kept_of(files["sw.js"])
    assert kept
    base, rest = kept["packs"]
    parts = {"worker": "sw.js", "copy of everybody": base, "private pages": rest, "one file": "offline.html"}
    for name, path in parts.items():
        if path:
            print(f"{name:18} {len(files[path]):9,} bytes, {len(gzip.compress(files[path], 6)):8,} gzip")
    print(f"{'files':18} {len(kept['base']):9} for everybody, {len(kept['thin'])} reduced, {len(kept['rest'])} private")


def times(context: BrowserContext, address: str) -> list[float]:
    """Give milliseconds from the start of a navigation to a call button on the screen, for a page of the copy."""
    found = []
    page = context.new_page()
    page.add_init_script(SEEN)
    tools = context.new_cdp_session(page)
    running: dict[str, str] = {}
    tools.on(
        "ServiceWorker.workerVersionUpdated",
        lambda told: running.update({one["versionId"]: one["runningStatus"] for one in told["versions"]}),
    )
    tools.send("ServiceWorker.enable")
    tools.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    for _ in range(RUNS):
        page.goto("about:blank")
        tools.send("ServiceWorker.stopAllWorkers")
        while {*running.values()} - {"stopped"}:
            page.wait_for_timeout(20)
        page.goto(address)
        page.wait_for_function("() => window.seen")
        found.append(float(page.evaluate("window.seen")))
    page.close()
    return found


def main() -> None:
    """Build, weigh, keep, kill the host, and measure."""
    files = site()
    weigh(files)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        host = Host(Path(folder))
        host.publish(files)
        host.start()
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        context = browser.new_context(viewport={"width": 360, "height": 740})
        page = context.new_page()
        print(keep(Chromium(page), host.address))
        page.close()
        host.die()
        for path in PAGES:
            found = times(context, host.address + path)
            print(f"{path:22} {statistics.median(found):5.0f} ms median, {max(found):5.0f} ms worst of {len(found)}")
        browser.close()


if __name__ == "__main__":
    main()
