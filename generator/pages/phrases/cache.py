"""Remembers phrases: a directory of a thousand entries says the same few hundred things over and over."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.config.strings import Words

P = ParamSpec("P")
R = TypeVar("R")

_LANGUAGES = 8
_PHRASES = 8192


def per_words(function: Callable[Concatenate[Words, P], R]) -> Callable[Concatenate[Words, P], R]:
    """Remember what a pure function of words and hashable values gives, apart for each language.

    Words hold a mapping and so have no hash; they are told apart by identity and kept, so that no other words can
    take their place.
    """
    books: dict[int, tuple[Words, Callable[P, R]]] = {}

    def remembered(words: Words, /, *args: P.args, **kwargs: P.kwargs) -> R:
        book = books.get(id(words))
        if book is None:
            if len(books) >= _LANGUAGES:
                books.clear()
            # The types of lru_cache ask for hashable arguments, which P cannot promise.
            book = books[id(words)] = (words, cast("Callable[P, R]", lru_cache(_PHRASES)(partial(function, words))))
        return book[1](*args, **kwargs)

    return remembered
