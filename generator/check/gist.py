"""What other files and the calendar need to know of one file: small, free of places, and the same for equal bytes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.check.rules.values import dates_of
from generator.check.subject import block_at, blocks_of, is_local, text_at, texts_of, urls_of
from generator.entry import url
from generator.entry.place import PlaceError, parse_point

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.entry.place import Point
    from generator.entry.strict_yaml import Path, Value


@dataclass(frozen=True, slots=True)
class Gist:
    """The gist of one file that could be read. Texts are as typed; what is missing or misshapen is empty.

    `point` is its own point, if it can be read. `phones` are numbers with their index, `address` street, city and
    ZIP, `references` ids of other entries and `dates` dates, both with their paths; `hosts` the hosts of its own
    pages. `released` says that there is written leave to show the
    address, `phone_check` that somebody has telephoned.
    """

    file: str
    id: str
    name: str
    organization: str
    status: str
    services: tuple[str, ...]
    confidential: bool
    released: bool
    local: bool
    point: Point | None
    phones: tuple[tuple[int, str], ...]
    address: tuple[str, str, str]
    references: tuple[tuple[Path, str], ...]
    dates: tuple[tuple[Path, str], ...]
    hosts: tuple[tuple[Path, str], ...]
    phone_check: bool

    @property
    def published(self) -> bool:
        """Whether the public sees it as a place to go to."""
        return self.status in {"active", "temporarily-closed"}


def gist(file: str, entry_id: str, data: Mapping[str, Value]) -> Gist:
    """Give the gist of one file's data, whatever its shape."""
    numbers = ((path[1], text_at(phone, "number")) for path, phone in blocks_of(data, "phones"))
    home = block_at(data, "address")
    backup = text_at(data.get("backup_contact"), "entry")
    references = [*texts_of(data, "if_closed_or_full"), *([(("backup_contact", "entry"), backup)] if backup else [])]
    return Gist(
        file,
        entry_id,
        text_at(data, "name"),
        text_at(data, "organization"),
        text_at(data, "status"),
        tuple(text for _, text in texts_of(data, "services")),
        "confidential" in data,
        "address_release" in data,
        is_local(data),
        _point(block_at(data, "point")),
        tuple((index, number) for index, number in numbers if number and isinstance(index, int)),
        (text_at(home, "street"), text_at(home, "city"), text_at(home, "zip")),
        tuple(references),
        tuple(dates_of(data)),
        tuple((path, url.host(address)) for path, address in urls_of(data) if url.host(address)),
        any(text_at(check, "how") == "phone" for _, check in blocks_of(data, "verified")),
    )


def _point(block: Mapping[str, Value]) -> Point | None:
    try:
        return parse_point(text_at(block, "lat"), text_at(block, "lon"))
    except PlaceError:
        return None
