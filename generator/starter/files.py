"""Every file of a new county's folder, as path and bytes."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import __version__
from generator.config.shape import open_file, schema
from generator.config.taxonomy_read import load_taxonomy
from generator.entry.schema import editor_schema
from generator.starter.examples import examples
from generator.starter.explain import explained

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

NATIONAL = {
    "directory/crisis/nc-988.yaml": "directory/crisis/line-988.yaml",
    "directory/crisis/poison-help.yaml": "directory/crisis/poison-help.yaml",
    "directory/safety/safety-6.yaml": "directory/safety/safety-6.yaml",
}
"""Lines that answer in the whole country, each with its own sources: words of crisis need somebody to call."""

_FALLBACK = re.compile(r"^if_closed_or_full: .*\n", re.MULTILINE)
_HEADER = re.compile(r"\A# yaml-language-server: .*\n")
_PLAIN = (
    "docs/",
    "site_config/taxonomy.yaml",
    "site_config/strings/",
    "mkdocs.yml",
    ".github/ISSUE_TEMPLATE/",
    ".github/dependabot.yml",
    ".github/locate.md",
    ".github/pull_request_template.md",
    ".pre-commit-config.yaml",
    ".vscode/extensions.json",
)
PROGRAM = ".github/offramp.txt"
"""Where workflows find what to install: a folder of a county holds no program."""

_INSTALL = re.compile(r"(pip install [a-z -]*?--disable-pip-version-check )(\./program|\.)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class County:
    """Whose directory is started. `state` has two letters; `timezone` is a name of the time zone database."""

    name: str
    county: str
    state: str
    timezone: str

    @property
    def area(self) -> str:
        """The area in words."""
        return f"{self.county} County, {self.state}"


def starter_files(county: County, shipped: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Give every file of a folder that passes its own check and builds: drafts, settings, handbook, editor help.

    `shipped` is what `shipped.shipped` gave.
    """
    for path, data in shipped.items():
        if path.startswith(_PLAIN):
            yield path, data
        elif path in NATIONAL:
            yield NATIONAL[path], _HEADER.sub("", _FALLBACK.sub("", data.decode())).encode()
        elif path.startswith(".github/workflows/"):
            yield path, _installing(data.decode()).encode()
        elif path == "site_config/synonyms.yaml":
            yield path, data.decode().replace("{entry: nc-988}", "{entry: line-988}").encode()
    taxonomy = load_taxonomy(open_file("taxonomy.yaml", shipped["site_config/taxonomy.yaml"], "taxonomy"))
    for path, text in examples(taxonomy, county.county, county.state):
        yield path, text.encode()
    yield "site_config/site.yaml", explained(schema("site"), _site(county), _SITE).encode()
    yield "site_config/lead.yaml", explained(schema("lead"), {"line": "not published"}, _LEAD).encode()
    yield ".vscode/entry.schema.json", (json.dumps(editor_schema(), indent=1) + "\n").encode()
    yield ".vscode/settings.json", _settings().encode()
    yield PROGRAM, _PROGRAM.format(version=__version__).encode()
    yield ".gitignore", b"/site/\n/site.*\n/print/\n.venv/\n.cache/\n.offramp/\n"
    yield "README.md", _README.format(name=county.name, area=county.area).encode()


def _installing(workflow: str) -> str:
    """Give a workflow that installs the program from the file that names it, of the branch that is proposed to."""
    return _INSTALL.sub(lambda match: f"{match[1]}-r {'program/' if 'program' in match[2] else ''}{PROGRAM}", workflow)


def _site(county: County) -> dict[str, object]:
    return {
        "name": county.name,
        "area": county.area,
        "county": county.county,
        "state": county.state,
        "timezone": county.timezone,
        "language": "en",
        "stage": "preview",
        "url": "none",
        "repository": "none",
        "contact": "none",
        "neutral_page": "none",
        "quick": [{"entry": "line-988", "label": "988", "hint": "call or text"}],
        "geocoding": {"provider": "none"},
        "limits": {"drop_off": "30", "crisis_and_intake": "90", "hours_and_phones": "180", "rest": "365"},
        "allowed": {"states": [county.state], "margin_km": "25"},
    }


def _settings() -> str:
    schemas = {"yaml.schemas": {".vscode/entry.schema.json": "directory/*/*.yaml"}, "yaml.validate": True}
    return json.dumps(schemas, indent=2) + "\n"


_PROGRAM = """\
# What the workflows install to check, build and publish this directory: a version of offramp, or the repository that
# you take it from, such as  offramp @ git+https://code.example/offramp@v1.0  (name a version or a commit).
offramp=={version}
"""

_SITE = """\
Who this site is for and how it behaves. What has a # before it is not set: take the # away to set it."""

_LEAD = """\
What this county has published about LEAD. "not published" is a value: the pages say so, and nothing stands in for it. \
The handbook page "LEAD" explains every key."""

_README = """\
# {name}

A directory of help in {area}: one YAML file for each place in `directory/`, settings in `site_config/`.

| you want to | run |
| --- | --- |
| see the site on this machine | `offramp serve` |
| check every entry and setting | `offramp check` |
| build the site into `site/` | `offramp build` |
| print cards, sheets and a booklet | `offramp print` |

Start with `site_config/site.yaml`, where every value is explained, then copy an example of `directory/` for each place
you know. The examples are drafts: they are checked and never published. The three national lines in
`directory/crisis` and `directory/safety` are published; call them once yourself and write down that you did.

Never guess, and write nothing about any person. The handbook is in `docs/handbook` and on the site.
"""
