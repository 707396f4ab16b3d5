"""Validated YAML entries in, a geocoded static resource directory out.

Volunteers edit YAML; a pure pipeline reads, checks, geocodes and compiles it into one typed directory; pages and
exports are made from that, and mkdocs publishes them beside the handbook.
"""

__version__ = "0.1.0"
