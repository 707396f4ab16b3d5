"""The file name of a sensitive entry tells nothing to whoever sees it in the history of a browser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.check.finding import Finding
from generator.check.subject import text_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.check.subject import Subject

TELLING = re.compile(
    r"abus|assault|batter|domestic|\bdv\b|escap|exploit|family-violence|hidden|\bipv\b|molest|prostitut|rape|refuge"
    r"|runaway|safe-?house|secret|sex|shelter|stalk|survivor|traffick|victim|violen"
)
"""Beginnings of words that tell what a page is about to whoever sees its address."""


def neutral_name(subject: Subject) -> Iterator[Finding]:
    """Require that the file name of a sensitive entry tells nothing."""
    first = subject.services[0] if subject.services else None
    name = subject.file.stem
    group = next((g for g in subject.settings.taxonomy.groups if first and g.slug == first.group), None)
    sensitive = text_at(subject.data, "sensitive")
    if group and group.sensitive:
        if not re.fullmatch(rf"{re.escape(group.path)}-[0-9]+", name):
            wanted = f"a number instead of a name: rename the file to  {group.path}-7.yaml  with the next free number"
            yield Finding("E504", (), f"{name}.yaml", wanted)
    elif sensitive == "yes" or (sensitive != "no" and any(service.sensitive for service in subject.services)):
        telling = TELLING.search(name)
        if telling:
            wanted = "a name that tells nothing: rename the file to  help-7.yaml  with the next free number"
            yield Finding("E504", (), f"{name}.yaml", wanted)
