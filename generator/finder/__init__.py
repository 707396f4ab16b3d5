"""Compiled in, the finder's data out: files from which a phone searches, filters, and says what is open now."""

from generator.finder.files import data_files
from generator.finder.near import places_file

__all__ = ["data_files", "places_file"]
