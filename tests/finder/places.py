"""The invented county with more places: for every scenario one that fits, and decoys that only seem to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from generator import finder, pages, pipeline
from generator.entry.source import Kind, SourceFile
from tests.invented import county

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.compile.model import Compiled
    from generator.project import Project

ROOT = Path(__file__).parents[2]
FOLDER = Path(__file__).parent / "county"
BUILT = date(2026, 11, 20)
_PINS = {b"nc-988": b"line-988", b"safety-6": b"safety-1", b"poison-help": b"harbor-line"}


@cache
def project() -> Project:
    """Give the county of tests/county with the places of tests/finder/county, and the real table of words."""
    base = county()
    words = (ROOT / "site_config" / "synonyms.yaml").read_bytes()
    for real, invented in _PINS.items():
        words = words.replace(b"entry: " + real, b"entry: " + invented)
    return replace(
        base,
        entries=tuple(sorted((*base.entries, *_more()), key=lambda file: file.path)),
        geocodes=base.geocodes + (FOLDER / "directory" / "geocodes.yaml").read_bytes(),
        config={**base.config, "synonyms.yaml": words},
        authored={"about": "# About", "privacy": "# Privacy"},
    )


def _more() -> tuple[SourceFile, ...]:
    paths = sorted((FOLDER / "directory").rglob("*/*.yaml"))
    return tuple(SourceFile(path.relative_to(FOLDER).as_posix(), path.read_bytes(), Kind.FILE) for path in paths)


@cache
def directory() -> Compiled:
    """Give it compiled."""
    loaded = pipeline.load(project(), BUILT)
    assert [p for p in loaded.checked.problems if p.code.startswith("E")] == []
    return pipeline.compiled(loaded, BUILT)


@cache
def files() -> Mapping[str, bytes]:
    """Give its site."""
    return dict(pipeline.site_files(directory(), project()))


def data() -> bytes:
    """Give the finder's first data file."""
    words = directory().settings.words
    return next(iter(finder.data_files(directory(), words, pages.card_words(directory(), words)).values()))
