"""Modules of one page as one script, which the browser asks for once.

Modules keep to a few forms, which is why a few patterns are enough: imports stand first and name what they take,
exports stand before what they name or in braces, a comment begins its line, and what begins a line is at the top.

All stand in one function, one after the other. A module that has a name of its own where another has it already
becomes a function within that one, so that no name meets another. What other scripts take is handed out as an object
for each module, under short keys.
"""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from string import ascii_letters
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

_BLOCK = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*\n", re.MULTILINE | re.DOTALL)
_LINE = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)
_CAST = re.compile(r"/\*\* @type \{[^\n]*?\} \*/ ?")
_IMPORT = re.compile(r'^import \{([^}]*)\} from "([^"]+)";\n', re.MULTILINE)
_LATER = re.compile(r'\bimport\("([^"]+)"\)')
_EXPORT = re.compile(r"^export ((?:async )?function|class|const) (\w+)", re.MULTILINE)
_NAMED = re.compile(r"^export \{([^}]*)\};\n", re.MULTILINE)
_TOP = re.compile(r"^(?:export )?(?:async )?(?:function|class|const|let) (?:(\w+)|[\[{]([^\]}]*)[\]}])", re.MULTILINE)
_WORD = re.compile(r"\w+")

_BROWSERS: Final = frozenset({"document", "fetch", "history", "location", "navigator", "window", "self", "caches"})
"""Names of the browser that modules use without a prefix: none may stand at the top for all of them."""


@dataclass(frozen=True)
class Module:
    """One module by its path, without comments."""

    path: str
    text: str

    @cached_property
    def imports(self) -> list[tuple[str, str, str]]:
        """Give what it takes: the path of the other module, the name there and the name here."""
        return [
            (_path(self.path, target), there, here or there)
            for names, target in _IMPORT.findall(self.text)
            for there, _, here in (part.strip().partition(" as ") for part in names.split(",") if part.strip())
        ]

    @cached_property
    def exports(self) -> list[str]:
        """Give the names it gives."""
        named = (part.strip() for match in _NAMED.findall(self.text) for part in match.split(","))
        return [*(name for _, name in _EXPORT.findall(self.text)), *named]

    @cached_property
    def own(self) -> set[str]:
        """Give the names at its top that are no imports."""
        found = _TOP.findall(self.text)
        return {word for name, inside in found for word in (name, *_WORD.findall(inside)) if word}

    @cached_property
    def later(self) -> set[str]:
        """Give the paths of modules that it asks for while it runs."""
        return {_path(self.path, target) for target in _LATER.findall(self.text)}

    @cached_property
    def body(self) -> str:
        """Give what it does, without imports and exports."""
        return _NAMED.sub("", _EXPORT.sub(r"\1 \2", _IMPORT.sub("", self.text)))


def read_module(path: str, text: str) -> Module:
    """Give a module, its comments and types left out."""
    for pattern in (_CAST, _BLOCK, _LINE):
        text = pattern.sub("", text)
    return Module(path, text)


def scripts(entries: Mapping[str, str], modules: Mapping[str, Module]) -> dict[str, str]:
    """Give the scripts by path: one for each entry, and one for each module that an entry asks for later.

    `entries` maps each to the one that is on its page before it, or to nothing; what that one holds is taken from
    there. Raises ValueError where modules import each other in a circle, KeyError where one imports what is not there.
    """
    held = {entry: list(dict.fromkeys(_order(entry, modules, ()))) for entry in entries}
    own = {entry: [path for path in held[entry] if path not in held.get(entries[entry], ())] for entry in entries}
    later = {
        entry: sorted({p for path in own[entry] for p in modules[path].later} - {*held[entry]}) for entry in entries
    }
    handed: defaultdict[str, set[str]] = defaultdict(set)
    for entry, before in entries.items():
        for path in (*own[entry], *later[entry]):
            for target, _, _ in modules[path].imports:
                if target not in own[entry] and target not in later[entry]:
                    handed[before].add(target)
                elif path in later[entry]:
                    handed[entry].add(target)
    names = _Names({path: f"$m{number}" for number, path in enumerate(sorted(modules))})
    found = {}
    for entry, before in entries.items():
        holders = dict.fromkeys(held.get(before, ()), before)
        found[entry] = _script(entry, [modules[path] for path in own[entry]], holders, handed[entry], names)
        holders |= dict.fromkeys(own[entry], entry)
        found |= {path: _script(path, [modules[path]], holders, (), names, alone=True) for path in later[entry]}
    return found


