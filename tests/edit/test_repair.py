"""Repairs: what is mended, what is left for a person, and that nothing else of a file ever changes."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from generator.check.run import check_file
from generator.config.settings import load_settings
from generator.edit.repair import BLANKS, Mended, mend
from generator.entry.problem import Severity
from generator.entry.source import Kind, SourceFile
from generator.entry.strict_yaml import ENTRY_LIMIT
from tests.check.conftest import PANTRY, county_settings
from tests.check.corpus import Case, _settings, cases

PATH = "directory/food/cedar-pantry.yaml"


def mended(text: str | bytes, kind: Kind = Kind.FILE) -> Mended:
    """Mend one text as a file of the invented county."""
    data = text if isinstance(text, bytes) else text.encode()
    return mend(SourceFile(PATH, data, kind), county_settings())


def swapped(line: str, other: str) -> str:
    """Give the small right entry with one line replaced."""
    assert line in PANTRY
    return PANTRY.replace(line, other)


SAFE = {
    "a number in brackets": ("number: 910-555-0180", "number: (910) 555-0180"),
    "a number with the country": ("number: 910-555-0180", "number: +1 910.555.0180"),
    "a date in words": ("date: 2026-08-02", "date: August 2, 2026"),
    "a date without zeros": ("date: 2026-08-02", "date: 2026-8-2"),
    "a word in capitals": ("status: active", "status: Active"),
    "a key in capitals": ("organization: Cedar", "Organization: Cedar"),
    "a service in words": ("services: [pantry]", "services: [Pantry]"),
    "a list without brackets": ("services: [pantry]", "services: pantry"),
    "a bracket that is missing": ("services: [pantry]", "services: [pantry"),
    "a colon without a blank": ("status: active", "status:active"),
    "blanks at the end": ("status: active", "status: active   "),
    "a tab at the end": ("status: active", "status: active\t"),
    "a blank of another kind": ("name: Cedar Pantry", "name: Cedar\u00a0Pantry"),
    "a sign of no width": ("name: Cedar Pantry", "name: Cedar\u200b Pantry"),
    "blanks inside quotes": ("name: Cedar Pantry", 'name: "Cedar Pantry "'),
}


@pytest.mark.parametrize(("right", "wrong"), SAFE.values(), ids=SAFE)
def test_what_is_safe_becomes_the_right_entry(right: str, wrong: str) -> None:
    """What only is written otherwise comes out as the entry that was meant, with no other byte changed."""
    assert check_file(SourceFile(PATH, PANTRY.encode()), county_settings()).problems == ()
    done = mended(swapped(right, wrong))
    assert done.after == PANTRY
    assert done.repairs


PERSON = {
    "a date with two readings": ("date: 2026-08-02", "date: 4/3/2026"),
    "a date with a short year": ("date: 2026-08-02", "date: 8/22/26"),
    "a number that lacks a digit": ("number: 910-555-0180", "number: 910-555-018"),
    "a word that is only near": ("status: active", "status: open"),
    "a service that is misspelled": ("services: [pantry]", "services: [panty]"),
    "a key that is misspelled": ("summary: Groc", "sumary: Groc"),
    "an address without https": ("url: https://cedar", "url: cedar"),
    "words that look lost": ("name: Cedar Pantry", "name: Cedar #4 Pantry"),
    "a sign that turns letters round": ("name: Cedar Pantry", "name: Cedar \u202eyrtnaP"),
    "a remark behind a text that needs quotes": ("name: Cedar Pantry", "name: @Cedar # its old name"),
    "a remark behind a list": ("services: [pantry]", "services: pantry # for now"),
    "a remark behind a number with an extension": ("910-555-0180", "(910) 555-0180 ext. 4 # at the desk"),
    "a remark behind a text that begins with &": ("name: Cedar", "name: &Cedar # its old name"),
    "a line too far to the right": ("status: active", "  status: active"),
    "an hours text with two readings": ("status: active", "status: active\nhours:\n  open: Mo-Fr 9-5"),
    "day and night on nobody knows which days": ("status: active", "status: active\nhours:\n  open: 24 hours"),
    "an afternoon that nobody wrote": ("status: active", "status: active\nhours:\n  open: Mo-Fr 9:00-5:00"),
}


@pytest.mark.parametrize(("right", "wrong"), PERSON.values(), ids=PERSON)
def test_what_could_mean_something_else_is_left_alone(right: str, wrong: str) -> None:
    """Where two people could read it in two ways, the file comes back as it was and the check still tells it."""
    text = swapped(right, wrong)
    done = mended(text)
    assert done.data == text.encode()
    assert done.repairs == ()
    assert check_file(SourceFile(PATH, text.encode()), county_settings()).problems


HOURS = {
    "Mon-Fri 9am-5pm": "Mo-Fr 09:00-17:00",
    "Monday through Friday, 9 am to 5 pm": "Mo-Fr 09:00-17:00",
    "Mon-Fri 9:00-17:00": "Mo-Fr 09:00-17:00",
    "Mo-Fr 09:00-17:00, Sat closed": "Mo-Fr 09:00-17:00; Sa off",
    "daily 8:30 a.m. - noon": "Mo-Su 08:30-12:00",
    "24 hours a day, 7 days a week": "24/7",
    "Mon-Fri 24 hours": "Mo-Fr 00:00-24:00",
    "by appointment": 'unknown "by appointment"',
}


@pytest.mark.parametrize(("typed", "wanted"), HOURS.items())
def test_hours_that_can_be_read_in_one_way(typed: str, wanted: str) -> None:
    """Names of days and clock times of a volunteer become the written form."""
    done = mended(swapped("status: active", f'status: active\nhours:\n  open: "{typed}"'))
    value = f'"{wanted}"' if '"' not in wanted else '"unknown \\"by appointment\\""'
    assert done.after == swapped("status: active", f"status: active\nhours:\n  open: {value}")


def test_an_extension_gets_a_line_of_its_own() -> None:
    """A number with its extension becomes two lines."""
    done = mended(swapped("number: 910-555-0180", "number: (910) 555-0180 ext. 4"))
    assert done.after == swapped("number: 910-555-0180", "number: 910-555-0180\n    extension: 4")


def test_remarks_order_and_line_ends_stay() -> None:
    """A file with Windows line ends, remarks and an odd order of keys keeps all of it."""
    text = "# head\r\n" + swapped("status: active", "status: active # since May").replace("\n", "\r\n")
    wrong = text.replace("910-555-0180", "(910) 555 0180")
    assert mended(wrong).after == text


def test_a_file_without_a_last_line_end_gets_one() -> None:
    """The last line ends as the others do, and this is a repair of its own name."""
    done = mended(PANTRY.removesuffix("\n"))
    assert (done.after, [r.code for r in done.repairs]) == (PANTRY, [BLANKS])


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_another_encoding_becomes_utf_8(encoding: str) -> None:
    """A mark before the first letter, and UTF-16 with its mark, say without doubt what the text is."""
    assert mended(PANTRY.encode(encoding)).data == PANTRY.encode()


def test_what_is_no_plain_small_file_is_never_touched() -> None:
    """A reader stops behind the limit, so writing such a file back would cut it."""
    big = (PANTRY + "#" + "x" * ENTRY_LIMIT + "   ").encode()[: ENTRY_LIMIT + 1]
    assert mended(big).data == big
    link = mended("status: Active\n", Kind.SYMLINK)
    assert link.data == b"status: Active\n"
    assert mended(PANTRY.encode("latin-1").replace(b"Cedar", b"C\xe9dar")).repairs == ()


@cache
def outcomes() -> dict[str, tuple[int, int]]:
    """Give, for each broken file that is repaired, how many problems it had by itself and how many are left."""
    return {case.name: told for case in cases() for told in _outcome(case)}


def _outcome(case: Case) -> list[tuple[int, int]]:
    project = case._project()
    told = {problem.file for problem in case.problems()}
    files = [file for file in project.entries if file.path in told]
    if case.code.startswith("E7") or not files:
        return []
    settings = _settings(project) if case.alone else load_settings(project.config)
    found = []
    for file in files:
        done = mend(file, settings)
        before, after = (Counter(p.code for p in check_file(f, settings).problems) for f in _pair(file, done))
        if done.data != file.data:
            found.append((before.total(), after.total()))
        else:
            assert before == after
    return found[:1]


def _pair(file: SourceFile, done: Mended) -> tuple[SourceFile, SourceFile]:
    return file, SourceFile(file.path, done.data, file.kind)


def test_the_broken_corpus() -> None:
    """Of the broken files at least a hundred are mended without a person, and none is worse afterwards."""
    told = outcomes()
    assert len(told) >= 100
    assert all(after < before for before, after in told.values())
    assert sum(after == 0 for _, after in told.values()) >= 100


def test_safety_is_never_repaired() -> None:
    """What touches safety, and every warning, is for a person."""
    assert [name for name in outcomes() if name.startswith(("E5", "W"))] == []


def test_a_right_directory_stays_as_it_is(real_entries: tuple[SourceFile, ...]) -> None:
    """Repairing the whole real directory changes no byte."""
    settings = county_settings()
    changed = [file.path for file in real_entries if mend(file, settings).data != file.data]
    errors = {f.path for f in real_entries for p in check_file(f, settings).problems if p.severity is Severity.ERROR}
    assert [path for path in changed if path not in errors] == []
