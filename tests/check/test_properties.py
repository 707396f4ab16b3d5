"""Whatever a file holds, the check gives problems that point into it, never an exception."""

from __future__ import annotations

import random
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.check.report import as_github, as_json, as_text, github_summary
from generator.check.run import check, check_file
from generator.config.geocodes import read_geocodes
from generator.config.settings import load_settings
from generator.entry.problem import ProblemError
from generator.entry.schema import conforms, entry_validator
from generator.entry.source import SourceFile
from generator.entry.strict_yaml import DEPTH_LIMIT, ENTRY_LIMIT, read
from generator.project import read_project
from tests.check.corpus import COUNTY, TODAY
from tests.check.mutations import mutate

if TYPE_CHECKING:
    from generator.config.settings import Settings
    from generator.project import Project

PATH = "directory/sleep/river-house.yaml"
HOSTILE = {
    "a tower of lists": b"[" * ENTRY_LIMIT,
    "a tower of keys": b"{a: " * (ENTRY_LIMIT // 4),
    "aliases of aliases": b"a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]\n",
    "thousands of keys": b"".join(b"k%d: v\n" % n for n in range(1700)),
    "thousands of items": b"services: [" + b"pantry, " * 2000 + b"pantry]\n",
    "a key of 16 KB": b"k" * 16000 + b": v\n",
    "a number of 5,000 digits": b"name: " + b"9" * 5000,
    "blanks": b"name: a" + b" " * 16000 + b"b\n",
    "dashes": b"- " * 8000,
    "a merge bomb": b"<<: {<<: {<<: {a: b}}}\n",
    "a lone surrogate": b'name: "\\ud800"\n',
    "a null": b'name: "\\0"\n',
    "a recursive alias": b"a: &a [*a]\n",
    "no end of street names": b"confidential: yes\nname: " + b"1 Main A B C " * 1200,
    "no end of underscores": b"name: " + b"__a_" * 4000,
    "quotes": b"name: " + b'"' * 9999,
    "nothing but colons": b":" * 16000,
    "question marks": b"? " * 8000,
    "a date of 1582": b"alert_until: 1582-10-10\n",
    "a number as a service": b"services: [{a: b}, [c], 1]\nservice_area: {a: b}\nstatus: {x: [y]}\n",
}


@cache
def _county() -> Project:
    return read_project(COUNTY)


@cache
def _settings() -> Settings:
    return load_settings(_county().config)


def _check(data: bytes, path: str = PATH) -> None:
    """Check one file alone and among the county's: every problem points into the file and can be told in every form."""
    file = SourceFile(path, data)
    alone = check_file(file, _settings())
    others = tuple(f for f in _county().entries if f.path != path)
    checked = check((*others, file), _settings(), read_geocodes(_county().geocodes), TODAY)
    assert set(alone.problems) <= set(checked.problems)
    lines = data.count(b"\n") + 1
    for problem in checked.problems:
        assert problem.column >= 1
        assert problem.length >= 1
        assert problem.file != path or 1 <= problem.line <= lines
    for report in (as_text, as_json, as_github, github_summary):
        report(checked.problems).encode("utf-8")


@settings(deadline=None)
@given(st.binary(max_size=400))
@example(b"")
@example(b"\xff\xfe")
@example(b"name: \xc3\x28")
def test_any_bytes(data: bytes) -> None:
    """Bytes of any kind are told as problems."""
    _check(data)


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    """Text of any kind is told as problems."""
    _check(text.encode("utf-8", "surrogatepass"))


@settings(deadline=None)
@given(st.integers(0, 10**9), st.integers(0, 10**6))
def test_accidents(seed: int, which: int) -> None:
    """A right entry after a few accidents is told as problems, or is still right."""
    files = _county().entries
    file = files[which % len(files)]
    _check(mutate(file.data.decode(), random.Random(seed)), file.path)


@settings(deadline=None)
@given(st.integers(0, 10**9), st.integers(0, 10**6))
def test_the_fast_yes_and_the_slow_why_agree(seed: int, which: int) -> None:
    """What passes the fast validator passes the one that explains."""
    files = _county().entries
    try:
        data = read("x.yaml", mutate(files[which % len(files)].data.decode(), random.Random(seed))).data
    except ProblemError:
        return
    if conforms(data):
        assert entry_validator().is_valid(data)


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_files(name: str) -> None:
    """Files that are made to hurt a parser are told as problems."""
    assert len(HOSTILE[name]) <= ENTRY_LIMIT + 1000
    _check(HOSTILE[name])
    assert check_file(SourceFile(PATH, HOSTILE[name]), _settings()).problems


def test_depth_is_counted_while_reading() -> None:
    """Nesting is refused at its limit, not when the parser has swallowed all of it."""
    with pytest.raises(ProblemError) as caught:
        read("x.yaml", b"a: " + b"[" * 16000)
    assert caught.value.problems[0].code == "E109"
    assert caught.value.problems[0].column == len("a: ") + DEPTH_LIMIT
