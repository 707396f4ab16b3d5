"""Random hours at random instants: the phone's answer beside the compiler's and those of two other implementations.

`python -m tests.finder.hours_pairs 100000 1` (how many, which sample) prints how many pairs agree, and why the others
are expected to differ.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from opening_hours import OpeningHours

from generator.compile.week import State, day_blocks, state_at, week_table
from generator.entry.hours import DAY_MINUTES, DateRange, Rule, Schedule, parse
from generator.finder.holidays import public_holidays
from generator.finder.hours import device_hours, horizon
from tests.entry.hours_texts import texts

HERE = Path(__file__).parent
PACKAGE = HERE / "node_modules" / "opening_hours"
FIRST, DAYS = horizon(date(2026, 10, 26))
HOLIDAYS = public_holidays("NC", FIRST, DAYS)
ZONES = (
    "America/New_York",
    "America/Chicago",
    "America/Phoenix",
    "America/Los_Angeles",
    "America/Anchorage",
    "Pacific/Honolulu",
    "America/St_Johns",
)
"""Where people are served, one zone without daylight saving time, and one half an hour apart from the others."""

PER_TEXT = 100


@dataclass(frozen=True, slots=True)
class Pair:
    """A schedule, by its number in the table, at an instant."""

    text: str
    schedule: Schedule
    number: int
    zone: str
    instant: datetime

    @property
    def local(self) -> datetime:
        """The wall clock where the place is, without a zone."""
        return self.instant.astimezone(ZoneInfo(self.zone)).replace(tzinfo=None)

    @property
    def milliseconds(self) -> int:
        return int(self.instant.timestamp()) * 1000


def sample_texts(count: int, number: int) -> list[str]:
    """Give up to `count` texts of the subset, by the number of the sample. When code changes, others are drawn."""
    found: dict[str, None] = {}

    @seed(number)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(texts())
    def collect(text: str) -> None:
        found[text] = None

    collect()
    return list(found)


def make_pairs(count: int, number: int) -> tuple[dict[str, object], list[Pair]]:
    """Give the table of random texts, and `count` pairs with instants of all kinds."""
    rng = random.Random(number)
    some = sample_texts(count // PER_TEXT * 2, number)[: count // PER_TEXT]
    schedules = [parse(text) for text in some]
    hours = device_hours(schedules, FIRST, DAYS, HOLIDAYS)
    pairs = []
    for place, (text, schedule) in enumerate(zip(some, schedules, strict=True)):
        zone = ZONES[place % len(ZONES)]
        per_text = count // len(some) + (place < count % len(some))
        instants = (an_instant(schedule, zone, rng) for _ in range(per_text))
        pairs += [Pair(text, schedule, hours.numbers[place], zone, instant) for instant in instants]
    return hours.table, pairs


def an_instant(schedule: Schedule, zone: str, rng: random.Random) -> datetime:
    """Any minute, a minute beside a change in the text, one near a change of the clock, or one near a holiday."""
    kind = rng.random()
    if kind < 0.2:
        change = rng.choice(clock_changes(zone) or [noon(rng.randrange(1, DAYS - 1))])
        return change + timedelta(minutes=rng.randint(-240, 240))
    day = FIRST + timedelta(days=rng.randrange(1, DAYS - 1))
    if kind < 0.4:
        day = rng.choice(sorted(HOLIDAYS.kept | HOLIDAYS.some)) + timedelta(days=rng.randint(-1, 1))
    minute = rng.randrange(DAY_MINUTES)
    spans = [span for rule in schedule.rules for span in rule.spans]
    if spans and rng.random() < 0.6:
        span = rng.choice(spans)
        minute = (rng.choice((span.start, span.end)) + rng.randint(-1, 1)) % DAY_MINUTES
    local = datetime.combine(day, time(minute // 60, minute % 60), ZoneInfo(zone))
    return local.replace(fold=rng.randint(0, 1)).astimezone(UTC)


def noon(day: int) -> datetime:
    return datetime.combine(FIRST + timedelta(days=day), time(12), UTC)


@cache
def clock_changes(zone: str) -> list[datetime]:
    """Give the instants at which the clock of a zone is changed, to the minute."""
    place = ZoneInfo(zone)
    found = []
    for day in range(1, DAYS - 2):
        low, high = noon(day), noon(day + 1)
        if low.astimezone(place).utcoffset() == high.astimezone(place).utcoffset():
            continue
        while high - low > timedelta(minutes=1):
            middle = low + timedelta(minutes=(high - low) // timedelta(minutes=2))
            changed = middle.astimezone(place).utcoffset() != low.astimezone(place).utcoffset()
            low, high = (low, middle) if changed else (middle, high)
        found.append(high)
    return found


def ask_node(script: str, asked: object, zone: str = "UTC") -> Any:
    """Give the answer of a script in this folder, run in a time zone."""
    return json.loads(_node([str(HERE / script)], json.dumps(asked), zone))


def run_tests(script: str) -> None:
    """Run the tests of a script in this folder."""
    _node(["--test", str(HERE / script)])


def _node(arguments: list[str], given: str = "", zone: str = "UTC") -> str:
    node = shutil.which("node")
    if not node:
        missing("no node on this machine: install nodejs to run the finder's tests")
    environment = {**os.environ, "TZ": zone}
    done = subprocess.run(
        [str(node), *arguments], input=given, capture_output=True, text=True, check=False, env=environment
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def missing(message: str) -> None:
    """Skip a test on a desk, fail on a CI machine."""
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


def ask_phone(table: dict[str, object], pairs: list[Pair]) -> list[State | str]:
    """Give the phone's state of each pair; `holiday` and `beyond`, which the others do not know, as a word."""
    questions = [[pair.number, pair.zone, pair.milliseconds] for pair in pairs]
    answers = ask_node("hours_device.mjs", {"table": table, "questions": questions})
    return [kind if kind in {"holiday", "beyond"} else State(kind, comment) for kind, comment, *_ in answers]


