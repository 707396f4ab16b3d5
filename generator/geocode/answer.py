"""What a look-up gives: an answer that says how exact it is, or a refusal that says why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.config.geocodes import Precision
    from generator.entry.place import Point


@dataclass(frozen=True, slots=True)
class Answer:
    """Where an address is. `date` is when it was asked, empty for the offline gazetteer at build time."""

    point: Point
    precision: Precision
    provider: str
    date: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """No answer that may be used. `reason` is half a sentence for the maintainer who reads the list."""

    reason: str
