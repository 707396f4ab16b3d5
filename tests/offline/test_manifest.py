"""The app on the home screen: a neutral name, icons as they are drawn, and only by the visitor's wish."""

from __future__ import annotations

import json
import struct
import zlib

from generator.offline.icons import draw
from generator.offline.manifest import SIZES
from tests.offline.releases import release
from tests.pages.html import Html


def rows(png: bytes) -> list[bytes]:
    """Give the pixels of a PNG file as rows, as long as no row is filtered."""
    at, body, width = 8, b"", 0
    while at < len(png):
        size, kind = struct.unpack(">I4s", png[at : at + 8])
        data = png[at + 8 : at + 8 + size]
        if kind == b"IHDR":
            width = struct.unpack(">I", data[:4])[0]
        if kind == b"IDAT":
            body += data
        at += size + 12
    raw, step = zlib.decompress(body), width * 3 + 1
    return [raw[start + 1 : start + step] for start in range(0, len(raw), step)]


def test_the_icon_files_are_what_the_drawing_gives() -> None:
    """The smallest is drawn again, pixel for pixel; all have the size of their name."""
    files = release(1)
    assert rows(files["app/icon-180.png"]) == draw(180)
    for name, size in SIZES.items():
        found = rows(files[f"app/{name}"])
        assert (len(found), len(found[0])) == (size, size * 3)


def test_the_mark_lies_where_no_mask_cuts_it_off() -> None:
    """Within the middle 80 % of the square, as maskable icons want."""
    field = draw(180)
    edge = 18
    for y, row in enumerate(field):
        for x in range(180):
            middle = edge <= x < 180 - edge and edge <= y < 180 - edge
            if not middle:
                assert row[x * 3 : x * 3 + 3] == bytes.fromhex("0c3a30")


def test_the_manifest_names_the_site_and_nothing_else() -> None:
    """A neutral name, relative addresses, so that it works below any base path, and icons that are there."""
    files = release(1)
    told = json.loads(files["app.webmanifest"])
    assert (told["name"], told["display"], told["scope"]) == ("Harbor Help", "standalone", "./")
    assert len(told["short_name"]) <= 12
    assert told["start_url"] == "index.html?app"
    assert {icon["purpose"] for icon in told["icons"]} == {"any", "maskable"}
    assert all(icon["src"] in files for icon in told["icons"])
    assert "://" not in json.dumps(told)


def test_only_the_page_about_copies_points_to_it() -> None:
    """Whoever puts another page on a home screen gets a bookmark, and nothing is kept."""
    files = release(1)
    pointing = [
        path
        for path, data in files.items()
        if path.endswith(".html") and Html(data.decode()).all("link", rel="manifest")
    ]
    assert pointing == ["keep.html"]


def test_the_page_about_copies_says_what_comes() -> None:
    """Before anybody taps: the size, the 7 days of iPhones, steps for both kinds of phones, and the one file."""
    page = Html(release(1)["keep.html"].decode()).one("main").text
    for words in (
        "MB to download",
        "after 7 days without a visit",
        "Add to Home Screen",
        "Add to Home screen",
        "one file",
    ):
        assert words in page, words
