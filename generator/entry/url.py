"""Web addresses: what a visitor can open safely, and what is hidden in one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from urllib.parse import SplitResult, urlsplit, urlunsplit

_SHORT = (
    "adf.ly aka.ms bit.ly bl.ink buff.ly cutt.ly dlvr.it fb.me forms.gle g.co goo.gl is.gd lnkd.in ow.ly qr.ae qrco.de "
    "rb.gy rebrand.ly s.id shorturl.at soo.gd t.co t.ly tiny.cc tinyurl.com trib.al v.gd"
)
SHORTENERS = frozenset(_SHORT.split())
"""Hosts that only send a visitor on to somewhere else."""

_TEST_HOSTS = (
    "cloudwaysapps.com flywheelsites.com kinsta.cloud myftpupload.com ngrok-free.app ngrok.io pantheonsite.io "
    "sg-host.com wpengine.com wpenginepowered.com internal lan local localhost"
)
STAGING = frozenset(_TEST_HOSTS.split())
STAGING_LABELS = frozenset({"dev", "preview", "stage", "staging", "test", "uat"})
INVENTED_HOSTS = frozenset({"example", "test", "invalid", "example.com", "example.net", "example.org"})
TRACKING = re.compile(
    r"utm_.*|_hsenc|_hsmi|dclid|fbclid|gbraid|gclid|igshid|mc_cid|mc_eid|mkt_tok|msclkid|oly_enc_id|ref_src|s_cid"
    r"|srsltid|ttclid|twclid|vero_id|wbraid|yclid"
)
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?")
_NUMBER_HOST = re.compile(r"[0-9.]+|0x[0-9a-f.x]+|\[.*")
_BAD = re.compile(r'[\s<>"\\^`{|}\x00-\x1f\x7f]')


class UrlFault(Enum):
    """What is wrong with a web address; HTTP and FOREIGN_CODE only want a second look."""

    BROKEN = "no web address"
    HTTP = "http"
    LOGIN = "a user name before the host"
    NUMBER = "a number instead of a host name"
    PORT = "a port"
    FOREIGN = "letters of another alphabet in the host"
    FOREIGN_CODE = "a host with letters of another alphabet, written in code"
    SHORTENED = "a shortened link"
    TRACKING = "parts that track who clicked"
    STAGING = "a place for tests, not the public page"
    INVENTED = "a host that does not exist"


@dataclass(frozen=True, slots=True)
class Found:
    """One fault: the part of the address that shows it, and the right address where it can be known."""

    fault: UrlFault
    part: str
    right: str = ""


@lru_cache(maxsize=65536)
def faults(url: str) -> tuple[Found, ...]:
    """Give everything that is wrong with one web address; nothing for one that a visitor may open."""
    parts = _split(url)
    if parts is None:
        return (Found(UrlFault.BROKEN, url),)
    named = host(url)
    found = [*_host_faults(named, parts)]
    if parts.scheme == "http":
        found.append(Found(UrlFault.HTTP, "http:", "https" + url[4:]))
    tracking = [pair for pair in parts.query.split("&") if TRACKING.fullmatch(pair.partition("=")[0].lower())]
    if tracking:
        kept = "&".join(pair for pair in parts.query.split("&") if pair not in tracking)
        found.append(Found(UrlFault.TRACKING, tracking[0], urlunsplit(parts._replace(query=kept))))
    return tuple(found)


@lru_cache(maxsize=65536)
def host(url: str) -> str:
    """Give the host of an address in small letters, without `www.`; empty where there is none."""
    parts = _split(url)
    name = (parts.hostname or "") if parts else ""
    return name.removesuffix(".").removeprefix("www.")


def invented(host_name: str) -> bool:
    """Whether a host is reserved for examples and tests (RFC 2606, RFC 6761), so that nobody can ever own it."""
    return _under(host_name, INVENTED_HOSTS)


def guess(text: str) -> str:
    """Give the web address that was probably meant: `www.harbor.example` becomes `https://www.harbor.example`."""
    bare = text.strip().removeprefix("<").removesuffix(">")
    plain = "".join(bare.split()) if re.match(r"\s*https?\s*:", bare, re.IGNORECASE) else bare.strip()
    fixed = re.sub(r"^(https?)[:;/]*/+", lambda found: f"{found[1].lower()}://", plain, flags=re.IGNORECASE)
    fixed = fixed if re.match(r"https?://", fixed) else f"https://{fixed.removeprefix('//')}"
    looks_right = re.match(r"https?://(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#]\S*)?$", fixed, re.IGNORECASE)
    return fixed if looks_right and not _BAD.search(fixed) else ""


def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname) and not _BAD.search(url)
        _ = parts.port  # reading it raises for a port that is no number
    except ValueError:
        return None
    return parts if usable else None


def _host_faults(name: str, parts: SplitResult) -> list[Found]:
    found = []
    if parts.username is not None or parts.password is not None:
        found.append(Found(UrlFault.LOGIN, parts.netloc.rpartition("@")[0] + "@"))
    if parts.port is not None:
        found.append(Found(UrlFault.PORT, f":{parts.port}"))
    if not name.isascii():
        return [*found, Found(UrlFault.FOREIGN, name)]
    labels = name.split(".")
    if any(label.startswith("xn--") for label in labels):
        found.append(Found(UrlFault.FOREIGN_CODE, name))
    if _NUMBER_HOST.fullmatch(name) or ":" in name:
        found.append(Found(UrlFault.NUMBER, name))
    elif _under(name, STAGING) or labels[0] in STAGING_LABELS:
        found.append(Found(UrlFault.STAGING, name))
    elif invented(name):
        found.append(Found(UrlFault.INVENTED, name))
    elif _under(name, SHORTENERS):
        found.append(Found(UrlFault.SHORTENED, name))
    elif len(labels) < 2 or not all(_LABEL.fullmatch(label) for label in labels):
        found.append(Found(UrlFault.BROKEN, name))
    return found


def _under(name: str, hosts: frozenset[str]) -> bool:
    return any(name == host or name.endswith("." + host) for host in hosts)
