"""What an hours text says, and what somebody who writes another one is told."""

import pytest

from generator.entry.hours import (
    MAX_LENGTH,
    CalendarDay,
    DateRange,
    HoursError,
    NthDay,
    Rule,
    Span,
    parse,
    write_rules,
)

WEEKDAYS = (0, 1, 2, 3, 4)
NINE_TO_FIVE = (Span(540, 1020),)

READ = {
    "Mo-Fr 09:00-17:00": Rule(days=WEEKDAYS, spans=NINE_TO_FIVE),
    "Sa-Mo 09:00-17:00": Rule(days=(0, 5, 6), spans=NINE_TO_FIVE),
    "Mo,We,Fr 09:00-12:00,13:00-17:00": Rule(days=(0, 2, 4), spans=(Span(540, 720), Span(780, 1020))),
    "Fr 20:00-02:00": Rule(days=(4,), spans=(Span(1200, 1560),)),
    "Fr 20:00-24:00": Rule(days=(4,), spans=(Span(1200, 1440),)),
    "Fr 20:00-00:00": Rule(days=(4,), spans=(Span(1200, 1440),)),
    "24/7": Rule(spans=(Span(0, 1440),)),
    '24/7 open "ring at night"': Rule(spans=(Span(0, 1440),), comment="ring at night"),
    "Tu[2,4],Fr[-1] 09:00-17:00": Rule(nth=(NthDay(1, 2), NthDay(1, 4), NthDay(4, -1)), spans=NINE_TO_FIVE),
    "Tu[-1,2] 09:00-17:00": Rule(nth=(NthDay(1, 2), NthDay(1, -1)), spans=NINE_TO_FIVE),
    "Mo-Fr,PH 09:00-17:00": Rule(days=WEEKDAYS, holiday=True, spans=NINE_TO_FIVE),
    "PH off": Rule(holiday=True, state="off"),
    "Dec 25 off": Rule(dates=(DateRange(CalendarDay(12, 25), CalendarDay(12, 25)),), state="off"),
    "2026 Nov 26-2026 Nov 27 off": Rule(
        dates=(DateRange(CalendarDay(11, 26, 2026), CalendarDay(11, 27, 2026)),), state="off"
    ),
    "Nov-Feb Mo-Fr 09:00-17:00": Rule(
        dates=(DateRange(CalendarDay(11, 1), CalendarDay(2, 29)),), days=WEEKDAYS, spans=NINE_TO_FIVE
    ),
    'unknown "white flag nights only"': Rule(state="unknown", comment="white flag nights only"),
    'Sa 10:00-12:00 unknown "a; b, 9:00"': Rule(
        days=(5,), spans=(Span(600, 720),), state="unknown", comment="a; b, 9:00"
    ),
    "Mo-Fr unknown": Rule(days=WEEKDAYS, state="unknown"),
}


@pytest.mark.parametrize(("text", "rule"), READ.items(), ids=READ)
def test_a_rule_reads_as_its_parts(text: str, rule: Rule) -> None:
    """Each way of writing in the grammar gives the values it stands for."""
    assert parse(text).rules == (rule,)


def test_rules_keep_their_order_and_their_place() -> None:
    """Rules come in the order of the text, and say where in it they stand."""
    text = "Mo-Fr 09:00-17:00;Sa 10:00-12:00; PH off"
    places = [text[rule.offset : rule.offset + rule.length] for rule in parse(text).rules]
    assert places == ["Mo-Fr 09:00-17:00", "Sa 10:00-12:00", "PH off"]


def test_rules_are_written_in_one_way() -> None:
    """Writing rules puts days in order and times on the clock."""
    assert write_rules(parse("Fr,Sa,Su,Mo 20:00-00:00;Dec 25 off").rules) == "Mo,Fr-Su 20:00-24:00; Dec 25 off"


