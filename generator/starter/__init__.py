"""Starts another county: a small folder that passes its own check, builds, and says at each value what it is for.

Explanations come from the JSON Schemas and services from the taxonomy that come with the generator, so that a new site
never starts from an old copy.
"""

from generator.starter.files import County, starter_files

__all__ = ["County", "starter_files"]
