"""Numbers that somebody answers: allowed ones only, each once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.check.finding import Finding
from generator.check.subject import URL_KEYS, block_at, blocks_of, leaves, text_at
from generator.entry.phone import SHORT_CODES, PhoneFault, fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.check.subject import Subject
    from generator.entry.strict_yaml import Path, Value

_KINDS = frozenset({"voice", "text", "tty", "fax", "video"})
_NUMBER = re.compile(r"(?<![\d-])(?:1[-. ])?(?:\([2-9]\d\d\) ?|[2-9]\d\d[-. ])[2-9]\d\d[-. ]\d{4}(?![\d-])")
_LAST_DIGITS = re.compile(r"\d{3}[-. ]\d{4}(?!\d)")
_TELLING = {
    PhoneFault.IMPOSSIBLE: ("E306", "a number that exists: look it up again and compare every digit"),
    PhoneFault.ABROAD: ("E307", "a number in the United States without a fee, or a toll-free one (800, 833, 844, ...)"),
    PhoneFault.INVENTED: ("E308", "the real number, or no phone at all"),
    PhoneFault.UNKNOWN_SHORT: ("E309", "ten digits, or one of  " + ", ".join(SHORT_CODES)),
}


def phones(subject: Subject) -> Iterator[Finding]:
    """Require that every number can be dialled, and that no two are the same."""
    seen: set[tuple[str, ...]] = set()
    for path, phone in blocks_of(subject.data, "phones"):
        number, kind = text_at(phone, "number"), text_at(phone, "kind") or "voice"
        if _well_formed(number) and kind in _KINDS:
            yield from _dialled((*path, "number"), phone, subject)
        if "text" in phone and kind != "text" and kind in _KINDS:
            wanted = "a line  kind: text,  or no word to send"
            yield Finding("E218", (*path, "text"), "text: without kind: text", wanted, at_key=True)
        same = (number, kind, *(text_at(phone, key) for key in ("extension", "press", "text")))
        if number and same in seen:
            yield Finding("E311", (*path, "number"), f"{number} a second time", "each number once: delete this one")
        seen.add(same)


def officers(subject: Subject) -> Iterator[Finding]:
    """Tell a number for officers without a word that says it is public."""
    for path, phone in blocks_of(subject.data, "phones"):
        if text_at(phone, "purpose") == "officer" and "note" not in phone:
            seen = f"{text_at(phone, 'number')} for officers, without a note"
            wanted = "no number that only officers may have; if they print it for everybody, a  note:  that says so"
            yield Finding("W621", (*path, "purpose"), seen, wanted)


def only_fax(subject: Subject) -> Iterator[Finding]:
    """Require another way to reach a place than a fax."""
    kinds = {text_at(phone, "kind") for _, phone in blocks_of(subject.data, "phones")}
    if kinds == {"fax"} and not {"website", "address", "point", "confidential"} & set(subject.data):
        wanted = "a number where somebody answers, or one of  website:  address:  point:"
        yield Finding("E203", ("phones",), "a fax and nothing else", wanted, at_key=True)


def in_texts(subject: Subject) -> Iterator[Finding]:
    """Tell a phone number inside a text, where nobody can tap it and nobody looks when it changes."""
    whole = subject.document.text
    if "\\" not in whole and all(_own(whole, m.start()) for m in _LAST_DIGITS.finditer(whole)):
        return
    for path, text in leaves(subject.data):
        name = next((part for part in reversed(path) if isinstance(part, str)), "")
        found = _NUMBER.search(text)
        if found and name not in {"number", "url", *URL_KEYS} and path[0] not in {"sources", "editor_note"}:
            wanted = "the number in  phones:  on a line of its own, and the text without it"
            yield Finding("W624", path, found.group(), wanted, part=found.group())


def _own(text: str, start: int) -> bool:
    """Whether what begins there stands in a line of its own for a number."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return line.lstrip(" -").startswith("number:")


def backup(subject: Subject) -> Iterator[Finding]:
    """Require that the number to call when nobody answers can be dialled."""
    block = block_at(subject.data, "backup_contact")
    if _well_formed(text_at(block, "number")):
        yield from _dialled(("backup_contact", "number"), block, subject)


def lead_line(subject: Subject) -> Iterator[Finding]:
    """Require that the number of the LEAD line can be dialled. Paths are of lead.yaml."""
    line = block_at(subject.data, "line")
    if _well_formed(text_at(line, "number")):
        yield from _dialled(("line", "number"), line, subject)


def _dialled(path: Path, phone: dict[str, Value], subject: Subject) -> Iterator[Finding]:
    number = text_at(phone, "number")
    found = fault(number, text_at(phone, "kind") or "voice", invented=subject.invented)
    if found is PhoneFault.TEXT_ONLY:
        wanted = "a line  kind: text  below it, because nobody can call a number of five or six digits"
        block = () if "kind" in phone else (f"number: {number}", "kind: text")
        yield Finding("E310", path, number, wanted, block=block)
    elif found:
        code, wanted = _TELLING[found]
        yield Finding(code, path, number, wanted)


def _well_formed(number: str) -> bool:
    return number.replace("-", "").isdigit() and len(number) in {3, 5, 6, 12}
