"""A file as it lies in the project folder, before anybody has looked inside."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What the file system says a path is. Only a plain FILE is read; the others are problems of their own."""

    FILE = "file"
    SYMLINK = "symlink"
    EXECUTABLE = "executable"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One path below the project folder, with `/` between its parts, and its bytes (empty unless a FILE)."""

    path: str
    data: bytes
    kind: Kind = Kind.FILE

    @property
    def stem(self) -> str:
        """The file name without its ending, which is the entry's id."""
        return self.path.rpartition("/")[2].rpartition(".")[0]

    @property
    def folder(self) -> str:
        """The name of the folder the file lies in, which is the group of its first service."""
        return self.path.rpartition("/")[0].rpartition("/")[2]
