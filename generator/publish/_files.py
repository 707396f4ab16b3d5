"""The few things done to every file of a site, each made for thousands of small ones; all raise OSError."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PLAIN = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_READ = os.O_RDONLY | _PLAIN
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _PLAIN
_FILE_MODE = 0o644
_FOLDER_MODE = 0o755
_CHUNK = 1 << 16


def walk(folder: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Every entry below a folder that is not itself a folder, as (path with '/', entry), in no order.

    Links are given, never followed.
    """
    waiting = [("", folder)]
    while waiting:
        prefix, here = waiting.pop()
        with os.scandir(here) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((f"{prefix}{entry.name}/", entry.path))
                else:
                    yield prefix + entry.name, entry


def read_chunks(path: str) -> Iterator[bytes]:
    """Give a file's bytes in pieces; a link is not followed."""
    fd = os.open(path, _READ)
    try:
        while chunk := os.read(fd, _CHUNK):
            yield chunk
    finally:
        os.close(fd)


def write_new(path: str, data: bytes) -> None:
    """Write a file that does not exist yet."""
    fd = os.open(path, _CREATE, _FILE_MODE)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(fd, rest) :]
    finally:
        os.close(fd)


def holds(path: str, data: bytes) -> bool:
    """Whether a file exists, can be read, and has exactly these bytes."""
    try:
        fd = os.open(path, _READ)
    except OSError:
        return False
    try:
        return os.read(fd, len(data) + 1) == data
    except OSError:
        return False
    finally:
        os.close(fd)


def take_over(old: str, new: str) -> None:
    """Give a file a second name, or copy it where the file system has no second names."""
    try:
        os.link(old, new)
    except FileExistsError:
        raise
    except OSError:
        shutil.copyfile(old, new)


def set_modes(folder: Path) -> None:
    """Give files 644 and folders 755 whatever the umask and the writer, so that every build is the same."""
    if os.name != "posix":
        return
    folder.chmod(_FOLDER_MODE)
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                set_modes(folder / entry.name)
            elif entry.stat(follow_symlinks=False).st_mode & 0o7777 != _FILE_MODE:
                (folder / entry.name).chmod(_FILE_MODE)
