"""A place in an hours text that moves forward as parts are read, and says where and why it cannot go on."""

import re
from typing import Final, NoReturn

from generator.entry.hours import hints
from generator.entry.hours.model import HoursError

_WORD: Final = re.compile(r'"[^"]*"?|[^\s;"]+|\s+|;|$')


class Cursor:
    """The text, and the place (`pos`, 0-based) up to which it has been read."""

    __slots__ = ("pos", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.pos = 0

    @property
    def done(self) -> bool:
        """Whether everything has been read."""
        return self.pos >= len(self.text)

    def sees(self, pattern: re.Pattern[str], ahead: int = 0) -> bool:
        """Whether this comes next, `ahead` characters further on."""
        return pattern.match(self.text, self.pos + ahead) is not None

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Step over this if it comes next."""
        match = pattern.match(self.text, self.pos)
        if match:
            self.pos = match.end()
        return match

    def skip(self, literal: str) -> bool:
        """Step over these very characters if they come next, and say whether they did."""
        found = self.text.startswith(literal, self.pos)
        if found:
            self.pos += len(literal)
        return found

    def refuse(self, wanted: str, start: int, end: int, instead: str | None = None) -> NoReturn:
        """Raise HoursError at text[start:end].

        `instead` is what stands there in the fix (empty: the space before it goes too), None when that is no help.
        """
        before = self.text[:start].removesuffix(" ") if instead == "" else self.text[:start]
        fix = None if instead is None else before + instead + self.text[end:]
        raise HoursError(start, end - start, self.text[start:end], wanted, fix)

    def refuse_word(self) -> NoReturn:
        """Raise HoursError at the next word, with the sentence that suits it."""
        match = _WORD.match(self.text, self.pos)
        end = match.end() if match else self.pos
        self.refuse(hints.wanted(self.text[self.pos : end], self.text[: self.pos]), self.pos, end)
