"""Scripts and styles as they are served: the modules of one page in one file, and nothing that only people read.

The modules in `generator/web/static/js` stay what a person reads, and what runs wherever they are loaded one by one.
They keep to a few forms, which is why a few patterns are enough to join them: imports stand first and name what they
take, exports stand before what they name or in braces, and a comment begins its line. What is joined is made small by
a real parser.
"""

from __future__ import annotations

import posixpath
import re
from functools import partial
from string import ascii_letters
from typing import TYPE_CHECKING, Final

import minify

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_ENTRIES = (
    "js/page.js",
    "js/check.js",
    "js/keep/page.js",
    "js/keep/told.js",
    "js/finder/start.js",
    "js/finder/main.js",
    "js/suggest/main.js",
)
"""What pages load. All that they import goes into them; a module that is only asked for later stays alone."""

_KINDS: Final = {".js": "application/javascript", ".css": "text/css"}

_BLOCK = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*\n", re.MULTILINE | re.DOTALL)
_LINE = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)
_CAST = re.compile(r"/\*\* @type \{[^\n]*?\} \*/ ?")
_IMPORT = re.compile(r'^import \{([^}]*)\} from "([^"]+)";\n', re.MULTILINE)
_LATER = re.compile(r'\bimport\("([^"]+)"\)')
_EXPORT = re.compile(r"^export ((?:async )?function|class|const) (\w+)", re.MULTILINE)
_NAMED = re.compile(r"^export \{([^}]*)\};\n", re.MULTILINE)


def served(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Give the files with scripts joined and small, by path below the folder of assets.

    Raises ValueError where modules import each other in a circle or one cannot be read, KeyError where one imports
    what is not there.
    """
    plain = {name: _plain(data.decode("utf-8")) for name, data in files.items() if name.endswith(".js")}
    found = {name: data for name, data in files.items() if name not in plain}
    for entry in _ENTRIES:
        if entry not in plain:
            continue
        numbers = {name: f"$m{number}" for number, name in enumerate(_order(entry, plain, ()))}
        later = {_path(name, target) for name in numbers for target in _LATER.findall(plain[name])} - numbers.keys()
        keys = _Keys()
        for name in later:
            found[name] = _beside(plain[name], name, entry, numbers, keys).encode("utf-8")
        needed = {_path(name, target) for name in later for _, target in _IMPORT.findall(plain[name])}
        shared = ",".join(numbers[name] for name in sorted(needed))
        text = _joined(numbers, plain, keys) + (f"export{{{shared}}};\n" if shared else "")
        found[entry] = text.encode("utf-8")
    return {name: _small(name, data) for name, data in sorted(found.items())}


def in_one(entry: str, files: Mapping[str, bytes]) -> str:
    """Give one script that holds a module and all that it imports, also later, and loads nothing; small.

    `files` are the modules by path as they were written. Raises as `served`.
    """
    plain = {name: _plain(data.decode("utf-8")) for name, data in files.items() if name.endswith(".js")}
    order = list(dict.fromkeys(_order(entry, plain, ())))
    later = {_path(name, target) for name in order for target in _LATER.findall(plain[name])}
    more = [part for name in sorted(later) for part in _order(name, plain, ())]
    numbers = {name: f"$m{number}" for number, name in enumerate(dict.fromkeys([*order[:-1], *more, entry]))}
    held = {name: _LATER.sub(partial(_held, name, numbers), plain[name]) for name in numbers}
    return small(entry, _joined(numbers, held, _Keys(), frozenset(later)))


def _held(name: str, numbers: Mapping[str, str], match: re.Match[str]) -> str:
    return f"Promise.resolve({numbers[_path(name, match[1])]})"


class _Keys(dict[str, str]):
    """Short keys under which modules that were joined hand each other what they export."""

    def __missing__(self, name: str) -> str:
        number, key = len(self), ""
        while number >= 0:
            number, letter = divmod(number, len(ascii_letters))
            key, number = ascii_letters[letter] + key, number - 1
        self[name] = key
        return key


def small(name: str, text: str) -> str:
    """Give a script or a style sheet without what only people read. Raises ValueError where it cannot be read."""
    text = _plain(text) if name.endswith(".js") else text
    return str(minify.string(_KINDS[posixpath.splitext(name)[1]], text))


def _small(name: str, data: bytes) -> bytes:
    return small(name, data.decode("utf-8")).encode("utf-8") if posixpath.splitext(name)[1] in _KINDS else data


def _plain(text: str) -> str:
    for pattern in (_CAST, _BLOCK, _LINE):
        text = pattern.sub("", text)
    return text


def _path(name: str, target: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), target))


def _order(name: str, files: Mapping[str, str], above: tuple[str, ...]) -> Iterator[str]:
    """Give a module after all that it imports, each once for each time it is asked for."""
    if name in above:
        raise ValueError(f"{name} imports itself by way of {' and '.join(above)}")
    seen: set[str] = set()
    for _, target in _IMPORT.findall(files[name]):
        for other in _order(_path(name, target), files, (*above, name)):
            if other not in seen:
                seen.add(other)
                yield other
    yield name


def _joined(
    numbers: Mapping[str, str], files: Mapping[str, str], keys: _Keys, named: frozenset[str] = frozenset()
) -> str:
    """Give one script: each module is a function of its own, so that no name meets another.

    Modules that are `named` hand out what they export under its own names.
    """
    parts = []
    for name, number in numbers.items():
        text = _IMPORT.sub(partial(_taken, name, numbers, keys), files[name])
        names = [match[1] for match in _EXPORT.findall(text)]
        names += [part.strip() for match in _NAMED.findall(text) for part in match.split(",")]
        body = _NAMED.sub("", _EXPORT.sub(r"\1 \2", text))
        given = ",".join(given if name in named else f"{keys[given]}:{given}" for given in names)
        parts.append(f"const {number}=(()=>{{\n{body}return{{{given}}}}})();\n")
    return "".join(parts)


def _taken(name: str, numbers: Mapping[str, str], keys: _Keys, match: re.Match[str]) -> str:
    return f"const{{{_renamed(match[1], keys)}}}={numbers[_path(name, match[2])]};\n"


def _beside(text: str, name: str, entry: str, numbers: Mapping[str, str], keys: _Keys) -> str:
    """Give a module that is loaded later: what it shares with the script of its page it takes from there."""
    way = posixpath.relpath(entry, posixpath.dirname(name))

    def taken(match: re.Match[str]) -> str:
        number = numbers[_path(name, match[2])]
        return f'import{{{number}}}from"./{way}";\nconst{{{_renamed(match[1], keys)}}}={number};\n'

    return _IMPORT.sub(taken, text)


def _renamed(names: str, keys: _Keys) -> str:
    """Turn the names of an import, `a, b as c`, into those of a pattern, `x:a,y:c`, with the keys of the exports."""
    pairs = (part.strip().partition(" as ") for part in names.split(",") if part.strip())
    return ",".join(f"{keys[taken]}:{mine or taken}" for taken, _, mine in pairs)
