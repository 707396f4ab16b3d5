"""Real servers on loopback that do what servers on the network do, and worse."""

from __future__ import annotations

import contextlib
import ipaddress
import socket
import ssl
import subprocess
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from generator.linkcheck.network import Network

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from generator.linkcheck.network import Address

LOCAL = ipaddress.ip_address("127.0.0.1")
AGENT = "offramp-links/test"


def head(status: str, *lines: str) -> bytes:
    """Give the head of a reply."""
    return "\r\n".join([f"HTTP/1.1 {status}", "Content-Length: 0", *lines, "", ""]).encode()


class Server:
    """Answers each request, by its first line, with what `answer` sends; keeps the first lines and the hosts asked."""

    def __init__(self, answer: Callable[[str, socket.socket], None], context: ssl.SSLContext | None = None) -> None:
        self.asked: list[str] = []
        self.hosts: list[str] = []
        self._answer, self._context = answer, context
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self._open: list[socket.socket] = []
        self._talks: list[threading.Thread] = []
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        while True:
            try:
                line, _ = self._listening.accept()
            except OSError:
                return
            self._open.append(line)
            talk = threading.Thread(target=self._talk, args=(line,), daemon=True)
            self._talks.append(talk)
            talk.start()

    def _talk(self, line: socket.socket) -> None:
        try:
            with self._context.wrap_socket(line, server_side=True) if self._context else line as talk:
                lines = talk.makefile("rb")
                first = lines.readline().decode().strip()
                fields = dict(field.decode().strip().split(": ", 1) for field in iter(lines.readline, b"\r\n") if field)
                self.asked.append(first)
                self.hosts.append(fields.get("Host", ""))
                self._answer(first, talk)
        except (OSError, ValueError):
            pass  # whoever asked has left

    def close(self) -> None:
        """Stop, and drop every connection."""
        with contextlib.suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        for line in list(self._open):
            with contextlib.suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)
        for thread in [self._thread, *self._talks]:
            thread.join(10)
        for line in [self._listening, *self._open]:
            line.close()


@contextmanager
def serving(answer: Callable[[str, socket.socket], None], context: ssl.SSLContext | None = None) -> Iterator[Server]:
    """Run a server for a while."""
    server = Server(answer, context)
    try:
        yield server
    finally:
        server.close()


def by_path(**answers: bytes) -> Callable[[str, socket.socket], None]:
    """Give an answer by method and path: `HEAD_gone=head("404 Not Found")`; what is not named is 200."""

    def answer(first: str, line: socket.socket) -> None:
        method, path, _ = first.split(" ", 2)
        name = path.strip("/").partition("?")[0]
        line.sendall(answers.get(f"{method}_{name}", answers.get(name, head("200 OK"))))

    return answer


def network(*ports: int, names: dict[str, list[str]] | None = None, context: ssl.SSLContext | None = None) -> Network:
    """Give a network in which only 127.0.0.1 is public, and every name is there unless `names` says otherwise."""
    known = names or {}

    def resolve(host: str) -> list[Address]:
        return [ipaddress.ip_address(text) for text in known.get(host, ["127.0.0.1"])]

    return Network(
        resolve=resolve,
        allowed=lambda address: address == LOCAL,
        ports=frozenset({*ports, 80, 443}),
        context=context or ssl.create_default_context(),
    )


def certificate(folder: Path, host: str) -> tuple[Path, Path]:
    """Make a certificate for one host that nobody signed, with its key."""
    cert, key = folder / "cert.pem", folder / "key.pem"
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    command += ["-days", "2", "-subj", f"/CN={host}", "-addext", f"subjectAltName=DNS:{host}"]
    subprocess.run([*command, "-keyout", str(key), "-out", str(cert)], check=True, capture_output=True)
    return cert, key
