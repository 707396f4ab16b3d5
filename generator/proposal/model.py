"""The account of one proposal: what it changes, what is missing, what a second person must read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.entry.problem import Problem


class Kind(StrEnum):
    """What happens to one entry."""

    ADDED = "added"
    CHANGED = "changed"
    MOVED = "moved"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one entry. `old` or `new` is empty where the field comes or goes; both are where it is withheld.

    `name` is the key as it stands in the file. `title` is in words of our own, or plain letters and digits; `line` is
    where it stands in the proposed file.
    """

    name: str
    title: str
    old: str
    new: str
    line: int = 1

    @property
    def withheld(self) -> bool:
        """Whether the texts are not repeated, because they could tell where a secret place is."""
        return not self.old and not self.new

    def told(self) -> str:
        """Give the change as a sentence without its texts: `Phone changed`."""
        if self.withheld or (self.old and self.new):
            return f"{self.title} changed"
        return f"{self.title} added" if self.new else f"{self.title} taken away"


@dataclass(frozen=True, slots=True)
class EntryChange:
    """What a proposal does to one entry.

    `name` is empty where it is withheld, or where the file cannot be read. `missing` says, in whole sentences, what
    a reader still needs to know. `readable` is false where the proposed file cannot be compared.
    """

    kind: Kind
    id: str
    file: str
    name: str
    changes: tuple[Change, ...] = ()
    missing: tuple[str, ...] = ()
    hidden: bool = False
    readable: bool = True


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a second person must read this: a sentence of our own words, and the file and line it is about, if any."""

    text: str
    file: str = ""
    line: int = 1


@dataclass(frozen=True, slots=True)
class Proposal:
    """The whole account.

    `problems` are those of the proposed version that the change brings or touches; `older` is how many others stop a
    build. `settings` are the changed files of `site_config/`, `elsewhere` those outside of the data.
    """

    entries: tuple[EntryChange, ...]
    problems: tuple[Problem, ...]
    older: int
    reasons: tuple[Reason, ...]
    settings: tuple[str, ...]
    elsewhere: tuple[str, ...]

    @property
    def second_reader(self) -> bool:
        """Whether a second person must read it before it is merged."""
        return bool(self.reasons)
