"""A project with any number of invented entries that have the shape and size of real ones."""

from __future__ import annotations

import random
import shutil
from typing import TYPE_CHECKING

from generator.config.settings import load_settings
from generator.project import read_project
from tests.invented import COUNTY, copy_settings

if TYPE_CHECKING:
    from pathlib import Path

    from generator.config.settings import Settings

FIRST = [
    "Harbor",
    "Cedar",
    "Maple",
    "River",
    "Stone",
    "Hill",
    "Valley",
    "Lake",
    "Grace",
    "Hope",
    "Bridge",
    "Mill",
    "Garden",
    "Union",
    "Summit",
    "Prairie",
]
SECOND = [
    "House",
    "Center",
    "Clinic",
    "Pantry",
    "Shelter",
    "Kitchen",
    "Place",
    "Fellowship",
    "Network",
    "Services",
    "Project",
    "Alliance",
]
STREETS = ["Water", "Mill", "Front", "Church", "Market", "Cedar", "Union", "River", "Spring", "Prospect"]
HOURS = (
    "Mo-Fr 09:00-17:00",
    "Tu-Th 09:00-15:00; PH off",
    "24/7",
    "Mo,We,Fr 08:00-12:00,13:00-17:00",
    "Mo-Sa 07:30-19:00; PH off",
    "We[3] 09:00-17:00",
    "Fr-Su 20:00-02:00",
    'unknown "white flag nights only"',
)
AREAS = [
    "910",
    "919",
    "704",
    "828",
    "336",
    "252",
    "980",
    "984",
    "843",
    "803",
    "864",
    "757",
    "804",
    "540",
    "703",
    "571",
    "276",
    "434",
    "404",
    "470",
    "678",
    "770",
    "706",
    "762",
    "229",
]
SERVICES = (
    ("shelter", "sleep"),
    ("pantry", "food"),
    ("meals", "food"),
    ("moud", "withdrawal"),
    ("primary-care", "health"),
    ("mental-health", "health"),
    ("naloxone", "safer-use"),
    ("peer-support", "recovery"),
    ("id-documents", "papers"),
)
DETAILS = (
    "pets: crates-or-kennel",
    "couples_together: no",
    "id_required: none",
    "accepts_intoxicated: yes",
    "genders: [all]",
    "residency: county",
    "access: [walk-in]",
    "transport: [bus-line]",
    "accessibility: [step-free, accessible-bathroom]",
    "who_can_call: [person, family-friend]",
    "accepts_people_on_moud:\n  answer: conditional\n  note: With a letter from the clinic that gives the medicine.",
    "documents:\n  - Proof of address\n  - Any letter with your name on it",
)


def entry(number: int, service: str, rng: random.Random) -> str:
    """Give the text of one invented entry, about 1.3 KB, with seven to nine barrier facts."""
    name = f"{rng.choice(FIRST)} {rng.choice(FIRST)} {rng.choice(SECOND)} {number}"
    details = "\n".join(sorted(rng.sample(DETAILS, rng.randint(7, 9))))
    return f"""name: {name}
organization: {rng.choice(FIRST)} Ministries of the County
services: [{service}]
summary: Help for people who need it today, first come first served. Call before you go.
what_happens: A person at the desk asks what you need, shows you around and tells you what happens next.
status: active
phones:
  - number: {AREAS[number // 100 % len(AREAS)]}-555-01{number % 100:02d}
    purpose: main
website: https://place-{number}.example/visit
address:
  street: {rng.randint(1, 9999)} {rng.choice(STREETS)} Street
  city: Harborview
  state: NC
  zip: 28301
hours:
  open: {rng.choice(HOURS)}
  intake: {rng.choice(HOURS)}
  note: Doors close ten minutes before the hour.
{details}
ages:
  min: {rng.choice(("16", "18", "21"))}
cost: free
languages: [en, es]
sources:
  - publisher: {rng.choice(FIRST)} Ministries
    url: https://place-{number}.example/about
    date: 2026-{rng.randint(1, 10):02d}-{rng.randint(1, 28):02d}
  - publisher: County resource list
    url: https://county.example/list/{number}
    date: 2024-06
    facts: [hours]
"""


def project(folder: Path, count: int, docs: Path) -> Path:
    """Make a project in `folder`: the invented county and `count` entries more; give the folder."""
    rng = random.Random(count)
    folder.mkdir(parents=True, exist_ok=True)
    copy_settings(folder)
    shutil.copytree(docs, folder / "docs")
    folders = _groups(folder)
    shutil.copytree(COUNTY / "directory", folder / "directory", dirs_exist_ok=True)
    for number in range(count):
        service = rng.choice(sorted(folders))
        path = folder / "directory" / folders[service] / f"place-{number}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(entry(number, service, rng), encoding="utf-8")
    return folder


def _settings(folder: Path) -> Settings:
    (folder / "directory").mkdir(exist_ok=True)
    return load_settings(read_project(folder).config)


def _groups(folder: Path) -> dict[str, str]:
    taxonomy = _settings(folder).taxonomy
    return {slug: taxonomy.services[slug].group for slug, _ in SERVICES if slug in taxonomy.services}


def markdown(folder: Path, count: int) -> Path:
    """Make a plain mkdocs docs folder with `count` pages of the same text; give the folder."""
    rng = random.Random(count)
    docs = folder / "docs"
    docs.mkdir(parents=True)
    (docs / "index.md").write_text("# Home\n", encoding="utf-8")
    for number in range(count):
        text = entry(number, "pantry", rng)
        title, _, body = text.partition("\n")
        page = f"# {title.partition(': ')[2]}\n\n" + body.replace("\n", "\n\n")
        (docs / f"place-{number}.md").write_text(page, encoding="utf-8")
    return folder
