"""One call about one resource, in words: why to call, what to ask, the e-mail, and what to write down after it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from generator.compile.caution import needs_confirming
from generator.measure.still import ANY_DAY, still_right
from generator.pages.phrases import facts, hours
from generator.pages.phrases.dates import partial_date
from generator.pages.phrases.sources import label as label_of

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
class Letter:
    """The e-mail that asks instead of a call. `href` opens it with its subject; the device adds the text to that."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Call:
    """All that a volunteer needs for one call.

    `known` are questions on what the entry says, `unknown` short labels of what nobody has told. `before` and `after`
    are the lines to add to the entry, around the day of the call; both are empty where nothing is known.
    """

    reasons: tuple[Reason, ...]
    known: tuple[str, ...]
    unknown: tuple[str, ...]
    letter: Letter
    before: str
    after: str


def call(one: Upkeep, said: Said, site: Site, words: Words, on: str) -> Call:
    """Put one call into words; `on` is the day of the build (YYYY-MM-DD)."""
    values = tuple((label_of(age.fact, words), _value(age.fact, said, words)) for age in one.ages)
    unknown = tuple(label_of(name, words) for name in one.unknown)
    lines = still_right(one.resource.entry, (age.fact for age in one.ages), ANY_DAY, words("check.still.role"))
    before, _, after = lines.partition(ANY_DAY)
    return Call(
        reasons=tuple(_reasons(one, words, on)),
        known=tuple(words("check.have", label=label, value=value) for label, value in values),
        unknown=unknown,
        letter=_letter(said, values, unknown, site, words),
        before=before,
        after=after,
    )


def _reasons(one: Upkeep, words: Words, on: str) -> Iterator[Reason]:
    """Give what is due first, then what still holds, then what nobody has told."""
    alike: dict[tuple[str, str, str], list[Age]] = {}
    for age in sorted(one.ages, key=lambda age: not age.due(on)):
        alike.setdefault((age.checked, age.how, age.until), []).append(age)
    for (checked, how, until), ages in alike.items():
        labels = _joined(tuple(label_of(age.fact, words) for age in ages))
        if not checked:
            yield Reason(words("check.never", labels=labels), "", "")
            continue
        date, last = partial_date(checked, words), partial_date(until, words)
        aged = words(f"check.old.{how}", date=date, labels=labels)
        holds = words(f"check.holds.{how}", date=date, until=last, labels=labels)
        yield Reason(aged, "", "") if on > until else Reason(holds, until, aged)
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
    fact = said.resource.fact(name)
    if fact and needs_confirming(name, fact.values):
        return words(f"trust.question.{name}.{fact.values[0]}")
    row = facts.row(said.resource, name, words)
    return words("check.noted", value=row.text, note=row.note) if row.note else row.text


def _letter(
    said: Said, values: tuple[tuple[str, str], ...], unknown: tuple[str, ...], site: Site, words: Words
) -> Letter:
    entry, page = said.resource.entry, f"{site.url}/{said.resource.path}" if site.url else ""
    parts = [words("check.mail.hello"), words("check.mail.why", area=site.area, name=entry.name)]
    parts += ["\n".join(f"- {words('check.is', label=label, value=value)}" for label, value in values)]
    if unknown:
        parts += [words("check.mail.open"), "\n".join(f"- {label}" for label in unknown)]
    parts += [words("check.mail.rule"), words("check.mail.secret") if entry.confidential else ""]
    parts += [words("check.mail.page", url=page) if page else "", words("check.mail.thanks")]
    key = "check.mail.subject.plain" if said.resource.sensitive else "check.mail.subject"
    subject = words(key, name=entry.name)
    text = "\n\n".join(part for part in parts if part)
    return Letter(text, f"mailto:{entry.email}?subject={quote(subject)}")
