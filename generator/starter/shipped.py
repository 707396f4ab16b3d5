"""What comes with the generator and is the same in every county: needs, words, handbook, workflows."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from generator.starter.files import NATIONAL

SHIPPED = (
    "docs",
    "site_config/taxonomy.yaml",
    "site_config/strings",
    "site_config/synonyms.yaml",
    "mkdocs.yml",
    ".github",
    ".pre-commit-config.yaml",
    ".vscode/extensions.json",
    *NATIONAL,
)
"""Files and folders of the repository that a wheel carries below `generator/starter/shipped` (see pyproject.toml)."""

_LEFT_OUT = ("docs/images", ".github/workflows/tests.yml", ".github/CODEOWNERS")
"""What belongs to the generator's own repository."""


class NotShippedError(Exception):
    """The generator was installed without what a new site is made of. The message says what to do."""


def shipped() -> dict[str, bytes]:
    """Give the shipped files by path from a project's root.

    From the installed package, or, where the generator runs from its repository, from there. Raises NotShippedError
    where neither has them.
    """
    found = {path: data for name in SHIPPED for path, data in _read(_root(), name)}
    if "site_config/taxonomy.yaml" not in found:
        raise NotShippedError("this copy of offramp lacks the files of a new site: install it again")
    return dict(sorted(found.items()))


def shipped_file(name: str) -> bytes:
    """Give one shipped file, or nothing where this copy of the generator does not have it."""
    file = _root() / name
    return file.read_bytes() if file.is_file() else b""


def _root() -> Path:
    package = Path(str(resources.files("generator.starter").joinpath("shipped")))
    return package if package.is_dir() else Path(__file__).parents[2]


def _read(root: Path, name: str) -> list[tuple[str, bytes]]:
    top = root / name
    files = [top] if top.is_file() else sorted(path for path in top.rglob("*") if path.is_file())
    pairs = ((file.relative_to(root).as_posix(), file) for file in files)
    return [(path, file.read_bytes()) for path, file in pairs if not path.startswith(_LEFT_OUT)]