def at_once(modules: Mapping[str, Module]) -> dict[str, Module]:
    """Give the modules with what they ask for later taken from the start, for a script that can load nothing."""
    found = dict(modules)
    for path, module in modules.items():
        text = module.text
        for number, target in enumerate(sorted(module.later)):
            whole = f"{target.removesuffix('.js')}-whole.js"
            names, way = ", ".join(modules[target].exports), _way(whole, target)
            given = f'import {{{names}}} from "{way}";\nexport const whole = {{ {names} }};\n'
            found[whole] = Module(whole, given)
            text = text.replace(f'import("{_way(path, target)}")', f"Promise.resolve($whole{number})")
            text = f'import {{whole as $whole{number}}} from "{_way(path, whole)}";\n{text}'
        found[path] = Module(path, text)
    return found


class _Names(dict[str, str]):
    """The objects of modules by path, and the short keys within them by name."""

    def __init__(self, objects: Mapping[str, str]) -> None:
        super().__init__()
        self.objects = objects

    def __missing__(self, name: str) -> str:
        number, key = len(self), ""
        while number >= 0:
            number, letter = divmod(number, len(ascii_letters))
            key, number = ascii_letters[letter] + key, number - 1
        self[name] = key
        return key

    def pattern(self, path: str, pairs: Iterable[tuple[str, str]]) -> str:
        """Give the line that takes names out of the object of a module."""
        inside = ",".join(f"{self[there]}:{here}" for there, here in pairs)
        return f"const{{{inside}}}={self.objects[path]};\n"


def _script(
    path: str,
    own: list[Module],
    holders: Mapping[str, str],
    handed: Collection[str],
    names: _Names,
    *,
    alone: bool = False,
) -> str:
    """Give one script. `holders` tells the script of modules that others hold, `handed` what this one hands out."""
    taken = sorted(
        {(target, there) for m in own for target, there, here in m.imports if target in holders and there == here}
    )
    head = [names.pattern(target, [(there, there) for at, there in taken if at == target]) for target in dict(taken)]
    outside = sorted({target for m in own for target, _, _ in m.imports if target in holders})
    imports = "".join(f'import{{{names.objects[target]}}}from"{_way(path, holders[target])}";\n' for target in outside)
    if alone:
        (module,) = own
        return imports + "".join(head) + _IMPORT.sub("", module.text)
    seen, flat = {there for _, there in taken} | _BROWSERS, set(holders)
    parts = [_part(module, seen, flat, handed, names) for module in own]
    inside = "".join((*head, *parts))
    if not handed:
        return f"{imports}(()=>{{\n{inside}}})();\n"
    given = ",".join(names.objects[target] for target in sorted(handed))
    return f"{imports}const{{{given}}}=(()=>{{\n{inside}return{{{given}}}}})();\nexport{{{given}}};\n"


def _part(module: Module, seen: set[str], flat: set[str], handed: Collection[str], names: _Names) -> str:
    """Give one module within a script, after those it takes from. `seen` and `flat` grow by what stands at the top."""
    apart = [(target, there, here) for target, there, here in module.imports if target not in flat]
    other = [(there, here) for target, there, here in module.imports if target in flat and there != here]
    mine = module.own | {here for _, _, here in apart} | {here for _, here in other}
    glue = "".join(
        names.pattern(path, [(there, here) for target, there, here in apart if target == path])
        for path in dict.fromkeys(target for target, _, _ in apart)
    )
    glue += "".join(f"const {here}={there};\n" for there, here in other)
    given = ",".join(f"{names[name]}:{name}" for name in module.exports)
    number = names.objects[module.path]
    if mine & seen:
        return f"const {number}=(()=>{{\n{glue}{module.body}return{{{given}}}}})();\n"
    seen |= mine
    flat.add(module.path)
    handing = f"const {number}={{{given}}};\n" if module.path in handed else ""
    return glue + module.body + handing


def _order(path: str, modules: Mapping[str, Module], above: tuple[str, ...]) -> Iterator[str]:
    """Give a module after all that it imports."""
    if path in above:
        raise ValueError(f"{path} imports itself by way of {' and '.join(above)}")
    for target in dict.fromkeys(target for target, _, _ in modules[path].imports):
        yield from _order(target, modules, (*above, path))
    yield path


def _path(path: str, target: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), target))


def _way(path: str, to: str) -> str:
    way = posixpath.relpath(to, posixpath.dirname(path))
    return way if way.startswith("../") else f"./{way}"
