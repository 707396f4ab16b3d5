"""A site may drop the preview warning only when somebody has telephoned every urgent entry. Paths are of site.yaml."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.check.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.check.gist import Gist
    from generator.config.settings import Settings

_NAMED = 5


def live(gists: Sequence[Gist], settings: Settings) -> Iterator[Finding]:
    """Refuse `stage: live` while a published urgent entry has no phone check."""
    if settings.site.preview:
        return
    urgent = [g for g in gists if g.published and settings.taxonomy.urgent(g.services)]
    missing = [g.id for g in urgent if not g.phone_check]
    if missing:
        names = ", ".join(missing[:_NAMED]) + (f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else "")
        seen = f"live, but {len(missing)} of {len(urgent)} urgent entries have no phone check"
        wanted = f"preview, until these have a line  how: phone  under verified:  {names}"
        yield Finding("E405", ("stage",), seen, wanted, value="preview")
