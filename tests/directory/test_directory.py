"""What may be published of the collected entries, what may not, and what may never be written down."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from generator.config.geocodes import read_geocodes
from generator.config.settings import load_settings
from generator.entry.build import build
from generator.entry.schema import entry_validator
from generator.geocode.query import query_of, same_query
from generator.project import read_project
from tests.directory.real import (
    ANOTHER_COUNTY,
    DIRECTORY,
    ROOT,
    SENSITIVE,
    collected,
    documents,
    entry_of,
    kept,
    rows,
    unproven,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.config.geocodes import Geocode
    from generator.config.settings import Settings
    from generator.entry.model import Entry

pytestmark = ANOTHER_COUNTY

RATED_LOW = {
    "access-family-services",
    "carolina-outreach",
    "cohen-clinic",
    "cumberland-behavioral-care",
    "integrated-behavioral-healthcare",
    "kv-consultants",
    "lifebridge-spring-lake",
    "operation-inasmuch",
    "precious-haven",
    "renew-counseling",
    "southern-healthcare-network",
    "sunlight-behavior-center",
    "wellness-designed",
}
DOUBTED = {
    "care-clinic",
    "cc-community-development",
    "cumberland-healthnet",
    "never-use-alone",
    "rainn",
    "rape-crisis-cumberland",
    "roxie-crisis-center",
    "runaway-safeline",
    "the-lodge",
}
DRAFTS = {entry_of(row) for row in RATED_LOW | DOUBTED}
SAFE_HOUSE = "safety-2"
PLAIN_HTTP = {
    "crisissolutionsnc.org",
    "fayettevillemetrohousingauthority.org",
    "hopegrovechurch.org",
    "www.almshousehopemills.com",
}
"""Hosts of published entries that are not known to answer on https."""
WHOLE_SITE = {"http://crisissolutionsnc.org/"}
"""The one source whose first page itself has the fact."""
NO_POINT = {"roxie-crisis-center"}
"""Has the name of a street, and no number that could be looked up."""

# The collected data ends with numbers and addresses that somebody only remembered. They may not enter, not even here:
# these are the first 16 hex digits of the SHA-256 of ten digits, or of house number and first word of the street.
REMEMBERED = {
    "bca7c5c2ad99577b",
    "7074f45121eb7f75",
    "cfda57784485d9ff",
    "fa79a7e86cf1679c",
    "4173c8df7058f509",
    "3a872ce62b6f8b05",
    "3e755b88bf9215ae",
    "1512b088c3412c8c",
    "3ea1fa127adfbb8e",
    "57a7136b0e1cf919",
    "dfc1593b0a4131b7",
    "3bb254886803b3a4",
    "99bf797c773e350c",
    "61da438faf252a05",
    "e3a3541ac42f90ca",
}
_NUMBER = re.compile(r"(?<!\d)\(?(\d{3})\)?[-. ]?(\d{3})[-. ]?(\d{4})(?!\d)")
_HOUSE = re.compile(r"\b(\d{1,5})[A-Z]?(?:-[A-Z])?,? (?:[NSEW]\.? )?([A-Z][a-z]+)")
_ADDRESS_LIKE = re.compile(
    r"\b\d{1,5}[A-Z]? (?:[NSEW]\.? )?[A-Z][a-z]+|\b\d{5}\b|\d+\.\d{3,}"
    r"|(?i:\b(?:street|avenue|road|drive|lane|blvd|boulevard|highway|corner of|next to|across from|st|ave|rd|dr)\b)"
)
_BRITISH = re.compile(r"(?i)\b\w*(?:centre|counsell|behaviour|organis|stabilis|enrolment|programme|prioritis)\w*")
_LABELS = re.compile(
    r"(?i)\b(?:addicts?|abusers?|alcoholics?|offenders?|inmates?|felons?|junkies|prostitutes?|victims)\b"
)


@pytest.fixture(name="settings", scope="module")
def _settings() -> Settings:
    return load_settings(read_project(ROOT).config)


@pytest.fixture(name="entries", scope="module")
def _entries() -> Mapping[str, Entry]:
    """The entries that are held to their row."""
    return {name: build(name, documents()[name].file, documents()[name].data) for name in sorted(kept())}


@pytest.fixture(name="geocodes", scope="module")
def _geocodes() -> Mapping[str, Geocode]:
    return read_geocodes((DIRECTORY / "geocodes.yaml").read_bytes()).records


def _texts(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    """Give every text below a value with the key it stands under."""
    if isinstance(value, dict):
        for name, item in value.items():
            yield from _texts(item, name)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item, key)
    else:
        yield key, str(value)


def _words(name: str) -> str:
    """Give what an entry says in words of its own: no addresses of pages, no names of publishers."""
    return "\n".join(text for key, text in _texts(documents()[name].data) if key not in {"url", "publisher"})


def _remembered(text: str) -> set[str]:
    """Give the numbers and house numbers of a text in the form in which REMEMBERED holds them."""
    found = {"".join(match.groups()) for match in _NUMBER.finditer(text)}
    found |= {f"{number} {street}".lower() for number, street in _HOUSE.findall(text)}
    return {hashlib.sha256(piece.encode()).hexdigest()[:16] for piece in found}


@pytest.mark.parametrize("name", sorted(kept()))
def test_every_file_is_an_entry(name: str) -> None:
    """Strict YAML, the schema and the builder take each file as it stands."""
    document = documents()[name]
    assert document.problems == ()
    assert [error.message for error in entry_validator().iter_errors(document.data)] == []
    assert build(name, document.file, document.data).id == name
    assert document.text.startswith("# yaml-language-server: $schema=../../generator/entry/editor.schema.json\n")


def test_no_collected_entry_is_gone() -> None:
    """79 rows, 79 files, and any number beside them: an address is on printed cards, so it outlives the place."""
    assert len(rows()) == 79
    gone = sorted({entry_of(row) for row in rows()} - set(collected()))
    assert gone == [], "change the status and keep the file; a directory of another place has none of the 79"


def test_entries_lie_in_the_folder_of_their_first_service(entries: Mapping[str, Entry], settings: Settings) -> None:
    """A volunteer who looks for a place by its need finds the file."""
    services = settings.taxonomy.services
    wrong = [e.id for e in entries.values() if e.file.split("/")[1] != services[e.services[0]].group]
    assert wrong == []


def test_22_rows_wait_for_a_call_or_a_better_source() -> None:
    """The 13 rows rated low and nine doubted ones stay drafts until somebody verified them or found another page."""
    assert (len(RATED_LOW), len(DRAFTS)) == (13, 22)
    told = {name: documents()[name].data["status"] for name in unproven() & DRAFTS}
    assert {name: status for name, status in told.items() if status in {"active", "temporarily-closed"}} == {}


def test_the_other_57_rows_are_published(entries: Mapping[str, Entry]) -> None:
    """None of them is closed or hidden without a word about it in the editor's note."""
    assert len(rows()) - len(DRAFTS) == 57
    assert sorted(e.id for e in entries.values() if not e.published) == sorted(kept() & DRAFTS)


