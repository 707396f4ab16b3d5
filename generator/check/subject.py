"""What a rule looks at: one file's data with the settings, and ways to walk data that may have any shape."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.entry import url

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.config.settings import Settings
    from generator.config.taxonomy import Service
    from generator.entry.source import SourceFile
    from generator.entry.strict_yaml import Document, Path, Value

URL_KEYS = ("website", "online_form", "online_chat", "live_availability_url")
_NEAR = frozenset({"local", "county"})


@dataclass(frozen=True, slots=True)
class Subject:
    """One file that could be read.

    `services` are its services that exist, in order. `invented` allows 555-01xx numbers and .example hosts. The
    data may still have the wrong shape here and there: rules take what they understand and leave the rest alone.
    """

    file: SourceFile
    document: Document
    settings: Settings
    services: tuple[Service, ...]
    invented: bool

    @property
    def data(self) -> dict[str, Value]:
        """The plain data of the file."""
        return self.document.data

    @property
    def confidential(self) -> bool:
        """Whether its place is secret."""
        return "confidential" in self.data

    @property
    def local(self) -> bool:
        """Whether it serves this area and not a whole state or nation."""
        return is_local(self.data)


def is_local(data: Mapping[str, Value]) -> bool:
    """Whether an entry serves this area; a misspelled service_area is given the benefit of the doubt."""
    area = data.get("service_area")
    return not isinstance(area, str) or area in _NEAR


def is_invented(settings: Settings) -> bool:
    """Whether a site is one for tests: an address of its own is under .example, which nobody can ever own."""
    site = settings.site
    own = (site.url, site.repository, site.contact, site.neutral_page)
    return any(address and url.invented(url.host(address) or address.rpartition("@")[2]) for address in own)


def is_example(data: Mapping[str, Value]) -> bool:
    """Whether an entry is one to copy, such as a new county begins with: a draft, and named so, is never published."""
    return data.get("status") == "draft" and text_at(data, "name").startswith("Example ")


def text_at(data: Value | Mapping[str, Value] | None, *path: str) -> str:
    """Give the text at a path of keys, or an empty text where there is none."""
    value = data
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value if isinstance(value, str) else ""


def texts_of(data: Mapping[str, Value], key: str) -> Iterator[tuple[Path, str]]:
    """Give the texts of a list with their paths."""
    value = data.get(key)
    if isinstance(value, list):
        for index, item in enumerate(value):
            if isinstance(item, str):
                yield (key, index), item


def blocks_of(data: Mapping[str, Value], key: str) -> Iterator[tuple[Path, dict[str, Value]]]:
    """Give the values with keys of a list, with their paths."""
    value = data.get(key)
    if isinstance(value, list):
        for index, item in enumerate(value):
            if isinstance(item, dict):
                yield (key, index), item


def block_at(data: Mapping[str, Value], key: str) -> dict[str, Value]:
    """Give the keys below a key, or none."""
    value = data.get(key)
    return value if isinstance(value, dict) else {}


def leaves(value: Value, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Give every text of a value with its path, in the order of the file."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*path, key))
    else:
        for index, inner in enumerate(value):
            yield from leaves(inner, (*path, index))


def urls_of(data: Mapping[str, Value]) -> Iterator[tuple[Path, str]]:
    """Give every web address with its path."""
    for key in URL_KEYS:
        value = data.get(key)
        if isinstance(value, str):
            yield (key,), value
    for path, source in blocks_of(data, "sources"):
        value = source.get("url")
        if isinstance(value, str):
            yield (*path, "url"), value
