"""People with a need at the real directory: what it knows is found in few taps, and what nobody knows is said."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from generator import finder, pages, pipeline
from generator.project import read_project
from tests.finder.hours_pairs import ask_node
from tests.finder.places import BUILT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.finder.conftest import Visit

SATURDAY_NIGHT = "2026-11-28T02:10"
SATURDAY_MORNING = "2026-11-28T09:00"
TUESDAY_MORNING = "2026-11-24T10:00"
COLD_EVENING = "2026-12-01T18:30"
SATURDAY_DOSE = "2026-11-28T06:30"


def lines(person: Visit) -> list[str]:
    """Give the first line of every card that is shown."""
    return [card.locator(".meta li").first.text_content() or "" for card in person.page.locator(".results .card").all()]


def test_withdrawal_at_night(real_visit: Callable[..., Visit]) -> None:
    """Lines that are answered are listed as such; clinics whose hours nobody knows are neither open nor closed."""
    officer = real_visit(SATURDAY_NIGHT)
    officer.tap(".tiles a[href='find/withdrawal.html']")
    officer.tap(".strip [data-when]")
    assert "Alliance Health Access and Information Line" in officer.names()
    assert officer.call("Alliance Health Access and Information Line") == "tel:+18005109132"
    assert officer.taps + 1 <= 3
    assert "Carolina Treatment Center of Fayetteville" in officer.names("unknown")
    assert not any("closed" in line.lower() for line in lines(officer))
    assert all("listed" in line.lower() for line in lines(officer) if "24 hours" in line)


def test_psychosis_at_a_shop(real_visit: Callable[..., Visit]) -> None:
    """988 is one tap, the line that sends mobile crisis is one as well, and words find it."""
    officer = real_visit(SATURDAY_NIGHT)
    assert officer.page.locator(".now a[href='tel:988']").is_visible()
    assert officer.page.locator(".now a[href='tel:+18005109132']").is_visible()
    officer.page.locator("#q").fill("mobile crisis")
    officer.page.locator(".results .card").first.wait_for()
    assert officer.names()[0] == "Alliance Health Access and Information Line"


def test_a_cold_evening(real_visit: Callable[..., Visit]) -> None:
    """A shelter for activated nights says so and to call; it is never said to be open."""
    officer = real_visit(COLD_EVENING)
    officer.tap(".tiles a[href='find/sleep.html']")
    officer.tap(".strip [data-when]")
    shelter = officer.page.locator(".results .card", has_text="white flag shelter").first
    assert "on activated nights only: call" in (shelter.text_content() or "")
    assert "Cornerstone Christian Empowerment Center, white flag shelter" in officer.names("unknown")
    assert officer.taps <= 4


def test_nobody_is_known_for_a_bed_tonight(real_visit: Callable[..., Visit]) -> None:
    """The honest answer: none is known; what comes nearest, and 211."""
    person = real_visit(SATURDAY_NIGHT)
    person.page.locator("#q").fill("nowhere to sleep tonight")
    title = person.page.locator(".results .group").first
    title.wait_for()
    assert title.inner_text() == "No place here is known for this: Emergency shelter."
    assert len(person.names("near")) == 3
    assert person.page.locator(".last a[href='tel:211']").is_visible()


def test_food_on_saturday_and_on_tuesday(real_visit: Callable[..., Visit]) -> None:
    """On Saturday no door is known to be open: call first; on Tuesday the one that is listed comes first."""
    neighbor = real_visit(SATURDAY_MORNING)
    neighbor.tap(".tiles a[href='find/food.html']")
    neighbor.tap(".strip [data-when]")
    assert neighbor.taps <= 2
    assert neighbor.names() == []
    assert "Fayetteville Cares Day Resource Center" not in neighbor.names("unknown")
    assert neighbor.names("unknown")
    assert "closed then" in neighbor.page.locator(".results").inner_text()
    later = real_visit(TUESDAY_MORNING, "find/food.html#open=now")
    assert later.names()[0] == "Fayetteville Cares Day Resource Center"
    assert lines(later)[0].startswith("Listed open until 5 pm (source 2024)")


def test_a_way_out(real_visit: Callable[..., Visit]) -> None:
    """Two taps to the hotline, a neutral tab, no map; words pin it."""
    woman = real_visit(SATURDAY_NIGHT)
    woman.tap(".tiles a[href='find/safety.html']")
    assert woman.call("National Domestic Violence Hotline") == "tel:+18007997233"
    assert woman.taps + 1 <= 2
    assert woman.page.title() == "Help and support"
    woman.page.locator(".crumbs a").click()
    woman.ready()
    woman.page.locator("#q").fill("he hits me")
    assert woman.page.locator(".pins a.call").get_attribute("href") == "tel:+18007997233"


def test_a_dose_on_saturday(real_visit: Callable[..., Visit]) -> None:
    """Both programs, to call within three taps; neither is said to be open, and the list goes onto one slip."""
    peer = real_visit(SATURDAY_DOSE)
    peer.tap(".tiles a[href='find/withdrawal.html']")
    peer.chip("medicine.methadone")
    programs = ["Carolina Treatment Center of Fayetteville", "Fayetteville Treatment Center"]
    assert peer.names() == programs
    assert [peer.call(name) for name in programs] == ["tel:+19108648739", "tel:+19104830958"]
    assert peer.taps + 1 <= 3
    assert lines(peer)[:2] == ["Hours not known: call"] * 2
    for name in programs:
        peer.page.locator(".results .card", has_text=name).locator("[data-add]").click()
    peer.taps = 0
    peer.tap("[data-slip]")
    assert peer.page.locator("#slip h3").all_text_contents() == programs
    assert peer.taps + 1 <= 2


def test_the_real_directory_adds_up(root: Path) -> None:
    """For every option yes, unknown and no are all; a place without hours is never closed."""
    directory = pipeline.compiled(pipeline.load(read_project(root), BUILT), BUILT)
    words = directory.settings.words
    data = next(iter(finder.data_files(directory, words, pages.card_words(directory, words)).values()))
    file: dict[str, Any] = json.loads(data)
    names = [f"{f['key']}.{o[0]}" if o[0] else f["key"] for f in file["facets"] for o in f["options"]]
    silent = [row for row, resource in enumerate(directory.resources) if not resource.hours and not resource.closed]
    now = f"{SATURDAY_NIGHT}:00-05:00"
    questions: list[dict[str, Any]] = [{"ask": "groups", "chosen": [name], "now": now} for name in names]
    questions.append({"ask": "groups", "when": "now", "rows": silent, "now": now})
    *found, timed = ask_node("interface_ask.mjs", {"file": file, "questions": questions})
    for groups in found:
        assert sorted(row for rows in groups.values() for row in rows) == list(range(len(directory.resources)))
    assert timed["no"] == []
