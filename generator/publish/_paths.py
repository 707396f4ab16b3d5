"""Which paths a site may hold: inside its folder, and one file each on every system a volunteer may use."""

from __future__ import annotations

import re
import unicodedata

from generator.publish._errors import PublishError
from generator.publish._manifest import MANIFEST

# Control characters, halves of surrogate pairs, what Windows forbids in a name, the last dot or space it
# drops, its device names: https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
_ODD = re.compile(
    r'[\x00-\x1f\x7f\\:*?"<>|\ud800-\udfff]|[ .](?:/|$)|(?:^|/)(?:con|prn|aux|nul|com\d|lpt\d)(?:[./]|$)',
    re.IGNORECASE,
)


def check_path(path: str) -> None:
    """Refuse a path that is absolute, leaves the site folder, or cannot be written on every system."""
    parts = path.split("/")
    if "" in parts or "." in parts or ".." in parts or _ODD.search(path):
        raise PublishError(
            f"{path!r} is not a safe path for a page: use a relative path such as 'r/name.html', without"
            " '..', backslashes, colons, control characters or names that Windows keeps for devices."
        )


class Names:
    """The paths taken so far, so that two spellings of one file are found on any system."""

    __slots__ = ("_files", "_folders", "_spelled")

    def __init__(self) -> None:
        self._files: dict[str, str] = {}
        self._folders: dict[str, str] = {}
        self._spelled: set[str] = set()

    def add(self, path: str) -> None:
        """Take a path; refuse it if its file or one of its folders is taken, in this or another spelling."""
        key = _fold(path)
        if key == MANIFEST:
            raise PublishError(f"{path} is written by the publisher itself: give the page another name.")
        taken = self._files.get(key) or self._folders.get(key)
        if taken is not None:
            raise clash(path, taken)
        self._files[key] = path
        end = path.rfind("/")
        while end > 0 and path[:end] not in self._spelled:
            self._add_folder(path[:end], path)
            end = path.rfind("/", 0, end)

    def _add_folder(self, folder: str, path: str) -> None:
        key = _fold(folder)
        taken = self._files.get(key) or self._folders.get(key)
        if taken is not None:
            raise clash(path, taken)
        self._folders[key] = path
        self._spelled.add(folder)


def clash(path: str, taken: str) -> PublishError:
    """Tell that two paths are one and the same, at least on some systems."""
    if path == taken:
        return PublishError(f"Two pages would be written to {path}: give one of them another name.")
    return PublishError(
        f"{path} and {taken} cannot both be written (some systems take Name and name for one): rename one."
    )


def _fold(path: str) -> str:
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
