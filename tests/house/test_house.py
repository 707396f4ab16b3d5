"""The house keeps its own rules: style, types, rooms, sizes, generated files, and what may not be written down."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import cli
from generator.generated import generated

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
TOOLS = {
    "ruff check": ["ruff", "check", "."],
    "ruff format": ["ruff", "format", "--check", "."],
    "mypy": ["mypy"],
    "import-linter": ["lint-imports"],
}
LONGEST_FILE, LONGEST_FUNCTION = 400, 50


def tracked(*patterns: str) -> list[Path]:
    """Give the files that git tracks."""
    listed = subprocess.run(["git", "ls-files", "-z", *patterns], cwd=ROOT, capture_output=True, check=True).stdout
    return [ROOT / name for name in listed.decode().split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize("command", TOOLS.values(), ids=TOOLS)
def test_tools_have_nothing_to_say(command: list[str]) -> None:
    """Style, types and the arrows between rooms are clean."""
    done = subprocess.run([BIN / command[0], *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_generated_files_are_current() -> None:
    """What is made from the schema and the codes is what the repository holds."""
    stale = [path for path, text in generated().items() if (ROOT / path).read_text(encoding="utf-8") != text]
    assert not stale, "run: offramp schema --write"


def test_modules_and_functions_stay_small() -> None:
    """No module passes 400 lines and no function 50."""
    long = []
    for path in tracked("generator/*.py", "tests/*.py"):
        text = path.read_text(encoding="utf-8")
        if text.count("\n") > LONGEST_FILE:
            long.append(f"{path.relative_to(ROOT)}: {text.count(chr(10))} lines")
        long += [
            f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
            for node in ast.walk(ast.parse(text))
            if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION
        ]
    assert not long


def test_nothing_of_this_machine_is_written_down() -> None:
    """No file names a package registry or a path of the machine it was written on."""
    registries = "|".join(["py" + "pi.org", "python" + "hosted.org", "registry.npm" + "js", "deb.deb" + "ian.org"])
    forbidden = re.compile(rf"{registries}|/work" + r"/|/ro" + r"ot/")
    found = [
        str(path.relative_to(ROOT))
        for path in tracked()
        if path.suffix not in {".png", ".gz"} and forbidden.search(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert not found


def test_every_dependency_earns_its_place() -> None:
    """Each package in pyproject.toml has its line in the decisions page."""
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    decisions = (ROOT / "docs/handbook/decisions.md").read_text(encoding="utf-8")
    lists = project[project.index("dependencies = [") : project.index("[project.scripts]")]
    names = {n for n in re.findall(r'^  "([A-Za-z0-9-]+)', lists, re.MULTILINE) if not n.startswith("types-")}
    assert {n for n in names if n not in decisions} == set()


def test_every_command_is_in_the_readme_and_has_an_example() -> None:
    """A command that nobody can find does not exist."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name, command in cli.commands.items():
        assert f"offramp {name}" in readme, name
        assert "Example: " in (command.help or ""), name
