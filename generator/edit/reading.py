"""What a text says, flat: every value with its path, and every remark. Two readings are equal or they are not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import yaml

from generator.check.subject import leaves
from generator.entry.problem import ProblemError
from generator.entry.strict_yaml import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Protocol

    from generator.entry.strict_yaml import Path

    class _Mark(Protocol):
        index: int

    class _Token(Protocol):
        start_mark: _Mark
        end_mark: _Mark


_REMARK = re.compile(r"#.*")


@dataclass(frozen=True, slots=True)
class Reading:
    """A text, and if it could be read its values in the order of the file and its remarks without blanks around them.

    `leaves` of a text that cannot be read are empty, and so are its `remarks`.
    """

    text: str
    readable: bool
    leaves: Mapping[Path, str]
    remarks: tuple[str, ...]

    def line(self, number: int, count: int = 1) -> str:
        """Give some lines of the text, `number` counted from 1."""
        return "\n".join(self.text.split("\n")[number - 1 : number - 1 + count])


def reading(file: str, text: str) -> Reading:
    """Read one text."""
    try:
        document = read(file, text.encode("utf-8", "surrogatepass"))
    except ProblemError:
        return Reading(text, readable=False, leaves={}, remarks=())
    return Reading(text, readable=True, leaves=dict(leaves(document.data)), remarks=tuple(_remarks(text)))


def _remarks(text: str) -> Iterator[str]:
    """Give what stands after a # outside of values."""
    rest, at = [], 0
    for token in yaml.scan(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        if isinstance(token, yaml.ScalarToken):
            marks = cast("_Token", token)
            rest.append(text[at : marks.start_mark.index])
            at = marks.end_mark.index
    rest.append(text[at:])
    yield from (found.group().rstrip() for part in rest for found in _REMARK.finditer(part))
