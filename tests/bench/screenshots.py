"""Takes the pictures of the README from a built site: python -m tests.bench.screenshots site docs/images."""

from __future__ import annotations

import shutil
import sys
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
PICTURES = {
    "home.png": ("index.html", "light"),
    "list-dark.png": ("find/sleep.html", "dark"),
    "resource.png": ("r/cfort-recovery-center.html", "light"),
}


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Give the address of a server of the site: browsers load no modules, and so no finder, from file addresses."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=site))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def main() -> None:
    """Take each picture at the size of a small phone."""
    site, folder = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for name, (path, scheme) in PICTURES.items():
            page = browser.new_page(
                viewport={"width": 360, "height": 740},
                device_scale_factor=2,
                color_scheme=scheme,  # type: ignore[arg-type]
            )
            page.goto(f"{address}/{path}", wait_until="networkidle")
            page.screenshot(path=folder / name)
        browser.close()


if __name__ == "__main__":
    main()
