"""A look at a link, against real servers on loopback: what it says, where it never goes, and that it always ends."""

from __future__ import annotations

import ipaddress
import itertools
import os
import shutil
import socket
import ssl
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.linkcheck.look import Look, Verdict, look
from generator.linkcheck.network import FaultError, FaultKind, Network, is_public
from generator.linkcheck.request import HEAD_LIMIT, ask
from tests.linkcheck.servers import AGENT, Server, by_path, certificate, head, network, serving

if TYPE_CHECKING:
    from pathlib import Path


def see(server: Server, path: str, **options: object) -> Look:
    """Look at one path of a server, without any pause."""
    url = f"http://site.example:{server.port}/{path}"
    return look(options.pop("network", None) or network(server.port), url, AGENT, lambda: None, **options)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("status", "verdict"),
    [
        ("200 OK", Verdict.GOOD),
        ("204 No Content", Verdict.GOOD),
        ("404 Not Found", Verdict.BROKEN),
        ("410 Gone", Verdict.BROKEN),
        ("500 Internal Server Error", Verdict.BROKEN),
        ("403 Forbidden", Verdict.UNKNOWN),
        ("429 Too Many Requests", Verdict.UNKNOWN),
        ("401 Unauthorized", Verdict.UNKNOWN),
        ("503 Service Unavailable", Verdict.UNKNOWN),
        ("999 Request Denied", Verdict.UNKNOWN),
    ],
)
def test_a_status_is_judged(status: str, verdict: Verdict) -> None:
    """Who refuses programs may serve people: that is unknown, never broken."""
    with serving(by_path(page=head(status))) as server:
        assert see(server, "page") == Look(verdict, f"status {status[:3]}")


def test_head_is_enough_where_it_says_good() -> None:
    """One request, with the host's name, and no more."""
    with serving(by_path()) as server:
        see(server, "a%20b/c?x=1&y=ü")
        assert server.asked == ["HEAD /a%20b/c?x=1&y=%C3%BC HTTP/1.1"]
        assert server.hosts == [f"site.example:{server.port}"]


@pytest.mark.parametrize("refusal", ["405 Method Not Allowed", "404 Not Found", "501 Not Implemented", "403 Forbidden"])
def test_get_decides_where_head_says_nothing_good(refusal: str) -> None:
    """Many servers know no HEAD, and say so in many ways."""
    with serving(by_path(HEAD_page=head(refusal))) as server:
        assert see(server, "page").verdict is Verdict.GOOD
        assert [line.split()[0] for line in server.asked] == ["HEAD", "GET"]


def test_a_redirect_on_the_same_host_is_good_and_to_another_host_is_told() -> None:
    """A domain that was sold still answers; somebody should look whose it is now."""
    with serving(by_path(old=head("301 Moved", "Location: /new"))) as server:
        assert see(server, "old") == Look(Verdict.GOOD, "status 200")
        away = head("302 Found", f"Location: http://other.example:{server.port}/")
        www = head("302 Found", f"Location: http://www.site.example:{server.port}/")
        with serving(by_path(old=away, web=www)) as first:
            both = network(first.port, server.port)
            assert see(first, "old", network=both) == Look(Verdict.MOVED, "to other.example")
            assert see(first, "web", network=both) == Look(Verdict.GOOD, "status 200")


@pytest.mark.parametrize(
    "path", ["self", "a", "long"], ids=["to itself", "two that name each other", "one that never ends"]
)
def test_a_circle_ends(path: str) -> None:
    """By the second visit to an address, or after five redirects."""
    count = itertools.count()

    def answer(first: str, line: socket.socket) -> None:
        name = first.split()[1]
        target = {"/self": "/self", "/a": "/b", "/b": "/a"}.get(name, f"/long{next(count)}")
        line.sendall(head("302 Found", f"Location: {target}"))

    with serving(answer) as server:
        assert see(server, path) == Look(Verdict.BROKEN, FaultKind.LOOP.value)
        assert len(server.asked) <= 12


@pytest.mark.parametrize("address", ["10.0.0.1", "127.0.0.2", "169.254.169.254", "192.168.1.1", "::1", "fd00::1"])
def test_a_private_address_is_never_talked_to(address: str) -> None:
    """Neither as an entry's own host, nor by number, nor behind a redirect; the guard of all tests would see it."""
    shown = f"[{address}]" if ":" in address else address
    for target in ("http://inside.example/", f"http://{shown}/"):
        with serving(by_path(go=head("302 Found", f"Location: {target}"))) as server:
            inside = network(server.port, names={"inside.example": [address]})
            assert look(inside, target, AGENT, lambda: None) == Look(Verdict.BROKEN, "private")
            assert see(server, "go", network=inside) == Look(Verdict.BROKEN, "private")


