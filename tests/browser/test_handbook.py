"""The handbook: what Material itself gets wrong is printed by a bench; what our words and colours would, fails here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.test_axe import AXE, TAGS
from tests.site.conftest import copy_project, run

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PAGES = sorted(path.stem for path in (Path(__file__).parents[2] / "docs/handbook").glob("*.md"))
RUN = "async tags => (await axe.run('.md-content article, .md-banner', {runOnly: tags})).violations"


@pytest.fixture(name="handbook", scope="session")
def _handbook(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = copy_project(root, tmp_path_factory.mktemp("handbook") / "project")
    done = run(folder, "offramp", "build")
    assert done.returncode == 0, done.stderr
    return folder / "site/handbook"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_our_part_of_the_handbook_has_no_fault(handbook: Path, browser: Browser, scheme: str) -> None:
    """Text, tables and the preview line of every page at 360 px, in both themes; no page asks another machine."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, color_scheme=scheme)  # type: ignore[arg-type]
    asked: list[str] = []
    faults = []
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    for name in PAGES:
        page.goto((handbook / f"{name}.html").as_uri())
        page.evaluate(AXE)
        faults += [(name, f["id"], [n["html"] for n in f["nodes"]][:3]) for f in page.evaluate(RUN, TAGS)]
    context.close()
    assert faults == []
    assert [url for url in asked if not url.startswith("file:")] == []
