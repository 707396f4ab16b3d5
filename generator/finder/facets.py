"""Facets: "will they take this person?" as three-state answers, one for each option of each facet and each resource.

An answer is one sign: 0 nobody has told, or it depends; 1 no; 2 yes, listed; 3 yes, confirmed by a check that was made
on some day and holds for some days: whether it still holds the device finds. What counts only while it is confirmed
(generator.compile.caution) is 0 when it is merely listed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from generator.compile.caution import CONFIRMED_ONLY

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.compile.model import Compiled, Resource

Said: TypeAlias = Literal["yes", "no", "unknown"]
UNKNOWN, NO, LISTED, CONFIRMED = "0", "1", "2", "3"

_AGES: Final = {"child": (0, 12), "teen": (13, 17), "young": (18, 24), "adult": (25, 59), "older": (60, 120)}
_RECORD: Final = {
    "registry": "sex_offense_registry",
    "felony": "any_felony",
    "violent": "violent_conviction",
    "arson": "arson",
    "warrants": "open_warrants",
    "supervision": "on_probation_parole",
    "charges": "pending_charges",
}


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to ask for. Of the values of the first of `fields` that is told, any of `yes` is a yes.

    It is a no where all of them are in `no`; `listed` says that a list without it is a no as well. Everything else
    is unknown. `label` is the key of its words.
    """

    key: str
    label: str
    fields: tuple[str, ...]
    yes: frozenset[str]
    no: frozenset[str] = frozenset({"no"})
    listed: bool = False

    def said(self, values: Iterable[str]) -> Said:
        """Give what some values of the field say of this option."""
        told = frozenset(values)
        if told & self.yes:
            return "yes"
        known = told - {"unknown"}
        return "no" if known and (self.listed or known <= self.no) else "unknown"


@dataclass(frozen=True, slots=True)
class Facet:
    """Options of which a person may choose several: a place that answers one of them with yes will do.

    `strict`: a yes counts only while it is confirmed.
    """

    key: str
    options: tuple[Option, ...]

    @property
    def strict(self) -> bool:
        """Whether a yes counts only while it is confirmed."""
        return any(name in CONFIRMED_ONLY for option in self.options for name in option.fields)


def _one(
    key: str, field: str, yes: Iterable[str] = ("yes",), no: Iterable[str] = ("no",), *, listed: bool = False
) -> Facet:
    return Facet(key, (Option("", f"facet.{key}", (field,), frozenset(yes), frozenset(no), listed),))


def _many(key: str, options: Mapping[str, tuple[str, ...]], field: str = "", *, listed: bool = False) -> Facet:
    """Give a facet on one field; each option has the values that are a yes."""
    nos = frozenset({"no", "none", "none-accepted"})
    return Facet(
        key,
        tuple(
            Option(name, f"facet.{key}.{name}", (field or key,), frozenset(yes), nos, listed)
            for name, yes in options.items()
        ),
    )


def _parts(key: str, options: Mapping[str, tuple[str, ...]], yes: Iterable[str] = ("yes",)) -> Facet:
    """Give a facet whose options are fields of their own."""
    return Facet(
        key,
        tuple(
            Option(name, f"facet.{key}.{name}", fields, frozenset(yes), frozenset({"no"}))
            for name, fields in options.items()
        ),
    )


