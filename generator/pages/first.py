"""What to do first at one resource: the entry's own words, else one sentence that follows from how to get in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.compile.model import Resource
    from generator.config.strings import Words
    from generator.pages.phrases.model import PhoneAction

_WAYS = ("phone-first", "referral-only", "appointment", "outreach-comes-to-you")
_AFAR = ("outreach-comes-to-you", "referral-only", "appointment")
_WITHOUT_CALL = ("online", "by-mail")


def first_step(resource: Resource, main: PhoneAction | None, instead: str, words: Words) -> str:
    """Give the one thing to do first. Calling comes before going: nothing here says that a place is open today.

    `instead` names whom to call where this resource has no number, empty if there is nobody.
    """
    told = resource.fact("first_step")
    if told and not resource.closed:
        return "; ".join(told.values)
    return words(_key(resource, main, instead), name=instead)


def _key(resource: Resource, main: PhoneAction | None, instead: str) -> str:
    if resource.closed:
        return "first.closed"
    ways = _values(resource, "access")
    if main is None:
        return _without_phone(resource, ways, instead)
    if "responders-only" in _values(resource, "intake_for"):
        return "first.responders"
    if main.kind == "text":
        return "first.message"
    return _call(resource, ways)


def _call(resource: Resource, ways: tuple[str, ...]) -> str:
    if resource.entry.address is None and resource.entry.point is None:
        return next((f"first.{way}" for way in _AFAR if way in ways), "first.line")
    if "walk-in" in ways:
        return "first.walk-in" if resource.trust["access"].verified else "first.walk-in.listed"
    return next((f"first.{way}" for way in _WAYS if way in ways), "first.call")


def _without_phone(resource: Resource, ways: tuple[str, ...], instead: str) -> str:
    if not resource.entry.website:
        return "first.instead" if instead else "first.nothing"
    return next((f"first.{way}" for way in _WITHOUT_CALL if way in ways), "first.website")


def _values(resource: Resource, name: str) -> tuple[str, ...]:
    fact = resource.fact(name)
    return fact.values if fact else ()
