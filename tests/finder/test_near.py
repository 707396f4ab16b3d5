"""The offline gazetteer on the phone: small, and it finds what it holds."""

from __future__ import annotations

import gzip
import json
import random
from typing import TYPE_CHECKING, Any

import pytest

from generator.config.gazetteer import Block, Gazetteer
from generator.config.settings import load_settings
from generator.config.streets import KINDS
from generator.entry.place import Point, distance_km
from generator.finder.near import MOST_BYTES, places_file
from generator.project import read_project
from tests.finder.hours_pairs import ask_node, run_tests
from tests.invented import county

if TYPE_CHECKING:
    from pathlib import Path

    from generator.config.settings import Settings

NEAR_KM = 0.3


@pytest.fixture(name="site", scope="module")
def _site(root: Path) -> Settings:
    return load_settings(read_project(root).config)


@pytest.fixture(name="county", scope="module")
def _county() -> Settings:
    return load_settings(county().config)


def found(settings: Settings, typed: list[str]) -> list[list[dict[str, Any]]]:
    """Give what the phone finds for each text."""
    _, data = places_file(settings.gazetteer)
    words = {key: text for key, text in settings.words.texts.items() if key.startswith("near.")}
    return ask_node("near_places.mjs", {"file": json.loads(data), "words": words, "typed": typed})


def off_km(places: list[dict[str, Any]], point: Point) -> float:
    """Give how far the first place found is from a point; far away if nothing was found."""
    return distance_km(Point(places[0]["lat"], places[0]["lon"]), point) if places else 1e6


def strays(settings: Settings, wanted: dict[str, Point]) -> list[str]:
    """Give the texts whose first answer is more than 300 m from their point."""
    answers = found(settings, list(wanted))
    return [t for (t, point), places in zip(wanted.items(), answers, strict=True) if off_km(places, point) > NEAR_KM]


def test_the_file_is_small(site: Settings) -> None:
    """The whole gazetteer fits in 20 KB compressed, and is the same at every build."""
    path, data = places_file(site.gazetteer)
    assert path == "data/places.json"
    assert len(gzip.compress(data, mtime=0)) <= MOST_BYTES
    assert places_file(site.gazetteer) == (path, data)
    assert len(json.loads(data)["streets"].split("\n")) == len(site.gazetteer.streets)


def test_a_large_gazetteer_keeps_its_longest_streets() -> None:
    """Of a city that does not fit, the streets with the most blocks are kept, and the file stays small."""
    rng = random.Random(1)

    def blocks(count: int) -> tuple[Block, ...]:
        return tuple(Block(n * 100, Point(35 + rng.random(), -79 + rng.random())) for n in range(count))

    streets = {("BIGTOWN", f"{rng.randrange(10**9):09} ST"): blocks(count % 7 + 1) for count in range(3000)}
    _, data = places_file(Gazetteer(streets=streets))
    counts = json.loads(data)["blocks"][0]
    assert MOST_BYTES * 0.95 < len(gzip.compress(data, mtime=0)) <= MOST_BYTES
    assert sum(count == 7 for count in counts) == sum(len(kept) == 7 for kept in streets.values())
    assert min(counts) > 1


def test_a_site_without_a_gazetteer_finds_nothing(site: Settings) -> None:
    """An empty file is no mistake."""
    _, data = places_file(Gazetteer())
    typed = ["28301", "Hay St", "Hay and Ramsey", ""]
    words = dict(site.words.texts)
    assert ask_node("near_places.mjs", {"file": json.loads(data), "words": words, "typed": typed}) == [[]] * 4


def test_every_zip_town_and_landmark_is_found(site: Settings) -> None:
    """Typed as it is written, in small letters, and with the state behind it."""
    gazetteer = site.gazetteer
    wanted = {code: middle.point for code, middle in gazetteer.zips.items()}
    wanted |= {f"near {code}": middle.point for code, middle in gazetteer.zips.items()}
    for place in gazetteer.places:
        for name in (place.name, *place.towns):
            wanted |= {name: place.point, name.lower(): place.point, f"{name}, NC": place.point}
    assert len(wanted) > 150
    assert strays(site, wanted) == []


def test_house_numbers_are_found_in_their_block(site: Settings) -> None:
    """Two hundred blocks, by a house number in them: as the table writes the street, and in full words."""
    rng = random.Random(200)
    every = [(name, block) for (_, name), blocks in sorted(site.gazetteer.streets.items()) for block in blocks]
    some = rng.sample(every, 200)
    long = {short: word.title() for word, short in sorted(KINDS.items(), reverse=True) if word != short}
    wanted = {f"{block.number + 7} {name}": block.point for name, block in some}
    for name, block in some:
        first, *rest = name.split()
        wanted[" ".join([str(block.number + 1), first.title(), *(long.get(w, w.title()) for w in rest)])] = block.point
    assert len(wanted) > 390
    assert strays(site, wanted) == []


