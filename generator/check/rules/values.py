"""Values that the schema lets through and that cannot be: impossible dates, ages, names of fields, codes."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from generator.check.finding import Finding
from generator.check.guess import WRONG_LANGUAGES, nearest, real_date, word_set
from generator.check.shape_value import no_such_day
from generator.check.shape_value import one_line as text_on_one_line
from generator.check.subject import block_at, blocks_of, leaves, text_at, texts_of
from generator.entry.build import fact_names
from generator.entry.schema import field_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.check.subject import Subject
    from generator.entry.strict_yaml import Path, Value

OLDEST_YEAR = "1990"
"""A date before this is a slip; no source of a directory of today is older."""

_NOT_PLAIN = re.compile(r"[\"'|>\t]")
_WELL_FORMED = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
TWO_LETTERS = word_set(
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en "
    "eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv "
    "ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne "
    "ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st "
    "su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)
"""ISO 639-1."""
_CODE_OF_211 = re.compile(r"[A-Z]{1,2}[A-Z]?-[0-9]{4}(?:\.[0-9]{4})*(?:-[0-9]{3})?")
_NAMES_OF_211 = frozenset({"211", "211hsis", "airs", "hsis", "inform-usa", "lahsis"})


def dates_of(data: Mapping[str, Value]) -> Iterator[tuple[Path, str]]:
    """Give every date of an entry with its path."""
    for key in ("sources", "verified"):
        for path, block in blocks_of(data, key):
            yield from _date(block, (*path, "date"))
    yield from _date(data, ("alert_until",))
    yield from _date(block_at(data, "address_release"), ("address_release", "date"))
    yield from _date(block_at(data, "typical_wait"), ("typical_wait", "date"))
    yield from _date(block_at(data, "ivc_first_exam_site"), ("ivc_first_exam_site", "plan_date"))


def dates(subject: Subject) -> Iterator[Finding]:
    """Require that every date is in the calendar, and of our time."""
    for path, text in dates_of(subject.data):
        if not _WELL_FORMED.fullmatch(text):
            continue
        if not real_date(text):
            yield no_such_day(path, text)
        elif text < OLDEST_YEAR:
            yield Finding("E211", path, text, f"a year from {OLDEST_YEAR} on")


def one_line(subject: Subject) -> Iterator[Finding]:
    """Require texts of one line without blanks around them."""
    if not _NOT_PLAIN.search(subject.document.text):
        return
    for path, text in leaves(subject.data):
        if (text and text != text.strip()) or "\n" in text or "\t" in text:
            yield text_on_one_line(path, text)


def ages(subject: Subject) -> Iterator[Finding]:
    """Require that the youngest age is not above the oldest, and that both are ages of people."""
    block = block_at(subject.data, "ages")
    youngest, oldest = text_at(block, "min"), text_at(block, "max")
    for key, age in (("min", youngest), ("max", oldest)):
        if age.isdigit() and int(age) > 120:
            yield Finding(
                "E324", ("ages", key), f"{age} years", "an age of at most 120; without a limit, leave the line out"
            )
            return
    if youngest.isdigit() and oldest.isdigit() and int(youngest) > int(oldest):
        seen = f"from {youngest} to {oldest} years"
        yield Finding("E324", ("ages", "min"), seen, "the youngest age in min:, the oldest in max:")


def facts(subject: Subject) -> Iterator[Finding]:
    """Require that lists of facts name fields; tell one that this entry does not have."""
    for key in ("sources", "verified"):
        for path, block in blocks_of(subject.data, key):
            for inner, name in texts_of(block, "facts"):
                yield from _fact((*path, *inner), name, subject.data)


def languages(subject: Subject) -> Iterator[Finding]:
    """Require codes of languages that exist."""
    for path, code in _languages(subject.data):
        known = code in TWO_LETTERS if len(code) == 2 else code not in WRONG_LANGUAGES
        if code.isalpha() and code.islower() and len(code) in {2, 3} and not known:
            meant = WRONG_LANGUAGES.get(code)
            wanted = "a language code such as en, es, ko, vi; ase for American Sign Language"
            yield Finding("E327", path, code, wanted, value=meant)


def external_codes(subject: Subject) -> Iterator[Finding]:
    """Refuse codes of the 211 taxonomy, which needs a license."""
    for path, code in leaves(block_at(subject.data, "external_codes"), ("external_codes",)):
        if str(path[-1]).lower() in _NAMES_OF_211 or _CODE_OF_211.fullmatch(code):
            yield Finding("E329", path, f"{path[-1]}: {code}", "no 211 code: delete this line")


def conditions(subject: Subject) -> Iterator[Finding]:
    """Require the condition where a medicine is accepted only on one."""
    block = block_at(subject.data, "accepts_people_on_moud")
    for medicine, answer in block_at(block, "by_medicine").items():
        if answer == "conditional" and "note" not in block:
            path = ("accepts_people_on_moud", "by_medicine", medicine)
            wanted = "the condition, in a line  note:  below accepts_people_on_moud:"
            yield Finding("E217", path, "conditional without the condition", wanted)


def status(subject: Subject) -> Iterator[Finding]:
    """Tell a closed place that does not say why, for how long, or where to go."""
    now = text_at(subject.data, "status")
    if now == "temporarily-closed" and "alert" not in subject.data:
        wanted = "a line  alert:  that says why and until when, such as  alert: Closed for repairs until May."
        yield Finding("W613", ("status",), "temporarily-closed and nothing more", wanted)
    if now in {"inactive", "defunct"} and "if_closed_or_full" not in subject.data:
        wanted = "where to go instead: a line such as  if_closed_or_full: [nc-211]"
        yield Finding("W613", ("status",), f"{now} and nothing more", wanted)


def _date(block: Mapping[str, Value], path: Path) -> Iterator[tuple[Path, str]]:
    text = block.get(str(path[-1]))
    if isinstance(text, str):
        yield path, text


def _fact(path: Path, name: str, data: Mapping[str, Value]) -> Iterator[Finding]:
    whole, _, part = name.partition(".")
    if name not in known_facts() and not name.startswith("hours.by_service."):
        meant = nearest(name, sorted(known_facts()))
        wanted = f"did you mean  {meant} ?" if meant else "the name of a field, such as phones, hours.open or cost"
        yield Finding("E325", path, name, wanted, value=meant or None)
        return
    value = data.get(whole)
    first = part.partition(".")[0]
    named = {"answer", *block_at(value, "by_medicine")} if isinstance(value, dict) else set()
    if value is None or (first and isinstance(value, dict) and first not in value and first not in named):
        wanted = f"the field  {name}:  in this entry, or this name out of the list"
        yield Finding("W612", path, f"{name}, which this entry does not have", wanted)


@cache
def known_facts() -> frozenset[str]:
    """Give the names that a list of facts may hold."""
    return field_names() | frozenset(fact_names())


def _languages(data: Mapping[str, Value]) -> Iterator[tuple[Path, str]]:
    yield from _codes(data, ())
    for path, phone in blocks_of(data, "phones"):
        yield from _codes(phone, path)


def _codes(block: Mapping[str, Value], path: Path) -> Iterator[tuple[Path, str]]:
    for inner, code in texts_of(block, "languages"):
        yield (*path, *inner), code
    for inner, language in blocks_of(block, "languages"):
        yield (*path, *inner, "code"), text_at(language, "code")
