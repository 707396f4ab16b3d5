"""Which problems may be mended without a person, and what must hold for each of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.edit import same
from generator.edit.same_hours import same_hours

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.edit.reading import Reading
    from generator.entry.problem import Problem
    from generator.entry.strict_yaml import Path

_INDENT = re.compile(r"[ \t]*")
_REMARK = re.compile(r"(?:^|\s)#")

Change = tuple["Path", str, str]
"""The path of a value, and its text before and after; one of the two is empty where it is new or gone."""


def trusted(problem: Problem, now: Reading, then: Reading) -> bool:
    """Whether a repair is certain to say the same."""
    if problem.code in _BY_SIGNS:
        old, new = now.line(problem.line, problem.lines), problem.fix
        return _BY_SIGNS[problem.code](old, new) and (_others(now, then) if now.readable else _kept(old, new))
    if problem.code not in _BY_VALUE or not (now.readable and then.readable) or now.remarks != then.remarks:
        return False
    return _BY_VALUE[problem.code](_changes(now, then))


def _changes(now: Reading, then: Reading) -> tuple[Change, ...]:
    paths = dict.fromkeys((*now.leaves, *then.leaves))
    pairs = ((path, now.leaves.get(path, ""), then.leaves.get(path, "")) for path in paths)
    return tuple(change for change in pairs if change[1] != change[2])


def _others(now: Reading, then: Reading) -> bool:
    """Whether every field but one is as before, and no remark was lost."""
    return now.remarks == then.remarks and len({path[:1] for path, _, _ in _changes(now, then)}) <= 1


def _kept(old: str, new: str) -> bool:
    """Whether a line of a text that cannot be read stays where it is, and has no remark that quotes would swallow.

    How far a line stands to the right says what it belongs to; only a tab, which says nothing, may become spaces.
    """
    indent = _INDENT.match(old)
    moved = indent is not None and not new.startswith(indent[0]) and "\t" not in indent[0]
    return not moved and not _REMARK.search(old)


def _one(rule: Callable[[str, str], bool]) -> Callable[[tuple[Change, ...]], bool]:
    """Give the rule that exactly one value changed, and in this way."""
    return lambda changes: len(changes) == 1 and bool(changes[0][1]) and rule(changes[0][1], changes[0][2])


def _phone(changes: tuple[Change, ...]) -> bool:
    """Require one number in its one form, with an extension that stood behind it on a line of its own."""
    if len(changes) == 2 and changes[1][0] == (*changes[0][0][:-1], "extension") and not changes[1][1]:
        return same.same_extension(changes[0][1], changes[0][2], changes[1][2])
    return _one(same.same_number)(changes)


def _leaf(changes: tuple[Change, ...]) -> bool:
    return len(changes) == 1 and same.same_leaf(*changes[0])


def _key(changes: tuple[Change, ...]) -> bool:
    """Require a key that only lost capital letters or a hyphen; the values below it moved as they are."""
    gone = [(path, text) for path, text, new in changes if not new]
    come = [(path, new) for path, text, new in changes if not text]
    if not gone or len(gone) != len(come) or len(changes) != 2 * len(gone):
        return False
    pairs = zip(gone, come, strict=True)
    return all(text == new and _renamed(old, path) for (old, text), (path, new) in pairs)


def _renamed(old: Path, new: Path) -> bool:
    pairs = [(a, b) for a, b in zip(old, new, strict=False) if a != b]
    return len(old) == len(new) and len(pairs) == 1 and same.same_word(str(pairs[0][0]), str(pairs[0][1]))


_BY_SIGNS: Mapping[str, Callable[[str, str], bool]] = {
    "E103": same.same_drawing,
    "E104": same.same_signs,
    "E108": same.same_signs,
    "E114": same.same_signs,
    "E205": same.same_signs,
    "E206": same.same_signs,
    "E216": same.same_signs,
}
_BY_VALUE: Mapping[str, Callable[[tuple[Change, ...]], bool]] = {
    "E201": _key,
    "E204": _one(same.same_word),
    "E210": _phone,
    "E211": _one(same.same_day),
    "E213": _leaf,
    "E303": _one(same.same_word),
    "E304": _one(same_hours),
    "E326": _one(lambda old, new: old.casefold() == new.casefold()),
    "E330": _one(same.same_state),
}
