"""Hours as a volunteer writes them: a written subset of the opening_hours language of OpenStreetMap.

The language: https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification. The subset:

    hours   = ( always | rule ) , { ";" , [ " " ] , rule } ;
    always  = "24/7" , [ " open " , comment ] ;
    rule    = [ dates ] [ days ] times [ "open" comment ]            (* open then *)
            | [ dates ] [ days ] "off"                               (* closed all day *)
            | [ dates ] [ days ] [ times ] "unknown" [ comment ] ;   (* it depends, or nobody knows *)
              (* one space between parts; a rule with times or off names dates or days *)
    dates   = months { "," months } | range { "," range } ;          (* not mixed *)
    months  = month [ "-" month ] ;                                  (* Nov-Mar *)
    range   = date [ "-" date ] ;                                    (* Dec 24-Jan 02 *)
    date    = [ year " " ] month " " two digits ;                    (* a year at both ends or at none *)
    days    = day { "," day } [ ",PH" ] | "PH" ;                     (* PH: public holidays; not with dates *)
    day     = weekday [ "-" weekday ] | weekday "[" nth { "," nth } "]" ;    (* with dates: one range, one nth *)
    weekday = "Mo" | "Tu" | "We" | "Th" | "Fr" | "Sa" | "Su" ;
    month   = "Jan" | "Feb" | "Mar" | "Apr" | "May" | "Jun" | "Jul" | "Aug" | "Sep" | "Oct" | "Nov" | "Dec" ;
    nth     = "1" | "2" | "3" | "4" | "5" | "-1" ;                   (* -1 is the last of the month *)
    times   = span { "," span } ;                                    (* from early to late, apart *)
    span    = hh ":" mm "-" hh ":" mm ;                              (* 20:00-02:00 ends the next day *)
    comment = '"' words without a quote mark '"' ;

A later rule replaces earlier ones on the days it holds; time that no rule lists is closed.

Refused because opening-hours-py 2.1.4 and the npm package opening_hours 3.15.0, run over the same texts, read
it differently, or one of them cannot read it or never finishes:

- words in quotes without `open` or `unknown` before them, and `17:00+`: open, or unknown
- `Mo, We 09:00-17:00` with a space after a comma: open all Monday, or closed
- Feb 29 without a year: a range ends on Feb 28, or on Mar 01
- a night past midnight beside a weekday with a rule of its own: cut at midnight or not, by the order of rules
  (beside an exception the hours in doubt are unknown, `generator.compile.week`)
- `Apr,Jul Tu[4]`: April and the fourth Tuesday of July, or the fourth Tuesday of both; and two numbered
  weekdays beside a month
- `Nov 31`, `Dec 24,25`, `2026 Nov 26-Nov 27`, months beside dates with years, `PH` before weekdays or beside
  dates, two spaces, a last semicolon, empty quotes

Refused because people mean something else by it: times without days, days without times, `09:00-05:00`, a rule
that later ones cover entirely (`Mo 09:00-12:00; Mo 13:00-17:00`), exceptions before the regular week
(`PH off; Mo-Fr 09:00-17:00`).

Refused to keep the subset small: weeks, years alone, school and movable holidays, sunrise and sunset, `||`, a
comma between rules, `off` with times or words, `open` without times, and second ways of writing the same thing
(`26:00`, `closed`, `Tu[1-3]`).
"""

from functools import lru_cache

from generator.entry.hours.model import (
    DAY_MINUTES,
    MONTHS,
    WEEKDAYS,
    CalendarDay,
    DateRange,
    HoursError,
    NthDay,
    Rule,
    RuleState,
    Schedule,
    Span,
    write_rules,
)
from generator.entry.hours.read import MAX_LENGTH, read_rules
from generator.entry.hours.repair import repair
from generator.entry.hours.sense import check_sense

__all__ = [
    "DAY_MINUTES",
    "MAX_LENGTH",
    "MONTHS",
    "WEEKDAYS",
    "CalendarDay",
    "DateRange",
    "HoursError",
    "NthDay",
    "Rule",
    "RuleState",
    "Schedule",
    "Span",
    "parse",
    "write_rules",
]

# A text with several mistakes is mended one at a time; more than this and a person should look.
_ROUNDS = 8


def parse(text: str) -> Schedule:
    """Read an hours text. Raises HoursError, with a fix that parses wherever one can be offered honestly."""
    try:
        return _read(text)
    except HoursError as error:
        fix = _mend(text, error) if len(text) <= MAX_LENGTH else None
        raise HoursError(error.offset, error.length, error.seen, error.wanted, fix) from None


@lru_cache(maxsize=4096)
def _read(text: str) -> Schedule:
    rules = read_rules(text)
    check_sense(text, rules)
    return Schedule(text, rules)


def _mend(text: str, error: HoursError) -> str | None:
    """Give the first that reads: the mistake mended where it stands, or the whole as it was probably meant."""
    return _follow(error.fix) or _follow(repair(text))


def _follow(text: str | None) -> str | None:
    """Mend mistake by mistake until the text reads."""
    for _ in range(_ROUNDS):
        if text is None:
            return None
        try:
            _read(text)
        except HoursError as error:
            text = error.fix
        else:
            return text
    return None
