"""`python -m generator` is `offramp`."""

from generator.cli import main

main()
