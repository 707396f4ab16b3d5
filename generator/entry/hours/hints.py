"""The sentences an hours text is refused with: each says to a volunteer what to write instead."""

import re
from typing import Final

from generator.entry.hours.model import MONTHS, WEEKDAYS
from generator.entry.hours.words import HOLIDAY_WORDS, OFF_WORDS, month_of, ordinal_of, weekdays_of

TOO_LONG: Final = "This text is too long: keep the regular week and the exceptions, and put the rest in the summary."
UNPRINTABLE: Final = "Write hours on one line, without tabs or invisible characters."
EMPTY_RULE: Final = "Hours are expected here: write them, or take away the extra semicolon or space."
NO_TIMES: Final = "Say the times, like 09:00-17:00, or write unknown if nobody knows them."
OPEN_WITHOUT_TIMES: Final = (
    "Say the times before open, like 09:00-17:00; if nobody knows them, write unknown in place of open."
)
OFF_WITH_TIMES: Final = "off closes the whole day: write the times it is open on that day instead."
OFF_WITH_WORDS: Final = "off takes no words in quotes: leave them out here, and put the reason in an alert."
NO_DAYS: Final = "Say which days: Mo-Fr for weekdays, or Mo-Su for every day."
BARE_OPEN: Final = "Leave out the word open: times alone mean open."
LATE_ALWAYS: Final = "24/7 comes first: write it at the start, and the exceptions after it."
ALWAYS_NOT: Final = "24/7 means always open: write unknown alone if that is what you mean."
DATED_HOLIDAY: Final = "PH goes with weekdays only: write holidays within a season as single dates."
DATED_NTH: Final = (
    "Dates and a numbered weekday go together one by one, like Nov-Mar We[1] 09:00-12:00; Nov-Mar We[3] 09:00-12:00."
)
EVERY_DAY: Final = "Every day of the week includes public holidays: leave PH out."
NTH_RANGE: Final = "Give each day its own number, like We[3],Th[3]: a number cannot stand on a range of days."
SAME_DAY: Final = "A range needs two different days: write one day alone."
NTH: Final = "In brackets write which one of the month: 1 to 5, or -1 for the last, like Tu[2,4] or Fr[-1]."
TIMES_ORDER: Final = "Write the times of a day from early to late, and join the ones that touch or overlap."
NO_SUCH_TIME: Final = "Times go from 00:00 to 24:00; after midnight the clock starts again, like 20:00-02:00."
SAME_TIME: Final = "The two times are the same: write 00:00-24:00 for the whole day."
NINE_TO_FIVE: Final = (
    "These hours run through the night: write 13:00 to 23:00 for the afternoon and evening. "
    "If it really is open past midnight, write both parts, like 00:00-02:00,06:00-24:00."
)
OPEN_QUOTE: Final = 'Close the words with a second quote mark ("), and leave quote marks out of the words.'
EMPTY_COMMENT: Final = "Write some words between the quotes, or take the quotes away."
NO_SUCH_DATE: Final = "There is no such date: look at a calendar."
LEAP_DAY: Final = "February 29 needs a year, like 2028 Feb 29; without a year end in Feb 28 or start in Mar 01."
DATE_FORM: Final = "Write a date as Dec 25, or 2026 Dec 25 with a year, always with two digits for the day."
YEAR_ALONE: Final = "A year needs a month and a day, like 2026 Jan 01-2026 Dec 31."
RANGE_YEARS: Final = "Write both ends of a date range in full, like 2026 Nov 26-2026 Nov 27 or Nov 26-Nov 27."
RANGE_MIX: Final = "Write all of it as months (Nov-Mar) or all of it as dates (Nov 15-Mar 15)."
RANGE_ORDER: Final = "The range ends before it starts, or has only one day."
COVERED: Final = (
    "A later part covers all of this one, so it would never count: put the general part first, or join the two."
)
ORDER: Final = "Exceptions come after the regular week: a later part would cancel some days of this one."
NIGHT: Final = (
    "The next day has its own hours, which would cut this night off at midnight: give each day its own hours."
)

