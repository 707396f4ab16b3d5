"""The gazetteer's tables and outline: what they give, and the message for each way to get one wrong."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.config.gazetteer import (
    PLACE_COLUMNS,
    STREET_COLUMNS,
    ZIP_COLUMNS,
    Gazetteer,
    read_gazetteer,
)
from generator.config.place_codes import PLACE_CODES
from generator.config.table import SIZE_LIMIT, Text
from generator.entry.place import Point, distance_km
from generator.entry.problem import ProblemError

if TYPE_CHECKING:
    from collections.abc import Mapping

CONFIG = Path(__file__).parents[2] / "site_config"
HEADS = {"places": PLACE_COLUMNS, "zips": ZIP_COLUMNS, "streets": STREET_COLUMNS}
SQUARE = [[-79.0, 35.0], [-78.8, 35.0], [-78.8, 35.2], [-79.0, 35.2], [-79.0, 35.0]]
HOLE = [[-78.95, 35.05], [-78.85, 35.05], [-78.85, 35.15], [-78.95, 35.15], [-78.95, 35.05]]


def table(kind: str, *rows: str) -> Gazetteer:
    text = "\n".join([",".join(HEADS[kind]), *rows]) + "\n"
    return read_gazetteer(**{kind: Text(f"{kind}.csv", text.encode())})


def feature(*rings: object, role: object = "county", **other: object) -> dict[str, object]:
    return {
        "type": "Feature",
        "id": "37999",
        "properties": {"name": "Harbor", "state": "NC", "role": role},
        "geometry": {"type": "Polygon", "coordinates": list(rings)},
        **other,
    }


def outline(*features: object) -> Gazetteer:
    document = {"type": "FeatureCollection", "features": features}
    return read_gazetteer(outline=Text("outline.geojson", json.dumps(document, indent=1).encode()))


def problems(error: pytest.ExceptionInfo[ProblemError]) -> list[tuple[str, int, str, str, str]]:
    return [(p.file, p.line, p.code, p.seen, p.wanted) for p in error.value.problems]


def test_the_real_tables() -> None:
    """This county's own files are right, and know the county, its neighbours, its towns and their streets."""
    files = {"places": "places.csv", "zips": "zips.csv", "streets": "streets.csv", "outline": "outline.geojson"}
    real = read_gazetteer(**{key: Text(name, (CONFIG / name).read_bytes()) for key, name in files.items()})
    downtown = real.town("FAYETTEVILLE")
    assert downtown is not None
    assert real.inside(downtown.point)
    assert [o.name for o in real.area] == ["Cumberland"]
    assert [o.role for o in real.outlines].count("neighbour") == 6
    assert len(real.zips) == 27
    assert sum(len(blocks) for blocks in real.streets.values()) == 1608
    assert all(real.inside(z.point, 25) for z in real.zips.values())
    assert all(real.inside(b.point, 5) for blocks in real.streets.values() for b in blocks)


def test_the_real_tables_are_sorted_and_credited() -> None:
    """Rows can be compared between versions, and every place says where it comes from."""
    for name, keys in (("places.csv", 1), ("zips.csv", 1)):
        rows = [line.split(",")[:keys] for line in (CONFIG / name).read_text("utf-8").splitlines()[1:]]
        assert rows == sorted(rows)
    sources = (CONFIG / "SOURCES.md").read_text("utf-8")
    for line in (CONFIG / "places.csv").read_text("utf-8").splitlines()[1:]:
        assert f"| {line.rsplit(',', 1)[1]} |" in sources
    assert "CC BY 4.0" in sources
    assert "City of Fayetteville open data" in sources


def test_towns_are_found_by_any_spelling() -> None:
    """A place may stand for several towns; a place without towns is never one."""
    found = table(
        "places", "fort,Fort Anchor,post,Fort Anchor; Saint Ann's,35.1,-79,x", "inn,Tidewater Inn,shop,,35,-79,x"
    )
    assert found.town("ft. anchor") is found.town("St Anns") is found.places[0]
    assert found.town("Tidewater Inn") is None


