"""Scripts and styles as they are served: the modules of one page in one file, and nothing that only people read.

The modules in `generator/web/static/js` stay what a person reads, and what runs wherever they are loaded one by one.
What is joined is made small by a real parser.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Final

import minify

from generator.pages.joining import at_once, read_module, scripts

if TYPE_CHECKING:
    from collections.abc import Mapping

_PAGE: Final = "js/page.js"
_ENTRIES: Final = {
    _PAGE: "",
    "js/check.js": "",
    "js/keep/page.js": "",
    "js/keep/told.js": "",
    "js/finder/start.js": "",
    "js/finder/main.js": _PAGE,
    "js/suggest/main.js": "",
}
"""What pages load, and what is on the page before it, from which it takes what that has already.

All that they import goes into them; a module that is only asked for later stays alone.
"""

_KINDS: Final = {".js": "application/javascript", ".css": "text/css"}


def served(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Give the files with scripts joined and small, by path below the folder of assets.

    Raises ValueError where modules import each other in a circle or one cannot be read, KeyError where one imports
    what is not there.
    """
    texts = {name: data.decode("utf-8") for name, data in files.items() if posixpath.splitext(name)[1] in _KINDS}
    modules = {name: read_module(name, text) for name, text in texts.items() if name.endswith(".js")}
    entries = {entry: before for entry, before in _ENTRIES.items() if entry in modules}
    made = {name: text for name, text in texts.items() if name not in modules} | scripts(entries, modules)
    other = {name: data for name, data in files.items() if name not in texts}
    return dict(sorted({**other, **{name: _shrunk(name, text).encode("utf-8") for name, text in made.items()}}.items()))


def in_one(entry: str, files: Mapping[str, bytes]) -> str:
    """Give one script that holds a module and all that it imports, also later, and loads nothing; small.

    `files` are the modules by path as they were written. Raises as `served`.
    """
    read = {name: read_module(name, data.decode("utf-8")) for name, data in files.items() if name.endswith(".js")}
    return _shrunk(entry, scripts({entry: ""}, at_once(read))[entry])


def small(name: str, text: str) -> str:
    """Give a script or a style sheet without what only people read. Raises ValueError where it cannot be read."""
    return _shrunk(name, read_module(name, text).text if name.endswith(".js") else text)


def _shrunk(name: str, text: str) -> str:
    return str(minify.string(_KINDS[posixpath.splitext(name)[1]], text))
