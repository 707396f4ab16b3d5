"""The stable codes of problems in directory/ files: each with a title and one plain sentence that says why.

E1xx reading, E2xx shape, E3xx meaning of one file, E4xx across files, E5xx safety and privacy, W6xx warnings. E7xx is
site_config/ (generator.config.codes). A code is never given to another problem.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.entry.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a code means: a title of a few words, one plain sentence why, and whether it stops a build."""

    title: str
    why: str
    severity: Severity


_READING = {
    "E101": ("File too big", "A small limit keeps every entry readable, and every check fast."),
    "E102": ("Not UTF-8", "In another encoding, letters such as ñ turn into other letters on some computers."),
    "E103": ("Odd character", "Characters that nobody can see, or that have two spellings, break search and links."),
    "E104": ("Not readable", "A small slip in the writing makes the rest of the file mean something else, or nothing."),
    "E105": ("Not an entry", "An entry is made of lines with a key, a colon and a value."),
    "E106": ("Line with %", "A line that begins with % gives orders to the reading program; an entry needs none."),
    "E107": ("Two entries in one file", "Each entry has a file of its own, because the file name is its address."),
    "E108": ("& or * before a value", "YAML takes these signs for copies of other values, so the text would be lost."),
    "E109": ("Too deep", "No field of an entry has that many levels; usually lines are indented by mistake."),
    "E110": ("Nothing there", "A key without a value says nothing; what nobody knows is left out."),
    "E111": ("Key twice", "Only one of the two would be used, and nobody would see which."),
    "E112": ("Key is not a word", "A key is one of the field names of the handbook, followed by a colon."),
    "E113": ("<< key", "It would copy lines from elsewhere, and a reader could not see what the entry says."),
    "E114": ("! before a value", "YAML takes the word after ! for a kind of value, so the text would be lost."),
    "E115": (
        "Words lost after #",
        "YAML takes everything after a blank and a # for a remark, so these words would be lost.",
    ),
    "E121": ("Not a plain file", "A link or a device can lead out of the directory."),
    "E122": ("A file that can be run", "An entry is text; a file that is marked as a program is refused."),
    "E124": ("Not a .yaml file", "Only entries belong into directory/; anything else could slip onto the site."),
}

_SHAPE = {
    "E201": ("Unknown key", "A misspelled key would be left out silently."),
    "E202": ("Key missing", "Without these few lines an entry cannot be shown or trusted."),
    "E203": ("No way to reach it", "An entry that can be neither called, opened nor visited helps nobody."),
    "E204": ("Not one of the words", "Search and filters understand only the listed words."),
    "E205": ("A list is wanted", "This field can hold several values, so it is always a list, even of one."),
    "E206": ("One text is wanted", "This field holds a single text or word."),
    "E207": ("Keys are wanted", "This field is made of named parts, each on its own line."),
    "E208": ("Too long or too short", "The length is what fits on a phone's screen or on a printed card."),
    "E209": ("Empty", "What nobody knows is left out; an empty value could be read as a no."),
    "E210": ("Not a phone number", "One way of writing makes every number work with one tap."),
    "E211": ("Not a date", "One way of writing dates, year first, cannot be misread."),
    "E212": ("Not a web address", "A link works only if it begins with https:// and has no blanks."),
    "E213": ("Wrong form", "The text is not written in the form that this field wants."),
    "E214": ("Twice in one list", "The same value twice says nothing more."),
    "E215": ("Too many", "A longer list would not be read; keep the most useful ones."),
    "E216": (
        "Line break or blanks",
        "A text is one line without blanks before or after it, so that it looks right everywhere.",
    ),
    "E217": (
        "Condition missing",
        "Conditional helps only with the condition; without it people make the trip for nothing.",
    ),
    "E218": ("A key needs another", "This key means something only together with the other one."),
}

