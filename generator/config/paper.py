"""What stands on the small printed forms: `site_config/paper.yaml`, typed. The file may be absent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.config.reading import nearest
from generator.entry.problem import ProblemError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.config.reading import ConfigFile
    from generator.config.taxonomy import Taxonomy
    from generator.entry.problem import Problem


@dataclass(frozen=True, slots=True)
class PaperChoice:
    """Slugs of services for each small form, most important first; empty where the file leaves it to the generator."""

    card: tuple[str, ...] = ()
    poster: tuple[str, ...] = ()
    slip: tuple[str, ...] = ()


def load_paper(taxonomy: Taxonomy, file: ConfigFile) -> PaperChoice:
    """Give the choice of a file that has passed its schema. Raises ProblemError where a service does not exist."""
    problems = list(_unknown(taxonomy, file))
    if problems:
        raise ProblemError(*sorted(problems))
    return PaperChoice(**{form: tuple(services) for form, services in file.data.items()})


def _unknown(taxonomy: Taxonomy, file: ConfigFile) -> Iterator[Problem]:
    known = sorted(taxonomy.services)
    for form, services in file.data.items():
        for index, slug in enumerate(services):
            if slug not in taxonomy.services:
                meant = nearest(slug, known)
                wanted = f"{meant} (did you mean that?)" if meant else "the slug of a service of taxonomy.yaml"
                path = (form, index)
                yield file.problem(path, "E745", slug, wanted, fix=file.swapped(path, slug, meant))