def ask_python(pairs: list[Pair]) -> list[State]:
    """Give the answers of opening-hours-py, asked with an instant in the zone of the place."""
    answers = []
    for pair in pairs:
        kind, words = _opening_hours(pair.text, pair.zone).state(pair.instant.astimezone(ZoneInfo(pair.zone)))
        answers.append(State(str(kind).rpartition(".")[2].lower(), words))  # type: ignore[arg-type]
    return answers


@cache
def _opening_hours(text: str, zone: str) -> OpeningHours:
    return OpeningHours(text, country="US", timezone=ZoneInfo(zone))


def ask_npm(pairs: list[Pair]) -> list[State]:
    """Give the answers of the npm package, which only knows the time zone of its process."""
    if not PACKAGE.is_dir():
        missing("the npm package opening_hours is not installed: run npm install in tests/finder")
    answers: dict[int, State] = {}
    for zone in dict.fromkeys(pair.zone for pair in pairs):
        asked: dict[str, list[int]] = {}
        for place, pair in enumerate(pairs):
            if pair.zone == zone:
                asked.setdefault(pair.text, []).append(place)
        told = ask_node("hours_npm.mjs", [[t, [pairs[p].milliseconds for p in ps]] for t, ps in asked.items()], zone)
        for places, states in zip(asked.values(), told, strict=True):
            for place, (kind, comment) in zip(places, states, strict=True):
                # The name of the holiday is a comment too; only the words of the text are compared.
                answers[place] = State(kind, comment if comment in pairs[place].text else "")
    return [answers[place] for place in range(len(pairs))]


def holidays_of_python() -> frozenset[date]:
    """Give the days that opening-hours-py takes for public holidays."""
    opinion = OpeningHours("PH", country="US")
    days = (FIRST + timedelta(days=offset) for offset in range(-1, DAYS))
    return frozenset(day for day in days if opinion.is_open(datetime.combine(day, time(12))))


