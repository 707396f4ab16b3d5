"""The same policy as headers, for hosts that can send them: made from what the finished pages state themselves.

`_headers` is read by Netlify and Cloudflare Pages; the other two are parts of a server's own configuration. A host that
cannot send headers (GitHub Pages) leaves the pages with the policy in their head, which lacks `frame-ancestors` alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from generator.safety.policy import FRAMES, SHELL, Policy, stated

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

FILE: Final = "_headers"
"""What Netlify and Cloudflare Pages look for in the folder of the site."""

ALLOWED: Final = {"geolocation": "(self)"}
"""What a page may ask the phone for: where it is, after a tap."""

_REFUSED = (
    "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "encrypted-media",
    "fullscreen", "gamepad", "gyroscope", "hid", "idle-detection", "local-fonts", "magnetometer", "microphone", "midi",
    "payment", "publickey-credentials-get", "screen-wake-lock", "serial", "usb", "window-management",
    "xr-spatial-tracking",
)  # fmt: skip

ALWAYS: Final = (
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    (
        "Permissions-Policy",
        ", ".join([*(f"{name}={who}" for name, who in ALLOWED.items()), *(f"{name}=()" for name in _REFUSED)]),
    ),
)
"""Sent with every file."""

POLICY: Final = "Content-Security-Policy"
CACHE: Final = "Cache-Control"
FOREVER: Final = "public, max-age=31536000, immutable"
"""For files whose folder is named after what they hold: a year, without asking again."""

ASK: Final = "no-cache"
"""For all else: kept, but asked for again before each use, so that new data arrives at once."""

_HASHED: Final = r"(?:assets/[0-9a-f]{10}/|data/[a-z]+-[0-9a-f]{10}\.json$)"
_NAMED = re.compile(_HASHED)


@dataclass(frozen=True, slots=True)
class Plan:
    """Which policy goes with which address: `others` by folder (`handbook/`) or by page, all else as `policy`.

    `pages` are the paths of all pages; `lasting` the folders and files that are named after what they hold.
    """

    policy: Policy
    others: Mapping[str, Policy]
    pages: tuple[str, ...]
    lasting: tuple[str, ...]


class Planner:
    """Makes the plan while the files of a site go by, so that none has to be kept."""

    def __init__(self) -> None:
        self._others: dict[str, Policy] = {}
        self._pages: list[str] = []
        self._lasting: set[str] = set()

    def add(self, path: str, data: bytes) -> None:
        """Take in one file, by its path from the site's root.

        Pages of one folder that are not of the light shell share one header, which allows what any of them needs.
        Raises ValueError for a page that states no policy: no header may be looser than what was thought of.
        """
        if named := _NAMED.match(path):
            self._lasting.add(named[0])
        if not path.endswith(".html"):
            return
        self._pages.append(path)
        found = stated(data)
        if found is None:
            raise ValueError(f"{path} states no policy")
        if found.meta == SHELL.meta:
            return
        key = path.partition("/")[0] + "/" * ("/" in path)
        whole = Policy((*found.directives, FRAMES))
        self._others[key] = self._others[key].either(whole) if key in self._others else whole

    @property
    def plan(self) -> Plan:
        """The plan of what was taken in."""
        others = dict(sorted(self._others.items()))
        return Plan(SHELL, others, tuple(sorted(self._pages)), tuple(sorted(self._lasting)))


def plan(files: Iterable[tuple[str, bytes]]) -> Plan:
    """Give the plan of a whole site. Raises ValueError as `Planner.add` does."""
    planner = Planner()
    for path, data in files:
        planner.add(path, data)
    return planner.plan


def netlify(made: Plan) -> str:
    """Give the file `_headers`. A host may join or replace headers of two rules that fit: either way they agree."""
    frames = Policy((FRAMES,)).header
    lines = ["/*", *(f"  {name}: {value}" for name, value in ALWAYS), f"  {POLICY}: {frames}"]
    for address, policy in _addresses(made):
        lines += [address, f"  {POLICY}: {policy.header}"]
    for path in made.lasting:
        lines += [f"/{path}*" if path.endswith("/") else f"/{path}", f"  {CACHE}: {FOREVER}"]
    return "\n".join(lines) + "\n"


def _addresses(made: Plan) -> Iterator[tuple[str, Policy]]:
    """Give the addresses of all pages and what goes with each: folders as a whole, others with and without `.html`."""
    yield "/", made.policy
    for folder in sorted({f"{path.partition('/')[0]}/" for path in made.pages if "/" in path}):
        yield f"/{folder}*", made.others.get(folder, made.policy)
    for path in made.pages:
        if "/" not in path:
            policy = made.others.get(path, made.policy)
            yield f"/{path}", policy
            yield f"/{path.removesuffix('.html')}", policy


def nginx(made: Plan, base: str = "/") -> str:
    """Give what goes into nginx: the maps into `http`, the headers into the `server` or `location` of the site.

    `base` is the path under which the site lies.
    """
    policies = [f"    {_key(base, path)} {_quoted(policy.header)};" for path, policy in made.others.items()]
    sent = [*ALWAYS, (POLICY, "$offramp_policy"), (CACHE, "$offramp_cache")]
    return "\n".join(
        [
            "# In http { }:",
            "map $uri $offramp_policy {",
            f"    default {_quoted(made.policy.header)};",
            *policies,
            "}",
            "map $uri $offramp_cache {",
            f"    default {_quoted(ASK)};",
            f"    {_quoted(f'~^{re.escape(base)}{_HASHED}')} {_quoted(FOREVER)};",
            "}",
            "# In the server { } of the site, or in its location { } where that has headers of its own:",
            *(f"add_header {name} {_quoted(value)} always;" for name, value in sent),
            "",
        ]
    )


def _key(base: str, path: str) -> str:
    return f"~^{re.escape(base + path)}" if path.endswith("/") else base + path


def apache(made: Plan, base: str = "/") -> str:
    """Give what goes into Apache 2.4, in `<VirtualHost>` or as `.htaccess`; it needs `mod_headers`."""
    lines = [*(_set(name, value) for name, value in ALWAYS), _set(POLICY, made.policy.header), _set(CACHE, ASK)]
    lines += [_set(POLICY, policy.header, _pattern(base, path)) for path, policy in made.others.items()]
    lines.append(_set(CACHE, FOREVER, f"^{re.escape(base)}{_HASHED}"))
    return "\n".join(lines) + "\n"


def _pattern(base: str, path: str) -> str:
    return f"^{re.escape(base + path)}" + ("" if path.endswith("/") else "$")


def _set(name: str, value: str, pattern: str = "") -> str:
    where = f' "expr=%{{REQUEST_URI}} =~ m#{pattern}#"' if pattern else ""
    return f"Header always set {name} {_quoted(value)}{where}"


def _quoted(value: str) -> str:
    return f'"{value}"'
