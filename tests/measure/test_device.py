"""The phone puts places into the same order as the build, on any day."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from generator.measure.ages import rank, ranked, upkeep
from generator.pages.check import kinds
from tests.pages.site import ROOT, harbor, real

if TYPE_CHECKING:
    from generator.compile.model import Compiled

MODULE = (ROOT / "generator/web/static/js/check/due.js").as_uri()
ASK = f"""
import {{ compare, deadlines, isDue, rank }} from {json.dumps(MODULE)};
const {{ places, days }} = JSON.parse(await new Response(process.stdin).text());
const answers = days.map((today) => {{
  const all = places.map(([id, kinds]) => ({{ id, place: rank(deadlines(kinds), today) }}));
  all.sort((a, b) => compare(a.place, b.place));
  return all.map(({{ id, place }}) => [id, isDue(place)]);
}});
console.log(JSON.stringify(answers));
"""


@pytest.fixture(name="node", scope="module")
def _node() -> str:
    found = shutil.which("node")
    if found:
        return found
    message = "no Node on this machine: install nodejs to run what the phone runs"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


@pytest.mark.parametrize("directory", [harbor(), real()], ids=["harbor", "real"])
def test_the_phone_sorts_like_the_build(node: str, directory: Compiled) -> None:
    """On 60 days over ten years and on each last day of a check: the same places, order and ones due."""
    some = sorted(upkeep(directory), key=lambda one: one.resource.entry.name.casefold())
    chance = random.Random(5)
    days = [(date(2024, 1, 1) + timedelta(days=chance.randrange(3650))).isoformat() for _ in range(60)]
    days += sorted({deadline.until for one in some for deadline in one.deadlines if deadline.until})
    asked = {"places": [(one.resource.id, kinds(one)) for one in some], "days": days}
    done = subprocess.run(
        [node, "--input-type=module", "-e", ASK], input=json.dumps(asked), capture_output=True, text=True, check=True
    )
    for day, told in zip(days, json.loads(done.stdout), strict=True):
        assert told == [[one.resource.id, one.first(day) is not None] for one in ranked(some, day)], day
        assert [rank(one, day) for one in ranked(some, day)] == sorted(rank(one, day) for one in some)
