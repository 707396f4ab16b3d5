"""Where facts were read, and who asked the provider: the lines at the foot of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.compile.labels import label
from generator.pages.phrases.dates import partial_date
from generator.pages.phrases.model import SourceItem

if TYPE_CHECKING:
    from generator.compile.model import Resource
    from generator.config.strings import Words
    from generator.entry.model import Source, Verification


def items(resource: Resource, words: Words) -> tuple[SourceItem, ...]:
    """Give the sources in the order of the entry, the best first."""
    return tuple(_source(source, words) for source in resource.entry.sources)


def checks(resource: Resource, words: Words) -> tuple[SourceItem, ...]:
    """Give the calls, visits and words of the provider, the newest first."""
    newest = sorted(resource.entry.verified, key=lambda v: v.date, reverse=True)
    return tuple(_check(verification, words) for verification in newest)


def _source(source: Source, words: Words) -> SourceItem:
    date = partial_date(source.date, words)
    text = words("trust.read", publisher=source.publisher, date=date)
    return SourceItem(source.publisher, source.url, date, _facts(source.facts, words), source.note, text)


def _check(verification: Verification, words: Words) -> SourceItem:
    date = partial_date(verification.date, words)
    text = words(f"trust.asked.{verification.how}", role=verification.role, date=date)
    return SourceItem(verification.role, "", date, _facts(verification.facts, words), verification.note, text)


def _facts(names: tuple[str, ...], words: Words) -> tuple[str, ...]:
    return tuple(label(name, words) for name in names)