_MEANING = {
    "E301": ("File name", "The file name is the page's address, which is printed and never changes."),
    "E302": ("Wrong folder", "An entry lies in the folder of its first service's group, so that people find it."),
    "E303": ("Unknown service", "Only services of site_config/taxonomy.yaml have a page and can be searched."),
    "E304": ("Hours not understood", "Hours are read by a program, so that the site can say what is open now."),
    "E305": ("Hours of another service", "Hours by service can only be those of services that the entry lists."),
    "E306": (
        "Nobody has this number",
        "No such number can exist in the United States; it is probably a slip of one digit.",
    ),
    "E307": ("Number abroad or with a fee", "Some area codes look American, but are abroad or cost the caller a lot."),
    "E308": ("Invented number", "Numbers from 555-0100 to 555-0199 are for films and tests; nobody answers them."),
    "E309": ("Unknown short number", "A short number works only if it is on the list of known ones."),
    "E310": ("Short number for calls", "Numbers of five or six digits take text messages only."),
    "E311": ("Same number twice", "Two lines with the same number make people call twice."),
    "E312": ("Unsafe web address", "Such addresses can lead somewhere else than they seem to."),
    "E313": ("Shortened link", "Nobody can see where a shortened link leads, and it can be changed later."),
    "E314": ("Tracking in the link", "Such parts tell others who clicked; the page opens without them."),
    "E315": ("Not a page for readers", "A source must be a page that every reader can open."),
    "E316": ("Invented web address", "Addresses such as example.org are for tests; no such page exists."),
    "E317": (
        "ZIP of another state",
        "The first three digits of a ZIP code belong to one state, so one of the two is wrong.",
    ),
    "E318": ("ZIP of another town", "The ZIP code lies too far from the town; one of the two is wrong."),
    "E319": ("Address outside the area", "Only entries that serve the whole state or nation may lie elsewhere."),
    "E320": ("Point outside the area", "A point far away is usually a slip in a digit or in a minus sign."),
    "E321": ("Point far from its ZIP", "The point and the ZIP code cannot both be right."),
    "E323": ("Date in the future", "Nobody can have read or checked something on a day that is still to come."),
    "E324": ("Ages that cannot be", "The youngest age cannot be above the oldest one, and nobody is older than 120."),
    "E325": (
        "Not the name of a field",
        "The list says which facts a source or check is about, by the names of their fields.",
    ),
    "E326": ("Unknown time zone", "Without a known time zone nobody can say what is open now."),
    "E327": ("Unknown language", "Languages are written as codes, so that a person can search for theirs."),
    "E328": ("Alert too long", "An alert is for a short time; what lasts belongs into the other fields."),
    "E329": ("Licensed code", "Codes of the 211 taxonomy need a license and must not be in this repository."),
    "E330": ("Unknown state", "A state is written as its two capital letters."),
    "E331": ("Contradiction", "Two answers of this entry cannot both be true; people would believe the wrong one."),
}

_ACROSS = {
    "E401": ("Id used twice", "Two pages would have the same address, and one would replace the other."),
    "E402": ("No such entry", "A reference to an entry that does not exist would be a dead end."),
    "E403": ("Points at itself", "An entry that sends people to itself is a dead end."),
    "E404": (
        "Line cannot be called",
        "A button beside 911, or a line for words of crisis, must reach somebody: a published entry with a phone.",
    ),
    "E405": ("Not ready to be live", "A site without the preview warning needs a phone check of every urgent entry."),
    "E406": ("Geocode outside the area", "A committed point far away means that the look-up found another place."),
    "E407": (
        "Geocode far from its ZIP",
        "A committed point far from the ZIP code means that the look-up found another place.",
    ),
    "E408": ("On the do-not-list", "This agency asked not to be listed, or a listing would put people in danger."),
    "E409": ("Change of no entry", "The register of changes names an entry that is not in the directory."),
}

