"""Put first on PYTHONPATH, this makes every connection of a command fail loudly."""

import socket


def refused(*_args: object) -> None:
    """Stand in for connecting and for looking up names."""
    raise SystemExit("this command asked the network")


socket.socket.connect = refused  # type: ignore[method-assign, assignment]
socket.getaddrinfo = refused  # type: ignore[assignment]
