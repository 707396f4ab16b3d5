"""A geocoder on loopback that answers well, or goes wrong in every way that was ever measured."""

from __future__ import annotations

import gzip
import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Fault = Callable[["Handler"], None]

HOUSE: dict[str, Any] = {
    "place_id": 11,
    "osm_type": "node",
    "osm_id": 4711,
    "lat": "35.0527000",
    "lon": "-78.8778000",
    "class": "place",
    "type": "house",
    "place_rank": 30,
    "importance": 0.0000999,
    "addresstype": "place",
    "name": "",
    "display_name": "12, Anchor Street, Tidewater, Harbor County, North Carolina, 28399, United States",
    "address": {
        "house_number": "12",
        "road": "Anchor Street",
        "city": "Tidewater",
        "county": "Harbor County",
        "state": "North Carolina",
        "ISO3166-2-lvl4": "US-NC",
        "postcode": "28399",
        "country": "United States",
        "country_code": "us",
    },
    "boundingbox": ["35.0526500", "35.0527500", "-78.8778500", "-78.8777500"],
}
"""The shape in which Nominatim 5.3 gives a house (format json, addressdetails), with an invented place in it."""


class Handler(BaseHTTPRequestHandler):
    """Hands every request to the fault of the moment."""

    server: Server

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers)))
        self.server.fault(self)

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def send(self, status: int, body: bytes, **headers: str) -> None:
        """Send one whole reply; `_` in a header's name stands for `-`."""
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)


class Server(ThreadingHTTPServer):
    """Keeps what was asked; `released` ends the faults that hold a connection."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, fault: Fault) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.fault = fault
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.released = threading.Event()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, *_: object) -> None:
        """A client that hangs up is what these tests are about."""


@contextmanager
def serving(fault: Fault) -> Iterator[Server]:
    """Run a server with one fault for as long as the block lasts."""
    server = Server(fault)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.released.set()
        server.shutdown()
        thread.join()
        server.server_close()


def places(*found: object) -> Fault:
    """Answer with these places."""
    return body(json.dumps(found).encode())


def body(content: bytes, status: int = 200, **headers: str) -> Fault:
    """Answer with these bytes."""
    return lambda handler: handler.send(status, content, **headers)


def status(code: int, **headers: str) -> Fault:
    """Answer with a status and an empty list."""
    return body(b"[]", code, **headers)


def house(**other: object) -> dict[str, Any]:
    """Give the good house with other values; a key set to None is left out."""
    return {key: value for key, value in {**HOUSE, **other}.items() if value is not None}


def truncated(handler: Handler) -> None:
    """Announce more than is sent."""
    handler.send_response(200)
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    handler.wfile.write(json.dumps([HOUSE]).encode())


def held_open(handler: Handler) -> None:
    """Take the question and never answer."""
    handler.server.released.wait(60)


def slow_drip(handler: Handler) -> None:
    """Send one byte at a time, soon enough for every time limit that counts from the last byte."""
    handler.send_response(200)
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    while not handler.server.released.wait(0.1):
        handler.wfile.write(b" ")


def slow_head(handler: Handler) -> None:
    """Drip the head of a reply."""
    while not handler.server.released.wait(0.1):
        handler.wfile.write(b"H")


def hang_up(handler: Handler) -> None:
    """Close the connection without a word."""
    handler.connection.close()


def loop(handler: Handler) -> None:
    """Send the client round in circles."""
    handler.send(302, b"", Location=handler.path)


def endless_path(handler: Handler) -> None:
    """Send the client to a new address every time."""
    handler.send(302, b"", Location=handler.path + "x")


def redirect(target: str) -> Fault:
    """Send the client somewhere else."""
    return lambda handler: handler.send(302, b"", Location=target)


def gzip_bomb(handler: Handler) -> None:
    """Send 200 MB of blanks, packed into some hundred KB."""
    handler.send(200, gzip.compress(b" " * 10_000_000) * 20, Content_Encoding="gzip")


def fifty_megabytes(*, announced: bool) -> Fault:
    """Send 50 MB of blanks."""

    def send(handler: Handler) -> None:
        handler.send_response(200)
        if announced:
            handler.send_header("Content-Length", "50000000")
        handler.end_headers()
        for _ in range(50):
            handler.wfile.write(b" " * 1_000_000)

    return send


def no_http(handler: Handler) -> None:
    """Answer in no language that a client knows."""
    handler.wfile.write(b"HTTP/9.9 banana\r\n\r\n")
    handler.connection.close()
