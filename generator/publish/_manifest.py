"""What a published site holds: every file with its size and sha256, told in one file at its top."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.publish._errors import PublishError
from generator.publish._files import read_chunks, walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

MANIFEST = "build-manifest.json"
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Content:
    """What is in one file: its size in bytes and its sha256 in hexadecimal."""

    size: int
    sha256: str

    @classmethod
    def of(cls, chunks: Iterable[bytes]) -> Content:
        """Give the content of bytes that come in pieces."""
        digest = hashlib.sha256()
        size = 0
        for chunk in chunks:
            digest.update(chunk)
            size += len(chunk)
        return cls(size, digest.hexdigest())


@dataclass(frozen=True, slots=True)
class Manifest:
    """All files of a site by path, the manifest itself left out, and facts of the build by name."""

    facts: Mapping[str, str]
    files: Mapping[str, Content]

    def to_bytes(self) -> bytes:
        """Give it as it is published: UTF-8 JSON, a file a line, sorted; no time of day, no absolute path."""
        facts = json.dumps(dict(sorted(self.facts.items())), ensure_ascii=False)
        files = ",\n".join(
            f'{json.dumps(path, ensure_ascii=False)}: {{"sha256": "{of.sha256}", "size": {of.size}}}'
            for path, of in sorted(self.files.items())
        )
        return f'{{\n"format": {_FORMAT},\n"facts": {facts},\n"files": {{\n{files}\n}}\n}}\n'.encode()

    @property
    def digest(self) -> str:
        """One sha256 for the whole site: two sites with the same digest are the same, byte for byte."""
        return hashlib.sha256(self.to_bytes()).hexdigest()


def read_manifest(site: Path) -> Manifest:
    """Give the manifest of a published site.

    Raises PublishError when there is none or it cannot be understood.
    """
    path = site / MANIFEST
    try:
        document = json.loads(path.read_bytes())
        known = document["format"] == _FORMAT
        facts = {str(name): str(value) for name, value in document["facts"].items()}
        files = {str(name): Content(int(of["size"]), str(of["sha256"])) for name, of in document["files"].items()}
    except FileNotFoundError:
        raise PublishError(f"{site} has no {MANIFEST}.") from None
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise PublishError(f"{path} cannot be read: it is damaged, or not a manifest of ours.") from None
    if not known:
        raise PublishError(f"{path} was written by another version of this program, which this one cannot read.")
    return Manifest(facts, files)


def verify(site: Path) -> list[str]:
    """Give each way in which a site differs from its manifest, as 'PATH: what is wrong', sorted.

    A whole site gives []. Paths that stand in the manifest are compared, never opened. Raises OSError for
    what cannot be read.
    """
    try:
        expected = read_manifest(site).files
    except PublishError as error:
        return [str(error)]
    wrong = []
    found = {MANIFEST}
    for path, entry in walk(str(site)):
        if path == MANIFEST:
            continue
        found.add(path)
        if path not in expected:
            wrong.append(f"{path}: not in the manifest")
        elif not entry.is_file(follow_symlinks=False):
            wrong.append(f"{path}: not a plain file")
        elif Content.of(read_chunks(entry.path)) != expected[path]:
            wrong.append(f"{path}: other content than the manifest says")
    wrong += [f"{path}: missing" for path in expected if path not in found]
    return sorted(wrong)