def test_sensitive_entries_have_neutral_names(entries: Mapping[str, Entry], settings: Settings) -> None:
    """The address of a page is its file name, so every entry with a sensitive service is safety- and a number."""
    sensitive = {e.id for e in entries.values() if settings.taxonomy.sensitive(e.services)}
    assert sensitive == set(SENSITIVE.values()) & kept()


def test_the_safe_house_is_nowhere(geocodes: Mapping[str, Geocode]) -> None:
    """The confidential entry has no address, no point and no word that sounds like one, whatever becomes known."""
    data = documents()[SAFE_HOUSE].data
    assert data["confidential"] == "yes"
    assert not {"address", "point", "transport_note"} & data.keys()
    assert _ADDRESS_LIKE.findall(_words(SAFE_HOUSE)) == []
    assert [row for row, cells in rows().items() if cells["confidential"] == "yes"] == ["care-center-dv"]
    assert SAFE_HOUSE not in geocodes


def test_nobody_is_told_to_call_a_number_that_is_not_known() -> None:
    """As long as the safe house has no number, its page has no hours either: they would say that somebody answers."""
    data = documents()[SAFE_HOUSE].data
    assert "phones" in data or "hours" not in data


def test_an_address_in_a_confidential_entry_would_be_seen() -> None:
    """The pattern finds a house number, a ZIP, a point and the word Street."""
    for text in ("12 Water", "28301", "35.0528", "on Water Street", "corner of A and B"):
        assert _ADDRESS_LIKE.search(text), text


def test_nothing_that_was_only_remembered_is_in_the_directory(geocodes: Mapping[str, Geocode]) -> None:
    """No unproven entry, and no point of one, has a number or address of the list of memories."""
    texts = {name: documents()[name].text for name in unproven()}
    texts |= {f"{name} in geocodes.yaml": geocodes[name].query for name in unproven() & geocodes.keys()}
    assert sorted(name for name, text in texts.items() if _remembered(text) & REMEMBERED) == []


