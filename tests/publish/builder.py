"""A build in a process of its own: `builder.py SITE VERSION [--die EVENT NUMBER] [--no-exchange]`.

With --die it kills itself, as kill -9 would, when Python announces the NUMBER-th EVENT ('any' for all kinds).
Prints how many events there were.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from generator.publish import PublishError, _swap, begin, finish, write


def pages(version: str) -> list[tuple[str, bytes]]:
    """A small site of which some files never change, most do, and one has a name of its own."""
    same = [(f"css/{number}.css", b"body {}" * 100) for number in range(10)]
    other = [(f"r/page-{number}.html", f"{version} {number}".encode() * 200) for number in range(30)]
    return [*same, *other, (f"only-in-{version}.html", b"here")]


def build(site: Path, version: str) -> None:
    """Publish one version."""
    with begin(site) as stage:
        write(stage, pages(version))
        finish(stage, {"version": version})


def main() -> int:
    """Read the command line, build, and die on the way if asked to."""
    parser = argparse.ArgumentParser()
    parser.add_argument("site", type=Path)
    parser.add_argument("version")
    parser.add_argument("--die", nargs=2, default=("never", "0"))
    parser.add_argument("--no-exchange", action="store_true")
    arguments = parser.parse_args()
    if arguments.no_exchange:
        _swap._exchange = lambda _one, _other: False
    wanted, number = arguments.die[0], int(arguments.die[1])
    events = 0

    def die_on_the_way(event: str, _: object) -> None:
        nonlocal events
        if wanted in ("any", event):
            events += 1
            if events == number:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(die_on_the_way)
    try:
        build(arguments.site, arguments.version)
    except PublishError as error:
        print(error, file=sys.stderr)
        return 1
    print(events)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
