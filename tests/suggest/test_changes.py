"""Lines that change are the only ones: everything else of a file, remarks too, stays byte for byte."""

from __future__ import annotations

import copy
import random
import re
from typing import TYPE_CHECKING, Any

from generator.compile.directory import compile_directory
from generator.config.geocodes import read_geocodes
from generator.config.settings import load_settings
from generator.entry import strict_yaml
from generator.entry.build import build
from generator.entry.schema import entry_schema
from generator.pages.suggest_entries import record
from generator.project import read_project
from tests.invented import ROOT, county
from tests.suggest.node import ask

if TYPE_CHECKING:
    from generator.entry.strict_yaml import Document
    from generator.project import Project

EDITS = 1500
REMARK = "  # asked twice"
TEXTS = ("Ring the bell: twice", "unknown", "Suite #4", "a [b] {c}", "910-555-0155", "\u00d6ffnung", "- first", "x, y")


def records(project: Project) -> list[tuple[dict[str, Any], Document]]:
    """Give the record of each published entry of a project, its file with remarks put in."""
    settings = load_settings(project.config)
    read = {
        file.path: strict_yaml.read(file.path, _remarked(file.data.decode()).encode())
        for file in project.entries
        if file.path.endswith(".yaml")
    }
    entries = [build(path.rpartition("/")[2][:-5], path, document.data) for path, document in read.items()]
    directory = compile_directory(entries, settings, read_geocodes(project.geocodes))
    return [
        (record(r, read[r.entry.file], read[r.entry.file].places()), read[r.entry.file]) for r in directory.resources
    ]


def _remarked(text: str) -> str:
    """Put a remark behind some lines and between others."""
    lines = []
    for number, line in enumerate(text.split("\n")):
        plain = re.match(r"\s*(?:- )?[a-z_]+: [A-Za-z0-9][^#|>]*$", line)
        lines.append(f"{line}{REMARK}" if number % 7 == 3 and plain and _ends(text, number) else line)
        if number % 5 == 4 and not line.startswith(" "):
            lines.append("# a remark of its own") if _ends(text, number) else None
    return "\n".join(lines)


def _ends(text: str, number: int) -> bool:
    """Whether a value ends in a line: the next line is no rest of it."""
    following = text.split("\n")[number + 1 : number + 2]
    return not following or bool(re.match(r"\s*(?:- |[a-z_-]+:|$)", following[0]))


def edited(chance: random.Random, data: dict[str, Any]) -> dict[str, Any]:
    """Give the data with one to three changes such as the form makes."""
    fresh = copy.deepcopy(data)
    for _ in range(chance.randint(1, 3)):
        _edit(chance, fresh)
    return fresh


def _edit(chance: random.Random, data: dict[str, Any]) -> None:
    kind = chance.randrange(8)
    if kind == 0:
        data.setdefault("phones", []).append({"number": "910-555-0166", "purpose": "intake"})
    elif kind == 1:
        data["verified"] = [
            *data.get("verified", []),
            {"date": "2026-11-23", "how": "phone", "role": "x", "facts": ["a"]},
        ]
    elif kind == 2:
        data["pets"] = chance.choice(["yes", {"answer": "no", "note": "Ask: first"}])
    elif kind == 3:
        data.pop(chance.choice([key for key in data if key != "name"]), None)
    elif kind == 4:
        lists = [
            key for key, value in data.items() if isinstance(value, list) and any(isinstance(v, dict) for v in value)
        ]
        if lists:
            data[chance.choice(lists)][0] = None
    elif kind == 5:
        data["hours"] = {**(data.get("hours") or {}), "open": chance.choice(("24/7", 'unknown "it depends"'))}
    else:
        _one_text(chance, data)


def _one_text(chance: random.Random, block: Any) -> None:
    """Write another text somewhere inside, or take one away."""
    keys = [k for k in (block if isinstance(block, dict) else range(len(block))) if block[k] is not None]
    if not keys:
        return
    key = chance.choice(keys)
    if isinstance(block[key], str):
        block[key] = chance.choice(TEXTS)
    elif block[key]:
        _one_text(chance, block[key])


def applied(text: str, changes: list[dict[str, Any]]) -> str:
    """Do what the lines say, from the end of the file to its beginning."""
    lines = text.split("\n")
    for change in reversed(changes):
        line, end, behind = change["line"], *change["end"]
        if change["kind"] == "add":
            lines[line:line] = change["after"]
        elif change["kind"] == "delete":
            del lines[line - 1 : end]
        else:
            head = lines[line - 1][: change["column"] - 1]
            tail = lines[end - 1][behind - 1 :] if behind else ""
            lines[line - 1 : end] = [head + change["text"] + tail]
    return "\n".join(lines)


def test_changed_lines_give_the_changed_entry_and_nothing_else() -> None:
    """1,500 edits of real and invented files with remarks: read again, each file says what the form says."""
    chance = random.Random("changes")
    known = [*records(county()), *records(read_project(ROOT))]
    cases = []
    for number in range(EDITS):
        entry, document = known[number % len(known)]
        cases.append((entry, document, edited(chance, entry["data"])))
    asked = {"schema": entry_schema(), "cases": [{"entry": entry, "data": data} for entry, _, data in cases]}
    kept = 0
    for (entry, document, data), told in zip(cases, ask("changes.mjs", asked), strict=True):
        written = applied(document.text, told["changes"])
        again = strict_yaml.read(entry["file"], written.encode())
        hidden = {key: value for key, value in document.data.items() if key not in entry["data"]}
        assert ({**again.data}, again.problems) == ({**told["data"], **hidden}, ()), (entry["file"], data, written)
        gone = {line for line in document.text.split("\n") if line.startswith("# a remark")}
        kept += sum(line in written.split("\n") for line in gone)
    print(f"\n{EDITS} edits, remarks kept in {kept} files")
    assert kept


def test_nothing_changed_is_no_change() -> None:
    """An entry that is looked at stays as it is."""
    known = records(read_project(ROOT))
    asked = {"schema": entry_schema(), "cases": [{"entry": entry, "data": entry["data"]} for entry, _ in known]}
    assert [told["changes"] for told in ask("changes.mjs", asked)] == [[]] * len(known)
