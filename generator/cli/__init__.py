"""The command line: the only room that knows it, one module a command.

Exit codes: 0 fine, 1 problems found, 2 could not run.
"""

from __future__ import annotations

import sys

import click

from generator import __version__
from generator.check.escape import visible
from generator.cli.check import check
from generator.cli.geocode import geocode
from generator.cli.headers import headers
from generator.cli.init import init
from generator.cli.links import links
from generator.cli.new import new
from generator.cli.paper import print_
from generator.cli.project import COULD_NOT_RUN
from generator.cli.proposal import proposal
from generator.cli.report import report
from generator.cli.schema import schema
from generator.cli.site import build, serve
from generator.clock import ClockError
from generator.geocode.settings import SettingsError
from generator.project import ProjectError
from generator.starter.shipped import NotShippedError

COMMANDS = (
    check,
    geocode,
    build,
    serve,
    init,
    new,
    print_,
    report,
    links,
    schema,
    proposal,
    headers,
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="offramp")
def cli() -> None:
    """Turn a folder of YAML entries into a checked, geocoded directory site.

    Example: offramp check && offramp serve
    """


for command in COMMANDS:
    cli.add_command(command)


def main() -> None:
    """Run the command line; whatever goes wrong ends in one plain sentence, never in a traceback."""
    try:
        cli(standalone_mode=False)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.Abort:
        sys.exit(COULD_NOT_RUN)
    except click.ClickException as error:
        error.show()
        sys.exit(COULD_NOT_RUN)
    except (ProjectError, NotShippedError, SettingsError, ClockError, OSError) as error:
        click.echo(f"offramp: {visible(str(error))}", err=True)
        sys.exit(COULD_NOT_RUN)
