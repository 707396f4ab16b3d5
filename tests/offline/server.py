"""A host in a process of its own, so that it can die: `python server.py PORT FOLDER LOG`; the log has a path a line."""

from __future__ import annotations

import functools
import http.server
import sys
from pathlib import Path


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves without letting a browser keep anything by itself: only a copy that was asked for may answer later."""

    log: Path

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def log_request(self, *_: object) -> None:
        """Note what was asked for."""
        with self.log.open("a", encoding="utf-8") as file:
            file.write(self.path + "\n")


def main(port: str, folder: str, log: str) -> None:
    """Serve a folder until killed."""
    _Handler.log = Path(log)
    handler = functools.partial(_Handler, directory=folder)
    http.server.ThreadingHTTPServer(("127.0.0.1", int(port)), handler).serve_forever()


if __name__ == "__main__":
    main(*sys.argv[1:])
