"""The words of a field, wherever it is named: on pages, in reports, in questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.config.strings import Words


def label(name: str, words: Words) -> str:
    """Give the words of a field by its dotted name; a part without words of its own has those of its whole."""
    while f"fact.{name}" not in words and "." in name:
        name = name.rpartition(".")[0]
    return words(f"fact.{name}")