def test_blocks_are_sorted_and_merged_by_spelling() -> None:
    """`CIR.` and `CIR` are one street, whatever the order of the rows."""
    found = table("streets", "Tidewater,KELP CIR.,300,35,-79", "TIDEWATER,Kelp Circle,100,35.1,-79")
    assert [block.number for block in found.blocks("Tidewater", "KELP CIR")] == [100, 300]
    assert found.blocks("Saint Anns", "KELP CIR") == ()


def test_blank_lines_and_blanks_do_not_matter() -> None:
    """A table that a person has edited may have them; a last line may lack its end."""
    assert table("zips", "", " 28399 , Tidewater, NC, 35.0 ,-79 , x ").zips["28399"].city == "Tidewater"


TABLE_MISTAKES = {
    "no first line": ("zips", None, 1, "E750", "the first line zip,city,state,lat,lon,source"),
    "a value too many": ("zips", "28399,A,NC,35,-79,x,y", 2, "E750", "6 values: zip,city,state,lat,lon,source"),
    "a quote in the middle": ("zips", '28399,"A"B,NC,35,-79,x', 2, "E750", "values with commas between them"),
    "a ZIP of four": ("zips", "2839,A,NC,35,-79,x", 2, "E751", "five digits, such as 28301"),
    "a state in words": ("zips", "28399,A,North Carolina,35,-79,x", 2, "E751", "two capital letters"),
    "0, 0": ("zips", "28399,A,NC,0,0,x", 2, "E751", "latitude and longitude in degrees"),
    "swapped": ("places", "a,A,town,A,-78.9,235,x", 2, "E751", "latitude and longitude in degrees"),
    "degrees with a comma": ("zips", '28399,A,NC,"35,1",-79,x', 2, "E751", "latitude and longitude in degrees"),
    "no name": ("places", "a,,town,A,35,-79,x", 2, "E751", "a text in the column name"),
    "an id in capitals": ("places", "Tidewater,A,town,A,35,-79,x", 2, "E751", "small letters, digits and hyphens"),
    "a block of fifty": ("streets", "A,KELP RD,150,35,-79", 2, "E751", "a full hundred, such as 100"),
    "a block in words": ("streets", "A,KELP RD,one,35,-79", 2, "E751", "the hundred of the house numbers"),
    "a street of signs": ("streets", "A,---,100,35,-79", 2, "E751", "a street's name, such as HAY ST"),
    "a street in no town": ("streets", ",KELP RD,100,35,-79", 2, "E751", "a text in the column city"),
}


@pytest.mark.parametrize(("kind", "row", "line", "code", "wanted"), TABLE_MISTAKES.values(), ids=TABLE_MISTAKES)
def test_one_mistake_in_a_table(kind: str, row: str | None, line: int, code: str, wanted: str) -> None:
    """The file, the line, and what is wanted there."""
    rows = [",".join(HEADS[kind]), row] if row else ["28399,A,NC,35,-79,x"]
    text = Text(f"{kind}.csv", "\n".join(rows).encode())
    with pytest.raises(ProblemError) as error:
        read_gazetteer(**{kind: text})
    (problem,) = error.value.problems
    assert (problem.file, problem.line, problem.code) == (f"{kind}.csv", line, code)
    assert wanted in problem.wanted
    assert problem.seen


def test_all_wrong_rows_are_told_at_once() -> None:
    """A repeated row names the first one."""
    with pytest.raises(ProblemError) as error:
        table("zips", "28399,A,NC,35,-79,x", "28398,A,NC,95,-79,x", "28399,B,NC,35,-79,x")
    assert problems(error) == [
        ("zips.csv", 3, "E751", "latitude 95 is not between -90 and 90", "latitude and longitude in degrees"),
        ("zips.csv", 4, "E752", "the same as line 2", "one row for each"),
    ]


