"""One draft for each need: an entry to copy, with the facts that matter for that need and an invented number.

A draft is checked and never published, and a number that ends in 555-01xx reaches nobody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.config.taxonomy import Group, Taxonomy

_NUMBER = "910-555-01{n:02d}"


def examples(taxonomy: Taxonomy, city: str, state: str) -> Iterator[tuple[str, str]]:
    """Give path and text of one draft for each group of the taxonomy."""
    for n, group in enumerate(taxonomy.groups):
        name = f"{group.path}-1" if _hidden(group) else f"example-{group.slug}"
        yield f"directory/{group.slug}/{name}.yaml", _example(group, n, city, state)


def _example(group: Group, n: int, city: str, state: str) -> str:
    service = group.services[0]
    place = _HIDDEN if _hidden(group) else _OPEN.format(n=n + 1, city=city, state=state)
    asked = "\n".join(f"# {name}:" for name in group.ask if not name.startswith(("hours", "handoff.", "moud.")))
    return _TEXT.format(
        label=group.label,
        name="Example line" if _hidden(group) else f"Example of {group.label}",
        service=service.slug,
        definition=service.definition,
        number=_NUMBER.format(n=70 + n),
        place=place,
        asked=asked,
    )


def _hidden(group: Group) -> bool:
    return group.sensitive or group.services[0].sensitive


_TEXT = """\
# An example for "{label}". Copy it, give the copy the name of the place as its file name, fill in what you know, and
# leave out what nobody has told you: the site then says "not confirmed, call first". Remove this one when you are done.
# status: draft is checked and never published. active is published.

name: "{name}"
organization: Example organization
services: [{service}]
summary: "{definition}"
status: draft
phones:
  - number: {number}
{place}
# Hours as OpenStreetMap writes them, one line for each purpose:
# hours:
#   open: Mo-Fr 09:00-17:00; PH off

# What matters most here. The handbook page "Fields of an entry" says what may stand behind each name.
{asked}

sources:
  - publisher: Example organization
    url: https://example.org/
    date: 2026-11
"""

_OPEN = """\
address:
  street: {n}0{n}0 Placeholder Avenue
  city: {city}
  state: {state}
service_area: county
"""

_HIDDEN = """\
# The address of a place where people hide from violence never enters a file. "confidential: yes" keeps it that way.
confidential: yes
service_area: county
"""
