"""The public data files: what is in them, what never is, and that they are written as documented."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.compile.model import Location
from generator.config.geocodes import Precision
from generator.entry.place import Point
from generator.export import GEOJSON, JSON, files
from tests.phrases.county import CHECK, SOURCE, compiled, entry, words

if TYPE_CHECKING:
    from pathlib import Path

    from generator.compile.model import Compiled
    from generator.entry.model import Entry

ADDRESS = {"street": "12 Water Street", "city": "Harborview", "state": "NC", "zip": "28301", "note": "Blue door."}
POINT = {"lat": "35.0528", "lon": "-78.8778", "source": "county map"}
FULL = {
    "also_known_as": ["the House"],
    "phones": [
        {"number": "910-555-0100", "extension": "7", "note": "Ask for a bed.", "hours": "24/7", "languages": ["es"]},
        {"number": "741741", "kind": "text", "text": "HOME", "press": "1"},
    ],
    "website": "https://harbor.example",
    "email": "help@harbor.example",
    "online_form": "https://harbor.example/form",
    "online_chat": "https://harbor.example/chat",
    "backup_contact": {"number": "910-555-0101", "note": "At night."},
    "languages": ["en", {"code": "es", "how": "staff", "note": "mornings"}],
    "hours": {
        "open": "Mo 09:00-17:00; Sa 20:00-02:00; PH off",
        "by_service": {"shelter": {"intake": 'unknown "call"'}},
        "note": "Ring twice.",
    },
    "address": ADDRESS | {"unit": "2"},
    "point": POINT,
    "service_area": "county",
    "alert": "Closed for repairs.",
    "alert_until": "2026-12-01",
    "pets": {"answer": "no", "note": "Service animals may stay."},
    "le_dropoff": "yes",
    "verified": [CHECK | {"facts": ["pets"], "note": "Desk."}],
    "sources": [SOURCE | {"facts": ["phones"], "note": "Page 2"}, SOURCE],
    "external_codes": {"samhsa": ["HI"]},
    "editor_note": "Two sources give other house numbers.",
}


def directory(*entries: Entry) -> dict[str, Any]:
    """Give the JSON file of these entries, read back."""
    return json.loads(written(compiled(*entries))[JSON])  # type: ignore[no-any-return]


def written(data: Compiled) -> dict[str, bytes]:
    """Give the files by path."""
    return dict(files(data, words()))


def record(**fields: Any) -> dict[str, Any]:
    """Give the record of one entry with these fields."""
    return directory(entry(**fields))["resources"][0]  # type: ignore[no-any-return]


def test_both_files_are_json_with_a_head_that_says_what_they_are() -> None:
    """A program can tell the format, its version, the date of the data, the licence and the stage."""
    there = written(compiled(entry(point=POINT)))
    assert set(there) == {JSON, GEOJSON}
    for body in there.values():
        data = json.loads(body)
        head = {key: data[key] for key in ("version", "name", "stage", "license", "credits")}
        assert head == {
            "version": 1,
            "name": "Harbor Help",
            "stage": "preview",
            "license": "Apache-2.0",
            "credits": ["county map"],
        }
        assert data["data_date"]
        assert "call first" in data["notice"]


def test_a_record_has_all_that_the_public_may_know() -> None:
    """Nothing that a page shows is missing from the data."""
    found = record(**FULL)
    assert found["path"] == "r/harbor-house.html"
    assert found["phones"][0] == {
        "number": "910-555-0100",
        "kind": "voice",
        "purpose": "main",
        "extension": "7",
        "note": "Ask for a bed.",
        "hours": "24/7",
        "languages": [{"code": "es"}],
    }
    assert found["backup"] == {"number": "910-555-0101", "note": "At night."}
    assert found["address"] == ADDRESS | {"unit": "2"}
    assert found["location"] == {
        "lat": 35.0528,
        "lon": -78.8778,
        "precision": "rooftop",
        "approximate": False,
        "pin": True,
        "credit": "county map",
    }
    assert found["languages"][1] == {"code": "es", "how": "staff", "note": "mornings"}
    assert found["verified"][0]["role"] == "directory volunteer"
    assert found["sources"][0]["facts"] == ["phones"]
    texts = ("website", "email", "online_form", "online_chat", "alert", "alert_until", "hours_note", "service_area")
    assert [key for key in (*texts, "also_known_as", "external_codes") if key not in found] == []


def test_hours_are_text_and_week() -> None:
    """A program that reads the text and one that reads the week both know when it is open."""
    whole, shelter = record(**FULL)["hours"]
    assert whole["text"] == "Mo 09:00-17:00; Sa 20:00-02:00; PH off"
    assert whole["week"][0] == [{"from": "09:00", "to": "17:00", "state": "open"}]
    assert whole["week"][5] == [{"from": "20:00", "to": "02:00", "state": "open"}]
    assert whole["week"][6] == []
    assert whole["exceptions"] is True
    assert (shelter["service"], shelter["purpose"]) == ("shelter", "intake")
    assert shelter["week"][3] == [{"from": "00:00", "to": "24:00", "state": "unknown", "note": "call"}]


def test_facts_say_how_they_are_known() -> None:
    """Listed with the year of the source, confirmed with the day and the limit."""
    facts = record(**FULL)["facts"]
    assert facts["pets"] == {
        "values": ["no"],
        "note": "Service animals may stay.",
        "state": "confirmed",
        "checked": "2026-11-11",
        "how": "phone",
        "limit_days": 365,
        "source_year": "2024",
    }
    assert facts["le_dropoff"] == {
        "values": ["unknown"],
        "listed_values": ["yes"],
        "state": "listed",
        "source_year": "2024",
        "counts_as_yes": False,
    }


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("le_dropoff", "yes"),
        ("le_dropoff", {"answer": "conditional", "note": "With a report."}),
        ("medical_clearance", "not-required"),
        ("medical_clearance", "on-site-triage"),
        ("ivc_first_exam_site", {"answer": "yes"}),
    ],
)
def test_a_cautious_answer_that_is_only_listed_stands_apart(name: str, value: Any) -> None:
    """A program that reads the answers alone never takes police drop-off for a fact because a page says so."""
    answer = value["answer"] if isinstance(value, dict) else value
    listed = record(**{name: value})["facts"][name]
    assert (listed["values"], listed["listed_values"], listed["state"]) == (["unknown"], [answer], "listed")
    sure = record(**{name: value}, verified=[CHECK | {"facts": [name]}])["facts"][name]
    assert (sure["values"], sure["state"], sure["counts_as_yes"]) == ([answer], "confirmed", True)
    assert "listed_values" not in sure


def test_a_listed_no_is_exported_as_a_no() -> None:
    """A barrier that a source tells is a barrier, and never good news."""
    fact = record(le_dropoff="no")["facts"]["le_dropoff"]
    assert (fact["values"], fact["state"], fact["counts_as_yes"]) == (["no"], "listed", False)


@pytest.mark.parametrize(("checked", "counts"), [("2026-11-01", True), ("2026-10-31", False)])
def test_a_cautious_yes_counts_only_within_its_limit(checked: str, counts: bool) -> None:
    """Thirty days after the call a police drop-off is still a yes, a day later it is not."""
    data = compiled(entry(le_dropoff="yes", verified=[CHECK | {"date": checked, "facts": ["le_dropoff"]}]))
    data = replace(data, build_date="2026-12-01")
    fact = json.loads(written(data)[JSON])["resources"][0]["facts"]["le_dropoff"]
    assert (fact["counts_as_yes"], fact["state"]) == (counts, "confirmed" if counts else "listed")
    assert fact["values"] == (["yes"] if counts else ["unknown"])


def test_what_matters_and_is_unknown_is_named() -> None:
    """A program can tell unknown from no."""
    found = record(services=["crisis-line"], hours={"phone": "24/7"}, languages=["en"])
    assert "cost" in found["unknown"]
    assert not {"hours.phone", "languages"} & set(found["unknown"])


def test_notes_for_editors_and_drafts_stay_inside() -> None:
    """What volunteers write to each other, and what is not ready, is not public."""
    draft = entry("not-ready", name="Not Ready House", status="draft", point=POINT)
    there = written(compiled(entry(**FULL), draft))
    for body in there.values():
        assert b"Two sources give other" not in body
        assert b"not-ready" not in body
        assert b"Not Ready House" not in body


def test_a_sensitive_entry_keeps_its_neutral_address() -> None:
    """The page's path tells nothing; the name is part of the data."""
    found = directory(entry("safety-1", services=["domestic-violence"], name="Harbor Safe House", confidential="yes"))
    assert (found["resources"][0]["path"], found["resources"][0]["sensitive"]) == ("r/safety-1.html", True)
    assert all("violence" not in kind["path"] for kind in (*found["groups"], *found["services"]))