def holidays_of_npm() -> frozenset[date]:
    """Give the days that the npm package takes for public holidays."""
    days = [FIRST + timedelta(days=offset) for offset in range(-1, DAYS)]
    noons = [int(datetime.combine(day, time(12), UTC).timestamp()) * 1000 for day in days]
    (told,) = ask_node("hours_npm.mjs", [["PH", noons]])
    return frozenset(day for day, (state, _) in zip(days, told, strict=True) if state == "open")


def in_doubt(schedule: Schedule, day: date) -> bool:
    """Whether nobody knows how the place keeps this day: the rule of the site, told without its code.

    Hours that name public holidays are in doubt only where they make a difference.
    """
    week = week_table(schedule)
    named = any(rule.holiday for rule in schedule.rules)
    if not named and (week.always_open or week.always_unknown):
        return False
    if any(_names(rule, day) for rule in schedule.rules):
        return False
    return day in HOLIDAYS.some or (not named and day in HOLIDAYS.kept)


def _names(rule: Rule, day: date) -> bool:
    """Whether a rule speaks of this very day: it is for less than four weeks of the year."""
    nth = any(one.weekday == day.weekday() and _is_nth(one.nth, day) for one in rule.nth)
    picked = not rule.picks_days or day.weekday() in rule.days or nth or (rule.holiday and day in HOLIDAYS.kept)
    spans = [_days(dates, day) for dates in rule.dates]
    return picked and all(spans) and any(day in span for span in spans)


def _is_nth(nth: int, day: date) -> bool:
    return (day.day - 1) // 7 + 1 == nth or (nth < 0 and (day + timedelta(days=7)).month != day.month)


def _days(dates: DateRange, near: date) -> set[date]:
    """Give the days of a range in the year of a day and the one before, nothing if they are four weeks or more."""
    found = set()
    for year in (near.year - 1, near.year):
        run = [date(dates.first.year or year, dates.first.month, dates.first.day)]
        while (run[-1].month, run[-1].day) != (dates.last.month, dates.last.day) or run[-1].year < (
            dates.last.year or 0
        ):
            run.append(run[-1] + timedelta(days=1))
            if len(run) > 27:
                return set()
        found.update(run)
    return found


@dataclass(frozen=True, slots=True)
class Comparison:
    """How many pairs agree, why others are expected to differ, and those that nothing explains."""

    agreed: int
    expected: Counter[str]
    wrong: list[str]


def compare_with_compiler(pairs: list[Pair], phone: list[State | str]) -> Comparison:
    """Compare the phone with the compiler's state, and the holidays in doubt with the rule of the site."""
    expected: Counter[str] = Counter()
    wrong = []
    agreed = 0
    for pair, ours in zip(pairs, phone, strict=True):
        state = state_at(pair.schedule, pair.local, HOLIDAYS.is_kept)
        doubt = in_doubt(pair.schedule, pair.local.date())
        if ours == "holiday" and (doubt or _after_doubt(pair)):
            expected["holiday that the text leaves open"] += 1
        elif ours == state and (not doubt or _same_on_holidays(pair)):
            agreed += 1
        else:
            wrong.append(f"{pair.text!r} {pair.local} {pair.zone}: phone {ours}, compiler {state}")
    return Comparison(agreed, expected, wrong)


def compare_with_others(
    pairs: list[Pair], phone: list[State | str], others: list[State], their_holidays: frozenset[date]
) -> Comparison:
    """Compare the phone with another implementation."""
    expected: Counter[str] = Counter()
    wrong = []
    agreed = 0
    for pair, ours, theirs in zip(pairs, phone, others, strict=True):
        if ours == theirs:
            agreed += 1
        elif reason := _reason(pair, ours, theirs, their_holidays):
            expected[reason] += 1
        else:
            wrong.append(f"{pair.text!r} {pair.local} {pair.zone}: phone {ours}, other {theirs}")
    return Comparison(agreed, expected, wrong)