# Each pair: what is listed for a place of the first directory, and how its hours are written.
LISTED = {
    "Tue, Thu 12:00-16:00 (Raleigh headquarters)": 'Tu,Th 12:00-16:00 open "Raleigh headquarters"',
    "Mon, Tue, Wed, Fri 08:00-17:00; Thu 10:00-19:00": "Mo-We,Fr 08:00-17:00; Th 10:00-19:00",
    "24 hours a day, 7 days a week": "24/7",
    "24 hours a day, 365 days a year": "24/7",
    "24 hours a day": "24/7",
    "24-hour crisis line": "24/7",
    "Mon-Fri 09:00-17:00; showers and laundry 09:00-14:30; lunch 11:30-13:00": (
        'Mo-Fr 09:00-17:00 open "showers and laundry until 14:30, lunch 11:30 to 13:00"'
    ),
    "Warming center when activated 08:30-18:00": 'Mo-Su 08:30-18:00 unknown "warming center, only when activated"',
    "Intake 17:30-21:00 on activated nights": 'Mo-Su 17:30-21:00 unknown "on activated nights only"',
    "Tue-Thu 09:00-15:00 (2020)": "Tu-Th 09:00-15:00",
    "Mon-Fri 08:30-17:00; applications every 3rd Wednesday 09:00-17:00 online": "Mo-Fr 08:30-17:00",
    "applications every 3rd Wednesday 09:00-17:00 online": 'We[3] 09:00-17:00 open "online"',
    "Mon-Fri 07:30-17:00": "Mo-Fr 07:30-17:00",
    "Mon, Tue, Thu 09:00-19:00; Wed, Fri, Sat 09:00-18:00; Headquarters, Cliffdale, North Regional and Hope Mills "
    "also Sun 14:00-18:00": (
        "Mo,Tu,Th 09:00-19:00; We,Fr,Sa 09:00-18:00; "
        'Su 14:00-18:00 unknown "Headquarters, Cliffdale, North Regional and Hope Mills only"'
    ),
    "Opens Mon 09:00 (2016)": 'Mo unknown "opens 09:00, closing time not known"',
    "Pantry Tue-Fri 09:00-11:00 by appointment": 'Tu-Fr 09:00-11:00 unknown "by appointment"',
    "meals 12:00-12:30 and 17:00-17:30": 'unknown "meals 12:00 to 12:30 and 17:00 to 17:30, days not known"',
    "New patient calls Mon 09:00-14:00": 'Mo 09:00-14:00 open "calls of new patients"',
    "Business hours; after-hours line otherwise": 'unknown "business hours, another line after hours"',
    "Daily 07:00-22:00 Central Time (source); may now be longer": 'Mo-Su 07:00-22:00 open "may now be longer"',
    "Hours vary; confirm": 'unknown "hours vary, confirm"',
}


@pytest.mark.parametrize(("listed", "text"), LISTED.items(), ids=LISTED)
def test_every_listed_hour_can_be_written(listed: str, text: str) -> None:
    """What the first directory's sources list fits the subset, and pasting the source itself is refused with a fix."""
    assert parse(text).rules
    with pytest.raises(HoursError) as refused:
        parse(listed)
    assert refused.value.fix is not None


