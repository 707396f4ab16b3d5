"""Gaps that people have named, from `site_config/gaps.yaml`: what is missing, who said so, and when.

A gap is somebody's word, with its origin and its date. What a directory does not list is no gap by itself.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.config.reading import nearest
from generator.entry.problem import ProblemError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.config.reading import ConfigFile
    from generator.config.taxonomy import Taxonomy
    from generator.entry.problem import Problem

FILE = "gaps.yaml"


@dataclass(frozen=True, slots=True)
class Gap:
    """One gap. `about` is the slug of a service or a group; `date` is when it was named, `closed` when it ended.

    Both dates are as exact as they are known (YYYY, YYYY-MM or YYYY-MM-DD); `closed` is empty while it is open.
    `area` is empty where it is the whole area of the site.
    """

    about: str
    intercepts: tuple[int, ...]
    note: str
    origin: str
    date: str
    link: str = ""
    area: str = ""
    closed: str = ""


def load_gaps(taxonomy: Taxonomy, file: ConfigFile) -> tuple[Gap, ...]:
    """Give the gaps of a file that has passed its schema, the newest first.

    `intercepts` are those of the service, or of all services of the group, where the file does not say. Raises
    ProblemError with all its problems.
    """
    problems = [*_unknown(taxonomy, file), *_dates(file)]
    if problems:
        raise ProblemError(*sorted(problems))
    gaps = (
        Gap(
            about=block["about"],
            intercepts=_intercepts(block, taxonomy),
            note=block["note"],
            origin=block["origin"],
            date=block["date"],
            link=block.get("link", ""),
            area=block.get("area", ""),
            closed=block.get("closed", ""),
        )
        for block in file.data["gaps"]
    )
    return tuple(sorted(gaps, key=lambda gap: (gap.date, gap.about), reverse=True))


def _intercepts(block: dict[str, list[str]], taxonomy: Taxonomy) -> tuple[int, ...]:
    if "intercepts" in block:
        return tuple(sorted(int(number) for number in block["intercepts"]))
    about = str(block["about"])
    named = [s.slug for s in taxonomy.services.values() if about in {s.slug, s.group}]
    return taxonomy.intercepts(named)


def _unknown(taxonomy: Taxonomy, file: ConfigFile) -> Iterator[Problem]:
    known = (*taxonomy.services, *(group.slug for group in taxonomy.groups))
    for index, block in enumerate(file.data["gaps"]):
        about = block["about"]
        if about not in known:
            path = ("gaps", index, "about")
            meant = nearest(about, known)
            wanted = f"{meant} (did you mean that?)" if meant else "a service or a group of taxonomy.yaml"
            yield file.problem(path, "E770", about, wanted, fix=file.swapped(path, about, meant))


def _dates(file: ConfigFile) -> Iterator[Problem]:
    for index, block in enumerate(file.data["gaps"]):
        for key in ("date", "closed"):
            if key in block and not _real(block[key]):
                wanted = "a date of the calendar, year first, such as  2026-11-23"
                yield file.problem(("gaps", index, key), "E771", block[key], wanted)
        if block.get("closed", "9999") < block["date"][: len(block.get("closed", "9999"))]:
            seen = f"closed {block['closed']}, named {block['date']}"
            yield file.problem(("gaps", index, "closed"), "E772", seen, "a date after the one on which it was named")


def _real(text: str) -> bool:
    year, month, day = (*(int(part) for part in text.split("-")), 1, 1)[:3]
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True
