"""Dates against today: nothing from the future, no alert for ever, and a word when facts grow old."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from generator.check.finding import Finding
from generator.check.guess import real_date
from generator.check.rules.values import OLDEST_YEAR

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.check.gist import Gist
    from generator.config.site import Limits

LONGEST_ALERT = 366
"""Days from today for which an alert may hold."""


def not_in_future(gist: Gist, today: date) -> Iterator[Finding]:
    """Require that nothing was read, checked or released after today."""
    for path, text in gist.dates:
        if path != ("alert_until",) and _usable(text) and text > today.isoformat():
            wanted = f"a day that has been; today is {today.isoformat()}. Is the year right?"
            yield Finding("E323", path, text, wanted)


def alert(gist: Gist, today: date) -> Iterator[Finding]:
    """Require that an alert ends within a year; tell one that has ended."""
    for path, text in gist.dates:
        if path != ("alert_until",) or not real_date(text):
            continue
        if text < today.isoformat():
            yield Finding("W610", path, f"{text}, which is over", "no alert: and no alert_until:, or a new alert")
        elif text > (today + timedelta(days=LONGEST_ALERT)).isoformat():
            wanted = "a day within one year from today; what lasts longer belongs into the other fields"
            yield Finding("E328", path, text, wanted)


def age(gist: Gist, today: date, limits: Limits) -> Iterator[Finding]:
    """Tell a published entry whose newest source or check is older than the site's limit for all facts."""
    if not gist.published:
        return
    told = [(path, text) for path, text in gist.dates if path[0] in {"sources", "verified"} and path[-1] == "date"]
    dated = [(text, path) for path, text in told if _usable(text)]
    if not dated:
        if told and all(text == "unknown" for _, text in told):
            wanted = "the date on the page if it has one; or call them and add a check below  verified:"
            yield Finding("W602", told[0][0], told[0][1], wanted)
        return
    newest, path = max(dated, key=lambda pair: _last_day(pair[0]))
    oldest = (today - timedelta(days=limits.rest)).isoformat()
    if _last_day(newest) < oldest:
        wanted = f"something newer than {oldest}: call, or read the page again, and write the new date"
        yield Finding("W601", path, f"{newest}, the newest date of this entry", wanted)


def _usable(text: str) -> bool:
    return text[:1].isdigit() and real_date(text) and text >= OLDEST_YEAR


def _last_day(text: str) -> str:
    """Give the last day that a date may mean, so that a year alone is taken at its best."""
    return f"{text}-12-31"[:10] if len(text) == 4 else f"{text}-31"[:10]
