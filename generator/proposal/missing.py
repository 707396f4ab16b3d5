"""What a reader still needs to know about a change: how somebody found out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.check.subject import blocks_of, texts_of
from generator.entry.schema import field_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.proposal.model import Change
    from generator.proposal.version import Page

_NO_FACTS = frozenset(
    {"editor_note", "sources", "verified", "review_every_days", "sensitive", "external_codes", "intercepts", "services"}
)
"""Fields that nobody has to ask the place about: notes, trust itself, and how we file things."""

_HOW = (
    'Please add how you checked. If you called, went there or work there: an item under "verified". '
    'If you read it on a page: that page under "sources", with its date.'
)


def missing(old: Page, new: Page, found: tuple[Change, ...]) -> Iterator[str]:
    """Give what is missing, in whole sentences."""
    facts = [change for change in found if change.name.partition(".")[0] not in _NO_FACTS]
    if not facts:
        return
    if old.data.get("verified") == new.data.get("verified") and old.data.get("sources") == new.data.get("sources"):
        yield _HOW
        return
    before = [block for _, block in blocks_of(old.data, "verified")]
    checks = [block for _, block in blocks_of(new.data, "verified") if block not in before]
    if checks and old.data.get("sources") == new.data.get("sources"):
        named = {name.partition(".")[0] for block in checks for _, name in texts_of(block, "facts")}
        asked = dict.fromkeys(change.name.partition(".")[0] for change in facts)
        left = [name for name in asked if name not in named and name in field_names()]
        if left:
            names = ", ".join(left)
            yield f'The new check does not name {names}. If you asked about it, add it to the "facts" of the check.'
