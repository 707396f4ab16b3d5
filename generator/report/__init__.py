"""Texts for the people who keep a directory: what to call next, what changed. Markdown to read, JSON to work with."""
