"""The one table of the rules for a single entry: what each asks, whether it only warns, and where else it runs.

A rule `in_browser` also runs in the form of `/suggest.html`, as a function of the same name in
`generator/web/static/js/suggest/rules.js`; the tests hold the two to the same answers. The other rules need files, the
map of the area or other entries, and run when a change has been sent.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.check.rules import (
    contradictions,
    do_not_list,
    hours,
    links,
    names,
    personal,
    phones,
    place,
    safety,
    secret_places,
    services,
    values,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.check.finding import Finding
    from generator.check.subject import Subject


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    `advice` only ever warns, so that a build, which asks for errors only, goes without it. `in_browser` is said above.
    """

    run: Callable[[Subject], Iterator[Finding]]
    advice: bool = False
    in_browser: bool = False

    @property
    def name(self) -> str:
        """The module and the function, such as `phones.only_fax`."""
        return f"{self.run.__module__.rpartition('.')[2]}.{self.run.__name__}"


RULES = (
    Rule(do_not_list.refused),
    Rule(services.services, in_browser=True),
    Rule(services.folder),
    Rule(hours.hours),
    Rule(hours.by_service, in_browser=True),
    Rule(hours.timezone),
    Rule(phones.phones, in_browser=True),
    Rule(phones.backup, in_browser=True),
    Rule(phones.only_fax, in_browser=True),
    Rule(links.links, in_browser=True),
    Rule(links.sources, in_browser=True),
    Rule(contradictions.lists, in_browser=True),
    Rule(contradictions.drop_off, in_browser=True),
    Rule(place.address),
    Rule(place.point),
    Rule(values.one_line, in_browser=True),
    Rule(values.dates, in_browser=True),
    Rule(values.ages, in_browser=True),
    Rule(values.facts, in_browser=True),
    Rule(values.languages, in_browser=True),
    Rule(values.external_codes),
    Rule(values.conditions, in_browser=True),
    Rule(values.status, in_browser=True),
    Rule(secret_places.leave, in_browser=True),
    Rule(secret_places.area),
    Rule(safety.neutral_name, in_browser=True),
    Rule(names.roles, in_browser=True),
    Rule(secret_places.address_like),
    Rule(personal.personal, in_browser=True),
    Rule(names.people, in_browser=True),
    Rule(phones.officers, advice=True, in_browser=True),
    Rule(phones.in_texts, advice=True),
    Rule(links.home_pages, advice=True, in_browser=True),
    Rule(contradictions.free_places, advice=True),
    Rule(words.words, advice=True, in_browser=True),
    Rule(words.markup, advice=True, in_browser=True),
    Rule(words.alphabets, advice=True),
    Rule(words.reading_level, advice=True),
)
"""In the order in which they are asked."""
