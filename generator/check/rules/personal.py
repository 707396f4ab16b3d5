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
_PEOPLE = "client participant patient resident caller victim suspect inmate guest member subject offender"
_PERSON = _PEOPLE.replace(" ", "|")
_FREE = (
    "aol|bellsouth|comcast|earthlink|embarqmail|fastmail|gmail|gmx|googlemail|hotmail|icloud|live|mac|mail|me|msn"
    "|outlook|pm|proton|protonmail|rocketmail|tutanota|verizon|yahoo|yandex|ymail|zoho"
)
_COURTS = r"(?:CRS?|CVD|CVS|IFS|JA|JB)\s?\d{4,6}\b"
_COURT_STARTS = ("cr", "cv", "if", "ja", "jb")
_CASES = "case incident docket report citation booking inmate warrant court police medical"

_PATTERNS = {
    "E506": (
        Pattern(
            "a date of birth",
            rf"\b(?:d\.?o\.?b\.?|date of birth|born(?: on)?|birthday)\W{{0,4}}(?:{_DATE})",
            re.IGNORECASE,
            ("dob", "d.o.b", "date of birth", "born", "birthday"),
        ),
        Pattern("a Social Security number", r"(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])", re.NOFLAG, ("-",), 3),
        Pattern(
            "a Social Security number",
            r"\b(?:ssn|social security (?:no\.?|number|#))\W{0,4}\d{3}",
            re.IGNORECASE,
            ("ssn", "social security"),
        ),
    ),
    "E507": (
        Pattern(
            "the number of a case",
            r"\b(?:case|incident|docket|report|citation|booking|inmate|warrant|court file|police report|medical record)"
            r"\s*(?:id|no\.?|nr\.?|number|num\.?|#)\s*:?\s*#?\s*[A-Z]{0,4}[- ]?\d[\w-]{2,}",
            re.IGNORECASE,
            tuple(_CASES.split()),
        ),
        Pattern("the number of a court case", rf"\b\d{{2}} {_COURTS}", re.NOFLAG, _COURT_STARTS, 3),
        Pattern("the number of a court case", rf"\b\d{{2}}{_COURTS}", re.NOFLAG, _COURT_STARTS, 2),
    ),
    "E508": (
        Pattern(
            "a person's initials",
            rf"\b(?:{_PERSON}|{_PERSON.title()})s?\s+(?:[A-Z]\.(?:\s?[A-Z]\.)*|[A-Z][a-z]+\s+[A-Z]\.)(?!\w)",
            re.NOFLAG,
            tuple(_PEOPLE.split()),
        ),
    ),
    "E509": (Pattern("a private mailbox", rf"@(?:{_FREE})\.(?:com|net|org|me|ru|de|co\.uk)\b", re.IGNORECASE),),
    "E510": (
        Pattern(
            "a door code",
            r"\b(?:door|gate|entry|access|key\s?pad|lock\s?box|alarm)\s*(?:code|pin)\b\W{0,4}(?:is\W{1,3})?[#*]?\d{3,}",
            re.IGNORECASE,
            ("door", "gate", "entry", "access", "key", "lock", "alarm"),
        ),
    ),
}
_WANTED = {
    "E506": "nothing about any person: delete it before you send this file",
    "E507": "nothing that leads to a person: delete it before you send this file",
    "E508": "nothing about any person, not even initials: delete it before you send this file",
    "E509": "a mailbox of the organization's own domain, or none",
    "E510": "nothing that is only for staff: delete it before you send this file",
}
_CODES = {pattern.what: code for code, patterns in _PATTERNS.items() for pattern in patterns}
_ALL = tuple(pattern for patterns in _PATTERNS.values() for pattern in patterns)
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
    for hit in scan(text, _ALL, subject.data):
        code = _CODES[hit.what]
        yield Finding(code, (), f"{hit.text} ({hit.what})", _WANTED[code], spot=hit.spot)


def roles(subject: Subject) -> Iterator[Finding]:
    """Tell a role that looks like a person's name."""
    told = [((*path, "role"), text_at(block, "role")) for path, block in blocks_of(subject.data, "verified")]
    release = block_at(subject.data, "address_release")
    for path, text in (*told, (("address_release", "by_role"), text_at(release, "by_role"))):
        if _NAME.fullmatch(text) and not _ROLE_WORDS & {word.lower().strip(".") for word in text.split()}:
            yield Finding("W614", path, text, "a role, such as  directory volunteer;  never a name")