def test_a_table_that_is_no_text() -> None:
    """The line of the first byte that is not UTF-8; a file too big is not read at all."""
    with pytest.raises(ProblemError) as error:
        read_gazetteer(zips=Text("zips.csv", b"zip,city,state,lat,lon,source\n28399,Caf\xe9,NC,35,-79,x\n"))
    assert problems(error) == [("zips.csv", 2, "E750", "bytes that are not UTF-8", "UTF-8 text")]
    with pytest.raises(ProblemError) as error:
        read_gazetteer(zips=Text("zips.csv", b"x" * (SIZE_LIMIT + 1)))
    assert problems(error)[0][2:4] == ("E750", f"{SIZE_LIMIT + 1:,} bytes")


def test_inside_a_square_with_a_hole() -> None:
    """Inside the line and outside the hole; a margin reaches over both lines."""
    square = outline(feature(SQUARE, HOLE))
    assert square.inside(Point(35.02, -78.9))
    assert not square.inside(Point(35.1, -78.9))
    assert not square.inside(Point(35.3, -78.9))
    assert square.inside(Point(35.3, -78.9), 12)
    assert not square.inside(Point(35.3, -78.9), 11)
    assert square.inside(Point(35.1, -78.9), 5)


@given(st.floats(34.5, 35.7), st.floats(-79.5, -78.3))
def test_distance_to_a_square(lat: float, lon: float) -> None:
    """Never farther than a corner, never nearer than the great circle to the nearest point of the line."""
    (county,) = outline(feature(SQUARE)).outlines
    here = Point(lat, lon)
    nearest = Point(min(max(lat, 35.0), 35.2), min(max(lon, -79.0), -78.8))
    assert county.distance_km(here) == pytest.approx(distance_km(here, nearest), rel=0.01, abs=0.01)


def test_neighbours_are_known_but_not_inside() -> None:
    """A neighbour can be named for a point, and is no part of the area."""
    far = [[lon + 0.2, lat] for lon, lat in SQUARE]
    both = outline(feature(SQUARE), feature(far, role="neighbour", id="37998"))
    over_there = Point(35.1, -78.7)
    county = both.county(over_there)
    assert county is not None
    assert county.id == "37998"
    assert not both.inside(over_there)
    assert both.county(Point(36, -78)) is None


def test_two_lands_of_one_county() -> None:
    """A MultiPolygon is one county."""
    island = [[lon, lat + 1] for lon, lat in SQUARE]
    geometry = {"type": "MultiPolygon", "coordinates": [[SQUARE], [island]]}
    assert outline(feature(geometry=geometry)).inside(Point(36.1, -78.9))


def test_without_an_outline_everything_is_inside() -> None:
    """A site that has not drawn its area yet refuses no point for lying outside it."""
    assert Gazetteer().inside(Point(1, 1))


def test_a_middle_is_known_as_one() -> None:
    """The middle of a ZIP or a town is told from the point of a hospital."""
    found = read_gazetteer(
        zips=Text("zips.csv", b"zip,city,state,lat,lon,source\n28399,,NC,35.04,-78.89,x\n"),
        places=Text(
            "places.csv",
            b"id,name,kind,towns,lat,lon,source\na,Tidewater,town,Tidewater,35.05,-78.88,x\nb,Inn,shop,,35.06,-78.9,x\n",
        ),
    )
    assert found.centroid(Point(35.04003, -78.88999)) == "ZIP 28399"
    assert found.centroid(Point(35.05, -78.88)) == "Tidewater"
    assert found.centroid(Point(35.06, -78.9)) == ""


