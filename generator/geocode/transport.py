"""The one way to the network: an HTTP client for geopy that can neither hang nor swell nor be led away.

geopy's own clients follow redirects anywhere, unpack 200 MB into memory, sleep for as long as a server asks and wait
for ever for a slow one (all measured). This one reads at most BODY_LIMIT bytes, unpacks nothing, never leaves the host
it was sent to, and closes its socket when its time is over. A thread does the talking; who asked keeps the time, so
that a name server or a handshake that never ends is left at the deadline too.
"""

from __future__ import annotations

import http.client
import json
import socket
import threading
import urllib.error
import urllib.request
from concurrent.futures import Future
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from geopy.adapters import BaseSyncAdapter

if TYPE_CHECKING:
    import ssl
    from collections.abc import Mapping

BODY_LIMIT = 1_000_000
"""Bytes of a reply; ten places with all their details are some 10,000."""


class FaultKind(StrEnum):
    """Why there is no reply."""

    RATE_LIMITED = "rate-limited"
    FORBIDDEN = "forbidden"
    SERVER = "server"
    REJECTED = "rejected"
    TIMEOUT = "timeout"
    UNREACHABLE = "unreachable"
    REDIRECT = "redirect"
    TOO_LARGE = "too-large"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Fault:
    """No reply. `retry_after` is that header as the server sent it, empty without one."""

    kind: FaultKind
    detail: str
    retry_after: str = ""


class FaultError(Exception):
    """What every failed request ends in; `fault` says how."""

    def __init__(self, kind: FaultKind, detail: str, retry_after: str = "") -> None:
        super().__init__(detail)
        self.fault = Fault(kind, " ".join(detail[:120].split()), retry_after[:60])


class BoundedAdapter(BaseSyncAdapter):  # type: ignore[misc]  # geopy has no type information
    """geopy's HTTP client. Raises FaultError for everything but a whole reply in time, and nothing else."""

    def __init__(self, *, proxies: dict[str, str] | None, ssl_context: ssl.SSLContext | None) -> None:
        super().__init__(proxies=proxies, ssl_context=ssl_context)
        self._proxies, self._context = proxies, ssl_context

    def get_json(self, url: str, *, timeout: float, headers: Mapping[str, str]) -> Any:  # noqa: ANN401 - whatever the server sends
        """Give the parsed body of a successful reply."""
        try:
            return json.loads(self.get_text(url, timeout=timeout, headers=headers))
        except (ValueError, RecursionError):
            raise FaultError(FaultKind.UNREADABLE, "the reply is not JSON") from None

    def get_text(self, url: str, *, timeout: float, headers: Mapping[str, str]) -> str:
        """Give the body of a successful reply after at most `timeout` seconds, all in."""
        request = urllib.request.Request(  # noqa: S310 - the settings allow https, and http on loopback
            url, headers={**headers, "Accept": "application/json", "Accept-Encoding": "identity"}
        )
        watch, done = _Watch(), Future[str]()

        def talk() -> None:
            try:
                opener = urllib.request.build_opener(
                    urllib.request.ProxyHandler(self._proxies), _Plain(watch), _Secure(watch, self._context), _SameHost
                )
                with opener.open(request, timeout=timeout) as reply:
                    done.set_result(_body(reply))
            except BaseException as error:  # noqa: BLE001 - whatever it is, who asked has to hear of it
                done.set_exception(_told(error, timeout))
            finally:
                watch.end()

        threading.Thread(target=talk, name="geocoder request", daemon=True).start()
        try:
            return done.result(timeout)
        except TimeoutError:
            raise _too_slow(timeout) from None
        finally:
            watch.end()


class _Watch:
    """Second handles of the sockets of one request, by which they are closed while another thread waits for them."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._handles: list[socket.socket] = []
        self._over = False

    def opened(self, handle: socket.socket) -> None:
        with self._lock:
            self._handles.append(handle)
            if self._over:
                self._close()

    def end(self) -> None:
        with self._lock:
            self._over = True
            self._close()

    def _close(self) -> None:
        while self._handles:
            handle = self._handles.pop()
            try:
                handle.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass  # the other side was quicker
            finally:
                handle.close()


class _Line(http.client.HTTPConnection):
    watch: _Watch

    def connect(self) -> None:
        super().connect()
        self.watch.opened(self.sock.dup())


class _SecureLine(http.client.HTTPSConnection, _Line):
    """HTTPSConnection connects by the next class in line, so the handshake is watched as well."""


def _line(kind: type[_Line], watch: _Watch, host: str, **others: Any) -> _Line:  # noqa: ANN401 - http.client's own
    line = kind(host, **others)
    line.watch = watch
    return line


class _Plain(urllib.request.HTTPHandler):
    def __init__(self, watch: _Watch) -> None:
        super().__init__()
        self._watch = watch

    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(partial(_line, _Line, self._watch), req)


class _Secure(urllib.request.HTTPSHandler):
    def __init__(self, watch: _Watch, context: ssl.SSLContext | None) -> None:
        super().__init__(context=context)
        self._watch, self._trusted = watch, context

    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(partial(_line, _SecureLine, self._watch), req, context=self._trusted)


class _SameHost(urllib.request.HTTPRedirectHandler):
    """Follows at most three redirects, and only to the same scheme, host and port."""

    max_repeats = 1
    max_redirections = 3

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: Any,  # noqa: ANN401 - urllib's own signature
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        """Give the next request. Raises FaultError for one to another host."""
        here, there = urlsplit(req.full_url), urlsplit(urljoin(req.full_url, newurl))
        if (here.scheme, here.netloc) != (there.scheme, there.netloc):
            fp.close()
            raise FaultError(FaultKind.REDIRECT, f"sent on to {there.netloc[:60]}")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _body(reply: http.client.HTTPResponse) -> str:
    if reply.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise FaultError(FaultKind.UNREADABLE, "a packed reply, which was not asked for")
    expected = reply.length
    if (expected or 0) > BODY_LIMIT:
        raise FaultError(FaultKind.TOO_LARGE, f"{expected:,} bytes announced")
    body = reply.read(BODY_LIMIT + 1)
    if len(body) > BODY_LIMIT:
        raise FaultError(FaultKind.TOO_LARGE, f"more than {BODY_LIMIT:,} bytes")
    if expected is not None and len(body) < expected:
        raise FaultError(FaultKind.UNREACHABLE, "the reply broke off")
    return body.decode("utf-8")


def _too_slow(seconds: float) -> FaultError:
    return FaultError(FaultKind.TIMEOUT, f"no whole reply within {seconds:g} s")


def _told(error: BaseException, seconds: float) -> FaultError:
    """Say in one word what went wrong; the detail never repeats the address, which may hold a key."""
    if isinstance(error, FaultError):
        return error
    if isinstance(error, urllib.error.HTTPError):
        with error:
            return FaultError(_of_status(error.code), f"status {error.code}", str(error.headers.get("Retry-After", "")))
    cause = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(cause, TimeoutError):
        return _too_slow(seconds)
    if isinstance(cause, (OSError, http.client.HTTPException)):
        return FaultError(FaultKind.UNREACHABLE, f"no connection ({type(cause).__name__})")
    return FaultError(FaultKind.UNREADABLE, f"the reply cannot be read ({type(cause).__name__})")


def _of_status(status: int) -> FaultKind:
    if status == 429:
        return FaultKind.RATE_LIMITED
    if status in {401, 402, 403, 407, 451}:
        return FaultKind.FORBIDDEN
    return FaultKind.SERVER if status >= 500 else FaultKind.REJECTED
