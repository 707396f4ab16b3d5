"""Properties of repairs over disguised and damaged entries."""

from __future__ import annotations

import random
from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.check.guess import slug
from generator.check.run import check_file
from generator.edit.reading import reading
from generator.edit.repair import mend
from generator.entry.source import SourceFile
from tests.check.conftest import county_settings
from tests.check.mutations import mutate
from tests.invented import county

ENTRIES = [file for file in county().entries if not check_file(file, county_settings()).problems]
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")
SLOW = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def disguised(line: str, rng: random.Random) -> str:
    """Give a line that says the same in another way which the check refuses, or the line itself."""
    key, colon, value = line.partition(": ")
    name = key.strip(" -")
    if name == "number" and value.count("-") == 2:
        area, exchange, last = value.split("-")
        forms = ("({}) {}-{}", "{}.{}.{}", "+1 {} {} {}", "1-{}-{}-{}", "{} {} {}")
        return f"{key}: {rng.choice(forms).format(area, exchange, last)}"
    if name == "date" and value.count("-") == 2:
        year, month, day = map(int, value.split("-"))
        if month <= len(MONTHS):
            return f"{key}: {rng.choice((f'{MONTHS[month - 1]} {day}, {year}', f'{year}-{month}-{day:02}'))}"
    if name == "status" and colon:
        return f"{key}: {value.capitalize()}"
    if name == "state" and colon and value in {"NC", "nc"}:
        return f"{key}: {rng.choice(('nc', 'North Carolina'))}"
    return line


@SLOW
@given(st.sampled_from(ENTRIES), st.integers(0, 2**32))
def test_a_disguised_entry_is_recognised(file: SourceFile, seed: int) -> None:
    """Other forms, remarks and blanks at line ends: the entry that comes out is the entry that went in."""
    rng = random.Random(seed)
    lines = [disguised(line, rng) if rng.random() < 0.7 else line for line in file.data.decode().split("\n")]
    lines = [line + rng.choice(("", "", " ", "  \t")) for line in lines]
    lines.insert(rng.randrange(len(lines)) if rng.random() < 0.2 else 0, "# Asked twice, nobody knew.")
    wrong = SourceFile(file.path, "\n".join(lines).encode())
    done = mend(wrong, county_settings())
    before, after = check_file(file, county_settings()), check_file(SourceFile(file.path, done.data), county_settings())
    assert after.entry == before.entry
    wanted = sorted([*reading(file.path, file.data.decode()).remarks, "# Asked twice, nobody knew."])
    assert sorted(reading(file.path, done.after).remarks) == wanted


@SLOW
@given(st.sampled_from(ENTRIES), st.integers(0, 2**32))
def test_a_damaged_entry_is_never_worse(file: SourceFile, seed: int) -> None:
    """Whatever is wrong with a file: no more problems, each change where it says, and a second run changes nothing."""
    wrong = SourceFile(file.path, mutate(file.data.decode(), random.Random(seed)))
    done = mend(wrong, county_settings())
    if not done.repairs:
        return
    text = done.before
    for repair in done.repairs:
        span = repair.span
        outside = text[: span.start], text[span.end :]
        text = outside[0] + span.new + outside[1]
    assert text == done.after
    now, then = reading(file.path, done.before), reading(file.path, done.after)
    assert then.readable
    again = mend(SourceFile(file.path, done.data), county_settings())
    assert (again.repairs, again.data) == ((), done.data)
    if now.readable:
        assert then.remarks == now.remarks
        told = [Counter(p.code for p in check_file(f, county_settings()).problems) for f in (wrong, _file(file, done))]
        assert told[1] <= told[0]


@SLOW
@given(st.sampled_from(ENTRIES), st.integers(0, 2**32))
def test_only_the_fields_with_a_problem_change(file: SourceFile, seed: int) -> None:
    """Every field that the check had nothing to say about has the values it had."""
    wrong = SourceFile(file.path, mutate(file.data.decode(), random.Random(seed)))
    now = reading(file.path, wrong.data.decode("utf-8", "replace"))
    done = mend(wrong, county_settings())
    then = reading(file.path, done.after)
    if not (done.repairs and now.readable):
        return
    told = {problem.line for problem in check_file(wrong, county_settings()).problems}
    changed = {str(path[0]) for path in {*now.leaves, *then.leaves} if now.leaves.get(path) != then.leaves.get(path)}
    lines = now.text.split("\n")
    blocks = {_key_above(lines, line) for line in told}
    assert set(map(slug, changed)) <= set(map(slug, blocks))


def _key_above(lines: list[str], number: int) -> str:
    """Give the first key of the field in which a line stands."""
    while number > 1 and (not lines[number - 1].strip() or lines[number - 1][0] in " \t-#"):
        number -= 1
    return lines[number - 1].partition(":")[0].strip()


def _file(file: SourceFile, done: object) -> SourceFile:
    return SourceFile(file.path, getattr(done, "data", b""))
