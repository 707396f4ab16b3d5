"""Takes the pictures of the README from a built site: python -m tests.bench.screenshots site docs/images."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
PICTURES = {
    "home.png": ("index.html", "light"),
    "list-dark.png": ("find/sleep.html", "dark"),
    "resource.png": ("r/cfort-recovery-center.html", "light"),
}


def main() -> None:
    """Take each picture at the size of a small phone."""
    site, folder = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for name, (path, scheme) in PICTURES.items():
            page = browser.new_page(
                viewport={"width": 360, "height": 740},
                device_scale_factor=2,
                color_scheme=scheme,  # type: ignore[arg-type]
            )
            page.goto((site / path).as_uri())
            page.screenshot(path=folder / name)
        browser.close()


if __name__ == "__main__":
    main()
