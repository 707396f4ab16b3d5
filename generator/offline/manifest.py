"""The web app manifest and its icons: what a phone calls the site once it is on its home screen.

The name is that of the site, which is neutral. Only the page about copies points here, so that an app is always the
wish of somebody who read there what it keeps. Source: W3C Web Application Manifest.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from generator.pages.assets import web

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.config.site import Site

MANIFEST: Final = "app.webmanifest"
ICONS: Final = "app/"
SIZES: Final = {"icon-180.png": 180, "icon-192.png": 192, "icon-512.png": 512}
"""Apple's home screen, and the sizes that browsers want for a home screen and for a start screen."""

START: Final = "index.html?app"
"""Where the app begins. The mark says that somebody put it there who wanted a copy: it may save it again."""

_COLOR: Final = "#0c3a30"
_PAPER: Final = "#f5f4ef"


def app_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Give the manifest and the icons by path from the site's root; every address in them is relative."""
    icons = [
        {"src": f"{ICONS}{name}", "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
        for name, size in SIZES.items()
        if size != 180
        for purpose in ("any", "maskable")
    ]
    told = {
        "id": "./",
        "name": site.name,
        "short_name": site.name[:12].strip(),
        "lang": site.language,
        "start_url": START,
        "scope": "./",
        "display": "standalone",
        "background_color": _PAPER,
        "theme_color": _COLOR,
        "icons": icons,
    }
    yield MANIFEST, (json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode("utf-8")
    for name in SIZES:
        yield f"{ICONS}{name}", web().joinpath("app", name).read_bytes()
