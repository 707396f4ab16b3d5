"""The HTTP client below geopy: it ends in time, closes what it opened, and tells nobody the address it asked."""

from __future__ import annotations

import os
import shutil
import socket
import ssl
import subprocess
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from generator.geocode.transport import BoundedAdapter, FaultError, FaultKind
from tests.geocode import server as s

if TYPE_CHECKING:
    from pathlib import Path


def get(address: str, seconds: float = 30) -> str:
    adapter = BoundedAdapter(proxies=None, ssl_context=None)
    text: str = adapter.get_text(address, timeout=seconds, headers={"User-Agent": "harbor-help-tests"})
    return text


def test_a_name_server_that_never_answers_is_left_at_the_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    """A look-up of a host's name cannot be given a time limit; the request has one all the same."""
    released = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: released.wait(60))
    with pytest.raises(FaultError, match="no whole reply within"):
        get("http://geocoder.example/search", 0.2)
    released.set()


FIRST_BYTES = {"http": b"HTTP/1.1 200 OK\r\nX: ", "https": b"\x16\x03\x03\x40\x00"}
"""A head that goes on, and a record of a handshake of which 16,384 bytes are still to come."""


@pytest.mark.parametrize("scheme", FIRST_BYTES)
def test_at_the_deadline_the_socket_is_closed(scheme: str) -> None:
    """The server, which sends one byte at a time, sees the connection end, in the middle of a handshake too."""
    ended, given_up = threading.Event(), threading.Event()

    def drip(listening: socket.socket) -> None:
        connection, _ = listening.accept()
        with connection:
            try:
                connection.sendall(FIRST_BYTES[scheme])
                while not given_up.wait(0.02):
                    connection.sendall(b"x")
            except OSError:
                ended.set()

    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = threading.Thread(target=drip, args=(listening,))
        server.start()
        with pytest.raises(FaultError, match="no whole reply within"):
            get(f"{scheme}://127.0.0.1:{listening.getsockname()[1]}/search", 0.2)
        seen = ended.wait(5)
        given_up.set()
        server.join()
    assert seen


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate and its key for 127.0.0.1, of nobody."""
    openssl = shutil.which("openssl")
    if not openssl and os.environ.get("CI") != "true":
        pytest.skip("no openssl here to make a certificate with")
    path = tmp_path / "both.pem"
    request = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=harbor -addext subjectAltName=IP:127.0.0.1"
    command = [openssl or "openssl", *request.split(), "-keyout", str(path), "-out", str(tmp_path / "own.pem")]
    subprocess.run(command, check=True, capture_output=True)
    path.write_bytes(path.read_bytes() + (tmp_path / "own.pem").read_bytes())
    return path


def test_https_is_spoken_to_those_who_can_prove_themselves(certificate: Path) -> None:
    """And to nobody else: a certificate that nobody vouches for is no connection."""
    with s.serving(s.places(s.HOUSE)) as server:
        keys = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        keys.load_cert_chain(certificate)
        server.socket = keys.wrap_socket(server.socket, server_side=True)
        address = f"https://127.0.0.1:{server.server_port}/search"
        trusting = BoundedAdapter(proxies=None, ssl_context=ssl.create_default_context(cafile=str(certificate)))
        assert trusting.get_json(address, timeout=30, headers={}) == [s.HOUSE]
        with pytest.raises(FaultError) as error:
            get(address)
    assert error.value.fault.kind is FaultKind.UNREACHABLE
    assert "SSLCertVerificationError" in error.value.fault.detail


def test_a_reply_of_the_greatest_size_is_read() -> None:
    """One byte more is not."""
    with s.serving(s.body(b" " * 1_000_000)) as server:
        assert len(get(server.address)) == 1_000_000
    with s.serving(s.body(b" " * 1_000_001)) as server, pytest.raises(FaultError) as error:
        get(server.address)
    assert error.value.fault.kind is FaultKind.TOO_LARGE


@pytest.mark.parametrize(
    "fault",
    [s.status(500), s.status(403), s.loop, s.redirect("http://elsewhere.invalid/"), s.hang_up, s.no_http, s.truncated],
)
def test_no_message_repeats_the_address(fault: s.Fault) -> None:
    """An address may hold a key, and always holds what was asked."""
    with s.serving(fault) as server, pytest.raises(FaultError) as error:
        get(server.address + "/search?text=12+Anchor+Street&api_key=s3cret")
    assert "s3cret" not in f"{error.value} {error.value.fault}"
    assert "Anchor" not in f"{error.value} {error.value.fault}"


def test_nothing_is_left_running() -> None:
    """A hundred requests, good and bad: no thread and no socket stays."""
    for fault in (s.places(s.HOUSE), s.status(500), s.loop, s.truncated):
        with s.serving(fault) as server:
            for _ in range(25):
                with suppress(FaultError):
                    get(server.address)
    for thread in threading.enumerate():
        if thread.name == "geocoder request":
            thread.join(30)
            assert not thread.is_alive()