def test_one_private_address_among_public_ones_is_too_many() -> None:
    """A name that is both is a trap: nobody knows which one a connection would take."""
    with serving(by_path()) as server:
        mixed = network(server.port, names={"site.example": ["127.0.0.1", "10.0.0.1"]})
        assert see(server, "", network=mixed).why == "private"
        assert server.asked == []


def test_a_name_is_resolved_once_and_the_connection_goes_there() -> None:
    """A name server that answers differently the second time changes nothing: there is no second time."""
    answers = iter([[ipaddress.ip_address("127.0.0.1")]])
    with serving(by_path()) as server:
        net = replace(network(server.port), resolve=lambda _: next(answers))
        assert see(server, "", network=net).verdict is Verdict.GOOD


def test_only_usual_ports_and_addresses_of_pages() -> None:
    """A redirect cannot probe what else runs on a host, and no entry can."""
    net = Network(resolve=lambda _: [], allowed=lambda _: True)
    for url in ("https://site.example:22/", "https://site.example:8080/"):
        assert look(net, url, AGENT, lambda: None).why == "port"
    for url in ("ftp://site.example/", "https://user:pass@site.example/", "https:///path", "https://site.example:x/"):
        assert look(net, url, AGENT, lambda: None).why == "scheme"


def test_https_stays_https(tmp_path: Path) -> None:
    """A redirect from https to http is refused; an entry that says http may be led to either."""
    with serving(by_path()) as plain:
        target = f"http://site.example:{plain.port}/"
        with serving(by_path(go=head("301 Moved", f"Location: {target}")), secure(tmp_path, "site.example")) as server:
            net = network(server.port, plain.port, context=trusting(tmp_path))
            assert look(net, f"https://site.example:{server.port}/go", AGENT, lambda: None).why == "insecure"
            assert look(net, f"https://site.example:{server.port}/", AGENT, lambda: None).verdict is Verdict.GOOD
            assert plain.asked == []
        with serving(by_path(go=head("301 Moved", f"Location: {target}"))) as old:
            assert see(old, "go", network=network(old.port, plain.port)).verdict is Verdict.GOOD


def test_a_certificate_that_nobody_signed_or_for_another_host_is_told(tmp_path: Path) -> None:
    """A visitor would see a warning instead of the page."""
    with serving(by_path(), secure(tmp_path, "site.example")) as server:
        unknown, other = network(server.port), network(server.port, context=trusting(tmp_path))
        assert look(unknown, f"https://site.example:{server.port}/", AGENT, lambda: None) == Look(Verdict.BROKEN, "tls")
        assert look(other, f"https://other.example:{server.port}/", AGENT, lambda: None) == Look(Verdict.BROKEN, "tls")


def test_a_server_that_speaks_no_tls_is_told() -> None:
    """Garbage in the handshake is a fault like any other."""
    with serving(lambda _, line: line.sendall(b"no tls here\r\n\r\n")) as server:
        assert (
            look(network(server.port), f"https://site.example:{server.port}/", AGENT, lambda: None).verdict.value
            == "broken"
        )


def test_silence_ends_at_the_deadline() -> None:
    """A server that takes the connection and says nothing."""
    with serving(lambda _, line: line.recv(1)) as server:
        assert see(server, "", seconds=0.2) == Look(Verdict.BROKEN, "timeout")


def test_a_slow_drip_ends_at_the_deadline() -> None:
    """Each byte comes in time, the head never ends; the deadline is for all of it. A look at the clock is a second."""

    def drip(_: str, line: socket.socket) -> None:
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        line.sendall(b"HTTP/1.1 200 OK\r\n")
        while True:
            line.sendall(b"x")

    ticks = itertools.count()
    with serving(drip) as server:
        net = replace(network(server.port), clock=lambda: float(next(ticks)))
        with pytest.raises(FaultError) as raised:
            ask(net, "HEAD", f"http://site.example:{server.port}/", AGENT, 9.0)
        assert raised.value.kind is FaultKind.TIMEOUT


def test_an_endless_head_ends_at_its_limit() -> None:
    """No server can fill the memory, with one long line or with many short ones."""

    def pour(first: str, line: socket.socket) -> None:
        line.sendall(b"HTTP/1.1 200 OK\r\n")
        many = b"x-field: " + b"y" * 700 + b"\r\n"
        while True:
            line.sendall(b"y" * 8192 if "long" in first else many)

    with serving(pour) as server:
        assert see(server, "long").verdict is Verdict.UNKNOWN
        assert see(server, "many").verdict is Verdict.UNKNOWN


