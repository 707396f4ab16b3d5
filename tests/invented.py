"""The invented county as a project: its own files, with the services and the words of the real site.

The words and the taxonomy are not kept a second time, and links to them would not survive every checkout.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.project import read_project

if TYPE_CHECKING:
    from generator.project import Project

ROOT = Path(__file__).parents[1]
COUNTY = Path(__file__).parent / "county"
SHARED = ("taxonomy.yaml", "strings/en.yaml")


def county() -> Project:
    """Read the invented county."""
    project = read_project(COUNTY)
    shared = {name: (ROOT / "site_config" / name).read_bytes() for name in SHARED}
    return replace(project, config=dict(sorted({**project.config, **shared}.items())))


def copy_settings(folder: Path) -> None:
    """Write the county's whole site_config/ into a folder."""
    shutil.copytree(COUNTY / "site_config", folder / "site_config")
    for name in SHARED:
        target = folder / "site_config" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "site_config" / name, target)


def copy_county(folder: Path) -> Path:
    """Write the whole county, entries and settings, into a folder that may be new; give the folder."""
    copy_settings(folder)
    shutil.copytree(COUNTY / "directory", folder / "directory")
    return folder
