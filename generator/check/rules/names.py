"""Names of people: nobody is named here, neither who answers nor who checked, because people leave and are found."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.check.finding import Finding
from generator.check.guess import word_set
from generator.check.subject import block_at, blocks_of, text_at
from generator.check.text_scan import Pattern, scan_with, spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.check.subject import Subject
    from generator.check.text_scan import Span

FIRST_NAMES = word_set(
    "adam albert alex alice amanda amy andrea andrew angela anna anthony arthur ashley barbara benjamin betty beverly "
    "brandon brenda brian bruce carl carlos carol catherine charles cheryl christina christine christopher cindy "
    "cynthia daniel david deborah debra denise dennis diana diane donald donna dorothy douglas edward elizabeth emily "
    "emma eric eugene evelyn frances gary george gerald gloria gregory hannah harold heather helen henry jack jacob "
    "jacqueline james jane janet janice jason jean jeffrey jennifer jeremy jerry jesse jessica joan joe john jonathan "
    "jose joseph joshua joyce juan judith judy julia julie justin karen katherine kathleen keith kelly kenneth kevin "
    "kimberly larry laura lauren linda lisa louis margaret maria marie marilyn martha mary matthew megan melissa "
    "michael michelle mike nancy nathan nicholas nicole olivia pamela patricia patrick paul peter philip rachel "
    "rebecca richard robert roger ronald roy russell ruth ryan samantha samuel sandra sara sarah scott sean sharon "
    "shirley sophia stephanie stephen steven susan teresa theresa thomas tim timothy tyler victoria vincent walter "
    "wayne william zachary"
)
"""First names that are no ordinary words. Source: the most frequent ones of the Census of 1990."""

ROLE_WORDS = word_set(
    "admin administrator advocate agency assistant associate board caller care case center chair charge chief city "
    "clerk clinic clinical committee community coordinator counselor county crisis deputy desk director editor "
    "executive first front health help house intake lead liaison line local manager medical member navigator night "
    "nurse office officer operations outreach partner peer person pharmacy phone program project provider public "
    "receptionist recovery referral resource responder service services shelter shift site social specialist staff "
    "supervisor support team volunteer worker"
)
"""Words of roles, of which a name has none."""

ORGANIZATIONS = ROLE_WORDS | word_set(
    "academy aid alcoholics alliance alone america american anonymous army association authority back base behavioral "
    "bragg bureau campus cares catholic central chapel charities church coalition college company connections council "
    "counseling court courthouse creek cumberland department detention district division emergency family "
    "fayetteville fear food fort foundation friends fund group guard guidance hall harbor home homes hospital hotline "
    "housing inc information institute jail justice kitchen legal library lifeline living magistrate management mercy "
    "ministries ministry mission mobile naloxone national network never north now on our pantry place poison police "
    "post prevention ready red rescue response safe safety salvation school security sheriff society solutions state "
    "station street systems text the trans transit treatment trust unit united university urban use va valley "
    "veterans walk warmline welcome west women works"
)
"""Words that stand in the names of organizations and places, and words that only begin a sentence."""

_NAME = r"[A-Z][A-Za-z'\u2019-]*[a-z]"
_NAMES = rf"({_NAME} (?:[A-Z]\. )?(?:{_NAME} ){{0,2}}{_NAME})"
TITLED = Pattern(
    "a person's name",
    rf"\b(?:(?:Mrs?|Ms|Sgt|Lt|Cpl|Capt|Det|Rev)\b\.?|Detective|Deputy|Pastor|Reverend|Nurse|Officer) ({_NAME})",
    re.NOFLAG,
    ("mr", "ms", "sgt", "lt", "cpl", "capt", "det", "rev", "deputy", "pastor", "nurse", "officer"),
)
ASKED = Pattern("a person's name", rf"\b(?i:ask(?:ing)? for) {_NAMES}", re.NOFLAG, ("ask",))
CALLED = Pattern(
    "a person's name",
    rf"\b(?i:call|contact|text|see|e-?mail|reach|(?:speak|talk) (?:to|with)) {_NAMES}",
    re.NOFLAG,
    ("call ", "contact ", "text ", "see ", "email ", "e-mail ", "reach ", "speak ", "talk "),
)
PRIVATE = (
    Pattern(
        "a private number",
        rf"\b(?i:call|text|ask for|reach) {_NAME} (?:at|on) (?:his|her|their|my)\b",
        re.NOFLAG,
        ("call ", "text ", "ask for ", "reach "),
    ),
    Pattern(
        "a private number",
        r"\b(?:my|his|her) (?:cell|mobile|personal|home|own|direct) ?(?:phone|number|line)?\W{0,3}\d{3}\b",
        re.IGNORECASE,
        ("my ", "his ", "her "),
    ),
)
PERHAPS = "perhaps a person's name"
ROLE = re.compile(
    r"(?:(?:Dr|Mr|Mrs|Ms|Rev|Sgt|Lt|Capt|Chief|Officer|Pastor)\.? )?[A-Z][a-z]+(?: [A-Z]\.)?(?: [A-Z][a-z]+){1,2}"
)
_WANTED = "a role, such as  the front desk;  never a name or a private number: people leave, and people are found"


def people(subject: Subject) -> Iterator[Finding]:
    """Refuse names and private numbers of people, remarks included; tell two words that may be a name."""
    own = f"{text_at(subject.data, 'name')} {text_at(subject.data, 'organization')}"
    for hit in scan_with(subject.document.text, subject.data, lambda text: _spans(text, own)):
        if hit.what == PERHAPS:
            yield Finding("W614", (), hit.text, "a role or an organization; never a name", spot=hit.spot)
        else:
            yield Finding("E511", (), f"{hit.text} ({hit.what})", _WANTED, spot=hit.spot)


def roles(subject: Subject) -> Iterator[Finding]:
    """Refuse a role that is a person's name."""
    told = [((*path, "role"), text_at(block, "role")) for path, block in blocks_of(subject.data, "verified")]
    told.append((("address_release", "by_role"), text_at(block_at(subject.data, "address_release"), "by_role")))
    told.append((("handoff", "answers"), text_at(block_at(subject.data, "handoff"), "answers")))
    for path, text in told:
        if is_name(text):
            wanted = "a role in small letters, such as  directory volunteer;  never a name"
            yield Finding("E511", path, text, wanted)


def is_name(text: str) -> bool:
    """Whether a text that is to be a role is a person's name."""
    words = {word.lower().strip(".,") for word in text.split()}
    return first_name(text) or bool(ROLE.fullmatch(text) and not ROLE_WORDS & words)


def first_name(text: str) -> bool:
    """Whether a frequent first name stands in a text."""
    return bool({word.lower().strip(".,") for word in text.split()} & FIRST_NAMES)


def _spans(text: str, own: str) -> Iterator[Span]:
    plain = text.lower()
    for found in TITLED.matches(text, plain):
        if found[1].lower() not in ORGANIZATIONS:
            yield found.start(), found.end(), TITLED.what
    for found in ASKED.matches(text, plain):
        if not _organization(found[1]):
            yield found.start(), found.end(), ASKED.what
    for found in CALLED.matches(text, plain):
        if not _organization(found[1]):
            known = found[1].split()[0].lower() in FIRST_NAMES
            if known or found[1] not in own:
                yield found.start(), found.end(), CALLED.what if known else PERHAPS
    yield from spans(text, PRIVATE, plain)


def _organization(words: str) -> bool:
    return any(word in ORGANIZATIONS for word in words.lower().split())
