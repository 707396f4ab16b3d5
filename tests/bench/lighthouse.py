"""Prints what Lighthouse 12 says of a built site on a phone, median of some runs, and when a call button is there.

npm install --prefix /tmp/lighthouse lighthouse@12
python -m tests.bench.lighthouse site --lighthouse /tmp/lighthouse/node_modules/.bin/lighthouse --runs 5

Lighthouse's own phone: 1.6 Mbit/s, 150 ms, processor slowed four times. The site is sent compressed, with its headers.
Times depend on what else the machine does: they are read, not gated. Bytes are gated in tests/safety/test_budgets.py.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from tests.conftest import FLAGS
from tests.safety.hosts import host

PAGES = ("index.html", "find/sleep.html", "r/nc-211.html", "r/safety-6.html")
"""Home, the largest list, a resource, a sensitive page."""

SCORES = ("performance", "accessibility", "best-practices")
TIMES = ("largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift")
CHROME = "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
SHOWN = """selector => new Promise(done => {
  const look = () => {
    const call = document.querySelector(selector);
    const box = call?.getBoundingClientRect();
    if (box?.width && box.top < innerHeight) requestAnimationFrame(() => done(performance.now()));
    else requestAnimationFrame(look);
  };
  look();
})"""


def lighthouse(program: str, url: str) -> dict[str, Any]:
    """Run Lighthouse once; give its report."""
    chromium = shutil.which("chromium") or ""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "report.json")
        command = [program, url, "--quiet", "--output=json", f"--output-path={out}", f"--chrome-flags={CHROME}"]
        command.append(f"--only-categories={','.join(SCORES)}")
        for _ in range(3):
            # On a busy machine the browser sometimes comes too late for Lighthouse.
            done = subprocess.run(
                command, check=False, env={**os.environ, "CHROME_PATH": chromium}, capture_output=True
            )
            if done.returncode == 0:
                break
        done.check_returncode()
        found: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
        return found


def cold(page: Page, url: str) -> float:
    """Give the milliseconds from asking for a page to a call button on the screen, nothing kept from before."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    session.send("Network.emulateNetworkConditions", SLOW)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(url, wait_until="commit")
    # A list begins with what it is; who answers now is above it, on every page.
    found: float = page.evaluate(SHOWN, 'a[href^="tel:"]' if "/find/" in url else 'main a[href^="tel:"]')
    return found


def starts(url: str, runs: int) -> list[float]:
    """Give the milliseconds of some cold starts, each in a tab of its own."""
    found = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for _ in range(runs):
            page = browser.new_page(viewport={"width": 360, "height": 740})
            found.append(cold(page, url))
            page.close()
        browser.close()
    return found


def faults(report: dict[str, Any]) -> set[str]:
    """Give what costs points, the speed left out."""
    refs = [ref for name in SCORES[1:] for ref in report["categories"][name]["auditRefs"] if ref["weight"]]
    audits = (report["audits"][ref["id"]] for ref in refs)
    return {audit["title"] for audit in audits if audit["score"] is not None and audit["score"] < 1}


def line(reports: list[dict[str, Any]]) -> str:
    """Give scores and times, the median of some reports."""
    scores = [statistics.median(r["categories"][name]["score"] * 100 for r in reports) for name in SCORES]
    lcp, tbt, cls = (statistics.median(r["audits"][audit]["numericValue"] for r in reports) for audit in TIMES)
    return f"{' '.join(f'{score:5.0f}' for score in scores)} {lcp:8.0f} {tbt:7.0f} {cls:6.3f}"


def main() -> None:
    """Print one line for each page, and what Lighthouse finds wrong."""
    parser = argparse.ArgumentParser()
    parser.add_argument("site", type=Path, nargs="?", default=Path("site"))
    parser.add_argument("--lighthouse", default=shutil.which("lighthouse"))
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--pages", nargs="*", default=PAGES)
    told = parser.parse_args()
    print(f"{'page':20} {'perf':>5} {'a11y':>5} {'best':>5} {'LCP ms':>8} {'TBT ms':>7} {'CLS':>6} {'call ms':>8}")
    with host(told.site) as address:
        for path in told.pages:
            reports = [lighthouse(told.lighthouse, address + path) for _ in range(told.runs)] if told.lighthouse else []
            shown = line(reports) if reports else f"{'no Lighthouse':>39}"
            print(f"{path:20} {shown} {statistics.median(starts(address + path, told.runs)):8.0f}", flush=True)
            for title in sorted(set().union(*map(faults, reports))):
                print(f"  {title}", flush=True)


if __name__ == "__main__":
    main()
