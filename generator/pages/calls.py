"""One call about one resource, in words: why to call, what to ask, the e-mail, and what to write down after it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from generator.compile.caution import needs_confirming
from generator.compile.labels import label as label_of
from generator.measure.still import ANY_DAY, still_right
from generator.pages.phrases import facts, hours
from generator.pages.phrases.dates import partial_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.config.site import Site
    from generator.config.strings import Words
    from generator.measure.ages import Age, Upkeep
    from generator.pages.said import Said


@dataclass(frozen=True, slots=True)
class Reason:
    """Why to call, in one line: facts that were last asked about on the same day.

    `until` and `aged` are for the phone, as in TrustLine; both are empty for what is due whatever the day.
    """

    text: str
    until: str
    aged: str


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask about. `fact` is its field.

    `after` is empty where it is due when the page is made, else the last day on which it need not be asked: the device
    shows it later, and adds its field to the lines.
    """

    text: str
    fact: str
    after: str


@dataclass(frozen=True, slots=True)
class Letter:
    """The e-mail that asks instead of a call. `href` opens it with its subject; the device adds the text to that."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Call:
    """All that a volunteer needs for one call.

    `known` are questions on what the entry says, `unknown` short labels of what nobody has told. `still` are the lines
    to add to the entry, in three parts: before the day of the call, after it, and what closes the list of facts; empty
    where nothing is known.
    """

    reasons: tuple[Reason, ...]
    known: tuple[Question, ...]
    unknown: tuple[str, ...]
    letter: Letter
    still: tuple[str, ...]


def call(one: Upkeep, said: Said, site: Site, words: Words, on: str) -> Call:
    """Put one call into words; `on` is the day of the build (YYYY-MM-DD)."""
    now = one.due(on) or one.ages
    unknown = tuple(label_of(name, words) for name in one.unknown)
    return Call(
        reasons=tuple(_reasons(one, words, on)),
        known=tuple(_question(age, said, words, "" if age in now else age.until) for age in one.ages),
        unknown=unknown,
        letter=_letter(said, tuple(_is(age.fact, said, words) for age in now), unknown, site, words),
        still=_still(one, now, words),
    )


def _still(one: Upkeep, now: tuple[Age, ...], words: Words) -> tuple[str, ...]:
    lines = still_right(one.resource.entry, (age.fact for age in now), ANY_DAY, words("check.still.role"))
    before, _, rest = lines.partition(ANY_DAY)
    after, closing, end = rest.rpartition("]")
    return (before, after, closing + end) if lines else ()


def _question(age: Age, said: Said, words: Words, after: str) -> Question:
    if _asks(age.fact, said):
        return Question(_is(age.fact, said, words), age.fact, after)
    label, value = label_of(age.fact, words), _value(age.fact, said, words)
    return Question(words("check.have", label=label, value=value), age.fact, after)


def _is(name: str, said: Said, words: Words) -> str:
    """Give what the entry says of one fact; of what counts only while it is confirmed, the open question."""
    return words("check.is", label=label_of(name, words), value=_value(name, said, words))


def _asks(name: str, said: Said) -> bool:
    fact = said.resource.fact(name)
    return fact is not None and needs_confirming(name, fact.values)


def _reasons(one: Upkeep, words: Words, on: str) -> Iterator[Reason]:
    """Give what is due first, then what still holds, then what nobody has told."""
    alike: dict[tuple[str, str, str], list[Age]] = {}
    for age in sorted(one.ages, key=lambda age: not age.due(on)):
        alike.setdefault((age.checked, age.how, "" if age.due(on) else age.until), []).append(age)
    for (checked, how, until), ages in alike.items():
        labels = _joined(tuple(label_of(age.fact, words) for age in ages))
        if not checked:
            yield Reason(words("check.never", labels=labels), "", "")
            continue
        date = partial_date(checked, words)
        aged = words(f"check.old.{how}", date=date, labels=labels)
        if not until:
            yield Reason(aged, "", "")
            continue
        last = partial_date(until, words)
        yield Reason(words(f"check.holds.{how}", date=date, until=last, labels=labels), until, aged)
    if one.unknown:
        labels = _joined(tuple(label_of(name, words) for name in one.unknown))
        yield Reason(words("check.unknown", labels=labels), "", "")


def _joined(labels: tuple[str, ...]) -> str:
    return " · ".join(dict.fromkeys(labels))


def _value(name: str, said: Said, words: Words) -> str:
    """Give what the entry says of one fact, as a caller reads it out."""
    if name == "phones":
        return " · ".join(action.label for action in said.numbers)
    if name == "address":
        return said.place.one_line
    if name.startswith("hours."):
        mine = [view for view in said.hours if view.purpose == name.partition(".")[2]]
        return hours.together(mine, words)
    if _asks(name, said):
        return words(f"trust.question.{name}.{said.resource.entry.facts[name].values[0]}")
    row = facts.row(said.resource, name, words)
    return words("check.noted", value=row.text, note=row.note) if row.note else row.text


def _letter(said: Said, known: tuple[str, ...], unknown: tuple[str, ...], site: Site, words: Words) -> Letter:
    entry, page = said.resource.entry, f"{site.url}/{said.resource.path}" if site.url else ""
    parts = [words("check.mail.hello"), words("check.mail.why", area=site.area, name=entry.name)]
    parts += ["\n".join(f"- {line}" for line in known)]
    if unknown:
        parts += [words("check.mail.open"), "\n".join(f"- {label}" for label in unknown)]
    parts += [words("check.mail.rule"), words("check.mail.secret") if entry.confidential else ""]
    parts += [words("check.mail.page", url=page) if page else "", words("check.mail.thanks")]
    key = "check.mail.subject.plain" if said.resource.sensitive else "check.mail.subject"
    subject = words(key, name=entry.name)
    text = "\n\n".join(part for part in parts if part)
    return Letter(text, f"mailto:{entry.email}?subject={quote(subject)}")
