"""One request for the head of a page. The body is never read, so nothing can swell; one deadline covers all of it."""

from __future__ import annotations

import http.client
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import SplitResult, quote, urlsplit

from generator.linkcheck.network import FaultError, FaultKind

if TYPE_CHECKING:
    import socket

    from generator.linkcheck.network import Network

HEAD_LIMIT: Final = 64 * 1024
"""Bytes of status line and headers that are read; real ones have a few thousand."""

_PORTS = {"http": 80, "https": 443}
_SAFE = "/%:@!$&'()*+,;=~-._"


@dataclass(frozen=True, slots=True)
class Reply:
    """What the head of a reply says. `location` is where a redirect leads, as it was sent, else empty."""

    status: int
    location: str


def ask(network: Network, method: str, url: str, agent: str, end: float) -> Reply:
    """Send one request, HEAD or GET, and read the head of the reply before `end`.

    Raises FaultError for everything but a whole head in time, and nothing else.
    """
    parts, host, port = _target(url)
    secure = parts.scheme == "https"
    try:
        line = network.connect(host, port, end, secure=secure)
    except OSError as error:
        raise _told(error) from None
    with line:
        try:
            line.settimeout(network.left(end))
            line.sendall(_request(method, url, agent))
            reply = http.client.HTTPResponse(_Line(line, network, end), method=method)  # type: ignore[arg-type] # all it wants of a socket is makefile
            reply.begin()
            with reply:
                return Reply(reply.status, reply.headers.get("Location", "") or "")
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise _told(error) from None


def _target(url: str) -> tuple[SplitResult, str, int]:
    """Give an address cut into its parts, its host as it is asked for, and its port."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = parts.port or _PORTS[parts.scheme]
    except (KeyError, ValueError):
        raise FaultError(FaultKind.SCHEME, url[:80]) from None
    if not host or parts.username is not None:
        raise FaultError(FaultKind.SCHEME, url[:80])
    return parts, host, port


def _request(method: str, url: str, agent: str) -> bytes:
    parts, host, port = _target(url)
    path = quote(parts.path or "/", safe=_SAFE) + (f"?{quote(parts.query, safe=_SAFE + '?')}" if parts.query else "")
    name = f"[{host}]" if ":" in host else host
    name += "" if port == _PORTS[parts.scheme] else f":{port}"
    heads = {"Host": name, "User-Agent": agent, "Accept": "*/*", "Accept-Encoding": "identity", "Connection": "close"}
    lines = "".join(f"{key}: {value}\r\n" for key, value in heads.items())
    return f"{method} {path} HTTP/1.1\r\n{lines}\r\n".encode("ascii")


class _Line:
    """A socket as `http.client` reads it: with a deadline for all of it, and no more bytes than a head has."""

    def __init__(self, line: socket.socket, network: Network, end: float) -> None:
        self._line, self._network, self._end = line, network, end

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Timed(self._line, self._network, self._end), 4096)


class _Timed(io.RawIOBase):
    def __init__(self, line: socket.socket, network: Network, end: float) -> None:
        self._line, self._network, self._end = line, network, end
        self._left = HEAD_LIMIT

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override] # what BufferedReader hands over
        if self._left <= 0:
            raise FaultError(FaultKind.TOO_LARGE)
        self._line.settimeout(self._network.left(self._end))
        count = self._line.recv_into(buffer[: self._left])
        self._left -= count
        return count


def _told(error: Exception) -> FaultError:
    if isinstance(error, TimeoutError):
        return FaultError(FaultKind.TIMEOUT)
    if isinstance(error, OSError):
        return FaultError(FaultKind.UNREACHABLE, type(error).__name__)
    return FaultError(FaultKind.UNREADABLE, type(error).__name__)
