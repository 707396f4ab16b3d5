"""What a page may load and do: content-security policies, the one place where they are written.

A page of ours needs nothing but its own folder: no inline script or style, no other host, no string that becomes
HTML or code. Sources: W3C Content Security Policy Level 3 (section 3.3: a `meta` element cannot carry
`frame-ancestors`), W3C Trusted Types.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

TRUSTED_TYPES: Final = "offramp"
"""The one name under which a script may vouch for an address of a script: that of our own service worker."""

_NOT_IN_META = frozenset({"frame-ancestors"})
_SELF: Final = ("'self'",)
_NONE: Final = ("'none'",)


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
        """What a `meta` element may say of it: all but `frame-ancestors`, which browsers ignore there."""
        return _written(pair for pair in self.directives if pair[0] not in _NOT_IN_META)


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
        ("frame-ancestors", _NONE),
    )
)
"""Every page of the light shell."""


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
            ("frame-ancestors", _NONE),
        )
    )


def hashes(texts: Iterable[bytes]) -> tuple[str, ...]:
    """Give the source `'sha256-…'` of each inline script or style, each once, sorted."""
    digests = (base64.b64encode(hashlib.sha256(text).digest()).decode("ascii") for text in texts)
    return tuple(sorted({f"'sha256-{digest}'" for digest in digests}))


def _written(directives: Iterable[tuple[str, tuple[str, ...]]]) -> str:
    return "; ".join(" ".join((name, *sources)) for name, sources in directives)
