"""The questions of `offramp new`: in the words and with the examples of the JSON Schema, so that both say the same."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from generator.check.shape_help import node_at

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.config.taxonomy import Taxonomy
    from generator.entry.strict_yaml import Path


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `name` is its option, `path` where the answer stands in an entry, `ask` the question itself.

    `several` takes more than one answer. `place` is asked only where the place is not secret. `words` take the place of
    the schema's help where that is for people who see the file.
    """

    name: str
    path: Path
    ask: str
    several: bool = False
    place: bool = False
    words: str = ""

    @property
    def help(self) -> str:
        """What the schema says about the field, in one or two sentences; nothing where that is the question again."""
        told = self.words or str(node_at(self.path, {}).get("description", ""))
        return "" if told.rstrip(".").casefold() == self.ask.rstrip("?").casefold() else told

    @property
    def example(self) -> str:
        """An example of the schema, on one line."""
        found = next(iter(node_at(self.path, {}).get("examples", ())), "")
        return ", ".join(map(str, found)) if isinstance(found, list) else str(found)


QUESTIONS = (
    Question("service", ("services",), "What does it offer?", several=True, words="The most important first."),
    Question("name", ("name",), "What is it called?"),
    Question("organization", ("organization",), "Who runs it?"),
    Question("summary", ("summary",), "What does a person get there?"),
    Question("phone", ("phones", 0, "number"), "Which number do people call?"),
    Question("website", ("website",), "Which page does it have?"),
    Question("street", ("address", "street"), "House number and street?", place=True),
    Question("city", ("address", "city"), "Which town?", place=True),
    Question("state", ("address", "state"), "Which state?", place=True),
    Question("zip", ("address", "zip"), "Which ZIP code?", place=True),
    Question("hours", ("hours", "open"), "When is it open?"),
    Question("language", ("languages",), "In which languages?", several=True),
    Question("publisher", ("sources", 0, "publisher"), "Who published these facts?"),
    Question("url", ("sources", 0, "url"), "At which address can a reader open them?"),
    Question("date", ("sources", 0, "date"), "When did they publish them?"),
)
"""In the order in which they are asked, which is also the order of the file."""

Answers = dict[str, tuple[str, ...]]
"""The answers by the name of their question; a question that was skipped is not there."""


@cache
def question(name: str) -> Question:
    """Give a question by its name. Raises KeyError if there is none."""
    return {one.name: one for one in QUESTIONS}[name]


def services_meant(typed: str, taxonomy: Taxonomy) -> tuple[str, ...]:
    """Give the services that a text names by slug or by label, in any case; others stay as typed, for the check."""
    labels: Mapping[str, str] = {service.label.casefold(): slug for slug, service in taxonomy.services.items()}
    parts = (part.strip() for part in typed.replace(";", ",").split(","))
    return tuple(dict.fromkeys(labels.get(part.casefold(), part) for part in parts if part))