def test_remembered_numbers_are_found_however_they_are_written() -> None:
    """Brackets, dots and a suffix on the house number hide nothing."""
    pieces = [hashlib.sha256(text.encode()).hexdigest()[:16] for text in ("9105550100", "12 water")]
    assert _remembered("(910) 555-0100, at 12B Water St") == set(pieces)
    assert _remembered("910.555.0100 and 12 N. Water St") == set(pieces)


@pytest.mark.parametrize("name", sorted(kept()))
def test_sources_can_be_opened(name: str, entries: Mapping[str, Entry]) -> None:
    """Each source is a page with the fact on it: https but for known hosts, no home page, no test server."""
    for source in entries[name].sources:
        url = urlsplit(source.url)
        assert url.scheme == "https" or url.hostname in PLAIN_HTTP, source.url
        assert url.hostname
        assert re.fullmatch(r"(?:[a-z0-9-]+\.)+[a-z]{2,}", url.hostname), source.url
        assert url.path.strip("/") or url.query or source.url in WHOLE_SITE, source.url
        assert "cloudways" not in url.hostname
        assert "fr=" not in url.query
        assert "utm_" not in url.query
    assert "public file" not in documents()[name].text.lower()
    assert not re.search(r"@(?:gmail|yahoo|hotmail|outlook|aol)\.", documents()[name].text)


@pytest.mark.parametrize("name", sorted(kept()))
def test_words_are_american_and_put_the_person_first(name: str) -> None:
    """Words of our own have American spelling and no label in place of a person."""
    assert _BRITISH.findall(_words(name)) == []
    assert _LABELS.findall(_words(name)) == []


@pytest.mark.parametrize("name", sorted(kept()))
def test_numbers_stand_in_phones_and_in_no_text(name: str, entries: Mapping[str, Entry]) -> None:
    """A number in two places is mended in one; 911, 988 and 211 are names as well."""
    texts = "\n".join(text for key, text in _texts(documents()[name].data) if key not in {"url", "number"})
    assert _NUMBER.findall(texts) == []
    assert [phone.number for phone in entries[name].phones if len(phone.number) > 3 and phone.number in texts] == []


@pytest.mark.parametrize("name", sorted(kept()))
def test_none_stands_alone(name: str) -> None:
    """`none`, or `none-accepted`, beside something else in one list would say yes and no at once."""
    lists = {key: value for key, value in documents()[name].data.items() if isinstance(value, list)}
    mixed = {key for key, value in lists.items() if {"none", "none-accepted"} & set(map(str, value)) and value[1:]}
    assert mixed == set()


@pytest.mark.skipif("lead-fayetteville" not in kept(), reason="more is known about LEAD than its row says")
def test_the_lead_entry_gives_no_number() -> None:
    """No LEAD number is known, and the page says so."""
    assert "phones" not in documents()["lead-fayetteville"].data
    assert "No public phone number is known" in _words("lead-fayetteville")


def test_the_old_rules_of_lead_are_nowhere() -> None:
    """The figures that the press printed in 2016 are in no entry that is held to its row."""
    for name in kept():
        assert not re.search(r"(?i)\bgrams?\b|larceny|sex work|violent record", documents()[name].text), name


def test_the_points_are_those_of_the_addresses(entries: Mapping[str, Entry], geocodes: Mapping[str, Geocode]) -> None:
    """Every entry with a street has a committed point, asked for the address that the entry has now."""
    asked = {name: query_of(entry) for name, entry in entries.items()}
    assert {name for name, query in asked.items() if query and name not in geocodes} <= NO_POINT
    for name in geocodes.keys() & entries.keys():
        query = asked[name]
        assert query is not None
        assert same_query(geocodes[name].query, query.text), name
        assert geocodes[name].query == query.text


def test_somewhere_else_to_go_is_published(entries: Mapping[str, Entry]) -> None:
    """What an entry points to exists; as long as it is held to its row, it can be shown."""
    named = {other for e in entries.values() for other in e.if_closed_or_full}
    named |= {e.backup.entry for e in entries.values() if e.backup and e.backup.entry}
    assert sorted(named - documents().keys()) == []
    assert [name for name in sorted(named & entries.keys()) if not entries[name].published] == []
    assert [e.id for e in entries.values() if e.published and not e.if_closed_or_full] == []
