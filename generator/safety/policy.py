"""What a page may load and do: content-security policies, the one place where they are written.

A page of ours needs nothing but its own folder: no inline script or style, no other host, no string that becomes
HTML or code. Sources: W3C Content Security Policy Level 3 (section 3.3: a `meta` element cannot carry
`frame-ancestors`), W3C Trusted Types.
"""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TRUSTED_TYPES: Final = "offramp"
"""The one name under which a script may vouch for an address of a script: that of our own service worker."""

FRAMES: Final = ("frame-ancestors", ("'none'",))
"""That no other page may show one of ours inside it. Browsers heed it in a header only."""

_SELF: Final = ("'self'",)
_NONE: Final = ("'none'",)
_META = re.compile(rb'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
_CHARSET = re.compile(rb'<meta charset="?utf-8"?>', re.IGNORECASE)
_SCRIPT = re.compile(rb"<script(?P<how>(?:\s[^>]*)?)>(?P<text>.*?)</script>", re.DOTALL | re.IGNORECASE)
_STYLE = re.compile(rb"<style(?:\s[^>]*)?>(?P<text>.*?)</style>", re.DOTALL | re.IGNORECASE)
_RUNS = re.compile(rb"\ssrc=|\stype=[\"']?application/(?:ld\+)?json", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Policy:
    """One policy: directives by name in the order in which they are written, each with its sources."""

    directives: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def header(self) -> str:
        """The value of the header `Content-Security-Policy`."""
        return _written(self.directives)

    @property
    def meta(self) -> str:
        """What a `meta` element may say of it: all but `frame-ancestors`, of which browsers warn there."""
        return _written(pair for pair in self.directives if pair != FRAMES)

    def either(self, other: Policy) -> Policy:
        """Give the policy that allows what one of two allows, for pages that share a header; both name the same."""
        mine, theirs = dict(self.directives), dict(other.directives)
        both = tuple(name for name, _ in self.directives if name in theirs)
        return Policy(tuple((name, _either(mine[name], theirs[name])) for name in both))


SHELL: Final = Policy(
    (
        ("default-src", _NONE),
        ("script-src", _SELF),
        ("style-src", _SELF),
        ("img-src", _SELF),
        ("connect-src", _SELF),
        ("manifest-src", _SELF),
        ("worker-src", _SELF),
        ("base-uri", _NONE),
        # Without JavaScript the search box leads to the list of everything.
        ("form-action", _SELF),
        ("require-trusted-types-for", ("'script'",)),
        ("trusted-types", (TRUSTED_TYPES,)),
        FRAMES,
    )
)
"""Every page of the light shell. No text becomes HTML or a script's address but that of our worker."""


def single_file(scripts: Iterable[bytes], styles: Iterable[bytes]) -> Policy:
    """Give the policy of a page that holds all it needs: these inline scripts and styles, and nothing else.

    Each is the exact bytes between the tags. Pictures may be `data:` addresses; nothing is loaded, not even from the
    page's own folder, so that the file does the same on a host, in an e-mail and on a stick.
    """
    return Policy(
        (
            ("default-src", _NONE),
            ("script-src", hashes(scripts) or _NONE),
            ("style-src", hashes(styles) or _NONE),
            ("img-src", ("data:",)),
            ("base-uri", _NONE),
            ("form-action", _NONE),
            ("require-trusted-types-for", ("'script'",)),
            ("trusted-types", (TRUSTED_TYPES,)),
            FRAMES,
        )
    )


def handbook(page: bytes) -> Policy:
    """Give the policy of one finished page of the handbook: as tight as its theme can bear.

    Material has inline scripts, allowed by the hash of each, draws its signs from `data:` addresses, and starts its
    search worker from a plain text, so that Trusted Types cannot be asked for.
    """
    return Policy(
        (
            ("default-src", _NONE),
            ("script-src", (*_SELF, *hashes(_inline(_SCRIPT, page)))),
            ("style-src", (*_SELF, *hashes(_inline(_STYLE, page)))),
            ("img-src", (*_SELF, "data:")),
            ("connect-src", _SELF),
            ("worker-src", _SELF),
            ("base-uri", _NONE),
            ("form-action", _SELF),
            FRAMES,
        )
    )


def with_policy(page: bytes, policy: Policy) -> bytes:
    """Give a finished page that states this policy before anything it loads. Raises ValueError without a charset."""
    if not (charset := _CHARSET.search(page)):
        raise ValueError("the page names no character set, after which its policy would stand")
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy.meta}">'.encode()
    return page[: charset.end()] + meta + page[charset.end() :]


def stated(page: bytes) -> Policy | None:
    """Give the policy that a finished page states in its head, or None."""
    found = _META.search(page, 0, 4096)
    if not found:
        return None
    parts = (part.split() for part in unescape(found[1].decode()).split(";"))
    return Policy(tuple((name, tuple(sources)) for name, *sources in parts))


def hashes(texts: Iterable[bytes]) -> tuple[str, ...]:
    """Give the source `'sha256-…'` of each inline script or style, each once, sorted."""
    digests = (base64.b64encode(hashlib.sha256(text).digest()).decode("ascii") for text in texts)
    return tuple(sorted({f"'sha256-{digest}'" for digest in digests}))


def _inline(tag: re.Pattern[bytes], page: bytes) -> Iterator[bytes]:
    """Give what stands between the tags; scripts from files and data that no browser runs are left out."""
    for found in tag.finditer(page):
        if tag is _STYLE or not _RUNS.search(found["how"]):
            yield found["text"]


def _either(mine: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[str, ...]:
    named = tuple(source for source in dict.fromkeys(mine + theirs) if source not in _NONE)
    return named or _NONE


def _written(directives: Iterable[tuple[str, tuple[str, ...]]]) -> str:
    return "; ".join(" ".join((name, *sources)) for name, sources in directives)
