"""Scripts as they are served: the modules that one page needs in one file, without comments and indentation.

The modules in `generator/web/static/js` stay what a person reads, and what runs wherever they are loaded one by one.
They keep to a few forms, which is why a few patterns are enough here: imports stand first and name what they take,
exports stand before what they name or in braces, and a comment begins its line.
"""

from __future__ import annotations

import posixpath
import re
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_ENTRIES = ("js/page.js", "js/finder/start.js", "js/finder/main.js")
"""What pages load. All that they import goes into them; a module that is only asked for later stays alone."""

_BLOCK = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*\n", re.MULTILINE | re.DOTALL)
_LINE = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)
_CAST = re.compile(r"/\*\* @type \{[^\n]*?\} \*/ ?")
_INDENT = re.compile(r"^[ \t]+|\n(?=\n)", re.MULTILINE)
_IMPORT = re.compile(r'^import \{([^}]*)\} from "([^"]+)";\n', re.MULTILINE)
_LATER = re.compile(r'\bimport\("([^"]+)"\)')
_EXPORT = re.compile(r"^export ((?:async )?function|class|const) (\w+)", re.MULTILINE)
_NAMED = re.compile(r"^export \{([^}]*)\};\n", re.MULTILINE)


def served(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Give the files with scripts joined, by path below the folder of assets.

    Raises ValueError where modules import each other in a circle, KeyError where one imports what is not there.
    """
    slim = {name: _slim(data.decode("utf-8")) for name, data in files.items() if name.endswith(".js")}
    found = {name: data for name, data in files.items() if name not in slim}
    for entry in _ENTRIES:
        if entry not in slim:
            continue
        numbers = {name: f"$m{number}" for number, name in enumerate(_order(entry, slim, ()))}
        later = {_path(name, target) for name in numbers for target in _LATER.findall(slim[name])} - numbers.keys()
        for name in later:
            found[name] = _beside(slim[name], name, entry, numbers).encode("utf-8")
        needed = {_path(name, target) for name in later for _, target in _IMPORT.findall(slim[name])}
        shared = ",".join(numbers[name] for name in sorted(needed))
        found[entry] = (_joined(numbers, slim) + (f"export{{{shared}}};\n" if shared else "")).encode("utf-8")
    return dict(sorted(found.items()))


def _slim(text: str) -> str:
    for pattern in (_CAST, _BLOCK, _LINE):
        text = pattern.sub("", text)
    return _INDENT.sub("", text)


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


def _joined(numbers: Mapping[str, str], files: Mapping[str, str]) -> str:
    """Give one script: each module is a function of its own, so that no name meets another."""
    parts = []
    for name, number in numbers.items():
        text = _IMPORT.sub(partial(_taken, name, numbers), files[name])
        names = [match[1] for match in _EXPORT.findall(text)]
        names += [part.strip() for match in _NAMED.findall(text) for part in match.split(",")]
        body = _NAMED.sub("", _EXPORT.sub(r"\1 \2", text))
        parts.append(f"const {number}=(()=>{{\n{body}return{{{','.join(names)}}}}})();\n")
    return "".join(parts)


def _taken(name: str, numbers: Mapping[str, str], match: re.Match[str]) -> str:
    return f"const{{{_renamed(match[1])}}}={numbers[_path(name, match[2])]};\n"


def _beside(text: str, name: str, entry: str, numbers: Mapping[str, str]) -> str:
    """Give a module that is loaded later: what it shares with the script of its page it takes from there."""
    way = posixpath.relpath(entry, posixpath.dirname(name))

    def taken(match: re.Match[str]) -> str:
        number = numbers[_path(name, match[2])]
        return f'import{{{number}}}from"./{way}";\nconst{{{_renamed(match[1])}}}={number};\n'

    return _IMPORT.sub(taken, text)


def _renamed(names: str) -> str:
    """Turn the names of an import, `a, b as c`, into those of a pattern, `a,b:c`."""
    return ",".join(part.strip().replace(" as ", ":") for part in names.split(",") if part.strip())