def _reason(pair: Pair, ours: State | str, theirs: State, their_holidays: frozenset[date]) -> str:
    """Give why two answers are expected to differ, or nothing."""
    if isinstance(ours, str):
        return "holiday that the text leaves open" if ours == "holiday" else ""
    night = _in_night(pair)
    changes = clock_changes(pair.zone)
    days = {change.astimezone(ZoneInfo(pair.zone)).date() for change in changes}
    first_hour = _minute(pair) < 60 and pair.local.date() - timedelta(days=1) in days
    last_minute = theirs.kind == "closed" and pair.instant + timedelta(minutes=1) in changes
    reasons = {
        "day that only one of the two takes for a holiday": _on_disputed_holiday(pair, their_holidays),
        "night beside an exception, unknown to us": night and ours.kind == "unknown",
        "words of a night beside an exception": night and ours.kind == theirs.kind,
        "last minute before the clock goes back: closed in opening-hours-py, even if 24/7": last_minute,
        "first hour after the day on which the clock goes forward: the npm package takes off 24 hours": first_hour,
    }
    return next((reason for reason, holds in reasons.items() if holds), "")


def _after_doubt(pair: Pair) -> bool:
    """Whether this may be what is left of the night of a doubtful holiday, or follows it without a break."""
    today = pair.local.date()
    before, after = (day_blocks(pair.schedule, day, HOLIDAYS.is_kept) for day in (today - timedelta(days=1), today))
    touching = bool(before and after) and (before[-1].end, after[0].start) == (DAY_MINUTES, 0)
    return touching and _minute(pair) < after[0].end and in_doubt(pair.schedule, today - timedelta(days=1))


def _same_on_holidays(pair: Pair) -> bool:
    """Whether a text that names holidays says the same here if this day is one; what is unknown is no claim."""
    today = pair.local.date()
    if not any(rule.holiday for rule in pair.schedule.rules):
        return False
    plain = state_at(pair.schedule, pair.local, HOLIDAYS.is_kept)
    kept = state_at(pair.schedule, pair.local, lambda day: HOLIDAYS.is_kept(day) or day == today)
    return plain in {kept, State("unknown")}


def _on_disputed_holiday(pair: Pair, theirs: frozenset[date]) -> bool:
    named = any(rule.holiday for rule in pair.schedule.rules)
    days = {pair.local.date(), pair.local.date() - timedelta(days=1)}
    return named and bool(days & (theirs ^ HOLIDAYS.kept))


def _in_night(pair: Pair) -> bool:
    return len(pair.schedule.rules) > 1 and _minute(pair) < _latest(pair.schedule)


def _minute(pair: Pair) -> int:
    return pair.local.hour * 60 + pair.local.minute


def _latest(schedule: Schedule) -> int:
    return max((span.end for rule in schedule.rules for span in rule.spans), default=0) - DAY_MINUTES


def main(count: int = 10_000, number: int = 1) -> int:
    """Print the comparisons of `count` pairs; 1 if any difference is not explained."""
    table, pairs = make_pairs(count, number)
    phone = ask_phone(table, pairs)
    comparisons = {
        "compiler": compare_with_compiler(pairs, phone),
        "opening-hours-py": compare_with_others(pairs, phone, ask_python(pairs), holidays_of_python()),
        "npm opening_hours": compare_with_others(pairs, phone, ask_npm(pairs), holidays_of_npm()),
    }
    near = sum(any(abs(p.instant - c) <= timedelta(hours=4) for c in clock_changes(p.zone)) for p in pairs)
    print(
        f"{len(pairs)} pairs of {len({p.text for p in pairs})} texts, {near} within four hours of a change of the clock"
    )
    for name, found in comparisons.items():
        print(f"{name}: {found.agreed} agree, {len(found.wrong)} differ without a reason")
        for reason, times in sorted(found.expected.items()):
            print(f"  {times} expected: {reason}")
        for line in found.wrong[:10]:
            print(f"  {line}")
    return int(any(found.wrong for found in comparisons.values()))


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
