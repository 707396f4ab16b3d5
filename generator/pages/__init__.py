"""Compiled in, HTML files out."""
