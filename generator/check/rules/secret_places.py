"""Secret places stay secret: nothing that says where one is, in any field, remark, link or spelling.

Looked through are entries that say `confidential: yes`, and those that would need written leave to show an address
and have none: whoever forgets one line must not publish a shelter.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from generator.check.finding import Finding
from generator.check.fold import folded
from generator.check.rules.address_words import ADDRESS_LIKE, MAPS, OUTSIDE_LINKS, STREET_LIKE, ZIP
from generator.check.rules.local_names import local_names
from generator.check.subject import block_at, text_at, texts_of
from generator.check.text_scan import scan_with, spans
from generator.check.zip_states import STATE_OF
from generator.config.streets import plain_name
from generator.entry.phone import SHORT_CODES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.check.rules.local_names import LocalNames
    from generator.check.subject import Subject
    from generator.check.text_scan import Span

_URL = re.compile(r"https?://\S+")
_DATE_IN_URL = re.compile(r"/\d{4}/\d{1,2}(?:/\d{1,2})?(?=/)")
_TIED = re.compile(r"(?<=\w)[-._](?=[A-Za-z])|(?<=[A-Za-z])[-._](?=\d)|(?m:^[ \t]*#)")
"""Signs that stand for a blank in `123-Hay-Street`, and the sign of a remark that goes on in the next line."""

_HIDE = "nothing that tells where the place is, only the hotline and the county: mend it before you send this file"
_LEAVE = "confidential: yes  and no address; or an  address_release:  if those who run it gave written leave"


def address_like(subject: Subject) -> Iterator[Finding]:
    """Refuse anything that looks like an address in an entry whose place is secret, remarks included."""
    needing = "" if subject.confidential else needs_leave(subject)
    if not (subject.confidential or needing):
        return
    names, known = local_names(subject.settings.gazetteer), _codes(subject)
    code, wanted = ("E503", _LEAVE) if needing else ("E502", _HIDE)
    what = f", for the service {needing}" if needing else ""
    for _, _, said in islice(_spans(subject.file.stem, names, known), 1):
        yield Finding(code, (), f"{subject.file.stem}.yaml ({said} in the file name){what}", wanted)
    for hit in scan_with(subject.document.text, subject.data, lambda text: _spans(text, names, known)):
        yield Finding(code, (), f"{hit.text} ({hit.what}){what}", wanted, spot=hit.spot)


def leave(subject: Subject) -> Iterator[Finding]:
    """Require written leave where a service that hides its address shows one."""
    needing = "" if subject.confidential else needs_leave(subject)
    shown = next((k for k in ("street", "unit", "zip") if text_at(subject.data.get("address"), k)), "")
    path = ("address", shown) if shown else ("point",) if "point" in subject.data else ()
    if needing and path:
        yield Finding("E503", path, f"an address, for the service {needing}", _LEAVE, at_key=True)


def area(subject: Subject) -> Iterator[Finding]:
    """Require that the area of a secret place is a county or a town, never a part of one."""
    if not subject.confidential:
        return
    known = subject.settings.gazetteer.area_names
    for path, text in texts_of(subject.data, "service_area"):
        if plain_name(text) not in known:
            wanted = "service_area: county,  or towns and counties of the area by their names"
            yield Finding("E502", path, f"{text} (a part of a town, perhaps)", wanted)


def needs_leave(subject: Subject) -> str:
    """Give the first service that shows an address only with written leave, where there is none; else nothing."""
    if "address_release" in subject.data:
        return ""
    return next((service.slug for service in subject.services if service.address_release_needed), "")


def _spans(text: str, names: LocalNames, known: frozenset[str]) -> Iterator[Span]:
    plain = folded(text)
    opened = _opened(plain)
    without_links = _URL.sub(lambda m: " " * len(m.group()), plain)
    yield from spans(opened, ADDRESS_LIKE, opened.lower())
    yield from spans(without_links, OUTSIDE_LINKS, without_links.lower())
    for start, end, what in spans(without_links, (ZIP,), without_links):
        if without_links[start:end] not in known and without_links[start : start + 3] in STATE_OF:
            yield start, end, what
    loose = _TIED.sub(lambda m: " " * len(m.group()), opened)
    if loose != opened:
        yield from spans(loose, STREET_LIKE, loose.lower())
    yield from names.find(loose)


def _codes(subject: Subject) -> frozenset[str]:
    """Give numbers of five digits that are no ZIP codes: short numbers, and codes of services from elsewhere."""
    allowed = subject.settings.site.allowed
    codes = (code for _, code in texts_of(block_at(subject.data, "external_codes"), "oe") if not allowed.zip(code))
    return frozenset(SHORT_CODES) | frozenset(codes)


def _opened(text: str) -> str:
    """Give a text in which words inside links stand apart, character for character, and dates in links are gone."""

    def apart(found: re.Match[str]) -> str:
        link = _DATE_IN_URL.sub(lambda m: " " * len(m.group()), found.group())
        if re.search(MAPS, link, re.IGNORECASE):
            return link
        scheme = link.index("//") + 2
        return link[:scheme] + re.sub(r"[-_+/]", " ", link[scheme:].replace("%20", "   "))

    return _URL.sub(apart, text)
