"""What a look-up gives: an answer that says how exact it is, or a refusal that says why and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.config.geocodes import Precision
    from generator.entry.place import Point


class Cause(StrEnum):
    """Why an answer is not used, or why there is none."""

    NO_ANSWER = "no-answer"
    NO_STREET = "no-street"
    NO_POINT = "no-point"
    AREA = "area"
    REGION = "region"
    STREET = "street"
    NUMBER = "number"
    COARSE = "coarse"
    AMBIGUOUS = "ambiguous"
    MOVED = "moved"
    LIMIT = "limit"
    STOPPED = "stopped"
    TROUBLE = "trouble"


_OWN_POINT = "or give the entry its own point: from a county map"

WHAT_TO_DO: Mapping[Cause, str] = MappingProxyType(
    {
        Cause.NO_ANSWER: f"read the address aloud to the place itself: is it spelled as on its mail? {_OWN_POINT}",
        Cause.NO_STREET: f"write a street and a house number, {_OWN_POINT}",
        Cause.NO_POINT: "the provider is at fault: ask another day, or another provider",
        Cause.AREA: "is town and ZIP right? If it serves people here from afar: service_area: statewide",
        Cause.REGION: "look ZIP, town and state up again, then run this once more",
        Cause.STREET: "is the street spelled as on its mail, with its direction and kind (S King St)?",
        Cause.NUMBER: f"ask the place for its house number, {_OWN_POINT}",
        Cause.COARSE: f"the provider does not know the house: ask another provider, {_OWN_POINT}",
        Cause.AMBIGUOUS: f"write town and ZIP into the address, {_OWN_POINT}",
        Cause.MOVED: f"look at both on a map: if the new one is right, mend the record by hand, {_OWN_POINT}",
        Cause.LIMIT: "run this again another day",
        Cause.STOPPED: "see why the run ended, below",
        Cause.TROUBLE: "run this again another day; what is committed stays",
    }
)


@dataclass(frozen=True, slots=True)
class Answer:
    """Where an address is. `date` is when it was asked, empty for the offline gazetteer at build time.

    `place_id` is the provider's own name of what it found, such as `node/4711`; empty without one.
    """

    point: Point
    precision: Precision
    provider: str
    date: str = ""
    note: str = ""
    place_id: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """No answer that may be used. `reason` is half a sentence for the maintainer who reads the list."""

    cause: Cause
    reason: str

    @property
    def what_to_do(self) -> str:
        """What helps, in one sentence."""
        return WHAT_TO_DO[self.cause]