# Each row: what somebody writes, the place it is refused at, and the line offered instead.
SLIPS = [
    ("Mo-Fr 9am-5pm", "9am-5pm", "Mo-Fr 09:00-17:00"),
    ("Mo-Fr 9-5", "9-5", "Mo-Fr 09:00-17:00"),
    ("Mo-Fr 1-5", "1-5", "Mo-Fr 13:00-17:00"),
    ("Mo-Fr 11:30-1pm", "11:30-1pm", "Mo-Fr 11:30-13:00"),
    ("Mo-Fr 12pm-5:30pm", "12pm-5:30pm", "Mo-Fr 12:00-17:30"),
    ("Mo-Fr 12am-6am", "12am-6am", "Mo-Fr 00:00-06:00"),
    ("Mo-Fr 9am-5", "9am-5", "Mo-Fr 09:00-17:00"),
    ("Mo-Fr 9-noon", "9-noon", "Mo-Fr 09:00-12:00"),
    ("Mo-Fr 8pm-midnight", "8pm-midnight", "Mo-Fr 20:00-24:00"),
    ("Mo-Fr 0900-1700", "0900-1700", "Mo-Fr 09:00-17:00"),
    ("Mo-Fr 09.00-17.00", "09.00-17.00", "Mo-Fr 09:00-17:00"),
    ("Mo-Fr 9:00-17:00", "9:00-17:00", "Mo-Fr 09:00-17:00"),
    ("Mo-Fr 20:00-26:00", "20:00-26:00", "Mo-Fr 20:00-02:00"),
    ("Mo-Fr 09:00-05:00", "09:00-05:00", "Mo-Fr 09:00-17:00"),
    ("Mo-Fr 12:00-01:00", "12:00-01:00", "Mo-Fr 12:00-13:00"),
    ("Mo-Fr 00:00-00:00", "00:00-00:00", "Mo-Fr 00:00-24:00"),
    ("Mo-Fr 25:00-26:00", "25:00-26:00", None),
    ("Mo-Fr 13:00-17:00,09:00-12:00", "13:00-17:00,09:00-12:00", "Mo-Fr 09:00-12:00,13:00-17:00"),
    ("Mo-Fr 09:00-12:00,12:00-17:00", "09:00-12:00,12:00-17:00", "Mo-Fr 09:00-17:00"),
    ("Mo-Fr 09:00-12:00, 13:00-17:00", ",", "Mo-Fr 09:00-12:00,13:00-17:00"),
    ("Mo-Fr 17:00+", "17:00+", 'Mo-Fr unknown "from 17:00, closing time not known"'),
    ("Mon-Fri", "Mon-Fri", "Mo-Fr unknown"),
    ("Monday to Friday 9:00-17:00", "Monday", "Mo-Fr 09:00-17:00"),
    ("mo-fr 09:00-17:00", "mo-fr", "Mo-Fr 09:00-17:00"),
    ("M-F 9-5", "M-F", "Mo-Fr 09:00-17:00"),
    ("MWF 9-5", "MWF", "Mo,We,Fr 09:00-17:00"),
    ("Tues 09:00-17:00", "Tues", "Tu 09:00-17:00"),
    ("Wendesday 09:00-17:00", "Wendesday", "We 09:00-17:00"),
    ("weekends 10am - 2pm", "weekends", "Sa,Su 10:00-14:00"),
    ("09:00-17:00", "09:00-17:00", "Mo-Su 09:00-17:00"),
    ("09:00-17:00 Mo-Fr", "Mo-Fr", "Mo-Fr 09:00-17:00"),
    ("9-5 Mon-Fri, 10-2 Sat", "9-5", "Mo-Fr 09:00-17:00; Sa 10:00-14:00"),
    ("Mo\u2013Fr 09:00\u201317:00", "\u2013Fr", "Mo-Fr 09:00-17:00"),
    ("Mo - Fr 09:00-17:00", "-", "Mo-Fr 09:00-17:00"),
    ("Mo, We 09:00-17:00", " ", "Mo,We 09:00-17:00"),
    ("Mo-Fr  09:00-17:00", " ", "Mo-Fr 09:00-17:00"),
    ("Mo-Fr 09:00-17:00 ", "", "Mo-Fr 09:00-17:00"),
    ("Mo-Fr 09:00-17:00;", "", "Mo-Fr 09:00-17:00"),
    ("Mo-Fr 09:00-17:00 ; Sa 10:00-12:00", ";", "Mo-Fr 09:00-17:00; Sa 10:00-12:00"),
    ("Mo-Fr 09:00-17:00, Sa 10:00-12:00", ",", "Mo-Fr 09:00-17:00; Sa 10:00-12:00"),
    ("Mo-Fr 09:00-17:00\nSa 10:00-12:00", "\n", "Mo-Fr 09:00-17:00; Sa 10:00-12:00"),
    ("Mo-Mo 09:00-17:00", "Mo-Mo", "Mo 09:00-17:00"),
    ("Mo-Fr 09:00-17:00; closed Sunday", "closed", "Mo-Fr 09:00-17:00; Su off"),
    ("closed", "closed", "Mo-Su off"),
    ("24 hours", "24", "24/7"),
    ("Mo-Fr 24 hours", "24", "Mo-Fr 00:00-24:00"),
    ("24/7 open", "open", "24/7"),
    ("24/7 off", "24/7 off", "Mo-Su off"),
    ('24/7 unknown "call"', '24/7 unknown "call"', 'unknown "call"'),
    ("PH off; 24/7", "24/7", "24/7; PH off"),
    ("Mo-Fr 09:00-17:00 open", "open", "Mo-Fr 09:00-17:00"),
    ('Mo-Fr open "ring"', 'Mo-Fr open "ring"', 'Mo-Fr unknown "ring"'),
    ("Mo-Fr", "Mo-Fr", "Mo-Fr unknown"),
    ('Mo-Fr 09:00-17:00 "by appointment"', '"by appointment"', 'Mo-Fr 09:00-17:00 unknown "by appointment"'),
    ('"by appointment"', '"by appointment"', 'unknown "by appointment"'),
    ("Mo-Fr 9-5 by appointment", "9-5", 'Mo-Fr 09:00-17:00 unknown "by appointment"'),
    ("Mo-Fr 09:00-17:00 unknown “ask”", "“ask”", 'Mo-Fr 09:00-17:00 unknown "ask"'),
    ('Mo-Fr 09:00-17:00 unknown "ask', '"ask', 'unknown "Mo-Fr 09:00-17:00 unknown ask"'),
    ('Mo-Fr 09:00-17:00 unknown " "', '" "', "Mo-Fr 09:00-17:00 unknown"),
    ("PH closed", "closed", "PH off"),
    ("Mo-Fr 09:00-17:00; holidays closed", "holidays", "Mo-Fr 09:00-17:00; PH off"),
    ("PH,Mo-Fr 09:00-17:00", "PH", "Mo-Fr,PH 09:00-17:00"),
    ("Mo-PH 09:00-17:00", "Mo-PH", None),
    ("Mo-Su,PH 00:00-24:00", "Mo-Su,PH 00:00-24:00", "Mo-Su 00:00-24:00"),
    ("Dec PH off", "Dec PH off", None),
    ("We 12:00-13:00 off", "We 12:00-13:00 off", None),
    ('PH off "holiday"', 'PH off "holiday"', "PH off"),
    ("every 3rd Wednesday 09:00-17:00", "every", "We[3] 09:00-17:00"),
    ("1st and 3rd Tuesday 10:00-12:00", "1st", "Tu[1,3] 10:00-12:00"),
    ("Tu[1-3] 09:00-17:00", "[1-3]", "Tu[1,2,3] 09:00-17:00"),
    ("Tu[6] 09:00-17:00", "[6]", None),
    ("Tu[1 09:00-17:00", "[", None),
    ("Mo-Fr[1] 09:00-17:00", "Mo-Fr", None),
    (
        "Nov-Mar We[1,3] 09:00-12:00",
        "Nov-Mar We[1,3] 09:00-12:00",
        "Nov-Mar We[1] 09:00-12:00; Nov-Mar We[3] 09:00-12:00",
    ),
    ("Apr,Jul Tu[4] 09:00-12:00", "Apr,Jul Tu[4] 09:00-12:00", "Apr Tu[4] 09:00-12:00; Jul Tu[4] 09:00-12:00"),
    ("December 25 off", "December", "Dec 25 off"),
    ("25 December off", "25", "Dec 25 off"),
    ("Dec 5 off", "Dec 5", "Dec 05 off"),
    ("12/25 off", "12/25", "Dec 25 off"),
    ("2026-12-25 off", "2026-12-25", "2026 Dec 25 off"),
    ("Dec 25, 2026 off", ",", "2026 Dec 25 off"),
    ("Dec 24,25 off", ",25", "Dec 24,Dec 25 off"),
    ("Dec 24-26 off", "26", "Dec 24-Dec 26 off"),
    ("2026 Nov 26-Nov 27 off", "2026 Nov 26-Nov 27", "2026 Nov 26-2026 Nov 27 off"),
    ("2026 Dec 24-2026 Jan 02 off", "2026 Dec 24-2026 Jan 02", "2026 Dec 24-2027 Jan 02 off"),
    ("2026 Dec 24-2025 Dec 26 off", "2026 Dec 24-2025 Dec 26", None),
    ("Dec 24-Dec 20 off", "Dec 24-Dec 20", None),
    ("Dec 24-Dec 24 off", "Dec 24-Dec 24", "Dec 24 off"),
    ("Nov 15-Dec off", "Nov 15-Dec", "Nov 15-Dec 31 off"),
    ("Nov,Dec 25 off", "Nov,Dec 25", "Nov 01-Nov 30,Dec 25 off"),
    ("2026 Nov off", "2026 Nov", "2026 Nov 01-2026 Nov 30 off"),
    ("2026 off", "2026", "2026 Jan 01-2026 Dec 31 off"),
    ("Nov 31 off", "Nov 31", None),
    ("Feb 29 off", "Feb 29", None),
    ("2027 Feb 29 off", "2027 Feb 29", None),
    ("Mo-Fr sunrise-sunset", "sunrise-sunset", 'Mo-Fr unknown "sunrise-sunset"'),
    ("week 1-10 Mo 09:00-12:00", "week", 'unknown "week 1-10 Mo 09:00-12:00"'),
    ("Mo-Fr 09:00-17:00 || unknown", "||", None),
    ("SH off", "SH", 'unknown "SH off"'),
    ("call first", "call", 'unknown "call first"'),
    ("", "", None),
    ("?", "?", None),
]


