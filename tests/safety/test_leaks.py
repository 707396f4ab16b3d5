"""Nothing that must stay secret leaves with the site, however it is written; and nothing else is taken for a secret."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from generator import pipeline
from generator.entry.place import Point
from generator.project import read_project
from generator.safety.fold import folded, together
from generator.safety.leaks import Leak, Scanner, told
from generator.safety.points import codes
from generator.safety.secrets import Secret
from generator.safety.watch import LeakError, Watch
from tests.safety.plants import Plant, plants
from tests.safety.secret_county import files, guard
from tests.site.conftest import run, tree

if TYPE_CHECKING:
    from pathlib import Path

PLANTS = plants(files())
HOOK = """
def on_page_content(html, page, config, files):
    return html + "<p>{words}</p>" if page.file.src_uri == "handbook/hours.md" else html
"""


def test_a_site_made_of_secrets_has_none() -> None:
    """The generator itself lets nothing out of entries that no check would have let through."""
    assert [leak for path, data in files().items() for leak in guard().look(path, data)] == []


def test_at_least_fifty_are_planted() -> None:
    """Each of its own kind, in a file that is changed by it or new."""
    assert len({plant.name for plant in PLANTS}) == len(PLANTS) >= 50
    assert [plant.name for plant in PLANTS if plant.data == files().get(plant.path)] == []


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.name)
def test_every_planted_secret_is_found(plant: Plant) -> None:
    """In its file, with its entry, and without being repeated."""
    found = guard().look(plant.path, plant.data)
    assert {leak.entry for leak in found} == {plant.entry}, plant.path
    assert {leak.path for leak in found} == {plant.path}
    said = folded(told(found).replace(plant.path, ""))
    assert not any(word in said for word in (b"lantern", b"4127", b"quarry", b"0177", b"0188", b"3506", b"28399"))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("r/river-house.html", "Lantern Hollow Road is where the bus stops."),
        ("r/river-house.html", "Harborview, NC 28399"),
        ("r/river-house.html", "14127 Lantern Hollow Road"),
        ("r/river-house.html", "4127 Lantern Road"),
        ("r/river-house.html", "35.06123, -79.91457"),
        ("r/river-house.html", "-78.91457 " + "1.00001 " * 12 + "35.06123"),
        ("find/shelter.html", "They ask the county office before you come."),
        ("find/shelter.html", "A lodge with lantern light."),
        ("data/x.json", '{"id":"river-house","lat":35.06123,"street":"4127 Kelp Road"}'),
        ("data/x.json", '{"id":"safety-1","street":"Address is confidential","lat":0}'),
    ],
)
def test_what_is_no_secret_is_let_through(path: str, text: str) -> None:
    """Another house, another place, a ZIP code of a whole town, words that anybody may use."""
    assert guard().look(path, text.encode()) == []


def test_what_is_public_elsewhere_is_no_secret_of_a_draft() -> None:
    """A draft may share its number with a published place; the place of a shelter stays secret whoever says it."""
    shared = Secret("draft", "a phone number", (folded("910-555-0101"),), same=True)
    firm = Secret("shelter", "its street address", (folded("12 Hay Street"),), firm=True, same=True)
    scanner = Scanner([shared, firm], public=["Call 910-555-0101 at 12 Hay Street."])
    assert scanner.look("index.html", b"910.555.0101, 12 hay street") == [
        Leak("index.html", "shelter", "its street address")
    ]


def test_plus_codes_are_those_that_maps_show() -> None:
    """Two points from the tables of the Open Location Code project."""
    assert codes(Point(20.3700625, 2.7821875))[0] == "7FG49QCJ+2V"
    assert codes(Point(47.0000625, 8.0000625))[0] == "8FVC2222+22"


def test_a_name_is_found_as_words() -> None:
    """`health care. Clinic` is no Care Clinic, and Carefree Clinics is another."""
    assert together("Care Clinic", "the CARE  clinic's door")
    assert not together("Care Clinic", 'primary-care">Clinic')
    assert not together("Care Clinic", "Daycare clinic")


def test_a_build_with_a_leak_publishes_nothing(project: Path) -> None:
    """The old site stays; the log names file and entry, and repeats nothing."""
    assert run(project, "offramp", "build").returncode == 0
    before = tree(project / "site")
    secret = "Doctors who see people that have no papers and no money at all"
    draft = project / "directory/health/care-clinic.yaml"
    text = draft.read_text(encoding="utf-8")
    draft.write_text(text + f"# {secret}\n", encoding="utf-8")
    (project / "faulty.py").write_text(HOOK.format(words=secret), encoding="utf-8")
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + "hooks: [faulty.py]\n", encoding="utf-8")
    for command in (("offramp", "build"), ("mkdocs", "build", "--strict")):
        done = run(project, *command)
        assert done.returncode == 1
        assert "nothing was published" in done.stderr
        assert "handbook/hours.html: a remark in its file of care-clinic" in done.stderr
        assert "papers" not in done.stderr + done.stdout
        assert "Traceback" not in done.stderr
        assert tree(project / "site") == before


def test_the_real_site_has_no_leak_and_no_false_alarm(built: Path) -> None:
    """Hundreds of secrets are looked for in every file of it."""
    found = pipeline.load(read_project(built.parent), date(2026, 11, 23), advice=False)
    handbook = [path.read_text() for path in (built.parent / "docs").rglob("*.md")]
    secret = [e for e in found.checked.entries if e.editor_note or e.confidential or not e.published]
    assert len(secret) > 30
    real = pipeline.leak_scanner(found, handbook)
    assert [leak for path, data in tree(built).items() for leak in real.look(path, data)] == []
    draft = next(e for e in found.checked.entries if e.id == "care-clinic")
    assert real.look("r/x.html", f"<p>{draft.summary}</p>".encode())


def test_a_file_that_holds_others_is_looked_through() -> None:
    """What passed before is not looked at again; anything else is: a text, a name, the first of two of one name."""
    page, secret = "Nothing here.", "4127 Lantern Hollow Road"
    held = {
        "clean": (f'{{"data/a.txt":{json.dumps(page)}}}', False),
        "another text": (f'{{"data/a.txt":{json.dumps(secret)}}}', True),
        "another name": (f'{{"data/4127-lantern-hollow-road.txt":{json.dumps(page)}}}', True),
        "one name twice": (f'{{"data/a.txt":{json.dumps(secret)},"data/a.txt":{json.dumps(page)}}}', True),
        "no text": (f'{{"data/a.txt":[{json.dumps(secret)}]}}', True),
        "broken": (f'{{"data/a.txt":{json.dumps(secret)}', True),
    }
    for name, (text, leaks) in held.items():
        watch = Watch(guard())
        watch.see([("data/a.txt", page.encode()), ("data/keep/0.json", text.encode())])
        if not leaks:
            assert dict(watch.last())
            continue
        with pytest.raises(LeakError, match=r"data/keep/0\.json"):
            dict(watch.last())
        assert name
