"""What About says from the data: nothing of it has to be rewritten for another county, or after the first call."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator import pages
from generator.compile.directory import compile_directory
from generator.config.gazetteer import Gazetteer, Place, ZipPoint
from generator.config.geocodes import Geocode, Geocodes, Precision
from generator.entry.place import Point
from tests.pages.html import Html
from tests.pages.site import ROOT, harbor, real, with_site
from tests.phrases.county import CHECK, entry, settings

if TYPE_CHECKING:
    from generator.compile.model import Compiled
    from generator.entry.model import Entry

NOBODY = "Nobody has telephoned these places yet"
HERE = Point(35.05, -78.88)
ADDRESS = {"street": "1 Nowhere Road", "city": "Harborview", "state": "NC", "zip": "28300"}


def about(directory: Compiled) -> Html:
    """Give the about page of this repository for a directory."""
    text = (ROOT / "docs" / "about.md").read_text(encoding="utf-8")
    written = dict(pages.render(directory, directory.settings.words, {"about": text, "privacy": ""}))
    return Html(written["about.html"].decode())


def county(*entries: Entry, provider: str = "", gazetteer: Gazetteer | None = None) -> Compiled:
    """Give a directory of these entries; `provider` gave a point for harbor-house."""
    record = Geocode("harbor-house", "1 Nowhere Rd, Harborview, NC 28300", HERE, Precision.BLOCK, provider, "2026-11")
    geocodes = Geocodes("directory/geocodes.yaml", {"harbor-house": record} if provider else {})
    return compile_directory(entries, replace(settings(), gazetteer=gazetteer or Gazetteer()), geocodes)


def town(name: str, source: str) -> Place:
    """Give a town with its source."""
    return Place(name.lower(), name, "town", (name,), HERE, source)


def links(page: Html) -> set[str]:
    """Give where the links of the page's main part lead."""
    return {e.attrs["href"] for e in page.all("a") if "main" in e.within}


def test_before_the_first_call_it_says_that_nobody_called() -> None:
    """And after that it does not, on a site that is live or not."""
    page = about(county(entry()))
    assert f"{NOBODY}, so nothing here is confirmed today." in page.main
    assert f"{NOBODY}, so nothing here is confirmed today." in about(real()).main


def test_after_the_first_call_it_says_how_many_were_called() -> None:
    """Places are counted, not calls, and not drafts."""
    calls = [CHECK | {"facts": ["phones"]}, CHECK | {"facts": ["hours"], "date": "2026-11-12"}]
    page = about(county(entry(verified=calls), entry("house-b"), entry("house-c", status="draft", verified=calls)))
    assert NOBODY not in page.main
    assert "So far somebody has telephoned 1 of 2 places and lines. Only what says confirmed" in page.main


def test_a_visit_is_no_call_but_confirms() -> None:
    """The page neither says that nothing is confirmed, nor that somebody telephoned."""
    page = about(county(entry(verified=[CHECK | {"how": "visit", "facts": ["phones"]}])))
    assert "nothing here is confirmed" not in page.main
    assert "telephoned 0 of 1 places" in page.main


def test_every_source_of_points_is_named_with_its_number() -> None:
    """Those of published places, of towns and of ZIP codes, the most used first."""
    gazetteer = Gazetteer(
        places=(town("Harborview", "Census"), town("Farmouth", "Census"), town("Saint Anns", "Harbor map")),
        zips={"28300": ZipPoint("28300", "Harborview", "NC", HERE, "Census")},
    )
    page = about(county(entry(address=ADDRESS), provider="County parcels, 2025", gazetteer=gazetteer))
    items = [e.text for e in page.all("li") if "ul" in e.within and "li" not in e.within]
    assert [item for item in items if item.startswith(("Point", "Middle"))] == [
        "Point of 1 place in this directory: County parcels, 2025: 1",
        "Points of 3 towns and landmarks: U.S. Census Bureau (public domain): 2 Harbor map: 1",
        "Middle of 1 ZIP code: U.S. Census Bureau (public domain): 1",
    ]


def test_credits_that_a_licence_asks_for_are_there_where_the_source_is_used() -> None:
    """GeoNames and OpenStreetMap, with their licences, and neither where nothing is from it."""
    plain = about(county(entry()))
    assert "GeoNames" not in plain.main
    assert "OpenStreetMap" not in plain.main
    names = about(county(entry(), gazetteer=Gazetteer(places=(town("Farmouth", "GeoNames"),))))
    assert "GeoNames : Creative Commons Attribution 4.0 License" in names.main
    assert {"https://www.geonames.org/", "https://creativecommons.org/licenses/by/4.0/"} <= links(names)
    osm = about(county(entry(address=ADDRESS), provider="OpenStreetMap, by Nominatim at osm.example"))
    assert "© OpenStreetMap contributors : Open Database License" in osm.main
    assert "https://opendatacommons.org/licenses/odbl/1-0/" in links(osm)


def test_the_real_page_credits_what_the_real_tables_are_from() -> None:
    """Most towns are from the Census, a few from GeoNames."""
    page = about(real())
    towns = [place.source for place in real().settings.gazetteer.places]
    assert f"U.S. Census Bureau (public domain): {towns.count('Census')}" in page.main
    assert f"GeoNames: {towns.count('GeoNames')}" in page.main


def test_a_point_from_a_table_of_the_site_is_credited_to_its_source() -> None:
    """The middle of a ZIP or a town was not found by this program: somebody gave it."""
    zips = {"28300": ZipPoint("28300", "Harborview", "NC", HERE, "Census")}
    places = (town("Harborview", "GeoNames"),)
    by_zip = county(entry(address=ADDRESS), gazetteer=Gazetteer(places=places, zips=zips)).resources[0].location
    by_town = county(entry(address=ADDRESS), gazetteer=Gazetteer(places=places)).resources[0].location
    assert (by_zip and by_zip.credit, by_town and by_town.credit) == ("Census", "GeoNames")


def test_a_source_is_shown_as_text() -> None:
    """A name from a table is never markup."""
    page = about(county(entry(), gazetteer=Gazetteer(places=(town("Farmouth", "<b>*Maps*</b> {area}"),))))
    assert "<b>*Maps*</b> {area}: 1" in page.main


def test_the_list_of_all_tables_is_a_link_where_the_repository_is_known() -> None:
    """Elsewhere it is the name of a file."""
    wanted = "https://code.example/harbor/directory/blob/main/site_config/SOURCES.md"
    assert wanted in links(about(harbor()))
    page = about(with_site(harbor(), repository=None))
    assert wanted not in links(page)
    assert page.one("code").text == "site_config/SOURCES.md"


def test_a_confidential_place_gives_no_credit() -> None:
    """Even a point that slipped in is not counted."""
    there = county(entry(address=ADDRESS), entry("safety-1", confidential="yes"), provider="County parcels, 2025")
    slipped = replace(there.resources[1], location=there.resources[0].location)
    assert "Point of 1 place" in about(replace(there, resources=(there.resources[0], slipped))).main
