"""One page of every kind of the light shell, in the invented county."""

PAGES = (
    "index.html",
    "find/index.html",
    "find/crisis.html",
    "find/shelter.html",
    "find/safety.html",
    "r/harbor-crisis-center.html",
    "r/river-house.html",
    "r/winter-hall.html",
    "r/safety-1.html",
    "r/line-988.html",
    "r/old-hall.html",
    "officers.html",
    "refer.html",
    "roles.html",
    "about.html",
    "away.html",
    "check.html",
    "quality.html",
    "suggest.html",
    "changes.html",
    "coverage.html",
    "keep.html",
    "privacy.html",
    "404.html",
    "list.html",
)

PRINTED = tuple(
    f"print/{name}.html" for name in ("index", "card", "roll-call", "booklet", "poster", "slip", "slip-plain")
)
"""Sheets for a printer, which people look at on a screen before."""
