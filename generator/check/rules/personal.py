"""Nothing about a person, no private mailbox, no door code; names of roles, not of people."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.check.finding import Finding
from generator.check.guess import word_set
from generator.check.subject import block_at, blocks_of, text_at
from generator.check.text_scan import Pattern, scan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.check.subject import Subject

_DATE = r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\w{3,9}\.? \d{1,2},? \d{4}"
_PERSON = r"client|participant|patient|resident|caller|victim|suspect|inmate|guest|member|subject|offender"
_FREE = (
    "aol|bellsouth|comcast|earthlink|embarqmail|fastmail|gmail|gmx|googlemail|hotmail|icloud|live|mac|mail|me|msn"
    "|outlook|pm|proton|protonmail|rocketmail|tutanota|verizon|yahoo|yandex|ymail|zoho"
)

_PATTERNS = {
    "E506": (
        Pattern(
            "a date of birth", rf"\b(?:d\.?o\.?b\.?|date of birth|born(?: on)?|birthday)\b\W{{0,4}}(?:{_DATE})", re.I
        ),
        Pattern("a Social Security number", r"(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])"),
        Pattern("a Social Security number", r"\b(?:ssn|social security (?:no\.?|number|#))\W{0,4}\d{3}", re.IGNORECASE),
    ),
    "E507": (
        Pattern(
            "the number of a case",
            r"\b(?:case|incident|docket|report|citation|booking|inmate|warrant|court file|police report|medical record)"
            r"\s*(?:id|no\.?|nr\.?|number|num\.?|#)\s*:?\s*#?\s*[A-Z]{0,4}[- ]?\d[\w-]{2,}",
            re.IGNORECASE,
        ),
        Pattern("the number of a case", r"\b(?:case|incident|docket)\s*#\s*\w*\d\w*", re.IGNORECASE),
        Pattern("the number of a court case", r"\b\d{2}\s?(?:CRS?|CVD|CVS|IFS|JA|JB|SP)\s?\d{4,6}\b"),
    ),
    "E508": (
        Pattern("a person's initials", rf"\b(?:{_PERSON}|{_PERSON.title()})s?\s+[A-Z]\.(?:\s?[A-Z]\.)*(?!\w)"),
        Pattern("a person's initials", rf"\b(?:{_PERSON}|{_PERSON.title()})\s+[A-Z][a-z]+\s+[A-Z]\.(?!\w)"),
    ),
    "E509": (Pattern("a private mailbox", rf"[\w.+-]+@(?:{_FREE})\.(?:com|net|org|me|ru|de|co\.uk)\b", re.IGNORECASE),),
    "E510": (
        Pattern(
            "a door code",
            r"\b(?:door|gate|entry|access|key\s?pad|lock\s?box|alarm)\s*(?:code|pin)\b\W{0,4}(?:is\W{1,3})?[#*]?\d{3,}",
            re.IGNORECASE,
        ),
    ),
}
_ANY = re.compile(
    r"@|\d{3}-\d{2}-\d{4}|born|birth|d\.?o\.?b|ssn|social sec|#|\bn(?:o\.?|r\.?|um)|\b(?:code|pin)\b|\bid\b"
    rf"|\d{{2}}\s?(?:CR|CV|IF|J[AB]|SP)|(?:{_PERSON})s?\s+[A-Z]",
    re.IGNORECASE,
)
_WANTED = {
    "E506": "nothing about any person: delete it",
    "E507": "nothing that leads to a person: delete it",
    "E508": "nothing about any person, not even initials: delete it",
    "E509": "a mailbox of the organization's own domain, or none",
    "E510": "nothing that is only for staff: delete it",
}
_NAME = re.compile(
    r"(?:(?:Dr|Mr|Mrs|Ms|Rev|Sgt|Lt|Capt|Chief|Officer|Pastor)\.? )?[A-Z][a-z]+(?: [A-Z]\.)?(?: [A-Z][a-z]+){1,2}"
)
_ROLE_WORDS = word_set(
    "admin administrator advocate agency assistant associate board caller care case center chair charge chief city "
    "clerk clinic clinical committee community coordinator counselor county crisis deputy desk director editor "
    "executive first front health help house intake lead liaison line local manager medical member navigator night "
    "nurse office officer operations outreach partner peer person pharmacy phone program project provider public "
    "receptionist recovery referral resource responder service services shelter shift site social specialist staff "
    "supervisor support team volunteer worker"
)


def personal(subject: Subject) -> Iterator[Finding]:
    """Refuse personal data anywhere in the file, remarks included."""
    text = subject.document.text
    if not _ANY.search(text) and "\\" not in text:
        return
    for code, patterns in _PATTERNS.items():
        for hit in scan(text, patterns, subject.data):
            yield Finding(code, (), hit.text, f"{_WANTED[code]} ({hit.what})", spot=hit.spot)


def roles(subject: Subject) -> Iterator[Finding]:
    """Tell a role that looks like a person's name."""
    told = [((*path, "role"), text_at(block, "role")) for path, block in blocks_of(subject.data, "verified")]
    release = block_at(subject.data, "address_release")
    for path, text in (*told, (("address_release", "by_role"), text_at(release, "by_role"))):
        if _NAME.fullmatch(text) and not _ROLE_WORDS & {word.lower().strip(".") for word in text.split()}:
            yield Finding("W614", path, text, "a role, such as  directory volunteer;  never a name")
