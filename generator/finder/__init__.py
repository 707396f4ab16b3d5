"""Compiled in, the finder's data out: one file from which a phone searches, filters, and says what is open now."""

from generator.finder.files import data_file
from generator.finder.near import places_file

__all__ = ["data_file", "places_file"]
