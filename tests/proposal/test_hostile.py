"""A proposal by somebody who means harm: the real steps of the workflow run over it, and nothing comes of it.

Each case is a real merge commit in a real repository. What is looked at is what GitHub would look at: the log, in which
a line that begins with `::` is a command, the summary, and the outputs.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.proposal.github import commands, summary
from tests.invented import copy_county
from tests.proposal.versions import account
from tests.proposal.versions import text as text_of
from tests.proposal.workflows import run_step, script

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

FOOD = "directory/food"
PANTRY = f"{FOOD}/harbor-pantry.yaml"
FORGED = ("forged", "set-output", "add-mask", "stop-commands", "set-env", "add-path", "save-state")
COMMAND = re.compile(r"::(error|warning|notice) ((?:file=|line=|col=|endColumn=|title=)[^:]*)::[^\r\n]*")
TAGS = {"p", "ul", "li", "b", "code", "br", "blockquote", "details", "summary"}


@dataclass(frozen=True)
class Read:
    """What the steps left: the exit code, the log, the summary, the outputs, and the folder they ran in."""

    code: int
    log: str
    summary: str
    output: str
    folder: Path


def git(folder: Path, *words: str) -> str:
    """Run git without any settings of this machine."""
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    given = ["-c", "user.name=t", "-c", "user.email=t@harbor.example", "-c", "core.symlinks=true", "-c", "gc.auto=0"]
    done = subprocess.run(["git", *given, *words], cwd=folder, env=environment, capture_output=True, check=True)
    return done.stdout.decode("utf-8", "surrogateescape")


@pytest.fixture(name="repository")
def _repository(tmp_path: Path) -> Path:
    """The invented county as a repository with one commit on main."""
    folder = tmp_path / "repository"
    copy_county(folder)
    git(folder, "init", "--quiet", "--initial-branch", "main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "base")
    return folder


@pytest.fixture(name="read")
def _read(repository: Path, tmp_path: Path) -> Callable[[Callable[[Path], object]], Read]:
    """Give a function that makes a proposal from changes of the files, and runs the workflow's own steps over it."""

    def run(change: Callable[[Path], object]) -> Read:
        git(repository, "switch", "--quiet", "--create", "proposal")
        change(repository)
        git(repository, "add", "--all")
        git(repository, "commit", "--quiet", "--message", "x\n::error::forged by a message")
        tree = git(repository, "rev-parse", "proposal^{tree}").strip()
        merged = git(repository, "commit-tree", "-p", "main", "-p", "proposal", "-m", "merged", tree).strip()
        git(repository, "branch", "merged", merged)
        workspace = tmp_path / "workspace"
        workspace.mkdir()
        git(workspace, "clone", "--quiet", "--depth", "2", "--branch", "merged", f"file://{repository}", "proposed")
        return _steps(workspace)

    return run


def _steps(workspace: Path) -> Read:
    summary, output = workspace / "summary.md", workspace / "output.txt"
    files = {"GITHUB_STEP_SUMMARY": str(summary), "GITHUB_OUTPUT": str(output), "GITHUB_WORKSPACE": str(workspace)}
    laid = run_step(script("proposal", "Lay out the version before it"), workspace, **files)
    assert laid.returncode == 0, laid.stderr
    done = run_step(
        script("proposal", "Compare the two versions"), workspace, PREVIEW=str(workspace / "preview"), **files
    )
    texts = [file.read_text(encoding="utf-8") if file.exists() else "" for file in (summary, output)]
    return Read(done.returncode, laid.stdout + laid.stderr + done.stdout + done.stderr, *texts, workspace)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.given: list[str] = []

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.given += [name for name, _ in attrs]