def test_points_have_longitude_first_and_say_how_exact_they_are() -> None:
    """The map file follows RFC 7946, and the middle of a ZIP is no pin."""
    there = compiled(entry("house-a", point=POINT), entry("house-b", address=ADDRESS), entry("house-c"))
    rough = Location(Point(35.0748, -78.8843), Precision.ZIP, "Census")
    resources = (there.resources[0], replace(there.resources[1], location=rough), there.resources[2])
    points = json.loads(written(replace(there, resources=resources))[GEOJSON])["features"]
    assert [point["id"] for point in points] == ["house-a", "house-b"]
    assert points[0]["geometry"] == {"type": "Point", "coordinates": [-78.8778, 35.0528]}
    assert {key: points[1]["properties"][key] for key in ("precision", "approximate", "pin")} == {
        "precision": "zip",
        "approximate": True,
        "pin": False,
    }


def test_the_same_data_gives_the_same_bytes() -> None:
    """Keys are sorted, so the order in which an entry was written does not matter."""
    backwards = dict(reversed(FULL.items()))
    assert written(compiled(entry(**FULL))) == written(compiled(entry(**backwards)))


def test_keys_are_sorted_and_records_have_a_line_each() -> None:
    """A change of one place shows as one line, whatever wrote the entry."""
    for body in written(compiled(entry(**FULL), entry("house-b", point=POINT))).values():
        lines = [line.removesuffix(",") for line in body.decode().splitlines() if line.startswith("{") and line != "{"]
        assert len(lines) == 2
        for line in lines:
            json.loads(line, object_pairs_hook=_in_order)


