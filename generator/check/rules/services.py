"""Services exist, and an entry lies in the folder of its first one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.check.finding import Finding
from generator.check.guess import nearest, slug
from generator.check.subject import texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.check.subject import Subject
    from generator.config.taxonomy import Taxonomy


def services(subject: Subject) -> Iterator[Finding]:
    """Require that every service is one of the taxonomy."""
    taxonomy = subject.settings.taxonomy
    for path, text in texts_of(subject.data, "services"):
        if text not in taxonomy.services and text:
            meant = _meant(text, taxonomy)
            wanted = f"did you mean  {meant} ?" if meant else _choices(text, subject)
            yield Finding("E303", path, text, wanted, value=meant or None)


def folder(subject: Subject) -> Iterator[Finding]:
    """Require the folder of the first service's group."""
    first = next((text for _, text in texts_of(subject.data, "services")), "")
    service = subject.settings.taxonomy.services.get(first)
    if service and subject.file.path.count("/") == 2 and service.group != subject.file.folder:
        name = subject.file.path.rpartition("/")[2]
        seen = f"the folder {subject.file.folder}/, but {first} belongs to the group {service.group}"
        wanted = f"this file as  directory/{service.group}/{name},  or another service first"
        yield Finding("E302", ("services", 0), seen, wanted)


def _meant(text: str, taxonomy: Taxonomy) -> str:
    by_label = {service.label.lower(): service.slug for service in taxonomy.services.values()}
    return by_label.get(text.strip().lower(), "") or nearest(slug(text), taxonomy.services)


def _choices(text: str, subject: Subject) -> str:
    groups = {group.slug: group for group in subject.settings.taxonomy.groups}
    group = groups.get(text) or groups.get(subject.file.folder)
    if group is None:
        return "a service of site_config/taxonomy.yaml"
    names = ", ".join(service.slug for service in group.services)
    start = f"{text} is a group; its services are" if text in groups else f"a service, such as those of {group.slug}:"
    return f"{start}  {names}"