def test_a_corner_is_between_the_nearest_blocks(site: Settings) -> None:
    """Two streets with blocks close to each other have a corner there, in either order and with a slip."""
    answers = found(site, ["Hay St and Ramsey St", "ramsey & hay", "cerca de Hay y Ramsy", "Ramsey / Hay Street"])
    assert [(places[0]["kind"], places[0]["approximate"]) for places in answers] == [("corner", True)] * 4
    assert {places[0]["label"] for places in answers} == {"Hay St and Ramsey St", "Ramsey St and Hay St"}
    downtown = site.gazetteer.town("Fayetteville")
    assert downtown
    assert max(off_km(places, downtown.point) for places in answers) < 0.5


@pytest.mark.parametrize(
    ("typed", "label", "kind", "approximate"),
    [
        ("28320", "ZIP 28320", "zip", True),
        ("farmouth", "Farmouth", "town", True),
        ("farmuth", "Farmouth", "town", True),
        ("st anns", "Saint Anns", "town", True),
        ("hospital", "Harbor Hospital", "landmark", False),
        ("the er", "Harbor Hospital", "landmark", False),
        ("anchor street", "Anchor St, Harborview", "street", True),
        ("ancor", "Anchor St, Harborview", "street", True),
        ("315 anchor st", "315 Anchor St, Harborview", "address", False),
        ("115 anchor st", "115 Anchor St, Harborview", "address", True),
        ("2950 anchor st", "2950 Anchor St, Harborview", "address", True),
        ("9900 anchor st", "Anchor St, Harborview", "street", True),
        ("315 Anchor Street, Harborview, NC 28300", "315 Anchor St, Harborview", "address", False),
        ("1100 south kelp road", "1100 S Kelp Rd, Harborview", "address", False),
        ("kelp rd", "S Kelp Rd, Harborview", "street", True),
        ("kelp bulevard", "S Kelp Rd, Harborview", "street", True),
        ("near anchor and water", "Anchor St, Harborview and Water St, Harborview", "corner", True),
        ("5 unheard-of lane, farmouth", "Farmouth", "town", True),
        ("5 unheard-of lane 28320", "ZIP 28320", "zip", True),
    ],
)
def test_what_is_typed_and_what_is_meant(
    county: Settings, typed: str, label: str, kind: str, approximate: bool
) -> None:
    """The best reading of a text; what may be more than 200 m off is approximate."""
    ((best, *_),) = found(county, [typed])
    assert (best["label"], best["kind"], best["approximate"]) == (label, kind, approximate)


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("jail", "Cumberland County Detention Center"),
        ("the jial", "Cumberland County Detention Center"),
        ("ftcc", "Fayetteville Technical Community College"),
        ("cfv", "Cape Fear Valley Medical Center"),
        ("va hospital", "Fayetteville VA Medical Center"),
        ("bus station", "FAST Transit Center"),
        ("the mall", "Cross Creek Mall"),
        ("fort liberty", "Fort Bragg"),
    ],
)
def test_places_go_by_their_other_names(site: Settings, typed: str, label: str) -> None:
    """What it is, its first letters, and the name it had for a while."""
    ((best, *_),) = found(site, [typed])
    assert best["label"] == label


def test_a_house_between_two_blocks_is_on_the_way(county: Settings) -> None:
    """Of blocks 300 and 2800, number 1500 is a little less than half way."""
    ((place, *_),) = found(county, ["1500 anchor st"])
    assert off_km([place], Point(35.068, -78.878)) < 0.02


def test_a_label_finds_its_place_again(county: Settings, site: Settings) -> None:
    """What was found can be kept as words, and found again from them."""
    typed = (
        (county, ["28320", "farmouth", "anchor", "1103 kelp", "anchor and water"]),
        (site, ["mcpherson church", "va"]),
    )
    for settings, texts in typed:
        first = [places[0] for places in found(settings, texts)]
        assert [places[0] for places in found(settings, [place["label"] for place in first])] == first


@pytest.mark.parametrize("typed", ["", "   ", "zzzz", "99999", "and", "5", "<b>", "a" * 5000, "'; --", "near"])
def test_what_nobody_knows_is_not_found(county: Settings, typed: str) -> None:
    """Nonsense finds nothing, and breaks nothing."""
    assert found(county, [typed]) == [[]]


def test_streets_that_do_not_meet_are_offered_one_by_one(county: Settings) -> None:
    """Two streets far apart have no corner."""
    (places,) = found(county, ["anchor and chapel"])
    assert sorted(place["label"] for place in places) == ["Anchor St, Harborview", "Chapel Ln, Saint Anns"]


def test_distances_pass_their_own_tests() -> None:
    """Miles and the words for them."""
    run_tests("near_distance.test.mjs")
