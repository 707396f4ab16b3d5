"""What a county has published about LEAD, typed: what officers and neighbors read. Read by `lead_read`.

None, everywhere here, means "not published": the pages say so, and nothing stands in for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Door(StrEnum):
    """A way into LEAD. Sites differ, so the open doors are a setting and never assumed."""

    ARREST = "arrest"
    SOCIAL_CONTACT = "social-contact"
    COMMUNITY = "community"


class Topic(StrEnum):
    """What a legal note is about."""

    SYRINGE_CARD = "syringe-card"
    GOOD_SAMARITAN = "good-samaritan"
    TEST_STRIPS = "test-strips"
    CUSTODY_ORDER = "custody-order"


@dataclass(frozen=True, slots=True)
class Proof:
    """Where a text was read or who said it: `as_of` is YYYY, YYYY-MM or YYYY-MM-DD, `reviewed_by` a role.

    `link` is a public page. `link` and `reviewed_by` are empty where there is none.
    """

    source: str
    as_of: str
    link: str = ""
    reviewed_by: str = ""


@dataclass(frozen=True, slots=True)
class LeadLine:
    """The number that reaches LEAD: ten digits as 910-555-0100. What is None is unknown.

    `hours` is OSM `opening_hours` text, `answered_by` a role ("a case manager"), `after_hours` one sentence
    on what to do when nobody answers. A line whose hours are known may have a number that is not published.
    """

    number: str | None
    hours: str | None = None
    answered_by: str | None = None
    after_hours: str | None = None


@dataclass(frozen=True, slots=True)
class Script:
    """Words with which an officer offers help: open, without the name of a service, and free to be turned down."""

    say: tuple[str, ...]
    proof: Proof


@dataclass(frozen=True, slots=True)
class LocalList:
    """A list that somebody owns: a checklist or what to write. It is static text; nothing computes with it."""

    items: tuple[str, ...]
    owner: str
    proof: Proof


@dataclass(frozen=True, slots=True)
class CustodyExam:
    """Where the local crisis plan has the first exam under a custody order.

    `sites` are ids of entries in the order of the plan. `medical` says what comes first in a medical emergency,
    `otherwise` what to do where no site can; both are empty where the plan does not say.
    """

    plan: str
    sites: tuple[str, ...]
    proof: Proof
    medical: str = ""
    otherwise: str = ""


@dataclass(frozen=True, slots=True)
class LegalNote:
    """One law that officers meet. `text` is shown only with a reviewer; `ask` is the entry that can say more."""

    topic: Topic
    statute: str
    link: str
    proof: Proof
    text: str = ""
    ask: str = ""


@dataclass(frozen=True, slots=True)
class Emergency:
    """General signs for which to call 911."""

    signs: tuple[str, ...]
    proof: Proof


@dataclass(frozen=True, slots=True)
class Referral:
    """How somebody who is not an officer refers here: steps, what happens then, the program's own form.

    `name_needed` is whether the person's name has to be known; None where that is not published.
    """

    how: tuple[str, ...]
    next: tuple[str, ...] = ()
    form: str = ""
    name_needed: bool | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """Who has one part in LEAD here: a role, its organization, and what it does."""

    role: str
    organization: str
    does: str


@dataclass(frozen=True, slots=True)
class Lead:
    """What an adopter has published about LEAD.

    `doors` is empty where nobody has confirmed them. `source`, `as_of` and `reviewed_by` vouch for line, doors,
    referral and parts; each other block has a proof of its own. `notice` stands above everything on the pages.
    """

    line: LeadLine | None = None
    doors: tuple[Door, ...] = ()
    source: str | None = None
    as_of: str | None = None
    reviewed_by: str | None = None
    notice: str = ""
    script: Script | None = None
    checklist: LocalList | None = None
    paperwork: LocalList | None = None
    custody_exam: CustodyExam | None = None
    legal_notes: tuple[LegalNote, ...] = ()
    emergency: Emergency | None = None
    referral: Referral | None = None
    parts: tuple[Part, ...] = ()

    @property
    def dates(self) -> tuple[str, ...]:
        """The dates of all sources, each YYYY, YYYY-MM or YYYY-MM-DD."""
        blocks = (self.script, self.checklist, self.paperwork, self.custody_exam, self.emergency, *self.legal_notes)
        return (*((self.as_of,) if self.as_of else ()), *(block.proof.as_of for block in blocks if block))
