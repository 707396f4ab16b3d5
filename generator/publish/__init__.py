"""A site is written beside the old one, checked against its manifest, and put in its place in one step.

Whoever reads the site folder sees the old site or the new one, whatever kills the build and whenever:

    with begin(Path("site")) as stage:
        write(stage, files)
        finish(stage, {"data": "…", "tool": "offramp 0.1.0"})

What is ever deleted: the earlier site, if nothing in it is anybody else's, and what a killed build left
beside it under names that only this package gives. Nothing else.
"""

from generator.publish._compress import compressed
from generator.publish._errors import PublishError
from generator.publish._manifest import MANIFEST, Content, Manifest, read_manifest, verify
from generator.publish._stage import Stage, abort, begin, everything, fail, finish, others, read, write

__all__ = [
    "MANIFEST",
    "Content",
    "Manifest",
    "PublishError",
    "Stage",
    "abort",
    "begin",
    "compressed",
    "everything",
    "fail",
    "finish",
    "others",
    "read",
    "read_manifest",
    "verify",
    "write",
]
