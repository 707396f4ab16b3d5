"""One build of a site at a time: a lock file beside it, which the system lets go when its holder dies.

A second build is refused, not kept waiting: two builds of one site at once are nearly always a mistake, and a
build that waits looks like one that hangs.
"""

from __future__ import annotations

import contextlib
import os
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from generator.publish._errors import PublishError

if TYPE_CHECKING:
    from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

# Without flock the file's presence is the lock; O_TEMPORARY has Windows delete it when its holder dies.
_ALONE = os.O_EXCL | getattr(os, "O_TEMPORARY", 0)
_OPEN = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
_TRIES = 100

_held: set[int] = set()


def _forget_in_child() -> None:
    # A forked worker must not keep its dead parent's lock.
    for fd in _held:
        os.close(fd)
    _held.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_in_child)


class Lock:
    """A lock that this process holds until `release`."""

    __slots__ = ("_fd", "_path")

    def __init__(self, path: Path, fd: int) -> None:
        self._path = path
        self._fd: int | None = fd
        _held.add(fd)

    @property
    def held(self) -> bool:
        """Whether `release` was not called yet."""
        return self._fd is not None

    def release(self) -> None:
        """Let the next build begin, and leave no lock file; the second time does nothing."""
        if self._fd is None:
            return
        fd, self._fd = self._fd, None
        # Removed while it is still held: whoever waits on the old file sees that it is gone and tries anew.
        with contextlib.suppress(OSError):
            self._path.unlink()
        _held.discard(fd)
        os.close(fd)


def take(path: Path, site: Path) -> Lock:
    """Hold the lock file `path` for `site`, with this process and the time in it for the next one to read.

    Raises PublishError naming the process that holds it, OSError when the file cannot be made.
    """
    for _ in range(_TRIES):
        fd = _try(path)
        if fd is not None:
            text = f"process {os.getpid()}, started {datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC"
            os.ftruncate(fd, 0)
            os.write(fd, text.encode())
            return Lock(path, fd)
        holder = _holder(path)
        if holder:
            raise _refusal(path, site, holder)
        # The holder is about to write its number, or just let go.
        time.sleep(0.01)
    raise _refusal(path, site, "of unknown number")


def _try(path: Path) -> int | None:
    if fcntl is None:
        try:
            return os.open(path, _OPEN | _ALONE, 0o644)
        except FileExistsError:
            return None
    fd = os.open(path, _OPEN, 0o644)
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.path.samestat(os.fstat(fd), path.stat()):
            return fd
    except (BlockingIOError, FileNotFoundError):
        pass
    except OSError:
        os.close(fd)
        raise
    os.close(fd)
    return None


def _holder(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")[:80].strip()
    except OSError:
        return ""


def _refusal(path: Path, site: Path, holder: str) -> PublishError:
    if holder.startswith(f"process {os.getpid()},"):
        return PublishError(f"This program ({holder}) has not ended its earlier build of {site}.")
    hint = "" if fcntl else f" If none is running, delete {path.name} there."
    return PublishError(f"Another build ({holder}) is writing {site}: wait until it ends and build again.{hint}")