_SAFETY = {
    "E501": (
        "Address of a secret place",
        "A confidential entry cannot hold an address, a point or a way to get there.",
    ),
    "E502": (
        "Looks like an address",
        "Nothing in a confidential entry may tell where the place is: git never forgets.",
    ),
    "E503": (
        "Address without leave",
        "Such an address is printed only with the written leave of those who run the place.",
    ),
    "E504": ("Telling file name", "The file name shows in the browser's history, where the wrong person may read it."),
    "E505": ("Geocode of a secret place", "The place of a confidential entry must never be looked up or written down."),
    "E506": ("Personal number", "Nothing about a person may be in this repository: git never forgets."),
    "E507": (
        "Case number",
        "A case, report or court number leads to a person, and nothing about a person may be here.",
    ),
    "E508": (
        "A person's initials",
        "With a little knowledge initials name a person, and nothing about a person may be here.",
    ),
    "E509": (
        "Private mailbox",
        "An address at a free mail provider belongs to a person, who may leave or be found by it.",
    ),
    "E510": ("Door code", "Codes and numbers that are only for staff or officers must never be public."),
    "E511": ("A person's name", "Roles are public, names and private numbers of staff and volunteers are not."),
}

_WARNINGS = {
    "W601": ("Old facts", "Numbers and hours change; somebody should call or look again."),
    "W602": ("Source without a date", "Nobody can say how old these facts are."),
    "W603": ("http instead of https", "Others can read and change what is sent over http; most sites also have https."),
    "W604": ("Foreign letters in the link", "Letters of other alphabets can make one address look like another."),
    "W605": ("Same phone, similar name", "Two entries for one place give people old and new facts side by side."),
    "W606": ("Same address, similar name", "Two entries for one place give people old and new facts side by side."),
    "W607": ("Middle of a town or ZIP", "Such a point means that the address was not found; it may be miles off."),
    "W608": ("Word that hurts", "Some words make people feel judged and stay away."),
    "W609": ("Hard to read", "Half of all adults read at school level; short sentences help everybody under stress."),
    "W610": ("Alert is over", "An alert that has ended is no longer shown and can be deleted."),
    "W611": ("Points at a closed entry", "People would be sent to a place that is gone or not published."),
    "W612": ("Checked, but not there", "A source or check names a field that this entry does not have."),
    "W613": ("Closed without a word", "Who finds a closed place needs to know why, for how long, or where to go."),
    "W614": ("Perhaps a person's name", "Roles are public, names of volunteers and staff are not."),
    "W615": ("Almost the same host", "Two web hosts that differ by one letter are usually a slip, sometimes a fake."),
    "W616": ("Geocode without an entry", "The entry was removed or renamed, and its point was left behind."),
    "W617": ("Markup in a text", "Texts are shown as they stand, so visitors would see these signs."),
    "W618": ("Letters of two alphabets", "A letter of another alphabet looks right, and no search finds the word."),
    "W619": ("Town of another ZIP", "The ZIP code belongs to another town; perhaps one of the two is a slip."),
    "W620": ("Unknown town", "No town of the area has this name; it is probably misspelled."),
    "W621": ("Number for officers", "Numbers that only officers may have must never be public: git never forgets."),
    "W622": ("Free places counted", "What is free changes every hour, and a count of yesterday sends people in vain."),
    "W623": ("Map, not free places", "This link must lead to a page that says what is free now."),
    "W624": ("Number in a text", "A number in a text cannot be tapped, and is forgotten when the number changes."),
    "W625": ("Home page as a source", "A home page changes, and nobody can find these facts there again."),
    "W626": ("Two points of one place", "The point of the entry and that of its address are far apart; one is wrong."),
    "W627": ("One point, two streets", "Two streets cannot be at the same spot; a point was probably copied."),
}  # fmt: skip


def _explained(*tables: Mapping[str, tuple[str, str]]) -> dict[str, Explanation]:
    kinds = {"E": Severity.ERROR, "W": Severity.WARNING}
    return {code: Explanation(*words, kinds[code[0]]) for table in tables for code, words in table.items()}


CODES: Mapping[str, Explanation] = MappingProxyType(_explained(_READING, _SHAPE, _MEANING, _ACROSS, _SAFETY, _WARNINGS))
"""Every code of this module, in ascending order."""


def severity(code: str) -> Severity:
    """Whether a code is an error or a warning; codes of other tables are told by their first letter."""
    return Severity.WARNING if code.startswith("W") else Severity.ERROR
