"""What the form loads of entries that exist: public fields and their places, never what hides or is not published."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from generator import pipeline
from generator.entry.source import SourceFile
from generator.pages.suggest_entries import part_of, parts
from tests.suggest.conftest import BUILT, project

SECRET = b"""name: Quiet Line
organization: Quiet Line
services: [domestic-violence]
summary: Talk to somebody day and night.
status: active
confidential: yes  # told by the director
phones:
  - number: 910-555-0188
sources:
  - publisher: Quiet Line
    url: https://quiet.example/help
    date: 2026
editor_note: Two sources disagree.
"""
DRAFT = SECRET.replace(b"status: active", b"status: draft").replace(b"Quiet", b"Hushed")


def loaded() -> dict[str, Any]:
    """Give every record of the county, with a secret place and a draft of one."""
    made = project()
    more = (SourceFile("directory/safety/safety-8.yaml", SECRET), SourceFile("directory/safety/safety-9.yaml", DRAFT))
    made = replace(made, entries=tuple(sorted((*made.entries, *more), key=lambda file: file.path)))
    directory = pipeline.compiled(pipeline.load(made, BUILT), BUILT)
    files = {path: data for path, data in pipeline.site_files(directory, made) if path.startswith("data/entries/")}
    assert len(files) == parts(len(directory.resources))
    records: dict[str, Any] = {}
    for path, data in files.items():
        held = json.loads(data)
        number = int(path.rpartition("/")[2].removesuffix(".json"))
        assert all(part_of(entry_id, len(files)) == number for entry_id in held)
        records |= held
    return records


def test_every_published_entry_is_there_and_no_other() -> None:
    """Drafts and what is gone have no record."""
    records = loaded()
    assert "safety-8" in records
    assert "harbor-pantry" in records
    assert not {"safety-9", "old-hall", "new-pantry"} & records.keys()


def test_nothing_hidden_is_told() -> None:
    """No note for editors, no remark, no leave to print an address, no address of a service that may hide it."""
    records = loaded()
    text = json.dumps(records)
    assert "Two sources disagree" not in text
    assert "told by the director" not in text
    for record in records.values():
        assert not {"editor_note", "address_release", "external_codes"} & record["data"].keys()
        assert all(path.partition("/")[0] in record["data"] for path in record["at"])
    for entry_id in ("safety-1", "safety-2", "safety-8"):
        assert not {"address", "point", "transport_note"} & records[entry_id]["data"].keys()


def test_places_point_at_the_values() -> None:
    """Line and column of each text lead to the text itself."""
    files = {file.path: file.data.decode().split("\n") for file in project().entries if file.path.endswith(".yaml")}
    records = {entry_id: record for entry_id, record in loaded().items() if record["file"] in files}
    seen = 0
    for record in records.values():
        for path, (_, _, line, column, end, behind, style) in record["at"].items():
            value: Any = record["data"]
            for part in path.split("/"):
                value = value[int(part) if isinstance(value, list) else part]
            if isinstance(value, str) and not style and end == line and behind:
                seen += 1
                assert files[record["file"]][line - 1][column - 1 : behind - 1] == value
    assert seen > 200
