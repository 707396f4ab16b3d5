"""Nothing about a person, no private mailbox, no door code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.check.finding import Finding
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

_BY_CODE = {
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
        Pattern(
            "the number of a patient",
            r"\bMRN\W{0,3}(?:no\.?|number|is)?\W{0,3}[A-Z]{0,3}\d{3,}",
            re.IGNORECASE,
            ("mrn",),
        ),
        Pattern(
            "a license plate",
            r"\bplates?(?: number| no\.?)?\W{1,3}(?=[A-Z -]{0,5}\d)[A-Z0-9]{2,4}[- ]?[A-Z0-9]{2,5}\b",
            re.NOFLAG,
            ("plate",),
        ),
        Pattern(
            "the number of a license",
            r"\b(?:driver'?s? )?licen[sc]e (?:no\.?|number|#)\W{0,3}(?:is )?[A-Z]{0,2}\d{4,}",
            re.IGNORECASE,
            ("driver", "licen"),
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
CODES = {pattern.what: code for code, patterns in _BY_CODE.items() for pattern in patterns}
PATTERNS = tuple(pattern for patterns in _BY_CODE.values() for pattern in patterns)


def personal(subject: Subject) -> Iterator[Finding]:
    """Refuse personal data anywhere in the file, remarks included."""
    text = subject.document.text
    for hit in scan(text, PATTERNS, subject.data):
        code = CODES[hit.what]
        yield Finding(code, (), f"{hit.text} ({hit.what})", _WANTED[code], spot=hit.spot)
