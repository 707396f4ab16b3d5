"""What every finished site promises, whatever page it is."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from generator.entry.strict_yaml import read
from generator.pages.shell import NEUTRAL
from generator.publish import verify
from tests.site.conftest import run

if TYPE_CHECKING:
    from pathlib import Path

PREVIEW = (
    "Preview. Nobody has telephoned these places yet: call first. "
    "Not run by any police department, county or LEAD program. In danger:"
)
LOADS = re.compile(r'<(?:script|img|iframe|source|video|audio|embed)[^>]+src="([^"]+)"|<link[^>]+href="([^"]+)"')


@pytest.fixture(name="html", scope="module")
def _html(site: Path) -> dict[str, str]:
    return {p.relative_to(site).as_posix(): p.read_text(encoding="utf-8") for p in site.rglob("*.html")}


def test_the_site_is_what_its_manifest_says(site: Path) -> None:
    """Every file, and no other."""
    assert verify(site) == []


def test_every_page_says_that_it_is_a_preview(html: dict[str, str]) -> None:
    """The handbook too; and no search engine may list it. The page that hides this site shows nothing of it."""
    ours = {p: text for p, text in html.items() if p != NEUTRAL}
    assert [p for p, text in ours.items() if PREVIEW not in " ".join(re.sub(r"<[^>]+>", " ", text).split())] == []
    assert [p for p, text in html.items() if 'name="robots" content="noindex' not in text] == []


def test_no_page_loads_anything_from_elsewhere(html: dict[str, str]) -> None:
    """Not one script, picture, font or sheet of another host."""
    loaded = {(p, a or b) for p, text in html.items() for a, b in LOADS.findall(text)}
    assert {(p, url) for p, url in loaded if url.startswith(("http:", "https:", "//"))} == set()


def test_without_an_address_there_is_none_anywhere(site: Path, html: dict[str, str]) -> None:
    """No canonical address, no site map."""
    assert not (site / "sitemap.xml").exists()
    assert [p for p, text in html.items() if 'rel="canonical"' in text] == []


def test_pages_and_data_are_those_that_the_statuses_allow(site: Path) -> None:
    """Open places have a page and a record, places that are gone have a page alone, drafts have neither."""
    files = (site.parent / "directory").glob("*/*.yaml")
    status = {p.stem: read(p.name, p.read_bytes()).data["status"] for p in files}
    shown = {name for name in status if status[name] in {"active", "temporarily-closed"}}
    gone = {name for name in status if status[name] in {"inactive", "defunct"}}
    told = json.loads((site / "data/directory.json").read_text(encoding="utf-8"))
    assert {r["id"] for r in told["resources"]} == shown
    pages = {p.stem for p in (site / "r").glob("*.html")} - {"index"}
    assert pages == shown | gone
    doubted = ("the-lodge", "safety-1", "safety-8", "safety-9", "never-use-alone", "roxie-crisis-center")
    assert not pages & {name for name in doubted if status.get(name) == "draft"}


def test_no_sensitive_word_is_in_an_address(site: Path) -> None:
    """Addresses stay in histories."""
    told = re.compile(r"violen|abuse|rape|assault|traffick|runaway|victim|domestic", re.IGNORECASE)
    assert [p for p in site.rglob("*") if told.search(p.name)] == []


def test_an_address_brings_canonical_links_and_a_site_map(project: Path) -> None:
    """Once an adopter sets `url` and goes live in earnest, pages name their own address."""
    site_yaml = project / "site_config/site.yaml"
    text = re.sub(r"(?m)^#?\s*url:.*$", "", site_yaml.read_text(encoding="utf-8"))
    site_yaml.write_text(text + "\nurl: https://directory.example\n", encoding="utf-8")
    done = run(project, "offramp", "build")
    assert done.returncode == 0, done.stderr
    page = (project / "site/r/nc-988.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://directory.example/r/nc-988.html">' in page
    assert "https://directory.example/r/nc-988.html" in (project / "site/sitemap.xml").read_text(encoding="utf-8")
