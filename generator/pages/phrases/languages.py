"""Languages in which people are served: names for ISO 639 codes, and who speaks them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pages.phrases.cache import per_words
from generator.pages.phrases.model import LanguageItem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.config.strings import Words
    from generator.entry.model import Language


def item(language: Language, words: Words) -> LanguageItem:
    """Give one language. A code without a name in the strings is shown as it stands, so nothing is lost."""
    return _item(words, language.code, language.how, language.note)


def items(languages: Iterable[Language], words: Words) -> tuple[LanguageItem, ...]:
    """Give all languages in the order of the entry."""
    return tuple(item(language, words) for language in languages)


def line(languages: Iterable[Language], words: Words) -> str:
    """Give all languages in one line: `English, Spanish (phone interpreter)`; empty if there are none."""
    return ", ".join(item(language, words).text for language in languages)


@per_words
def _item(words: Words, code: str, how: str, note: str) -> LanguageItem:
    key = f"value.language.{code}"
    name = words(key) if key in words else code
    spoken = words(f"value.how.{how}") if how not in {"", "unknown"} else ""
    details = ", ".join(part for part in (spoken, note.removesuffix(".")) if part)
    text = words("value.language_with", language=name, details=details) if details else name
    return LanguageItem(code, name, spoken, note, text)
