"""Hosts for a built site: real web servers where there are any, and one that follows `_headers` as hosts do."""

from __future__ import annotations

import contextlib
import functools
import gzip
import http.client
import http.server
import shutil
import socket
import subprocess
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator

NGINX = """
daemon off; pid {folder}/nginx.pid; error_log stderr; events {{ }}
http {{
  access_log off; client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
  uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
  types {{ text/html html; text/javascript js; text/css css; image/svg+xml svg; application/json json; }}
  {maps}
  server {{ listen 127.0.0.1:{port}; root {site}; {server} {extra} }}
}}
"""
APACHE = """
ServerName localhost
Listen 127.0.0.1:{port}
PidFile {folder}/apache.pid
DefaultRuntimeDir {folder}
Mutex file:{folder} default
ErrorLog /dev/stderr
User www-data
Group www-data
LoadModule mpm_event_module {modules}/mod_mpm_event.so
LoadModule authz_core_module {modules}/mod_authz_core.so
LoadModule mime_module {modules}/mod_mime.so
LoadModule headers_module {modules}/mod_headers.so
TypesConfig /dev/null
AddType text/html .html
AddType text/javascript .js
DocumentRoot {site}
<Directory {site}>
Require all granted
</Directory>
{headers}
"""
TEXTS = {".html", ".css", ".js", ".json", ".svg", ".xml"}
MODULES = "/usr/lib/apache2/modules"


def rules(text: str) -> dict[str, list[tuple[str, str]]]:
    """Read a file `_headers` as its hosts do: an address that may end in `*`, then its headers, indented."""
    found: dict[str, list[tuple[str, str]]] = {}
    address = ""
    for line in text.splitlines():
        if line.startswith(" "):
            name, _, value = line.strip().partition(": ")
            found[address].append((name, value))
        else:
            address = line
            found[address] = []
    return found


def sent(rules: dict[str, list[tuple[str, str]]], path: str) -> dict[str, str]:
    """Give the headers of one address; what two rules set is joined, as Cloudflare Pages does."""
    found: dict[str, str] = {}
    for address, pairs in rules.items():
        fits = path.startswith(address[:-1]) if address.endswith("*") else path == address
        for name, value in pairs if fits else ():
            found[name] = f"{found[name]}, {value}" if name in found else value
    return found


class _Host(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    rules: dict[str, list[tuple[str, str]]]

    def __init__(self, *args: object, rules: dict[str, list[tuple[str, str]]], directory: str) -> None:
        self.rules = rules
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Send texts compressed to whoever takes that, as every host does; all else as it lies there."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file() or file.suffix not in TEXTS or "gzip" not in self.headers.get("Accept-Encoding", ""):
            super().do_GET()
            return
        data = gzip.compress(file.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        # Somebody may have left before the page was there.
        with contextlib.suppress(ConnectionError):
            self.end_headers()
            self.wfile.write(data)

    def end_headers(self) -> None:
        for name, value in sent(self.rules, self.path.partition("?")[0]).items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextlib.contextmanager
def host(site: Path) -> Iterator[str]:
    """Serve a site with its own `_headers`; give its address."""
    handler = functools.partial(_Host, rules=rules((site / "_headers").read_text()), directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


@contextlib.contextmanager
def nginx(program: str, site: Path, snippet: str, folder: Path, extra: str = "") -> Iterator[int]:
    """Run nginx with the maps and headers of a snippet; give its port."""
    maps, _, server = snippet.partition("# In the server")
    port = _free()
    settings = {"folder": folder, "maps": maps, "port": port, "site": site, "extra": extra}
    (folder / "nginx.conf").write_text(NGINX.format(server=server.partition("\n")[2], **settings))
    with _running([program, "-e", "stderr", "-c", str(folder / "nginx.conf")], port):
        yield port


@contextlib.contextmanager
def apache(program: str, site: Path, snippet: str, folder: Path) -> Iterator[int]:
    """Run Apache with a snippet in its configuration; give its port."""
    port = _free()
    text = APACHE.format(folder=folder, port=port, modules=MODULES, site=site, headers=snippet)
    (folder / "apache.conf").write_text(text)
    with _running([program, "-DFOREGROUND", "-f", str(folder / "apache.conf")], port):
        yield port


def program(name: str, ci: bool) -> str:
    """Give the path of a server's program; without one the test is skipped, but on a CI machine it fails."""
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin")
    if found:
        return found
    message = f"no {name} on this machine: install it to see whether it sends what we say"
    if ci:
        pytest.fail(message)
    pytest.skip(message)


def asked(port: int, path: str, status: int = 200) -> dict[str, str]:
    """Give the headers that a server sends with one address, which it must find."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    assert answer.status == status, path
    connection.close()
    return dict(answer.getheaders())


def _free() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


@contextlib.contextmanager
def _running(command: list[str | os.PathLike[str]], port: int) -> Iterator[None]:
    """Run a server until it is no longer needed; it is asked until it answers or ends."""
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            while process.poll() is None:
                with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                    break
            else:
                raise AssertionError(process.stderr.read() if process.stderr else "")
            yield
        finally:
            process.terminate()
            process.wait(20)
