"""Prints what the finder costs: `python -m tests.bench.finder` measures 80, 1,000 and 5,000 invented entries.

Time from a key press to painted results with the processor slowed four times, bytes of its scripts, of its data for
each entry, and of the first view of the home page.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import shutil
import statistics
import sys
import tempfile
import threading
from datetime import date
from pathlib import Path

from playwright.sync_api import sync_playwright

from generator import pipeline
from generator.project import read_project
from tests.bench import synthetic
from tests.bench.first_view import view
from tests.bench.screenshots import FLAGS

ROOT = Path(__file__).parents[2]
TYPED = ("food pantry", "nowhere to sleep", "suboxone", "harbor house", "detox tonight", "comida", "needle exchnge")
SLOWER = 4
WATCH = """() => {
  window.times = [];
  document.addEventListener("keydown", () => { window.pressed = performance.now(); }, true);
  document.addEventListener("input", () => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => window.times.push(performance.now() - window.pressed);
    channel.port2.postMessage(0);
  }));
}"""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


def site(folder: Path, project: Path) -> Path:
    """Write the site of a project into a folder; give the folder."""
    read = read_project(project)
    directory = pipeline.compiled(pipeline.load(read, date(2026, 11, 23)))
    for path, data in pipeline.site_files(directory, read):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return folder


def presses(folder: Path) -> list[float]:
    """Give milliseconds from each key press to painted results, the processor slowed."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as playwright:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = browser.new_page(viewport={"width": 360, "height": 740})
        page.goto(f"http://127.0.0.1:{server.server_port}/index.html")
        page.locator("#q").focus()
        page.locator("#finder.on").wait_for()
        page.wait_for_load_state("networkidle")
        page.evaluate(WATCH)
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        for text in TYPED:
            page.locator("#q").fill("")
            page.locator("#q").press_sequentially(text, delay=250)
        found = [float(time) for time in page.evaluate("window.times")]
        browser.close()
        server.shutdown()
    return found


def data_of(folder: Path) -> tuple[Path, Path]:
    """Give the two files of the finder's data."""
    (shown,) = (folder / "data").glob("finder-*.json")
    return shown, shown.with_name(shown.name.replace("finder", "search"))


def packed(path: Path) -> int:
    """Give the gzip size of one file."""
    return len(gzip.compress(path.read_bytes(), 9, mtime=0))


def main() -> None:
    """Print a line for each size, then scripts and first view of the real directory."""
    with tempfile.TemporaryDirectory() as name:
        for count in [int(number) for number in sys.argv[1:]] or [80, 1000, 5000]:
            project = synthetic.project(Path(name) / f"p{count}", count, ROOT / "docs")
            shutil.copy(ROOT / "site_config" / "synonyms.yaml", project / "site_config")
            words = (project / "site_config" / "synonyms.yaml").read_text(encoding="utf-8")
            words = words.replace("entry: nc-988", "entry: line-988").replace("entry: poison-help", "entry: line-988")
            words = words.replace("entry: safety-6", "entry: line-988")
            (project / "site_config" / "synonyms.yaml").write_text(words, encoding="utf-8")
            folder = site(Path(name) / f"s{count}", project)
            data = sum(map(packed, data_of(folder)))
            times = presses(folder)
            print(
                f"{count:5} entries: key press to paint at 1/{SLOWER} speed median {statistics.median(times):.0f} ms, "
                f"worst {max(times):.0f} ms of {len(times)}; data {data:,} bytes gzip, "
                f"{data / count:.0f} an entry"
            )
        real = site(Path(name) / "real", ROOT)
        scripts = sorted((real / "assets").glob("*/js/finder/*.js"))
        page = next((real / "assets").glob("*/js/page.js"))
        shown, typed = map(packed, data_of(real))
        first = view(real, "index.html")
        main = next(packed(path) for path in scripts if path.name == "main.js")
        mine, home = sum(map(packed, scripts)), sum(first.values())
        print(
            f"scripts of the finder: {mine:,} bytes gzip in {len(scripts)} files; with page.js {mine + packed(page):,}"
        )
        print(f"home: {home:,} bytes gzip; with the finder and its data {home + main + shown:,}")
        print(f"when the search box is used: words {typed:,}, places {packed(real / 'data' / 'places.json'):,}")


if __name__ == "__main__":
    main()
