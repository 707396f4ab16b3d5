"""Files a second and a third time, made small beforehand, for web servers that hand out what lies beside a file.

Brotli (RFC 7932) at its best level, gzip (RFC 1952) without a date, so that the same site gives the same bytes.
"""

from __future__ import annotations

import gzip
from importlib import import_module
from typing import TYPE_CHECKING, cast

from generator.publish._errors import PublishError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_TEXTS = (
    ".html", ".css", ".js", ".json", ".geojson", ".svg", ".xml", ".txt", ".md", ".csv", ".webmanifest", ".ics", ".vcf",
)  # fmt: skip
_WORTH = 256
"""Bytes below which a file fits the packet that its headers need anyway."""


def compressed(files: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """Give `.br` and `.gz` of every text among the files, where they are smaller than the file itself.

    Raises PublishError where the package brotli is not installed.
    """
    brotli = _brotli()
    for path, data in files:
        if not path.endswith(_TEXTS) or len(data) < _WORTH:
            continue
        for ending, small in ((".br", brotli(data)), (".gz", gzip.compress(data, 9, mtime=0))):
            if len(small) < len(data):
                yield path + ending, small


def _brotli() -> Callable[[bytes], bytes]:
    try:
        module = import_module("brotli")
    except ImportError:
        raise PublishError("compressed files need the package brotli: pip install 'offramp[compress]'.") from None
    return cast("Callable[[bytes], bytes]", module.compress)
