"""Compiled in, JSON and GeoJSON files out: the public data for other programs, documented in docs/handbook/data.md.

Drafts and notes for editors are never in it, nor any place of a confidential entry.
"""

from generator.export.files import GEOJSON, JSON, files

__all__ = ["GEOJSON", "JSON", "files"]
