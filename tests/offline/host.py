"""The host of a site below a base path, as on a project page: it can publish, die and come back at the same address."""

from __future__ import annotations

import contextlib
import shutil
import signal
import socket
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SERVER = Path(__file__).parent / "server.py"
BASE = "/offramp/"


def free_port() -> int:
    """Give a port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@dataclass
class Host:
    """One host. `address` is that of the site's root; publishing does not need it to run."""

    folder: Path
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}{BASE}"

    @property
    def site(self) -> Path:
        return self.folder / "www" / BASE.strip("/")

    @property
    def log(self) -> Path:
        return self.folder / "asked.log"

    def publish(self, files: Mapping[str, bytes]) -> None:
        """Put a release in the place of what is there, all of it."""
        shutil.rmtree(self.site, ignore_errors=True)
        for path, data in files.items():
            target = self.site / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)

    def start(self) -> None:
        """Serve, and come back when somebody answers."""
        command = [sys.executable, str(SERVER), str(self.port), str(self.folder / "www"), str(self.log)]
        self.process = subprocess.Popen(command)
        while not self.answers():
            if self.process.poll() is not None:
                raise RuntimeError("the host did not start")

    def die(self) -> None:
        """Kill the process; nobody answers at the address any more."""
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process = None
        assert not self.answers()

    def pause(self, *, go_on: bool = False) -> None:
        """Let every question wait, as a signal does that is almost gone; or answer them all."""
        if self.process:
            self.process.send_signal(signal.SIGCONT if go_on else signal.SIGSTOP)

    def answers(self) -> bool:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), timeout=1):
            return True
        return False

    def asked(self) -> list[str]:
        """Give the paths from the site's root that were asked for since the last time."""
        found = self.log.read_text(encoding="utf-8").split() if self.log.exists() else []
        self.log.unlink(missing_ok=True)
        return [path.removeprefix(BASE) for path in found]