OUTLINE_MISTAKES = {
    "no role": (feature(SQUARE, properties={"name": "Harbor", "state": "NC"}), 5, "E756"),
    "another role": (feature(SQUARE, role="town"), 5, "E756"),
    "a role that is a list": (feature(SQUARE, role=["county"]), 5, "E756"),
    "an id that is a number": (feature(SQUARE, id=37999), 5, "E756"),
    "a point": (feature(geometry={"type": "Point", "coordinates": [-79, 35]}), 5, "E756"),
    "no geometry": (feature(geometry=None), 5, "E756"),
    "no ring": (feature(), 5, "E756"),
    "latitude first": (feature([[b, a] for a, b in SQUARE] + [[35.0, 200.0], [35.0, -79.0]]), 5, "E755"),
    "an open line": (feature(SQUARE[:-1]), 5, "E755"),
    "a text for a number": (feature([["-79", "35"]] * 5), 5, "E756"),
    "true for a number": (feature([[True, True]] * 5), 5, "E756"),
    "not a number": (feature([[float("nan"), 35]] * 5), 5, "E755"),
}


@pytest.mark.parametrize(("wrong", "line", "code"), OUTLINE_MISTAKES.values(), ids=OUTLINE_MISTAKES)
def test_one_mistake_in_an_outline(wrong: object, line: int, code: str) -> None:
    """The line on which the feature begins, and what is wanted."""
    with pytest.raises(ProblemError) as error:
        outline(wrong)
    (problem,) = error.value.problems
    assert (problem.file, problem.line, problem.code) == ("outline.geojson", line, code)
    assert problem.wanted


def test_the_second_feature_is_found_by_its_line() -> None:
    """Not the first one, which is right."""
    with pytest.raises(ProblemError) as error:
        outline(feature(SQUARE), feature(SQUARE, role="sea"))
    assert error.value.problems[0].line > 30


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"", 1),
        (b"{\n]", 2),
        (b"\n\n\xff", 3),
        (b"[" * 100_000, 1),
        (b'{"features": []}', 1),
        (b"7", 1),
        (b"9" * 9999, 1),
    ],
)
def test_an_outline_that_is_none(data: bytes, line: int) -> None:
    """Whatever the file holds, one problem with its line."""
    with pytest.raises(ProblemError) as error:
        read_gazetteer(outline=Text("outline.geojson", data))
    assert [(p.line, p.code) for p in error.value.problems] == [(line, "E755")]


def parts() -> Mapping[str, st.SearchStrategy[bytes]]:
    """Give bytes of any kind, and bytes that begin well and then go wrong."""
    tail = st.binary(max_size=80) | st.text(max_size=60).map(str.encode)
    cells = st.lists(st.lists(st.text('aZ019.,-" \n', max_size=8), max_size=7).map(",".join), max_size=4).map("\n".join)
    found = {kind: tail | cells.map(lambda c, kind=kind: f"{','.join(HEADS[kind])}\n{c}".encode()) for kind in HEADS}
    return {**found, "outline": tail | st.recursive(st.none() | st.floats() | st.text(), st.lists).map(json_bytes)}


def json_bytes(value: object) -> bytes:
    return json.dumps(
        {"features": [{"type": "Feature", "geometry": {"type": "Polygon", "coordinates": value}}]}
    ).encode()


@pytest.mark.parametrize("kind", ["places", "zips", "streets", "outline"])
def test_any_bytes_are_read_or_told(kind: str) -> None:
    """Never anything but a gazetteer or problems with a line and a code of the handbook."""

    @given(parts()[kind])
    def read(data: bytes) -> None:
        try:
            read_gazetteer(**{kind: Text(f"{kind}.x", data)})
        except ProblemError as error:
            told = error.problems
            assert all(1 <= p.line <= data.count(b"\n") + data.count(b"\r") + 2 and p.code in PLACE_CODES for p in told)

    read()


@given(st.binary(max_size=200))
def test_any_change_to_a_real_table_is_read_or_told(noise: bytes) -> None:
    """Bytes thrown into a good table, too."""
    good = (CONFIG / "zips.csv").read_bytes()
    middle = len(good) * (len(noise) % 7) // 7
    with suppress(ProblemError):
        read_gazetteer(zips=Text("zips.csv", good[:middle] + noise + good[middle:]))
