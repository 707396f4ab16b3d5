"""Two versions of the invented county: as it is, and with some files changed."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from generator.config.settings import load_settings
from generator.entry.source import SourceFile
from generator.pipeline import load
from generator.proposal.compare import compare
from generator.proposal.version import Version, pages_of
from tests.check.corpus import TODAY
from tests.invented import county

if TYPE_CHECKING:
    from generator.project import Project
    from generator.proposal.model import Proposal

PANTRY = "directory/food/harbor-pantry.yaml"


@cache
def base() -> Project:
    """The county as it is."""
    return county()


def text(path: str) -> str:
    """Give the text of one entry of the county."""
    return next(file.data for file in base().entries if file.path == path).decode()


def secret_path() -> str:
    """Give the path of an entry of the county whose place is secret."""
    return next(file.path for file in base().entries if b"confidential: yes" in file.data)


def with_files(changed: dict[str, str | bytes | None]) -> Project:
    """Give the county with some entries replaced, added, or for None deleted."""
    files = {file.path: file for file in base().entries}
    for path, data in changed.items():
        files.pop(path, None)
        if data is not None:
            files[path] = SourceFile(path, data.encode() if isinstance(data, str) else data)
    return replace(base(), entries=tuple(files[path] for path in sorted(files)))


def version(project: Project) -> Version:
    """Give a project as one side of a comparison."""
    problems = load(project, TODAY).checked.problems
    settings = load_settings(project.config)
    return Version(pages_of(project.entries, problems, settings), project.config, project.geocodes, settings, problems)


@cache
def _before() -> Version:
    return version(base())


def account(changed: dict[str, str | bytes | None], *elsewhere: str) -> Proposal:
    """Give the account of some changed entries."""
    return compare(_before(), version(with_files(changed)), elsewhere)
