"""Kill a build at random instants and look each time whether the site is the old or the new one, to the byte.

    python tests/bench/kills.py --kills 200 --site site \\
        --old-cmd 'SOURCE_DATE_EPOCH=86400 mkdocs build' -- mkdocs build

The old command is a line for the shell and must build another site than the command after `--` does. Half of
the kills (see --aimed) fall while the new site is checked and swapped in, which random instants seldom hit.
Prints counts; exits with 1 if a site was ever neither old nor new, 2 if it could not run.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

Tree = dict[str, str]


@dataclass(frozen=True, slots=True)
class Run:
    """One whole run of the command: seconds it took, and for how many of them its manifest was there."""

    seconds: float
    swap_seconds: float


def tree(folder: Path) -> Tree:
    """Every file below a folder by path with its sha256, folders with 'folder'; {} where there is none."""
    return {
        path.relative_to(folder).as_posix(): "folder"
        if path.is_dir()
        else hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
    }


def start(command: list[str], output: int) -> subprocess.Popen[bytes]:
    """Start the command in a process group of its own, so that all of it can be killed."""
    return subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT, start_new_session=True)


def wait_for_manifest(build: subprocess.Popen[bytes], site: Path) -> bool:
    """Whether the build wrote a manifest before it ended."""
    while build.poll() is None:
        if any(site.parent.glob(f"{site.name}.new-*/build-manifest.json")):
            return True
        time.sleep(0.0005)
    return False


def run_whole(command: list[str], site: Path) -> Run:
    """Run the command to its end; raises SystemExit with its last words when it fails."""
    with tempfile.TemporaryFile() as output:
        started = time.perf_counter()
        build = start(command, output.fileno())
        wait_for_manifest(build, site)
        sealed = time.perf_counter()
        if build.wait() != 0:
            output.seek(0)
            print(output.read().decode(errors="replace")[-2000:], file=sys.stderr)
            raise SystemExit(2)
        ended = time.perf_counter()
    return Run(ended - started, ended - sealed)


def kill_once(command: list[str], site: Path, whole: Run, chance: random.Random, *, aimed: bool) -> bool:
    """Start the command and kill it at a random instant; whether it was still running then."""
    build = start(command, subprocess.DEVNULL)
    if aimed and wait_for_manifest(build, site):
        time.sleep(chance.uniform(0, whole.swap_seconds))
    else:
        with contextlib.suppress(subprocess.TimeoutExpired):
            build.wait(chance.uniform(0, whole.seconds))
    running = build.poll() is None
    with contextlib.suppress(ProcessLookupError):
        os.killpg(build.pid, signal.SIGKILL)
    build.wait()
    return running


def judge(found: Tree, old: Tree, new: Tree) -> str:
    """Name what a site is: 'old', 'new', 'missing' or 'mixed'."""
    if found in (old, new):
        return "old" if found == old else "new"
    return "mixed" if found else "missing"


def restore(site: Path, copy: Path) -> None:
    """Put a copy of the old site in the site's place."""
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(copy, site)


def measure(arguments: argparse.Namespace, site: Path, copy: Path) -> int:
    """Build both sites, kill as often as asked, print the counts, give the exit code."""
    subprocess.run(arguments.old_cmd, shell=True, check=True, stdout=subprocess.DEVNULL)
    old = tree(site)
    restore_from = shutil.copytree(site, copy / "old")
    run_whole(arguments.command, site)
    new = tree(site)
    restore(site, restore_from)
    whole = run_whole(arguments.command, site)
    if tree(site) != new:
        print("Two builds by the same command differ: nothing can be told from kills.", file=sys.stderr)
        return 2
    if old == new:
        print("The old and the new site are the same: nothing can be told from kills.", file=sys.stderr)
        return 2
    chance = random.Random(arguments.seed)
    counts: Counter[str] = Counter()
    for number in range(arguments.kills):
        if tree(site) != old:
            restore(site, restore_from)
        aimed = chance.random() < arguments.aimed
        running = kill_once(arguments.command, site, whole, chance, aimed=aimed)
        verdict = judge(tree(site), old, new)
        counts[verdict] += 1
        counts["ended before the kill"] += not running
        if verdict in ("mixed", "missing"):
            print(f"kill {number + 1}: the site is {verdict}", file=sys.stderr)
    run_whole(arguments.command, site)
    return report(counts, arguments.kills, site, whole=tree(site) == new)


def report(counts: Counter[str], kills: int, site: Path, *, whole: bool) -> int:
    """Print what was counted and whether the next build cleared up; give the exit code."""
    left = sorted(path.name for path in site.parent.glob(f"{site.name}.*"))
    told = ", ".join(f"{counts[name]} {name}" for name in ("old", "new", "mixed", "missing", "ended before the kill"))
    print(f"{kills} kills: {told}")
    state = "whole" if whole else "NOT whole"
    print(f"the build after them: {state}; left beside it: {', '.join(left) or 'nothing'}")
    return 0 if whole and not left and not counts["mixed"] and not counts["missing"] else 1


def main() -> int:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--site", type=Path, required=True, help="the folder that both commands publish to")
    parser.add_argument("--old-cmd", required=True, help="a shell line that builds the old site")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--aimed", type=float, default=0.5, help="share of kills in the swap, 0 to 1")
    parser.add_argument("command", nargs="+", help="the build to kill, after --")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as copy:
        return measure(arguments, arguments.site.resolve(), Path(copy))


if __name__ == "__main__":
    raise SystemExit(main())
