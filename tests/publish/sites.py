"""Two small sites, and how to publish and look at one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.publish import MANIFEST, Manifest, begin, finish, write

if TYPE_CHECKING:
    from pathlib import Path

OLD = {"index.html": b"old home", "r/pantry.html": b"old pantry", "css/site.css": b"body {}"}
NEW = {"index.html": b"new home", "r/clinic.html": b"new clinic", "css/site.css": b"body {}"}


def publish(site: Path, files: dict[str, bytes]) -> Manifest:
    with begin(site) as stage:
        write(stage, files.items())
        return finish(stage, {"data": "0123", "tool": "offramp 0.1.0"})


def put(folder: Path, files: dict[str, bytes]) -> None:
    """Write files the way any other program would."""
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


def held(folder: Path) -> dict[str, bytes]:
    """What is in a folder, a manifest at its top left out."""
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if not path.is_dir()}
    return {path: file.read_bytes() for path, file in files.items() if path != MANIFEST}


def beside(site: Path) -> list[str]:
    return sorted(path.name for path in site.parent.iterdir())
