"""The service worker: our own text with the list of the copy in it, or the one that takes every copy away."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING, Any, Final

from generator.pages.assets import web
from generator.pages.scripts import small

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.config.strings import Words

WORKER: Final = "sw.js"
"""At the site's root, so that its scope is the site's base path and nothing beside it."""

_PLACE: Final = 'JSON.parse("{}")'
_HEAD: Final = "const KEPT="
_SPOKEN: Final = "keep.line."
_DIGITS: Final = 10
_LIST = re.compile(rf"^{_HEAD}(\{{.*\}});$", re.MULTILINE)


def worker(kept: Mapping[str, Any], words: Words) -> bytes:
    """Give the worker that keeps these files. The same list and words give the same bytes."""
    told = {key: text for key, text in sorted(words.texts.items()) if key.startswith(_SPOKEN)}
    held = {**kept, "words": told}
    version = hashlib.sha256(_json(held).encode()).hexdigest()[:_DIGITS]
    text = _text("sw.js")
    if text.count(_PLACE) != 1:
        raise ValueError("the worker has no place for its list")
    code = small("sw.js", re.sub(rf"^const KEPT = {re.escape(_PLACE)};\n", "", text, count=1, flags=re.MULTILINE))
    return f"{_HEAD}{_json({'version': version, **held})};\n{code}\n".encode()


def leaving_worker() -> bytes:
    """Give the worker that takes away every copy and then itself."""
    return small("gone.js", _text("gone.js")).encode()


def kept_of(text: bytes) -> dict[str, Any] | None:
    """Give what a worker keeps, or None for one that keeps nothing."""
    found = _LIST.search(text.decode("utf-8"))
    return json.loads(found[1]) if found else None


def _text(name: str) -> str:
    return web().joinpath("worker", name).read_text(encoding="utf-8")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
