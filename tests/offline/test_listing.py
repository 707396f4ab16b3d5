"""What the copy is made of: everything that is needed, nothing that is private, and nothing that is not there."""

from __future__ import annotations

import gzip
import json
import posixpath
import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from generator import pipeline
from generator.compile.private import hotline, private
from generator.offline import OfflineError, check_copy
from generator.offline.files import LEFT_OUT
from generator.offline.worker import kept_of
from generator.project import read_project
from tests.finder import places
from tests.offline.releases import directory, release
from tests.pages.html import Html

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.compile.model import Compiled

ROOT = Path(__file__).parents[2]
BUILT = date(2026, 11, 23)
BUDGET = 250_000
ELSEWHERE = re.compile(r"(https?|tel|sms|mailto):")


@cache
def real() -> tuple[Compiled, Mapping[str, bytes]]:
    """Give the directory of this repository, and its site."""
    project = read_project(ROOT)
    found = pipeline.compiled(pipeline.load(project, BUILT, advice=False), BUILT)
    return found, dict(pipeline.site_files(found, project))


def listed(files: Mapping[str, bytes]) -> dict[str, Any]:
    found = kept_of(files["sw.js"])
    assert found
    return found


def contents(files: Mapping[str, bytes], part: int) -> dict[str, str]:
    """Give the texts of a pack by path: 0 what everybody keeps, 1 what is private."""
    return dict(json.loads(files[listed(files)["packs"][part]]))


def test_everything_that_a_kept_page_loads_or_leads_to_is_kept() -> None:
    """Scripts, styles, data and pages: what is not kept is what is for keepers of the directory, and private pages."""
    files = release(1)
    kept, rest = listed(files)["base"], listed(files)["rest"]
    known = {*kept, *rest, "app.webmanifest", "app/icon-180.png", "handbook/index.html", *LEFT_OUT}
    for path in kept:
        for element in Html(files[path].decode()).elements if path.endswith(".html") else ():
            names = ("src", "data-src", "data-places", *(() if element.tag == "use" else ("href",)))
            for target in (element.attrs[name] for name in names if element.attrs.get(name)):
                if not ELSEWHERE.match(target) and target.partition("#")[0]:
                    full = posixpath.normpath(posixpath.join(posixpath.dirname(path), target.partition("#")[0]))
                    assert full in known, f"{path}: {target}"


def test_every_page_of_the_shell_is_kept_or_left_out_on_purpose() -> None:
    """A page that somebody adds is kept without being named anywhere."""
    files = release(1)
    kept = listed(files)["base"].keys() | listed(files)["rest"].keys()
    assert {path for path in files if path.endswith(".html")} - kept <= LEFT_OUT


@pytest.mark.parametrize("site", ["county", "real"])
def test_the_copy_of_everybody_says_nothing_of_private_places(site: str) -> None:
    """No name, number or page of them, in no file; of sensitive topics there are hotlines only."""
    found, files = (directory(1), release(1)) if site == "county" else real()
    hidden = [r for r in found.resources if private(r)]
    assert hidden
    whole = "\n".join(text for path, text in contents(files, 0).items() if not path.startswith("assets/"))
    for resource in hidden:
        assert resource.entry.name not in whole
        assert not [phone for phone in resource.entry.phones if phone.number in whole]
    lines = [r for r in found.resources if r.sensitive and hotline(r)]
    assert lines
    assert all(line.entry.name in whole for line in lines)
    assert {r.path for r in found.resources if r.sensitive}.isdisjoint(listed(files)["base"])


def test_the_private_part_has_the_pages_in_full() -> None:
    """Whoever asks for it has what the site has."""
    found, files = directory(1), release(1)
    rest = contents(files, 1)
    for resource in found.resources:
        if resource.sensitive:
            assert rest[resource.path] == files[resource.path].decode()
    assert rest["find/safety.html"] == files["find/safety.html"].decode()


def test_the_worker_lists_only_what_is_there() -> None:
    """A build looks at every listed file once all is written."""
    check_copy(release(1).get)


@pytest.mark.parametrize("part", ["base", "rest", "thin", "packs"])
def test_a_build_with_one_file_missing_or_changed_is_refused(part: str) -> None:
    """The control: any file of any part of the list."""
    files = release(1)
    found = listed(files)[part]
    paths = [f"data/keep/{rev}.txt" for rev in found.values()] if part == "thin" else list(found)
    assert paths
    for path in paths:
        for broken in ({k: v for k, v in files.items() if k != path}, {**files, path: files[path] + b" "}):
            with pytest.raises(OfflineError, match=re.escape(path)):
                check_copy(broken.get)


def test_the_same_site_has_the_same_worker() -> None:
    """Byte for byte, and another one where a single page differs."""
    again = dict(pipeline.site_files(directory(1), places.project()))
    assert again == release(1)
    assert release(1, about="# About\n\nOther words.")["sw.js"] != again["sw.js"]


def test_the_copy_of_the_county_is_small() -> None:
    """Compressed as a host sends it, with the worker and without the private part."""
    files = real()[1]
    sent = [files["sw.js"], files[listed(files)["packs"][0]]]
    assert sum(len(gzip.compress(data, 6)) for data in sent) <= BUDGET


def test_a_server_of_drafts_offers_no_copy_and_removes_one() -> None:
    """Whoever works on the site sees what they write, also where a built site was kept under the same address."""
    files = dict(pipeline.site_files(directory(1), places.project(), draft=True))
    assert kept_of(files["sw.js"]) is None
    assert b"unregister" in files["sw.js"]
    assert not [path for path in files if path.startswith("data/keep/")]
    assert Html(files["keep.html"].decode()).one(id="keep").attrs["data-offered"] == ""


def test_a_site_too_large_for_a_phone_offers_no_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    """It says so, and the build does not grow with it."""
    monkeypatch.setattr("generator.offline.files.LIMIT", 100_000)
    files = dict(pipeline.site_files(directory(1), places.project()))
    assert kept_of(files["sw.js"]) is None
    assert not [path for path in files if path.startswith("data/keep/")]