def harmless(read: Read) -> None:
    """Hold what must be true of everything that is read, whatever was proposed."""
    assert "Traceback" not in read.log
    for line in read.log.splitlines():
        if line.lstrip().startswith("::") or "##[" in line:
            assert COMMAND.fullmatch(line), line
            assert not line.startswith(tuple(f"::{word}" for word in FORGED)), line
    assert not any(
        word in line.split("::")[1] for line in read.log.splitlines() if line.startswith("::") for word in FORGED
    )
    assert "\x1b" not in read.log
    assert "\u202e" not in read.log + read.summary
    assert read.output in {"", "second_reader=yes\n", "second_reader=no\n"}
    tags = _Tags()
    tags.feed(read.summary)
    assert tags.seen <= TAGS, tags.seen
    assert tags.given == []
    for block in filter(str.strip, read.summary.split("\n\n")):
        assert block.lstrip().startswith(("#", "<", "You ", "No ", "…", "The rest")), block[:80]
        if not block.startswith("<"):
            assert not re.search(r"[\[\]`@|<>]", block), block
    assert len(read.summary.encode()) < 1_000_000


BAD_NAMES = (
    "x\n::error file=a::forged.yaml",
    "x%0A::error::forged.yaml",
    "::set-output name=second_reader::no.yaml",
    '"; touch made; echo ".yaml',
    "$(touch made).yaml",
    "`touch made`.yaml",
    "--format=json.yaml",
    "-rf.yaml",
    "<img src=x onerror=alert(1)>.yaml",
    "[click](javascript:alert(1)).yaml",
    "![x](https:evil.example).yaml",
    "@everyone #1 | a | b.yaml",
    "\u202elmay.yaml",
    "\x1b[31mred.yaml",
    "CON.yaml",
    " .yaml",
)


def test_names_of_files(read: Callable[[Callable[[Path], object]], Read]) -> None:
    """Line breaks, quotes, commands, options, markup and mentions in names stay names."""

    def change(folder: Path) -> None:
        for name in BAD_NAMES:
            (folder / FOOD / name).write_bytes(b"name: x\n")
        os.close(os.open(os.fsencode(folder / FOOD) + b"/caf\xe9.yaml", os.O_CREAT | os.O_WRONLY))

    done = read(change)
    harmless(done)
    assert done.code == 1
    assert "forged" in done.summary
    assert not list(done.folder.rglob("made"))
    assert done.output == "second_reader=yes\n"


VALUES = (
    "a\\n::error file=x,line=1::forged",
    "a\\r::set-output name=second_reader::no",
    "::error::forged",
    "%0A::error::forged",
    "second_reader=no",
    "</code></li></ul>\\n\\n# forged heading [a](javascript:x) ![b](//evil.example) @everyone",
    "<script>alert(1)</script><img src=x onerror=y><!--",
    "` `` ``` | a | b | <details><summary>",
    "{{ 7*7 }} {% raw %} ${{ secrets.X }} $(touch made) `touch made`",
    "\\x1b[2J\\x1b]0;forged\\x07",
)


def hostile(value: str, key: str, text: str) -> str:
    """Give the text of an entry with one value replaced by a hostile one."""
    quoted = value.replace('"', '\\"')
    lines = text.split("\n")
    return "\n".join(f'{key}: "{quoted}"' if line.startswith(f"{key}:") else line for line in lines)


@pytest.mark.parametrize("key", ["name", "status"])
def test_values(read: Callable[[Callable[[Path], object]], Read], key: str) -> None:
    """Line breaks, commands, markup and escapes in values are shown as text, or not at all."""

    def change(folder: Path) -> None:
        text = (folder / PANTRY).read_text(encoding="utf-8")
        for number, value in enumerate(VALUES):
            (folder / FOOD / f"x-{number}.yaml").write_text(hostile(value, key, text), encoding="utf-8")
        (folder / PANTRY).write_text(hostile(VALUES[0], key, text), encoding="utf-8")

    done = read(change)
    harmless(done)
    assert not list(done.folder.rglob("made"))


