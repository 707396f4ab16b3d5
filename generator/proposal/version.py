"""One version of the project as a proposal is compared by: each file read on its own, whatever is wrong with others."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from generator.check.finding import Locator
from generator.entry.problem import Problem, ProblemError
from generator.entry.strict_yaml import read

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.config.settings import Settings
    from generator.entry.source import SourceFile
    from generator.entry.strict_yaml import Document, Path, Value

_SAFETY = frozenset({"E501", "E502", "E503", "E504", "E505"})
"""Codes of problems that say where a secret place may be."""


@dataclass(frozen=True)
class Page:
    """One entry file of one version; `document` is None where it cannot be read."""

    file: SourceFile
    document: Document | None
    secret: bool

    @property
    def data(self) -> Mapping[str, Value]:
        """The plain data, nothing where the file cannot be read."""
        return self.document.data if self.document else {}

    @cached_property
    def _places(self) -> Locator | None:
        return Locator(self.document) if self.document else None

    def line(self, path: Path) -> int:
        """Give the line on which a value or its key begins; 1 where there is none."""
        return self._places.place(path).key_line if self._places else 1


@dataclass(frozen=True, slots=True)
class Version:
    """All entry files of one version by id, its settings files and committed points, and what the check says.

    Of several files with one id the first is meant; the check tells the others. `settings` is None where they cannot
    be read.
    """

    pages: Mapping[str, Page]
    config: Mapping[str, bytes]
    geocodes: bytes
    settings: Settings | None
    problems: tuple[Problem, ...]


def pages_of(
    files: tuple[SourceFile, ...], problems: tuple[Problem, ...], settings: Settings | None
) -> dict[str, Page]:
    """Give the page of every entry file by id."""
    telling = {problem.file for problem in problems if problem.code in _SAFETY}
    found: dict[str, Page] = {}
    for file in files:
        if file.stem not in found:
            document = _document(file)
            secret = file.path in telling or _secret(file, document, settings)
            found[file.stem] = Page(file, document, secret)
    return found


def _document(file: SourceFile) -> Document | None:
    try:
        return read(file.path, file.data) if file.data else None
    except ProblemError:
        return None


def _secret(file: SourceFile, document: Document | None, settings: Settings | None) -> bool:
    """Whether a file is about a secret place, or could be: with doubt it is."""
    if document is None:
        return b"confidential" in file.data.lower() or _sensitive_folder(file, settings)
    if "confidential" in document.data:
        return True
    services = document.data.get("services")
    named = [text for text in services if isinstance(text, str)] if isinstance(services, list) else []
    known = settings.taxonomy.of(named) if settings else ()
    return "address_release" not in document.data and any(service.address_release_needed for service in known)


def _sensitive_folder(file: SourceFile, settings: Settings | None) -> bool:
    if settings is None:
        return True
    services = settings.taxonomy.services.values()
    return any(service.group == file.folder and service.address_release_needed for service in services)