_TIME: Final = "Write times with four digits on the 24-hour clock, like 09:00-17:00."
_WEEKDAY: Final = "Write weekdays with two letters: Mo Tu We Th Fr Sa Su."
_MONTH: Final = "Write months with three letters, a capital first: Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec."
HOLIDAY: Final = "Write PH for public holidays; weekdays come before it, joined by a comma, like Mo-Fr,PH."
_OFF: Final = "Write off for closed."
_WORDS: Final = 'Write unknown before words in quotes, like unknown "by appointment", or open after times.'
_DASH: Final = "Write ranges with the short dash of the keyboard (-)."
_SPACES: Final = "One space between days and times, none around a dash or a comma, and one after a semicolon."
_NOT_USED: Final = 'This kind of rule is not used here: say it in words, like unknown "first week of the month".'
_AND: Final = "Start each new group of days after a semicolon, like Mo-Fr 09:00-17:00; Sa 10:00-14:00."
_CLOSING: Final = 'Say when it closes; if nobody knows, write unknown "from 17:00, closing time not known".'
_NUMBER: Final = "Write times like 09:00-17:00 and dates like Dec 25."
_ORDER_OF_PARTS: Final = "Write dates first, then weekdays, then times, then open, off or unknown."
_ALWAYS: Final = "Write 24/7 for always open, and 00:00-24:00 for a whole day."
_ANY: Final = 'Only days, times, off, open "words" and unknown "words" go here.'

_NOT_USED_WORDS: Final = frozenset({"week", "year", "easter", "sh", "sunrise", "sunset", "dawn", "dusk"})
_PARTS: Final = frozenset({*WEEKDAYS, *MONTHS, "PH", "open", "off", "unknown"})
"""Words of the subset: where one of them cannot stand, the order of the parts is wrong."""


def wanted(seen: str, before: str) -> str:
    """Give the sentence for a word (`seen`) that cannot stand here, after the text `before`."""
    word = re.match(r"[A-Za-z]+", seen)
    if seen.startswith('"'):
        return _WORDS
    if re.search(r"[\u2010-\u2015\u2212]", seen):
        return _DASH
    if not seen or seen[0] in " ;-" or before.endswith((" -", ", ")):
        return _SPACES
    if "||" in seen:
        return _NOT_USED
    if word:
        return _letters(word[0])
    return _digits(seen) if seen[0].isdigit() else _marks(seen)


def _letters(word: str) -> str:
    lower = word.lower()
    if word in _PARTS:
        return _ORDER_OF_PARTS
    for words, sentence in (
        (_NOT_USED_WORDS, _NOT_USED),
        (OFF_WORDS, _OFF),
        ({"always"}, _ALWAYS),
        ({"noon", "midnight"}, _TIME),
        (HOLIDAY_WORDS, HOLIDAY),
    ):
        if lower in words:
            return sentence
    if ordinal_of(lower):
        return NTH
    if weekdays_of(lower):
        return _WEEKDAY
    return _MONTH if month_of(lower) else _ANY


_DIGITS: Final = (
    (r"\d\d:\d\d(-\d\d:\d\d)?\+", _CLOSING),
    (r"\d\d:\d\d-\d\d:\d\d/", _NOT_USED),
    (r"\d\d:\d\d-\d\d:\d\d,?$", _ORDER_OF_PARTS),
    (r"24(h|/7)?(?![\d:-])", _ALWAYS),
    (r"\d(st|nd|rd|th)", NTH),
    (r"(20\d\d|\d{4}-\d\d?-\d\d?|\d\d?/\d\d?(/\d+)?)$", DATE_FORM),
    (r"\d\d?$", _NUMBER),
)


def _digits(seen: str) -> str:
    return next((sentence for pattern, sentence in _DIGITS if re.match(pattern, seen)), _TIME)


def _marks(seen: str) -> str:
    if seen[0] == "+":
        return _CLOSING
    return _AND if seen[0] == "," else _ANY