FACETS: Final = (
    _one("dropoff", "le_dropoff"),
    _one("clearance", "medical_clearance", ("not-required", "on-site-triage"), ("ed-first-always",)),
    _one("accepts-all", "refusal_policy", ("accepts-all", "accepts-all-police"), ()),
    _one("custody", "legal_status", ("involuntary-custody-order",), listed=True),
    _one("first-exam", "ivc_first_exam_site"),
    _one("officers", "police_contact", ("welcome",), ("no-uniform",)),
    _many("access", {"walk-in": ("walk-in",), "comes": ("outreach-comes-to-you",)}, listed=True),
    _one("no-id", "id_required", ("none",), ("any", "photo")),
    _one("pets", "pets", ("yes", "crates-or-kennel", "foster-or-boarding-partner"), ("no", "service-animals-only")),
    _one("couples", "couples_together"),
    _one("after-use", "accepts_intoxicated"),
    _parts(
        "on-medicine",
        {
            "methadone": ("accepts_people_on_moud.methadone", "accepts_people_on_moud"),
            "buprenorphine": ("accepts_people_on_moud.buprenorphine", "accepts_people_on_moud"),
        },
    ),
    _parts("record", {name: (f"criminal_record.{part}",) for name, part in _RECORD.items()}),
    Facet(
        "gender",
        (
            Option("women", "facet.gender.women", ("genders",), frozenset({"women", "all"}), listed=True),
            Option("men", "facet.gender.men", ("genders",), frozenset({"men", "all"}), listed=True),
            Option("trans", "facet.gender.trans", ("trans_inclusive",), frozenset({"yes"})),
        ),
    ),
    Facet("age", tuple(Option(name, f"facet.age.{name}", ("ages",), frozenset({name})) for name in _AGES)),
    _many(
        "household",
        {
            "family": ("families-with-children",),
            "single": ("single-adults",),
            "couple": ("couples",),
            "youth": ("unaccompanied-youth",),
        },
        "households",
        listed=True,
    ),
    _one("pregnant", "pregnant", ("accepts", "priority")),
    _one("veteran", "veterans", ("only", "priority", "welcome")),
    _one("wheelchair", "accessibility", ("step-free",), ()),
    _one("daily-help", "mobility_help_accepted"),
    _many("cost", {"free": ("free",), "income": ("free", "sliding-scale", "payment-help")}),
    _many(
        "insurance",
        {
            "none": ("none-needed", "state-county-funds"),
            "medicaid": ("medicaid", "none-needed"),
            "medicare": ("medicare", "none-needed"),
            "private": ("private", "none-needed"),
            "tricare": ("tricare-va", "none-needed"),
        },
    ),
    _one("same-day", "moud_same_day"),
    _parts(
        "medicine",
        {name: (f"moud.{name}",) for name in ("methadone", "buprenorphine", "naltrexone")},
        ("yes", "both", "starts-here", "continues", "offered"),
    ),
    _many(
        "withdrawal",
        {
            "nurses": ("hospital", "live-in-with-nurses"),
            "live-in": ("live-in-without-nurses", "live-in-with-nurses"),
            "visits": ("come-and-go",),
        },
        "withdrawal_care",
    ),
    _many(
        "callers",
        {"family": ("family-friend",), "community": ("community-member",), "officer": ("officer",)},
        "who_can_call",
        listed=True,
    ),
    _one("anywhere", "residency", ("none",), ("county", "city")),
    _one("no-faith", "faith_based", ("no",), ("participation-required",)),
    _one("immigration", "immigration_status_asked", ("no",), ("yes",)),
    _one("belongings", "possessions"),
    _many(
        "safer",
        {
            "syringes": ("syringes",),
            "strips": ("fentanyl-test-strips", "drug-checking"),
            "wounds": ("wound-care",),
            "tests": ("hiv-test", "hcv-test"),
        },
        "harm_reduction",
    ),
    _one("naloxone", "naloxone", ("free-here", "free-by-mail"), ("none",)),
    _many("ride", {"pick-up": ("they-pick-up",), "bus": ("bus-line",), "pass": ("bus-pass",)}, "transport"),
)
"""Every facet but those on the clock, the place and languages; the order is that of the panel."""


def facets(directory: Compiled) -> tuple[Facet, ...]:
    """Give the facets of a directory: FACETS, and one on the languages that somebody speaks there beside English."""
    codes = sorted({x.code for r in directory.resources for x in r.entry.languages} - {"en", "mul"})
    spoken = tuple(Option(c, f"value.language.{c}", ("languages",), frozenset({c}), frozenset()) for c in codes)
    return (*FACETS, Facet("language", spoken)) if spoken else FACETS


def answers(directory: Compiled, facet: Facet) -> tuple[list[str], dict[int, int]]:
    """Give the answers of one facet.

    The first list has a text for each option with one sign for each resource. The second tells, by the number of a
    resource, the last day on which its confirmed answers hold, in days since 1970-01-01.
    """
    until: dict[int, int] = {}
    columns, strict = [], facet.strict
    for option in facet.options:
        signs = []
        for number, resource in enumerate(directory.resources):
            sign, last = answer(resource, option, strict=strict)
            signs.append(sign)
            if sign == CONFIRMED:
                until[number] = min(last, until.get(number, last))
        columns.append("".join(signs).rstrip(UNKNOWN))
    return columns, until


def answer(resource: Resource, option: Option, *, strict: bool) -> tuple[str, int]:
    """Give the sign of one option for one resource, and the last day of its check as in `answers`, or 0."""
    name, values = _told(resource, option)
    walk_in = option.label == "facet.access.walk-in"
    if not values and not walk_in:
        return UNKNOWN, 0
    said = option.said(values)
    if walk_in and _responders_only(resource):
        said = "no"
    if said != "yes":
        return (NO if said == "no" else UNKNOWN), 0
    trust = resource.trust.get(name)
    if trust is not None and trust.verified is not None:
        last = date.fromisoformat(trust.verified.date) + timedelta(days=trust.limit_days)
        return CONFIRMED, (last - date(1970, 1, 1)).days
    return (UNKNOWN if strict else LISTED), 0


def _told(resource: Resource, option: Option) -> tuple[str, tuple[str, ...]]:
    """Give the first field of an option that is told, and its values."""
    for name in option.fields:
        if name == "languages":
            return name, tuple(language.code for language in resource.entry.languages)
        fact = resource.fact(name)
        if fact is not None:
            return name, _ages(fact.values[0], option) if name == "ages" else fact.values
    return option.fields[0], ()


def _ages(value: str, option: Option) -> tuple[str, ...]:
    """Give what an age from-to says of one span of ages: wholly inside is a yes, partly depends, outside is a no."""
    lowest, _, highest = value.partition("-")
    if not lowest.isdigit() and not highest.isdigit():
        return ()
    low, high = int(lowest or 0), int(highest or 120)
    first, last = _AGES[option.key]
    if low <= first and last <= high:
        return (option.key,)
    return ("no",) if last < low or high < first else ()


def _responders_only(resource: Resource) -> bool:
    fact = resource.fact("intake_for")
    return fact is not None and "responders-only" in fact.values
