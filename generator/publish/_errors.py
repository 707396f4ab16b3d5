"""What can go wrong while publishing, in one line of plain words."""

from __future__ import annotations

import errno
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


class PublishError(Exception):
    """The site was not published; the earlier one is as it was. The text is one line for a person to read."""


def is_full(error: OSError) -> bool:
    """Whether the disk, or the writer's share of it, is used up."""
    return error.errno in _FULL


def full(site: Path, needed: int, files: int) -> PublishError:
    """Tell a full disk: in which folder the new site needs how many bytes and files, and how much is free.

    Ask only after the half-written site was removed: until then its space does not count as free.
    """
    free = shutil.disk_usage(site.parent).free
    return PublishError(
        f"The disk is full, or your share of it: the new site needs at least {_megabytes(needed)} for"
        f" {files:,} files in {site.parent} beside the earlier one, and {_megabytes(free)} is free."
        " The earlier site is untouched."
    )


def plain(site: Path, error: OSError) -> PublishError:
    """Tell any other refusal of the system, with the path it was about."""
    about = error.filename or site
    return PublishError(f"Cannot publish {site}: {error.strerror or error} ({about}). The earlier site is untouched.")


def _megabytes(size: int) -> str:
    # Rounded up: what is asked for must be enough when it is given.
    return f"{-(-size // 100_000) / 10:,.1f} MB"
