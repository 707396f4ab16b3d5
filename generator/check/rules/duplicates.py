"""Two entries for one place, one id for two entries, and hosts that differ by a letter."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, TypeAlias

from generator.check.finding import Finding
from generator.check.guess import word_set
from generator.config.streets import parse_street, plain_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.check.gist import Gist

ALIKE = 0.72
"""Likeness of two names, 0 to 1, from which they may be one place."""

MOST = 20
"""Entries with one number or address that are compared; a switchboard with more is no mistake."""

_FILLER = word_set("a and at center centre county for inc llc of office program project service services the")

_DIGITS = re.compile(r"[0-9]")

Told: TypeAlias = "tuple[Gist, Finding]"
Placed: TypeAlias = "tuple[Gist, tuple[str | int, ...]]"


def same_place(gists: Sequence[Gist]) -> Iterator[Told]:
    """Tell two living entries with a phone or address in common and much the same name."""
    told: set[tuple[str, str]] = set()
    for code, what, bucket in (*_by_phone(gists), *_by_address(gists)):
        for index, (later, path) in enumerate(bucket):
            for earlier, _ in bucket[:index]:
                pair = (earlier.id, later.id)
                if pair not in told and earlier.id != later.id and alike(earlier.name, later.name):
                    told.add(pair)
                    wanted = f"one entry for one place. Is it the same as  {earlier.file} ?"
                    yield later, Finding(code, path, f"{what}, as in {earlier.name}", wanted)


def similar_hosts(gists: Sequence[Gist]) -> Iterator[Told]:
    """Tell two hosts that differ by a single letter."""
    first: dict[str, Gist] = {}
    where: dict[str, tuple[Gist, tuple[str | int, ...]]] = {}
    for gist in gists:
        for path, host in gist.hosts:
            if not host.isascii():
                continue
            first.setdefault(host, gist)
            where.setdefault(host, (gist, path))
    shorter: dict[str, list[str]] = {}
    for host, (gist, path) in where.items():
        near = {other for short in _without_one(host) for other in shorter.get(short, ())}
        known = sorted(other for other in near if _DIGITS.sub("", other) != _DIGITS.sub("", host))
        if known:
            wanted = f"a look at both pages: is {known[0]} (in {first[known[0]].file}) the same site?"
            yield gist, Finding("W615", path, f"{host}, almost {known[0]}", wanted, part=host)
        for short in _without_one(host):
            shorter.setdefault(short, []).append(host)


def alike(a: str, b: str) -> bool:
    """Whether two names may be of one place: the same words, or nearly the same letters."""
    left, right = _words(a), _words(b)
    if not left or not right:
        return False
    shared = len(left & right) / min(len(left), len(right))
    letters = SequenceMatcher(None, " ".join(sorted(left)), " ".join(sorted(right))).ratio()
    return shared >= 0.99 or letters >= ALIKE


def _by_phone(gists: Sequence[Gist]) -> Iterator[tuple[str, str, list[Placed]]]:
    buckets: dict[str, list[Placed]] = {}
    for gist in _living(gists):
        for index, number in gist.phones:
            if "-" in number:
                buckets.setdefault(number, []).append((gist, ("phones", index, "number")))
    for number, bucket in buckets.items():
        if 1 < len(bucket) <= MOST:
            yield "W605", f"the phone {number}", bucket


def _by_address(gists: Sequence[Gist]) -> Iterator[tuple[str, str, list[Placed]]]:
    buckets: dict[tuple[int, str, str], list[Placed]] = {}
    for gist in _living(gists):
        street, city, _ = gist.address
        place = parse_street(street) if street else None
        if place and place.name and place.number is not None:
            key = (place.number, place.name, plain_name(city))
            buckets.setdefault(key, []).append((gist, ("address", "street")))
    for bucket in buckets.values():
        if 1 < len(bucket) <= MOST:
            yield "W606", f"the address {bucket[0][0].address[0]}", bucket


def _living(gists: Sequence[Gist]) -> Iterator[Gist]:
    return (gist for gist in gists if gist.status not in {"inactive", "defunct"})


def _words(name: str) -> frozenset[str]:
    words = re.findall(r"[a-z0-9]+", name.lower().replace("'", ""))
    kept = frozenset(word for word in words if word not in _FILLER)
    return kept or frozenset(words)


def _without_one(host: str) -> set[str]:
    return {host, *(host[:index] + host[index + 1 :] for index in range(len(host)))}