@pytest.mark.parametrize("key", ["name", "summary", "status", "organization", "website"])
@pytest.mark.parametrize("value", VALUES)
def test_each_value_alone(key: str, value: str, tmp_path: Path) -> None:
    """The same values one by one, in the functions that write log and summary."""
    told = account({PANTRY: hostile(value, key, text_of(PANTRY))})
    harmless(Read(1, commands(told), summary(told), "", tmp_path))


BLOCKS = (
    'services:\n  a: x\n  "::error::forged": y\n',
    'sources:\n  publisher: x\n  "::set-output name=second_reader::no": y\n',
    'phones:\n  number: 910-555-0110\n  "::stop-commands::x": y\n',
    "summary: |\n  a\n  ::error::forged\n  ::set-output name=second_reader::no\n",
)


@pytest.mark.parametrize("block", BLOCKS)
def test_lines_to_paste(block: str, tmp_path: Path) -> None:
    """A correction of several lines, whose words are a stranger's, is still one line of the log."""
    key = block.partition(":")[0]
    rest = "\n".join(line for line in text_of(PANTRY).split("\n") if not line.startswith((f"{key}:", "  - ", "    ")))
    told = account({PANTRY: rest + block})
    assert any(problem.fix for problem in told.problems)
    harmless(Read(1, commands(told), summary(told), "", tmp_path))


@given(st.text(min_size=1, max_size=60), st.sampled_from(["name", "summary", "status"]))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_harmless(tmp_path: Path, value: str, key: str) -> None:
    """Whatever text somebody thinks of, as a value and as the name of a file."""
    escaped = "".join(
        c if c.isalnum() else f"\\u{ord(c):04x}" if ord(c) < 0x10000 else f"\\U{ord(c):08x}" for c in value
    )
    told = account(
        {PANTRY: hostile(escaped, key, text_of(PANTRY)), f"{FOOD}/{value.replace('/', '')}.yaml": "name: x\n"}
    )
    harmless(Read(1, commands(told), summary(told), "", tmp_path))


def test_keys(read: Callable[[Callable[[Path], object]], Read]) -> None:
    """A key is as free as a value, and as harmless."""

    def change(folder: Path) -> None:
        with (folder / PANTRY).open("a", encoding="utf-8") as file:
            file.write('"::error::forged": x\n"@everyone <b>": y\n"a\\n::error::forged": z\n')

    harmless(read(change))


@pytest.mark.skipif(os.name != "posix", reason="links are of POSIX")
def test_links(read: Callable[[Callable[[Path], object]], Read]) -> None:
    """Links to devices, to files of the machine, to folders and to themselves are told and never opened."""

    def change(folder: Path) -> None:
        for name, target in (
            ("zero.yaml", "/dev/zero"),
            ("passwd.yaml", "/etc/passwd"),
            ("up", "../.."),
            ("self.yaml", "self.yaml"),
            ("git.yaml", "../../.git/config"),
        ):
            (folder / FOOD / name).symlink_to(target)
        (folder / "README.md").symlink_to("/dev/zero")

    done = read(change)
    harmless(done)
    assert done.code == 1
    assert done.log.count("E121") == 5
    assert "root:" not in done.log + done.summary


@pytest.mark.parametrize("name", ["directory", "site_config", "docs"])
def test_a_whole_folder_that_is_a_link(read: Callable[[Callable[[Path], object]], Read], name: str) -> None:
    """A folder of the data that leads to the whole machine is not walked."""

    def change(folder: Path) -> None:
        shutil.rmtree(folder / name, ignore_errors=True)
        (folder / name).symlink_to("/etc")

    done = read(change)
    harmless(done)
    assert (done.code, done.output) == (2, "")
    assert done.log.endswith(f"{name}/ is a link: put the folder itself there\n")


def test_a_link_in_the_settings(read: Callable[[Callable[[Path], object]], Read]) -> None:
    """A link in site_config/ with a name that is a command ends the run in one plain line."""

    def change(folder: Path) -> None:
        (folder / "site_config" / "a\n::error::forged\n.csv").symlink_to("/dev/zero")

    done = read(change)
    harmless(done)
    assert done.code == 2
    assert done.output == ""


