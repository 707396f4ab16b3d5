"""The workflow files, and a way to run their real steps on this machine."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any, cast

import yaml

from tests.invented import ROOT

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = ROOT / ".github" / "workflows"
FILES = sorted(FOLDER.glob("*.yml"))


def workflow(name: str) -> dict[str, Any]:
    """Read one workflow; the key `on`, which YAML 1.1 takes for yes, is given its name back."""
    data = cast("dict[Any, Any]", yaml.safe_load((FOLDER / f"{name}.yml").read_text(encoding="utf-8")))
    return {"on" if key is True else str(key): value for key, value in data.items()}


def steps(name: str) -> list[dict[str, Any]]:
    """Give every step of every job of one workflow."""
    return [step for job in workflow(name)["jobs"].values() for step in job["steps"]]


def script(name: str, step: str) -> str:
    """Give the commands of one step by its name."""
    return str(next(s["run"] for s in steps(name) if s["name"] == step))


def run_step(commands: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the commands of a step as GitHub does, with this tree in place of the installed program.

    `python -I -m generator` runs the tree that is tested; everything else is as it stands in the file.
    """
    tools = folder / ".tools"
    tools.mkdir(exist_ok=True)
    shim = tools / "python"
    shim.write_text(f'#!/bin/sh\nshift\nPYTHONPATH={ROOT} exec {sys.executable} "$@"\n', encoding="utf-8")
    shim.chmod(0o755)
    environment = {"PATH": f"{tools}:{os.environ['PATH']}", "HOME": str(folder), "LANG": "C.UTF-8", **variables}
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", commands]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False, errors="surrogateescape"
    )