@pytest.mark.parametrize(("text", "seen", "fix"), SLIPS, ids=[text for text, _, _ in SLIPS])
def test_a_slip_is_refused_where_it_stands(text: str, seen: str, fix: str | None) -> None:
    """The error marks the slip and offers the line that was meant, or none where only the writer can know."""
    with pytest.raises(HoursError) as refused:
        parse(text)
    error = refused.value
    assert (error.seen, error.fix) == (seen, fix)
    assert text[error.offset : error.offset + error.length] == seen
    assert error.wanted.endswith(".")


# Each row: hours that read well but would lose something, and the line that says what was meant.
LOSSES = [
    ("Mo 09:00-12:00; Mo 13:00-17:00", "Mo 09:00-12:00", "Mo 09:00-12:00,13:00-17:00"),
    ("Mo 09:00-12:00; Mo 11:00-17:00", "Mo 09:00-12:00", None),
    ("Mo off; Mo 11:00-17:00", "Mo off", None),
    ("Mo-Fr 09:00-17:00; Mo-Fr 09:00-17:00", "Mo-Fr 09:00-17:00", "Mo-Fr 09:00-17:00"),
    (
        'Mo-Fr 09:00-17:00; unknown "white flag nights"',
        "Mo-Fr 09:00-17:00",
        'unknown "white flag nights"; Mo-Fr 09:00-17:00',
    ),
    ("Mo-Fr,PH 09:00-17:00; PH off", "Mo-Fr,PH 09:00-17:00", "Mo-Fr 09:00-17:00; PH off"),
    ("We[3] 09:00-12:00; We off", "We[3] 09:00-12:00", "We off; We[3] 09:00-12:00"),
    ("Dec 26 10:00-12:00; Dec 24-Jan 02 off", "Dec 26 10:00-12:00", "Dec 24-Jan 02 off; Dec 26 10:00-12:00"),
    ("2026 Dec 26 10:00-12:00; Dec off", "2026 Dec 26 10:00-12:00", "Dec off; 2026 Dec 26 10:00-12:00"),
    ("Mo,We 20:00-02:00; We 20:00-22:00", "Mo,We 20:00-02:00", "Mo 20:00-24:00; Tu 00:00-02:00; We 20:00-22:00"),
    ("Dec 24 off; Dec Mo-Fr 09:00-17:00", "Dec 24 off", "Dec Mo-Fr 09:00-17:00; Dec 24 off"),
    ("PH off; Mo-Fr 09:00-17:00", "PH off", "Mo-Fr 09:00-17:00; PH off"),
    ("Dec 24 off; Nov-Mar Mo-Fr 09:00-17:00", "Dec 24 off", "Nov-Mar Mo-Fr 09:00-17:00; Dec 24 off"),
    (
        "Nov-Mar Mo 10:00-12:00; Mo-Fr 09:00-17:00",
        "Nov-Mar Mo 10:00-12:00",
        "Mo-Fr 09:00-17:00; Nov-Mar Mo 10:00-12:00",
    ),
    (
        "Mo-Fr,PH 09:00-17:00; Sa 10:00-12:00",
        "Mo-Fr,PH 09:00-17:00",
        "Mo-Fr 09:00-17:00; Sa 10:00-12:00; PH 09:00-17:00",
    ),
    ("Fr 20:00-02:00; Sa 10:00-12:00", "Fr 20:00-02:00", "Fr 20:00-24:00; Sa 00:00-02:00,10:00-12:00"),
    ("Sa 10:00-12:00; Fr 20:00-02:00", "Fr 20:00-02:00", "Fr 20:00-24:00; Sa 00:00-02:00,10:00-12:00"),
    ("Fr 20:00-02:00; Sa off", "Fr 20:00-02:00", "Fr 20:00-24:00; Sa 00:00-02:00"),
    ('unknown "call"; Fr 20:00-02:00', "Fr 20:00-02:00", None),
    (
        "Mo-Fr 20:00-02:00; Fr 20:00-22:00",
        "Mo-Fr 20:00-02:00",
        "Mo 20:00-24:00; Tu-Th 00:00-02:00,20:00-24:00; Fr 00:00-02:00,20:00-22:00",
    ),
    ("Nov-Mar Fr 20:00-02:00; Nov-Mar Sa 10:00-12:00", "Nov-Mar Fr 20:00-02:00", None),
]


