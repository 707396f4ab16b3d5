"""Where a link may lead: to public addresses only, and to exactly the address that was looked at.

A name is resolved once; every address it has must be public, and the connection goes to one of those addresses, not to
the name a second time. So neither an entry nor a redirect can make this program talk to the machine or the network it
runs in. Proxies of the environment are not used: they would resolve the name again.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import threading
import time
from concurrent.futures import Future
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Address: TypeAlias = "ipaddress.IPv4Address | ipaddress.IPv6Address"

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


class FaultKind(StrEnum):
    """Why there is no answer."""

    NO_HOST = "no-host"
    NO_NAME_SERVER = "no-name-server"
    PRIVATE = "private"
    PORT = "port"
    SCHEME = "scheme"
    INSECURE = "insecure"
    UNREACHABLE = "unreachable"
    TIMEOUT = "timeout"
    TLS = "tls"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too-large"
    LOOP = "loop"


class FaultError(Exception):
    """No answer; `kind` says why, the text adds what was seen."""

    def __init__(self, kind: FaultKind, detail: str = "") -> None:
        super().__init__(detail)
        self.kind = kind


def is_public(address: Address) -> bool:
    """Whether an address belongs to the public network, also where it wraps an older one that must be public itself."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
        if address.teredo is not None or address.is_site_local:
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def resolved(host: str) -> Sequence[Address]:
    """Ask this machine's name servers for all addresses of a host. Raises FaultError where there are none."""
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        lost = error.errno in {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}
        raise FaultError(FaultKind.NO_HOST if lost else FaultKind.NO_NAME_SERVER, host) from None
    except (OSError, UnicodeError) as error:
        raise FaultError(FaultKind.NO_HOST, f"{host} ({type(error).__name__})") from None
    return [ipaddress.ip_address(str(item[4][0]).partition("%")[0]) for item in found]


@dataclass(frozen=True, slots=True)
class Network:
    """How to reach hosts. What is not given is that of the real network; tests give their own.

    `resolve` gives the addresses of a host, `allowed` says which may be talked to, `ports` which ports, `context` whom
    to trust, `clock` gives seconds.
    """

    resolve: Callable[[str], Sequence[Address]] = resolved
    allowed: Callable[[Address], bool] = is_public
    ports: frozenset[int] = frozenset({80, 443})
    context: ssl.SSLContext = field(default_factory=ssl.create_default_context)
    clock: Callable[[], float] = time.monotonic

    def connect(self, host: str, port: int, end: float, *, secure: bool) -> socket.socket:
        """Open a connection before `end` (by the clock). Raises FaultError where that may not or cannot be."""
        if port not in self.ports:
            raise FaultError(FaultKind.PORT, str(port))
        addresses = self._addresses(host, end)
        private = [address for address in addresses if not self.allowed(address)]
        if private or not addresses:
            raise FaultError(FaultKind.PRIVATE if private else FaultKind.NO_HOST, host)
        line = self._first(addresses, port, end)
        if not secure:
            return line
        try:
            line.settimeout(self.left(end))
            return self.context.wrap_socket(line, server_hostname=host)
        except BaseException as error:
            line.close()
            if isinstance(error, ssl.SSLError):
                raise FaultError(FaultKind.TLS, error.reason or type(error).__name__) from None
            raise

    def left(self, end: float) -> float:
        """Give the seconds that are left. Raises FaultError where there are none."""
        seconds = end - self.clock()
        if seconds <= 0:
            raise FaultError(FaultKind.TIMEOUT)
        return seconds

    def _first(self, addresses: Sequence[Address], port: int, end: float) -> socket.socket:
        """Connect to the first address that answers."""
        last: OSError | None = None
        for address in dict.fromkeys(addresses):
            try:
                return socket.create_connection((str(address), port), timeout=self.left(end))
            except OSError as error:
                last = error
        if isinstance(last, TimeoutError):
            raise FaultError(FaultKind.TIMEOUT)
        raise FaultError(FaultKind.UNREACHABLE, type(last).__name__)

    def _addresses(self, host: str, end: float) -> Sequence[Address]:
        """Resolve in a thread of its own: a name server that never answers is left at the deadline."""
        try:
            return [ipaddress.ip_address(host.strip("[]"))]
        except ValueError:
            pass
        done: Future[Sequence[Address]] = Future()

        def ask() -> None:
            try:
                done.set_result(self.resolve(host))
            except BaseException as error:  # noqa: BLE001 - whatever it is, who asked has to hear of it
                done.set_exception(error)

        threading.Thread(target=ask, name="resolver", daemon=True).start()
        try:
            return done.result(self.left(end))
        except TimeoutError:
            raise FaultError(FaultKind.TIMEOUT, host) from None