def _in_order(pairs: list[tuple[str, object]]) -> dict[str, object]:
    keys = [key for key, _ in pairs]
    assert keys == sorted(keys)
    return dict(pairs)


def test_every_key_is_documented(root: Path) -> None:
    """The handbook names every key that a program can meet."""
    page = (root / "docs" / "handbook" / "data.md").read_text(encoding="utf-8")
    there = written(
        compiled(entry(**FULL | {"if_closed_or_full": ["house-b"]}), entry("house-b", hours={"open": "24/7"}))
    )
    keys: set[str] = set()
    for body in there.values():
        keys |= _keys(json.loads(body))
    names = {"pets", "le_dropoff", "phones", "website", "address", "samhsa"}
    assert sorted(key for key in keys - names if f"`{key}`" not in page) == []


def _keys(value: object) -> set[str]:
    if isinstance(value, dict):
        return set(value).union(*map(_keys, value.values()))
    return set().union(*map(_keys, value)) if isinstance(value, list) else set()


DEGREES = st.integers(300_000, 400_000).map(lambda number: (number * 10 + 7) / 100_000)
"""Degrees whose five decimals are all written."""
WORDS = st.text("abcdefghij", min_size=8, max_size=8).map(lambda text: f"Q{text}")


@given(st.lists(WORDS, min_size=9, max_size=9, unique=True), DEGREES, DEGREES.map(lambda degrees: -2 * degrees))
def test_no_place_of_a_confidential_entry_comes_out(secrets: list[str], lat: float, lon: float) -> None:
    """Even where the check was passed over, no field that a secret place may not have is in any file."""
    street, unit, city, code, note, credit, transport, entrance, source = secrets
    secret = entry(
        "safety-1",
        confidential="yes",
        address={"street": street, "unit": unit, "city": city, "state": "NC", "zip": code, "note": note},
        point={"lat": f"{lat:.6f}", "lon": f"{lon:.6f}", "source": source},
        transport_note=transport,
        le_dropoff_entrance=entrance,
        live_availability_url=f"https://beds.example/{street}",
        address_release={"on_file": "yes", "by_role": note, "date": "2026-01-05"},
    )
    data = compiled(secret, entry("house-b"))
    placed = replace(data.resources[1], location=Location(Point(lat, lon), Precision.ROOFTOP, credit))
    assert placed.entry.confidential
    for body in written(replace(data, resources=(data.resources[0], placed))).values():
        text = body.decode()
        assert [secret for secret in secrets if secret in text] == []
        assert f"{lat:.5f}"[:6] not in text
        assert f"{lon:.5f}"[:7] not in text