@pytest.mark.parametrize(("text", "seen", "fix"), LOSSES, ids=[text for text, _, _ in LOSSES])
def test_hours_that_would_be_lost_are_refused(text: str, seen: str, fix: str | None) -> None:
    """A part that a later one would silently cancel is refused, and the line offered keeps both."""
    with pytest.raises(HoursError) as refused:
        parse(text)
    assert (refused.value.seen, refused.value.fix) == (seen, fix)


GOES_TOGETHER = [
    "Mo-Fr 09:00-17:00; We 10:00-19:00",
    "Mo-Fr 09:00-17:00; We[3] off; PH off; Dec 24 09:00-12:00",
    "We[3] 09:00-12:00; Mo,Tu 09:00-17:00",
    "Nov-Mar Mo-Fr 10:00-12:00; Sa 10:00-12:00",
    "Mo-Fr 09:00-17:00; Jun-Aug Mo-Fr 08:00-19:00; Jul 04 off",
    "Mo-Su 20:00-02:00; Dec 24 off",
    "Dec 23 off; Dec 21-Dec 24 Mo,Tu 09:00-12:00",
    "Th,Fr 20:00-02:00; Su 10:00-12:00",
    "Nov-Mar Mo-Su 18:00-08:00; Apr-Oct Mo-Su 20:00-06:00",
]


@pytest.mark.parametrize("text", GOES_TOGETHER)
def test_rules_that_only_narrow_each_other_are_accepted(text: str) -> None:
    """An exception to part of a rule is what a second rule is for."""
    assert len(parse(text).rules) > 1


def test_a_text_has_a_longest_length() -> None:
    """A text at the limit is read, one longer is refused without a fix."""
    fits = 'Mo-Fr 09:00-17:00 unknown "' + "x" * (MAX_LENGTH - 28) + '"'
    assert len(fits) == MAX_LENGTH
    assert parse(fits).text == fits
    with pytest.raises(HoursError) as refused:
        parse(f'{fits[:-1]}x"')
    assert refused.value.offset == MAX_LENGTH
    assert refused.value.fix is None
