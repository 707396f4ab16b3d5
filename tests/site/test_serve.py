"""`offramp serve` shows the site on this machine and follows the files."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import threading
import urllib.request
from typing import TYPE_CHECKING

from tests.site.conftest import BIN

if TYPE_CHECKING:
    from pathlib import Path


def wait_for(process: subprocess.Popen[str], words: str) -> None:
    """Read the log until a line holds the words."""
    assert process.stderr is not None
    told = []
    for line in process.stderr:
        told.append(line)
        if re.search(words, line):
            return
    raise AssertionError("".join(told))


def test_a_changed_entry_is_shown(project: Path) -> None:
    """The page comes back with the new words; the server ends when asked to."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [BIN / "offramp", "serve", "--address", address]
    with subprocess.Popen(command, cwd=project, stderr=subprocess.PIPE, text=True) as process:
        guard = threading.Timer(60, process.kill)
        guard.start()
        try:
            wait_for(process, "Serving on")
            url = f"http://{address}/r/nc-211.html"
            entry = project / "directory/crisis/nc-211.yaml"
            with urllib.request.urlopen(url) as page:
                assert "Brand new words" not in page.read().decode()
            text = re.sub(r"(?m)^summary: .*$", "summary: Brand new words.", entry.read_text(encoding="utf-8"))
            entry.write_text(text, encoding="utf-8")
            wait_for(process, "Reloading browsers")
            with urllib.request.urlopen(url) as page:
                assert "Brand new words" in page.read().decode()
            process.send_signal(signal.SIGINT)
            assert process.wait(20) == 0
        finally:
            guard.cancel()
            process.kill()
