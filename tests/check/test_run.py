"""One run tells everything: every problem of every file, one for each cause, in one order."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from generator.check.run import check, check_file
from generator.check.zip_states import STATE_OF, in_state
from generator.config.geocodes import Geocodes, read_geocodes
from generator.config.lead import Lead
from generator.entry.problem import Problem, Severity
from generator.entry.source import Kind, SourceFile
from tests.check.corpus import TODAY
from tests.invented import county

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.config.settings import Settings

COUNTY_FILES = county().entries
_CAPITALS = (
    "AL 36104,AK 99801,AZ 85001,AR 72201,CA 94203,CO 80202,CT 06103,DE 19901,DC 20001,FL 32301,GA 30303,"
    "HI 96813,ID 83702,IL 62701,IN 46225,IA 50309,KS 66603,KY 40601,LA 70802,ME 04330,MD 21401,MA 02201,"
    "MI 48933,MN 55102,MS 39205,MO 65101,MT 59623,NE 68502,NV 89701,NH 03301,NJ 08608,NM 87501,NY 12207,"
    "NC 27601,ND 58501,OH 43215,OK 73102,OR 97301,PA 17101,RI 02903,SC 29217,SD 57501,TN 37219,TX 78701,"
    "UT 84111,VT 05602,VA 23219,WA 98507,WV 25301,WI 53703,WY 82001,PR 00901,VI 00802,GU 96910,AS 96799,"
    "MP 96950"
)
_EDGES = (
    "KY 40003,KY 42788,NC 27006,NC 28909,GA 39815,GA 31999,NY 06390,NY 00501,TX 88510,TX 73301,OK 73401,"
    "MA 05501,VA 20101,DC 20599,MD 20601,VA 22003,WY 83101,TN 38589,MS 38601,FL 34997,AL 36925,IA 52809,"
    "MO 63005,NV 89883,CA 90001,CA 96162"
)


def run(settings: Settings, *files: SourceFile, today: date = TODAY, geocodes: Geocodes | None = None) -> list[Problem]:
    """Check some files on a site without a quick row, whose lead.yaml names no entry."""
    bare = replace(settings, site=replace(settings.site, quick=()), lead=Lead())
    return list(check(files, bare, geocodes or Geocodes("directory/geocodes.yaml"), today).problems)


def file(text: str, name: str = "cedar-pantry", folder: str = "food") -> SourceFile:
    return SourceFile(f"directory/{folder}/{name}.yaml", text.encode())


def test_everything_in_one_run(settings: Settings, pantry: str) -> None:
    """A file with a misspelled key, a bad number, a date of tomorrow and a dead reference is told all of it at once."""
    text = (
        pantry.replace("status:", "statsu:").replace("910-555-0180", "910.555.0180").replace("2026-08-02", "2026-11-24")
    )
    other = file("name: Only a name\n", "other-place")
    problems = run(
        settings, file(text + "if_closed_or_full: [nowhere-else]\n"), other, SourceFile("directory/x.txt", b"")
    )
    assert [(p.file[-17:], p.line, p.code) for p in problems if p.file.startswith("directory/food/cedar")] == [
        ("cedar-pantry.yaml", 5, "E201"),
        ("cedar-pantry.yaml", 7, "E210"),
        ("cedar-pantry.yaml", 11, "E323"),
        ("cedar-pantry.yaml", 12, "E402"),
    ]
    assert [p.code for p in problems if "other-place" in p.file] == ["E202"] * 5 + ["E203"]
    assert [p.code for p in problems if p.file == "directory/x.txt"] == ["E124"]
    assert problems == sorted(problems)


def test_the_order_of_files_does_not_matter(settings: Settings, pantry: str) -> None:
    """Shuffled files give the same problems in the same order, and the same entries."""
    files = [*COUNTY_FILES, file(pantry.replace("active", "open")), file(pantry, "second-pantry")]
    geocodes = read_geocodes(county().geocodes)
    first = check(files, settings, geocodes, TODAY)
    random.Random(5).shuffle(files)
    assert check(files, settings, geocodes, TODAY) == first
    assert {p.code for p in first.problems} == {"E204", "W605"}


def test_entries_with_errors_are_not_built(settings: Settings, pantry: str) -> None:
    """Only files without errors of their own become entries; warnings keep none back."""
    files = [
        file(pantry),
        file(pantry.replace("active", "open"), "open-pantry"),
        file(pantry + "note: x\n", "note-pantry"),
    ]
    warned = file(pantry.replace("2026-08-02", "2019"), "old-pantry")
    checked = check([*files, warned], replace(settings, site=replace(settings.site, quick=())), Geocodes("g"), TODAY)
    assert [entry.id for entry in checked.entries] == ["cedar-pantry", "old-pantry"]
    assert checked.files == 4
    assert {p.severity for p in checked.errors} == {Severity.ERROR}
    assert {p.severity for p in checked.problems} == {Severity.ERROR, Severity.WARNING}


def test_a_file_alone_knows_no_date(settings: Settings, pantry: str) -> None:
    """What one file says by itself is the same for equal bytes on any day, so it may be kept."""
    future = file(pantry.replace("2026-08-02", "2099-01-01"))
    assert check_file(future, settings).problems == ()
    assert check_file(future, settings) == check_file(file(pantry.replace("2026-08-02", "2099-01-01")), settings)


def test_geocodes_are_not_an_entry(settings: Settings) -> None:
    """The committed geocodes lie among the entries and are not read as one."""
    assert run(settings, SourceFile("directory/geocodes.yaml", b"nothing: here")) == []


@pytest.mark.parametrize("kind", [Kind.SYMLINK, Kind.OTHER])
def test_only_plain_files_are_read(settings: Settings, kind: Kind) -> None:
    """A link or a device is told and not opened."""
    assert [p.code for p in run(settings, SourceFile("directory/food/a-b-c.yaml", b"[", kind))] == ["E121"]


def test_a_program_is_read_all_the_same(settings: Settings, pantry: str) -> None:
    """A file that is marked as a program is told, and so is what is wrong inside."""
    text = pantry.replace("active", "open").encode()
    problems = run(settings, SourceFile("directory/food/cedar-pantry.yaml", text, Kind.EXECUTABLE))
    assert [p.code for p in problems] == ["E122", "E204"]


def test_a_misspelled_way_in_is_one_problem(told: Callable[..., list[Problem]], pantry: str) -> None:
    """When the only phone stands under a misspelled key, nobody is told that the entry cannot be reached."""
    assert [p.code for p in told(pantry.replace("phones:", "phons:"))] == ["E201"]


def test_a_misspelled_required_key_is_one_problem(told: Callable[..., list[Problem]], pantry: str) -> None:
    """When a required key is misspelled, nobody is told that it is missing."""
    assert [p.code for p in told(pantry.replace("organization:", "organisation:"))] == ["E201"]


def test_many_problems_are_capped(told: Callable[..., list[Problem]], pantry: str) -> None:
    """A file that is wrong everywhere is told in a bearable number of problems."""
    assert len(told(pantry + "".join(f"key{n}: x\n" for n in range(900)))) == 60


def test_two_reasons_one_warning(settings: Settings, pantry: str) -> None:
    """Two entries with the same phone and the same address are told once."""
    text = pantry + "address:\n  street: 44 Chapel Lane\n  city: Saint Anns\n  state: NC\n"
    assert [p.code for p in run(settings, file(text), file(text, "cedar-pantry-2"))] == ["W605"]


@pytest.mark.parametrize(
    ("name", "same"),
    [("The Cedar Pantry", True), ("Cedar Food Pantry", True), ("Ceder Pantry", True), ("Maple Clinic", False)],
)
def test_similar_names(settings: Settings, pantry: str, name: str, same: bool) -> None:
    """A shared phone is a switchboard when the names differ, and perhaps one place when they are alike."""
    problems = run(settings, file(pantry), file(pantry.replace("name: Cedar Pantry", f"name: {name}"), "other-place"))
    assert [p.code for p in problems] == (["W605"] if same else [])


@pytest.mark.parametrize(("days", "code"), [(0, None), (-1, "W610"), (366, None), (367, "E328"), (-4000, "W610")])
def test_alerts(settings: Settings, pantry: str, days: int, code: str | None) -> None:
    """An alert may end today or within a year; it is told when it is over."""
    text = f"{pantry}alert: Closed.\nalert_until: {TODAY + timedelta(days=days)}\n"
    assert [p.code for p in run(settings, file(text))] == ([code] if code else [])


@pytest.mark.parametrize(
    ("written", "code"),
    [("2026-11-23", None), ("2026-11-24", "E323"), ("2026-11", None), ("2026-12", "E323"), ("2026", None),
     ("2027", "E323"), ("2025-11-23", None), ("2025-11-22", "W601"), ("2025-11", None), ("2025-10", "W601"),
     ("2025", None), ("2024", "W601"), ("unknown", "W602")],
)  # fmt: skip
def test_dates_of_sources(settings: Settings, pantry: str, written: str, code: str | None) -> None:
    """A source is not from tomorrow; one older than the limit is told; a month or a year is taken at its best."""
    problems = run(settings, file(pantry.replace("2026-08-02", written)))
    assert [p.code for p in problems] == ([code] if code else [])


@pytest.mark.parametrize("status", ["draft", "inactive", "defunct"])
def test_age_of_what_nobody_sees(settings: Settings, pantry: str, status: str) -> None:
    """Drafts and places that are gone are not told to be old."""
    text = pantry.replace("active", status).replace("2026-08-02", "2001") + "if_closed_or_full: [second-pantry]\n"
    other = file(pantry.replace("Cedar Pantry", "Maple Table"), "second-pantry")
    assert run(settings, file(text), other) == []


@pytest.mark.parametrize("line", f"{_CAPITALS},{_EDGES}".split(","))
def test_zip_codes_of_states(line: str) -> None:
    """A ZIP code of each capital, and those at the edges of the table, lie in their state and in no other."""
    state, code = line.split(" ")
    assert in_state(code, state)
    assert sum(in_state(code, other) for other in set(STATE_OF.values())) <= 2
    assert not in_state(code, "XX")


@pytest.mark.parametrize(
    ("area", "code"),
    [("county", "E319"), ("local", "E319"), ("[Saint Anns]", "E319"), ("statewide", None), ("national", None)],
)
def test_only_statewide_entries_lie_elsewhere(codes: Callable[..., list[str]], area: str, code: str | None) -> None:
    """An address in another town far away is right for who serves the state or the nation."""
    more = f"service_area: {area}\naddress:\n  city: Raleigh\n  state: NC\n  zip: 27601\n"
    assert codes(more) == ([code] if code else [])


def test_a_point_far_away_is_right_for_the_nation(codes: Callable[..., list[str]]) -> None:
    """A point outside the area is right for who serves the nation."""
    more = "point:\n  lat: 38.8977\n  lon: -77.0365\n  source: map\n"
    assert codes(more) == ["E320"]
    assert codes(more + "service_area: national\n") == []


def test_missing_recommended_fields_are_never_told(codes: Callable[..., list[str]]) -> None:
    """An entry with only the required fields has no problem, whatever forms would ask for."""
    assert codes("") == []
