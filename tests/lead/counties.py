"""The invented county with another lead.yaml: other doors, no line, a reviewer more or less."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from generator import pipeline
from generator.entry.source import Kind, SourceFile
from tests.invented import COUNTY, ROOT, county
from tests.pages.html import Html

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.project import Project

BUILT = date(2026, 11, 23)
EXAMPLES = Path(__file__).parents[1] / "examples" / "lead"
OWN = (COUNTY / "site_config" / "lead.yaml").read_text(encoding="utf-8")
NOTHING = "line: not published\n"
FOR_RESPONDERS = """\
name: Harbor Responders
organization: Harbor Peer Team
summary: Talk to somebody who has worn the uniform. Nothing goes to your chief.
services: [responder-wellness]
status: active
phones:
  - number: 910-555-0177
sources:
  - publisher: Harbor Peer Team
    url: https://peers.harbor.example
    date: 2026-08
"""


def changed(*edits: tuple[str, str], text: str = OWN) -> str:
    """Give the county's lead.yaml with texts replaced, each of which is there once."""
    for old, new in edits:
        assert text.count(old) == 1, f"{old!r} is {text.count(old)} times in lead.yaml"
        text = text.replace(old, new)
    return text


def project(lead: str = OWN, **entries: str) -> Project:
    """Give the county with this lead.yaml and more entries, by id."""
    base = county()
    more = [SourceFile(f"directory/responders/{name}.yaml", text.encode(), Kind.FILE) for name, text in entries.items()]
    files = tuple(sorted((*base.entries, *more), key=lambda file: file.path))
    slip = (ROOT / "site_config" / "paper.yaml").read_bytes()
    config = {**base.config, "lead.yaml": lead.encode(), "paper.yaml": slip}
    authored = {name: (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8") for name in ("about", "privacy")}
    return replace(base, config=config, entries=files, authored=authored)


@cache
def site(lead: str = OWN, responders: str = "") -> Mapping[str, bytes]:
    """Give every file of the site of that county, which has no errors."""
    made = project(lead, **({"harbor-responders": responders} if responders else {}))
    loaded = pipeline.load(made, BUILT)
    assert [str(problem) for problem in loaded.checked.errors] == []
    return dict(pipeline.site_files(pipeline.compiled(loaded, BUILT), made))


def page(path: str, lead: str = OWN, responders: str = "") -> Html:
    """Give one page of that county."""
    return Html(site(lead, responders)[path].decode())


def real_page(path: str) -> Html:
    """Give one page of the directory of this repository."""
    return Html(_real()[path].decode())


@cache
def _real() -> Mapping[str, bytes]:
    from generator.project import read_project  # noqa: PLC0415

    made = read_project(ROOT)
    return dict(pipeline.site_files(pipeline.compiled(pipeline.load(made, BUILT, advice=False), BUILT), made))
