"""What card and page of one resource both say, put into words once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.pages.phrases import facts, hours, phones, places

if TYPE_CHECKING:
    from generator.compile.model import Resource
    from generator.config.strings import Words
    from generator.pages.phrases.model import FactRow, HoursView, PhoneAction, PlaceView


@dataclass(frozen=True, slots=True)
class Said:
    """One resource in words.

    `main` is the number to call first, or None where none can be dialled; `asked` are the facts that matter for its
    main service, known or not.
    """

    resource: Resource
    place: PlaceView
    numbers: tuple[PhoneAction, ...]
    main: PhoneAction | None
    hours: tuple[HoursView, ...]
    asked: tuple[FactRow, ...]


def say(resource: Resource, words: Words, on: str) -> Said:
    """Put one resource into words; `on` is the day of the build, as in `phrases.trust.line`."""
    actions = {phone: phones.action(phone, words) for phone in resource.entry.phones}
    first = resource.first_phone()
    main = actions[first] if first else None
    return Said(
        resource=resource,
        place=places.view(resource, words),
        numbers=tuple(actions.values()),
        main=main if main and main.href else None,
        hours=hours.views(resource, words, on),
        asked=facts.asked_rows(resource, words, on),
    )
