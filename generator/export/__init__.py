"""Compiled in, JSON and GeoJSON files out."""
