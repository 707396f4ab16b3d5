"""`taxonomy.yaml` becomes a Taxonomy: defaults filled in, addresses unique, sensitive pages neutral."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from generator.config.reading import nearest
from generator.config.taxonomy import Codes, Group, Kind, Service, Taxonomy
from generator.entry.problem import ProblemError
from generator.entry.schema import field_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.config.reading import ConfigFile
    from generator.entry.problem import Problem
    from generator.entry.strict_yaml import Path

RESERVED_PATHS = frozenset({"all", "aux", "con", "index", "more", "nul", "prn"})
"""Words that no page of a group or service may have: pages of the site, names that Windows cannot store."""

_TELLING = re.compile(
    r"\b(abus|assault|batter|domestic|dv\b|escap|exploit|hidden|ipv\b|prostitut|rape|refuge|runaway|secret|sex|shelter"
    r"|stalk|survivor|traffick|victim|violen)",
    re.IGNORECASE,
)
"""Beginnings of words that tell what a sensitive page is about to whoever sees its address or its tab."""


def load_taxonomy(file: ConfigFile) -> Taxonomy:
    """Give the taxonomy of a file that has passed its schema. Raises ProblemError with all its problems."""
    groups = tuple(_group(slug, order, data) for order, (slug, data) in enumerate(file.data["groups"].items(), start=1))
    problems = [
        *_slugs(file, groups),
        *_paths(file, groups),
        *(p for group in groups for p in _neutral(file, group)),
        *(p for group in groups for p in _asks(file, group)),
    ]
    if problems:
        raise ProblemError(*sorted(problems))
    return Taxonomy(groups, {service.slug: service for group in groups for service in group.services})


def _group(slug: str, order: int, data: Mapping[str, Any]) -> Group:
    sensitive = data.get("sensitive", "no") == "yes"
    group = Group(
        slug=slug,
        label=data["label"],
        order=order,
        icon=data["icon"],
        sensitive=sensitive,
        tile=data["tile"] == "yes",
        path=data.get("path", slug),
        title=data.get("title", "") if sensitive else data["label"],
        ask=tuple(data["ask"]),
        services=(),
    )
    return replace(group, services=tuple(_service(key, group, inner) for key, inner in data["services"].items()))


def _service(slug: str, group: Group, data: Mapping[str, Any]) -> Service:
    sensitive = data.get("sensitive", "yes" if group.sensitive else "no") == "yes"
    codes = data.get("codes", {})
    return Service(
        slug=slug,
        label=data["label"],
        definition=data["definition"],
        group=group.slug,
        kind=Kind(data.get("kind", Kind.OTHER)),
        intercepts=tuple(int(number) for number in data["intercepts"]),
        sensitive=sensitive,
        path=data.get("path", slug),
        title=data.get("title", group.title if group.sensitive else "") if sensitive else data["label"],
        ask=tuple(data.get("ask", group.ask)),
        address_release_needed=data.get("address") == "release-needed",
        codes=Codes(*(tuple(codes.get(name, ())) for name in ("oe", "samhsa", "hud"))),
    )


def _pages(groups: Iterable[Group]) -> Iterator[tuple[Path, Group | Service]]:
    """Give every group and service with its place in the file, in the order of the file."""
    for group in groups:
        yield ("groups", group.slug), group
        for service in group.services:
            yield ("groups", group.slug, "services", service.slug), service


def _slugs(file: ConfigFile, groups: Iterable[Group]) -> Iterator[Problem]:
    seen: dict[str, Path] = {}
    for path, page in _pages(groups):
        first = seen.setdefault(page.slug, path)
        if first != path:
            told = f"{page.slug} (also in line {file.place(first).key_line})"
            yield file.problem(path, "E710", told, "a slug that no other group or service has", key=True)


def _paths(file: ConfigFile, groups: Iterable[Group]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for path, page in _pages(groups):
        word = page.path
        if word in RESERVED_PATHS:
            yield file.problem((*path, "path"), "E711", f"find/{word}.html", "another path: the site needs this one")
        elif seen.setdefault(word, page.slug) != page.slug:
            seen_there = f"find/{word}.html, which is the page of {seen[word]}"
            yield file.problem((*path, "path"), "E711", seen_there, "a path that no other page has")


def _neutral(file: ConfigFile, group: Group) -> Iterator[Problem]:
    for path, page in _pages((group,)):
        if isinstance(page, Service) and page.address_release_needed and not page.sensitive:
            yield file.problem((*path, "address"), "E715", "a service that is not sensitive", "sensitive: yes as well")
        if not page.sensitive:
            continue
        if _TELLING.search(page.path) or (isinstance(page, Service) and _shares_a_word(page.path, page.slug)):
            wanted = f"neutral words, such as  path: {group.path}-1"
            yield file.problem((*path, "path"), "E712", f"find/{page.path}.html", wanted)
        inherited = isinstance(page, Service) and group.sensitive and page.title == group.title
        if not inherited and (not page.title or _TELLING.search(page.title)):
            wanted = "a neutral title, such as  title: Help and support"
            yield file.problem((*path, "title"), "E713", page.title or "no title:", wanted)


def _shares_a_word(path: str, slug: str) -> bool:
    return not set(path.split("-")).isdisjoint(slug.split("-"))


def _asks(file: ConfigFile, group: Group) -> Iterator[Problem]:
    lists: list[tuple[Path, Iterable[str]]] = [(("groups", group.slug, "ask"), group.ask)]
    for slug, data in file.data["groups"][group.slug]["services"].items():
        lists.append((("groups", group.slug, "services", slug, "ask"), data.get("ask", ())))
    for path, names in lists:
        for index, name in enumerate(names):
            if name not in field_names():
                meant = nearest(name, sorted(field_names()))
                wanted = f"{meant} (did you mean that?)" if meant else "the name of a field of entries"
                here = (*path, index)
                yield file.problem(here, "E714", name, wanted, fix=file.swapped(here, name, meant))
