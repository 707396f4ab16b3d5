"""Compiled in, JSON, GeoJSON and the site map out: data for other programs, documented in docs/handbook/data.md.

Drafts and notes for editors are never in it, nor any place of a confidential entry.
"""

from generator.export.files import GEOJSON, JSON, files
from generator.export.sitemap import sitemap

__all__ = ["GEOJSON", "JSON", "files", "sitemap"]
