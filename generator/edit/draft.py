"""The text and the place of a new entry, from answers; nothing is filled in that nobody said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.check.finding import scalar
from generator.check.guess import slug
from generator.edit.questions import QUESTIONS, question

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from generator.config.settings import Settings
    from generator.config.taxonomy import Group
    from generator.edit.questions import Answers

_NUMBERED = re.compile(r"(.+)-([0-9]+)")


def draft(answers: Answers, settings: Settings, schema: str = "") -> str:
    """Give the text of a draft. `schema` is the way from the file to the schema for editors, empty for none.

    A place whose service hides its address becomes confidential, and no word of an address is written.
    """
    hidden = secret(answers, settings)
    said = {name: texts for name, texts in answers.items() if not (hidden and question(name).place)}
    lines = [f"# yaml-language-server: $schema={schema}"] if schema else []
    for key in dict.fromkeys(str(one.path[0]) for one in QUESTIONS):
        lines += _field(key, said)
        if key == "summary":
            lines.append("status: draft")
    if hidden:
        lines.append("confidential: yes")
    return "\n".join(lines) + "\n"


def secret(answers: Answers, settings: Settings) -> bool:
    """Whether one of the services shows an address only with written leave: then none is asked for or written."""
    return any(service.address_release_needed for service in settings.taxonomy.of(answers.get("service", ())))


def path_of(answers: Answers, settings: Settings, taken: Collection[str], entry_id: str = "") -> str:
    """Give the path of the new file: the folder of its first service's group, and its id.

    `taken` are the ids that exist. Without an `entry_id` it comes from the name; that of a sensitive group is a
    neutral word with the next free number, because it shows in the history of a browser.
    """
    known = settings.taxonomy.of(answers.get("service", ()))
    group = settings.taxonomy.group(known[0].group) if known else None
    folder = group.slug if group else "new"
    name = slug(entry_id) or (_numbered(group, taken) if group and group.sensitive else "")
    return f"directory/{folder}/{name or slug(next(iter(answers.get('name', ())), '')) or 'new-entry'}.yaml"


def _numbered(group: Group, taken: Collection[str]) -> str:
    found = (_NUMBERED.fullmatch(entry) for entry in taken)
    used = [int(match[2]) for match in found if match and match[1] == group.path]
    return f"{group.path}-{max(used, default=0) + 1}"


def _field(key: str, answers: Answers) -> Iterator[str]:
    """Give the lines of one field, none where nothing of it was answered."""
    asked = [one for one in QUESTIONS if one.path[0] == key and answers.get(one.name)]
    if not asked:
        return
    if len(asked[0].path) == 1:
        (one,) = asked
        texts = [scalar(text, in_flow=one.several) for text in answers[one.name]]
        yield f"{key}: [{', '.join(texts)}]" if one.several else f"{key}: {texts[0]}"
        return
    yield f"{key}:"
    listed = isinstance(asked[0].path[1], int)
    for number, one in enumerate(asked):
        before = ("  - " if not number else "    ") if listed else "  "
        yield f"{before}{one.path[-1]}: {scalar(answers[one.name][0])}"
