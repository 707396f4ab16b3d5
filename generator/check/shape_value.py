"""A text of the wrong form: what is wanted in its place, and the right text where it can be known."""

from __future__ import annotations

import calendar
import re
from typing import TYPE_CHECKING

from generator.check.finding import Finding, scalar, shown
from generator.check.guess import guess_date, language_code, nearest, slug, state_code
from generator.check.shape_help import help_of, keys_of, node_at
from generator.entry import url
from generator.entry.phone import normal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.check.shape_help import Difference
    from generator.entry.strict_yaml import Path

_ZONES = {
    "est": "America/New_York", "edt": "America/New_York", "et": "America/New_York", "eastern": "America/New_York",
    "cst": "America/Chicago", "ct": "America/Chicago", "central": "America/Chicago", "mst": "America/Denver",
    "mt": "America/Denver", "mountain": "America/Denver", "pst": "America/Los_Angeles", "pt": "America/Los_Angeles",
    "pacific": "America/Los_Angeles",
}  # fmt: skip


def choice(path: Path, text: str, choices: list[str]) -> Finding:
    """Tell that a text is not one of the words of its field."""
    wanted = choices[0] if len(choices) == 1 else ", ".join(choices[:-1]) + f" or {choices[-1]}"
    start = re.match(r"([a-z-]+)\s*[,;:.(]\s*(.+?)\)?$", text, re.IGNORECASE)
    if start and start[1].lower() in choices and _has_note(path):
        block = (f"{path[-1]}:", f"  answer: {start[1].lower()}", f"  note: {scalar(start[2])}")
        wanted = f"{wanted}; what else there is to say goes into  note:"
        return Finding("E204", path, text, wanted, block=block)
    meant = nearest(text, choices)
    return Finding("E204", path, text, wanted, value=meant or None)


def date_text(path: Path, wrong: Difference) -> Finding:
    """Tell that a text is not written as a date."""
    partial = "unknown" in str(wrong.limit)
    form = "year-month-day, such as 2026-11-23"
    wanted = f"{form}; or 2026-11, 2026, or unknown" if partial else form
    meant = guess_date(wrong.value, partial=partial)
    return Finding("E211", path, wrong.value, wanted, value=meant or None)


def no_such_day(path: Path, text: str) -> Finding:
    """Tell that a date is written well but is not in the calendar."""
    year, month = int(text[:4]), int(text[5:7] or "1")
    if year and 1 <= month <= 12:
        days = calendar.monthrange(year, month)[1]
        return Finding("E211", path, text, f"a day that exists: {calendar.month_name[month]} {year} has {days} days")
    return Finding("E211", path, text, "a month from 01 to 12 and a day that exists")


def one_line(path: Path, text: str) -> Finding:
    """Tell that a text has a line break, or blanks around it."""
    better = scalar(" ".join(text.split()))
    seen = "a text of several lines" if "\n" in text.strip() else "blanks or a line break around a text"
    block = (f"{path[-1]}: {better}" if isinstance(path[-1], str) else better,)
    wanted = "the whole text on one line, without blanks before or after it"
    return Finding("E216", path, seen, wanted, block=block if text.strip() else ())


def bad_form(path: Path, wrong: Difference) -> Finding:
    """Tell that a text does not fit the pattern of its field."""
    text, name = str(wrong.value), next(str(part) for part in reversed(path) if isinstance(part, str))
    if name == "number":
        return _phone(path, text)
    if name.endswith(("url", "website", "online_form", "online_chat")):
        wanted = "an address that begins with https:// and has no blanks"
        return Finding("E212", path, text, wanted, value=url.guess(text) or None)
    wanted = _WANTED.get(name) or _WANTED.get(str(path[0])) or help_of(path, wrong.node)
    fix = _FIXES.get(name) or _FIXES.get(str(path[0]))
    meant = fix(text) if fix else ""
    right = bool(meant) and meant != text and re.search(str(wrong.limit), meant) is not None
    return Finding("E213", path, shown(text), wanted, value=meant if right else None)


def _phone(path: Path, text: str) -> Finding:
    number, extension = normal(text)
    digits = sum(c.isdigit() for c in text)
    if number and extension and path[0] == "phones":
        wanted = "the number as 910-555-0100, and the extension on a line of its own"
        return Finding("E210", path, text, wanted, block=(f"number: {number}", f"extension: {extension}"))
    wanted = "ten digits as 910-555-0100, or a short number such as 988"
    if digits == 7:
        wanted += "; the area code is missing"
    elif not number and 7 < digits < 10:
        wanted += f"; here are only {digits} digits"
    elif not number and digits > 10 and not text.strip().startswith(("+", "1")):
        wanted += f"; here are {digits} digits. Each number has its own line  - number:"
    return Finding("E210", path, text, wanted, value=number or None)


def _has_note(path: Path) -> bool:
    return {"answer", "note"} <= set(keys_of(node_at(path, {})))


def _digits(text: str) -> str:
    found = re.findall(r"[0-9]+", text)
    return found[0] if len(found) == 1 else ""


def _zip(text: str) -> str:
    found = re.match(r"([0-9]{5})(?:[- ]?[0-9]{4})?$", text.strip())
    return found[1] if found else ""


def _name(text: str) -> str:
    return " ".join(word[:1].upper() + word[1:].lower() for word in text.split())


def _zone(text: str) -> str:
    return _ZONES.get(text.lower().removesuffix(" time"), "")


def _key(text: str) -> str:
    return re.sub(r"[^a-z0-9_.-]+", "_", text.lower()).strip("_.-")


def _mail(text: str) -> str:
    return "".join(text.removeprefix("mailto:").split()).replace("(at)", "@").replace("[at]", "@")


_WANTED = {
    "city": "the town with capital letters, such as  Spring Lake",
    "email": "a mail address, such as  help@harbor.example",
    "timezone": "a name of the time zone database, such as  America/New_York",
    "languages": "a language code, such as  en, es, ko, vi;  ase for American Sign Language",
    "code": "a language code, such as  en, es, ko, vi;  ase for American Sign Language",
}
_FIXES: Mapping[str, Callable[[str], str]] = {
    "zip": _zip,
    "state": state_code,
    "city": _name,
    "timezone": _zone,
    "languages": language_code,
    "code": language_code,
    "facts": _key,
    "entry": slug,
    "if_closed_or_full": slug,
    "email": _mail,
    "extension": _digits,
    "press": _digits,
    "min": _digits,
    "max": _digits,
    "response_minutes": _digits,
    "le_typical_minutes": _digits,
}
