"""The history of the entries, as git tells it: the one place that asks git anything."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.measure.changes import Edit
from generator.project import GEOCODES, ProjectError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

ORIGIN = "Origin"
"""The trailer of a commit message that says who told us: `Origin: suggestion`, `agency` or `check`."""

ORIGINS = frozenset({"suggestion", "agency", "check"})

_NOTHING = "0" * 40
_LOG = (
    "log", "--first-parent", "-m", "--reverse", "--raw", "--no-abbrev", "--no-renames", "--relative", "-z",
    f"--format=%x02%cs%x01%(trailers:key={ORIGIN},valueonly,separator=%x2C)%x01", "--", "directory",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Commit:
    """One commit: for each path what it held before and after, as git's names of them."""

    date: str
    origin: str
    paths: tuple[tuple[str, str, str], ...]


def edits(root: Path) -> tuple[Edit, ...]:
    """Give what each commit did to each entry, the oldest first.

    Raises ProjectError where there is no git, no repository, or only the end of its history.
    """
    if _git(root, "rev-parse", "--is-shallow-repository").strip() != b"false":
        raise ProjectError("only the end of the history is here: run  git fetch --unshallow  first")
    commits = tuple(_commits(_git(root, *_LOG)))
    names = {name for commit in commits for _, *both in commit.paths for name in both} - {_NOTHING}
    return tuple(_edits(commits, _texts(root, sorted(names))))


def _edits(commits: Sequence[_Commit], texts: dict[str, bytes]) -> Iterator[Edit]:
    """Give the edits; a file that was moved to another folder is the same entry."""
    known: dict[str, bytes | None] = {}
    for commit in commits:
        after: dict[str, bytes | None] = {}
        for path, _, name in commit.paths:
            entry = path.rpartition("/")[2].removesuffix(".yaml")
            if name != _NOTHING or entry not in after:
                after[entry] = texts.get(name)
        for entry, text in after.items():
            yield Edit(commit.date, entry, known.get(entry), text, commit.origin)
        known |= after


def _commits(log: bytes) -> Iterator[_Commit]:
    for chunk in log.split(b"\x02")[1:]:
        date, origin, raw = chunk.split(b"\x01", 2)
        said = origin.decode("utf-8", "replace").strip().casefold()
        yield _Commit(date.decode(), said if said in ORIGINS else "", tuple(_paths(raw.strip(b"\n\0").split(b"\0"))))


def _paths(parts: Sequence[bytes]) -> Iterator[tuple[str, str, str]]:
    """Read git's raw form: `:mode mode name name letter`, then the path."""
    for what, path in zip(parts[::2], parts[1::2], strict=False):
        name = path.decode("utf-8", "replace")
        if name.endswith(".yaml") and name != GEOCODES:
            _, _, before, after, _ = what.decode("ascii").split(" ")
            yield name, before, after


def _texts(root: Path, names: Sequence[str]) -> dict[str, bytes]:
    """Give what each name of git holds."""
    told = _git(root, "cat-file", "--batch", feed="".join(f"{name}\n" for name in names).encode())
    found: dict[str, bytes] = {}
    start = 0
    for name in names:
        end = told.index(b"\n", start)
        size = int(told[start:end].rsplit(b" ", 1)[1])
        found[name] = told[end + 1 : end + 1 + size]
        start = end + 1 + size + 1
    return found


def _git(root: Path, *arguments: str, feed: bytes = b"") -> bytes:
    try:
        command = ["git", "-C", str(root), *arguments]  # no text of others is an argument
        done = subprocess.run(command, input=feed, capture_output=True, check=True)  # noqa: S603 - as said above
    except FileNotFoundError:
        raise ProjectError("git is not installed here, and the history is in git") from None
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip().splitlines()
        raise ProjectError(f"git cannot tell the history of {root}: {said[0] if said else 'no reason given'}") from None
    return done.stdout
