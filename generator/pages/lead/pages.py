"""The three pages about LEAD, with their addresses, which never change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pages.lead.officers import officers_page
from generator.pages.lead.refer import refer_page
from generator.pages.lead.roles import roles_page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.pages.said import Said
    from generator.pages.shell import Shell


def lead_pages(shell: Shell, said: Mapping[str, Said]) -> Iterator[tuple[str, bytes]]:
    """Give `officers.html`, `refer.html` and `roles.html`; `said` has every resource in words, by its id."""
    yield "officers.html", officers_page(shell, said)
    yield "refer.html", refer_page(shell)
    yield "roles.html", roles_page(shell)
