"""Where a suggestion can go: the hosting service of the repository, as far as its addresses are known."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from generator.config.site import Site

BRANCH = "main"
"""The branch that changes are made against."""


def hosting(site: Site) -> dict[str, str]:
    """Give `kind`, `base` and `branch` of the repository; nothing where there is none.

    `kind` is `github` where a new file and an issue can be opened with their texts filled in, else `other`.
    """
    if not site.repository:
        return {}
    kind = "github" if urlsplit(site.repository).hostname == "github.com" else "other"
    return {"kind": kind, "base": site.repository, "branch": BRANCH}
