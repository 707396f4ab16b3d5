"""The words of the site in one language: `strings/<language>.yaml`, flat keys to one line of text each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING

from generator.config.reading import MOST, nearest
from generator.entry.problem import ProblemError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.config.reading import ConfigFile
    from generator.entry.problem import Problem

PSEUDO = "qps-ploc"
"""The language code of the pseudo-language, which finds words that were not taken from the file."""

_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language; call it with a key and the values of the placeholders.

    `words("home.title")` gives a text. `words("results.count", n=3)` gives `results.count.one` if n is 1,
    else `results.count.other`. Texts are plain: escape them before they go into a page.
    """

    language: str
    texts: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """Give one text with its placeholders filled in. Raises KeyError for a missing key or value."""
        text = self.texts.get(key)
        if text is None and "n" in values:
            text = self.texts.get(key + (".one" if values["n"] == 1 else ".other"))
        if text is None:
            raise KeyError(f"no words for {key!r} in strings/{self.language}.yaml")
        if "{" not in text:
            return text
        try:
            return text.format_map(values)  # braces hold plain names only: load_words has looked
        except KeyError:
            missing = sorted(placeholders(text) - values.keys())
            raise KeyError(f"the words {key!r} need a value for {', '.join(missing)}") from None

    def __contains__(self, key: str) -> bool:
        """Whether there are words for this key, as a text or as a plural."""
        return key in self.texts or f"{key}.other" in self.texts


def placeholders(text: str) -> frozenset[str]:
    """Give the names in braces of one text."""
    return frozenset(_PLACEHOLDER.findall(text))


def load_words(language: str, file: ConfigFile) -> Words:
    """Give the words of a file that has passed its schema. Raises ProblemError with all its problems."""
    problems = list(islice(chain(_braces(file), _halves(file)), MOST))
    if problems:
        raise ProblemError(*sorted(problems))
    return Words(language, dict(file.data))


def compare(file: ConfigFile, english: Words) -> tuple[Problem, ...]:
    """Give what a language file has too much, fills in differently or lacks; at most MOST problems."""
    problems = chain(_unused(file, english), _differing(file, english), _missing(file, english))
    return tuple(sorted(islice(problems, MOST)))


def lacking(file: ConfigFile, english: Words) -> tuple[Problem, ...]:
    """Give what the English of a site lacks, or fills in differently, beside the English of the generator.

    Words that only the site has are left alone: they do no harm.
    """
    return tuple(sorted(islice(chain(_differing(file, english), _missing(file, english)), MOST)))


def pseudo(words: Words) -> Words:
    """Give the pseudo-language: every text in ⟦brackets⟧ and 40 % longer, placeholders as they are."""
    return Words(PSEUDO, {key: pseudo_text(text) for key, text in words.texts.items()})


def pseudo_text(text: str) -> str:
    """Give one text in ⟦brackets⟧ and at least 40 % longer, placeholders as they are.

    Vowels are doubled first, so that words grow as they do in other languages; short marks follow if that is
    not enough.
    """
    wanted = -(-len(text) * 4 // 10)
    grown: list[str] = []
    for part in re.split(r"(\{[a-z][a-z0-9_]*\})", text):
        if part.startswith("{"):
            grown.append(part)
            continue
        for character in part:
            double = wanted > 0 and character in "aeiouyAEIOUY"
            wanted -= double
            grown.append(character + character.lower() if double else character)
    filler = " ~~~" * (-(-wanted // 4))
    return f"⟦{''.join(grown)}{filler}⟧"


def _braces(file: ConfigFile) -> Iterator[Problem]:
    for key, text in file.data.items():
        rest = _PLACEHOLDER.sub("", text)
        if "{" in rest or "}" in rest:
            yield file.problem((key,), "E743", text[:60], "braces only around one word, such as  {name}")


def _halves(file: ConfigFile) -> Iterator[Problem]:
    for key in file.data:
        other = key.removesuffix(".one") + ".other"
        if key.endswith(".one") and other not in file.data:
            yield file.problem((key,), "E744", f"{key}: alone", f"{other}: as well", key=True)


def _missing(file: ConfigFile, english: Words) -> Iterator[Problem]:
    unknown = (key for key in file.data if key not in english.texts)
    meant = {nearest(key, english.texts) for key in islice(unknown, MOST)}
    for key, text in english.texts.items():
        if key not in file.data and key not in meant:
            yield file.problem((), "E740", f"no {key}:", "these words in this language", fix=f"{key}: {_quoted(text)}")


def _unused(file: ConfigFile, english: Words) -> Iterator[Problem]:
    for key in file.data:
        if key not in english.texts:
            meant = nearest(key, english.texts)
            wanted = f"{meant}: (did you mean that?)" if meant else "no line for this key: English has none"
            fix = file.swapped((key,), key, meant, key=True)
            yield file.problem((key,), "E741", f"{key}:", wanted, fix=fix, key=True)


def _differing(file: ConfigFile, english: Words) -> Iterator[Problem]:
    for key, text in file.data.items():
        wanted = placeholders(english.texts.get(key, text))
        # "one place" and "{n} place" are both right where the number is known to be one.
        free = {"n"} if key.endswith(".one") else set()
        if placeholders(text) - free != wanted - free:
            yield file.problem((key,), "E742", _braced(placeholders(text)), _braced(wanted))


def _braced(names: frozenset[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names)) or "no placeholder"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
