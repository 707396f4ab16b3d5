"""Hours that a program can read, for services that the entry has, in a time zone that exists."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from generator.check.finding import Finding
from generator.check.guess import nearest
from generator.check.subject import block_at, blocks_of, text_at, texts_of
from generator.entry import hours as opening
from generator.entry.model import PURPOSES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.check.subject import Subject
    from generator.entry.strict_yaml import Path, Value


def hours(subject: Subject) -> Iterator[Finding]:
    """Require that every hours text parses."""
    for path, text in _texts(subject.data):
        error = _error(text)
        if error:
            part = text[error.offset : error.offset + error.length]
            seen = error.seen.strip() or ("a blank" if part else "the end of the text")
            yield Finding("E304", path, seen, error.wanted, value=error.fix, part=part, start=error.offset)


def by_service(subject: Subject) -> Iterator[Finding]:
    """Require that hours by service are those of services that the entry lists."""
    own = [text for _, text in texts_of(subject.data, "services")]
    for service in block_at(block_at(subject.data, "hours"), "by_service"):
        if service not in own:
            meant = nearest(service, own)
            seen = f"hours of {service}, which is not among services:"
            wanted = f"did you mean  {meant}: ?" if meant else f"{service} in the list services:, or no hours for it"
            path = ("hours", "by_service", service)
            yield Finding("E305", path, seen, wanted, key=meant or None, at_key=True)


def timezone(subject: Subject) -> Iterator[Finding]:
    """Require a time zone of the time zone database."""
    zone = text_at(subject.data, "timezone")
    if "/" in zone and not _is_zone(zone):
        meant = _nearest_zone(zone)
        wanted = "a name of the time zone database, such as America/New_York"
        yield Finding("E326", ("timezone",), zone, wanted, value=meant or None)


def _texts(data: Mapping[str, Value]) -> Iterator[tuple[Path, str]]:
    block = block_at(data, "hours")
    yield from _purposes(block, ("hours",))
    by_service = block_at(block, "by_service")
    for service in by_service:
        yield from _purposes(block_at(by_service, service), ("hours", "by_service", service))
    for path, phone in blocks_of(data, "phones"):
        if text_at(phone, "hours"):
            yield (*path, "hours"), text_at(phone, "hours")
    if text_at(data.get("handoff"), "hours"):
        yield ("handoff", "hours"), text_at(data.get("handoff"), "hours")


def _purposes(block: Mapping[str, Value], path: Path) -> Iterator[tuple[Path, str]]:
    for purpose in PURPOSES:
        text = block.get(purpose)
        if isinstance(text, str) and len(text) > 1:
            yield (*path, purpose), text


@lru_cache(maxsize=8192)
def _error(text: str) -> opening.HoursError | None:
    try:
        opening.parse(text)
    except opening.HoursError as error:
        return error.with_traceback(None)
    return None


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _nearest_zone(name: str) -> str:
    plain = {zone.lower(): zone for zone in available_timezones() if "/" in zone}
    return plain.get(nearest(name.lower(), sorted(plain), cutoff=0.8), "") or plain.get(name.lower(), "")
