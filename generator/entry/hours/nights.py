"""Nights past midnight beside days with hours of their own: where they lose hours, and how to write them.

In `Fr 20:00-02:00; Sa 10:00-12:00` Saturday's rule replaces all of Saturday, so that Friday night would end
at midnight; with the two parts swapped, programs disagree. Written day by day it is plain to all of them.
"""

from dataclasses import replace
from typing import Final, NamedTuple

from generator.entry.hours.model import DAY_MINUTES, Rule, RuleState, Span, write_rules

_EVERY_DAY: Final = range(7)


class _Piece(NamedTuple):
    start: int
    end: int
    state: RuleState
    comment: str


def loses_a_night(rule: Rule, rules: tuple[Rule, ...]) -> bool:
    """Whether a night of this rule meets, in the same week, a day that another rule of its dates governs.

    Single dates, nth weekdays and public holidays are not looked at here: such a meeting is rare, and the
    hours in doubt are then unknown (`generator.compile.week`).
    """
    if not rule.past_midnight:
        return False
    week = tuple(other for other in rules if other.dates == rule.dates)
    return any(
        _rule_of(day, week) is not rule or _rule_of((day + 1) % 7, week) not in {None, rule}
        for day in _EVERY_DAY
        if _holds(rule, day)
    )


def night_by_night(rules: tuple[Rule, ...]) -> str | None:
    """Give the text with each night of the regular week cut at midnight, the rest given to the next day.

    None where a day would be both open and unknown, which the language cannot say.
    """
    week = tuple(rule for rule in rules if not rule.dates)
    said: dict[tuple[_Piece, ...], list[int]] = {}
    for day in _EVERY_DAY:
        pieces = _pieces(day, week)
        if len({(piece.state, piece.comment) for piece in pieces}) > 1:
            return None
        if pieces:
            said.setdefault(pieces, []).append(day)
    regular = [_rule_from(pieces, tuple(days)) for pieces, days in said.items()]
    special = [replace(rule, days=()) for rule in week if rule.nth or rule.holiday]
    dated = [rule for rule in rules if rule.dates]
    return write_rules((*regular, *special, *dated))


def _holds(rule: Rule, day: int) -> bool:
    return day in rule.days or not rule.picks_days


def _rule_of(day: int, week: tuple[Rule, ...]) -> Rule | None:
    """Find the rule that governs a weekday: the last one that holds on it."""
    holding = [rule for rule in week if _holds(rule, day)]
    return holding[-1] if holding else None


def _pieces(day: int, week: tuple[Rule, ...]) -> tuple[_Piece, ...]:
    """Give the hours of one calendar day: what the night before left, then its own up to midnight."""
    today, yesterday = _rule_of(day, week), _rule_of((day - 1) % 7, week)
    pieces: list[_Piece] = []
    if yesterday:
        left = [span.end - DAY_MINUTES for span in yesterday.spans if span.end > DAY_MINUTES]
        pieces += [_Piece(0, end, yesterday.state, yesterday.comment) for end in left]
    if today and (today.state != "off" or not pieces):
        spans = today.spans or (Span(0, DAY_MINUTES),)
        pieces += [_Piece(span.start, min(span.end, DAY_MINUTES), today.state, today.comment) for span in spans]
    return tuple(pieces)


def _rule_from(pieces: tuple[_Piece, ...], days: tuple[int, ...]) -> Rule:
    first = pieces[0]
    whole = first.state == "off" or pieces == (_Piece(0, DAY_MINUTES, "unknown", first.comment),)
    spans = () if whole else tuple(Span(piece.start, piece.end) for piece in pieces)
    return Rule(days=days, spans=spans, state=first.state, comment=first.comment)
