"""What the rules that are `in_browser` know, as plain JSON: their words, lists and patterns, each from its one place.

The code of these rules stands twice, here in Python and in `generator/web/static/js/suggest/`; their knowledge once.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from generator.check.guess import WRONG_LANGUAGES
from generator.check.rules import contradictions, links, names, personal, safety, values, words
from generator.entry import phone, url

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.check.text_scan import Pattern

_GROUP = re.compile(r"\(\?i:([^()]*(?:\((?:\?:)?[^()]*\)[^()]*)*)\)")
_LETTER = re.compile(r"(\\.)|(\[[^\]]*\])|([A-Za-z])")


@cache
def browser_tables() -> dict[str, Any]:
    """Give the tables by the module that owns them. Expressions are such as JavaScript reads; sets are texts."""
    return {
        "phones": {
            "short": " ".join(phone.SHORT_CODES),
            "exchange": phone.SERVICE_EXCHANGE.pattern,
            "invented": phone.INVENTED_NUMBER.pattern,
            "called": list(phone.called_patterns()),
        },
        "links": {
            "short": _set(url.SHORTENERS),
            "staging": _set(url.STAGING),
            "labels": _set(url.STAGING_LABELS),
            "invented": _set(url.INVENTED_HOSTS),
            "tracking": url.TRACKING.pattern,
            "no_page": links.NOT_A_PAGE.pattern,
        },
        "values": {
            "languages": _set(values.TWO_LETTERS),
            "no_languages": _set(WRONG_LANGUAGES),
            "facts": _set(values.known_facts()),
            "oldest": values.OLDEST_YEAR,
        },
        "alone": {key: [none, _set(beside) if beside else ""] for key, (none, beside) in contradictions.ALONE.items()},
        "telling": safety.TELLING.pattern,
        "personal": [[personal.CODES[p.what], *_pattern(p)] for p in personal.PATTERNS],
        "names": {
            "first": _set(names.FIRST_NAMES),
            "roles": _set(names.ROLE_WORDS),
            "organizations": _set(names.ORGANIZATIONS),
            "role": names.ROLE.pattern,
            "titled": portable(names.TITLED.expression),
            "asked": portable(names.ASKED.expression),
            "called": portable(names.CALLED.expression),
            "private": [_pattern(pattern) for pattern in names.PRIVATE],
        },
        "words": {
            "texts": _set(words.OUR_TEXTS),
            "unkind": [[_flags(e.flags), portable(e.pattern), better] for e, better in words.UNKIND],
            "markup": words.MARKUP.pattern,
        },
    }


def portable(expression: str) -> str:
    """Give an expression without `(?i:...)`, which few browsers know: each letter within becomes both its cases."""
    return _GROUP.sub(lambda group: f"(?:{_LETTER.sub(_both, group[1])})", expression)


def _both(found: re.Match[str]) -> str:
    letter = found[3]
    return f"[{letter.lower()}{letter.upper()}]" if letter else found[0]


def _pattern(pattern: Pattern) -> list[str]:
    return [_flags(int(pattern.flags)), portable(pattern.expression)]


def _flags(flags: int) -> str:
    return "i" if flags & re.IGNORECASE else ""


def _set(items: Iterable[str]) -> str:
    return " ".join(sorted(items))
