"""The strings that pages use: none is missing, none is left over, and none says too much."""

from __future__ import annotations

import re
from functools import cache

from tests.pages.site import ROOT, harbor

MINE = (
    "site.",
    "foot.",
    "home.",
    "lead.",
    "officers.",
    "refer.",
    "roles.",
    "list.",
    "card.",
    "everything.",
    "act.",
    "page.",
    "first.",
    "fix.",
    "lost.",
    "gone.",
    "about.",
    "credits.",
    "check.",
    "kept.",
    "changes.",
    "quality.",
)
MADE = re.compile(
    r"page\.(take|need|officers|offers|cost|getting)|first\.[a-z-]+|credits\.(of|name|license)\.[a-z-]+"
    r"|check\.(old|holds)\.[a-z]+|changes\.(what|origin)\.[a-z]+|quality\.of\.[a-z_]+|credits\.(places|towns|zips)"
    r"|officers\.law\.[a-z-]+|refer\.door\.[a-z-]+(\.text)?|roles\.(who|goal)\.[a-z-]+(\.(does|quote))?"
    r"|roles\.sim\.\d(\.text)?"
)
"""Keys that are put together from a block of the schema, from a way to get in, or from a source of points."""


@cache
def sources() -> str:
    """Give templates and modules of the pages as one text."""
    folders = (ROOT / "generator/pages", ROOT / "generator/pages/lead", ROOT / "generator/web/templates")
    paths = [p for folder in folders for p in sorted(folder.iterdir()) if p.suffix in {".py", ".html"}]
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def mine() -> list[str]:
    """Give the keys that belong to pages, plural forms as one."""
    keys = {re.sub(r"\.(one|other)$", "", key) for key in harbor().settings.words.texts}
    return sorted(key for key in keys if key.startswith(MINE))


def test_no_words_are_left_over() -> None:
    """A key that nothing uses is work for every translator."""
    used = set(re.findall(r"[\"']([a-z]+\.[a-z.-]+)[\"']", sources()))
    assert [key for key in mine() if key not in used and not MADE.fullmatch(key)] == []


def test_every_way_to_get_in_has_a_first_step() -> None:
    """A place that works by mail alone is not told to be called."""
    from generator.entry.schema import fields  # noqa: PLC0415

    ways = next(field.values for field in fields() if field.name == "access")
    assert [way for way in ways if f"first.{way}" not in harbor().settings.words] == []


def test_the_words_of_pages_claim_no_office_and_no_check() -> None:
    """Nothing is official, certified or approved; confirmed is said where the phone keeps watch over it."""
    texts = harbor().settings.words.texts
    claims = re.compile(r"\b(official|certified|approved|guarantee|verified(?!:)|checked)\b", re.IGNORECASE)
    assert [key for key in texts if key.startswith(MINE) and claims.search(texts[key])] == []
    confirmed = [key for key in texts if key.startswith(MINE) and re.search(r"(?<!ot )\bconfirmed", texts[key])]
    assert confirmed == [
        "card.fact.confirmed",
        "first.nothing",
        "about.asked.none",
        "about.asked.some",
        "quality.share",
    ]