@pytest.mark.parametrize("size", [16 * 1024 + 1, 20_000_000])
def test_huge_files(read: Callable[[Callable[[Path], object]], Read], size: int) -> None:
    """A huge entry is told as too big, and only its beginning is read."""

    def change(folder: Path) -> None:
        (folder / FOOD / "huge.yaml").write_bytes(b"[" * size)
        (folder / "other.bin").write_bytes(b"x" * size)

    done = read(change)
    harmless(done)
    assert "E101" in done.log


def test_ten_thousand_files(read: Callable[[Callable[[Path], object]], Read]) -> None:
    """Ten thousand files: ten annotations, a summary that fits, and the count."""

    def change(folder: Path) -> None:
        for number in range(10_000):
            (folder / FOOD / f"x-{number}.yaml").write_bytes(b"name: @everyone ::error::forged\n")

    done = read(change)
    harmless(done)
    assert done.code == 1
    assert sum(line.startswith("::") for line in done.log.splitlines()) == 10
    assert "10,000 entries" in done.summary


def test_deep_folders(read: Callable[[Callable[[Path], object]], Read], tmp_path: Path) -> None:
    """Folders inside each other, deeper than a program may call itself."""

    def change(folder: Path) -> None:
        deep = str(folder / FOOD)
        for _ in range(1200):
            deep += "/d"
            os.mkdir(deep)  # noqa: PTH102 - the other way calls itself for each folder
        with open(f"{deep}/x.yaml", "wb") as file:  # noqa: PTH123 - as above
            file.write(b"name: x\n")

    try:
        harmless(read(change))
    finally:
        subprocess.run(["rm", "-rf", *tmp_path.iterdir()], check=True)


def test_program_and_data_together(read: Callable[[Callable[[Path], object]], Read]) -> None:
    """A program that comes along is never run: not as a module, not as a setting of git, Python or pip."""
    trap = "import pathlib; pathlib.Path('made').touch()\n"

    def change(folder: Path) -> None:
        (folder / "generator").mkdir()
        for name in ("__init__", "__main__", "cli"):
            (folder / "generator" / f"{name}.py").write_text(trap, encoding="utf-8")
        for name in ("click.py", "yaml.py", "sitecustomize.py", "usercustomize.py", "conftest.py", "setup.py"):
            (folder / name).write_text(trap, encoding="utf-8")
            (folder / "directory" / name).write_text(trap, encoding="utf-8")
        (folder / ".gitattributes").write_text("* filter=evil diff=evil\n", encoding="utf-8")
        (folder / "pyvenv.cfg").write_text("home = .\n", encoding="utf-8")

    done = read(change)
    harmless(done)
    assert not list(done.folder.rglob("made"))
    assert "data and program are better proposed apart" in done.summary


def test_settings_that_cannot_be_read(read: Callable[[Callable[[Path], object]], Read]) -> None:
    """Broken settings are told as problems, with a second reader."""

    def change(folder: Path) -> None:
        (folder / "site_config" / "site.yaml").write_text('name: "::error::forged\n', encoding="utf-8")
        (folder / "site_config" / "zips.csv").write_bytes(b"\xff\xfe" * 1000)

    done = read(change)
    harmless(done)
    assert done.code == 1
    assert done.output == "second_reader=yes\n"


def test_a_right_proposal_passes(read: Callable[[Callable[[Path], object]], Read]) -> None:
    """The same steps over a small right change: thanks, the preview, and one reader."""

    def change(folder: Path) -> None:
        text = (folder / PANTRY).read_text(encoding="utf-8")
        (folder / PANTRY).write_text(text.replace("Come ten minutes", "Come five minutes"), encoding="utf-8")

    done = read(change)
    harmless(done)
    assert (done.code, done.output) == (0, "second_reader=no\n")
    assert "## Thank you" in done.summary
    assert "Come five minutes early." in done.summary
    assert (done.folder / "preview" / "r" / "harbor-pantry.html").is_file()