def test_a_huge_body_is_not_read() -> None:
    """The head decides; the server cannot get rid of its 100 MB."""
    taken: list[int] = []

    def huge(_: str, line: socket.socket) -> None:
        sent = 0
        try:
            line.sendall(head("200 OK").replace(b"Content-Length: 0", b"Content-Length: 100000000"))
            for _ in range(1000):
                line.sendall(b"x" * 100_000)
                sent += 100_000
        finally:
            taken.append(sent)

    with serving(huge) as server:
        assert (
            ask(network(server.port), "GET", f"http://site.example:{server.port}/", AGENT, time.monotonic() + 60).status
            == 200
        )
    assert sum(taken) < 100_000_000
    assert HEAD_LIMIT < 100_000


@pytest.mark.parametrize(
    "sent", [b"", b"garbage\r\n\r\n", b"HTTP/1.1 abc\r\n\r\n", b"\xff\xfe\x00", b"HTTP/1.1 200 OK\r\nx" * 200]
)
def test_garbage_is_no_crash(sent: bytes) -> None:
    """Whatever comes, a look ends in a verdict."""
    with serving(lambda _, line: line.sendall(sent)) as server:
        assert see(server, "").verdict in {Verdict.UNKNOWN, Verdict.BROKEN}


@pytest.mark.parametrize(
    "location",
    ["", "http://", "javascript:alert(1)", "file:///etc/passwd", "//[", "http://a b/", "\x00", "gopher://x/"],
)
def test_a_redirect_to_nowhere_is_no_crash(location: str) -> None:
    """Nor is it followed."""
    with serving(by_path(go=head("302 Found", f"Location: {location}"))) as server:
        assert see(server, "go").verdict in {Verdict.UNKNOWN, Verdict.BROKEN}


def test_nobody_is_there() -> None:
    """A port on which nobody listens, a name that nobody has, a name server that fails, one that never answers."""
    with serving(by_path()) as server:
        port = server.port
    url = f"http://site.example:{port}/"
    assert look(network(port), url, AGENT, lambda: None) == Look(Verdict.BROKEN, "unreachable")

    def failing(kind: FaultKind) -> Network:
        def resolve(_: str) -> list[ipaddress.IPv4Address]:
            raise FaultError(kind)

        return replace(network(port), resolve=resolve)

    assert look(failing(FaultKind.NO_HOST), url, AGENT, lambda: None) == Look(Verdict.BROKEN, "no-host")
    assert look(failing(FaultKind.NO_NAME_SERVER), url, AGENT, lambda: None) == Look(Verdict.UNKNOWN, "no-name-server")
    left, right = socket.socketpair()
    with left, right:
        silent = replace(network(port), resolve=lambda _: [*left.recv(1)])
        assert look(silent, url, AGENT, lambda: None, 0.2) == Look(Verdict.BROKEN, "timeout")
        right.sendall(b"\0")


def test_each_further_request_waits_its_turn() -> None:
    """HEAD, GET and every redirect are apart: no host is hurried."""
    pauses: list[int] = []
    with serving(by_path(HEAD_go=head("405 No"), GET_go=head("302 Found", "Location: /there"))) as server:
        look(
            network(server.port),
            f"http://site.example:{server.port}/go",
            AGENT,
            lambda: pauses.append(len(server.asked)),
        )
        assert pauses == [1, 2]


@pytest.mark.parametrize(
    ("text", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("0.0.0.0", False),
        ("100.64.0.1", False),
        ("172.16.0.1", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::", False),
        ("fe80::1", False),
        ("ff02::1", False),
        ("::ffff:10.0.0.1", False),
        ("::ffff:93.184.216.34", True),
        ("2002:0a00:0001::1", False),
        ("64:ff9b::a00:1", False),
        ("64:ff9b::5db8:d822", True),
        ("2001:0:4136:e378:8000:63bf:3fff:fdd2", False),
        ("fec0::1", False),
    ],
)
def test_public_means_public_inside_and_out(text: str, public: bool) -> None:
    """Also where an address wraps another one."""
    assert is_public(ipaddress.ip_address(text)) is public


def secure(folder: Path, host: str) -> ssl.SSLContext:
    """Give the server's side of TLS, with a certificate that nobody signed."""
    if not shutil.which("openssl"):
        message = "no openssl on this machine: install it to test certificates"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    cert, key = certificate(folder, host)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    return context


def trusting(folder: Path) -> ssl.SSLContext:
    """Give the client's side that trusts this one certificate."""
    return ssl.create_default_context(cafile=str(folder / "cert.pem"))


def test_the_real_network_refuses_this_machine() -> None:
    """With nothing given, names are asked of the machine, and its own are private; so are numbers in any spelling."""
    for host in ("localhost", "127.0.0.1", "[::1]", "0.0.0.0"):
        assert look(Network(), f"http://{host}/", AGENT, lambda: None) == Look(Verdict.BROKEN, "private")
    for host in ("2130706433", "0x7f000001", "127.1"):
        assert look(Network(), f"http://{host}/", AGENT, lambda: None).verdict is not Verdict.GOOD
