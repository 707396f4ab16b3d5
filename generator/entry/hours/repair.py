"""Guesses the hours text that somebody meant: `Mon-Fri 9am-5pm` gives `Mo-Fr 09:00-17:00`.

What it gives has still to be read: it may be wrong in its turn. Words it does not know are kept as words
after `unknown`, so that nothing somebody wrote is lost and nothing is claimed that was not said.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from generator.entry.hours.clock import span_of
from generator.entry.hours.lexer import Token, tokens_of
from generator.entry.hours.model import MONTH_LENGTHS, MONTHS, WEEKDAYS, write_weekdays

_TIMES: Final = frozenset({"clock", "number", "four"})
_DATES: Final = frozenset({"month", "iso", "slashed"})
_EVERY_DAY: Final = "Mo-Su"
_REAL_WORD: Final = re.compile(r"[^\W\d_]{3}")


class _UnclearError(Exception):
    """The words cannot be told apart into days and times."""


class _HopelessError(Exception):
    """What is meant is plain, but this language says it in a way that only its writer can choose."""


@dataclass(slots=True)
class _Draft:
    """A rule while it is being put together, each part as it will be written."""

    dates: list[str] = field(default_factory=list)
    days: list[str] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    state: str = ""
    comment: str = ""
    always: bool = False
    times_first: bool = False

    def __str__(self) -> str:
        comment = f'"{self.comment}"' if self.comment else ""
        state = "" if self.state == "open" and not comment else self.state
        if self.always and not self.dates and self.days in ([], [_EVERY_DAY]):
            parts = ["24/7", state, comment]
        else:
            times = ["00:00-24:00"] if self.always else self.times
            days = sorted(dict.fromkeys(self.days), key=lambda day: day == "PH")
            parts = [",".join(self.dates), ",".join(days), ",".join(times), state, comment]
        return " ".join(part for part in parts if part)


def repair(text: str) -> str | None:
    """Give what a text probably means in the subset, or None when it has neither hours nor words."""
    straight = re.sub(r"[\u201c-\u201f\u2033]", '"', text).replace("''", '"')
    try:
        drafts = _Builder(straight).build()
    except _HopelessError:
        return None
    except _UnclearError:
        words = re.sub(r'[\s"]+', " ", straight).strip()
        words = re.sub(r"^unknown\s+(?=\S)", "", words)
        words = "".join(char for char in words if char.isprintable())
        return f'unknown "{words}"' if _REAL_WORD.search(words) else None
    return "; ".join(str(draft) for draft in drafts) or None


class _Builder:
    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = tokens_of(text)
        self.pos = 0
        self.drafts = [_Draft()]

    def build(self) -> list[_Draft]:
        while self.pos < len(self.tokens):
            self._step(self.tokens[self.pos])
        return [draft for draft in self.drafts if str(draft)]

    @property
    def _draft(self) -> _Draft:
        return self.drafts[-1]

    def _kind(self, ahead: int = 0) -> str:
        place = self.pos + ahead
        return self.tokens[place].kind if place < len(self.tokens) else ""

    def _next(self) -> Token:
        if self.pos >= len(self.tokens):
            raise _UnclearError
        self.pos += 1
        return self.tokens[self.pos - 1]

    def _step(self, token: Token) -> None:
        kind = token.kind
        if kind == "semicolon":
            self.pos += 1
            self.drafts.append(_Draft())
        elif kind == "comma":
            self.pos += 1
        elif kind in {"weekday", "ordinal", "holiday"}:
            self._start_days()
            self._draft.days.append(self._read_days())
        elif kind in _DATES or (kind in {"four", "number"} and self._kind(1) == "month"):
            self._start_days()
            self._draft.dates.append(self._read_dates())
        elif kind in _TIMES or kind == "always":
            self._read_times()
        elif kind in {"off", "open", "unknown", "comment"}:
            self._read_state(self._next())
        elif "||" in self.text:
            raise _HopelessError
        else:
            self._read_words(token)

    def _start_days(self) -> None:
        """Days after times begin a new rule, unless that one still has none: 9-5 Mon-Fri."""
        draft = self._draft
        said = bool(draft.times or draft.state or draft.always)
        if said and (draft.days or draft.dates):
            self.drafts.append(_Draft())
        elif said:
            draft.times_first = True

    def _read_days(self) -> str:
        numbers: list[str] = []
        while self._kind() in {"ordinal", "comma"} and self._kind(1) in {"ordinal", "comma", "weekday"}:
            token = self._next()
            numbers += [str(token.value)] if token.kind == "ordinal" else []
        token = self._next()
        if token.kind == "holiday":
            return "PH"
        days = token.value
        if token.kind != "weekday" or not isinstance(days, tuple):
            raise _UnclearError
        if self._kind() == "numbers":
            numbers = _expand(str(self._next().value))
        if numbers:
            return ",".join(f"{WEEKDAYS[day]}[{','.join(numbers)}]" for day in days)
        if self._kind() == "dash" and self._kind(1) == "weekday":
            self._next()
            last = self._next().value
            if not isinstance(last, tuple) or len(days) > 1 or len(last) > 1:
                raise _UnclearError
            return f"{WEEKDAYS[days[0]]}-{WEEKDAYS[last[0]]}"
        return write_weekdays(days)

    def _read_dates(self) -> str:
        first = self._read_date()
        if self._kind() != "dash":
            while self._kind() == "comma" and self._kind(1) == "number" and self._kind(2) not in {"dash", "month"}:
                self._next()
                first += f",{first[:-2]}{_day(self._next())}"
            return first
        self._next()
        if self._kind() == "number" and len(first) > 3:
            return f"{first}-{first[:-2]}{_day(self._next())}"
        return f"{first}-{self._read_date(month_only=len(first) == 3)}"

    def _read_date(self, *, month_only: bool = False) -> str:
        token = self._next()
        year = day = ""
        if token.kind == "iso":
            year, number, day = str(token.value).split("-")
            return _date(year, int(number), day)
        if token.kind == "slashed":
            number, day, year = (*str(token.value).split("/"), "")[:3]
            return _date(year, int(number), day)
        if token.kind == "four":
            year = str(token.value)
            token = self._next()
        elif token.kind == "number":
            day = str(token.value)
            token = self._next()
        if token.kind != "month" or not isinstance(token.value, int):
            raise _UnclearError
        if not day and not month_only and self._kind() in {"number", "ordinal"} and self._kind(1) != "weekday":
            day = str(self._next().value)
        if not year and day:
            comma = int(self._kind() == "comma")
            if self._kind(comma) == "four" and self._kind(comma + 1) != "month":
                self.pos += comma
                year = str(self._next().value)
        return _date(year, token.value, day)

    def _read_times(self) -> None:
        draft = self._draft
        if draft.state or (draft.times_first and draft.times):
            self.drafts.append(draft := _Draft())
        first = self._next()
        if first.kind == "always":
            draft.always = True
            return
        if self._kind() == "plus":
            self._next()
            draft.state, draft.comment = "unknown", f"from {first.value}, closing time not known"
            return
        if self._kind() != "dash" or self._kind(1) not in _TIMES:
            raise _UnclearError
        self._next()
        span = span_of(str(first.value), str(self._next().value))
        if span is None:
            raise _UnclearError
        draft.times.append(span)

    def _read_state(self, token: Token) -> None:
        draft = self._draft
        if token.kind == "off" and (draft.times or draft.state or draft.always):
            if self._kind() not in {"weekday", "ordinal", "holiday", *_DATES}:
                raise _HopelessError
            self.drafts.append(draft := _Draft())
        if token.kind == "comment":
            draft.state = draft.state if draft.state in {"open", "unknown"} else "unknown"
            draft.comment = str(token.value).strip('"').strip()
        else:
            draft.state = token.kind

    def _read_words(self, token: Token) -> None:
        """Keep words after days or times, up to the semicolon, as a comment."""
        draft = self._draft
        end = next((other.start for other in self.tokens[self.pos :] if other.kind == "semicolon"), len(self.text))
        words = self.text[token.start : end].replace('"', "").strip()
        unfit = draft.state or not (draft.days or draft.times) or token.kind != "other"
        if unfit or not _REAL_WORD.search(words):
            raise _UnclearError
        draft.state, draft.comment = "unknown", words
        while self._kind() not in {"", "semicolon"}:
            self.pos += 1


def _expand(numbers: str) -> list[str]:
    """Give 1, 2, 3 for [1-3]."""
    found: list[str] = []
    for part in numbers.strip("[]").split(","):
        match = re.fullmatch(r"\s*(\d)-(\d)\s*", part)
        found += [str(number) for number in range(int(match[1]), int(match[2]) + 1)] if match else [part.strip()]
    return found


def _day(token: Token) -> str:
    return f"{int(str(token.value)):02}"


def _date(year: str, month: int, day: str) -> str:
    if not 1 <= month <= 12:
        raise _UnclearError
    name = MONTHS[month - 1]
    if day:
        return f"{year} {name} {int(day):02}".strip()
    return f"{year} {name} 01-{year} {name} {MONTH_LENGTHS[month - 1]:02}" if year else name
