"""What may be replaced: a site that a build made and in which nobody put anything since. All else is refused.

A folder is replaced when it is missing or empty; when its own manifest names every file in it; or when mkdocs
wrote it before there was a manifest (its 404 page says mkdocs, it has a sitemap or an assets folder) and no
hidden file is in it: mkdocs itself deletes all but hidden files there at each build.
"""

from __future__ import annotations

import re
from pathlib import Path

from generator.publish._errors import PublishError
from generator.publish._files import walk
from generator.publish._manifest import MANIFEST, read_manifest

# What file managers leave behind wherever they look.
_JUNK = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
_SHOWN = 3


def check_replaceable(site: Path) -> None:
    """Refuse a site folder whose replacement would delete something that no build made.

    Raises PublishError naming what was found and what to do.
    """
    if not site.exists():
        return
    if not site.is_dir():
        raise PublishError(f"{site} is a file: the site needs a folder of its own.")
    if _is_mount(site):
        raise PublishError(f"{site} is a mount point, which cannot be swapped: publish to a folder inside it.")
    strangers = sorted(_strangers(site))
    if strangers:
        shown = ", ".join(strangers[:_SHOWN])
        more = f" and {len(strangers) - _SHOWN} more" if len(strangers) > _SHOWN else ""
        raise PublishError(
            f"{site} holds what no build made ({shown}{more}), and publishing would delete it: choose another"
            " folder for the site, or move that elsewhere first."
        )


def _strangers(site: Path) -> set[str]:
    found = {path for path, _ in walk(str(site)) if path.rpartition("/")[2] not in _JUNK}
    if MANIFEST in found:
        known = {*read_manifest(site).files, MANIFEST}
    elif _made_by_mkdocs(site):
        known = {path for path in found if not re.search(r"(?:^|/)\.", path)}
    else:
        known = set()
    ours = {path.partition("/")[0] for path in known}
    return {path if path.partition("/")[0] in ours else _top(path) for path in found - known}


def _top(path: str) -> str:
    # A whole folder of strangers, such as .git, is told by its name alone.
    first, slash, _ = path.partition("/")
    return first + slash


def _made_by_mkdocs(site: Path) -> bool:
    try:
        page = (site / "404.html").read_bytes()
    except OSError:
        return False
    return b"mkdocs" in page.lower() and ((site / "sitemap.xml").is_file() or (site / "assets").is_dir())


def _is_mount(site: Path) -> bool:
    if site.is_mount():
        return True
    # A folder bound from the same file system does not look like a mount point, but Linux lists it as one.
    try:
        table = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return False
    points = (line.split(" ")[4] for line in table.splitlines())
    return str(site) in {re.sub(r"\\(\d{3})", lambda code: chr(int(code[1], 8)), point) for point in points}
